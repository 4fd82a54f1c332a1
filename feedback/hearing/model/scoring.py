"""The model at work: the likeliest meaning of a text at a task, and how far it is ahead of the next. The figure never leaves hearing."""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from operator import itemgetter

from feedback.hearing.model.features import BITS
from feedback.hearing.model.weights import TASKS, Task

_LANE = 3
"""Bytes of one class in a row: sums of some thousand weights of one byte fit."""
_ZERO = 128


@dataclass(frozen=True)
class Judged:
    """The likeliest of the classes, and by how much it leads, where 2 is all the way from one class to another."""

    meaning: str
    margin: float


@lru_cache(maxsize=len(TASKS))
def _rows(task: str) -> tuple[int, ...]:
    """Return for each place one number that holds the weights of all classes side by side, so that rows add up at once."""
    lanes = bytearray(len(TASKS[task].table) * _LANE)
    lanes[::_LANE] = TASKS[task].table
    size = len(TASKS[task].classes) * _LANE
    return tuple(int.from_bytes(lanes[at * size : at * size + size], "little") for at in range(1 << BITS))


def judge(task: str, places: list[int]) -> Judged:
    """Return what a text of these places means at a task: acts, consent, summary, yesno or leave."""
    known, rows = TASKS[task], _rows(task)
    total = sum(itemgetter(*places)(rows)).to_bytes(len(known.classes) * _LANE + 1, "little")
    scores = sorted(
        ((_score(known, total, at, len(places)), name) for at, name in enumerate(known.classes)), reverse=True
    )
    return Judged(scores[0][1], scores[0][0] - scores[1][0])


def _score(known: Task, total: bytes, at: int, count: int) -> float:
    summed = int.from_bytes(total[at * _LANE : at * _LANE + _LANE], "little") - _ZERO * count
    return summed * known.scale / sqrt(max(count, 1)) + known.biases[at]
