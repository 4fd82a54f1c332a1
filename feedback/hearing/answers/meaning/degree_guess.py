"""How much of a yes a sentence is, by the model: "hands down the best", "they talked over me". It is a guess, and is asked back."""

from functools import lru_cache
from math import sqrt

from feedback.hearing.answers.meaning.degree_weights import BIASES, CLASSES, STEP, TABLE
from feedback.hearing.model.features import BITS, places

LEVELS = {"none": 0.0, "little": 0.25, "middle": 0.5, "most": 0.75, "all": 1.0}
"""From nothing of it to all of it; beside these a sentence can be unsure, or about something else."""
_LANE = 3
"""Bytes of one class in a row: sums of some thousand weights of one byte fit."""
_ZERO = 128


@lru_cache(maxsize=1)
def _rows() -> tuple[int, ...]:
    """Return for each place one number that holds the weights of all classes side by side, so that rows add up at once."""
    lanes = bytearray(len(TABLE) * _LANE)
    lanes[::_LANE] = TABLE
    size = len(CLASSES) * _LANE
    return tuple(int.from_bytes(lanes[at * size : at * size + size], "little") for at in range(1 << BITS))


def guess(words: list[str]) -> tuple[str, float]:
    """Return the likeliest class of some words, and by how much it leads, where 2 is all the way from one class to another."""
    found, rows = places(words), _rows()
    total = sum([rows[place] for place in found]).to_bytes(len(CLASSES) * _LANE + 1, "little")
    sums = (int.from_bytes(total[at * _LANE : at * _LANE + _LANE], "little") for at in range(len(CLASSES)))
    size = sqrt(max(len(found), 1))
    scores = sorted(
        ((summed - _ZERO * len(found)) * STEP / size + bias, name)
        for summed, bias, name in zip(sums, BIASES, CLASSES, strict=True)
    )
    return scores[-1][1], scores[-1][0] - scores[-2][0]
