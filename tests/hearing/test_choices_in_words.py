"""Choices said in words: by their place, by a part of their label, by how much or how often, and all but some of them."""

import pytest

from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.ask import Ask

WHERE = Ask("place", "Where was it?", {"hall": "Riverside Hall", "library": "Hill Library"})
CAME_BY = Ask("one", "How did you come?", {"bus": "Bus", "car": "Car", "train": "Train", "walk": "On foot"})
TIME_OF_DAY = Ask("one", "When suits you?", {"am": "Morning", "pm": "Afternoon", "eve": "Evening"})
STAFF = Ask("one", "What helped?", {"none": "Nothing helped", "staff": "Kind staff", "words": "Easy words"})
OFTEN = Ask("one", "How often?", {"al": "Always", "of": "Often", "so": "Sometimes", "ra": "Rarely", "ne": "Never"})
SHARE = Ask(
    "one",
    "How much of it did you follow?",
    {"all": "All of it", "most": "Most of it", "some": "Some of it", "none": "None of it"},
)
EQUAL = Ask(
    "one",
    "Were you an equal?",
    {"yes": "Yes, definitely", "partly": "Yes, to some extent", "no": "No, not at all"},
)
QUALITY = Ask(
    "one",
    "How was it?",
    {"a": "Very good", "b": "Good", "c": "Neither good nor bad", "d": "Bad", "e": "Very bad"},
)
AGAIN = Ask(
    "one",
    "Would you come again?",
    {"yes": "Yes", "no": "No", "friend": "Only with a friend", "day": "Only by day", "later": "Ask me later"}
    | {"near": "If it is near", "phone": "By phone"},
)
HEARD = Ask("scale", "How well were you heard?", range=(1, 5), ends=("Not at all", "Very well"))
HELPED = Ask(
    "many",
    "What helped?",
    {
        "food": "Breaks and snacks",
        "travel": "Travel money",
        "room": "A quiet room",
        "private": "Prefer not to say",
    },
)


@pytest.mark.parametrize(("text", "choice"), [("riverside hall", "hall"), ("the library", "library")])
def test_a_place_of_the_list_is_that_choice(text: str, choice: str):
    heard = hear_answer(WHERE, text)

    assert (heard.choice, heard.place, heard.sure) == (choice, True, True)


def test_a_place_beside_the_list_is_still_a_place():
    heard = hear_answer(WHERE, "Oak Street Clinic")

    assert (heard.choice, heard.place, heard.sure) == (None, True, True)


def test_a_place_of_the_list_in_a_longer_sentence_is_asked_back():
    heard = hear_answer(WHERE, "we met near the library but it was raining so hard that I was late")

    assert (heard.choice, heard.place, heard.sure) == ("library", True, False)


def test_the_second_last_choice_is_counted_from_the_end():
    heard = hear_answer(CAME_BY, "the second last one")

    assert (heard.choice, heard.sure) == ("train", True)


@pytest.mark.parametrize(("text", "choice"), [("10am", "am"), ("2 pm", "pm"), ("7 pm", "eve")])
def test_an_hour_of_the_clock_is_a_time_of_day(text: str, choice: str):
    assert hear_answer(TIME_OF_DAY, text).choice == choice


def test_nothing_is_the_one_choice_that_begins_with_it():
    heard = hear_answer(STAFF, "nothing")

    assert (heard.choice, heard.sure) == ("none", True)


@pytest.mark.parametrize(
    ("text", "choice", "is_sure"),
    [("they often let me talk", "of", False), ("wasn't asked at all", "ne", True)],
)
def test_how_often_is_heard_inside_a_short_sentence(text: str, choice: str, *, is_sure: bool):
    heard = hear_answer(OFTEN, text)

    assert (heard.choice, heard.sure) == (choice, is_sure)


@pytest.mark.parametrize(
    "text", ["the bus was yellow", "I told them on the phone that my lift was late and they asked me"]
)
def test_a_sentence_without_a_degree_is_asked_again(text: str):
    heard = hear_answer(OFTEN, text)

    assert (heard.choice, heard.act) == (None, "unclear")


