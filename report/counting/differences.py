"""Two shares set against each other: the difference in points, with an interval that allows for how many are compared."""

from dataclasses import dataclass
from statistics import NormalDist

from report.counting.figures import newcombe

_WITHIN = 0.95
"""The usual level: how often all intervals together hold the truth."""


@dataclass(frozen=True)
class Difference:
    """One share less another, in whole percentage points, with its interval."""

    points: int
    interval: tuple[int, int]
    is_sure: bool
    """Whether the exact interval, before it was rounded, leaves out 0."""


def difference(one: tuple[int, int], other: tuple[int, int], comparisons: int = 1) -> Difference:
    """Return how much the first share is above the second; each is (chose, answered), with at least 1 who answered.

    Newcombe's interval (1998, method 10). Where several differences are looked at together each has the level that
    Bonferroni's correction gives: all of them hold the truth at once with 95 % at least.
    """
    low, high = newcombe(one, other, deviate(comparisons))
    gap = (one[0] * other[1] - other[0] * one[1]) / (one[1] * other[1])
    return Difference(points(gap), (points(low), points(high)), is_sure=low > 0 or high < 0)


def deviate(comparisons: int) -> float:
    """Return the standard normal deviate for intervals of which so many (1 at least) hold together with 95 %."""
    return NormalDist().inv_cdf(1 - (1 - _WITHIN) / (2 * comparisons))


def points(share: float) -> int:
    """Return a share as whole percentage points, halves away from 0."""
    return int(100 * share + 0.5) if share >= 0 else -int(-100 * share + 0.5)
