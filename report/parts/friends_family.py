"""The Friends and Family Test: one question in six answers, counted by place and by the way in which people replied.

The question and its answers are those of NHS England's guidance (2020): very good, good, neither good nor poor, poor, very
poor, don't know. Positive is very good and good, negative is poor and very poor, each of all who answered.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from feedback.conversation.response import Response
from feedback.flows.model import Flow
from report.counting.figures import percent
from report.counting.response_state import replies, standing

ANSWERS = ("very_good", "good", "neither", "poor", "very_poor", "dont_know")
"""The ids of the choices, in the order of the form that is sent in."""
POSITIVE, NEGATIVE = ("very_good", "good"), ("poor", "very_poor")


@dataclass(frozen=True)
class FriendsFamilyRow:
    """One place: how many gave each answer, in the order of ANSWERS, and how many replied in each way. Exact numbers."""

    place: str
    answers: tuple[int, ...]
    channels: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.answers)

    def share(self, *of: str) -> int | None:
        """Return the whole percentage of all who answered that gave one of these answers; None where nobody answered."""
        chose = sum(number for name, number in zip(ANSWERS, self.answers, strict=True) if name in of)
        return percent(chose, self.total) if self.total else None


def question_of(flow: Flow) -> str | None:
    """Return the id of the first question that has these six answers and no others; None where there is none."""
    found = (one.id for one in flow.questions if sorted(choice.id for choice in one.choices) == sorted(ANSWERS))
    return next(found, None)


def friends_family(
    responses: Iterable[Response], flows: Mapping[str, Flow], place_of: Callable[[Response], str]
) -> tuple[FriendsFamilyRow, ...]:
    """Return one row for each place, by name; of replies that count and answered. `flows` is by version id."""
    given: dict[str, Counter[str]] = {}
    ways: dict[str, Counter[str]] = {}
    for response in responses:
        for choice in _given(response, flows.get(response.version_id)):
            place = place_of(response)
            given.setdefault(place, Counter())[choice] += 1
            ways.setdefault(place, Counter())[response.channel] += 1
    return tuple(
        FriendsFamilyRow(place, tuple(given[place][name] for name in ANSWERS), dict(ways[place]))
        for place in sorted(given)
    )


def _given(response: Response, flow: Flow | None) -> Iterator[str]:
    question = question_of(flow) if flow is not None else None
    if flow is None or question is None or standing(response) != "counted":
        return
    for reply in replies(flow, response.answers):
        if reply.question.id == question and reply.status == "answered" and reply.answer is not None:
            yield from reply.answer.picked
