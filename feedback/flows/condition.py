"""When a question is asked: the conditions of a flow, and whether one holds.

Grammar: `ID is CHOICE`, `ID is not CHOICE`, `ID has CHOICE`, `ID < n` (and `<= > >= =`),
`ID answered`, `ID skipped`, joined by and, or, not and brackets.
"""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from feedback.flows.answer import Answer

Sign = Literal["<", "<=", ">", ">=", "="]
_COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}


@dataclass(frozen=True)
class Is:
    """`ID is CHOICE`: this choice, and no other, was given or implied."""

    question: str
    choice: str


@dataclass(frozen=True)
class IsNot:
    """`ID is not CHOICE`: holds for every other answer, and for a skipped question."""

    question: str
    choice: str


@dataclass(frozen=True)
class Has:
    """`ID has CHOICE`: this choice is among those picked."""

    question: str
    choice: str


@dataclass(frozen=True)
class Compare:
    """`ID < n`: the number given stands so to n. False where there is no number."""

    question: str
    sign: Sign
    number: float


@dataclass(frozen=True)
class Answered:
    """`ID answered`: a choice, a number or some words were given; a skip is not an answer."""

    question: str


@dataclass(frozen=True)
class Skipped:
    """`ID skipped`: the question was put and passed over."""

    question: str


@dataclass(frozen=True)
class Not:
    """`not CONDITION`."""

    condition: "Condition"


@dataclass(frozen=True)
class And:
    """`CONDITION and CONDITION`."""

    left: "Condition"
    right: "Condition"


@dataclass(frozen=True)
class Or:
    """`CONDITION or CONDITION`."""

    left: "Condition"
    right: "Condition"


Atom = Is | IsNot | Has | Compare | Answered | Skipped
Condition = Atom | Not | And | Or


def holds(condition: Condition, known: Mapping[str, Answer | None]) -> bool:
    """Return whether a condition holds.

    `known` has an entry for every earlier question that is on the route (None: not answered yet) or has an implied
    answer. A condition on a question without an entry (it was not asked) is false, `is not` included.
    """
    match condition:
        case Not(inner):
            return not holds(inner, known)
        case And(left, right):
            return holds(left, known) and holds(right, known)
        case Or(left, right):
            return holds(left, known) or holds(right, known)
        case _:
            return condition.question in known and _atom_holds(condition, known[condition.question])


def _atom_holds(atom: Atom, answer: Answer | None) -> bool:
    picked = answer.picked if answer else ()
    match atom:
        case Is(_, choice):
            return picked == (choice,)
        case IsNot(_, choice):
            return picked != (choice,)
        case Has(_, choice):
            return choice in picked
        case Compare(_, sign, number):
            return answer is not None and answer.number is not None and _COMPARE[sign](answer.number, number)
        case Answered():
            return answer is not None and answer.state in ("answered", "implied")
        case Skipped():  # pragma: no branch - there is no other
            return answer is not None and answer.state in ("skipped", "declined")


def questions_in(condition: Condition) -> tuple[str, ...]:
    """Return the ids of the questions that a condition names, in the order of reading, repeats included."""
    match condition:
        case Not(inner):
            return questions_in(inner)
        case And(left, right) | Or(left, right):
            return questions_in(left) + questions_in(right)
        case _:
            return (condition.question,)


def atoms_of(condition: Condition) -> tuple[Atom, ...]:
    """Return the atoms of a condition, in the order of reading."""
    match condition:
        case Not(inner):
            return atoms_of(inner)
        case And(left, right) | Or(left, right):
            return atoms_of(left) + atoms_of(right)
        case _:
            return (condition,)
