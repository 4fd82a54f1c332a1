"""Reports that lie within each other are held apart: what goes first, and what goes when there is nothing else to hide."""

from dataclasses import replace

import pytest

from feedback.flows.model import Choice
from report.build.release_history import printed
from report.build.report import Findings, build
from report.disclosure.family_attack import Family, attack_family
from report.disclosure.held_family import held_family, kept_like
from report.disclosure.held_themes import held_themes
from report.disclosure.theme_attack import ThemeContext, attack_theme_family

WHY = "few"
WITHIN = {"whole": ["part"]}


@pytest.fixture
def exact(make_flow, pick, respond):
    """Return a maker of exact printed reports: so many replies for each answer to q, r and m."""
    flow = make_flow(pick("q", "abc", groups=(("ab", ("a", "b")),)), pick("r", "ab"), pick("m", "ab", type="many"))

    def make(**many):
        replies = [
            respond(flow, {"q": given, "r": "a", "m": ("a",)}) for given, number in many.items() for _ in range(number)
        ]
        return printed(build("club", replies, {"v1": flow}, profile="organisations"), {"v1": flow})

    return make


def hiding(report, question, *choices):
    """Return the report without these numbers (of no choice: the words) of a question."""

    def bare(sheet):
        if sheet.counts.id != question:
            return sheet
        told = tuple(replace(one, chose=None, shown=False) if one.choice in choices else one for one in sheet.figures)
        own_words = None if "words" in choices else sheet.counts.own_words
        return replace(sheet, figures=told, counts=replace(sheet.counts, own_words=own_words))

    return replace(report, sheets=tuple(map(bare, report.sheets)))


def told(report, question):
    (sheet,) = [one for one in report.sheets if one.counts.id == question]
    return {one.choice: one.chose for one in sheet.figures}


def test_a_number_that_its_own_report_gives_away_takes_the_next_smallest_with_it(exact):
    family = Family({"part": hiding(exact(a=20, b=30, c=40), "q", "a", "ab")})

    assert {one.choice for one in attack_family(family)} == {"a", "ab"}
    held = held_family(family, frozenset({"part"}), WHY)["part"]
    assert told(held, "q") == {"a": None, "b": None, "c": 40, "ab": None}
    assert told(held, "r") == {"a": 90, "b": 0}


def test_words_that_are_hidden_alone_are_given_away(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))
    replies = [respond(flow, {"q": given}) for given in ["a"] * 20 + ["b"] * 20 + ["=hm"] * 3]
    report = hiding(printed(build("club", replies, {"v1": flow}, profile="organisations"), {"v1": flow}), "q", "words")

    (found,) = attack_family(Family({"part": report}))
    assert found.choice == "own words"
    held = held_family(Family({"part": report}), frozenset({"part"}), WHY)["part"]
    assert attack_family(Family({"part": held})) == ()


def test_few_words_that_are_left_for_parts_of_which_nothing_is_told_are_given_away(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))

    def report(many, words, *, bare=False):
        replies = [respond(flow, {"q": given}) for given in ["a"] * many + ["b"] * many + ["=hm"] * words]
        told = printed(build("club", replies, {"v1": flow}, profile="organisations"), {"v1": flow})
        return replace(told, sheets=tuple(kept_like(told.sheets, (), WHY))) if bare else told

    family = Family(
        {"whole": report(60, 12), "part": report(20, 9), "bare": report(20, 3, bare=True)}, {"whole": ["part", "bare"]}
    )

    assert {(one.report, one.choice) for one in attack_family(family)} >= {("bare", "own words")}
    held = held_family(family, frozenset({"part", "bare"}), WHY)
    assert attack_family(Family(held, family.within)) == ()


