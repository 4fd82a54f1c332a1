"""What the attack must find where a number is hidden carelessly: each rule has a case that only it sees."""

from dataclasses import replace

import pytest

from feedback.flows.condition import Is
from report.build.release_history import printed
from report.build.report import build
from report.disclosure.attacker import attack, attack_parts


@pytest.mark.parametrize(
    ("told", "total", "found"),
    [
        ({"web": 10, "mail": None}, 12, ("mail",)),
        ({"web": 10, "mail": None}, 13, ()),
        ({"web": 10, "mail": None, "telegram": None}, 13, ("mail", "telegram")),
        ({"web": 10, "mail": None, "telegram": None}, 14, ()),
    ],
)
def test_a_sum_that_the_reader_knows_gives_a_hidden_part_away(told, total, found):
    """10 stands for 8 to 12, so of 12 the other is 1 to 4; of 13 it may be any of five, which is enough."""
    assert attack_parts(told, total) == found


def hiding(report, question: str, *choices: str):
    """Return a report in which these numbers of a question are hidden, and nothing beside them."""
    hidden = [
        replace(figure, chose=None, percent=None, shown=False)
        if (figure.question, figure.choice) in [(question, choice) for choice in choices]
        else figure
        for sheet in report.sheets
        for figure in sheet.figures
    ]
    by_sheet = [
        replace(sheet, figures=tuple(one for one in hidden if one.question == sheet.counts.id))
        for sheet in report.sheets
    ]
    return replace(report, sheets=tuple(by_sheet))


def test_one_hidden_answer_of_several_is_what_is_missing_from_their_sum(make_flow, pick, respond):
    flow = make_flow(pick("q1", "abc"))
    given = [{"q1": "a"}] * 12 + [{"q1": "b"}] * 9 + [{"q1": "c"}] * 2
    report = build("club", [respond(flow, one) for one in given], {"v1": flow}, profile="organisations")
    told = printed(report, {"v1": flow})

    assert attack(told) == ()
    assert [(one.choice, one.low, one.high) for one in attack(hiding(told, "q1", "c"))] == [("c", 2, 2)]
    assert {one.choice for one in attack(hiding(told, "q1", "b", "c"))} == set()


def test_whoever_was_led_to_a_question_gives_the_answer_away_that_led_there(make_flow, pick, respond):
    flow = make_flow(pick("q1", "abc"), pick("q2", "ab", when=Is("q1", "c")))
    given = [{"q1": "a"}] * 12 + [{"q1": "b"}] * 9 + [{"q1": "c", "q2": "a"}] * 2
    report = build("club", [respond(flow, one) for one in given], {"v1": flow}, profile="organisations")
    told = printed(report, {"v1": flow})

    found = {(one.question, one.choice, one.low, one.high) for one in attack(hiding(told, "q1", "b", "c"))}

    assert found == {("q1", "c", 2, 2), ("q1", "b", 9, 9)}
