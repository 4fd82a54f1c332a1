"""Reports that were published before: what is read from them again, as a reader has it."""

from collections.abc import Iterable, Iterator, Mapping
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
from report.counting.figures import Figure, QuestionCounts
from report.counting.flow_versions import in_order, join
from report.disclosure.printed_question import PrintedQuestion, PrintedReport


def printed(report: Report, flows: Mapping[str, Flow]) -> PrintedReport:
    """Return a report as a reader has it; `flows` is by version id."""
    told, is_rounded = report.method, report.method.profile == "nhs-round5"
    sheets = _sheets(report, flows, report.figures, told.questions)
    people = _sheets(report, flows, told.by_person, told.questions_by_person) if told.questions_by_person else None
    once = None if people is None else PrintedReport(people, told.people, None, is_rounded)
    if is_rounded:
        return PrintedReport(sheets, report.responses, told.journey.partial, is_rounded, once)
    responses = report.responses or 0
    # A part of the replies does not say how many finished.
    unfinished = None if report.completed is None else responses - report.completed
    return PrintedReport(sheets, responses, unfinished, people=once)


def _sheets(
    report: Report, flows: Mapping[str, Flow], told: Iterable[Figure], asked: Iterable[QuestionCounts]
) -> tuple[PrintedQuestion, ...]:
    used = {version.version_id for version in report.method.versions}
    versions = in_order(flow for flow in flows.values() if flow.name == report.flow)
    counts, found = {one.id: one for one in asked}, tuple(told)
    joined = join(tuple(one for one in versions if one.version_id in used) or versions)
    result = []
    for one in (known for known in joined if known.question.id in counts):
        figures = tuple(figure for figure in found if figure.question == one.question.id)
        years = tuple(Choice(figure.choice, figure.label) for figure in figures)
        question = replace(one.question, choices=years) if type_of(one.question).counting == "years" else one.question
        result.append(PrintedQuestion(replace(one, question=question), figures, counts[one.question.id]))
    return tuple(result)


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