def test_what_is_left_of_few_hides_a_number_or_where_all_chose_it_the_question(exact):
    whole = exact(a=40, b=23, c=40)
    family = Family({"whole": whole, "part": exact(a=30, b=20, c=30)}, WITHIN)
    held = held_family(family, frozenset({"part"}), WHY)["part"]
    assert told(held, "q")["b"] is None
    assert attack_family(Family({"whole": whole, "part": held}, WITHIN)) == ()

    whole = exact(a=43)
    held = held_family(Family({"whole": whole, "part": exact(a=40)}, WITHIN), frozenset({"part"}), WHY)["part"]
    assert not any(one.is_told for one in held.sheets if one.counts.id == "q")


def test_where_nothing_is_free_what_is_given_away_stays(exact):
    family = Family({"whole": exact(a=43), "part": exact(a=40)}, WITHIN)

    assert held_family(family, frozenset(), WHY) == family.reports
    alone = Family({"whole": hiding(exact(a=20, b=30, c=0), "q", "a"), "part": exact(a=10, b=12)})
    held = held_family(alone, frozenset({"part"}), WHY)
    assert held["whole"] == alone.reports["whole"]
    assert not any(one.is_told for one in held["part"].sheets if one.counts.id == "q")


def test_a_question_that_leads_to_one_given_away_goes_when_that_is_bare(make_flow, pick, respond):
    from feedback.flows.condition import Is  # noqa: PLC0415 - of this test alone

    flow = make_flow(pick("q", "ab"), pick("r", "ab", when=Is("q", "a")))
    replies = [respond(flow, {"q": "a", "r": given}) for given in ["a"] * 20 + ["b"] * 20]
    report = printed(build("club", replies, {"v1": flow}, profile="organisations"), {"v1": flow})
    whole, part = hiding(report, "r", "a"), report
    bare = replace(part, sheets=tuple(kept_like(part.sheets, part.sheets[:1], WHY)))

    held = held_family(Family({"whole": whole, "part": bare}), frozenset({"part"}), WHY)["part"]
    assert not any(one.is_told for one in held.sheets)


def test_what_another_report_hides_is_hidden_but_nobody_and_all_are_not(exact):
    like = hiding(exact(a=3, b=30, c=40), "q", "a", "b", "ab")
    kept = kept_like(exact(a=0, b=10, c=20).sheets, like.sheets, WHY)

    assert told(replace(like, sheets=kept), "q") == {"a": 0, "b": None, "c": 20, "ab": 10}


@pytest.fixture
def spoken(make_flow, respond):
    """Return a maker of themes: of so many who wrote, so many spoke of tea."""
    from feedback.flows.model import Question  # noqa: PLC0415 - of this fixture alone

    flow = make_flow(Question("w", "Why?", "text"))

    def make(wrote, tea):
        replies = [respond(flow, {"w": "=hm"}) for _ in range(wrote)]
        coded = {(one.conversation, "w"): frozenset({"t" if at < tea else "x"}) for at, one in enumerate(replies)}
        heard = Findings((Choice("t", "Tea"),), coded)
        return build("club", replies, {"v1": flow}, profile="organisations", heard=heard).method.themes

    return make


def test_themes_that_leave_few_are_hidden_one_by_one_or_with_their_place(spoken):
    known = ThemeContext(60)
    themes = {"whole": spoken(50, 30), "part": spoken(35, 27)}
    held = held_themes(themes, WITHIN, frozenset({"part"}), known, WHY)
    assert not any(one.shown for one in held["part"])
    assert attack_theme_family(held, WITHIN, known) == ()

    themes = {"whole": spoken(50, 33), "part": spoken(30, 30)}
    held = held_themes(themes, WITHIN, frozenset({"part"}), known, WHY)
    assert all(one.sorted is None for one in held["part"])
    assert held_themes(themes, WITHIN, frozenset(), known, WHY) == themes


def test_a_rest_of_fewer_than_ten_takes_the_place(spoken):
    themes = {"whole": spoken(50, 30), "part": spoken(44, 25)}

    held = held_themes(themes, WITHIN, frozenset({"part"}), ThemeContext(60), WHY)
    assert all(one.sorted is None for one in held["part"])
