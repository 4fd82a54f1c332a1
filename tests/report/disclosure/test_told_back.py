"""How many were told what came of it: said where it tells of nobody, in each profile, and held apart between reports."""

import json
from dataclasses import replace

import pytest

from feedback.flows.model import Choice, Question
from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.release_history import load_report
from report.build.report import Findings, build
from report.build.surfaces import cells_of, told_between
from report.disclosure.told_back import ToldBack, ToldCount
from report.formats.markdown_json import to_json, to_markdown

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


@pytest.fixture
def made(make_flow, respond):
    """Return a report of 40 people of whom so many said yes to being told, and so many were."""
    asking = Question("n", "Do you want to hear?", "yesno", choices=YES_NO, consent="contact_next")
    flow = make_flow(asking)

    def make(asked: int, told: int, profile: str = "people", agreed: int | None = None):
        yes = asked if agreed is None else agreed
        replies = [respond(flow, {"n": "yes" if number < yes else "no"}) for number in range(40)]
        heard = Findings(told=ToldCount(asked, tuple(range(told))))
        return build("club", replies, {"v1": flow}, profile=profile, heard=heard)

    return make


@pytest.mark.parametrize(
    ("asked", "told", "said"),
    [
        (20, 12, ToldBack(20, 12, 5)),
        (20, 0, ToldBack(20, 0)),
        (20, 5, ToldBack(20, 5)),
        (20, 3, ToldBack(20, None)),
        (20, 17, ToldBack(20, None)),
        (9, 9, ToldBack(None, None)),
        (0, 0, None),
    ],
)
def test_few_who_were_told_or_were_not_are_hidden(made, asked, told, said):
    assert made(asked, told).method.told_back == said


def test_few_who_took_their_yes_back_are_not_worked_out_from_the_figure_beside_it(made):
    assert made(20, 12, agreed=22).method.told_back == ToldBack(None, None)
    assert made(20, 12, agreed=26).method.told_back == ToldBack(20, 12, 5)


def test_the_other_profiles_say_it_exactly_or_rounded(made):
    assert made(4, 3, "organisations").method.told_back == ToldBack(4, 3, 1)
    assert made(4, 0, "organisations").method.told_back == ToldBack(4, 0)
    assert made(22, 13, "nhs-round5").method.told_back == ToldBack(20, 15)


def test_it_is_said_in_words_and_in_easy_read_and_is_kept_with_a_published_report(made):
    report = made(20, 12)

    text, easy = to_markdown(document(report)), to_markdown(easy_document(report))

    assert "20 people asked to hear what comes of it. 12 of them were told (60 %), half of them within 5 days." in text
    assert "20 people asked us to tell them what happens." in easy
    assert "We have told 12 of them." in easy
    for days, words in ((1, "within 1 day"), (0, "on the day that they asked")):
        told = replace(report, method=replace(report.method, told_back=ToldBack(20, 12, days)))
        assert f"12 of them were told (60 %), half of them {words}." in to_markdown(document(told))
    alone = replace(report, method=replace(report.method, told_back=ToldBack(20, 1, 0)))
    assert "1 of them was told (5 %).\n" in to_markdown(document(alone))
    hidden = to_markdown(document(made(20, 3)))
    assert "How many of them were told is hidden, as it could tell of few people." in hidden
    assert "asked us to tell them" not in to_markdown(easy_document(made(20, 3)))
    assert load_report(json.loads(to_json(report))).method.told_back == ToldBack(20, 12, 5)


def test_few_who_were_told_between_two_reports_are_found(made):
    before, now = made(20, 12), made(20, 14)

    (table,) = told_between(cells_of(before), cells_of(now))

    assert table.without(now).method.told_back is None
    assert list(told_between(cells_of(made(20, 3)), cells_of(now))) == []
    assert ToldBack(None, None).percent is None
