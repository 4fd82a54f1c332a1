"""Themes give nobody away: random surveys are attacked by our own attacker and by an exact integer solver."""

from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from feedback.conversation.response import Comment
from feedback.flows.model import Choice, Question
from report.build.document_builder import document
from report.build.held_apart import apart_from
from report.build.report import Findings, Method, Report, build
from report.build.surfaces import SURFACES, cells_of, told_between
from report.disclosure.response_rates import InvitationCounts, InvitedGroup
from report.disclosure.theme_attack import ALL_WORDS, ThemeContext, attack_themes, withstanding_themes
from report.formats.markdown_json import to_markdown
from tests.report.conftest import AT
from tests.samples import IS_GATE, examples

THEMES = tuple(Choice(one, one) for one in ("a", "b", "c", "d"))
PARENTS = {"b": "a"}
PLACES = ("why", "how", "comment")
PATTERNS = list(product((None, False, True), repeat=3))
"""What one reply can be for one theme: at each place not sorted, sorted and silent of it, or speaking of it."""


@pytest.fixture
def survey(make_flow, respond):
    """Return a maker of a random survey: its flow, its replies and what staff made of them."""
    asked = [Question(name, f"{name}?", "text", private=name == "odd") for name in ("why", "how", "odd")]
    flow = make_flow(*asked)

    def make(draw, many):
        shares = draw.dirichlet(np.full(len(THEMES) + 1, 0.7))
        rates = draw.choice([0.05, 0.3, 0.9, 1.0], 4)
        people, coded = [], {}
        for _ in range(many):
            wrote = [name for name, rate in zip(("why", "how", "odd"), rates, strict=False) if draw.random() < rate]
            said = (Comment(1, "hm", AT),) if draw.random() < rates[3] / 3 else ()
            one = respond(flow, {q.id: "=hm" if q.id in wrote else "skip" for q in asked}, comments=said)
            people.append(one)
            for place in (*wrote, *([None] if said else [])):
                themes = {THEMES[at].id for at in draw.choice(len(THEMES) + 1, 2, p=shares) if at < len(THEMES)}
                coded[one.conversation, place] = frozenset(themes or {"none fits"})
        if draw.random() < 0.3:
            coded = {where: themes for where, themes in coded.items() if draw.random() < 0.7}
        return flow, people, coded

    return make


def report_on(survey, profile="people"):
    flow, people, coded = survey
    return build("club", people, {"v1": flow}, profile=profile, heard=Findings(THEMES, coded, parents=PARENTS))


def row(wanted):
    """Return one line of constraints: which patterns are counted."""
    return [float(wanted(one)) for one in PATTERNS]


def known(figures, wholes):
    """Return what the printed numbers of one theme say of how many replies have each pattern, as lines with two ends."""
    lines = []
    for at, place in enumerate((*PLACES[:2], ALL_WORDS)):
        one = figures.get(place)
        if one is None or one.sorted is None:
            continue
        mine = range(3) if place == ALL_WORDS else (at,)
        lines.append((row(lambda p, mine=mine: any(p[i] is not None for i in mine)), one.sorted, one.sorted))
        is_with_whole = place in wholes and (wholes[place].chose or 0) < 10
        low, high = (0 if is_with_whole else 1, one.sorted - 1) if one.sorted >= 10 else (0, one.sorted)
        ends = (low, high) if one.chose is None else (one.chose, one.chose)
        lines.append((row(lambda p, mine=mine: any(p[i] for i in mine)), *ends))
    return lines


def range_of(wanted, lines, most):
    """Return the least and the most replies whose pattern is wanted, exactly, by another program."""
    target = np.array(row(wanted))
    matrix, low, high = zip(*lines, strict=True)
    limits = LinearConstraint(np.array(matrix), low, high)
    ends = []
    for sign in (1, -1):
        found = milp(sign * target, constraints=limits, integrality=np.ones(27), bounds=Bounds(0, most))
        ends.append(round(sign * found.fun))
    return tuple(ends)


