"""Two people code the same texts without seeing each other's work; then how far they agree, and where they do not."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import CODERS, TELLERS, StaffPage
from review.http.undo import Way, carry_out
from review.lists.visibility import VisibleText, part, seen_by
from review.pages.redaction import text_of
from review.text.inter_rater import Agreement, agreement
from storage.audit import undo
from storage.review import case_list, codings, texts, themes
from storage.review.codings import NO_THEME, NO_THEME_NAME, WHOLE, Coding
from storage.review.work import settling
from storage.review.work.settling import Given

_MOST_SHOWN = 50
"""A guess: two people talk over fewer in a meeting, and then look again."""


@dataclass(frozen=True)
class ThemeAgreement:
    """One theme: how far coders agree on it."""

    theme: str
    figures: Agreement


@dataclass(frozen=True)
class CodingDifference:
    """A text on which coders differ: which themes each gave."""

    coding: Coding
    words: str
    given: tuple[tuple[str, str], ...]


async def show(visit: StaffRequest) -> Response:
    """Show the agreement theme by theme, and the texts on which coders differ."""
    role = visit.member.role

    def look(tx: Connection) -> tuple[list[ThemeAgreement], list[CodingDifference]]:
        by_text: dict[str, list[Coding]] = defaultdict(list)
        for coding in codings.everything(tx, visit.vault):
            by_text[coding.ref].append(coding)
        settled, taken = settling.before_settling(tx), themes.taken_over(tx)
        before = {ref: _in_use(given, taken) for ref, given in settled.items() if ref in by_text}
        every = {ref: _themes(given) for ref, given in by_text.items()} | before
        both = {ref: given for ref, given in every.items() if len(given) > 1}
        named = [*((theme.id, theme.name) for theme in themes.in_use(tx)), (NO_THEME, NO_THEME_NAME)]
        rows = [
            ThemeAgreement(name, agreement([_ratings(given, one) for given in every.values()])) for one, name in named
        ]
        differing = [by_text[ref] for ref, given in both.items() if len(set(given.values())) > 1 and ref not in settled]
        shown = [_difference(tx, visit, given) for given in differing[:_MOST_SHOWN]]
        return [row for row in rows if row.figures.given], shown

    rows, differences = await visit.read(look)
    await visit.note("compared coders", f"{len(differences)} texts")
    waiting = await visit.read(lambda tx: codings.coded_once(tx, by=visit.member.id))
    return visit.page("agreement", rows=rows, differences=differences, waiting=len(waiting), can_code=role in CODERS)


async def next_text(visit: StaffRequest) -> Response:
    """Show a text that one other person has coded, and nothing of what they made of it."""

    def look(tx: Connection) -> VisibleText | None:
        for ref in codings.coded_once(tx, by=visit.member.id):
            text = texts.with_ref(tx, visit.vault, ref=ref)
            seen = seen_by(visit.member.role, text) if text else None
            if seen is not None and seen.is_open:
                return seen
        return None

    seen = await visit.read(look)
    if seen is not None:
        target = f"conversation {seen.text.conversation_id}"
        await visit.note("read", target)
    return visit.page("blind", seen=seen, themes=await visit.read(themes.in_use), no_theme=(NO_THEME, NO_THEME_NAME))


async def code(visit: StaffRequest) -> Response:
    """Keep the themes that were ticked, and show the next text.

    A text that was read and left bare is one that no theme fits, unless whoever read it passes on.
    """
    text, now = await text_of(visit), visit.desk.now()
    if not seen_by(visit.member.role, text).is_open:
        raise HTTPException(404)
    known = {theme.id for theme in await visit.read(themes.in_use)}
    ticked = [theme for theme in visit.form.many("theme") if theme in known]
    if visit.form.one("pass"):
        return visit.go("/blind")
    ticked = ticked or [NO_THEME]

    def work(tx: Connection, doing: undo.Act) -> None:
        new = codings.NewCoding(WHOLE, now)
        codings.put_under(tx, visit.vault, doing, text=text, theme_ids=ticked, coding=new)
        case_list.move_on(tx, doing, conversation_id=text.conversation_id, to="coded", now=now)

    return await carry_out(visit, "coded a text blind", work, Way("/blind"), text.conversation_id)


def _themes(given: list[Coding]) -> Given:
    """Return the ids of the themes that each coder gave."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in given:
        found[one.by].add(one.theme_id)
    return {coder: frozenset(ids) for coder, ids in found.items()}


def _in_use(given: Given, taken: Mapping[str, str]) -> Given:
    """Return what coders gave, each theme that was merged since by the one that took its place."""
    return {coder: frozenset(taken.get(one, one) for one in ids) for coder, ids in given.items()}


def _ratings(given: Given, theme_id: str) -> dict[str, bool]:
    return {coder: theme_id in ids for coder, ids in given.items()}


def _difference(tx: Connection, visit: StaffRequest, given: list[Coding]) -> CodingDifference:
    text = texts.with_ref(tx, visit.vault, ref=given[0].ref)
    words = part(seen_by(visit.member.role, text), WHOLE) if text else ""
    names: dict[str, set[str]] = defaultdict(set)
    for one in given:
        names[one.coder].add(one.theme)
    chosen = tuple((coder, ", ".join(sorted(themes_given))) for coder, themes_given in sorted(names.items()))
    return CodingDifference(given[0], words, chosen)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/agreement", show, CODERS | TELLERS),
    StaffPage("GET", "/blind", next_text, CODERS),
    StaffPage("POST", "/blind/{ref}", code, CODERS),
)
