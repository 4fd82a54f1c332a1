"""A public page tells nothing that the published report does not: the attacker walks every page that could be made."""

from itertools import combinations

import pytest

from feedback.flows.model import Choice, Question
from report.build.report import Findings, build
from report.build.surfaces import cells_of, told_between
from report.disclosure.suppression import SMALL
from report.parts.public_page import open_themes, public_questions


def cells_on_page(report, chosen):
    """Return the numbers of people that a page of these questions shows, by the ids of their figures."""
    return {one.id: one.chose for one in report.figures if one.question in chosen and one.shown}


@pytest.fixture
def made(make_flow, pick, respond):
    """Return a report of so many people: `q` has small numbers, `m` is private, `w` are words under two themes."""
    private = Question("m", "Are you well?", "one", choices=pick("m", "xy").choices, private=True)
    flow = make_flow(pick("q", "abc"), private, Question("w", "Why?", "text"))

    def make(few: int, many: int = 20):
        given = ["a"] * few + ["b"] * many
        replies = [respond(flow, {"q": one, "m": "x", "w": "=hm"}) for one in given]
        coded = {
            (one.conversation, "w"): frozenset({"t" if at % 2 else "no" if at else "rare"})
            for at, one in enumerate(replies)
        }
        heard = Findings((Choice("t", "Tea"), Choice("rare", "Rare")), coded)
        return build("club", replies, {"v1": flow}, profile="people", heard=heard)

    return make


@pytest.mark.parametrize("few", [0, 1, 3, 4, 5, 12])
def test_every_number_of_every_page_stands_in_the_report_and_none_is_small(made, few):
    report = made(few)
    in_report = {one.id: one.chose for one in report.figures if one.shown}
    asked = [one.id for one in report.method.questions]

    for count in range(len(asked) + 1):
        for chosen in combinations(asked, count):
            cells = cells_on_page(report, chosen)
            page = public_questions(report, chosen)
            shown = [one.chose for question in page for one in question.answers]
            assert cells.items() <= in_report.items()
            assert sorted(shown) == sorted(number for number in cells.values() if number is not None)
            assert not any(number in SMALL for number in shown)


def test_between_two_pages_nobody_can_be_worked_out_that_the_reports_hold_back(made):
    earlier, later = made(12), made(12)
    asked = [one.id for one in earlier.method.questions]

    assert list(told_between(cells_of(earlier), cells_of(later))) == []
    for chosen in (asked, asked[:1]):
        before, now = cells_on_page(earlier, chosen), cells_on_page(later, chosen)
        assert not any(abs((now[one] or 0) - (before[one] or 0)) in SMALL for one in now)


def test_a_question_without_a_number_that_is_shown_cannot_be_chosen(made):
    report = made(12)

    assert [one.id for one in public_questions(report)] == ["q"]
    assert public_questions(made(0, 3)) == ()


def test_words_stand_only_under_themes_whose_number_is_shown(made):
    assert open_themes(made(12)) == {"t"}


def test_labels_are_those_of_a_translation_where_there_is_one(made, make_flow, pick):
    words = make_flow(Question("q", "Cwestiwn?", "one", choices=(Choice("a", "Un"), Choice("b", "Dau"))))

    (question,) = public_questions(made(12), ("q",), words)

    assert (question.ask, [one.label for one in question.answers][:2]) == ("Cwestiwn?", ["Un", "Dau"])


def test_shares_of_nearly_none_and_nearly_all_say_so(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))
    replies = [respond(flow, {"q": "a" if number < 6 else "b"}) for number in range(2000)]

    report = build("club", replies, {"v1": flow}, profile="people")

    assert [one.share for one in public_questions(report)[0].answers] == ["< 1 %", "> 99 %"]
