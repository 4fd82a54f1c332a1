"""What a report says in short: each kind of sentence, only where chance alone would not explain it."""

import pytest

from feedback.flows.model import Choice, Question
from report.build.headlines import headlines
from report.build.report import build

YES, PARTLY, NO = Choice("yes", "Yes"), Choice("partly", "Partly"), Choice("no", "No")
UNSURE = Choice("unsure", "Not sure")


@pytest.fixture
def told(make_flow, respond):
    """Return a maker of headlines: a question, and how many gave each answer."""

    def make(*asked: tuple[Question, dict[object, int]]):
        flow = make_flow(*(question for question, _ in asked))
        rows: list[dict[str, object]] = [{} for _ in range(max(sum(counts.values()) for _, counts in asked))]
        for question, counts in asked:
            given = [answer for answer, number in counts.items() for _ in range(number)]
            for row, answer in zip(rows, given, strict=False):
                row[question.id] = answer
        report = build("club", [respond(flow, row) for row in rows], {"v1": flow}, profile="organisations")
        return headlines(report.figures, report.method.questions)

    return make


def one(name: str, *choices: Choice, **more) -> Question:
    return Question(name, f"{name}?", more.pop("type", "one"), choices=choices, **more)


def test_what_surely_more_than_half_said_comes_first_and_nearly_all_is_said_from_nine_in_ten(told):
    found = told((one("a", YES, NO), {"yes": 14, "no": 6}), (one("b", YES, NO), {"yes": 60}))

    assert found == (
        "b?: nearly all said “Yes”. 60 of 60 (100 %), interval 94 % to 100 %.",
        "The largest gap between questions with a yes or no: 60 of 60 (100 %) for b?, and 14 of 20 (70 %) for a?.",
    )


def test_yes_and_partly_are_told_together_where_neither_is_more_than_half(told):
    (found,) = told((one("a", YES, PARTLY, NO), {"yes": 9, "partly": 7, "no": 4}))

    assert found == (
        "a?: more than half said “Yes” or “Partly”, both together. 16 of 20 (80 %), interval 58 % to 92 %."
    )


def test_the_commonest_answer_is_told_and_no_sum_of_answers_is_one(told):
    known = one("a", YES, PARTLY, NO, groups=(("known", ("partly", "no")),))

    assert told((known, {"yes": 6, "partly": 4, "no": 5})) == (
        "a?: the commonest answer was “Yes”. 6 of 15 (40 %), interval 20 % to 64 %.",
    )
    assert told((known, {"yes": 5, "partly": 5, "no": 5})) == ()


def test_what_few_and_fewer_than_half_said_is_told_but_no_answer_that_says_nothing(told):
    rare = one("a", YES, NO)

    assert told((rare, {"yes": 2, "=hm": 30})) == ("a?: few said “Yes”. 2 of 32 (6 %), interval 2 % to 20 %.",)
    assert told((rare, {"yes": 4, "=hm": 14})) == (
        "a?: fewer than half said “Yes”. 4 of 18 (22 %), interval 9 % to 45 %.",
    )
    assert told((one("b", UNSURE, NO), {"unsure": 2, "=hm": 30})) == ()


def test_a_gap_is_told_between_answers_of_one_question_where_the_intervals_do_not_meet(told):
    several = one("a", YES, NO, PARTLY, type="many")

    assert told((several, {("yes", "no", "partly"): 1, ("yes",): 19, ("no",): 2})) == (
        "a?: more than half said “Yes”. 20 of 22 (91 %), interval 72 % to 97 %.",
        "a?: the largest gap: 20 of 22 (91 %) for “Yes”, and 1 of 22 (5 %) for “Partly”.",
    )
    assert told((one("b", YES, type="many"), {("yes",): 12})) == (
        "b?: more than half said “Yes”. 12 of 12 (100 %), interval 76 % to 100 %.",
    )


@pytest.mark.parametrize(
    "question",
    [
        Question("q", "May we?", "yesno", choices=(YES, NO), consent="quote_words"),
        Question("q", "Old?", "yesno", choices=(YES, NO), theme="about you"),
        Question("q", "More?", "yesno", choices=(YES, NO), theme="self-check"),
    ],
)
def test_questions_on_consent_on_the_person_and_those_that_steer_are_no_findings(told, question):
    assert told((question, {"yes": 40})) == ()


def test_fewer_than_ten_are_no_finding(told):
    assert told((one("a", YES, NO), {"yes": 9})) == ()
