"""Conditions of SurveyJS (`visibleIf`) read as conditions of a flow, as far as a flow can say them.

The signs, their other spellings and what they mean are those of survey-core 3.1.1. There, a list equals only a list,
and `!` without brackets denies the name alone.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import ClassVar

from feedback.exchange.conditions import TURNED, ConditionReader, Known, NotUnderstood, among, compared, picked
from feedback.flows.condition import And, Condition, Not, Or
from feedback.types.registry import type_of

_TOKEN = re.compile(
    r"\s*(\{[^{}]*\}|'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|-?\d+(?:\.\d+)?(?![\w.])"
    r"|<=|>=|==|!=|<>|&&|\|\||[!<>=(),\[\]]|[\w.-]+|\S)"
)
_SPELLINGS: Mapping[str, str] = {
    spelling: words[0]
    for words in (
        *(("and", "&&"), ("or", "||"), ("!", "negate"), ("=", "==", "equal"), ("!=", "<>", "notequal")),
        *(("<", "less"), ("<=", "lessorequal"), (">", "greater"), (">=", "greaterorequal")),
        *(("allof", "contain", "contains"), ("notallof", "notcontain", "notcontains")),
        *(("anyof",), ("noneof",), ("empty",), ("notempty",)),
    )
    for spelling in words
}
_NOTHING = frozenset({"undefined", "null"})
_Joint = Callable[[Condition, Condition], Condition]
_OVER_SEVERAL: Mapping[str, tuple[_Joint, bool]] = {
    "anyof": (Or, False),
    "noneof": (Or, True),
    "allof": (And, False),
    "notallof": (And, True),
}
"""How a sign joins the choices that it names, and whether it denies the whole."""


def read_visible_if(text: str, known: Mapping[str, Known]) -> Condition:
    """Return the condition that a `visibleIf` says; `known` holds the questions before it by their names in the form.

    Raises NotUnderstood.
    """
    tokens = [found.group(1) for found in _TOKEN.finditer(text)]
    return _Reader([_SPELLINGS.get(token.lower(), token) for token in tokens], known).read()


@dataclass
class _Reader(ConditionReader):
    no: ClassVar[str] = "!"

    def comparison(self) -> Condition:
        left = self.operand()
        sign = self.move()
        if isinstance(left, Known) and sign in ("empty", "notempty"):
            return compared(left, "=" if sign == "empty" else "!=", "")
        if sign not in TURNED and sign not in _OVER_SEVERAL:
            raise NotUnderstood(f'"{sign}" is nothing that a flow can ask' if sign else "it ends too soon")
        right = self.operand()
        if isinstance(left, Known) and not isinstance(right, Known):
            return _asked(left, sign, right)
        if isinstance(right, Known) and not isinstance(left, Known) and sign in TURNED:
            return _asked(right, TURNED[sign], left)
        raise NotUnderstood("a flow compares an answer with a value only")

    def operand(self) -> "Known | str | tuple[str, ...]":
        if self.takes("["):
            return self.listed()
        token = self.move()
        if self.takes("("):
            raise NotUnderstood(f'a flow cannot work out "{token}"')
        return self.question(token[1:-1]) if token.startswith("{") and len(token) > 1 else _literal(token)

    def listed(self) -> tuple[str, ...]:
        found = [_literal(self.move())]
        while self.takes(","):
            found.append(_literal(self.move()))
        self.demand("]")
        return tuple(found)


def _literal(token: str) -> str:
    if token[:1] in ("'", '"') and len(token) > 1:
        return re.sub(r"\\(.)", r"\1", token[1:-1])
    if token in _NOTHING:
        return ""
    if not re.fullmatch(r"-?[\w.]+", token) or token in _SPELLINGS.values():
        raise NotUnderstood(f'"{token}" is no value')
    return token


def _asked(question: Known, sign: str, value: str | tuple[str, ...]) -> Condition:
    if sign in _OVER_SEVERAL:
        return _over_several(question, sign, (value,) if isinstance(value, str) else value)
    takes_several = type_of(question).gives == "choices"
    if isinstance(value, str):
        if value and takes_several:
            raise NotUnderstood(f'"{question.id}" holds a list, which never equals one value')
        return compared(question, sign, value)
    if not takes_several or len(value) != 1 or sign not in ("=", "!="):
        raise NotUnderstood("a flow cannot compare with a list so")
    return picked(question, sign, value[0])


def _over_several(question: Known, sign: str, values: tuple[str, ...]) -> Condition:
    """Return what `anyof`, `contains` and their like say. For one choice, `contains` looks for a part of its name."""
    join, is_denied = _OVER_SEVERAL[sign]
    if type_of(question).gives != "choices" and (join is And or not type_of(question).has_choices):
        raise NotUnderstood(f'"{question.id}" does not hold several choices')
    found = reduce(join, (among(question, value) for value in values))
    return Not(found) if is_denied else found
