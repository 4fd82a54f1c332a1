"""What the public sees of a flow: staff choose it here, piece by piece. Nothing leaves that was not chosen."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from browser.public_phrases import EASY, PHRASES, needs_phrases
from feedback.errors import SaysoError
from feedback.flows.model import Flow
from report.build.report import Report
from report.formats.markdown_json import to_json
from report.narrative.quotes import Quotable
from report.parts.public_page import public_questions
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import TELLERS, StaffPage
from review.http.undo import Way, carry_out, just_done
from review.pages.figures import title_of, versions_of
from review.text import labels
from review.text.public.material import PublicMaterial, allowed, material_of
from review.text.reading_ease import reading_of
from review.text.report_inputs import heard
from storage.audit.undo import Act
from storage.review import outcomes
from storage.review.outcomes import OutcomeEntry
from storage.review.told_back import public_pages
from storage.review.told_back.public_pages import KeptPage, PublicPageDraft

_LONGEST = 6000
"""Characters of the words in one language: two pages. A guess."""
_LONGEST_LINE = 200
"""Characters of a title, or of one of the fixed words: three lines of a phone. A guess."""
_MOST_LANGUAGES = 30
"""A guess: more than any team writes in."""
_TOO_LONG = f"Write {_LONGEST:,} characters at most in each language, and {_LONGEST_LINE} in each line."
_NO_LANGUAGE = "Write a language as its code, such as pl for Polish: letters and dashes alone."


@dataclass(frozen=True)
class _Known:
    """What can be chosen from."""

    flow: Flow
    kept: KeptPage | None
    said: Sequence[Quotable]
    outcomes: tuple[OutcomeEntry, ...]
    material: PublicMaterial | None
    reports: Mapping[str, Report]


async def show(visit: StaffRequest) -> Response:
    """Show what was chosen, what can be, and how it looks."""
    known = await _known(visit)
    return _page(visit, known, known.kept or PublicPageDraft(), done=await just_done(visit))


async def save(visit: StaffRequest) -> Response:
    """Keep what was chosen. It is open to the public where that is ticked, and nowhere else."""
    known = await _known(visit)
    draft, name = _typed(visit, known), visit.path("name")
    problem = _problem(draft)
    if problem:
        return _page(visit, known, draft, problem)

    def work(tx: Connection, doing: Act) -> None:
        public_pages.keep(doing, tx, flow=name, draft=draft, by=visit.member.name, now=visit.desk.now())

    what = "changed what the public sees" if draft.is_open else "kept what the public does not see yet"
    return await carry_out(visit, what, work, Way(f"/figures/{name}/public"))


async def publish(visit: StaffRequest) -> Response:
    """Publish the figures as they are now, so that they can be chosen; or say why that would tell of few people."""
    known = await _known(visit)
    name = visit.path("name")
    try:
        await asyncio.to_thread(visit.desk.service.publish, name)
    except SaysoError as fault:
        return _page(visit, known, known.kept or PublicPageDraft(), str(fault))
    await visit.write(lambda tx: visit.audit(tx, "published figures", f"flow {name}"), f"/figures/{name}/public")
    return visit.go(f"/figures/{name}/public")


async def _known(visit: StaffRequest) -> _Known:
    name, _ = visit.path("name"), title_of(visit)
    current = visit.desk.set_up.current(name)
    flow = current if current is not None else await visit.read(lambda tx: _newest(tx, visit, name))
    reports = await asyncio.to_thread(visit.desk.service.published, name)

    def look(tx: Connection) -> _Known:
        kept = public_pages.of_flow(tx, flow=name)
        material = material_of(tx, visit.vault, flow, kept) if kept else None
        said = heard(tx, visit.vault, flow=name).said
        return _Known(flow, kept, said, outcomes.entries(tx), material, reports)

    return await visit.read(look)


def _newest(tx: Connection, visit: StaffRequest, name: str) -> Flow:
    """Return the version that was stored last. Raises: HTTPException (404), where nobody was ever asked."""
    kept = tuple(versions_of(tx, visit, name).values())
    if not kept:
        raise HTTPException(404)
    return kept[-1]


def _typed(visit: StaffRequest, known: _Known) -> PublicPageDraft:
    """Return what the form says, of what can be chosen."""
    form = visit.form
    report = known.reports.get(form.one("report"))
    may_ask = {one.id for one in public_questions(report)} if report else set()
    may_quote = {one.ref for one in allowed(report, known.flow, known.said)}
    may_tell = {one.id for one in known.outcomes}
    return PublicPageDraft(
        is_open=form.one("is_open") == "yes",
        texts=dict(_texts(visit)),
        report=to_json(_without_words(report)) if report else "",
        questions=tuple(one for one in form.many("question") if one in may_ask),
        outcomes=tuple(one for one in form.many("outcome") if one in may_tell),
        quotes=tuple(one for one in form.many("quote") if one in may_quote),
    )


def _texts(visit: StaffRequest) -> list[tuple[str, dict[str, str]]]:
    """Return the words in each language in which any were written."""
    form, found = visit.form, []
    codes = [*form.many("language")[:_MOST_LANGUAGES], form.one("new_language").strip().lower()]
    for code in dict.fromkeys(codes):
        lines = {key: form.one(f"{key}-{code}") for key in ("title", *PHRASES)}
        text = form.one(f"text-{code}").replace("\r\n", "\n")
        written = {key: words for key, words in {**lines, "text": text}.items() if words}
        if code and (written or code == form.one("new_language").strip().lower()):
            found.append((code, written))
    return found


def _without_words(report: Report) -> Report:
    """Return a report without anybody's words, which are read anew each time, and without those of staff around it."""
    return replace(report, method=replace(report.method, quotes=(), kept_back=("not kept",)))


