"""One row for each conversation of a flow, with a column for each variable of its codebook."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from feedback.conversation.response import Response
from feedback.flows.answer import Answer
from feedback.flows.model import Flow
from report.counting.response_state import QuestionState, replies, standing
from report.exports.codebook import Codebook, Variable
from report.exports.long import version_of
from report.exports.theme_columns import SortedAt, sorted_at

Cell = str | int | float | datetime | None
"""Choices and states as their ids, picks as 1 and 0. None stands for nothing, and the state beside it says why."""


def wide_rows(book: Codebook, responses: Iterable[Response], flows: Mapping[str, Flow]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each counted or withdrawn conversation of this flow, in the order of `book.variables`.

    `flows` is by version id. Conversations without consent and those of other flows give no row. Raises SaysoError for
    a version that is not there.
    """
    for response in responses:
        if response.flow == book.flow and (row := wide_row(book, response, flows)) is not None:
            yield row


def wide_row(book: Codebook, response: Response, flows: Mapping[str, Flow]) -> tuple[Cell, ...] | None:
    """Return the row of one conversation, or None where nothing of it is counted."""
    match standing(response):
        case "no consent":
            return None
        case "withdrawn":
            given = dict.fromkeys(response.answers)
            return tuple(_withdrawn(variable, response, given) for variable in book.variables)
        case "counted":
            found = {reply.question.id: reply for reply in replies(version_of(response, flows), response.answers)}
            told = _Told(found, _offered(book, response.version_id), sorted_at(book.words, response, found.values()))
            return tuple(
                _cell(one, response, told) if one.place is None else _sorted_cell(one, told.sorted.get(one.place))
                for one in book.variables
            )
        case other:  # pragma: no cover - mypy proves that there is no other
            assert_never(other)


def _offered(book: Codebook, version_id: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (name, choice)
        for name, joined in book.questions.items()
        for choice, versions in joined.offered.items()
        if version_id in versions
    )


@dataclass(frozen=True)
class _Told:
    """What is known of one conversation: its answers, the choices that it was offered, and what staff have sorted."""

    found: Mapping[str, QuestionState]
    offered: frozenset[tuple[str, str]]
    sorted: Mapping[str, SortedAt]


def _cell(variable: Variable, response: Response, told: _Told) -> Cell:
    if not variable.question:
        return _own(variable.name, response)
    reply = told.found.get(variable.question)
    if variable.kind == "state":
        return reply.status if reply else "not asked"
    if reply is None or reply.answer is None:
        return "" if variable.kind == "words" else None
    if variable.kind == "picked":
        return _picked(variable, reply, told.offered)
    return reply.answer.words if variable.kind == "words" else _value(reply.answer)


def _sorted_cell(variable: Variable, found: SortedAt | None) -> Cell:
    if variable.kind == "sorting":
        return found.state if found else "no words"
    return found.has(variable.theme) if found else None


def _picked(variable: Variable, reply: QuestionState, offered: frozenset[tuple[str, str]]) -> int | None:
    """Return whether a choice was picked; None where the question has no answer or did not offer it."""
    if reply.status not in ("answered", "implied") or (variable.question, variable.choice) not in offered:
        return None
    return int(reply.answer is not None and variable.choice in reply.answer.picked)


def _value(answer: Answer) -> Cell:
    number = answer.number
    if number is not None:
        return int(number) if float(number).is_integer() else number
    return " ".join(answer.picked) or None


def _withdrawn(variable: Variable, response: Response, given: Mapping[str, None]) -> Cell:
    """Of a withdrawn conversation only the fact is left."""
    if variable.place is not None:
        return None
    if not variable.question:
        return _own(variable.name, response)
    if variable.kind == "state" and variable.question in given:
        return "withdrawn"
    return "" if variable.kind == "words" else None


def _own(name: str, response: Response) -> Cell:
    is_counted = standing(response) == "counted"
    match name:
        case "comments":
            return len(response.comments) if is_counted else 0
        case "comments.text":
            return "\n\n".join(comment.words for comment in response.comments) if is_counted else ""
        case "from_story":
            found = (name for name, answer in response.answers.items() if answer.is_from_story)
            return " ".join(found) if is_counted else ""
        case _:
            value: Cell = getattr(response, name)
            return value
