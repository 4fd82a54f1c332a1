"""The survey that this product grew from: 18 leads and 11 signatories, whose rows give all 23 printed figures."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from feedback.condition import And, Answered, Is, IsNot, Not
from feedback.flow import Flow
from feedback.response import Response
from report.build import Report, build
from report.figures import Figure

LEADS = (
    (8, "online", "yes", "yes", "yes", "yes", "yes"),
    (1, "online", "skip", "no", "no", "no", "yes"),
    (1, "nsun", "yes", "yes", "yes", "yes", "yes"),
    (2, "nsun", "yes", "no", "yes", "no", "yes"),
    (1, "nsun", "no", "no", None, "no", "yes"),
    (4, "first", None, None, None, "yes", "yes"),
    (1, "first", None, None, None, "no", "yes"),
)
LEAD_FIGURES = (
    # figure, chose, answered, percent, interval, asked, skipped, implied, not asked
    ("a1.aware", 13, 18, 72, (49, 88), 18, 0, 0, 0),
    ("a1.first", 5, 18, 28, (12, 51), 18, 0, 0, 0),
    ("a1.online", 9, 18, 50, (29, 71), 18, 0, 0, 0),
    ("a1.nsun", 4, 18, 22, (9, 45), 18, 0, 0, 0),
    ("a2.yes", 11, 17, 65, (41, 83), 13, 1, 5, 0),
    ("a3.yes", 9, 18, 50, (29, 71), 13, 0, 5, 0),
    ("a5.yes", 11, 12, 92, (65, 99), 12, 0, 0, 6),
    ("a7.yes", 13, 18, 72, (49, 88), 18, 0, 0, 0),
    ("a8.yes", 18, 18, 100, (82, 100), 18, 0, 0, 0),
)
TICKS = {"b3": {"o1": 8, "o2": 7, "o3": 6, "o4": 5, "o5": 5}, "b4": {"w1": 8, "w2": 6, "w3": 4, "w4": 3, "w5": 2}}
SIGNATORY_FIGURES = (
    ("b1.nsun", 7, 11, 64, (35, 85), 11, 0, 0, 0),
    ("b2.yes", 10, 11, 91, (62, 98), 11, 0, 0, 0),
    ("b3.o1", 8, 10, 80, (49, 94), 10, 0, 0, 1),
    ("b3.o2", 7, 10, 70, (40, 89), 10, 0, 0, 1),
    ("b3.o3", 6, 10, 60, (31, 83), 10, 0, 0, 1),
    ("b3.o4", 5, 10, 50, (24, 76), 10, 0, 0, 1),
    ("b3.o5", 5, 10, 50, (24, 76), 10, 0, 0, 1),
    ("b4.w1", 8, 10, 80, (49, 94), 10, 0, 0, 1),
    ("b4.w2", 6, 10, 60, (31, 83), 10, 0, 0, 1),
    ("b4.w3", 4, 10, 40, (17, 69), 10, 0, 0, 1),
    ("b4.w4", 3, 10, 30, (11, 60), 10, 0, 0, 1),
    ("b4.w5", 2, 10, 20, (6, 51), 10, 0, 0, 1),
    ("b5.yes", 3, 10, 30, (11, 60), 11, 1, 0, 0),
    ("b6.yes", 4, 10, 40, (17, 69), 11, 1, 0, 0),
)


def leads(flow: Flow, respond: Callable[..., Response]) -> list[Response]:
    """Return the 18 replies. The questions that the survey does not print are skipped where they are put."""
    made = []
    for times, *given in LEADS:
        answers = {
            name: value for name, value in zip(("a1", "a2", "a3", "a5", "a7", "a8"), given, strict=True) if value
        }
        skipped = ("a9", "a10", "a11") if "a5" not in answers else ("a4", "a6", "a9", "a10", "a11")
        made += [respond(flow, answers | dict.fromkeys(skipped, "skip")) for _ in range(times)]
    return [replace(one, organisation=f"trust{number % 15}") for number, one in enumerate(made)]


def signatories(flow: Flow, respond: Callable[..., Response]) -> list[Response]:
    """Return the 11 replies; nobody wants the self-check."""
    rows = [respond(flow, _user_row(row)) for row in range(1, 11)]
    last = {"b1": "online", "b2": "no", "b5": "skip", "b6": "skip", "pb0": "no"}
    return [*rows, respond(flow, last)]


def _user_row(row: int) -> dict[str, object]:
    ticked = {
        question: tuple(code for code, most in ticks.items() if row <= most) or ("none",)
        for question, ticks in TICKS.items()
    }
    wants = {"b5": "yes" if row <= 3 else "no", "b6": "yes" if row <= 4 else "no"}
    first = {"b1": "nsun" if row <= 7 else "online", "b2": "yes"}
    return {**first, **ticked, **wants, "b7": "skip", "pb0": "no"}


def report_on(flow: Flow, responses: list[Response], **more: object) -> Report:
    return build(flow.name, responses, {flow.version_id: flow}, **more)


def numbers(figure: Figure) -> tuple[object, ...]:
    return (
        *(figure.id, figure.chose, figure.answered, figure.percent, figure.interval),
        *(figure.asked, figure.skipped, figure.implied, figure.not_asked),
    )


def figure(report: Report, figure_id: str) -> Figure:
    return next(one for one in report.figures if one.id == figure_id)


@pytest.mark.parametrize(
    ("name", "rows", "expected"),
    [("trust_leads", leads, LEAD_FIGURES), ("signatories", signatories, SIGNATORY_FIGURES)],
)
def test_all_published_figures_come_out_with_all_their_counts(flow_file, respond, name, rows, expected):
    flow = flow_file(name)
    responses = rows(flow, respond)

    report = report_on(flow, responses)

    assert tuple(numbers(figure(report, row[0])) for row in expected) == expected
    assert all(figure(report, row[0]).shown for row in expected)
    assert (report.versions, report.responses, report.completed) == ((1,), len(responses), len(responses))


@pytest.mark.parametrize(
    ("name", "rows", "invited", "rate"), [("trust_leads", leads, 92, 20), ("signatories", signatories, 76, 14)]
)
def test_the_share_of_the_invited_that_replied_is_printed(flow_file, respond, name, rows, invited, rate):
    flow = flow_file(name)

    report = report_on(flow, rows(flow, respond), invited=invited)

    assert (report.invited, report.response_rate) == (invited, rate)


def test_the_leads_come_from_fifteen_organisations_and_their_base_is_in_words(flow_file, respond):
    flow = flow_file("trust_leads")

    report = report_on(flow, leads(flow, respond))

    assert (report.method.organisations, report.method.people) == (15, 18)
    assert figure(report, "a2.yes").base == "everyone who answered; those who had not heard of 4Pi count as No"
    assert figure(report, "a2.yes").level == "organisation"
    assert figure(report, "a1.aware").label == "Looking online or NSUN or someone at work or Another way"


def test_without_the_implied_no_the_figures_are_wrong(flow_file, respond):
    flow = flow_file("trust_leads")
    kinder = replace(flow, questions=tuple(replace(question, otherwise=None) for question in flow.questions))

    report = report_on(kinder, leads(kinder, respond))

    assert numbers(figure(report, "a2.yes"))[1:4] == (11, 12, 92)
    assert numbers(figure(report, "a3.yes"))[1:4] == (9, 13, 69)


def test_a_skip_that_hid_the_follow_up_would_print_a_hundred_percent(flow_file, respond):
    flow = flow_file("trust_leads")
    only_after_an_answer = And(IsNot("a1", "first"), And(Answered("a2"), Not(Is("a2", "no"))))
    strict = replace(
        flow,
        questions=tuple(
            replace(question, when=only_after_an_answer) if question.id == "a5" else question
            for question in flow.questions
        ),
    )

    report = report_on(strict, leads(strict, respond))

    assert numbers(figure(report, "a5.yes"))[1:4] == (11, 11, 100)


def test_the_nhs_rule_leaves_of_the_leads_what_it_is_known_to_leave(flow_file, respond):
    flow = flow_file("trust_leads")

    report = report_on(flow, leads(flow, respond), profile="nhs-round5")

    told = {name: numbers(figure(report, name))[1:4] for name in ("a1.aware", "a7.yes", "a2.yes", "a5.yes")}
    assert told == {
        "a1.aware": (15, 20, 75),
        "a7.yes": (15, 20, 75),
        "a2.yes": (10, 15, 67),
        "a5.yes": (10, 10, 100),
    }
    assert not figure(report, "a1.first").shown
    assert not figure(report, "a1.nsun").shown
    assert (report.responses, report.completed) == (20, 20)
