"""Themes that are parts of others, what was done about them, and why words are kept back."""

import pytest

from feedback.conversation.response import Comment
from feedback.flows.model import Choice, Question
from report.build.document_builder import document
from report.build.easy_read import easy_document
from report.build.report import Action, Findings, build
from report.formats.markdown_json import to_markdown
from report.narrative.quotes import Quotable, Quote

THEMES = (Choice("help", "What helps"), Choice("heard", "Being heard"), Choice("calls", "Calls"), Choice("pay", "Pay"))
PARENTS = {"heard": "help", "calls": "heard"}


@pytest.fixture
def flow(make_flow):
    return make_flow(Question("why", "Why?", "text"), Question("odd", "Odd?", "text", private=True))


@pytest.fixture
def report(flow, respond):
    """Return a maker of reports on thirty people: how many of them spoke of what, one after the other."""

    def make(*spoken, profile="people", **more):
        people = [respond(flow, {"why": "=hm", "odd": "=hm"}) for _ in range(30)]
        coded = {(one.conversation, "why"): frozenset({"none fits"}) for one in people}
        place = 0
        for themes, number in spoken:
            for one in people[place : place + number]:
                coded[one.conversation, "why"] = frozenset(themes)
            place += number
        said = [
            Quotable("Thanks", min(coded[one.conversation, "why"]), one.conversation, question, one.person)
            for one in people[:1]
            for question in more.pop("questions", ())
        ]
        heard = Findings(THEMES, coded, tuple(said), parents=PARENTS, **more)
        return build("club", people, {"v1": flow}, profile=profile, heard=heard)

    return make


def shares(report):
    return {one.choice: one.chose for one in report.method.themes if one.question == "words"}


def test_the_people_of_a_theme_are_those_of_itself_and_its_parts_each_once(report):
    told = report((("heard", "help"), 2), (("calls",), 3), (("help",), 1), profile="organisations")

    assert shares(told) == {"help": 6, "heard": 5, "calls": 3, "pay": 0}


@pytest.mark.parametrize(
    ("alone", "heard", "calls", "shown"),
    [
        (6, 6, 6, {"help": 18, "heard": 12, "calls": 6}),
        (5, 0, 5, {"help": 10, "heard": 5, "calls": None}),
        (2, 10, 0, {"help": 12, "heard": None, "calls": None}),
        (0, 3, 0, {"help": None, "heard": None, "calls": None}),
        (28, 0, 0, {"help": None, "heard": None, "calls": None}),
    ],
)
def test_a_part_does_not_tell_of_the_few_that_it_leaves_of_the_whole(report, alone, heard, calls, shown):
    told = report((("help",), alone), (("heard",), heard), (("calls",), calls))

    assert shares(told) == {**shown, "pay": 0}


def test_words_of_a_hidden_part_stand_under_the_theme_that_it_is_a_part_of(report):
    told = report((("calls",), 3), (("help",), 12), questions=["why"])

    assert told.method.quotes == (Quote("Thanks", "help"),)


def test_what_was_done_is_told_where_somebody_spoke_of_it_by_the_name_of_the_theme(report):
    actions = tuple(Action(theme, "we did", f"Did {theme}.") for theme in ("help", "pay", "gone", ""))

    told = to_markdown(document(report((("calls",), 6), actions=actions)))
    silent = to_markdown(document(report(actions=actions)))

    assert "- What helps - we did: Did help.\n- In general - we did: Did .\n\n" in told
    assert "Did pay" not in told + silent
    assert "Did gone" not in told + silent
    assert "Did help" not in silent


@pytest.mark.parametrize(
    ("spoken", "more", "words"),
    [
        (3, {"questions": ["why"]}, "the number of their theme is hidden."),
        (9, {"questions": ["odd"]}, "answer a private question."),
        (9, {"questions": [None]}, "belong to answers that this report does not count."),
        (9, {"has_unsorted": True}, "stand under no theme yet."),
    ],
)
def test_words_that_are_kept_back_say_why(report, spoken, more, words):
    told = report((("pay",), spoken), **more)

    assert f"No words are printed. Some were agreed to and checked, but {words}\n" in to_markdown(document(told))
    assert "We keep them back." in to_markdown(easy_document(told))


def test_where_nobody_agreed_the_report_says_so(report):
    assert "None have yet been agreed to by the person and checked by staff." in to_markdown(document(report()))


@pytest.mark.parametrize(("many", "said"), [(0, "0"), (1, "hidden"), (4, "hidden"), (5, "5")])
def test_few_comments_are_hidden_as_few_people_are(flow, respond, many, said):
    people = [respond(flow, {}, comments=(Comment(1, "Hello", respond(flow, {}).started_at),)) for _ in range(many)]

    told = build("club", [*people, *(respond(flow, {}) for _ in range(20))], {"v1": flow}, profile="people")

    assert f"- Said without being asked: {said}\n" in to_markdown(document(told))
