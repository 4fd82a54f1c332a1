"""Hinted and everyday words of distress, each with the answer that fits; and the same words said of forms, trips and mishaps."""

import pytest

from feedback.distress import denied, notices
from feedback.distress.pattern import Rules

HINTED = [
    ("I am a millstone round their necks", "about-me-now"),
    ("jealous of dead people ngl", "about-me-now"),
    ("next time i wont get found", "about-me-now"),
    ("Since I lost my Margaret I only want to join her.", "about-me-now"),
    ("ahm just a weight on our lass, she'd be reet wi'out me", "about-me-now"),
    ("carnt do it no more", "about-me-now"),
    ("did my arms again", "about-me-now"),
    ("goodbye and thanks for trying", "about-me-now"),
    ("My friend keeps saying weird goodbye stuff in our group chat", "about-somebody-else"),
    ("my boyfriend comes to every appointment and answers for me", "hurt-by-somebody"),
    ("they discharged me back to the person who did this to me", "hurt-by-somebody"),
    ("the kids go quiet when he comes in", "child"),
    ("the lady who baths me hurts me", "hurt-by-staff"),
    ("they take my buzzer away at night", "hurt-by-staff"),
    ("i know what time that receptionist finishes and where she parks", "harm-to-others"),
    ("just need someone to talk to right now, its bad", "help-now"),
    ("baby isnt moving today", "help-now"),
    ("is anybody there", "help-now"),
    ("i wish id get hit by a bus", "about-me-now"),
    ("need a reason to live", "about-me-now"),
    ("he slapped me on the back of the head", "hurt-by-somebody"),
]
HARMLESS = [
    "our daughter was hit by a hockey ball and they stitched her up",
    "reading all that off a screen is hopeless for me",
    "it'd save me a trip across town",
    "a slap on the wrist was all they gave him",
    "which knee were they going to open, nobody had told me",
    "the phone on the wall with a cord",
    "please help me, how to open the second page",
    "we were all killing ourselves laughing at the raffle",
    "I'm sixty next week god help me",
    "i cant go on your website, it says password expired",
    "wont be here next month, off to spain for the winter",
    "I want to end it here please, no more questions",
    "i take ten tablets a day and the chemist sorts them",
    "they took my phone for the mri",
    "the porter pushed me to x ray",
    "the kids will kill me if im late",
    "you've twisted my arm",
    "help me to find the form",
]


@pytest.mark.parametrize(("text", "kind"), HINTED)
def test_hinted_words_are_heard_and_answered_as_they_need(text: str, kind: str):
    assert kind in {notice.kind for notice in notices(text)}


@pytest.mark.parametrize("text", HARMLESS)
def test_the_same_words_of_forms_and_mishaps_are_let_be(text: str):
    assert notices(text) == ()


def test_an_asked_and_denied_thought_has_words_of_its_own():
    assert denied("They asked if I had any thoughts of harming myself and I said no, because I haven't.")


@pytest.mark.parametrize("text", ["i want to diiiie", "i caaant go on anymore"])
def test_stretched_letters_are_read_as_the_word(text: str):
    assert "about-me-now" in {notice.kind for notice in notices(text)}


def test_rules_without_a_word_that_must_be_there_are_tried_on_every_sentence():
    rules = Rules([("any", "end? now|$")], {})
    assert [label for label, _ in rules.matches("stop")] == ["any"]
