"""Words that only may be distress get one soft line; the same words about a form or a bus get none."""

import pytest

from feedback.distress.noticing import notices
from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear


@pytest.mark.parametrize(
    "text",
    [
        "its all too much",
        "everything feels hopeless",
        "i feel so low i dont know what to do",
        "no one to talk to",
        "cant see any way out of this",
        "so alone",
    ],
)
def test_who_is_low_alone_or_overwhelmed_gets_a_soft_line(text):
    assert [notice.kind for notice in notices(text)] == ["possible"]


@pytest.mark.parametrize(
    "text",
    [
        "the form was too much",
        "it was too much paperwork",
        "we were really down about the cuts",
        "nobody listens to us in meetings",
        "I am struggling to find parking",
        "the agenda was hopeless",
        "the leaflet on self harm was good",
    ],
)
def test_the_same_words_about_something_else_are_feedback(text):
    assert notices(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("i wanna disappear", "about-me-now"),
        ("I was going to jump", "about-me-now"),
        ("I used to self harm years ago", "past"),
    ],
)
def test_a_wish_to_be_gone_and_harm_of_before_are_heard_plainly(text, kind):
    assert [notice.kind for notice in notices(text)] == [kind]


def test_an_answer_to_a_closed_question_must_be_more_like_distress_than_other_words():
    text = "I need a long rest before I can go on"
    helping = Ask("many", "What would help?", {"rest": "A rest", "lift": "A lift"})

    assert [notice.kind for notice in notices(text)] == ["possible"]
    assert (hear(helping, text).choices, hear(helping, text).notice) == (("rest",), ())
    assert hear(Ask("text", "What happened?"), text).notice == ("self-harm",)


def test_a_plain_cry_is_heard_in_an_answer_too():
    helping = Ask("many", "What would help?", {"rest": "A rest", "lift": "A lift"})

    assert hear(helping, "a lift. I want to kill myself").notice == ("self-harm",)
