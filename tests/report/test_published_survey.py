"""The published survey that this product grew from comes out figure by figure."""

from dataclasses import replace

import pytest

from feedback.conversation.response import Response
from feedback.flows.condition import And, Answered, Is, IsNot, Not
from feedback.flows.model import Flow
from report.build.report import Report, build
from report.counting.figures import Figure
from tests.report.survey import LEAD_FIGURES, SIGNATORY_FIGURES, leads, signatories


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
    assert (report.versions, report.responses, report.completed) == ((2,), len(responses), len(responses))


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
    """The rule alone prints 10 of 10 for a5.yes as well; beside it, and beside its route, few are left for a hidden no."""
    flow = flow_file("trust_leads")

    report = report_on(flow, leads(flow, respond), profile="nhs-round5")

    told = {name: numbers(figure(report, name))[1:4] for name in ("a1.aware", "a7.yes", "a2.yes", "a5.yes")}
    assert told == {
        "a1.aware": (15, 20, 75),
        "a7.yes": (15, 20, 75),
        "a2.yes": (10, 15, 67),
        "a5.yes": (None, None, None),
    }
    assert not figure(report, "a1.first").shown
    assert not figure(report, "a1.nsun").shown
    assert (report.responses, report.completed) == (20, 20)
