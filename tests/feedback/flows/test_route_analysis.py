"""All ways through a flow, against playing every answer through the route."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from config.load import FLOWS, load_flows, load_words
from feedback.flows import route_analysis
from feedback.flows.answer import Answer
from feedback.flows.condition import And, Answered, Compare, Condition, Has, Is, IsNot, Not, Or, Skipped
from feedback.flows.condition_parser import parse_condition
from feedback.flows.linter import check
from feedback.flows.model import Choice, ConsentAsk, Finish, Flow, Question, route
from feedback.flows.route_analysis import base_words, routes, walk
from feedback.flows.words import Words
from feedback.types.question_type import Value
from tests.growth import grows_in_line

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
SKIP = Answer("skipped", NOW)


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words("en")


@pytest.fixture(scope="module")
def flows(words: Words) -> dict[str, Flow]:
    return {flow.name: flow for flow in load_flows(FLOWS, words)}


@pytest.mark.parametrize(
    ("name", "deciding"),
    [
        ("trust_leads", ["a1", "a2", "a5", "a11"]),
        ("signatories", ["b2", "b7", "pb0", "b10"]),
        ("people", ["c6", "c9b", "contact_next", "about_you"]),
    ],
)
def test_the_routes_are_those_that_playing_every_answer_gives(
    flows: dict[str, Flow], name: str, deciding: list[str]
) -> None:
    flow = flows[name]
    picks = [[None, *(choice.id for choice in flow.question(question).choices)] for question in deciding]
    played = set()
    for values in product(*picks):
        answers = {
            question: Answer("answered" if value else "skipped", NOW, value)
            for question, value in zip(deciding, values, strict=True)
        }
        played.add(tuple(asked.question.id for asked in route(flow, answers) if asked.state == "asked"))
    found, is_whole = routes(flow)
    assert is_whole
    assert {item.questions for item in found} == played
    assert walk(flow).longest.questions == max(map(len, played))


def test_the_flows_take_about_as_long_as_they_say(flows: dict[str, Flow]) -> None:
    assert {name: walk(flow).median.minutes for name, flow in flows.items()} == {
        "open_door": 1,
        "people": 5,
        "signatories": 3,
        "trust_leads": 2,
    }
    assert [walk(flows[name]).longest.minutes for name in ("trust_leads", "signatories")] == [4, 4]


def test_whom_a_question_is_put_to_is_said_in_words(flows: dict[str, Flow]) -> None:
    flow = flows["trust_leads"]
    silent = {question.id: question for question in flow.questions}
    assert base_words(flow, silent["a1"]) == "everyone who answered"
    assert base_words(flow, silent["a4"]) == "people who have used 4Pi or did not say"
    implied = replace(silent["a2"], base="")
    assert base_words(flow, implied) == 'everyone who answered; the others count as "No"'


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("c6 is partly or c6 is no", '("Got what they needed" is "Partly" or "Got what they needed" is "No")'),
        (
            "c9b is not no and c8 has o1",
            '"Anything harder" is not "No" (or was skipped) and "What you saw change" has "Better chances to take part"',
        ),
        ("not c11 answered", 'it is not so that "One thing for next time" was answered'),
        ("c1 skipped or c99 > 3", '("Most like you" was skipped or "c99" > 3)'),
    ],
)
def test_a_condition_without_a_base_is_put_into_words(flows: dict[str, Flow], when: str, said: str) -> None:
    question = Question("x", "Ask?", "text", when=parse_condition(when))
    assert base_words(flows["people"], question) == f"people for whom {said}"


YESNO = (Choice("yes", "Yes"), Choice("no", "No"))
ABC = tuple(Choice(name, name.upper()) for name in ("a", "b", "c", "none"))
NAMED = st.one_of(
    st.builds(Is, st.just("q0"), st.sampled_from(["yes", "no"])),
    st.builds(IsNot, st.just("q0"), st.sampled_from(["yes", "no"])),
    st.builds(Has, st.just("q1"), st.sampled_from(["a", "b", "none"])),
    st.builds(Is, st.just("q1"), st.sampled_from(["a", "none"])),
    st.builds(Compare, st.just("q2"), st.sampled_from(["<", "<=", ">", ">=", "="]), st.sampled_from([1.0, 1.25, 4.0])),
    st.builds(Answered, st.sampled_from(["q0", "q1", "q2", "q3"])),
    st.builds(Skipped, st.sampled_from(["q0", "q3"])),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    NAMED,
    lambda inner: st.builds(Not, inner) | st.builds(And, inner, inner) | st.builds(Or, inner, inner),
    max_leaves=4,
)
GIVEN: dict[str, tuple[Value, ...]] = {
    # None is an answer in the person's own words, kept after two re-asks: neither a choice nor a skip.
    "q0": ("yes", "no", None),
    "q1": (("a",), ("b",), ("c",), ("a", "b"), ("a", "c"), ("b", "c"), ("none",), None),
    "q2": (0.0, 1.0, 1.1, 1.25, 2.0, 4.0, 5.0, None),
    "q3": (None,),
    "q4": ("yes", "no", None),
}


def check_against_every_answer(first: Condition, second: Condition) -> None:
    flow = Flow(
        *("f", 1, "en", "T", "S", ConsentAsk("a", "n")),
        questions=(
            Question("q0", "Ask?", "yesno", choices=YESNO),
            Question("q1", "Ask?", "many", choices=ABC, only="none", max=2),
            Question("q2", "Ask?", "number", range=(0.0, 5.0)),
            Question("q3", "Ask?", "text"),
            Question("q4", "Ask?", "yesno", choices=YESNO, when=first, otherwise="no"),
            Question("q5", "Ask?", "text", when=And(second, IsNot("q4", "no"))),
        ),
        finish=Finish("c", "t"),
    )
    played = set()
    for answers in product(
        *((SKIP, *(Answer("answered", NOW, value) for value in values)) for values in GIVEN.values())
    ):
        told = route(flow, dict(zip(GIVEN, answers, strict=True)))
        played.add(tuple(asked.question.id for asked in told if asked.state == "asked"))
    assert {item.questions for item in routes(flow)[0]} == played
    assert walk(flow).reached == {name for asked in played for name in asked}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("q2 > 1 and q2 < 4", "q2 = 1.25"),
        ("q1 has a and q1 has b", "q0 is yes"),
        ("q1 has none", "not q1 has a"),
        ("q1 is a or q1 is none", "q2 answered"),
        ("q0 skipped", "q3 skipped or q0 is not no"),
    ],
)
def test_numbers_and_several_choices_give_the_routes_that_playing_every_answer_gives(first: str, second: str) -> None:
    check_against_every_answer(parse_condition(first), parse_condition(second))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(CONDITIONS, CONDITIONS)
@example(And(Has("q1", "a"), Has("q1", "b")), Is("q0", "yes"))
@example(Or(Is("q0", "yes"), Or(Is("q0", "no"), Skipped("q0"))), Is("q0", "yes"))
def test_any_conditions_give_the_routes_that_playing_every_answer_gives(first: Condition, second: Condition) -> None:
    check_against_every_answer(first, second)


@pytest.mark.parametrize(("named", "is_whole"), [(7, True), (8, False)])
def test_too_many_choices_to_try_in_every_way_are_told_as_not_all(named: int, *, is_whole: bool) -> None:
    choices = tuple(Choice(f"c{number}", "Choice") for number in range(9))
    after = tuple(Question(f"q{number}", "Ask?", "text", when=Has("many", f"c{number}")) for number in range(named))
    flow = Flow(
        *("f", 1, "en", "T", "S", ConsentAsk("a", "n")),
        questions=(Question("many", "Ask?", "many", choices=choices), *after),
        finish=Finish("c", "t"),
    )

    found, is_all = routes(flow)

    assert (is_all, walk(flow).is_whole) == (is_whole, is_whole)
    assert max(len(one.questions) for one in found) == (1 + named if is_whole else 1 + 2)


def test_a_flow_with_too_many_ways_is_walked_in_part_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route_analysis, "MOST_WAYS", 2_000)
    asked = tuple(Question(f"q{number}", "Ask?", "yesno", choices=YESNO) for number in range(18))
    last = tuple(Question(f"z{number}", "Ask?", "text", when=Is(f"q{number}", "yes")) for number in range(18))
    flow = Flow(
        *("f", 1, "en", "T", "S", ConsentAsk("a", "n")),
        questions=(*asked, *last),
        finish=Finish("c", "t"),
    )

    assert not walk(flow).is_whole
    assert walk(flow).ways <= 4_000


def questions(count: int) -> str:
    head = 'flow = "long"\nversion = 1\nlanguage = "en"\ntitle = "Long"\nstart = "Hello."\n'
    head += '[consent]\nask = "May we keep it?"\nno = "Fine."\n[finish]\ncheck = "Right?"\nthanks = "Thanks."\n'
    parts = []
    for number in range(count):
        part = f'[[question]]\nid = "q{number}"\nask = "Was part {number} good?"\ntype = "one"\ntheme = "impact"\n'
        part += 'choices.yes = "Yes"\nchoices.no = "No"\nchoices.partly = "Partly"\n'
        if number % 3 == 2:
            part += f'when = "q{number - 1} is not no and q{number - 2} is yes"\nbase = "some"\n'
        parts.append(part)
    return head + "".join(parts)


@pytest.mark.slow
def test_a_hundred_questions_are_checked_in_time_in_line_with_their_number(words: Words) -> None:
    few, many = questions(12), questions(96)
    checked = check("long.toml", many, words)
    assert checked.walk is not None
    assert (checked.walk.longest.questions, checked.walk.is_whole) == (96, True)
    assert grows_in_line(lambda: check("long.toml", few, words), lambda: check("long.toml", many, words), times=8)
