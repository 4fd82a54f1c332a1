"""The same people asked twice: what changed for them, with an exact test and an interval that know they are the same.

Each choice of a question is a table of four numbers: how many picked it both times, only the first time, only the
second, and never.
"""

from math import comb, sqrt
from typing import NamedTuple

from report.counting.figures import wilson


class PairCounts(NamedTuple):
    """How many people picked a choice both times, only before, only after, and neither time."""

    both: int
    lost: int
    gained: int
    neither: int

    @property
    def pairs(self) -> int:
        """How many people answered both times."""
        return sum(self)

    @property
    def before(self) -> int:
        """How many picked it the first time."""
        return self.both + self.lost

    @property
    def after(self) -> int:
        """How many picked it the second time."""
        return self.both + self.gained


def mcnemar(counts: PairCounts) -> float:
    """Return the two-sided p-value of McNemar's exact test: that as many gained as lost, by chance alone.

    The binomial test of those who changed (Q. McNemar 1947, exact form); 1 where nobody did.
    """
    changed, fewer = counts.lost + counts.gained, min(counts.lost, counts.gained)
    tail = sum(comb(changed, number) for number in range(fewer + 1))
    return min(1.0, 2 * tail / (1 << changed))


def paired_interval(counts: PairCounts) -> tuple[float, float]:
    """Return the 95 % interval of the share after less the share before, of the same people, as proportions.

    Two Wilson intervals squared and added, with the correlation of the two answers, continuity-corrected (R. G.
    Newcombe 1998, Statistics in Medicine 17, 2635-2650, method 10). There is at least one pair.
    """
    number = counts.pairs
    after, before = counts.after / number, counts.before / number
    (low_after, high_after), (low_before, high_before) = wilson(counts.after, number), wilson(counts.before, number)
    phi, change = _phi(counts), after - before
    below = _joined(after - low_after, high_before - before, phi)
    above = _joined(high_after - after, before - low_before, phi)
    return max(-1.0, change - below), min(1.0, change + above)


def _joined(one: float, other: float, phi: float) -> float:
    # Rounding may leave a hair less than 0 under the root.
    return sqrt(max(0.0, one * one - 2 * phi * one * other + other * other))


def _phi(counts: PairCounts) -> float:
    """Return the correlation of the two answers; 0 where one of them was the same for everybody."""
    both, lost, gained, neither = counts
    margins = (both + lost) * (gained + neither) * (both + gained) * (lost + neither)
    if not margins:
        return 0.0
    gap = both * neither - lost * gained
    return (max(gap - counts.pairs / 2, 0.0) if gap > 0 else gap) / sqrt(margins)
