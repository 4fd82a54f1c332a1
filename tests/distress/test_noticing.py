"""What must be heard and what must not, on lines written by somebody who wrote none of the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.distress import denied, notices


def test_a_plain_cry_is_noticed_with_its_kind():
    assert [(one.reason, one.kind, one.language) for one in notices("i wanna d1eeee")] == [
        ("self-harm", "about-me-now", "en")
    ]


def test_one_sentence_in_a_long_answer_counts():
    text = "The room was nice. The tea was warm. I took 30 tablets last night. The chair was kind."

    assert [one.reason for one in notices(text)] == ["self-harm"]


def test_short_messages_are_read_together():
    assert notices("myself") == ()
    assert [one.reason for one in notices("myself", ("i want to", "kill"))] == ["self-harm"]


def test_what_was_noticed_before_is_not_noticed_again():
    assert notices("ok thanks", ("i want to die",)) == ()


def test_a_denial_is_no_notice_and_is_told():
    assert notices("I am not suicidal") == ()
    assert denied("I am not suicidal")
    assert not denied("The tea was cold.")


def test_a_denial_does_not_hide_what_stands_beside_it():
    assert [one.reason for one in notices("I am not suicidal but I cut myself last night")] == ["self-harm"]


KINDS = [
    ("my brother wants to kill himself", "about-somebody-else"),
    ("he hits me every night", "hurt-by-somebody"),
    ("a nurse slapped me", "hurt-by-staff"),
    ("my stepdad hits my little sister", "child"),
    ("i am going to stab him", "harm-to-others"),
    ("i need help now please", "help-now"),
    ("I tried to kill myself when I was a teenager", "past"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_notice_says_which_answer_fits(text: str, kind: str):
    assert [one.kind for one in notices(text)][:1] == [kind]


@pytest.mark.parametrize(
    "text",
    ["k1ll myself", "killl my self", "suisidal", "s.u.i.c.i.d.a.l", "i wanna k*ll myself", "OD'd on friday", "kms"],
)
def test_words_are_heard_however_they_are_typed(text: str):
    assert [one.reason for one in notices(text)] == ["self-harm"]


@pytest.mark.parametrize(
    "text",
    ["myself", "with my mum", "I didn't say that", "yes but not my name", "today", "me lad dropped me off", ""],
)
def test_a_short_ordinary_answer_is_let_be(text: str):
    assert notices(text) == ()


@pytest.mark.slow
@given(st.text(max_size=300), st.lists(st.text(max_size=80), max_size=4))
def test_no_text_breaks_it_and_the_same_text_has_the_same_notices(text: str, recent: list[str]):
    once = notices(text, tuple(recent))

    assert once == notices(text, tuple(recent))
    assert len({one.reason for one in once}) == len(once)


@pytest.mark.parametrize("text", ["i " * 5000, "want to " * 3000, "a" * 20000, "kill " * 3000, "*" * 5000, ". " * 5000])
def test_the_time_is_linear_in_the_length_of_the_text(text: str):
    assert len(notices(text)) <= 5
