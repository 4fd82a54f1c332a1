"""When a question is asked, in plain words: a few statements about earlier answers, all of which or any of which hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from feedback.flows.condition import And, Condition, Not, Or
from feedback.flows.condition_parser import ConditionError, parse_condition, spell
from feedback.types.registry import TYPES

ROWS = 4
"""Statements that the form has room for. More are written as one line."""
_YES_NO = {"yes": "Yes", "no": "No", "unsure": "Not sure"}
_WORDS_SHOWN = 70
"""Characters of a question in a list to choose from: one line on a wide screen."""


@dataclass(frozen=True)
class PlainCondition:
    """A condition as the form shows it: its statements and how they go together; or one line that says more than that."""

    statements: tuple[str, ...] = ()
    is_any: bool = False
    line: str = ""


def plain_condition(text: str) -> PlainCondition:
    """Return how the form shows a condition."""
    if not text:
        return PlainCondition()
    try:
        condition = parse_condition(text)
    except ConditionError:
        return PlainCondition(line=text)
    for kind, is_any in ((And, False), (Or, True)):
        parts = tuple(_parts(condition, kind))
        if len(parts) <= ROWS and not any(isinstance(one, And | Or | Not) for one in parts):
            return PlainCondition(tuple(map(spell, parts)), is_any)
    return PlainCondition(line=text)


def condition_text(statements: Sequence[str], *, is_any: bool, line: str) -> str:
    """Return the condition that a form says; the line, where there is one, goes before the statements."""
    return line or (" or " if is_any else " and ").join(statements)


def statements_about(earlier: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return what can be said of each earlier question: (its words, ((statement, in plain words), ...))."""
    return tuple((_words(one), tuple(_about(one))) for one in earlier if one.get("id") and one.get("type") != "info")


def _about(question: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    name, kind = str(question["id"]), TYPES.get(str(question.get("type", "")))
    choices = question.get("choices") or (_YES_NO if question.get("type") == "yesno" else {})
    is_many = kind is not None and kind.gives == "choices"
    for choice, label in choices.items() if isinstance(choices, Mapping) else ():
        if is_many:
            yield f"{name} has {choice}", f"they picked: {label}"
        else:
            yield f"{name} is {choice}", f"the answer is: {label}"
            yield f"{name} is not {choice}", f"the answer is not: {label}"
    yield f"{name} answered", "it was answered"
    yield f"{name} skipped", "it was skipped"


def _words(question: Mapping[str, Any]) -> str:
    told = str(question.get("short") or question.get("ask") or question["id"])
    return told if len(told) <= _WORDS_SHOWN else f"{told[:_WORDS_SHOWN]}..."


def _parts(condition: Condition, kind: type[And] | type[Or]) -> Iterator[Condition]:
    if isinstance(condition, kind):
        yield from _parts(condition.left, kind)
        yield from _parts(condition.right, kind)
    else:
        yield condition
