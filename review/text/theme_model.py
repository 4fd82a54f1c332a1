"""Themes that a text may be about, learned from what the team has coded itself, and never applied.

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
"""Places for the words, pairs and letter groups of all texts. Measured with as many on comments about health services:
among three suggestions stood 60 % of the right themes after 120 coded comments, 76 % after 1,000."""
FEWEST_TEXTS = 20
"""A guess: from fewer it cannot be told how often suggestions are right, and they are shown only then."""
FEWEST_OF_A_THEME = 3
"""One or two texts teach the model their own words alone."""
MOST_TEXTS = 3000
"""The latest. Learning takes memory with their square: 36 MB for these."""
MOST_SHOWN = 3
"""Quick to look through, and what the share of right ones was measured with."""
_RIDGE = 0.5
"""How much the model doubts its texts. The measurement that BUCKETS tells of was made with it."""
_RIGHT_ENOUGH = 0.4
"""Share of suggestions that have to be right for any to be shown."""
_STEPS = 20
"""Each step is a twentieth of all suggestions: fewer would be coarse, more would rest on a handful of texts each."""
_EVIDENCE = 3
"""Words shown beside a suggestion: enough to see why, few enough to read."""
_TOGETHER = 256
"""Texts whose 8,192 buckets are laid out at once, so that memory stays small."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Matrix = NDArray[np.floating[Any]]
Row = tuple[NDArray[np.int64], Matrix]
"""Buckets, and the value of each."""


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
class ThemeModel:
    """What was learned: a weight for each bucket and theme, how rare each bucket is, and from which score on to show."""

    themes: tuple[str, ...]
    weights: Matrix
    rarity: Matrix
    floor: float
    right: float
    """Share of suggestions at this floor that were right, each text left out in turn."""

    def suggest(self, words: str) -> tuple[Suggestion, ...]:
        """Return up to three themes, the best first; none where nothing is likely enough."""
        said = _words(words)
        parts = _parts(said)
        buckets, counts = parts.damped()
        values = counts * self.rarity[buckets]
        length = float(np.linalg.norm(values))
        if not length:
            return ()
        scores = values @ self.weights[buckets] / length
        best = np.argsort(-scores, kind="stable")[:MOST_SHOWN]
        fitting = [int(place) for place in best if scores[place] >= self.floor]
        if not fitting:
            return ()
        shares = self._shares(parts, fitting)
        return tuple(
            Suggestion(self.themes[place], _because(said, share))
            for place, share in zip(fitting, shares.T, strict=True)
        )

    def _shares(self, parts: "_Parts", themes: list[int]) -> Matrix:
        """Return how much each word of a text, with the groups of its letters, speaks for some themes."""
        own = slice(0, parts.pairs_at)
        buckets = parts.buckets[own]
        strength = (parts.signs[own] * self.rarity[buckets])[:, None]
        weighed = self.weights[buckets[:, None], themes] * strength
        return np.add.reduceat(weighed, parts.starts, axis=0)


def learn(examples: Sequence[Example]) -> ThemeModel | None:
    """Return a model of up to 3,000 examples, or None where there are too few, or where it would be wrong too often."""
    used = [example for example in examples if example.words.strip() and example.themes][-MOST_TEXTS:]
    themes = _often(used)
    if len(used) < FEWEST_TEXTS or not themes:
        return None
    rows, rarity = _rows([example.words for example in used])
    given = np.array([[theme in example.themes for theme in themes] for example in used], dtype="f4")
    inverse = _nearness(rows)
    _turn_over(inverse)
    share = inverse @ given
    left_out = given - share / np.diag(inverse)[:, None]
    floor, right = _floor(left_out, given)
    return ThemeModel(themes, _weights(rows, share), rarity, floor, right) if right >= _RIGHT_ENOUGH else None


def _rows(texts: Sequence[str]) -> tuple[list[Row], Matrix]:
    """Return a row of length 1 for each text, as buckets and values, and how rare each bucket is."""
    features = [_parts(_words(text)).damped() for text in texts]
    seen = np.zeros(BUCKETS, dtype="f4")
    for buckets, _ in features:
        seen[buckets] += 1
    rarity = np.log((1 + len(texts)) / (1 + seen)) + 1
    return [(buckets, _of_length_one(counts * rarity[buckets])) for buckets, counts in features], rarity


