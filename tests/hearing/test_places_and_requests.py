"""What is a place, what is none, and what is said to the program in place of an answer."""

import pytest

from feedback.hearing.answers.places import is_no_place, is_time_or_amount
from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from feedback.hearing.wording.addressing import is_addressed

HELD = Ask("place", "Where was the meeting held?")
WARD = Ask("place", "Which clinic or ward are you telling us about?")
VISITS = Ask("number", "How many times have you been?", range=(0, 50), unit="times")
WAY = Ask("one", "How did you get there?", {"bus": "By bus", "car": "By car", "else": "Another way"})


@pytest.mark.parametrize(
    "text",
    ["round at Jean's", "RVI", "QE", "ward 4b", "Mencap in Hull", "the hall", "somewhere in leeds i think", "E17 9"],
)
def test_a_short_name_is_a_place(text: str):
    assert hear(HELD, text).place is True


@pytest.mark.parametrize(
    "text", ["my living room on the laptop", "hybrid", "Zoom but run from Sheffield", "over the phone"]
)
def test_a_meeting_without_a_room_is_held_elsewhere(text: str):
    heard = hear(HELD, text)

    assert (heard.act, heard.place) == ("other", False)


@pytest.mark.parametrize(
    "text",
    [
        "round at ours",
        "in my car",
        "cant say",
        "the nurses were great",
        "it was lovely",
        "dunno",
        "qqq",
        "never went to one",
    ],
)
def test_what_names_no_place_is_none(text: str):
    assert not hear(HELD, text).place


def test_words_that_answer_another_question_are_no_place():
    assert is_no_place("yes thanks")
    assert is_time_or_amount("about 3 years ago")
    assert not is_time_or_amount("Leeds")


@pytest.mark.parametrize(
    ("ask", "text", "act"),
    [
        (WARD, "will this get back to them if i name it", "privacy"),
        (WARD, "whats counted as a clinic", "what-does-that-mean"),
        (WARD, "Good morning my dear", "greeting"),
        (VISITS, "could I just tell this to a lady on the telephone", "person"),
        (VISITS, "what was that", "repeat"),
        (VISITS, "too many", "unclear"),
        (VISITS, "pressed all the wrong things, restart it", "start-again"),
        (VISITS, "nie rozumiem po angielsku, proszę po polsku", "language:pl"),
        (WAY, "can you say the options again", "repeat"),
        (WAY, "could we do the whole thing over from the beginning", "start-again"),
        (WAY, "driving now, talk later", "pause"),
        (Ask("any"), "can I do this in the Gaelic", "language:gd"),
        (Ask("any"), "bangla te bolen", "language:bn"),
    ],
)
def test_a_request_at_a_question_is_no_answer_to_it(ask: Ask, text: str, act: str):
    assert hear(ask, text).act == act


@pytest.mark.parametrize("text", ["by bus", "I went with my sister in her car", "round the corner"])
def test_an_answer_is_not_addressed_to_the_program(text: str):
    assert not is_addressed(text)


def test_a_story_is_not_addressed_to_the_program():
    assert not is_addressed("can you believe that " + "we waited and waited " * 6)


def test_help_at_consent_is_no_consent():
    heard = hear(Ask("consent"), "help")

    assert (heard.act, heard.consent) == ("help", "unclear")


@pytest.mark.parametrize(
    ("text", "consent"),
    [
        ("Yeah, no.", "no"),
        ("tell the world, they need to hear it", "yes"),
        ("no thank you, I have filled in enough of these", "no"),
        ("I would and I wouldn't", "unclear"),
        ("if I name the nurse will she lose her job", "question"),
    ],
)
def test_consent_in_roundabout_words_is_understood(text: str, consent: str):
    assert hear(Ask("consent"), text).consent == consent


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("you put it better than me but it's all true", "right"),
        ("you make me sound like a moaner", "change"),
        ("the print is too small for my eyes", "unclear"),
    ],
)
def test_a_summary_in_roundabout_words_is_understood(text: str, summary: str):
    assert hear(Ask("summary"), text).summary == summary


@pytest.mark.parametrize(
    ("text", "leave"),
    [
        ("Please shred the notes of our talk, I don't want them kept.", "delete"),
        ("Granny is in heaven now so please cross her out", "bereaved"),
        ("Tom left last year, this address is mine now", "wrong-person"),
        ("They took me off the waiting list and nobody told me", "none"),
    ],
)
def test_a_mail_in_roundabout_words_is_understood(text: str, leave: str):
    assert hear(Ask("email"), text, "Re: hello").leave == leave
