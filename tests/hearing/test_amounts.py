"""Amounts, lengths of time and how often, as people say them, at questions whose choices are bands and at questions for a number."""

from dataclasses import replace
from datetime import date

import pytest

from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.answers.counting.settled import settled
from feedback.hearing.ask import Ask

TODAY = date(2026, 11, 30)
LAST_CAME = Ask(
    "one",
    "When did you last come?",
    {"month": "In the last month", "half": "In the last 6 months", "long": "Longer ago"},
    today=TODAY,
)
HOW_LONG = Ask(
    "one",
    "How long have you come?",
    {"a": "Less than 6 months", "b": "6 to 12 months", "c": "1 to 3 years", "d": "More than 3 years"},
    today=TODAY,
)
HOW_OFTEN = Ask(
    "one",
    "How often do you come?",
    {"w": "Every week", "m": "About once a month", "y": "A few times a year", "l": "Less often", "n": "Never"},
)
VISITS = Ask("one", "How many visits?", {"none": "0 visits", "few": "1 to 4 visits", "many": "5 visits or more"})
LISTED_VISITS = Ask(
    "one", "How many visits?", {"few": "1, 2 or 3 visits", "some": "4 to 6 visits", "many": "7 or more visits"}
)
SPACED_VISITS = Ask("one", "How many visits?", {"few": "1 to 4 visits", "many": "10 to 20 visits"})
WEEKLY = Ask("one", "How often?", {"more": "More than once a week", "once": "Once a week", "less": "Less often"})
MINUTES = Ask("number", "How many minutes did you wait?", range=(0, 600), unit="minutes")
HOURS = Ask("number", "How many hours?", range=(0, 50), unit="hours")
POUNDS = Ask("number", "How much did you pay?", range=(0, 100), unit="pounds")
PEOPLE = Ask("number", "How many people?", range=(0, 50), unit="people")


@pytest.mark.parametrize(
    ("text", "choice", "is_sure"),
    [("3 weeks ago", "month", True), ("4 months ago", "half", True), ("2 years ago", "long", True)],
)
def test_how_long_ago_finds_the_last_month_or_longer_ago(text: str, choice: str, *, is_sure: bool):
    heard = hear_answer(LAST_CAME, text)

    assert (heard.choice, heard.sure) == (choice, is_sure)


def test_more_than_six_months_is_the_band_that_begins_there_and_is_asked_back():
    heard = hear_answer(HOW_LONG, "more than 6 months")

    assert (heard.choice, heard.sure) == ("b", False)


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("every other week", "w"),
        ("every few weeks", "m"),
        ("every few months", "y"),
        ("lots of times a year", "y"),
    ],
)
def test_how_often_in_loose_words_is_the_nearest_band(text: str, choice: str):
    assert hear_answer(HOW_OFTEN, text).choice == choice


@pytest.mark.parametrize(("text", "choice"), [("every day", "more"), ("weekly", "once"), ("once a year", "less")])
def test_more_than_once_a_week_is_told_from_once_a_week(text: str, choice: str):
    heard = hear_answer(WEEKLY, text)

    assert (heard.choice, heard.sure) == (choice, True)


def test_a_bare_number_where_choices_are_rates_is_a_place_in_the_list_and_is_asked_back():
    heard = hear_answer(HOW_OFTEN, "2")

    assert (heard.choice, heard.sure) == ("m", False)


@pytest.mark.parametrize(
    ("text", "choice"), [("since last summer", "a"), ("since June", "a"), ("since May 2026", "b"), ("since 2024", "c")]
)
def test_a_day_since_when_somebody_has_come_lies_behind_and_its_length_is_asked_back(text: str, choice: str):
    heard = hear_answer(HOW_LONG, text)

    assert (heard.choice, heard.sure) == (choice, False)


def test_a_day_since_when_is_no_length_where_today_is_not_known():
    heard = hear_answer(replace(HOW_LONG, today=None), "since last summer")

    assert (heard.choice, heard.act) == (None, "unclear")


@pytest.mark.parametrize(("text", "choice"), [("7 visits", "few"), ("30 visits", None)])
def test_a_count_between_two_bands_is_the_nearest_and_one_far_beyond_is_none(text: str, choice: str | None):
    heard = hear_answer(SPACED_VISITS, text)

    assert (heard.choice, heard.sure) == (choice, False)


def test_one_rate_and_one_count_in_a_list_are_choices_like_others():
    ask = Ask("one", "What suits you?", {"a": "Every week", "b": "5 people or more", "c": "A quiet room"})

    assert [hear_answer(ask, text).choice for text in ("weekly", "5 people", "the quiet room")] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "choice", "is_sure"),
    [
        ("nothing", "none", True),
        ("just the one", "few", False),
        ("3 visits", "few", True),
        ("about 3", "few", False),
        ("loads", "many", False),
    ],
)
def test_a_count_finds_its_band_and_a_loose_one_is_asked_back(text: str, choice: str, *, is_sure: bool):
    heard = hear_answer(VISITS, text)

    assert (heard.choice, heard.sure) == (choice, is_sure)


def test_a_story_without_a_count_is_no_band():
    heard = hear_answer(VISITS, "I went when they asked me to go and then again later")

    assert (heard.choice, heard.act) == (None, "unclear")


def test_a_count_goes_by_the_bands_where_one_choice_lists_its_numbers():
    heard = hear_answer(LISTED_VISITS, "5 visits")

    assert (heard.choice, heard.sure) == ("some", True)


@pytest.mark.parametrize(
    ("ask", "text", "number"),
    [
        (MINUTES, "½ hour", 30),
        (MINUTES, "1½ hours", 90),
        (MINUTES, "a half hour", 30),
        (PEOPLE, "two dozen", 24),
        (POUNDS, "50p", 0.5),
    ],
)
def test_fractions_dozens_and_pence_are_numbers_in_the_unit_asked_for(ask: Ask, text: str, number: float):
    heard = hear_answer(ask, text)

    assert (heard.number, heard.sure) == (number, True)


def test_half_a_day_is_twelve_hours_and_is_asked_back_since_a_working_day_is_shorter():
    heard = hear_answer(HOURS, "a half day")

    assert (heard.number, heard.sure) == (12, False)


def test_an_hour_without_its_article_is_asked_back():
    heard = hear_answer(MINUTES, "hour")

    assert (heard.number, heard.sure) == (60, False)


def test_an_hour_with_ten_people_is_an_hour():
    heard = hear_answer(MINUTES, "1 hour and 10 people")

    assert (heard.number, heard.sure) == (60, False)


@pytest.mark.parametrize("text", ["3 days", "20 percent", "some and then,"])
def test_days_shares_and_loose_words_are_no_number_of_people(text: str):
    heard = hear_answer(PEOPLE, text)

    assert (heard.number, heard.act) == (None, "unclear")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3, it used to be 8", 3),
        ("they said two and it ended up nine", 9),
        ("between 4 and 6 so 5", 5),
        ("it was twelve", 12),
        ("foru", 4),
    ],
)
def test_the_figure_that_a_text_settles_on_is_taken(text: str, number: int):
    assert hear_answer(PEOPLE, text).number == number


def test_a_long_story_is_left_as_it_is():
    story = "they said 2 and so it went on " * 9 + "it ended up 9"

    assert settled(story) == story
