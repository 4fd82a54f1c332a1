"""How conversations went: how many were finished, how long that took, and at which question people left."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from feedback.conversation.response import Response
from report.counting.response_state import QuestionState

GONE = frozenset({"left early", "stopped"})
"""Stages of people who will not go on by themselves. Those who are still at it have not left."""

_MINUTE = timedelta(minutes=1)


@dataclass
class DurationGroup:
    """Conversations of one kind (all, one channel, one version): how many, how many finished, and in what time.

    `minutes` counts finished conversations by whole minutes from the first message to the last.
    """

    responses: int = 0
    completed: int = 0
    minutes: Counter[float] = field(default_factory=Counter)

    def add(self, minutes: int | None, number: int = 1) -> None:
        """Count conversations that took so long; None for those that are not finished."""
        self.responses += number
        if minutes is not None:
            self.completed += number
            self.minutes[minutes] += number


def minutes_of(response: Response) -> int | None:
    """Return the whole minutes from the first message to the last; None where the conversation is not finished."""
    if response.stage != "finished":
        return None
    return (response.heard_at - response.started_at) // _MINUTE


def left_at(response: Response, replies: tuple[QuestionState, ...]) -> str | None:
    """Return the question that someone who left would have come to next; None for whoever finished or is still at it."""
    if response.stage not in GONE:
        return None
    return next((reply.question.id for reply in replies if reply.status == "not reached"), None)


def quantile(counts: Mapping[float, int], part: float) -> float:
    """Return the value below which this part (0 to 1) of the counted values (one at least) lies.

    Linear between the two nearest values (Hyndman and Fan 1996, type 7), as spreadsheets count it.
    """
    values = sorted(counts)
    total = sum(counts.values())
    place = part * (total - 1)
    below, above = _value_at(values, counts, int(place)), _value_at(values, counts, -int(-place // 1))
    return below + (above - below) * (place - int(place))


def _value_at(values: list[float], counts: Mapping[float, int], place: int) -> float:
    """Return the value at a place (0 is the lowest) of the counted values laid out in order."""
    seen = 0
    for value in values[:-1]:
        seen += counts[value]
        if place < seen:
            return value
    return values[-1]
