"""People who replied more than once, each counted once: at every question one of their replies speaks for them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from feedback.answer import Answer
from report.counts import Counts, Groups, marks_of
from report.standing import Reply, Status, Walks, replied

STRONGEST: tuple[Status, ...] = ("answered", "implied", "skipped", "prefer not to say", "not asked", "not reached")
"""What counts of several replies of one person or organisation: an answer before an implied one, that before none."""

_RANK = {status: -place for place, status in enumerate(STRONGEST)}


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
    number, found = 0, defaultdict[tuple[str, str], Counter[tuple[str, str]]](Counter)
    for said in people:
        number += len(said) - 1
        for version, reply in _silent([(one.version, _replies(walks, one)) for one in sorted(said, key=_newness)]):
            found[version, reply.question.id].update(marks_of(reply, groups))
    return Again(number, {where: Counts(counter) for where, counter in found.items()})


def _newness(one: Said) -> tuple[datetime, str]:
    return one.began_at, one.conversation


def _replies(walks: Mapping[str, Walks], said: Said) -> Mapping[str, Reply]:
    """Return what became of each question in one reply."""
    walk = walks[said.version].of(said.answers)
    return {
        question.id: fixed if fixed is not None else replied(question, said.answers.get(question.id))
        for question, fixed in walk
    }


def _silent(given: Sequence[tuple[str, Mapping[str, Reply]]]) -> Iterable[tuple[str, Reply]]:
    """Yield by version the replies to each question, oldest first, but for the one that speaks for the person."""
    for question in dict.fromkeys(name for _, replies in given for name in replies):
        speaks = max(range(len(given)), key=lambda place: (_rank(given[place][1].get(question)), place))
        for place, (version, replies) in enumerate(given):
            if place != speaks and question in replies:
                yield version, replies[question]


def _rank(reply: Reply | None) -> int:
    """Return how much a reply says; one whose version has no such question says as much as one that was not asked."""
    return _RANK["not asked" if reply is None else reply.status]
