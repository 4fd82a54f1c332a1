"""Themes that a text may be about, learned from what the team has coded itself, and never applied (review.md, section 4).

Words, pairs of words and groups of letters are hashed into buckets; a ridge over them says how near a text is to each
theme. Nothing is shown where trying it on the team's own coding, each text left out in turn, would be wrong too often.
"""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

BUCKETS = 8192
FEWEST_TEXTS = 20
FEWEST_OF_A_THEME = 3
MOST_TEXTS = 3000
MOST_SHOWN = 3
_RIDGE = 0.5
_RIGHT_ENOUGH = 0.4
"""Share of suggestions that have to be right for any to be shown."""
_STEPS = 20
_EVIDENCE = 3
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Matrix = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Example:
    """A text, and the themes (ids) that the team gave it."""

    words: str
    themes: frozenset[str]


@dataclass(frozen=True)
class Suggestion:
    """A theme that may fit, and the words of the text that speak most for it."""

    theme_id: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class Model:
    """What was learned: a weight for each bucket and theme, how rare each bucket is, and from which score on to show."""

    themes: tuple[str, ...]
    weights: Matrix
    rarity: Matrix
    floor: float
    right: float
    """Share of suggestions at this floor that were right, each text left out in turn."""

    def suggest(self, words: str) -> tuple[Suggestion, ...]:
        """Return up to three themes, the best first; none where nothing is likely enough."""
        buckets, counts = _features(_words(words))
        values = counts * self.rarity[buckets]
        length = float(np.linalg.norm(values))
        if not length:
            return ()
        scores = values @ self.weights[buckets] / length
        best = np.argsort(-scores, kind="stable")[:MOST_SHOWN]
        return tuple(
            Suggestion(self.themes[place], self._because(words, int(place)))
            for place in best
            if scores[place] >= self.floor
        )

    def _because(self, words: str, theme: int) -> tuple[str, ...]:
        """Return the words whose own buckets weigh most for a theme."""
        found: dict[str, float] = {}
        for word in dict.fromkeys(_words(words)):
            buckets, counts = _features([word])
            found[word] = float(counts * self.rarity[buckets] @ self.weights[buckets, theme])
        best = sorted(found, key=lambda word: -found[word])[:_EVIDENCE]
        return tuple(word for word in best if found[word] > 0)


def learn(examples: Sequence[Example]) -> Model | None:
    """Return a model of up to 3,000 examples, or None where there are too few, or where it would be wrong too often."""
    used = [example for example in examples if example.words.strip() and example.themes][-MOST_TEXTS:]
    themes = _often(used)
    if len(used) < FEWEST_TEXTS or not themes:
        return None
    rows, rarity = _rows([example.words for example in used])
    given = np.array([[theme in example.themes for theme in themes] for example in used], dtype=float)
    nearness = (rows @ rows.T).astype(float)
    inverse = np.linalg.inv(nearness + _RIDGE * np.eye(len(used)))
    share = inverse @ given
    left_out = given - share / np.diag(inverse)[:, None]
    floor, right = _floor(left_out, given)
    return Model(themes, rows.T @ share.astype("f4"), rarity, floor, right) if right >= _RIGHT_ENOUGH else None


def _rows(texts: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Return a row of length 1 for each text, and how rare each bucket is; single precision, for there are many."""
    features = [_features(_words(text)) for text in texts]
    seen = np.zeros(BUCKETS, dtype="f4")
    for buckets, _ in features:
        seen[buckets] += 1
    rarity = np.log((1 + len(texts)) / (1 + seen)) + 1
    rows = np.zeros((len(texts), BUCKETS), dtype="f4")
    for place, (buckets, counts) in enumerate(features):
        values = counts * rarity[buckets]
        rows[place, buckets] = values / max(float(np.linalg.norm(values)), 1e-9)
    return rows, rarity


def _often(examples: Iterable[Example]) -> tuple[str, ...]:
    """Return the themes with enough examples, in a fixed order."""
    counts: dict[str, int] = {}
    for example in examples:
        for theme in example.themes:
            counts[theme] = counts.get(theme, 0) + 1
    return tuple(sorted(theme for theme, count in counts.items() if count >= FEWEST_OF_A_THEME))


def _floor(scores: Matrix, given: Matrix) -> tuple[float, float]:
    """Return the lowest score down to which suggestions are right often enough, and how many are above it.

    The best three of every text are put in order and looked at a twentieth at a time, from the top. Texts still to
    come are less like those coded than these are like each other, so the floor lies near the first that were wrong.
    """
    best = np.argsort(-scores, axis=1, kind="stable")[:, :MOST_SHOWN]
    ranked = np.take_along_axis(scores, best, axis=1).ravel()
    hits = np.take_along_axis(given, best, axis=1).ravel()
    order = np.argsort(-ranked, kind="stable")
    good: list[int] = []
    below = 0.0
    for chunk in np.array_split(order, min(_STEPS, len(order))):
        if hits[chunk].mean() < _RIGHT_ENOUGH:
            below = float(np.median(ranked[chunk]))
            break
        good += chunk.tolist()
    if not good:
        return np.inf, 0.0
    return below + (float(ranked[good].min()) - below) / 4, float(hits[good].mean())


def _words(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text)]


def _features(words: Sequence[str]) -> tuple[NDArray[np.int64], Matrix]:
    """Return buckets, and how often each occurs, damped: words, pairs of them, and groups of three to five letters."""
    parts = [*words, *(f"{one} {two}" for one, two in pairwise(words))]
    for word in words:
        framed = f"<{word}>"
        parts += [f"#{framed[at : at + size]}" for size in (3, 4, 5) for at in range(max(len(framed) - size + 1, 0))]
    hashes = np.fromiter((zlib.crc32(part.encode()) for part in parts), dtype=np.int64, count=len(parts))
    signs = np.where(hashes & 0x8000_0000, 1.0, -1.0)
    buckets, places = np.unique(hashes % BUCKETS, return_inverse=True)
    counts = np.bincount(places, weights=signs, minlength=len(buckets))
    return buckets, np.sign(counts) * np.log1p(np.abs(counts))
