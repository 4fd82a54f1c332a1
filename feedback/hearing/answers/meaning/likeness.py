"""How near a text is in meaning to each of some labels, by points that were trained on answers of many kinds. A guess: it is asked back.

A word or phrase has a point and a weight; a text is the sum of its words, a label too. `associations.py` holds the points.
"""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import mul

from feedback.hearing.answers.meaning.associations import PLACES, POINTS, SIZE, WEIGHTS
from feedback.hearing.normal import tokens

_LONGEST_PHRASE = 4
_MOST_WORDS = 40
_ENDINGS = (
    ("s", ""), ("es", ""), ("ed", ""), ("ing", ""), ("ed", "e"), ("ing", "e"), ("ies", "y"), ("in", "ing"), ("ly", ""), ("er", ""), ("est", ""),
)  # fmt: skip
_SHORTEST_STEM = 3
Vector = tuple[float, ...]
_OPENING = frozenset(phrase.split(" ")[0] for phrase in PLACES if " " in phrase)
"""Words with which a known phrase begins."""


def places_in(words: Sequence[str]) -> Iterator[int]:
    """Yield the place of each phrase and of each word that is known, in order."""
    at = 0
    while at < len(words):
        size, phrase = _phrase_at(words, at)
        if phrase is not None:
            yield phrase
        yield from (place for word in words[at : at + size] if (place := _place_of(word)) is not None)
        at += size


def _phrase_at(words: Sequence[str], at: int) -> tuple[int, int | None]:
    """Return how many words the longest known phrase has that begins here, and its place; 1 and None where there is none."""
    if words[at] not in _OPENING:
        return 1, None
    for size in range(min(_LONGEST_PHRASE, len(words) - at), 1, -1):
        place = PLACES.get(" ".join(words[at : at + size]))
        if place is not None:
            return size, place
    return 1, None


def _place_of(word: str) -> int | None:
    """Return the place of a word, or of what is left of it without its ending."""
    if word in PLACES:
        return PLACES[word]
    for ending, instead in _ENDINGS:
        stem = word[: len(word) - len(ending)]
        if word.endswith(ending) and len(stem) >= _SHORTEST_STEM and stem + instead in PLACES:
            return PLACES[stem + instead]
    return None


@lru_cache(maxsize=16_384)
def _point(place: int) -> Vector:
    weight = WEIGHTS[place]
    return tuple(weight * number for number in POINTS[place * SIZE : place * SIZE + SIZE])


def _length(vector: Sequence[float]) -> float:
    return math.sqrt(sum(map(mul, vector, vector)))


def _unit(vector: Sequence[float]) -> Vector:
    length = _length(vector) or 1.0
    return tuple(number / length for number in vector)


def _sum(points: Sequence[Vector]) -> Vector:
    return tuple(map(sum, zip(*points, strict=True))) if points else (0.0,) * SIZE


@lru_cache(maxsize=2048)
def of_label(label: str) -> Vector:
    """Return the point of a label, of length one."""
    return _unit(_sum([_point(place) for place in places_in(tokens(label))]))


def likeness(words: Sequence[str], labels: Sequence[str]) -> list[float]:
    """Return how near a text is to each label: 1 is the same, 0 far away."""
    whole = _unit(_sum([_point(place) for place in places_in(words[:_MOST_WORDS])]))
    return [sum(map(mul, whole, of_label(label))) for label in labels]
