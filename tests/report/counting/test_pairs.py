"""The same people twice: McNemar's exact test and Newcombe's paired interval, against published values and other ways."""

from fractions import Fraction
from itertools import product
from math import isclose, sqrt

import pytest

from report.counting.pairs import PairCounts, mcnemar, paired_interval

Z = 1.959963984540054
SMALL_TABLES = [PairCounts(*cells) for cells in product((0, 1, 3, 8), repeat=4) if sum(cells)]


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        # R. G. Newcombe 1998, table III, method 10: both, lost, gained, neither are e, g, f, h there.
        (PairCounts(36, 2, 12, 0), 0.0569, 0.3404),
        (PairCounts(20, 2, 12, 16), 0.0562, 0.3292),
        (PairCounts(53, 1, 0, 0), -0.0979, 0.0492),
    ],
)
def test_the_interval_is_that_of_the_published_examples(counts, low, high):
    found = paired_interval(counts)

    assert found == pytest.approx((low, high), abs=5e-4)


@pytest.mark.parametrize("counts", SMALL_TABLES)
def test_test_and_interval_agree_with_a_second_way_of_working_them_out(counts):
    assert isclose(mcnemar(counts), float(by_walking(counts)), abs_tol=1e-12)
    assert paired_interval(counts) == pytest.approx(by_bisection(counts), abs=1e-9)


def test_the_test_agrees_with_values_worked_out_by_another_program():
    # statsmodels 0.15, mcnemar(table, exact=True)
    assert mcnemar(PairCounts(10, 2, 9, 4)) == pytest.approx(0.0654296875)
    assert mcnemar(PairCounts(0, 0, 0, 5)) == 1.0
    assert mcnemar(PairCounts(30, 15, 5, 10)) == pytest.approx(0.04138946533203125)


def by_walking(counts: PairCounts) -> Fraction:
    """The test by adding up every outcome that is no likelier than what was seen: the same for a half and half chance."""
    changed = counts.lost + counts.gained
    ways = [Fraction(1)]
    for _ in range(changed):
        ways = [(left + right) / 2 for left, right in zip([Fraction(0), *ways], [*ways, Fraction(0)], strict=True)]
    return sum((way for way in ways if way <= ways[counts.lost]), Fraction(0))


def by_bisection(counts: PairCounts) -> tuple[float, float]:
    """The interval with each Wilson limit found as the root of its equation, and phi as a correlation of noughts and ones."""
    number = counts.pairs
    shares = counts.after / number, counts.before / number
    after, before = (limits(share, number) for share in shares)
    phi = correlation(counts)
    gap = shares[0] - shares[1]
    down, up = (shares[0] - after[0], before[1] - shares[1]), (after[1] - shares[0], shares[1] - before[0])
    low, high = (sqrt(max(0.0, a * a + b * b - 2 * phi * a * b)) for a, b in (down, up))
    return max(-1.0, gap - low), min(1.0, gap + high)


def limits(share: float, number: int) -> tuple[float, float]:
    def root(inside: float, outside: float) -> float:
        for _ in range(200):
            middle = (inside + outside) / 2
            is_in = abs(share - middle) <= Z * sqrt(middle * (1 - middle) / number)
            inside, outside = (middle, outside) if is_in else (inside, middle)
        return inside

    low = 0.0 if share == 0 else root(share, 0.0)
    high = 1.0 if share == 1 else root(share, 1.0)
    return low, high


def correlation(counts: PairCounts) -> float:
    pairs = [(1, 1)] * counts.both + [(1, 0)] * counts.lost + [(0, 1)] * counts.gained + [(0, 0)] * counts.neither
    number = len(pairs)
    means = [sum(pair[side] for pair in pairs) / number for side in (0, 1)]
    spread = sqrt(means[0] * (1 - means[0]) * means[1] * (1 - means[1]))
    if spread < 1e-12:
        return 0.0
    shared = sum(one * other for one, other in pairs) / number - means[0] * means[1]
    # The continuity correction of method 10: half a pair off a correlation above nought.
    corrected = max(shared - 1 / (2 * number), 0.0) if shared > 1e-12 else shared
    return corrected / spread
