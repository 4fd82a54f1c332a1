"""Which of some labels is nearest in meaning to a text, by the points of their words. A guess: it is asked back."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import mul

from feedback.hearing.answers.labels import ideas_with_words
from feedback.hearing.answers.meaning.vectors import PLACES, POINTS, SIZE
from feedback.hearing.answers.words.stems import stem

_SAME = 0.9
"""The nearness of two words of which our own lists say that they mean one thing."""
_MOST_WORDS = 12


class Point:
    """A word or phrase: what our lists say it means, and its point, of length one."""

    def __init__(self, meant: frozenset[str], place: int | None) -> None:
        self.meant = meant
        numbers = tuple(POINTS[place : place + SIZE]) if place is not None else (0,) * SIZE
        length = sum(map(mul, numbers, numbers)) ** 0.5 or 1.0
        self.at = tuple(number / length for number in numbers)
        self.is_known = place is not None

    def nearness(self, other: "Point") -> float:
        """Return how near two words are: 1 for the same word, about 0 for words that have nothing to do with each other."""
        if not self.meant.isdisjoint(other.meant):
            return _SAME
        return float(sum(map(mul, self.at, other.at)))


@lru_cache(maxsize=2048)
def points_of(words: tuple[str, ...]) -> tuple[Point, ...]:
    """Return the words of a label that say something, as points."""
    return tuple(_points(words))


def _points(words: Iterable[str]) -> Iterable[Point]:
    for phrase, meant in ideas_with_words(list(words)):
        place = PLACES.get(phrase)
        if place is None:
            place = PLACES.get(stem(phrase))
        yield Point(frozenset(meant), place)


def nearest_labels(words: list[str], labels: Mapping[str, Iterable[tuple[str, ...]]]) -> list[tuple[float, str]]:
    """Return labels (id to the words of each of its names) with how near each is to the words of a text, nearest first."""
    told = list(_points(words[: 2 * _MOST_WORDS]))[:_MOST_WORDS]
    ranked = (
        (max((_near(told, points_of(name)) for name in names), default=0.0), one) for one, names in labels.items()
    )
    return sorted(ranked, key=lambda pair: -pair[0])


def _near(told: list[Point], label: tuple[Point, ...]) -> float:
    """Return the nearness of the nearest words, with half of the mean of all and half of that of the two sums."""
    if not told or not label:
        return 0.0
    best = [max(word.nearness(other) for other in label) for word in told]
    return (max(best) + sum(best) / len(best) / 2 + _together(told, label) / 2) / 2


def _together(told: Iterable[Point], label: Iterable[Point]) -> float:
    left, right = ([sum(axis) for axis in zip(*(point.at for point in part), strict=True)] for part in (told, label))
    size = (sum(map(mul, left, left)) * sum(map(mul, right, right))) ** 0.5
    return sum(map(mul, left, right)) / size if size else 0.0
