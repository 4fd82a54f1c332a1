"""Control charts are read by the rules of "Making data count": checked against the same rules, written in another way."""

import re
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from report.counting.control_chart import p_chart, xmr_chart
from report.counting.differences import deviate, difference
from tests.samples import examples


def other_signals(values, spreads, mean):
    """Return the places of each sign, worked out with regular expressions over one letter for each point."""
    gaps = np.round(np.array(values) - mean, 12)
    sides = "".join("a" if gap > 0 else "b" if gap < 0 else "m" for gap in gaps)
    steps = "".join("u" if step > 0 else "d" if step < 0 else "s" for step in np.diff(values))
    far = [abs(gap) / spread if spread else (inf if gap else 0) for gap, spread in zip(gaps, spreads, strict=True)]
    found = {"outside": {at for at, one in enumerate(far) if one > 3}, "shift": set(), "trend": set(), "near": set()}
    for run in re.finditer("a{7,}|b{7,}", sides):
        found["shift"].update(range(*run.span()))
    for run in re.finditer("u{6,}|d{6,}", steps):
        found["trend"].update(range(run.start(), run.end() + 1))
    near = {at for at, one in enumerate(far) if 2 < one <= 3}
    for run in re.finditer("(?=(aaa|bbb))", sides):
        three = {run.start(), run.start() + 1, run.start() + 2}
        if len(three & near) >= 2:
            found["near"].update(three & near)
    return found


def signals(chart):
    return {
        name: {at for at, one in enumerate(chart.points) if name in one.signals}
        for name in ("outside", "shift", "trend", "near")
    }


def test_random_counts_have_the_limits_and_signs_that_another_way_finds():
    draw = np.random.default_rng(1)
    seen = set()
    for _ in range(examples(500)):
        steps = draw.choice([0, 1, 4])
        values = np.maximum(0, draw.poisson(30, 24) + np.cumsum(draw.integers(-steps, steps + 1, 24))).astype(float)
        chart = xmr_chart([(str(at), float(value)) for at, value in enumerate(values)])

        spread = np.abs(np.diff(values)).mean() / 1.128
        assert chart.mean == pytest.approx(values.mean())
        assert chart.points[0].low == pytest.approx(max(0, values.mean() - 3 * spread))
        assert chart.points[0].high == pytest.approx(values.mean() + 3 * spread)
        assert signals(chart) == other_signals(values, [spread] * 24, chart.mean)
        seen |= {name for name, places in signals(chart).items() if places}
    assert seen == {"outside", "shift", "trend", "near"}


def test_random_shares_have_limits_by_how_many_answered():
    draw = np.random.default_rng(2)
    for _ in range(examples(300)):
        bases = draw.integers(10, 80, 18)
        chose = draw.binomial(bases, draw.choice([0.02, 0.4, 0.7]) * draw.choice([1, 0.6], 18))
        chart = p_chart([(str(at), int(a), int(b)) for at, (a, b) in enumerate(zip(chose, bases, strict=True))])

        mean = chose.sum() / bases.sum()
        spreads = np.sqrt(mean * (1 - mean) / bases)
        assert chart.mean == pytest.approx(mean)
        assert [one.high for one in chart.points] == pytest.approx(np.minimum(1, mean + 3 * spreads))
        assert [one.low for one in chart.points] == pytest.approx(np.maximum(0, mean - 3 * spreads))
        assert signals(chart) == other_signals(chose / bases, spreads, chart.mean)


def test_each_rule_says_what_the_guide_says():
    def of(*values):
        return signals(xmr_chart([("", float(value)) for value in values]))

    level = [10, 12] * 6
    assert of(*level) == {"outside": set(), "shift": set(), "trend": set(), "near": set()}
    assert of(*level, 40)["outside"] == {12}
    assert of(*[9, 11] * 6, *[13, 15] * 4)["shift"] == {*range(20)}
    assert of(*[9, 11] * 3, 12, *[13, 15] * 3)["shift"] == set()
    assert of(20, 1, 2, 3, 4, 5, 6, 7, 1)["trend"] == {1, 2, 3, 4, 5, 6, 7}
    assert of(20, 1, 2, 3, 4, 5, 6, 1)["trend"] == set()
    assert of(*level, *level, 15.5, 13, 15.5)["near"] == {24, 26}
    assert of(5, 5, 5) == {"outside": set(), "shift": set(), "trend": set(), "near": set()}


def test_where_nothing_varied_between_moments_what_differs_is_outside():
    assert p_chart([("a", 5, 5), ("b", 5, 5)]).points[0].signals == frozenset()


def ends(chose, base, z):
    """Return the shares from which this one lies z standard errors away: the roots of Wilson's equation."""
    share = chose / base
    return np.sort(np.roots([1 + z * z / base, -(2 * share + z * z / base), share * share]).real)


def test_a_difference_is_newcombes_and_wider_the_more_are_compared():
    draw = np.random.default_rng(3)
    for _ in range(examples(100)):
        bases = draw.integers(5, 300, 2)
        one, other = (int(draw.integers(0, base + 1)) for base in bases)
        for many in (1, 20):
            told = difference((one, int(bases[0])), (other, int(bases[1])), many)
            z = norm.ppf(1 - 0.025 / many)
            (low, high), (low2, high2) = ends(one, bases[0], z), ends(other, bases[1], z)
            share, share2 = one / bases[0], other / bases[1]
            least = share - share2 - np.hypot(share - low, high2 - share2)
            most = share - share2 + np.hypot(high - share, share2 - low2)
            assert told.interval == pytest.approx((100 * max(-1, least), 100 * min(1, most)), abs=0.51)
            assert told.is_sure == (least > 1e-9 or most < -1e-9)


@given(st.integers(1, 500))
def test_the_deviate_grows_with_the_number_of_comparisons(many):
    assert deviate(many) < deviate(many + 1)
    assert deviate(1) == pytest.approx(1.959964)