def given_away(report, most):
    """Yield what the solver narrows too far: hidden cells, and those who speak of a theme at other places alone."""
    by_theme = {}
    for one in report.method.themes:
        by_theme.setdefault(one.choice, {})[one.question] = one
    for theme, figures in by_theme.items():
        lines = known(figures, by_theme.get(PARENTS.get(theme), {}))
        for at, place in enumerate((*PLACES[:2], ALL_WORDS)):
            one = figures.get(place)
            if one is not None and one.sorted is not None and is_found(one, at, lines, most):
                yield theme, place


def is_found(one, at, lines, most):
    """Return whether a hidden number is narrowed to fewer than five, or a shown one leaves 1 to 4 said elsewhere."""
    mine = range(3) if one.question == ALL_WORDS else (at,)
    if one.chose is None:
        low, high = range_of(lambda p: any(p[i] for i in mine), lines, most)
        return high and low < one.sorted and high - low + 1 < min(5, one.sorted + 1)
    low, high = range_of(lambda p: any(p) and not any(p[i] for i in mine), lines, most)
    return low > 0 and high < 5


def is_harmless(one, exact):
    """Return whether a number tells of nobody: it, what it leaves and its gaps to all words are not from 1 to 4, of ten."""
    parent = exact.get((one.question, PARENTS.get(one.choice, "")))
    whole = exact[ALL_WORDS, one.choice]
    beside = [exact.get((place, one.choice)) for place in PLACES] if one is whole else [one]
    gaps = [one.sorted - one.chose, *([parent.chose - one.chose] if parent else [])]
    for other in filter(None, beside):
        gaps += [getattr(whole, name) - getattr(other, name) for name in ("chose", "sorted", "wrote")]
    is_of_few = one.sorted < 10 or (parent is not None and parent.chose < 10)
    return not is_of_few and not any(0 < number < 5 for number in (one.chose, *gaps))


@pytest.mark.slow
def test_no_count_of_one_to_four_is_found_in_random_surveys_and_harmless_ones_are_shown(survey):
    draw = np.random.default_rng(13 if IS_GATE else None)
    shown = harmless = 0
    for _ in range(examples(15 if IS_GATE else 100)):
        made = survey(draw, int(draw.integers(10, 120)))
        told, exact = report_on(made), report_on(made, "organisations")

        assert list(given_away(told, len(made[1]))) == []
        assert not any(one.chose in range(1, 5) for one in told.method.themes)
        assert "odd" not in {one.question for one in told.method.themes}
        numbers = {(one.question, one.choice): one for one in exact.method.themes}
        printed = {(one.question, one.choice) for one in told.method.themes if one.shown}
        for cell, one in numbers.items():
            if is_harmless(one, numbers):
                harmless += 1
                shown += cell in printed
    assert shown >= 0.9 * harmless


@pytest.mark.slow
def test_two_random_releases_together_tell_of_no_few_between_them(survey):
    draw = np.random.default_rng(14 if IS_GATE else None)
    shown = total = 0
    for _ in range(examples(20 if IS_GATE else 60)):
        flow, people, coded = survey(draw, int(draw.integers(40, 150)))
        many = int(draw.integers(20, len(people) - 9))
        findings = Findings(THEMES, coded, parents=PARENTS)
        before = build("club", people[:many], {"v1": flow}, heard=findings)
        alone = build("club", people, {"v1": flow}, heard=findings)
        now = apart_from(alone, [before], {"v1": flow})

        old = {one.id: one for one in before.method.themes if one.shown}
        for one in now.method.themes:
            if one.shown and one.id in old:
                came, more = one.sorted - old[one.id].sorted, one.chose - old[one.id].chose
                assert came == 0 or came >= 10
                assert more not in range(1, 5)
                assert came - more not in range(1, 5)
        assert not list(told_between(cells_of(before), cells_of(now)))
        shown += sum(one.shown for one in now.method.themes)
        total += sum(one.shown for one in alone.method.themes)
    assert shown > 0.3 * total


