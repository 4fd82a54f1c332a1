"""Reports that were published before: what is read from them again, and what they and a new one must not tell together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date
from hashlib import sha256
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from feedback.conversation.response import Response
from feedback.errors import SaysoError
from feedback.flows.model import Choice, Flow
from feedback.types.registry import type_of
from report.build.report import Report
from report.build.surfaces import told_between
from report.counting.figures import Figure, QuestionCounts
from report.counting.flow_versions import in_order, join
from report.disclosure.attacker import SMALLEST_BASE, attack_pair
from report.disclosure.printed_question import PrintedQuestion, PrintedReport
from report.disclosure.suppression import hide_whole
from report.disclosure.theme_attack import ALL_WORDS, ThemeContext, attack_theme_pair, without_what_tells

TOO_SOON = "Too few people came since an earlier report was published: the two together would tell of them."


def printed(report: Report, flows: Mapping[str, Flow]) -> PrintedReport:
    """Return a report as a reader has it; `flows` is by version id."""
    told, is_rounded = report.method, report.method.profile == "nhs-round5"
    sheets = _sheets(report, flows, report.figures, told.questions)
    people = _sheets(report, flows, told.by_person, told.questions_by_person) if told.questions_by_person else None
    once = None if people is None else PrintedReport(people, told.people, None, is_rounded)
    if is_rounded:
        return PrintedReport(sheets, report.responses, told.journey.partial, is_rounded, once)
    responses = report.responses or 0
    return PrintedReport(sheets, responses, responses - (report.completed or 0), people=once)


def _sheets(
    report: Report, flows: Mapping[str, Flow], told: Iterable[Figure], asked: Iterable[QuestionCounts]
) -> tuple[PrintedQuestion, ...]:
    used = {version.version_id for version in report.method.versions}
    versions = in_order(flow for flow in flows.values() if flow.name == report.flow)
    counts, found = {one.id: one for one in asked}, tuple(told)
    joined = join(tuple(one for one in versions if one.version_id in used) or versions)
    result = []
    for one in joined:
        figures = tuple(figure for figure in found if figure.question == one.question.id)
        years = tuple(Choice(figure.choice, figure.label) for figure in figures)
        question = replace(one.question, choices=years) if type_of(one.question).counting == "years" else one.question
        result.append(PrintedQuestion(replace(one, question=question), figures, counts[one.question.id]))
    return tuple(result)


def apart_from(report: Report, earlier: Iterable[Report], flows: Mapping[str, Flow]) -> Report:
    """Return the report without the questions that, beside one published earlier, would tell of the few between them.

    Only reports that hide small numbers are held apart; exact ones hide nothing.
    """
    if report.method.profile == "organisations":
        return report
    for old in earlier:
        if old.flow == report.flow:
            report = _themes_apart(_apart(report, old, flows), old)
            for surface in tuple(told_between(old, report)):
                report = surface.without(report) if surface.without is not None else report
    return report


def _themes_apart(report: Report, old: Report) -> Report:
    """Return the report without the themes that, beside an earlier one, would tell of the few between them."""
    method = report.method
    wrote = {one.id: one.answered for one in method.questions if one.answered and one.type == "text"}
    most = max(report.responses or 0, old.responses or 0) + 2
    known = ThemeContext(most, method.theme_parents, wrote, None, method.profile == "nhs-round5")
    themes = method.themes
    while found := attack_theme_pair(old.method.themes, themes, known):
        fewer = without_what_tells(themes, found, TOO_SOON)
        if fewer == themes:
            break
        themes = fewer
    shown = {one.choice for one in themes if one.shown and one.question == ALL_WORDS}
    quotes = tuple(one for one in method.quotes if one.theme in shown)
    return replace(report, method=replace(method, themes=themes, quotes=quotes))


def _apart(report: Report, old: Report, flows: Mapping[str, Flow]) -> Report:
    before, now = printed(old, flows), printed(report, flows)
    if now.people is not None and attack_pair(before, now):
        report = replace(report, method=replace(report.method, by_person=(), questions_by_person=()))
        now = replace(now, people=None)
    gone: set[str] = set()
    while (found := attack_pair(before, now)) and (told := _still_told(now.sheets)):
        gone |= ({one.question for one in found} & told) or told
        sheets = tuple(hide_whole(one, TOO_SOON) if one.counts.id in gone else one for one in now.sheets)
        now = replace(now, sheets=sheets)
    return _without(report, now.sheets, gone)


def _still_told(sheets: Sequence[PrintedQuestion]) -> set[str]:
    return {sheet.counts.id for sheet in sheets if sheet.is_told}


def _without(report: Report, sheets: Sequence[PrintedQuestion], gone: set[str]) -> Report:
    """Return the report with these sheets, and with nothing more told of the questions that are gone."""
    if not gone:
        return report
    journey = replace(report.method.journey, left=(), channels=(), versions=(), months=())
    themes = tuple(one for one in report.method.themes if one.question not in gone and one.question != "words")
    comments = tuple(replace(one, count=None) if one.question in gone else one for one in report.comments)
    counts = tuple(sheet.counts for sheet in sheets)
    method = replace(report.method, questions=counts, journey=journey, themes=themes, quotes=(), groups=())
    figures = tuple(figure for sheet in sheets for figure in sheet.figures)
    return replace(report, figures=figures, comments=comments, method=method)


def load_report(raw: Mapping[str, Any]) -> Report:
    """Return the report that `report.formats.markdown_json.to_json` wrote, from its parsed JSON. Raises SaysoError for anything else."""
    try:
        return _load(Report, raw)  # type: ignore[no-any-return]
    except (KeyError, TypeError, ValueError) as error:
        raise SaysoError("This is no report that sayso published. Take it out of the folder of reports.") from error


def _load(kind: Any, raw: Any) -> Any:
    """Return a value of a type of ours from parsed JSON: dataclasses, tuples, mappings, dates and plain values."""
    if raw is None:
        return None
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        given = [one for one in fields(kind) if one.name in raw or one.default is one.default_factory is MISSING]
        return kind(**{one.name: _load(hints[one.name], raw[one.name]) for one in given})
    if kind is date:
        return date.fromisoformat(raw)
    inner = get_args(kind)
    if get_origin(kind) is tuple:
        return tuple(_load(inner[0] if inner[-1] is ... else inner[place], one) for place, one in enumerate(raw))
    return _load(inner[0], raw) if get_origin(kind) is UnionType else raw


class VersionedResponses:
    """Responses on their way into a report, and the version of the data that they are: the same for the same replies."""

    def __init__(self, responses: Iterable[Response]) -> None:
        self._responses = responses
        self._sum = 0

    def __iter__(self) -> Iterator[Response]:
        for response in self._responses:
            told = sorted((name, one.state, repr(one.value), one.revision) for name, one in response.answers.items())
            agreed = sorted(response.consents.items())
            said_by = (response.conversation, response.person, response.version_id, response.stage)
            text = repr((*said_by, told, agreed, len(response.comments)))
            self._sum += int.from_bytes(sha256(text.encode()).digest())
            yield response

    @property
    def version(self) -> str:
        """The version of what has been read so far, 16 hexadecimal digits, whatever the order was."""
        return f"{self._sum % 2**64:016x}"


def refuse_too_soon(report: Report, earlier: Iterable[Report]) -> None:
    """Raise SaysoError where between one and nine more people replied since a report was published."""
    for old in earlier:
        more = abs((report.responses or 0) - (old.responses or 0))
        if report.method.profile != "organisations" and old.flow == report.flow and 0 < more < SMALLEST_BASE:
            raise SaysoError(
                f"Only {more} more replied since a report was published, so the two together would tell of them. "
                f"Publish again when {SMALLEST_BASE} more have replied."
            )
