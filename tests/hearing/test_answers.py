"""What answers of each kind are taken for. The lines are the kinds; larger sets by other authors measure."""

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.hearing.answers.answer import hear_answer
from feedback.hearing.ask import ASK_TYPES, Ask
from feedback.hearing.hear import hear
from feedback.hearing.spellings import word_set

TODAY = date(2026, 11, 30)
EQUAL = Ask(
    "one", "Were you treated as an equal?", {"yes": "Yes", "partly": "Partly", "no": "No", "unsure": "Not sure"}
)
SATISFIED = Ask(
    "one",
    "How satisfied are you?",
    {
        "a": "Very satisfied",
        "b": "Satisfied",
        "c": "Neither satisfied nor dissatisfied",
        "d": "Dissatisfied",
        "e": "Very dissatisfied",
    },
)
OFTEN = Ask("one", "How often?", {"al": "Always", "of": "Often", "so": "Sometimes", "ra": "Rarely", "ne": "Never"})
EVERY = Ask(
    "one",
    "How often do you come?",
    {"w": "Every week", "m": "About once a month", "y": "A few times a year", "l": "Less often", "n": "Never"},
)
AGE = Ask(
    "one",
    "How old are you?",
    {"a": "16 to 24", "b": "25 to 44", "c": "45 to 64", "d": "65 or over", "no": "I would rather not say"},
    today=TODAY,
)
LONG = Ask(
    "one",
    "How long?",
    {"a": "Less than 6 months", "b": "6 to 12 months", "c": "1 to 3 years", "d": "More than 3 years"},
    today=TODAY,
)
HELPED = Ask(
    "many",
    "What would have helped?",
    {
        "papers": "Papers sooner",
        "words": "Easy words",
        "pay": "Pay",
        "travel": "Travel or online help",
        "time": "More time or breaks",
        "other": "Other",
    },
)
WAIT = Ask("number", "How many minutes did you wait?", range=(0, 600), unit="minutes", today=TODAY)
HEARD = Ask("scale", "How well were you heard?", range=(1, 5), ends=("Not at all", "Very well"))
WHEN = Ask("date", "When was it?", today=TODAY)


@pytest.mark.parametrize(
    ("ask", "text", "choice"),
    [
        (EQUAL, "ye defo", "yes"),
        (EQUAL, "they did", "yes"),
        (EQUAL, "yes I am agree", "yes"),
        (EQUAL, "nah m8", "no"),
        (EQUAL, "it wasn't", "no"),
        (EQUAL, "nobody said owt", "no"),
        (EQUAL, "sometimes yes sometimes no", "partly"),
        (EQUAL, "not always", "partly"),
        (EQUAL, "hmm not sure tbh", "unsure"),
        (EQUAL, "the last one", "unsure"),
        (EQUAL, "b", "partly"),
        (SATISFIED, "over the moon", "a"),
        (SATISFIED, "not happy", "d"),
        (SATISFIED, "couldn't be less satisfied", "e"),
        (SATISFIED, "unsatisfied", "d"),
        (OFTEN, "hardly ever", "ra"),
        (OFTEN, "alwys", "al"),
        (EVERY, "twice a month", "m"),
        (EVERY, "once in a blue moon", "l"),
        (EVERY, "every tuesday without fail", "w"),
        (AGE, "born in 1980", "c"),
        (AGE, "65 next month", "c"),
        (AGE, "in my thirties", "b"),
        (AGE, "im 33 but my back is 80", "b"),
        (AGE, "an octogenarian, dear", "d"),
        (AGE, "mind your own business", "no"),
        (LONG, "8 months", "b"),
        (LONG, "since 2024", "c"),
        (LONG, "only started in October", "a"),
    ],
)
def test_one_choice_is_heard_by_what_it_means(ask: Ask, text: str, choice: str):
    assert hear_answer(ask, text).choice == choice


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("1, 3 and 4", ("papers", "pay", "travel")),
        ("a & c", ("papers", "pay")),
        ("first two", ("papers", "words")),
        ("1-3", ("papers", "words", "pay")),
        ("all of them", ("papers", "words", "pay", "travel", "time")),
        ("everything except travel", ("papers", "words", "pay", "time")),
        ("not the travel, just the breaks", ("time",)),
        ("bus fare n simpler language", ("words", "travel")),
    ],
)
def test_several_choices_are_heard_in_any_form(text: str, choices: tuple[str, ...]):
    assert hear_answer(HELPED, text).choices == choices


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("an hour and a half", 90),
        ("1h30", 90),
        ("quarter of an hour", 15),
        ("a couple of hours", 120),
        ("twenty odd", 20),
        ("didn't wait", 0),
        ("12k", None),
        ("-5", None),
        ("700", None),
        ("20 to 30", None),
        ("3 people", None),
    ],
)
def test_a_number_is_in_the_unit_asked_for_or_it_is_none(text: str, number: float | None):
    heard = hear_answer(WAIT, text)

    assert heard.number == number
    assert number is not None or (heard.act, heard.sure) == ("unclear", False)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("top marks", 5),
        ("⭐⭐⭐⭐", 4),
        ("bang in the middle", 3),
        ("8/10", 4),
        ("was a 4 but now 2", 2),
        ("3.5", None),
        ("3 or 4", None),
        ("6", None),
    ],
)
def test_a_point_on_a_scale_is_a_whole_one_within_it(text: str, number: float | None):
    assert hear_answer(HEARD, text).number == number


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("last tuesday", "2026-11-24", "2026-11-24"),
        ("a couple of weeks ago", "2026-11-13", "2026-11-19"),
        ("3 months ago", "2026-08-01", "2026-08-31"),
        ("just before christmas", "2025-12-18", "2025-12-24"),
        ("mid may", "2026-05-11", "2026-05-20"),
        ("end of January", "2026-01-21", "2026-01-31"),
        ("between March and May 2024", "2024-03-01", "2024-05-31"),
        ("easter 2024", "2024-03-31", "2024-03-31"),
        ("febuary 2024", "2024-02-01", "2024-02-29"),
        ("2024-05-07", "2024-05-07", "2024-05-07"),
        ("32 January", None, None),
        ("a while back", None, None),
    ],
)
def test_a_rough_day_is_a_range_of_days(text: str, start: str | None, end: str | None):
    heard = hear_answer(WHEN, text)

    assert (heard.date_from, heard.date_to) == (start, end)


