"""What was heard, as an answer to a question of a flow."""

from datetime import date

import pytest

from feedback.flows.model import Choice, Question
from feedback.hearing.hear import hear
from feedback.listening.meaning import ask_of, reading_of, span

TODAY = date(2026, 11, 30)


def heard(question: Question, text: str):
    reading = reading_of(question, hear(ask_of(question, TODAY), text))
    return reading.value if reading else None


def test_other_names_of_a_choice_are_the_choice():
    question = Question(
        "q", "Who?", "one", choices=(Choice("u", "I use it"), Choice("c", "I care")), also=(("u", ("client",)),)
    )

    assert heard(question, "client") == "u"


def test_a_number_is_heard_in_the_unit_of_the_question_and_never_outside_its_range():
    question = Question("q", "How long?", "number", range=(0, 60), unit="minutes")

    assert heard(question, "half an hour") == 30
    assert heard(question, "3 hours") is None


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2026-05-03", "2026-05-03", "2026-05-03"),
        ("2026-05-01", "2026-05-31", "2026-05"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2026-11-02", "2026-11-08", "2026-11-02/2026-11-08"),
        ("2026-03-01", "2026-05-31", "2026-03-01/2026-05-31"),
        ("2018-01-01", "2019-12-31", "2018-01-01/2019-12-31"),
    ],
)
def test_a_span_of_days_is_the_year_or_month_that_it_is_or_its_two_ends(first, last, text):
    assert span(first, last) == text


def test_a_month_said_at_a_question_for_a_day_is_kept_as_that_month():
    assert heard(Question("q", "When was it?", "date"), "in May") == "2026-05"
