"""A time of the day, as people write it and say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback.flows.model import Question
from feedback.flows.words import Words
from feedback.types.question_type import Reading
from feedback.types.time import TIME

ASKED = Question("start", "When did it start?", "time")


def read(text: str) -> Reading | None:
    return TIME.read(ASKED, text, Words())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14:30", "14:30"),
        ("2.30pm", "14:30"),
        ("2:30 p.m.", "14:30"),
        ("14h30", "14:30"),
        ("1430 hrs", "14:30"),
        ("at 0915", "09:15"),
        ("09:15", "09:15"),
        ("13:15", "13:15"),
        ("10 to 00", "23:50"),
        ("Noon", "12:00"),
        ("12 noon", "12:00"),
        ("midnight", "00:00"),
        ("12am", "00:00"),
        ("12.05 pm", "12:05"),
        ("8 in the morning", "08:00"),
        ("half past seven in the evening", "19:30"),
        ("quarter to twelve this morning", "11:45"),
        ("three pm", "15:00"),
    ],
)
def test_a_clear_time_is_read(text: str, value: str):
    assert read(text) == Reading(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half past two", "14:30"),
        ("half two", "14:30"),
        ("quarter to nine", "08:45"),
        ("a quarter past 4", "16:15"),
        ("twenty-five to six", "17:35"),
        ("ten past eleven", "11:10"),
        ("two thirty", "14:30"),
        ("nine oh five", "09:05"),
        ("2ish", "14:00"),
        ("2-ish", "14:00"),
        ("about 14:30", "14:30"),
        ("around 10 o'clock or so", "10:00"),
        ("11", "11:00"),
        ("12:30", "12:30"),
    ],
)
def test_a_time_that_may_be_meant_otherwise_is_read_and_named(text: str, value: str):
    assert read(text) == Reading(value, is_sure=False)


def test_the_only_time_among_words_is_read_and_the_words_are_kept():
    assert read("We met at 2pm in the hall") == Reading("14:00", is_sure=False, has_words=True)
    assert read("From 2pm to 4pm") is None


@pytest.mark.parametrize(
    "text",
    ["", "later", "25:00", "14:75", "13 am", "0 pm", "2 hours", "half", "12345", "2026-05-03", "ten to", "70 past 3"],
)
def test_what_is_no_time_is_not_guessed(text: str):
    assert read(text) is None


@given(st.times())
def test_every_time_of_the_day_is_read_as_it_is_shown(time):
    shown = f"{time:%H:%M}"
    reading = read(shown)

    assert reading is not None
    assert reading.value == (shown if reading.is_sure else reading.value)
    assert read(f"{time:%I:%M %p}") == Reading(shown)


@given(st.text(max_size=30))
def test_any_text_gives_a_time_or_nothing(text: str):
    reading = read(text)

    assert reading is None or TIME.part_of(str(reading.value)) in {name for name, _ in TIME.parts}


@pytest.mark.parametrize(
    ("value", "part"), [("05:59", "night"), ("06:00", "morning"), ("12:00", "afternoon"), ("18:00", "evening")]
)
def test_times_are_counted_by_parts_of_the_day(value: str, part: str):
    assert TIME.part_of(value) == part
