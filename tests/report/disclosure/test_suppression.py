"""Small numbers: what each profile hides, and that what is hidden cannot be worked out."""

from collections import defaultdict
from itertools import product

import pytest

from feedback.conversation.response import Response
from feedback.flows.condition import IsNot
from feedback.flows.model import Flow, Question
from report.build.report import Report, build
from report.counting.figures import Figure
from report.disclosure.suppression import (
    FEW_ANSWERS,
    NOBODY,
    PRIVATE,
    SMALL_NHS_NUMBER,
    SMALL_NUMBER,
    cover,
    protect_apart,
    round5,
    telling_groups,
)


def report_on(flow: Flow, responses: list[Response], profile: str = "people") -> Report:
    return build("club", responses, {flow.version_id: flow}, profile=profile)


def figure(report: Report, figure_id: str) -> Figure:
    return next(one for one in report.figures if one.id == figure_id)


def shown(report: Report, question: str) -> dict[str, int | None]:
    return {one.choice: one.chose for one in report.figures if one.question == question}


@pytest.fixture
def tabled(make_flow, respond):
    """Return a maker of a report on one question from how often each answer was given."""

    def make(question: Question, given: dict[object, int], profile: str = "people") -> Report:
        flow = make_flow(question)
        responses = [respond(flow, {"q": answer}) for answer, times in given.items() for _ in range(times)]
        return report_on(flow, responses, profile)

    return make


