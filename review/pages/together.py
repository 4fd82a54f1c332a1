"""Many texts at once, each shown whole: nothing to hide in them, or one theme for all; over a search for words too."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import CODERS, RAW, StaffPage
from review.http.templates import address, many
from review.http.undo import Way, carry_out, just_done
from review.lists.list_snapshots import of_texts, texts_of_form
from review.lists.mass_coding import put_texts_under
from review.lists.search import ListQuery, every_id
from review.lists.visibility import VisibleText, seen_by, words_as_seen
from review.lists.work_place import QUEUES, WorkPlace, place_in_work, queues_of
from review.pages.redaction import is_about_person, proposed_in
from storage.audit import undo
from storage.review import case_list, codings, texts, themes
from storage.review.case_list import CaseFilter
from storage.review.codings import NO_THEME, NO_THEME_NAME
from storage.review.search_index import WordIndex, holds, query_of
from storage.review.texts import FreeText
from storage.review.work.queue import Queue, ready

_SHOWN = 25
"""Texts on one page: as many as somebody reads at a stretch before they press."""
_SEARCHED = 200
"""Conversations in which a page looks for words; the texts of those that are done make room for others."""
_QUEUES: tuple[Queue, ...] = ("check", "code")
"""Differences of coders are settled one by one."""


@dataclass(frozen=True)
class TogetherText:
    """A text among many. `is_plain`: rules found nothing in it to hide, and it does not say who somebody is."""

    seen: VisibleText
    is_plain: bool


async def show(visit: StaffRequest) -> Response:
    """Show the texts that are ready, or those with the words that are looked for."""
    return await _page(visit)


async def keep(visit: StaffRequest) -> Response:
    """Do one thing to all that were ticked, and show the next ones."""
    form, place = visit.form, _place(visit)
    what, _, theme_id = form.one("do").partition(":")
    known = {NO_THEME, *(theme.id for theme in await visit.read(themes.in_use))}
    if not (what == "plain" and visit.member.has_one_of(RAW)) and not (what == "theme" and theme_id in known):
        raise HTTPException(400)
    refs = list(form.many("one"))[:_SHOWN]
    if not refs:
        return await _page(visit, "Tick the texts that you mean.")
    found = await visit.read(lambda tx: texts.with_refs(tx, visit.vault, refs=_named(refs)))
    chosen = [found[ref] for ref in refs if ref in found and seen_by(visit.member.role, found[ref]).is_open]
    if what == "plain":
        return await _check(visit, place, chosen, len(refs))

    def work(tx: Connection, doing: undo.Act) -> None:
        put_texts_under(tx, visit, doing, chosen, theme_id)

    way = _way(visit, place, len(refs) - len(chosen))
    return await carry_out(visit, f"put {many(len(chosen), 'text')} under a theme", work, way)


async def _check(visit: StaffRequest, place: WorkPlace, chosen: Sequence[FreeText], asked: int) -> Response:
    """Note that nothing has to be hidden, in those texts alone in which nothing was proposed and nobody has checked."""
    plain = [text for text in chosen if text.waits and await _is_plain(visit, text)]
    now = visit.desk.now()

    def work(tx: Connection, doing: undo.Act) -> None:
        for text in plain:
            texts.check(doing, text=text, state="checked", hidden=(), now=now)
            case_list.move_on(tx, doing, conversation_id=text.conversation_id, to="read", now=now)

    way = _way(visit, place, asked - len(plain))
    return await carry_out(visit, f"checked {many(len(plain), 'text')}: nothing to hide", work, way)


def _named(refs: Sequence[str]) -> list[str]:
    """Return the names that are names of texts. Raises: HTTPException (400), for any other."""
    if not all(ref[:1] in ("a", "c") and ref[1:].isascii() and ref[1:].isdecimal() and len(ref) < 11 for ref in refs):
        raise HTTPException(400)
    return list(refs)


def _way(visit: StaffRequest, place: WorkPlace, left: int) -> Way:
    return Way("/together", kept={**_fields(visit, place), "left": str(left) if left else ""})


def _fields(visit: StaffRequest, place: WorkPlace) -> dict[str, str]:
    return {"queue": place.queue, "q": visit.query.one("q")}


def _place(visit: StaffRequest) -> WorkPlace:
    place = place_in_work(visit)
    return place if place.queue in _QUEUES else WorkPlace("check")


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    place, words, desk = _place(visit), visit.query.one("q"), visit.desk
    index = await desk.indexing.current(desk.database, visit.vault) if words else None
    found = await visit.read(lambda tx: _found(tx, visit, place.queue, index))
    can_check = visit.member.has_one_of(RAW) and place.queue == "check"
    shown = [
        TogetherText(seen_by(visit.member.role, text), not can_check or await _is_plain(visit, text)) for text in found
    ]
    seen = await visit.read(lambda tx: of_texts(tx, visit.vault, found).stamp(visit.vault))
    about = sorted({text.conversation_id for text in found})

    def note(tx: Connection) -> None:
        for conversation_id in about:
            visit.audit(tx, "read", f"conversation {conversation_id}")

    if about:
        await desk.database.write(note)
    return visit.page(
        "together",
        400 if problem else 200,
        spot=place,
        queues=[(name, QUEUES[name]) for name in queues_of(visit.member.role) if name in _QUEUES],
        q=words,
        seen=seen,
        shown=shown,
        here=address(**_fields(visit, place)),
        themes=await visit.read(themes.in_use),
        no_theme=(NO_THEME, NO_THEME_NAME),
        can_check=can_check,
        ticked=visit.form.many("one"),
        left=visit.query.one("left")[:4],
        problem=problem,
        done=await just_done(visit),
    )


def _found(tx: Connection, visit: StaffRequest, queue: Queue, index: WordIndex | None) -> list[FreeText]:
    """Return the texts to show: of the queue, or with the words that are looked for and not done yet."""
    words, role = visit.query.one("q"), visit.member.role
    if not words:
        refs = [one.ref for one in ready(tx, queue=queue)]
        known = texts.with_refs(tx, visit.vault, refs=refs[: 2 * _SHOWN])
        said = [known[ref] for ref in refs if ref in known]
    else:
        query = query_of(words)
        asked = ListQuery(CaseFilter(), role, words, index=index)
        ids = every_id(tx, visit.vault, asked, most=_SEARCHED) if query else ()
        theirs = texts.of_conversations(tx, visit.vault, ids=ids)
        said = [text for one in ids for text in theirs[one] if holds(words_as_seen(role, text), query)]
        said = _not_done(tx, visit, queue, said)
    return [text for text in said if seen_by(role, text).is_open][:_SHOWN]


def _not_done(tx: Connection, visit: StaffRequest, queue: Queue, said: Sequence[FreeText]) -> list[FreeText]:
    """Return the texts that nobody has checked yet, or that stand under nothing yet."""
    if queue == "check":
        return [text for text in said if text.waits]
    coded = codings.of_texts(tx, visit.vault, refs=[text.ref for text in said])
    return [text for text in said if text.ref not in coded]


async def _is_plain(visit: StaffRequest, text: FreeText) -> bool:
    return not await proposed_in(visit, text) and not await is_about_person(visit, text)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/together", show, CODERS),
    StaffPage("POST", "/together", keep, CODERS, watch=texts_of_form, insist="Do it all the same"),
)
