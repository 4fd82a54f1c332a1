"""Conditions of XLSForms (`relevant`) read as conditions of a flow, as far as a flow can say them.

In a form, `!=` holds for a question that was not asked as well; `is not` of a flow does not. So `!=` becomes `not ...
is` where the question has a condition of its own, and `is not` where it is always asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from feedback.errors import SaysoError
from feedback.flows.condition import And, Answered, Compare, Condition, Has, Is, IsNot, Not, Or, Sign, Skipped
from feedback.types.many import PREFER_NOT
from feedback.types.question_type import TypeName
from feedback.types.registry import type_of

_TOKEN = re.compile(r"\s*(\$\{\s*[\w.-]+\s*\}|'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|!=|<=|>=|[<>=(),]|[\w:.-]+|\S)")
_SIGNS: Mapping[str, Sign] = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "="}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_DEPTH_MOST = 50


class NotUnderstood(SaysoError):
    """A condition that a flow cannot say, with what it was that stopped the reader."""


@dataclass(frozen=True)
class Known:
    """A question before the condition: its id here, its type, our choice ids by those of the form."""

    id: str
    type: TypeName
    choices: Mapping[str, str]
    is_conditional: bool
    prefer_not: bool = False
    """Whether the form has 'prefer not to say' as a choice: here it is a way of passing over."""


def read_relevant(text: str, known: Mapping[str, Known]) -> Condition:
    """Return the condition that a `relevant` says; `known` holds the questions before it by their names in the form.

    Raises NotUnderstood.
    """
    reader = _Reader([found.group(1) for found in _TOKEN.finditer(text)], known)
    condition = reader.either(0)
    if reader.token:
        raise NotUnderstood(f'"{reader.token}" was not expected')
    return condition


@dataclass
class _Reader:
    tokens: list[str]
    known: Mapping[str, Known]
    at: int = 0

    @property
    def token(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def move(self) -> str:
        last = self.token
        self.at += 1
        return last

    def takes(self, word: str) -> bool:
        if self.token != word:
            return False
        self.move()
        return True

    def demand(self, word: str) -> None:
        if not self.takes(word):
            raise NotUnderstood(f'"{word}" was expected, not "{self.token}"')

    def either(self, depth: int) -> Condition:
        if depth > _DEPTH_MOST:
            raise NotUnderstood("it has too many brackets")
        result = self.both(depth)
        while self.takes("or"):
            result = Or(result, self.both(depth))
        return result

    def both(self, depth: int) -> Condition:
        result = self.single(depth)
        while self.takes("and"):
            result = And(result, self.single(depth))
        return result

    def single(self, depth: int) -> Condition:
        if self.takes("("):
            inside = self.either(depth + 1)
            self.demand(")")
            return inside
        if self.takes("not"):
            self.demand("(")
            inside = self.either(depth + 1)
            self.demand(")")
            return Not(inside)
        if self.takes("selected"):
            return self.selected()
        return self.comparison()

    def selected(self) -> Condition:
        self.demand("(")
        question = self.question(self.move())
        self.demand(",")
        value = _literal(self.move())
        self.demand(")")
        if type_of(question).gives != "choices" or (value == PREFER_NOT and question.prefer_not):
            return _picked(question, "=", value)
        return Has(question.id, _choice(question, value))

    def comparison(self) -> Condition:
        left, sign, right = self.move(), self.move(), self.move()
        if sign not in _TURNED:
            raise NotUnderstood(f'"{left or sign}" is nothing that a flow can ask')
        if left.startswith("${"):
            return _compared(self.question(left), sign, _literal(right))
        return _compared(self.question(right), _TURNED[sign], _literal(left))

    def question(self, token: str) -> Known:
        name = token.removeprefix("${").removesuffix("}").strip()
        if not token.startswith("${") or name not in self.known:
            raise NotUnderstood(f'"{name}" is no earlier question of the flow')
        return self.known[name]


def _literal(token: str) -> str:
    if token[:1] in ("'", '"') and len(token) > 1:
        return token[1:-1]
    if not re.fullmatch(r"-?\d+(\.\d+)?", token):
        raise NotUnderstood(f'"{token}" is no value')
    return token


def _compared(question: Known, sign: str, value: str) -> Condition:
    if not value:
        if sign not in ("=", "!="):
            raise NotUnderstood("nothing is neither more nor less")
        return Answered(question.id) if sign == "!=" else Not(Answered(question.id))
    if type_of(question).has_choices and sign in ("=", "!="):
        return _picked(question, sign, value)
    if type_of(question).gives == "number" and re.fullmatch(r"-?\d+(\.\d+)?", value):
        if sign == "!=":
            return Not(Compare(question.id, "=", float(value)))
        return Compare(question.id, _SIGNS[sign], float(value))
    raise NotUnderstood(f'"{question.id}" cannot be compared so')


def _picked(question: Known, sign: str, value: str) -> Condition:
    if value == PREFER_NOT and question.prefer_not:
        return Skipped(question.id) if sign == "=" else Not(Skipped(question.id))
    choice = _choice(question, value)
    if sign == "=":
        return Is(question.id, choice)
    return Not(Is(question.id, choice)) if question.is_conditional else IsNot(question.id, choice)


def _choice(question: Known, value: str) -> str:
    if value not in question.choices:
        raise NotUnderstood(f'"{question.id}" has no choice "{value}"')
    return question.choices[value]