def test_a_person_level_flow_is_protected_unless_told_otherwise(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"))

    assert build("club", [], {"v1": flow}).method.profile == "people"


def test_a_base_under_ten_is_not_shown(tabled, pick):
    report = tabled(pick("q", "ab"), {"a": 9})

    assert shown(report, "q") == {"a": None, "b": None}
    one = figure(report, "q.a")
    assert (one.percent, one.interval, one.shown, one.why_hidden, one.answered) == (
        None,
        None,
        False,
        FEW_ANSWERS,
        None,
    )
    assert (one.asked, report.method.questions[0].answered, report.method.questions[0].skipped) == (None, None, None)


def test_a_small_number_is_hidden_with_the_next_smallest(tabled, pick):
    report = tabled(pick("q", "abcd"), {"a": 3, "b": 9, "c": 6, "d": 20})

    assert shown(report, "q") == {"a": None, "b": 9, "c": None, "d": 20}
    assert figure(report, "q.c").why_hidden == figure(report, "q.a").why_hidden == SMALL_NUMBER


def test_a_number_that_leaves_few_over_is_hidden_and_zero_and_all_are_not(tabled, pick):
    assert shown(tabled(pick("q", "ab"), {"a": 12, "b": 2}), "q") == {"a": None, "b": None}
    assert shown(tabled(pick("q", "ab"), {"a": 12}), "q") == {"a": 12, "b": 0}


def test_several_picks_are_hidden_one_by_one_and_with_their_groups(tabled, pick):
    question = pick("q", "abc", type="many", groups=(("ab", ("a", "b")), ("bc", ("b", "c"))))

    report = tabled(question, {("a", "b"): 2, ("b",): 6, ("c",): 8})

    assert shown(report, "q") == {"a": None, "b": 8, "c": 8, "ab": None, "bc": 16}


def test_words_alone_are_hidden_like_a_choice(tabled, pick):
    few = tabled(pick("q", "ab"), {"a": 9, "b": 6, "=hm": 1})

    assert shown(few, "q") == {"a": 9, "b": None}
    assert few.method.questions[0].own_words is None
    assert few.comments[0].count is None
    assert tabled(pick("q", "ab", type="many"), {("a",): 8, "=hm": 1}).method.questions[0].own_words is None


def test_a_group_is_shown_only_where_it_does_not_split_what_is_hidden(tabled, pick):
    groups = (("ab", ("a", "b")), ("ad", ("a", "d")), ("cd", ("c", "d")))

    report = tabled(pick("q", "abcd", groups=groups), {"a": 2, "b": 5, "c": 9, "d": 11})

    assert shown(report, "q") == {"a": None, "b": None, "c": 9, "d": 11, "ab": 7, "ad": None, "cd": 20}


def test_where_nothing_else_is_left_all_is_hidden():
    cells = dict.fromkeys("abcdefghij", 1) | {"k": 0}

    assert cover(cells, frozenset("abcdefghij")) == frozenset(cells)
    assert cover(cells, frozenset()) == frozenset()


@pytest.mark.slow
@pytest.mark.parametrize(("size", "most"), [(2, 30), (3, 22), (4, 14)])
@pytest.mark.parametrize("members", [("0",), ("0", "1"), ("1", "2", "3")])
def test_no_hidden_number_follows_from_what_is_printed(size, most, members):
    """Try every table: whoever knows the rules and sees the printed half still has two values for each hidden cell."""
    seen = defaultdict(list)
    for table in product(range(most + 1), repeat=size):
        if 10 <= sum(table) <= most:
            seen[printed(table, members)].append(table)

    for (_, cells, _), tables in seen.items():
        for place, number in enumerate(cells):
            assert number is not None or len({table[place] for table in tables}) > 1, (cells, tables)


def printed(table: tuple[int, ...], members: tuple[str, ...]) -> tuple[object, ...]:
    """Return what a reader sees of a question: the base, the cells and one group."""
    base, cells = sum(table), {str(place): number for place, number in enumerate(table)}
    group = sum(cells.get(member, 0) for member in members)
    hidden = cover(cells, frozenset(name for name, number in cells.items() if is_small(number, base)))
    hides_group = is_small(group, base) or telling_groups((("group", members),), hidden)
    return base, tuple(None if name in hidden else cells[name] for name in cells), None if hides_group else group


def is_small(number: int, base: int) -> bool:
    return not {number, base - number}.isdisjoint({1, 2, 3, 4})


def test_a_route_does_not_count_out_what_an_earlier_question_hides(make_flow, pick, respond):
    followed = Question("why", "Why?", "text", when=IsNot("q", "a"))
    flow = make_flow(pick("q", "abc"), pick("r", "ab", when=IsNot("q", "a"), otherwise="b"), followed, pick("s", "ab"))
    given = [("a", 3), ("b", 12), ("c", 13)]
    responses = [
        respond(flow, {"q": answer, "r": "a", "why": "=well", "s": "a"})
        for answer, times in given
        for _ in range(times)
    ]

    report = report_on(flow, responses)

    one, counts = figure(report, "r.b"), {one.id: one for one in report.method.questions}
    assert (one.asked, one.skipped, one.implied, one.not_asked) == (None, None, None, None)
    assert (counts["r"].asked, counts["r"].implied, counts["r"].answered) == (None, None, 28)
    assert (counts["why"].asked, counts["why"].answered, counts["why"].own_words) == (None, None, None)
    assert (figure(report, "s.a").asked, counts["s"].asked) == (28, 28)


def test_a_question_that_nobody_answered_says_so_and_one_that_few_answered_tells_nothing(tabled, pick):
    nobody, few = tabled(pick("q", "ab"), {"skip": 20}), tabled(pick("q", "ab"), {"a": 1, "skip": 20})

    assert {one.why_hidden for one in nobody.figures} == {NOBODY}
    assert (nobody.method.questions[0].answered, nobody.method.questions[0].skipped) == (0, 20)
    assert {one.why_hidden for one in few.figures} == {FEW_ANSWERS}
    assert (few.method.questions[0].answered, few.method.questions[0].skipped) == (None, None)


def test_routes_are_told_all_along_where_nothing_before_them_is_hidden(make_flow, pick, respond):
    on_a, on_c = IsNot("q", "b"), IsNot("r", "d")
    flow = make_flow(pick("q", "ab"), pick("r", "cd", when=on_a), pick("s", "ef", when=on_c))
    ways = [({"q": "b"}, 20), ({"q": "a", "r": "d"}, 20), ({"q": "a", "r": "c", "s": "e"}, 20)]
    responses = [respond(flow, given) for given, times in ways for _ in range(times)]

    counts = {one.id: one for one in report_on(flow, responses).method.questions}

    assert (counts["r"].asked, counts["r"].not_asked, counts["s"].asked) == (40, 20, 20)


def test_the_nhs_rule_rounds_how_many_were_not_asked(make_flow, pick, respond):
    flow = make_flow(pick("q", "ab"), pick("r", "cd", when=IsNot("q", "b")))
    ways = [({"q": "b"}, 41), ({"q": "a", "r": "c"}, 62)]
    responses = [respond(flow, given) for given, times in ways for _ in range(times)]

    report = report_on(flow, responses, "nhs-round5")

    assert (figure(report, "r.c").asked, figure(report, "r.c").not_asked) == (60, 40)


def test_a_number_whose_bands_are_hidden_has_no_middle_either(make_flow, respond):
    flow = make_flow(Question("n", "How many?", "number", range=(0, 1000)))
    responses = [respond(flow, {"n": 3}) for _ in range(20)] + [respond(flow, {"n": 900}) for _ in range(2)]

    report = report_on(flow, responses)

    assert any(not one.shown for one in report.figures)
    assert report.method.questions[0].summary is None


def test_themes_that_the_nhs_rule_lets_be_told_are_rounded_and_not_private():
    def theme(name: str, chose: int) -> Figure:
        return Figure(f"words.{name}", "words", name, name, chose, 60, 60, 0, 0, 0, None, None, "all", "person")

    figures = (theme("calls", 33), theme("food", 5))

    told = protect_apart(figures, figures, "nhs-round5", {})

    assert [(one.chose, one.why_hidden) for one in told] == [(35, None), (None, SMALL_NHS_NUMBER)]


@pytest.mark.parametrize("profile", ["organisations", "people", "nhs-round5"])
def test_a_private_question_is_never_shown(tabled, pick, profile):
    report = tabled(pick("q", "ab", private=True), {"a": 20, "b": 20, "=hm": 20}, profile)

    assert {one.why_hidden for one in report.figures} == {PRIVATE}
    assert shown(report, "q") == {"a": None, "b": None}
    assert report.method.questions[0].own_words is None


def test_the_nhs_rule_hides_one_to_seven_and_rounds_the_rest(tabled, pick):
    report = tabled(pick("q", "abc"), {"a": 7, "b": 13, "skip": 9}, "nhs-round5")

    assert [round5(number) for number in (0, 1, 7, 8, 12, 13, 18)] == [0, None, None, 10, 10, 15, 20]
    assert shown(report, "q") == {"a": None, "b": 15, "c": 0}
    one = figure(report, "q.b")
    assert (one.answered, one.asked, one.skipped, one.percent, one.interval) == (20, 30, 10, 75, (53, 89))
    assert figure(report, "q.a").why_hidden == SMALL_NHS_NUMBER
    assert figure(tabled(pick("q", "ab"), {"a": 7}, "nhs-round5"), "q.a").answered is None
    assert figure(tabled(pick("q", "ab"), {}, "nhs-round5"), "q.a").why_hidden == "Nobody has answered this yet."


def test_the_nhs_rule_hides_what_would_narrow_a_hidden_number(tabled, pick):
    """20 beside a base of 20 leaves 1 to 4, fewer than five values; 30 beside 35 leaves all of 1 to 7."""
    groups = (("some", ("a", "b")),)

    assert shown(tabled(pick("q", "ab"), {"a": 19, "b": 2}, "nhs-round5"), "q") == {"a": None, "b": None}
    assert shown(tabled(pick("q", "ab"), {"a": 30, "b": 5}, "nhs-round5"), "q") == {"a": 30, "b": None}
    report = tabled(pick("q", "abc", groups=groups), {"a": 30, "b": 2, "c": 30}, "nhs-round5")
    assert shown(report, "q") == {"a": 30, "b": None, "c": 30, "some": None}
