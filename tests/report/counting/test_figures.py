"""Percentages and intervals, against an independent count."""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from report.counting.durations import quantile
from report.counting.figures import interval, newcombe, percent, wilson

TABLES = st.integers(1, 5_000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@pytest.mark.slow
@settings(deadline=None)
@given(TABLES)
def test_the_interval_is_the_one_that_scipy_counts(table):
    theirs = binomtest(*table).proportion_ci(confidence_level=0.95, method="wilson")

    assert wilson(*table) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@pytest.fixture(scope="module")
def tables() -> np.ndarray:
    """Ten thousand random tables: of two groups, how many chose and how many answered; small bases above all."""
    rng = np.random.default_rng(2026)
    bases = np.exp(rng.uniform(0, np.log(5_000), (10_000, 2))).astype(int)
    return np.stack([rng.integers(0, bases + 1), bases], axis=2)


@pytest.mark.slow
def test_ten_thousand_intervals_are_those_that_statsmodels_counts(tables):
    chose, answered = tables[:, 0].T
    theirs = np.array(proportion_confint(chose, answered, alpha=0.05, method="wilson")).T

    ours = np.array([wilson(int(one), int(base)) for one, base in tables[:, 0]])
    assert np.abs(ours - theirs).max() < 1e-12


@pytest.mark.slow
def test_ten_thousand_gaps_have_the_interval_that_statsmodels_counts(tables):
    first, second = tables[:, 0].T, tables[:, 1].T
    theirs = confint_proportions_2indep(*first, *second, method="newcomb", compare="diff", alpha=0.05)

    ours = np.array([newcombe(*(tuple(map(int, side)) for side in one)) for one in tables])
    assert np.abs(ours - np.array(theirs).T).max() < 1e-9


@pytest.mark.slow
def test_ten_thousand_percentages_are_those_of_exact_fractions(tables):
    for chose, answered in tables[:, 0].tolist():
        exact = (Decimal(100) * chose / answered).quantize(Decimal(1), ROUND_HALF_UP)
        assert percent(chose, answered) == exact


def test_quarters_are_those_that_numpy_counts(tables):
    for row in tables[:300, :, 1]:
        values = [int(one) % 17 for one in row] + [3, 5, 5]
        for part in (0.25, 0.5, 0.75):
            assert quantile(Counter(values), part) == pytest.approx(np.percentile(values, 100 * part))


@pytest.mark.slow
@settings(deadline=None)
@given(TABLES)
def test_a_percentage_lies_in_its_interval(table):
    low, high = interval(*table)

    assert 0 <= low <= percent(*table) <= high <= 100


@pytest.mark.parametrize(
    ("chose", "answered", "whole"),
    [(0, 3, 0), (1, 8, 13), (3, 8, 38), (1, 200, 1), (1, 201, 0), (2, 3, 67), (3, 3, 100)],
)
def test_halves_go_up(chose, answered, whole):
    assert percent(chose, answered) == whole


def test_of_nobody_there_is_no_percentage_and_no_interval():
    assert percent(0, 0) is None
    assert interval(0, 0) is None
