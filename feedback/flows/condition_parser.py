"""Conditions of a flow as text: read, checked against the questions before them, and spelt out again."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from feedback.errors import SaysoError
from feedback.flows.condition import (
    And,
    Answered,
    Atom,
    Compare,
    Condition,
    Has,
    Is,
    IsNot,
    Not,
    Or,
    Sign,
    Skipped,
    atoms_of,
)
from feedback.flows.model import Question
from feedback.flows.toml_source import close_to
from feedback.types.registry import type_of

KEYWORDS = frozenset({"and", "or", "not", "is", "has", "answered", "skipped"})
MOST_CHARACTERS = 500
"""A guess: whoever checks the flow has to read it, and ten comparisons have some 300."""

_SIGNS: Mapping[str, Sign] = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "="}
_TOKEN = re.compile(r"\s*(==|!=|&&|\|\||<=|>=|[<>=()]|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])|\w+|\S)")
_ODD = {
    "==": 'Write "=" once.',
    "!=": 'Write "is not".',
    "&&": 'Write "and".',
    "||": 'Write "or".',
    '"': "Leave the quotes out.",
    "'": "Leave the quotes out.",
    ",": 'Join two conditions with "and" or "or".',
}


class ConditionError(SaysoError):
    """A condition that cannot be read. `position` counts characters from 1."""

    def __init__(self, position: int, message: str, suggestion: str = "") -> None:
        super().__init__(f"{message} (character {position})")
        self.position = position
        self.message = message
        self.suggestion = suggestion


def parse_condition(text: str) -> Condition:
    """Read a condition (grammar: see `feedback.flows.condition`). Raises ConditionError with the place of the first fault."""
    if len(text) > MOST_CHARACTERS:
        raise ConditionError(MOST_CHARACTERS, f"A condition has at most {MOST_CHARACTERS} characters.")
    reader = _Reader(text)
    condition = reader.either()
    if reader.token:
        raise reader.fault('Here "and", "or" or the end was expected')
    return condition


@dataclass
class _Reader:
    """Reads from left to right; `and` binds more tightly than `or`, `not` most tightly."""

    text: str
    at: int = 0
    start: int = 0
    token: str = ""

    def __post_init__(self) -> None:
        self.move()

    def move(self) -> str:
        last = self.token
        found = _TOKEN.match(self.text, self.at)
        self.start, self.at = (found.start(1), found.end()) if found else (len(self.text), len(self.text))
        self.token = found[1] if found else ""
        return last

    def takes(self, *words: str) -> bool:
        if self.token.lower() in words:
            self.move()
            return True
        return False

    def fault(self, expected: str, suggestion: str = "") -> ConditionError:
        found = f'not "{self.token}"' if self.token else "but it ends"
        return ConditionError(self.start + 1, f"{expected}, {found}.", _ODD.get(self.token, suggestion))

    def either(self) -> Condition:
        result = self.both()
        while self.takes("or"):
            result = Or(result, self.both())
        return result

    def both(self) -> Condition:
        result = self.single()
        while self.takes("and"):
            result = And(result, self.single())
        return result

    def single(self) -> Condition:
        if self.takes("not"):
            return Not(self.single())
        if self.takes("("):
            inside = self.either()
            if not self.takes(")"):
                raise self.fault('A bracket is open; ")" was expected')
            return inside
        return self.atom()

    def atom(self) -> Condition:
        question = self.name("the id of a question")
        if self.takes("is"):
            return IsNot(question, self.choice()) if self.takes("not") else Is(question, self.choice())
        if self.takes("has"):
            return Has(question, self.choice())
        if self.takes("answered"):
            return Answered(question)
        if self.takes("skipped"):
            return Skipped(question)
        if self.token in _SIGNS:
            return Compare(question, _SIGNS[self.move()], self.number())
        expected = f'After "{question}" comes is, is not, has, answered, skipped, <, <=, >, >= or ='
        raise self.fault(expected, close_to(self.token, sorted(KEYWORDS)) if self.token.isalpha() else "")

    def choice(self) -> str:
        return self.name("the id of a choice")

    def name(self, what: str) -> str:
        if not re.fullmatch(r"\w+", self.token) or self.token.lower() in KEYWORDS:
            raise self.fault(f"Here {what} was expected")
        return self.move()

    def number(self) -> float:
        if not re.fullmatch(r"-?\d.*", self.token):
            raise self.fault("Here a number was expected")
        return float(self.move())


def spell(condition: Condition) -> str:
    """Return the text that `parse_condition` reads as exactly this condition."""
    match condition:
        case Or(left, right):
            return f"{spell(left)} or {_bracketed(right, Or)}"
        case And(left, right):
            return f"{_bracketed(left, Or)} and {_bracketed(right, Or, And)}"
        case Not(inner):
            return f"not {_bracketed(inner, Or, And)}"
        case _:
            return _spell_atom(condition)


def _bracketed(condition: Condition, *loose: type) -> str:
    return f"({spell(condition)})" if isinstance(condition, loose) else spell(condition)


def _spell_atom(atom: Atom) -> str:
    match atom:
        case Is(question, choice):
            return f"{question} is {choice}"
        case IsNot(question, choice):
            return f"{question} is not {choice}"
        case Has(question, choice):
            return f"{question} has {choice}"
        case Compare(question, sign, number):
            return f"{question} {sign} {int(number) if number.is_integer() else repr(number)}"
        case Answered(question):
            return f"{question} answered"
        case Skipped(question):
            return f"{question} skipped"
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(atom)


Complaint = tuple[str, str, str]
"""A fault without its place: code, message, suggestion."""


def complaints(condition: Condition, earlier: Mapping[str, Question | None], later: frozenset[str]) -> list[Complaint]:
    """Return what is wrong with the questions and choices that a condition names.

    `earlier` holds the questions before this one (None where the question is itself too broken to judge), `later` the
    ids of this question and those after it.
    """
    found: list[Complaint] = []
    for atom in atoms_of(condition):
        if atom.question in later:
            message = f'The condition names "{atom.question}", which comes later.'
            found.append(("when-later", message, "A condition may name earlier questions only."))
        elif atom.question not in earlier:
            message = f'The condition names "{atom.question}", and there is no such question.'
            found.append(("when-unknown-question", message, close_to(atom.question, earlier)))
        elif (question := earlier[atom.question]) is not None:
            found.extend(_misfits(atom, question))
    return found


def _misfits(atom: Atom, question: Question) -> list[Complaint]:
    if isinstance(atom, Is | IsNot | Has):
        wrong = _wrong_pick(atom, question)
        if wrong:
            return [("when-wrong-type", f'"{question.id}" is of type {question.type}. {wrong[0]}', wrong[1])]
        if question.choice(atom.choice) is None:
            message = f'"{question.id}" has no choice "{atom.choice}".'
            return [("when-unknown-choice", message, close_to(atom.choice, [choice.id for choice in question.choices]))]
    elif isinstance(atom, Compare) and type_of(question).gives != "number":
        message = f'"{question.id}" is of type {question.type}, which gives no number to compare.'
        return [("when-wrong-type", message, f"Write: {question.id} is CHOICE.")]
    elif type_of(question).gives == "nothing":
        return [
            (
                "when-wrong-type",
                f'"{question.id}" is of type {question.type}, which has no answer.',
                "Name a real question.",
            )
        ]
    return []


def _wrong_pick(atom: Is | IsNot | Has, question: Question) -> tuple[str, str] | None:
    if isinstance(atom, Has) and type_of(question).gives != "choices":
        return 'Only a "many" can have a choice.', f"Write: {question.id} is {atom.choice}."
    if not type_of(question).has_choices:
        example = f"{question.id} >= 3" if type_of(question).gives == "number" else f"{question.id} answered"
        return "It has no choices.", f"Write: {example}."
    return None
