from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.hearing.normal import clauses, nearest, normalise, slips, tokens
from feedback.hearing.numerals import with_figures


def test_phone_spelling_is_written_out():
    assert normalise("ye m8, DEFO!!") == "yes mate definitely"
    assert normalise("I dunno tbh") == "i dont know tbh"


def test_apostrophes_of_every_kind_are_dropped():
    assert {normalise(text) for text in ("don't know", "don’t know", "DONT know", "don`t know")} == {"dont know"}


def test_letters_held_down_are_let_go():
    assert [normalise(text) for text in ("yessss", "nooooo", "gooood", "wellll")] == ["yes", "no", "good", "well"]


def test_key_caps_are_digits_and_thumbs_have_no_colour_of_skin():
    assert normalise("1️⃣") == "1"
    assert normalise("👍🏽 great") == normalise("👍 great") == "👍 great"


def test_a_figure_is_parted_from_its_unit_but_not_from_its_fraction():
    assert tokens("20mins") == ["20", "minutes"]
    assert tokens("4/5, 1.5 and 10-15") == ["4/5", "1.5", "and", "10-15"]
    assert tokens("½ hour") == ["1/2", "hour"]


def test_parts_between_marks_are_clauses():
    assert clauses("Yes - but no names. OK?") == ["yes", "but no names", "ok"]


def test_a_slip_of_the_finger_finds_its_word_and_a_short_word_finds_none():
    assert nearest("partley", ("partly", "party", "no")) == "partly"
    assert nearest("nit", ("not", "no")) is None
    assert slips("recieve", "receive", 2) == 1


def whole_table(left: str, right: str) -> int:
    """The number of slips by the definition: every letter held against every letter."""
    rows = [[*range(len(right) + 1)], *([at, *[0] * len(right)] for at in range(1, len(left) + 1))]
    for i, j in product(range(1, len(left) + 1), range(1, len(right) + 1)):
        same = left[i - 1] == right[j - 1]
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (not same))
        if i > 1 and j > 1 and left[i - 1] == right[j - 2] and left[i - 2] == right[j - 1]:
            rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


@given(st.text("abc", max_size=7), st.text("abc", max_size=7), st.integers(1, 3))
def test_slips_are_counted_as_by_the_whole_table_as_far_as_anybody_asks(left: str, right: str, most: int):
    assert slips(left, right, most) == min(whole_table(left, right), most + 1)


def test_words_of_very_other_lengths_are_far_apart():
    assert slips("no", "nothing", 2) == 3


def test_two_words_equally_near_are_none():
    assert nearest("later", ("lager", "laser")) is None


def test_number_words_are_figures_but_a_one_that_points_is_none():
    assert with_figures(["a", "hundred", "and", "ten"]) == ["110"]
    assert with_figures(["two", "thousand", "and", "nineteen"]) == ["2019"]
    assert with_figures(["the", "last", "one"]) == ["the", "last", "one"]


@pytest.mark.slow
@given(st.text())
def test_the_normal_form_of_a_normal_form_is_itself(text: str):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text())
def test_the_normal_form_has_single_spaces_and_no_edge(text: str):
    normal = normalise(text)

    assert normal == " ".join(normal.split())