def test_other_names_of_a_choice_are_its_names():
    ask = replace(EQUAL, also={"yes": ("top banana",)})

    assert hear(ask, "Top banana!").choice == "yes"


def test_a_label_is_an_answer_before_it_is_a_request():
    ask = Ask("one", "What next?", {"stop": "Stop", "go": "Go on"})

    assert hear(ask, "stop").choice == "stop"


def test_words_beside_the_choices_are_own_words():
    ask = Ask("one", "How can we reach you?", {"mail": "Email", "phone": "Phone"})

    heard = hear(ask, "carrier pigeon")

    assert (heard.act, heard.choice, heard.sure) == ("other", None, False)


ASKS = [replace(ask, today=TODAY) for ask in (EQUAL, SATISFIED, EVERY, AGE, LONG, HELPED, WAIT, HEARD, WHEN)]


@pytest.mark.slow
@settings(deadline=None)
@given(st.sampled_from([*ASKS, *(Ask(kind, today=TODAY) for kind in sorted(ASK_TYPES))]), st.text(max_size=200))
def test_nothing_that_is_typed_makes_hearing_fall_over(ask: Ask, text: str):
    heard = hear(ask, text, text)

    assert heard.choice is None or heard.choice == "" or heard.choice in (ask.choices or {"yes", "no"})
    assert heard.number is None or ask.range is None or ask.range[0] <= heard.number <= ask.range[1]


WORDS = sorted(
    word_set(
        "yes no not but and 3 or 4/5 last week monday the first two all except hours years ago 12 jan never often 👍 half an a of in 2023 b"
    )
)


@settings(deadline=None)
@given(st.sampled_from(ASKS), st.lists(st.sampled_from(WORDS), max_size=12))
def test_no_order_of_the_words_that_answers_are_made_of_makes_it_fall_over(ask: Ask, words: list[str]):
    heard = hear_answer(ask, " ".join(words))

    assert heard.date_from is None or heard.date_to is None or heard.date_from <= heard.date_to


def test_a_story_twice_as_long_takes_no_more_than_about_twice_as_long():
    story = "yes and no but 3 or 4 not last week aaa "

    def seconds(times: int) -> float:
        start = time.process_time()
        for ask in ASKS:
            hear_answer(ask, story * times)
        return time.process_time() - start

    seconds(10)
    assert min(seconds(400) for _ in range(3)) < 4 * min(seconds(100) for _ in range(3)) + 0.05
