"""All ways through a flow: which questions can be reached, how long it gets, and whom each question is put to.

Only answers that some condition looks at can change a route, so only those are told apart: two answers that every
condition sees alike are one. Questions are taken in order, and what no later condition looks at is forgotten, so a
flow of a hundred questions is walked in milliseconds.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate, combinations, pairwise, product
from typing import Generic, TypeVar, assert_never

from feedback.flows.answer import Answer
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
    Skipped,
    atoms_of,
    holds,
)
from feedback.flows.model import Flow, Question
from feedback.flows.readability import words_in
from feedback.types.question_type import Value
from feedback.types.registry import type_of

MOST_WAYS = 100_000
"""Combinations of answers that are looked at (a second or so); a flow with more is walked in part only."""

WORDS_A_SECOND = 2.5
"""Slow reading, on a small screen."""

_AT = datetime.min.replace(tzinfo=UTC)
_FEW = 20
"""A guess: so few cost nothing, and each later question is still reached where only some ways are looked at."""
_NAMED_MOST = 8
"""Choices of one `many` that are combined in every way; above it, ones and twos only."""

Known = tuple[tuple[str, Answer], ...]
T = TypeVar("T")


@dataclass(frozen=True)
class Length:
    """How long a way through is: questions put, and seconds for a slow reader."""

    questions: int = 0
    seconds: int = 0

    @property
    def minutes(self) -> int:
        """Whole minutes, one at least."""
        return max(1, round(self.seconds / 60))


@dataclass(frozen=True)
class Walk:
    """What was found. `ways` counts the ways of answering that differ for some condition, at each question."""

    ways: int
    reached: frozenset[str]
    longest: Length
    median: Length
    is_whole: bool


@dataclass(frozen=True)
class Route:
    """One list of questions that somebody can be asked, and in how many ways of answering it comes about."""

    questions: tuple[str, ...]
    ways: int


def walk(flow: Flow) -> Walk:
    """Walk all ways through a flow. The median is over the ways of answering, each counted once."""
    walker = _Walker(flow, _longer)
    lengths = walker.run(Length())
    ordered = sorted(lengths, key=lambda length: (length.questions, length.seconds))
    ways = sum(lengths.values())
    return Walk(ways, frozenset(walker.reached), ordered[-1], _middle(ordered, lengths), walker.is_whole)


def routes(flow: Flow) -> tuple[tuple[Route, ...], bool]:
    """Return every route, longest first, and whether these are all."""
    walker = _Walker(flow, lambda asked, question: (*asked, question.id))
    found = walker.run(())
    ordered = sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
    return tuple(Route(asked, ways) for asked, ways in ordered), walker.is_whole


def seconds_for(question: Question) -> int:
    """Return how long one question takes a slow reader, by a rule of thumb."""
    told = " ".join((question.ask, question.hint, *(choice.label for choice in question.choices)))
    return round(len(words_in(told)) / WORDS_A_SECOND) + type_of(question).seconds


def can_hold(condition: Condition, questions: Mapping[str, Question]) -> bool:
    """Return whether any answers at all to the questions it names make a condition true, had all been asked."""
    atoms = atoms_of(condition)
    named = tuple(dict.fromkeys(atom.question for atom in atoms))
    picks = [_kinds_of_answer(questions[name], [atom for atom in atoms if atom.question == name]) for name in named]
    for number, answers in enumerate(product(*picks)):
        if number >= MOST_WAYS or holds(condition, dict(zip(named, answers, strict=True))):
            return True
    return False


def _longer(length: Length, question: Question) -> Length:
    put = 0 if type_of(question).gives == "nothing" else 1
    return Length(length.questions + put, length.seconds + seconds_for(question))


def _middle(ordered: list[Length], lengths: Mapping[Length, int]) -> Length:
    upto = list(accumulate(lengths[length] for length in ordered))
    return ordered[bisect_left(upto, (upto[-1] + 1) // 2)]


class _Walker(Generic[T]):
    """Walks question by question, holding for each set of remembered answers what the ways to it have gathered."""

    def __init__(self, flow: Flow, gather: Callable[[T, Question], T]) -> None:
        self.flow = flow
        self.gather = gather
        self.reached: set[str] = set()
        atoms = [atom for question in flow.questions if question.when for atom in atoms_of(question.when)]
        self.is_whole = all(_can_combine(question, atoms) for question in flow.questions)
        self.left = MOST_WAYS
        self.kinds = {
            question.id: _kinds_of_answer(question, [atom for atom in atoms if atom.question == question.id])
            for question in flow.questions
        }
        self.last_use = {
            atom.question: number
            for number, question in enumerate(flow.questions)
            if question.when
            for atom in atoms_of(question.when)
        }

    def run(self, start: T) -> Counter[T]:
        states: dict[Known, Counter[T]] = {(): Counter({start: 1})}
        for number, question in enumerate(self.flow.questions):
            states = self.step(number, question, states)
        return sum(states.values(), Counter())

    def step(self, number: int, question: Question, states: Mapping[Known, Counter[T]]) -> dict[Known, Counter[T]]:
        after: dict[Known, Counter[T]] = {}
        is_used = self.last_use.get(question.id, -1) > number
        for known, gathered in self.within_limit(states):
            is_asked = question.when is None or holds(question.when, dict(known))
            grown = self.grown(gathered, question) if is_asked else gathered
            kept = tuple(item for item in known if self.last_use[item[0]] > number)
            answers = self.answers(question, is_asked=is_asked)
            self.left -= len(grown) * len(answers)
            for answer in answers:
                key = (*kept, (question.id, answer)) if is_used and answer is not None else kept
                after.setdefault(key, Counter()).update(grown)
        return after

    def grown(self, gathered: Counter[T], question: Question) -> Counter[T]:
        self.reached.add(question.id)
        return Counter({self.gather(item, question): ways for item, ways in gathered.items()})

    def answers(self, question: Question, *, is_asked: bool) -> tuple[Answer | None, ...]:
        if is_asked:
            return self.kinds[question.id]
        return (Answer("implied", _AT, question.otherwise),) if question.otherwise else (None,)

    def within_limit(self, states: Mapping[Known, Counter[T]]) -> Iterator[tuple[Known, Counter[T]]]:
        """Give the states one by one; when all the work allowed is done, only a few more at each question."""
        for number, (known, gathered) in enumerate(states.items()):
            if self.left <= 0 and number >= _FEW:
                self.is_whole = False
                return
            yield known, gathered


def _can_combine(question: Question, atoms: Iterable[Atom]) -> bool:
    """Return whether every set of the named choices of a `many` is tried."""
    named = {atom.choice for atom in atoms if isinstance(atom, Has | Is | IsNot) and atom.question == question.id}
    return type_of(question).gives != "choices" or len(named) < _NAMED_MOST


def _kinds_of_answer(question: Question, atoms: Iterable[Atom]) -> tuple[Answer, ...]:
    """Return one answer of each kind that these conditions tell apart; a skip is one of them."""
    looked = tuple(atoms)
    skipped = Answer("skipped", _AT)
    if not looked:
        return (skipped,)
    kinds: dict[tuple[bool, ...], Answer] = {}
    answers = (Answer("answered", _AT, value) for value in _values(question, looked))
    for answer in (skipped, *answers):
        kinds.setdefault(tuple(holds(atom, {question.id: answer}) for atom in looked), answer)
    return tuple(kinds.values())


def _values(question: Question, atoms: tuple[Atom, ...]) -> Iterable[Value]:
    """Return values enough for every atom to be true and false in every combination that can be; None is words."""
    named = [atom.choice for atom in atoms if isinstance(atom, Is | IsNot | Has)]
    if type_of(question).gives == "choices":
        return (None, *_pick_sets(question, list(dict.fromkeys(named))))
    if question.choices:
        return (None, *(choice.id for choice in question.choices))
    edges = sorted(atom.number for atom in atoms if isinstance(atom, Compare))
    between = [(left + right) / 2 for left, right in pairwise(edges)]
    near = [*between, *(edge + by for edge in edges for by in (-1.0, -0.5, 0.0, 0.5, 1.0))]
    low, high = question.range or (float("-inf"), float("inf"))
    is_stepped = type_of(question).field == "points"
    fits = [value for value in near if low <= value <= high and (not is_stepped or value.is_integer())]
    return (None, *fits, *(edge for edge in question.range or ()))


def _pick_sets(question: Question, named: list[str]) -> Iterable[tuple[str, ...]]:
    others = [choice.id for choice in question.choices if choice.id not in named and choice.id != question.only][:1]
    free = [name for name in named if name != question.only] + others
    sizes = range(1, len(free) + 1) if len(free) <= _NAMED_MOST else range(1, 3)
    for size in sizes:
        if question.max is None or size <= question.max:
            yield from combinations(free, size)
    if question.only:
        yield (question.only,)


def base_words(flow: Flow, question: Question) -> str:
    """Return whom a question's figures are about: the flow's own words, or its condition put into words."""
    if question.base:
        return question.base
    if question.when is None:
        return "everyone who answered"
    told = f"people for whom {_in_words(flow, question.when)}"
    if question.otherwise is None:
        return told
    implied = question.choice(question.otherwise)
    return f'everyone who answered; the others count as "{implied.label if implied else question.otherwise}"'


def _in_words(flow: Flow, condition: Condition) -> str:
    match condition:
        case Not(inner):
            return f"it is not so that {_in_words(flow, inner)}"
        case And(left, right):
            return f"{_in_words(flow, left)} and {_in_words(flow, right)}"
        case Or(left, right):
            return f"({_in_words(flow, left)} or {_in_words(flow, right)})"
        case _:
            return _atom_in_words(flow, condition)


def _atom_in_words(flow: Flow, atom: Atom) -> str:
    question = flow.question(atom.question)
    name = f'"{(question.short or question.ask) if question else atom.question}"'
    match atom:
        case Is(_, choice):
            return f"{name} is {_label(question, choice)}"
        case IsNot(_, choice):
            return f"{name} is not {_label(question, choice)} (or was skipped)"
        case Has(_, choice):
            return f"{name} has {_label(question, choice)}"
        case Compare(_, sign, number):
            return f"{name} {sign} {number:g}"
        case Answered():
            return f"{name} was answered"
        case Skipped():
            return f"{name} was skipped"
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(atom)


def _label(question: Question | None, choice_id: str) -> str:
    choice = question.choice(choice_id) if question else None
    return f'"{choice.label if choice else choice_id}"'