PATTERNS_OF_FOUR = list(product((False, True), repeat=4))
"""Of which of the four themes one reply can speak, over all its words."""


def told_by_pairs(pairs, most):
    """Yield each combination of themes, of up to three, of which one to four people are found by another program."""
    names = sorted({name for one in pairs for name in (one.first, one.second)})
    lines = [([1.0] * 16, pairs[0].sorted)]

    def row(*wanted):
        return [float(all(p[at] == has for at, has in wanted)) for p in PATTERNS_OF_FOUR]

    for one in pairs:
        first, second = names.index(one.first), names.index(one.second)
        for number, has in (
            (one.both, (True, True)),
            (one.only_first, (True, False)),
            (one.only_second, (False, True)),
        ):
            lines.append((row((first, has[0]), (second, has[1])), number))
    matrix, numbers = np.array([line for line, _ in lines]), [number for _, number in lines]
    limits = LinearConstraint(matrix, numbers, numbers)
    for ats in combinations(range(len(names)), min(3, len(names))):
        for has in product((False, True), repeat=len(ats)):
            goal = np.array(row(*zip(ats, has, strict=True)))
            ends = [
                round(sign * milp(sign * goal, constraints=limits, integrality=np.ones(16), bounds=Bounds(0, most)).fun)
                for sign in (1, -1)
            ]
            if ends[0] > 0 and ends[1] < 5:
                yield ats, has, ends


@pytest.mark.slow
def test_pairs_of_themes_tell_of_no_few_and_stand_where_all_words_are_sorted(survey):
    draw = np.random.default_rng(15 if IS_GATE else None)
    shown = 0
    for _ in range(examples(20 if IS_GATE else 100)):
        made = survey(draw, int(draw.integers(40, 400)))
        told = report_on(made).method
        if told.together:
            shown += 1
            assert {one.basis for one in told.themes} == {"all"}
            assert not list(told_by_pairs(told.together, len(made[1])))
            assert "b" not in {name for one in told.together for name in (one.first, one.second)}
    assert shown


def test_themes_that_are_spoken_of_together_stand_in_a_table(make_flow, respond):
    flow = make_flow(Question("why", "Why?", "text"))
    said = ["ac"] * 12 + ["a"] * 9 + ["c"] * 8 + ["d"] * 3 + ["ad"] * 2 + ["none fits"] * 10
    people = [respond(flow, {"why": "=hm"}) for _ in said]
    coded = {
        (one.conversation, "why"): frozenset(themes if " " not in themes else [themes])
        for one, themes in zip(people, said, strict=True)
    }
    told = report_on((flow, people, coded))

    (pair,) = told.method.together
    assert (pair.first, pair.second, pair.both, pair.only_first, pair.only_second, pair.sorted) == (
        "a",
        "c",
        12,
        11,
        8,
        44,
    )
    assert "| a |  | 12 |" in to_markdown(document(told))
    assert len(report_on((flow, people, coded), "organisations").method.together) == 3
    assert report_on((flow, people, coded), "nhs-round5").method.together == ()
    cells = next(one for one in SURFACES if one.fields == ("together",)).cells(told)
    assert cells == {"both a c": 12, "first a c": 11, "second a c": 8, "neither a c": 13}
    few = [respond(flow, {"why": "=hm"}) for _ in range(12)]
    more = {(one.conversation, "why"): frozenset("ac" if at < 2 else "c") for at, one in enumerate(few)}
    later = apart_from(report_on((flow, [*people, *few], coded | more)), [told], {"v1": flow})
    assert later.method.together == ()


def test_every_field_of_a_report_stands_on_the_list_of_surfaces_or_holds_no_number_of_people():
    listed = {name for surface in SURFACES for name in surface.fields}
    no_people = {
        "flow",
        "method",
        "title",
        "profile",
        "first_on",
        "last_on",
        "made_on",
        "changes",
        "notes",
        "theme_parents",
        "slice",
    }

    assert listed | no_people == {*Report.__dataclass_fields__, *Method.__dataclass_fields__}
    assert not listed & no_people


