"""Conditions as a form says them are the ones that a file has."""

import pytest

from review.questions.plain_conditions import condition_text, plain_condition, statements_about

QUESTIONS = (
    {"id": "a", "ask": "Was it good?", "short": "Good", "type": "yesno"},
    {"id": "b", "ask": "What helped? " + "Really? " * 20, "type": "many", "choices": {"pay": "Pay", "tea": "Tea"}},
    {"id": "c", "ask": "Thank you", "type": "info"},
    {"id": "d", "type": "one", "choices": {"x": "X", "y": "Y"}},
)


@pytest.mark.parametrize(
    ("text", "statements", "is_any"),
    [
        ("", (), False),
        ("a is no", ("a is no",), False),
        ("a is not no and b has tea and c answered", ("a is not no", "b has tea", "c answered"), False),
        ("a is no or b skipped", ("a is no", "b skipped"), True),
        ("a < 3 and b has tea", ("a < 3", "b has tea"), False),
    ],
)
def test_a_plain_condition_is_shown_in_statements_and_comes_back(text, statements, is_any):
    shown = plain_condition(text)

    assert (shown.statements, shown.is_any, shown.line) == (statements, is_any, "")
    assert condition_text(shown.statements, is_any=shown.is_any, line=shown.line) == text


@pytest.mark.parametrize(
    "text",
    ["a is no and (b has tea or c answered)", "not a is no", "a is", " or ".join(f"q{n} answered" for n in range(5))],
)
def test_what_statements_cannot_say_stays_one_line(text):
    shown = plain_condition(text)

    assert (shown.statements, shown.line) == ((), text)
    assert condition_text(("x answered",), is_any=False, line=text) == text


def test_everything_that_can_be_said_of_earlier_questions_is_offered_in_words():
    told = dict(statements_about(QUESTIONS))

    assert list(told) == ["Good", f"{QUESTIONS[1]['ask'][:70]}...", "d"]
    assert told["Good"][:2] == (("a is yes", "the answer is: Yes"), ("a is not yes", "the answer is not: Yes"))
    assert ("b has pay", "they picked: Pay") in told[f"{QUESTIONS[1]['ask'][:70]}..."]
    assert told["d"][-2:] == (("d answered", "it was answered"), ("d skipped", "it was skipped"))
