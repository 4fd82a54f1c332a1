"""Conditions of forms read as conditions of a flow: the part of their grammar and meaning that all programs share.

In a form, `!=` holds for a question that was not asked as well; `is not` of a flow does not. So `!=` becomes `not ...
is` where the question has a condition of its own, and `is not` where it is always asked.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from feedback.errors import SaysoError
from feedback.flows.condition import And, Answered, Compare, Condition, Has, Is, IsNot, Not, Or, Sign, Skipped
from feedback.flows.condition_parser import MOST_CHARACTERS, spell
from feedback.types.question_type import TypeName
from feedback.types.registry import type_of

_SIGNS: Mapping[str, Sign] = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "="}
TURNED: Mapping[str, str] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
"""The signs of a comparison, each as it reads from right to left."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_DEPTH_MOST = 50
"""No person nests so. Each bracket takes several calls of Python, which stops at 1,000."""


class NotUnderstood(SaysoError):
    """A condition that a flow cannot say, with what it was that stopped the reader."""


@dataclass(frozen=True)
class Known:
    """A question before the condition: its id here, its type, our choice ids by those of the form."""

    id: str
    type: TypeName
    choices: Mapping[str, str]
    is_conditional: bool
    declines: str = ""
    """The choice of the form that says 'prefer not to say': here it is a way of passing over."""


@dataclass
class ConditionReader(ABC):
    """Reads tokens from left to right; `and` binds more tightly than `or`. Each program adds its single conditions."""

    no: ClassVar[str]
    """The word before brackets that denies what is in them."""

    tokens: list[str]
    known: Mapping[str, Known]
    at: int = 0

    def read(self) -> Condition:
        """Return the whole condition. Raises NotUnderstood."""
        condition = self.either(0)
        if self.token:
            raise NotUnderstood(f'"{self.token}" was not expected')
        return condition

    @property
    def token(self) -> str:
        """Return the next token; empty at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def move(self) -> str:
        """Return the next token and go past it."""
        last = self.token
        self.at += 1
        return last

    def takes(self, word: str) -> bool:
        """Go past this token if it is the next."""
        if self.token != word:
            return False
        self.move()
        return True

    def demand(self, word: str) -> None:
        """Go past this token, which must be the next."""
        if not self.takes(word):
            raise NotUnderstood(f'"{word}" was expected, not "{self.token}"')

    def either(self, depth: int) -> Condition:
        """Read conditions joined by `or`. `depth` counts the brackets around them."""
        if depth > _DEPTH_MOST:
            raise NotUnderstood("it has too many brackets")
        result = self.both(depth)
        while self.takes("or"):
            result = Or(result, self.both(depth))
        return result

    def both(self, depth: int) -> Condition:
        """Read conditions joined by `and`."""
        result = self.single(depth)
        while self.takes("and"):
            result = And(result, self.single(depth))
        return result

    def single(self, depth: int) -> Condition:
        """Read brackets, brackets that are denied, or one comparison."""
        is_denied = self.takes(self.no)
        if is_denied:
            self.demand("(")
        elif not self.takes("("):
            return self.comparison()
        inside = self.either(depth + 1)
        self.demand(")")
        return Not(inside) if is_denied else inside

    @abstractmethod
    def comparison(self) -> Condition:
        """Read one condition without brackets around it."""

    def question(self, name: str) -> Known:
        """Return an earlier question by its name in the form."""
        if name not in self.known:
            raise NotUnderstood(f'"{name}" is no earlier question of the flow')
        return self.known[name]


def compared(question: Known, sign: str, value: str) -> Condition:
    """Return what a comparison (`=`, `!=`, `<`, ...) of a question with a value says; an empty value is no answer."""
    if not value:
        if sign not in ("=", "!="):
            raise NotUnderstood("nothing is neither more nor less")
        return Answered(question.id) if sign == "!=" else Not(Answered(question.id))
    if type_of(question).has_choices and sign in ("=", "!="):
        return picked(question, sign, value)
    if type_of(question).gives == "number" and _NUMBER.fullmatch(value):
        if sign == "!=":
            return Not(Compare(question.id, "=", float(value)))
        return Compare(question.id, _SIGNS[sign], float(value))
    raise NotUnderstood(f'"{question.id}" cannot be compared so')


def picked(question: Known, sign: str, value: str) -> Condition:
    """Return that this choice, and no other, was picked (`=`) or was not (`!=`)."""
    if value == question.declines:
        return Skipped(question.id) if sign == "=" else Not(Skipped(question.id))
    choice = _choice(question, value)
    if sign == "=":
        return Is(question.id, choice)
    return Not(Is(question.id, choice)) if question.is_conditional else IsNot(question.id, choice)


def among(question: Known, value: str) -> Condition:
    """Return that this choice is among those picked."""
    if type_of(question).gives != "choices" or value == question.declines:
        return picked(question, "=", value)
    return Has(question.id, _choice(question, value))


def _choice(question: Known, value: str) -> str:
    if value not in question.choices:
        raise NotUnderstood(f'"{question.id}" has no choice "{value}"')
    return question.choices[value]


def when_all(
    texts: Iterable[str], read: Callable[[str], Condition], lose: Callable[[object], None]
) -> Condition | None:
    """Return that all conditions hold, those around a question and its own; None where it is always asked.

    `lose` is told why one of them is left out.
    """
    result: Condition | None = None
    for text in texts:
        try:
            found = read(text)
        except NotUnderstood as fault:
            lose(fault)
            continue
        result = found if result is None else And(result, found)
    if result is not None and len(spell(result)) > MOST_CHARACTERS:
        lose("too long")
        return None
    return result
