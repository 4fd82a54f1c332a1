"""All ways through a flow, against playing every answer through the route."""

import time
from datetime import UTC, datetime
from itertools import product

import pytest

from config.load import FLOWS, load_flows, load_words
from feedback.answer import Answer
from feedback.check import check
from feedback.flow import Flow, route
from feedback.walk import base_words, routes, walk
from feedback.words import Words

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words("en")


@pytest.fixture(scope="module")
def flows(words: Words) -> dict[str, Flow]:
    return {flow.name: flow for flow in load_flows(FLOWS, words)}


@pytest.mark.parametrize(
    ("name", "deciding"),
    [("trust_leads", ["a1", "a2", "a5"]), ("signatories", ["b2", "b7", "pb0"]), ("people", ["c6", "c9b", "about_you"])],
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
        "signatories": 2,
        "trust_leads": 2,
    }
    assert [walk(flows[name]).longest.minutes for name in ("trust_leads", "signatories")] == [3, 3]


def test_whom_a_question_is_put_to_is_said_in_words(flows: dict[str, Flow]) -> None:
    flow = flows["trust_leads"]
    silent = {question.id: question for question in flow.questions}
    assert base_words(flow, silent["a1"]) == "everyone who answered"
    assert base_words(flow, silent["a4"]) == "people who have used 4Pi or did not say"


def hundred_questions() -> str:
    head = 'flow = "long"\nversion = 1\nlanguage = "en"\ntitle = "Long"\nstart = "Hello."\n'
    head += '[consent]\nask = "May we keep it?"\nno = "Fine."\n[finish]\ncheck = "Right?"\nthanks = "Thanks."\n'
    parts = []
    for number in range(100):
        part = f'[[question]]\nid = "q{number}"\nask = "Was part {number} good?"\ntype = "one"\ntheme = "impact"\n'
        part += 'choices.yes = "Yes"\nchoices.no = "No"\nchoices.partly = "Partly"\n'
        if number % 3 == 2:
            part += f'when = "q{number - 1} is not no and q{number - 2} is yes"\nbase = "some"\n'
        parts.append(part)
    return head + "".join(parts)


def test_a_hundred_questions_are_checked_within_200_ms(words: Words) -> None:
    text = hundred_questions()
    taken = []
    for _ in range(3):
        began = time.process_time()
        checked = check("long.toml", text, words)
        taken.append(time.process_time() - began)
    assert checked.walk is not None
    assert (checked.walk.longest.questions, checked.walk.is_whole) == (100, True)
    assert min(taken) < 0.2
