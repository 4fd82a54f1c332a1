"""People who replied more than once, each counted once: at every question one of their replies speaks for them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from feedback.answer import Answer
from feedback.flow import Question
from report.counts import Counts, Groups, marks_of
from report.standing import Reply, Status, Walks, replied

STRONGEST: tuple[Status, ...] = ("answered", "implied", "skipped", "prefer not to say", "not asked", "not reached")
"""What counts of several replies of one person or organisation: an answer before an implied one, that before none."""


class Said(NamedTuple):
    """What one reply said, and when it began; of two that began at once the id decides which is newer."""

    began_at: datetime
    conversation: str
    version: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class Again:
    """Replies that do not speak for their person: `number` at every question, `counts` by version and question.

    Of the replies of one person the newest that answers a question speaks at it; where none does, the newest of those
    that say most (see `STRONGEST`).
    """

    number: int = 0
    counts: Mapping[tuple[str, str], Counts] = field(default_factory=dict)

    def count(self, question: str, versions: Iterable[str]) -> Counts:
        """Return the counts of a question over some versions; everyone of another version was not asked."""
        total = Counts()
        for version in sorted(set(versions)):
            total += self.counts.get((version, question), Counts())
        here = sum(total.status(status) for status in STRONGEST)
        return total + Counts(Counter({("status", "not asked"): self.number - here}))


def again(people: Iterable[Sequence[Said]], walks: Mapping[str, Walks], groups: Groups) -> Again:
    """Return what the replies of some people say that do not speak for them; `walks` is by version."""
    silent, number = _Silent(), 0
    for said in people:
        number += len(said) - 1
        silent.add([_Given(one.version, _kept(walks, one)) for one in sorted(said, key=_newness)])
    return Again(number, silent.counts(groups))


_Kept = Mapping[str, tuple[Question, Reply | Answer | None]]
"""By question: what became of it, where that does not hang on its own answer; else the answer, if there is one."""


class _Given(NamedTuple):
    """One reply of a person, by question."""

    version: str
    kept: _Kept


def _newness(one: Said) -> tuple[datetime, str]:
    return one.began_at, one.conversation


def _kept(walks: Mapping[str, Walks], said: Said) -> _Kept:
    answers = said.answers
    walk = walks[said.version].of(answers)
    return {one.id: (one, answers.get(one.id) if fixed is None else fixed) for one, fixed in walk}


_RANKS: Mapping[str | None, int] = {
    **{status: -place for place, status in enumerate(STRONGEST)},
    "declined": -STRONGEST.index("prefer not to say"),
}
"""How much a status says, or the state of an answer."""

_ABSENT = _RANKS["not asked"]
"""A reply whose version has no such question says as much as one that was not asked."""


def _rank(said: Reply | Answer | None) -> int:
    if said is None:
        return _RANKS["not reached"]
    return _RANKS[said.status if isinstance(said, Reply) else said.state]


class _Silent:
    """Replies that do not speak for their person, counted together where they are the same; each kind is read once."""

    def __init__(self) -> None:
        self._numbers: defaultdict[tuple[str, str, int], int] = defaultdict(int)
        self._kinds: dict[tuple[str, str, int], tuple[Question, Reply | Answer | None]] = {}
        """By version, question and identity, which holds as long as this does."""

    def add(self, given: Sequence[_Given]) -> None:
        """Take in the replies of one person, oldest first."""
        for question in dict.fromkeys(name for one in given for name in one.kept):
            speaks: tuple[_Given | None, int] = (None, _ABSENT - 1)
            for one in given:
                found = one.kept.get(question)
                here = (one if found else None, _rank(found[1]) if found else _ABSENT)
                silent = here
                if here[1] >= speaks[1]:
                    silent, speaks = speaks, here
                if silent[0] is not None:
                    self._count(question, silent[0])

    def _count(self, question: str, one: _Given) -> None:
        kind = one.kept[question]
        place = one.version, question, id(kind[1])
        self._numbers[place] += 1
        self._kinds[place] = kind

    def counts(self, groups: Groups) -> Mapping[tuple[str, str], Counts]:
        """Return the counts by version and question."""
        found = defaultdict[tuple[str, str], Counter[tuple[str, str]]](Counter)
        for place, number in self._numbers.items():
            asked, said = self._kinds[place]
            reply = said if isinstance(said, Reply) else replied(asked, said)
            for mark in marks_of(reply, groups):
                found[place[:2]][mark] += number
        return {where: Counts(counter) for where, counter in found.items()}
