"""Statistical process control: whether numbers over time go up and down by chance alone, or something changed.

XmR charts for counts and p-charts for shares (W. A. Shewhart 1931; D. J. Wheeler, Understanding Variation, 1993), read by
the rules of NHS England's "Making data count" (Strengthening your decisions, 2019), as its template and the NHS-R
Community's program NHSRplotthedots apply them:

- a point outside the limits;
- a shift: a run of 7 points or more on one side of the mean (a point on the mean ends it);
- a trend: 7 points in a row, each above the one before, or each below it;
- 2 of 3 points in a row near a limit (more than two thirds of the way to it, and not beyond), all 3 on one side.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import Literal

Signal = Literal["outside", "shift", "trend", "near"]
Kind = Literal["XmR", "p"]

FEWEST_POINTS = 12
"""Limits of fewer points than this are too rough to judge by ("Making data count" asks for 12 and more)."""
RUN = 7
"""Points that make a shift or a trend."""
_SPAN = 1.128
"""The mean of the range of two draws from a normal distribution, in standard deviations (d2 for two)."""
_DECIMALS = 12
"""Where a point lies on the mean, a share as a binary fraction may be off by less than this."""
_WIDTH = 3
"""Standard deviations from the mean to a limit."""
_NEAR = 2
"""Standard deviations beyond which a point is near a limit."""


@dataclass(frozen=True)
class ControlPoint:
    """One moment: its value, its limits and what it is a sign of."""

    label: str
    value: float
    low: float
    high: float
    signals: frozenset[Signal] = frozenset()


@dataclass(frozen=True)
class ControlChart:
    """Points in order, around their mean. Values of a p-chart are shares from 0 to 1."""

    kind: Kind
    mean: float
    points: tuple[ControlPoint, ...]


def xmr_chart(rows: Sequence[tuple[str, float]]) -> ControlChart:
    """Return the chart of single values, each with its label; at least two. Limits are the mean and 2.66 mean moving ranges.

    Counts are never below 0, so neither is a limit.
    """
    values = [value for _, value in rows]
    mean = sum(values) / len(values)
    spread = sum(abs(after - before) for before, after in pairwise(values)) / (len(values) - 1) / _SPAN
    return _chart("XmR", mean, [(label, value, spread) for label, value in rows], float("inf"))


def p_chart(rows: Sequence[tuple[str, int, int]]) -> ControlChart:
    """Return the chart of shares, each as (label, chose, answered); somebody answered at each. Limits hang on how many did."""
    mean = sum(chose for _, chose, _ in rows) / sum(answered for _, _, answered in rows)
    parts = [(label, chose / answered, sqrt(mean * (1 - mean) / answered)) for label, chose, answered in rows]
    return _chart("p", mean, parts, 1)


def _chart(kind: Kind, mean: float, parts: Sequence[tuple[str, float, float]], most: float) -> ControlChart:
    """Return the chart of (label, value, standard deviation)."""
    values = [value for _, value, _ in parts]
    found: list[set[Signal]] = [set() for _ in parts]
    gaps = [round(value - mean, _DECIMALS) for value in values]
    distances = [_distance(gap, spread) for gap, (_, _, spread) in zip(gaps, parts, strict=True)]
    signs: Iterable[tuple[Signal, Iterator[int]]] = (
        ("outside", (at for at, distance in enumerate(distances) if abs(distance) > _WIDTH)),
        ("shift", _runs([_sign(gap) for gap in gaps], RUN)),
        ("trend", _trends(values)),
        ("near", _near(distances)),
    )
    for signal, places in signs:
        for at in places:
            found[at].add(signal)
    return ControlChart(
        kind,
        mean,
        tuple(
            ControlPoint(
                label, value, max(0.0, mean - _WIDTH * spread), min(most, mean + _WIDTH * spread), frozenset(mine)
            )
            for (label, value, spread), mine in zip(parts, found, strict=True)
        ),
    )


def _distance(gap: float, spread: float) -> float:
    """Return how many standard deviations a value is off; where nothing ever varied, what differs is beyond all limits."""
    return gap / spread if spread else float("inf") * gap if gap else 0.0


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _runs(signs: Sequence[int], length: int) -> Iterator[int]:
    """Yield the places of all runs of one sign, not 0, that have this length or more."""
    start = 0
    for at in range(1, len(signs) + 1):
        if at == len(signs) or signs[at] != signs[start]:
            if at - start >= length and signs[start]:
                yield from range(start, at)
            start = at


def _trends(values: Sequence[float]) -> Iterator[int]:
    """Yield the places of all points that rise, or fall, seven or more in a row: six steps or more one way."""
    for at in _runs([_sign(after - before) for before, after in pairwise(values)], RUN - 1):
        yield from (at, at + 1)


def _near(distances: Sequence[float]) -> Iterator[int]:
    """Yield the places of points near a limit of which two are among three in a row on one side."""
    is_near = [_NEAR < abs(one) <= _WIDTH for one in distances]
    for start in range(len(distances) - 2):
        three = range(start, start + 3)
        is_one_side = abs(sum(_sign(distances[at]) for at in three)) == len(three)
        if is_one_side and sum(is_near[at] for at in three) > 1:
            yield from (at for at in three if is_near[at])
