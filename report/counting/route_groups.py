"""Conversations that took the same way through a flow, counted together: one answer that many gave is looked at once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from feedback.flows.answer import Answer, State
from feedback.flows.model import Question
from feedback.types.question_type import Value
from report.counting.response_state import QuestionState, replied


@dataclass
class ReplyKind:
    """One way to reply to one question, and how many did."""

    reply: QuestionState
    number: int = 0


@dataclass
class RouteQuestion:
    """A question that was put, and the kinds of replies to it."""

    question: Question
    kinds: dict[tuple[State, Value], ReplyKind] = field(default_factory=dict)

    def add(self, answer: Answer, number: int) -> None:
        """Count this many replies of the kind of this one."""
        key = answer.state, answer.value
        kind = self.kinds.get(key)
        if kind is None:
            kind = self.kinds[key] = ReplyKind(replied(self.question, replace(answer, pieces=())))
        kind.number += number


@dataclass
class RouteGroup:
    """One way through a version of a flow: the questions put, what became of the others, and how many went it."""

    version: str
    asked: Mapping[str, RouteQuestion]
    fixed: tuple[QuestionState, ...]
    number: int = 0
    waiting: list[Mapping[str, Answer]] = field(default_factory=list)
    """Answers of conversations that went this way and are not counted yet."""

    def count(self) -> None:
        """Count the answers that wait. One answer that many conversations share is looked at once."""
        self.number += len(self.waiting)
        given = list(chain.from_iterable(answers.values() for answers in self.waiting))
        by_identity = dict(zip(map(id, given), given, strict=True))
        found = Counter(zip(chain.from_iterable(self.waiting), map(id, given), strict=True))
        for (name, identity), number in found.items():
            put = self.asked.get(name)
            if put is not None:
                put.add(by_identity[identity], number)
        self.waiting = []

    def replies(self) -> Iterator[tuple[QuestionState, int]]:
        """Yield every kind of reply on this way with how many gave it; whoever gave none has not come so far."""
        yield from ((reply, self.number) for reply in self.fixed)
        for put in self.asked.values():
            yield from ((kind.reply, kind.number) for kind in put.kinds.values())
            missing = self.number - sum(kind.number for kind in put.kinds.values())
            if missing:
                yield replied(put.question, None), missing
