"""A story read for the questions that it may already answer: what is taken, and above all what is not."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.hearing.ask import Ask
from feedback.hearing.normal import tokens
from feedback.hearing.story.told import Told, Topic, told_in

_DEGREES = {"yes": "Yes", "partly": "Partly", "no": "No", "unsure": "Not sure"}
EQUAL = Ask("one", "Were you treated as an equal?", _DEGREES)
CLEAR = Ask("one", "Was it clear why they asked you to take part?", _DEGREES)
LIVED = Ask("one", "Were people with lived experience there when big choices were made?", _DEGREES)
NEEDED = Ask("one", "Did you get what you needed to take part?", _DEGREES)
CHANGED = Ask("one", "Did they tell you what changed because of you?", {**_DEGREES, "nothing": "Nothing changed"})
HARDER = Ask("yesno", "Did taking part make anything harder for you?")
FOR_YOU = Ask(
    "many",
    "What did taking part do for you? Pick all that fit.",
    {"w1": "I felt good about taking part", "w2": "I feel more sure of myself", "w3": "I know more about what they do"},
)
PAPERS = Ask(
    "many", "What would have helped? Pick all that fit.", {"papers": "Papers sooner", "costs": "My costs paid"}
)
FOUND = Ask(
    "one", "How did you find out about the group?", {"poster": "A poster on a wall", "nurse": "A nurse told me"}
)
MEETINGS = Ask("number", "How many meetings did you come to?", range=(0, 100), unit="meetings")
WHEN = Ask("date", "When was your first meeting with the group?", today=date(2026, 11, 30))
WALK = "on the way up the long hill past the shop with the red door where the bus waits "
TEXT = Ask("text", "What is one thing they should do next time?")
NAMES = {
    "equal": EQUAL, "clear": CLEAR, "lived": LIVED, "needed": NEEDED, "changed": CHANGED, "harder": HARDER,
    "for you": FOR_YOU, "papers": PAPERS, "found": FOUND, "meetings": MEETINGS, "when": WHEN, "text": TEXT,
}  # fmt: skip
TOPICS = tuple(Topic(ask) for ask in NAMES.values())


def read(story: str) -> dict[str, object]:
    return {list(NAMES)[told.topic]: meant(told) for told in told_in(TOPICS, story)}


def meant(told: Told) -> object:
    heard = told.heard
    return heard.choice or heard.choices or heard.number


@pytest.mark.parametrize(
    ("story", "answers"),
    [
        ("They treated me like an equal.", {"equal": "yes"}),
        ("I wasnt treated as an equal", {"equal": "no"}),
        ("we was never treeted as equals", {"equal": "no"}),
        ("they treated us like rubbish", {"equal": "no"}),
        ("sometimes they treated us as equals.", {"equal": "partly"}),
        ("it was realy clear why they wanted us there", {"clear": "yes"}),
        ("nobody explaned why we was there", {"clear": "no"}),
        ("no one with lived experience was there when the big descisions were made", {"lived": "no"}),
        ("they gave me everything I needed, and it was a long way", {"needed": "yes"}),
        ("I got nothing I needed.", {"needed": "no"}),
        ("i got most of what i needed", {"needed": "partly"}),
        ("afterwards nobody told us what changed", {"changed": "no"}),
        ("i was told what had changed after", {"changed": "yes"}),
        ("it made things harder for me at home", {"harder": "yes"}),
        ("it made nothing harder for me", {"harder": "no"}),
        ("i do feel more sure of myself now", {"for you": ("w2",)}),
        ("I felt good about taking part", {"for you": ("w1",)}),
        ("i needed the papers sooner", {"papers": ("papers",)}),
        ("I saw a poster on the wall", {"found": "poster"}),
        ("I came to 5 meetings in all", {"meetings": 5}),
    ],
)
def test_plain_words_about_oneself_may_be_an_answer(story: str, answers: dict[str, object]):
    assert read(story) == answers


@pytest.mark.parametrize(
    "story",
    [
        # about somebody else, or done by the person and not to them
        "my daughter was treated as an equal and I was glad",
        "he told me what changed because of him",
        "my brother never got what he needed",
        "they got what they needed from me",
        "I told them what changed in my life",
        "the doctors were treated as equals",
        # hoped, thought, reported, asked
        "If they treated us as equals I would go again",
        "I would have liked to be treated as an equal",
        "she said I was treated as an equal",
        'they write "I was treated as an equal" on the poster',
        "I dont know if I was treated as an equal",
        "Was I treated as an equal?",
        "was it clear why they asked me. no",
        "Please treat me as an equal",
        # another time, narrowed, turned round
        "I was treated as an equal once, years ago",
        "we were treated as equals at first",
        "they treated us as equals on paper",
        "I was treated as an equal but only on the first day",
        "we werent always treated as equals",
        "I cant say I wasnt treated as an equal",
        "Not only was I treated as an equal",
        "they treated me as an equal my arse",
        "I was treated as an equal, which was horrible in the end",
        # about something else
        "They told us that the venue had changed",
        "I felt good after lunch",
        "I know more about buses now",
        "i needed a coffee and a sit down",
        "The training was hard",
        "I make no promises it was hard",
        "it was clear why they never asked us",
        "i feel less sure of myself",
        "I never came to 5 meetings",
        "sometimes they didnt treat us as equals",
        "they treated me like children",
        "I felt good about taking part in a bad way",
        "I came to 5 meetings on 6 days",
        "My first meeting with the group was on 3 May 2024",
        "nothing at all",
        "",
    ],
)  # fmt: skip
def test_nothing_is_taken_from_words_that_only_sound_like_an_answer(story: str):
    assert read(story) == {}


def test_two_sentences_that_differ_propose_nothing():
    assert read("They treated me as an equal. Later I was not treated as an equal.") == {}


def test_of_several_choices_the_sentence_that_names_most_is_taken():
    assert read("I felt good about taking part. I felt good about taking part and feel more sure of myself.") == {
        "for you": ("w1", "w2")
    }


def test_words_as_near_to_two_questions_are_taken_for_neither():
    twice = (Topic(EQUAL), Topic(EQUAL))

    assert told_in(twice, "They treated me like an equal.") == ()


def test_a_question_that_may_not_be_guessed_keeps_others_from_its_words():
    other = Ask("yesno", "Were you treated equally to others by your nurse?")

    assert told_in((Topic(EQUAL), Topic(other, may_be_told=False)), "My nurse treated me equally") == ()


def test_words_of_distress_are_no_answer():
    assert read("they treated me like an equal and now I want to kill myself") == {}
    assert read("they treated us like dirt") == {}


def test_a_hope_reaches_into_the_words_that_follow_from_it():
    assert read("If they ask again, I was treated as an equal") == {}


def test_at_most_five_are_proposed():
    story = (
        "They treated me like an equal. It was clear why they asked me. I got everything I needed. I was told what changed. "
        "It made nothing harder for me. I feel more sure of myself. I came to 5 meetings."
    )

    assert len(told_in(TOPICS, story)) == 5


def test_a_quote_is_the_words_themselves_cut_between_words():
    story = f"{WALK}on that day they treated me like an equal in all the meetings of the group {WALK}".strip()
    told = told_in((Topic(EQUAL),), story)

    assert [one.quote in story for one in told] == [True]
    assert 40 < len(told[0].quote) <= 120
    assert "treated me like an equal" in told[0].quote
    assert f" {told[0].quote} " in f" {story} "


def test_words_without_spaces_are_never_cut_in_two():
    story = "they treated me " + "x" * 130 + " equal"

    assert told_in((Topic(EQUAL),), story) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "They treated me like an equal",
                    "nobody told us what changed",
                    "I got what i needed",
                    "my mum",
                    "if",
                    "?",
                    "\n",
                    ", and ",
                ]
            ),
            st.text(max_size=20),
        ),
        max_size=12,
    )
)
def test_every_quote_stands_in_the_story_word_for_word(parts: list[str]):
    story = " ".join(parts)
    for told in told_in(TOPICS, story):
        assert told.quote in story
        assert tokens(told.quote)
        assert 0 <= told.topic < len(TOPICS)