def _problem(draft: PublicPageDraft) -> str:
    if any(not code.replace("-", "").isalnum() or not code.isascii() or len(code) > 20 for code in draft.texts):
        return _NO_LANGUAGE
    for written in draft.texts.values():
        lines = [words for key, words in written.items() if key != "text"]
        if len(written.get("text", "")) > _LONGEST or any(len(line) > _LONGEST_LINE for line in lines):
            return _TOO_LONG
    return ""


def _page(
    visit: StaffRequest, known: _Known, draft: PublicPageDraft, problem: str = "", *, done: object = None
) -> Response:
    report = _report_of(draft, known)
    languages = tuple(dict.fromkeys((known.flow.language, EASY, *draft.texts)))
    return visit.page(
        "public-page",
        400 if problem else 200,
        name=known.flow.name,
        title=known.flow.title,
        draft=draft,
        problem=problem,
        done=done,
        seen=_snapshot(known.kept).stamp(visit.vault),
        languages=[(code, draft.texts.get(code, {}), _remarks(draft, code)) for code in languages],
        phrases=PHRASES,
        needs_phrases=needs_phrases,
        reports=[(name, _told(one)) for name, one in known.reports.items()],
        report=report[0],
        questions=public_questions(report[1], words=known.flow) if report[1] else (),
        quotes=_once(allowed(report[1], known.flow, known.said)),
        outcomes=known.outcomes,
        material=known.material,
        wording=labels,
        address_of_page=f"{visit.desk.public_url}/heard/{known.flow.name}",
    )


def _report_of(draft: PublicPageDraft, known: _Known) -> tuple[str, Report | None]:
    """Return the published report that is chosen, by its name; the newest where none is yet."""
    chosen = next((name for name, one in known.reports.items() if to_json(_without_words(one)) == draft.report), "")
    first = chosen or next(iter(known.reports), "")
    return first, known.reports.get(first)


def _told(report: Report) -> str:
    part = f", {report.method.slice}" if report.method.slice.is_part else ""
    return f"{report.method.made_on or report.method.last_on}, {report.responses} replies{part}"


def _remarks(draft: PublicPageDraft, code: str) -> tuple[str, ...]:
    text = draft.texts.get(code, {}).get("text", "")
    return reading_of(text).remarks if text and not needs_phrases(code) else ()


def _once(said: Sequence[Quotable]) -> tuple[Quotable, ...]:
    return tuple({one.ref: one for one in said}.values())


def _snapshot(kept: KeptPage | None) -> Snapshot:
    if kept is None:
        return Snapshot((("The page", "not made yet"),), "the public page")
    shown = "open to the public" if kept.is_open else "not open to the public"
    told = f"{shown}; {len(kept.questions)} questions, {len(kept.outcomes)} outcomes, {len(kept.quotes)} quotes"
    words = "\n\n".join(words for written in kept.texts.values() for words in written.values())
    return Snapshot(((f"By {kept.changed_by}", told), ("The words", words)), "the public page")


def page_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at what was chosen of a flow."""
    return _snapshot(public_pages.of_flow(tx, flow=visit.path("name")))


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/figures/{name}/public", show, TELLERS),
    StaffPage("POST", "/figures/{name}/public", save, TELLERS, watch=page_watched, insist="Keep mine in its place"),
    StaffPage("POST", "/figures/{name}/public/publish", publish, TELLERS),
)
