"""How far coders agree: equal to other programs and to values worked by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa

from review.text.inter_rater import agreement, alpha, cohen, gwet, observed

_PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=40)


def table(pairs):
    return [[sum(pair == (one, two) for pair in pairs) for two in (False, True)] for one in (False, True)]


@given(_PAIRS)
@pytest.mark.slow
def test_kappa_of_two_coders_is_what_another_program_finds(pairs):
    ours = cohen(pairs)

    if ours is None:
        assert len({value for pair in pairs for value in pair}) == 1
    else:
        with np.errstate(all="ignore"):
            theirs = cohens_kappa(table(pairs)).kappa
        assert ours == pytest.approx(theirs, abs=1e-9)


def test_alpha_is_that_of_its_author():
    """Krippendorff's worked example: four observers, twelve units, names, gaps; alpha is 0.743."""
    rows = (
        (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
        (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
        (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
        (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
    )
    units = [[value for value in column if value is not None] for column in zip(*rows, strict=True)]

    assert alpha([unit for unit in units if len(unit) > 1]) == pytest.approx(0.743, abs=0.0005)


def test_a_rare_theme_on_which_nearly_all_agree_is_not_called_bad_by_ac1():
    """118 of 125 texts the same, five and two apart, none given by both: kappa below 0, AC1 0.94 (by hand)."""
    pairs = [(False, False)] * 118 + [(True, False)] * 5 + [(False, True)] * 2

    assert observed(pairs) == pytest.approx(118 / 125)
    assert cohen(pairs) == pytest.approx(-0.0234, abs=0.0005)
    share = 7 / 250
    assert gwet(pairs) == pytest.approx((118 / 125 - 2 * share * (1 - share)) / (1 - 2 * share * (1 - share)))


def test_a_simulated_kappa_is_printed_as_it_is_though_most_texts_are_left_bare():
    """Of 400 texts that both have read, both gave a theme to 42, one alone to 28 and the other alone to 29."""
    pairs = [(True, True)] * 42 + [(True, False)] * 28 + [(False, True)] * 29 + [(False, False)] * 301

    found = agreement([{"Ada": one, "Bea": two} for one, two in pairs])

    assert f"{found.kappa:.2f}" == "0.51"
    assert found.kappa == pytest.approx(cohens_kappa(table(pairs)).kappa)


def test_ac1_with_gaps_is_that_of_its_definition():
    """Prevalence over every text with a rating, agreement over those with two: written anew with matrices."""
    draw = np.random.default_rng(5)
    ratings = np.where(draw.random((60, 3)) < 0.4, np.nan, (draw.random((60, 3)) < 0.2).astype(float))
    units = [tuple(bool(one) for one in row[~np.isnan(row)]) for row in ratings]

    given = np.array([[unit.count(value) for value in (False, True)] for unit in units if unit], dtype=float)
    many = given.sum(axis=1)
    shares = (given / many[:, None]).mean(axis=0)
    pairs = many > 1
    same = ((given * (given - 1)).sum(axis=1)[pairs] / (many * (many - 1))[pairs]).mean()
    chance = (shares * (1 - shares)).sum()
    assert gwet([unit for unit in units if unit]) == pytest.approx((same - chance) / (1 - chance))
    assert agreement(
        [{str(at): bool(one) for at, one in enumerate(row) if not np.isnan(one)} for row in ratings]
    ).ac1 == pytest.approx((same - chance) / (1 - chance))


def test_only_texts_that_two_have_coded_are_compared():
    found = agreement(
        [{"Ada": True, "Bea": True}, {"Ada": True, "Bea": False}, {"Ada": True}, {"Bea": False, "Ada": False}]
    )

    assert (found.texts, found.given, found.same) == (3, 2, pytest.approx(2 / 3))
    assert found.kappa == pytest.approx(0.4)


def test_what_cannot_be_told_is_not_told():
    assert agreement([{"Ada": True}]).alpha is None
    assert gwet([]) is None
    assert (cohen([]), alpha([(True, True)])) == (None, None)
    assert agreement([{"Ada": True, "Bea": True, "Cal": False}]).kappa is None