def test_few_between_two_reports_are_told_by_no_table(make_flow, respond):
    flow = make_flow(Question("why", "Why?", "text"))

    def reply(number, **more):
        return [respond(flow, {"why": "=hm"}, **more) for _ in range(number)]

    first = [*reply(30), *reply(20, channel="web"), *reply(12, consents={"take_part": False})]
    more = [*first, *reply(12), *reply(2, channel="web"), *reply(2, consents={"take_part": False})]
    said = (Comment(1, "Hi", AT),)
    old, new = (
        build("club", [*some, *reply(spoke, comments=said)], {"v1": flow}, InvitationCounts(100, groups))
        for some, spoke, groups in (
            (first, 10, (InvitedGroup("A", 50, 20, 20), InvitedGroup("B", 50, 20, 20))),
            (more, 13, (InvitedGroup("A", 50, 22, 22), InvitedGroup("B", 50, 20, 20))),
        )
    )

    told = apart_from(new, [old], {"v1": flow})

    assert {one.fields[0] for one in told_between(cells_of(old), cells_of(new))} >= {
        "comments",
        "groups",
        "journey",
        "without_consent",
    }
    assert list(told_between(cells_of(old), cells_of(told))) == []
    assert (told.method.groups, told.method.without_consent, told.method.journey.channels) == ((), None, ())
    assert told.responses == new.responses


def test_words_of_a_question_that_is_not_told_are_in_no_count_of_all_words(make_flow, pick, respond):
    flow = make_flow(Question("why", "Why?", "text"), pick("q", "ab"))
    people = [respond(flow, {"why": "=hm", "q": "a"}) for _ in range(20)]
    alone = [respond(flow, {"why": "skip", "q": "=hm"}) for _ in range(3)]
    coded = {(one.conversation, "why"): frozenset({"a"}) for one in people}
    coded |= {(one.conversation, "q"): frozenset({"a"}) for one in alone}

    themes = build("club", [*people, *alone], {"v1": flow}, heard=Findings(THEMES, coded)).method.themes

    assert {one.question for one in themes} == {"why"}


def test_how_many_wrote_elsewhere_is_not_told_where_they_are_few(make_flow, respond):
    flow = make_flow(Question("why", "Why?", "text"))
    people = [respond(flow, {"why": "=hm"}) for _ in range(20)]
    alone = [respond(flow, {"why": "skip"}, comments=(Comment(1, "Hi", AT),)) for _ in range(3)]
    coded = {(one.conversation, "why"): frozenset({"a"}) for one in people}
    coded |= {(one.conversation, None): frozenset({"a"}) for one in alone}

    themes = build("club", [*people, *alone], {"v1": flow}, heard=Findings(THEMES, coded)).method.themes

    assert {one.wrote for one in themes if one.question == ALL_WORDS} == {None}
    assert [one.chose for one in themes if one.question == "why"] == [20, 0, 0, 0]


def test_a_hidden_number_that_two_others_narrow_is_found_and_more_is_hidden(make_flow, respond):
    flow = make_flow(Question("why", "Why?", "text"), Question("how", "How?", "text"))
    people = [respond(flow, {"why": "=hm", "how": "=hm"}) for _ in range(40)]
    coded = {(one.conversation, place): frozenset({"none fits"}) for one in people for place in ("why", "how")}
    coded |= {(one.conversation, "why"): frozenset({"a"}) for one in people[:36]}
    exact = build("club", people, {"v1": flow}, profile="organisations", heard=Findings(THEMES[:1], coded))
    printed = tuple(
        replace(one, chose=None, shown=False) if one.question == ALL_WORDS else one for one in exact.method.themes
    )

    assert (ALL_WORDS, "a") in attack_themes(printed, ThemeContext(40, unasked=0))
    assert attack_themes(withstanding_themes(printed, ThemeContext(40, unasked=0)), ThemeContext(40, unasked=0)) == ()
