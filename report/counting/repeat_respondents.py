"""People who replied more than once, each counted once: at every question one of their replies speaks for them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from feedback.flows.answer import Answer
from feedback.flows.model import Question
from report.counting.question_counts import Counts, Groups, marks_of
from report.counting.response_state import QuestionState, Status, Walks, replied

STRONGEST: tuple[Status, ...] = ("answered", "implied", "skipped", "prefer not to say", "not asked", "not reached")
"""What counts of several replies of one person or organisation: an answer before an implied one, that before none."""


class DatedReply(NamedTuple):
    """What one reply said, and when it began; of two that began at once the id decides which is newer."""

    began_at: datetime
    conversation: str
    version: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True)
class RepeatReplies:
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


def again(people: Iterable[Sequence[DatedReply]], walks: Mapping[str, Walks], groups: Groups) -> RepeatReplies:
    """Return what the replies of some people say that do not speak for them; `walks` is by version."""
    silent, number = _Silent(walks), 0
    for said in people:
        number += len(said) - 1
        silent.add(sorted(said, key=_newness))
    return RepeatReplies(number, silent.counts(groups))


def _newness(one: DatedReply) -> tuple[datetime, str]:
    return one.began_at, one.conversation


_RANKS: Mapping[str | None, int] = {
    **{status: -place for place, status in enumerate(STRONGEST)},
    "declined": -STRONGEST.index("prefer not to say"),
}
"""How much a status says, or the state of an answer."""

_ABSENT, _SILENCE = _RANKS["not asked"], _RANKS["not reached"]
"""A reply whose version has no such question says as much as one that was not asked."""

_Step = tuple[Question, QuestionState | Answer | None]
"""What became of a question, where that does not hang on its own answer; else the answer, if there is one."""


class _Silent:
    """Replies that do not speak for their person, counted together where they are the same; each kind is read once."""

    def __init__(self, walks: Mapping[str, Walks]) -> None:
        self._walks = walks
        self._numbers: defaultdict[tuple[str, str, int], int] = defaultdict(int)
        self._kinds: dict[tuple[str, str, int], _Step] = {}
        """By version, question and identity, which holds as long as this does."""

    def add(self, said: Sequence[DatedReply]) -> None:
        """Take in the replies of one person, oldest first."""
        speaking: dict[str, tuple[int, str, _Step]] = {}
        for number, one in enumerate(said):
            steps = self._steps(one)
            for name in speaking.keys() - steps.keys() if number else ():
                if speaking[name][0] < _ABSENT:
                    self._count(name, speaking.pop(name))
            for name, step in steps.items():
                before = speaking.get(name)
                if before is None and number and step[0] < _ABSENT:
                    self._count(name, step)
                elif before is None or step[0] >= before[0]:
                    speaking[name] = step
                    self._count(name, before)
                else:
                    self._count(name, step)

    def _steps(self, said: DatedReply) -> dict[str, tuple[int, str, _Step]]:
        """Return for each question how much a reply says to it, the version, and what it says."""
        version, answers, found = said.version, said.answers, {}
        for question, fixed in self._walks[version].of(answers):
            kept = answers.get(question.id) if fixed is None else fixed
            rank = _SILENCE if kept is None else _RANKS[kept.state if isinstance(kept, Answer) else kept.status]
            found[question.id] = rank, version, (question, kept)
        return found

    def _count(self, name: str, silent: tuple[int, str, _Step] | None) -> None:
        if silent is not None:
            place = silent[1], name, id(silent[2][1])
            self._numbers[place] += 1
            self._kinds[place] = silent[2]

    def counts(self, groups: Groups) -> Mapping[tuple[str, str], Counts]:
        """Return the counts by version and question."""
        found = defaultdict[tuple[str, str], Counter[tuple[str, str]]](Counter)
        for place, number in self._numbers.items():
            asked, said = self._kinds[place]
            reply = said if isinstance(said, QuestionState) else replied(asked, said)
            for mark in marks_of(reply, groups):
                found[place[:2]][mark] += number
        return {where: Counts(counter) for where, counter in found.items()}