def _of_length_one(values: Matrix) -> Matrix:
    return values / max(float(np.linalg.norm(values)), 1e-9)


def _laid_out(rows: Sequence[Row]) -> Matrix:
    """Return some rows with all their buckets, which are mostly empty: for few rows at a time."""
    laid = np.zeros((len(rows), BUCKETS), dtype="f4")
    for place, (buckets, values) in enumerate(rows):
        laid[place, buckets] = values
    return laid


def _nearness(rows: Sequence[Row]) -> Matrix:
    """Return how near every text is to every other, with the ridge."""
    nearness = np.empty((len(rows), len(rows)), dtype="f4")
    for start in range(0, len(rows), _TOGETHER):
        some = _laid_out(rows[start : start + _TOGETHER])
        for other in range(start, len(rows), _TOGETHER):
            near = some @ _laid_out(rows[other : other + _TOGETHER]).T
            nearness[start : start + len(near), other : other + near.shape[1]] = near
            nearness[other : other + near.shape[1], start : start + len(near)] = near.T
    nearness.flat[:: len(rows) + 1] += _RIDGE
    return nearness


def _turn_over(square: Matrix) -> None:
    """Put the inverse of a symmetric matrix in its own place, some rows after the other (Gauss and Jordan).

    numpy's own would hold three copies in double precision. The ridge keeps every eigenvalue above it, so no row
    must be moved and single precision is enough.
    """
    size = len(square)
    for start in range(0, size, _TOGETHER):
        block = slice(start, start + _TOGETHER)
        small = np.linalg.inv(square[block, block])
        aside = square[:, block].copy()
        turned = small @ square[block]
        for other in range(0, size, _TOGETHER):
            rest = slice(other, other + _TOGETHER)
            square[rest] -= aside[rest] @ turned
        square[block] = turned
        square[:, block] = -(aside @ small)
        square[block, block] = small


def _weights(rows: Sequence[Row], share: Matrix) -> Matrix:
    weights = np.zeros((BUCKETS, share.shape[1]), dtype="f4")
    for (buckets, values), given in zip(rows, share, strict=True):
        weights[buckets] += values[:, None] * given
    return weights


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


def _because(words: Sequence[str], shares: Matrix) -> tuple[str, ...]:
    """Return the words that speak most for a theme, once each."""
    order = np.argsort(-shares, kind="stable")
    return tuple(dict.fromkeys(words[place] for place in order if shares[place] > 0))[:_EVIDENCE]


@dataclass(frozen=True)
class _Parts:
    """The parts of a text as buckets with a sign: each word with its groups of letters, and at the end the pairs."""

    buckets: NDArray[np.int64]
    signs: Matrix
    starts: list[int]
    pairs_at: int

    def damped(self) -> Row:
        """Return the buckets, and how often each occurs, damped."""
        counts = np.bincount(self.buckets, weights=self.signs, minlength=BUCKETS)
        buckets = np.flatnonzero(counts)
        found = counts[buckets]
        return buckets, (np.sign(found) * np.log1p(np.abs(found))).astype("f4")


def _parts(words: Sequence[str]) -> _Parts:
    """Return words, groups of three to five of their letters, and pairs of words."""
    hashes: list[int] = []
    starts = []
    for word in words:
        starts.append(len(hashes))
        hashes += _hashes_of(word)
    pairs_at = len(hashes)
    hashes += [zlib.crc32(f"{one} {two}".encode()) for one, two in pairwise(words)]
    found = np.array(hashes, dtype=np.int64)
    signs = np.where(found & 0x8000_0000, np.float32(1), np.float32(-1))
    return _Parts(found % BUCKETS, signs, starts, pairs_at)


def _hashes_of(word: str) -> list[int]:
    framed = f"<{word}>"
    groups = [f"#{framed[at : at + size]}" for size in (3, 4, 5) for at in range(len(framed) - size + 1)]
    return [zlib.crc32(part.encode()) for part in (word, *groups)]
