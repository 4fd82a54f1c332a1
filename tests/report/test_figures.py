"""Percentages and intervals, against an independent count."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.proportion import confint_proportions_2indep

from report.figures import interval, newcombe, percent, wilson

TABLES = st.integers(1, 5_000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@pytest.mark.slow
@settings(deadline=None)
@given(TABLES)
def test_the_interval_is_the_one_that_scipy_counts(table):
    theirs = binomtest(*table).proportion_ci(confidence_level=0.95, method="wilson")

    assert wilson(*table) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


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


@pytest.mark.slow
@settings(deadline=None)
@given(TABLES, TABLES)
def test_the_interval_of_a_gap_is_the_one_that_statsmodels_counts(one, other):
    theirs = confint_proportions_2indep(*one, *other, method="newcomb", compare="diff", alpha=0.05)

    assert newcombe(one, other) == pytest.approx(theirs, abs=1e-9)
