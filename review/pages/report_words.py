"""The words around the figures of a report: written here or brought as a file, previewed, kept version by version."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection
from starlette.responses import Response

from feedback.errors import FlowError
from report.build.document_builder import WORDS, document
from report.build.report import Findings, Report
from report.counting.theme_figures import ThemeFigure
from report.narrative.file import from_file, to_file
from report.narrative.model import LINES, TEXTS, Narrative, ToldParagraph, too_long
from report.narrative.prose import behind
from report.narrative.quotes import Quotable
from review.http.multipart import as_bytes
from review.http.press import Snapshot
from review.http.request import FormFields, StaffRequest
from review.http.roles import TELLERS, StaffPage
from review.http.undo import Way, carry_out, just_done
from review.pages.figures import drawn, report_of, title_of, versions_of
from review.text.reading_ease import reading_of
from review.text.report_inputs import heard, narrative_of
from storage.audit.undo import Act
from storage.review import themes
from storage.review.work import report_texts
from storage.review.work.report_texts import NewReportText, ReportText

_MOST_BYTES = 200_000
"""Of a file of words: some hundred pages. It is read on the spot, so there is an end."""
_MOST_QUOTES = 300
"""Quotes to choose from on one page. A guess: a long evening of reading."""
_FEW_THEMES = 2
"""Themes that the form offers for one paragraph, at least."""


@dataclass(frozen=True)
class _Written:
    """What stands in the form: the words, the quotes that were ticked (None: left to the rule), and the version shown."""

    words: Narrative
    picked: tuple[str, ...] | None
    is_typed: bool = False


async def show(visit: StaffRequest) -> Response:
    """Show the words as they are, or as they were in the version that the address names."""
    return await _page(visit, await _kept(visit, visit.query.one("version")))


async def save(visit: StaffRequest) -> Response:
    """Preview the words, or keep them as a new version."""
    written, name = _typed(visit.form), visit.path("name")
    problems = too_long(written.words)
    if problems or visit.form.one("do") != "keep":
        return await _page(visit, written, problems)
    new = NewReportText(to_file(written.words), written.picked)

    def work(tx: Connection, doing: Act) -> None:
        report_texts.write(tx, doing, flow=name, new=new, by=visit.member.name, now=visit.desk.now())

    return await carry_out(visit, "wrote words of a report", work, Way(f"/figures/{name}/words"))


async def download(visit: StaffRequest) -> Response:
    """Hand out the words as a file. Themes stand in it by their names."""
    kept, named = await _kept(visit), {one.id: one.name for one in await visit.read(themes.in_use)}
    file = f'attachment; filename="sayso-{visit.path("name")}-words.toml"'
    headers = {"Content-Type": "application/toml; charset=utf-8", "Content-Disposition": file}
    return Response(to_file(kept.words.renamed(named)), headers=headers)


async def bring(visit: StaffRequest) -> Response:
    """Show the words of a file in the form, to be looked at and kept; or what is wrong with it, line by line."""
    kept, ids = await _kept(visit), {one.name: one.id for one in await visit.read(themes.in_use)}
    content = as_bytes(visit.form.text("file"))
    if len(content) > _MOST_BYTES:
        return await _page(visit, kept, ("This file is far longer than the words of any report.",))
    text = content.decode("utf-8-sig", "replace")
    try:
        brought = from_file("your file", text, ids)
    except FlowError as fault:
        return await _page(visit, kept, tuple(map(str, fault.faults)))
    return await _page(visit, _Written(brought.renamed(ids), kept.picked, is_typed=True))


def _typed(form: FormFields) -> _Written:
    """Return what the form says. A paragraph without words is left out."""
    told = [
        ToldParagraph(_lines(form, f"told_{number}"), form.many(f"theme_{number}")) for number in sorted(_numbers(form))
    ]
    count = form.one("organisations_asked")
    words = Narrative(
        title=form.one("title"),
        organisation=form.one("organisation"),
        contact=form.one("contact"),
        heard_from=form.one("heard_from"),
        introduction=_lines(form, "introduction"),
        asked=_lines(form, "asked"),
        organisations_asked=int(count[:9]) or None if count.isascii() and count.isdecimal() else None,
        told=tuple(one for one in told if one.words),
        next=_lines(form, "next"),
        thanks=_lines(form, "thanks"),
    )
    return _Written(words, form.many("quote") if form.one("choose") == "yes" else None, is_typed=True)


def _lines(form: FormFields, name: str) -> str:
    """Return a text of several lines; browsers end each with two signs."""
    return form.one(name).replace("\r\n", "\n")


def _numbers(form: FormFields) -> Iterator[int]:
    for name in form.all:
        number = name.removeprefix("told_")
        if number != name and number.isascii() and number.isdecimal():
            yield int(number[:9])


async def _kept(visit: StaffRequest, version: str = "") -> _Written:
    """Return the newest version, or the one that is named where there is one."""
    title_of(visit)
    known = await visit.read(lambda tx: report_texts.versions(tx, flow=visit.path("name")))
    found = next((one for one in known if str(one.version) == version), next(iter(known), None))
    if found is None:
        return _Written(Narrative(organisation=visit.desk.organisation), None)
    return _Written(narrative_of(found, await visit.read(themes.taken_over)), found.quotes)


async def _page(visit: StaffRequest, written: _Written, problems: tuple[str, ...] = ()) -> Response:
    def look(tx: Connection) -> tuple[Findings, Report | None, tuple[ReportText, ...]]:
        found = _with(heard(tx, visit.vault, flow=name), written)
        report = report_of(tx, visit, name, heard_so=found) if versions_of(tx, visit, name) else None
        return found, report, report_texts.versions(tx, flow=name)

    name, title = visit.path("name"), title_of(visit)
    found, report, versions = await visit.read(look)
    spoken = {one.theme: one for one in report.method.themes if one.question == WORDS} if report else {}
    named = await visit.read(themes.in_use)
    blocks = document(report).blocks if report is not None and written.is_typed and not problems else ()
    return visit.page(
        "report-words",
        400 if problems else 200,
        name=name,
        title=title,
        words=written.words,
        lines=LINES,
        texts=TEXTS,
        told=_paragraphs(written.words, spoken),
        themes=[(one.id, "– " * one.depth + one.name) for one in named],
        spoken=[(one.theme, behind(one)) for one in sorted(spoken.values(), key=lambda one: -(one.chose or 0))],
        quotes=_quotes(found, {one.id: one.name for one in named}),
        picked=written.picked,
        readings=_readings(written.words),
        blocks=tuple(drawn(block, place) for place, block in enumerate(blocks)),
        versions=versions,
        problems=problems,
        done=await just_done(visit),
        seen=_of(next(iter(versions), None)).stamp(visit.vault),
    )


def _with(found: Findings, written: _Written) -> Findings:
    return replace(found, narrative=written.words, picked=None if written.picked is None else frozenset(written.picked))


def _paragraphs(
    words: Narrative, spoken: Mapping[str, ThemeFigure]
) -> list[tuple[ToldParagraph, tuple[str, ...], tuple[str, ...]]]:
    """Return each paragraph on what people said, and an empty one: with a theme for each field, and who is behind it."""
    rows = []
    for one in (*words.told, ToldParagraph("")):
        fields = (*one.themes, "", "")[: max(_FEW_THEMES, len(one.themes) + 1)]
        rows.append((one, fields, tuple(behind(spoken[theme]) for theme in one.themes if theme in spoken)))
    return rows


def _quotes(found: Findings, named: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return (reference, words, theme) of what may be quoted, each text once under a theme, the last sorted first."""
    told: dict[str, Quotable] = {}
    for one in found.said:
        told.setdefault(one.ref, one)
    return [(one.ref, one.words, named.get(one.theme, "")) for one in list(told.values())[:_MOST_QUOTES]]


def _readings(words: Narrative) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is hard to read in each text, by the name of the text."""
    texts = [(label, getattr(words, key)) for key, label in TEXTS.items()]
    texts += [(f"We were told, paragraph {number}", one.words) for number, one in enumerate(words.told, 1)]
    read = ((label, reading_of(text).remarks) for label, text in texts if text)
    return [(label, remarks) for label, remarks in read if remarks]


def words_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the words that a form changes."""
    return _of(report_texts.newest(tx, flow=visit.path("name")))


def _of(written: ReportText | None) -> Snapshot:
    if written is None:
        return Snapshot((("The words", "none yet"),), "words of a report")
    return Snapshot(((f"Version {written.version}, by {written.written_by}", written.words),), "words of a report")


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/figures/{name}/words", show, TELLERS),
    StaffPage(
        "POST", "/figures/{name}/words", save, TELLERS, watch=words_watched, insist="Keep mine as the newest version"
    ),
    StaffPage("GET", "/figures/{name}/words/file", download, TELLERS),
    StaffPage("POST", "/figures/{name}/words/file", bring, TELLERS, takes_file=True, writes=False),
)
