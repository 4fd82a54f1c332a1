"""How much of a yes a sentence is, by the model: "hands down the best", "they talked over me". It is a guess, and is asked back."""

from functools import lru_cache
from math import sqrt
from operator import itemgetter

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


def scores(words: list[str]) -> dict[str, float]:
    """Return the score of each class for some words, about -1 to 1."""
    return _scores(tuple(words))


def forget() -> None:
    """Let go of the words in memory, which are kept while a text is heard."""
    _scores.cache_clear()


@lru_cache(maxsize=16)
def _scores(words: tuple[str, ...]) -> dict[str, float]:
    found, rows = places([*words]), _rows()
    total = sum(itemgetter(*found)(rows)).to_bytes(len(CLASSES) * _LANE + 1, "little")
    sums = (int.from_bytes(total[at * _LANE : at * _LANE + _LANE], "little") for at in range(len(CLASSES)))
    size = sqrt(max(len(found), 1))
    return {
        name: (summed - _ZERO * len(found)) * STEP / size + bias
        for summed, bias, name in zip(sums, BIASES, CLASSES, strict=True)
    }


def ranked(words: list[str], values: dict[str, float]) -> list[tuple[float, str]]:
    """Return choices by how likely some words mean each, likeliest first; "" stands for none of them, or not sure.

    `values` are the choices by how much of a yes each is. A level speaks for the choice that is nearest to it.
    """
    by_class = scores(words)
    best: dict[str, float] = {"": max(by_class["unsure"], by_class["void"])}
    for name, level in LEVELS.items():
        choice = min(values, key=lambda one: (abs(values[one] - level), -abs(values[one] - 0.5)))
        best[choice] = max(best.get(choice, -9.0), by_class[name])
    return sorted(((score, choice) for choice, score in best.items()), reverse=True)
