"""The likeliest choice of a text of which rules are not sure: it is asked back, and bands and what is sure are left alone."""

import pytest

from feedback.hearing.answers.meaning.likeness import likeness
from feedback.hearing.answers.weighing.likeliest import may_be_likely, with_likeliest
from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from feedback.hearing.heard import UNCLEAR, Heard
from feedback.hearing.normal import tokens

CALM = Ask(
    "one",
    "What calms you?",
    {"pills": "Medication", "music": "Music", "pets": "Animals", "none": "Nothing does", "own": "Something else"},
)
FELT = Ask("one", "Were you listened to?", {"y": "Yes", "p": "Partly", "n": "No"})
BROUGHT = Ask(
    "many",
    "What did you bring?",
    {"food": "Something to eat", "money": "Money", "book": "A book", "own": "Something else"},
)


def test_an_answer_that_shares_no_word_with_its_label_is_asked_back():
    heard = hear(CALM, "half a zopiclone and a lie down")

    assert (heard.choice, heard.sure) == ("pills", False)


def test_a_phrase_counts_as_one_word_and_endings_are_taken_off():
    near = likeness(tokens("my guinea pigs"), ["Animals", "Music"])

    assert near[0] > near[1]
    assert likeness(tokens("zopiclones"), ["Medication"]) == likeness(tokens("zopiclone"), ["Medication"])


def test_words_that_nobody_knows_are_near_to_nothing():
    assert likeness(["qzxv"], ["Animals", "zzqx"]) == [0.0, 0.0]


def test_what_is_sure_stays():
    assert not may_be_likely(CALM, Heard(choice="music"))


def test_requests_stay():
    assert not may_be_likely(CALM, Heard(act="stop", sure=False))


def test_bands_of_numbers_are_left_to_arithmetic():
    ages = Ask("one", "How old are you?", {"a": "Under 18", "b": "18 to 64", "c": "65 or over"})

    assert not may_be_likely(ages, UNCLEAR)


def test_something_that_is_not_on_the_list_is_ones_own_words():
    heard = hear(CALM, "polishing my motorbike")

    assert heard.act == "other"
    assert not heard.sure


def test_nonsense_is_not_understood():
    assert with_likeliest(CALM, "?", UNCLEAR) == UNCLEAR


def test_a_degree_that_rules_found_stays_unless_another_is_far_likelier():
    assert with_likeliest(FELT, "yes", Heard(choice="y", sure=False)) == Heard(choice="y", sure=False)
    assert with_likeliest(FELT, "talking to a brick wall", Heard(choice="y", sure=False)).choice == "n"


def test_a_yes_or_no_that_names_no_choices_has_two():
    ask = Ask("yesno", "Did you feel safe?")

    assert [hear(ask, text).choice for text in ("yes", "no")] == ["yes", "no"]


def test_several_choices_are_heard_by_meaning_and_asked_back():
    heard = hear(BROUGHT, "a tenner and some sandwiches")

    assert (set(heard.choices or ()), heard.sure) == ({"money", "food"}, False)


def test_a_question_for_several_choices_that_has_none_is_heard_all_the_same():
    assert hear(Ask("many"), "a tenner").choices is None


def test_several_choices_are_guessed_where_no_list_has_the_words():
    heard = hear(BROUGHT, "sausage rolls 10/10")

    assert (heard.choices, heard.sure) == (("food",), False)
    assert hear(BROUGHT, "polishing my motorbike?").choices is None


def test_words_of_the_question_alone_are_no_words_of_ones_own():
    ask = Ask("many", "What got in the way?", {"time": "Time of day", "money": "Money"})

    assert hear(ask, "it did get in the way").act == "unclear"


def test_a_while_is_no_length_and_no_wish_to_pause():
    ask = Ask("one", "How long have you been involved?", {"short": "Less than 6 months", "long": "More than 3 years"})

    assert hear(ask, "a while").act == "unclear"


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("she makes sure they listen to me", "advocate"),
        ("she put it all into Farsi", "interpreter"),
        ("my PA", "support"),
    ],
)
def test_people_are_known_by_what_they_do(text: str, choice: str) -> None:
    ask = Ask(
        "one",
        "Who came with you?",
        {
            "family": "A relative",
            "advocate": "An advocate",
            "interpreter": "An interpreter",
            "support": "A support worker",
        },
    )
    heard = hear(ask, text)

    assert (heard.choice or heard.act, heard.sure) in [(choice, False), (choice, True)]
