"""Whether a condition holds for what is known so far."""

from datetime import UTC, datetime

import pytest

from feedback.flows.answer import Answer
from feedback.flows.condition import holds
from feedback.flows.condition_parser import parse_condition

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
KNOWN = {
    "tea": Answer("answered", NOW, "yes"),
    "cakes": Answer("answered", NOW, ("plum", "lemon")),
    "cups": Answer("answered", NOW, 3.0),
    "milk": Answer("skipped", NOW),
    "age": Answer("declined", NOW),
    "sugar": Answer("implied", NOW, "no"),
    "biscuits": None,
}


@pytest.mark.parametrize(
    ("when", "is_so"),
    [
        ("tea is yes", True),
        ("tea is no", False),
        ("tea is not no", True),
        ("cakes has plum", True),
        ("cakes has cherry", False),
        ("cakes is plum", False),
        ("cups >= 3", True),
        ("cups < 3", False),
        ("tea > 1", False),
        ("not tea is no", True),
        ("tea is yes and cups = 3", True),
        ("tea is no or cups = 4", False),
    ],
)
def test_a_condition_looks_at_what_was_answered(when: str, *, is_so: bool) -> None:
    assert holds(parse_condition(when), KNOWN) is is_so


@pytest.mark.parametrize(
    ("question", "is_answered", "is_skipped"),
    [
        ("tea", True, False),
        ("sugar", True, False),
        ("milk", False, True),
        ("age", False, True),
        ("biscuits", False, False),
    ],
)
def test_a_question_is_answered_or_skipped_or_still_open(question: str, *, is_answered: bool, is_skipped: bool) -> None:
    assert holds(parse_condition(f"{question} answered"), KNOWN) is is_answered
    assert holds(parse_condition(f"{question} skipped"), KNOWN) is is_skipped


@pytest.mark.parametrize("when", ["jam is yes", "jam is not yes", "jam > 1", "jam answered", "jam skipped"])
def test_nothing_holds_of_a_question_that_was_not_asked(when: str) -> None:
    assert not holds(parse_condition(when), KNOWN)


def test_a_skipped_question_is_not_any_choice() -> None:
    assert holds(parse_condition("milk is not yes"), KNOWN)
    assert not holds(parse_condition("milk > 0"), KNOWN)
