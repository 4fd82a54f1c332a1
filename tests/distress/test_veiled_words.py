"""Distress in veiled words is heard by what it means, and talk about the subject is let be."""

import pytest

from feedback.distress import notices

VEILED = [
    ("self-harm", "I can't picture myself here by easter"),
    ("self-harm", "the only party I want is my own wake"),
    ("self-harm", "pity the fall didnt finish me"),
    ("self-harm", "each lorry, I stand a little nearer"),
    ("abuse", "don't phone after five, he listens"),
    ("abuse", "my sister keeps all my wages"),
    ("abuse", "the kids are on their own all night"),
    ("staff-harm", "they injected me for crying"),
    ("staff-harm", "the doctor kept going when I was begging him to stop"),
    ("staff-harm", "some staff who don't punch you would be nice"),
    ("in-need-now", "bailiffs outside now"),
    ("in-need-now", "where can we find a bed for the night please"),
    ("in-need-now", "his oxygen machine has stopped"),
]
ORDINARY = [
    "the leaflet on elder abuse has a spelling mistake",
    "our county lines workshop was full",
    "did you get my last message",
    "she abused her position as treasurer to buy nicer biscuits",
    "this will be my last survey as I have moved to Hull",
    "giving up on this form",
    "we sorted our will with the free solicitor",
]


@pytest.mark.parametrize(("reason", "text"), VEILED)
def test_veiled_words_are_heard_by_what_they_mean(reason: str, text: str) -> None:
    assert reason in {notice.reason for notice in notices(text)}


@pytest.mark.parametrize("text", ORDINARY)
def test_talk_about_the_subject_is_no_cry(text: str) -> None:
    assert notices(text) == ()


def test_a_message_before_leaving_this_world_is_no_change_of_address() -> None:
    assert notices("this is my last message because I am leaving this world")


def test_a_wish_to_talk_about_suicide_is_heard() -> None:
    assert notices("thinking of suicide, I cannot talk to anyone")