def test_most_is_most_of_it():
    assert hear_answer(SHARE, "most I suppose").choice == "most"


def test_a_plain_yes_is_the_whole_yes_where_there_are_two():
    heard = hear_answer(EQUAL, "yes")

    assert (heard.choice, heard.sure) == ("yes", True)


def test_a_fine_that_may_be_a_yes_is_asked_back():
    heard = hear_answer(EQUAL, "fine")

    assert (heard.choice, heard.sure) == ("yes", False)


@pytest.mark.parametrize(
    ("text", "choice"),
    [("yes please", "yes"), ("absolutely", "yes"), ("definitely not", "no"), ("yes and no", None)],
)
def test_a_yes_or_no_among_choices_of_other_kinds_is_asked_back(text: str, choice: str | None):
    heard = hear_answer(AGAIN, text)

    assert (heard.choice, heard.sure) == (choice, False)


def test_average_is_neither_good_nor_bad_where_there_is_nothing_between():
    heard = hear_answer(Ask("one", "How was it?", {"good": "Good", "bad": "Bad"}), "average")

    assert (heard.choice, heard.act) == (None, "unclear")


@pytest.mark.parametrize(("text", "choice"), [("🙂", "b"), ("😐", "c"), ("😢", "d")])
def test_a_face_says_how_it_was(text: str, choice: str):
    assert hear_answer(QUALITY, text).choice == choice


def test_more_marks_than_there_are_is_no_point_of_a_scale():
    heard = hear_answer(HEARD, "10 out of 4")

    assert (heard.number, heard.act) == (None, "unclear")


@pytest.mark.parametrize(
    "text", ["not a 3", "1000", "they let me speak and then somebody else came in and spoke over me"]
)
def test_a_point_denied_a_huge_number_and_a_story_are_no_point_of_a_scale(text: str):
    heard = hear_answer(HEARD, text)

    assert (heard.number, heard.act) == (None, "unclear")


def test_a_point_said_with_most_of_the_time_is_that_point():
    assert hear_answer(HEARD, "4, most of the time").number == 4


def test_a_label_with_an_and_in_it_is_one_choice_of_several():
    heard = hear_answer(HELPED, "travel money and breaks and snacks")

    assert (heard.choices, heard.sure) == (("food", "travel"), True)


def test_two_numbers_in_words_are_two_choices():
    heard = hear_answer(HELPED, "two three")

    assert (heard.choices, heard.sure) == (("travel", "room"), True)


def test_ones_own_jam_is_what_the_list_does_not_have():
    ask = Ask("many", "What did you eat?", {"cake": "Cake", "tea": "Tea, with milk", "else": "Other"})

    assert hear_answer(ask, "cake and my own jam").choices == ("cake", "else")


def test_all_but_something_unnamed_is_all_and_asked_back():
    heard = hear_answer(HELPED, "everything except that")

    assert (heard.choices, heard.sure) == (("food", "travel", "room"), False)


def test_whoever_would_rather_not_say_what_helped_need_not():
    heard = hear_answer(HELPED, "rather not say")

    assert (heard.choices, heard.sure) == (("private",), True)


def test_both_is_both_where_the_second_choice_takes_own_words():
    ask = Ask("many", "What helped?", {"pay": "Pay", "other": "Other"})

    assert hear_answer(ask, "both please").choices == ("pay", "other")


def test_a_scale_without_words_for_its_ends_takes_its_points():
    heard = hear_answer(Ask("scale", "How well were you heard?", range=(1, 5)), "4")

    assert (heard.number, heard.sure) == (4, True)


@pytest.mark.parametrize(
    ("text", "choice"), [("smart phone", "smart"), ("lap top", "lap"), ("a bus, rain or shine", "bus")]
)
def test_two_words_of_one_are_joined_and_a_word_of_its_own_is_no_slip(text: str, choice: str):
    asked = Ask("one", "Which one?", {"smart": "Smartphone", "lap": "Laptop", "bus": "Bus", "train": "Train"})

    assert hear_answer(asked, text).choice == choice
