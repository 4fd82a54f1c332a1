"""Every answer and comment as one row, for a notebook or a spreadsheet.

There is a row for every question of every counted conversation, implied, not asked and not reached ones too, so that
each base of the report can be counted again from the rows. Of a withdrawn conversation only the fact is left.
"""

import csv
import io
import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Literal, assert_never

from feedback.conversation.response import Comment, Response
from feedback.errors import SaysoError
from feedback.flows.answer import Answer
from feedback.flows.model import Flow
from feedback.types.question_type import Value
from report.counting.response_state import QuestionState, Status, replies, standing

Coded = str | list[str] | int | float | None


@dataclass(frozen=True)
class LongRow:
    """One answer or one comment (`question` is None), its fields in the order of the columns.

    `value` is a choice id, a list of them, a number, a date as text or None; `text` the person's own words. `at` (ISO
    8601) and `revision` are None where the person did nothing.
    """

    person: str
    conversation: str
    flow: str
    version: int
    channel: str
    question: str | None
    state: Status | Literal["withdrawn"]
    value: Coded
    text: str
    at: str | None
    revision: int | None
    language: str


COLUMNS: tuple[str, ...] = tuple(field.name for field in fields(LongRow))

_FORMULA = frozenset("=+-@\t\r\n")
_LINE_ENDS = {ord(mark): f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"}
"""Marks that JSON lets stand and that some programs read as the end of a line."""


def rows(responses: Iterable[Response], flows: Mapping[str, Flow]) -> Iterator[LongRow]:
    """Yield the rows of conversations of any flows, in their order: questions as in the flow, then comments.

    `flows` is by version id. Conversations without consent give no row. An answer that a correction took off the
    route is not given: its question stands as the report counts it. Raises SaysoError for a version that is not there.
    """
    for response in responses:
        where = standing(response)
        if where == "counted":
            yield from _counted(response, version_of(response, flows))
        elif where == "withdrawn":
            yield from (_row(response, question, "withdrawn") for question in response.answers)


def jsonl(table: Iterable[LongRow]) -> Iterator[str]:
    """Yield one JSON object for each row, each with its line end."""
    for row in table:
        yield json.dumps(vars(row), ensure_ascii=False).translate(_LINE_ENDS) + "\n"


def csv_lines(table: Iterable[LongRow], separator: str = ",") -> Iterator[str]:
    """Yield the head and the rows as CSV (RFC 4180; several picks stand with spaces between, nothing is an empty cell).

    A text that a spreadsheet would run as a formula gets a ' in front, also behind spaces and in full-width forms.
    """
    sheet = io.StringIO()
    writer = csv.writer(sheet, delimiter=separator)
    writer.writerow(COLUMNS)
    for row in table:
        yield _taken(sheet)
        writer.writerow([safe_cell(value) for value in vars(row).values()])
    yield _taken(sheet)


def _taken(sheet: io.StringIO) -> str:
    text = sheet.getvalue()
    sheet.seek(0)
    sheet.truncate()
    return text


def safe_cell(value: Coded) -> str | int | float:
    """Return a value as a cell of CSV that no spreadsheet runs: several picks with spaces between, nothing as ""."""
    match value:
        case None:
            return ""
        case int() | float():
            return value
        case list():
            return _safe(" ".join(value))
        case str():
            return _safe(value)
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(value)


def _safe(text: str) -> str:
    """Return a text that no spreadsheet runs. Marks that are not seen (spaces, zero width) do not hide a sign."""
    if text[:1].isalnum():
        return text
    first = next((mark for mark in text if mark in _FORMULA or not _is_unseen(mark)), "")
    return f"'{text}" if unicodedata.normalize("NFKC", first)[:1] in _FORMULA else text


def _is_unseen(mark: str) -> bool:
    return mark.isspace() or unicodedata.category(mark) in ("Cc", "Cf")


def version_of(response: Response, flows: Mapping[str, Flow]) -> Flow:
    """Return the version of the flow that a conversation was held with. Raises SaysoError where it is not there."""
    flow = flows.get(response.version_id)
    if flow is None:
        raise SaysoError(
            f"Conversation {response.conversation} belongs to a version of {response.flow} that is not stored: "
            f"{response.version_id[:12]}. Restore the flow_versions table from a backup."
        )
    return flow


def _counted(response: Response, flow: Flow) -> Iterator[LongRow]:
    for reply in replies(flow, response.answers):
        yield _answer_row(response, reply)
    for comment in response.comments:
        yield _row(response, None, "answered", said=comment)


def _answer_row(response: Response, reply: QuestionState) -> LongRow:
    answer, question = reply.answer, reply.question.id
    if answer is None:
        return _row(response, question, reply.status)
    if reply.status == "implied":
        return _row(response, question, reply.status, value=_coded(answer.value))
    return _row(response, question, reply.status, value=_coded(answer.value), said=answer)


def _row(
    response: Response,
    question: str | None,
    state: Status | Literal["withdrawn"],
    *,
    value: Coded = None,
    said: Answer | Comment | None = None,
) -> LongRow:
    return LongRow(
        person=response.person,
        conversation=response.conversation,
        flow=response.flow,
        version=response.version,
        channel=response.channel,
        question=question,
        state=state,
        value=value,
        text=said.words if said else "",
        at=_time(said.at) if said else None,
        revision=said.revision if said else None,
        language=response.language,
    )


def _coded(value: Value) -> Coded:
    if isinstance(value, tuple):
        return list(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _time(at: datetime) -> str:
    return at.isoformat()
