"""Conditions of XLSForms (`relevant`, a part of XPath 1.0) read as conditions of a flow, as far as a flow can say them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from feedback.exchange.conditions import TURNED, ConditionReader, Known, NotUnderstood, among, compared
from feedback.flows.condition import Condition

_TOKEN = re.compile(r"\s*(\$\{\s*[\w.-]+\s*\}|'[^']*'|\"[^\"]*\"|-?\d+(?:\.\d+)?|!=|<=|>=|[<>=(),]|[\w:.-]+|\S)")


def read_relevant(text: str, known: Mapping[str, Known]) -> Condition:
    """Return the condition that a `relevant` says; `known` holds the questions before it by their names in the form.

    Raises NotUnderstood.
    """
    return _Reader([found.group(1) for found in _TOKEN.finditer(text)], known).read()


@dataclass
class _Reader(ConditionReader):
    no: ClassVar[str] = "not"

    def comparison(self) -> Condition:
        return self.selected() if self.takes("selected") else self.compared()

    def selected(self) -> Condition:
        self.demand("(")
        question = self.question(self.move())
        self.demand(",")
        value = _literal(self.move())
        self.demand(")")
        return among(question, value)

    def compared(self) -> Condition:
        left, sign, right = self.move(), self.move(), self.move()
        if sign not in TURNED:
            raise NotUnderstood(f'"{left or sign}" is nothing that a flow can ask')
        if left.startswith("${"):
            return compared(self.question(left), sign, _literal(right))
        return compared(self.question(right), TURNED[sign], _literal(left))

    def question(self, name: str) -> Known:
        bare = name.removeprefix("${").removesuffix("}").strip()
        if not name.startswith("${"):
            raise NotUnderstood(f'"{bare}" is no earlier question of the flow')
        return super().question(bare)


def _literal(token: str) -> str:
    if token[:1] in ("'", '"') and len(token) > 1:
        return token[1:-1]
    if not re.fullmatch(r"-?\d+(\.\d+)?", token):
        raise NotUnderstood(f'"{token}" is no value')
    return token
