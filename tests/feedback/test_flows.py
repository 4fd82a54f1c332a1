"""The flows that sayso ships, against the tables of the published survey."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from config.load import FLOWS, load_flows, load_words
from feedback.flows.answer import Answer
from feedback.flows.model import Flow, about_person, route

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
TRUST_LEADS = (
    *[{"a1": "online", "a2": "yes", "a3": "yes", "a5": "yes"}] * 8,
    {"a1": "online", "a2": None, "a3": "no", "a5": "no"},
    {"a1": "nsun", "a2": "yes", "a3": "yes", "a5": "yes"},
    *[{"a1": "nsun", "a2": "yes", "a3": "no", "a5": "yes"}] * 2,
    {"a1": "nsun", "a2": "no", "a3": "no"},
    *[{"a1": "first"}] * 5,
)
SIGNATORIES = (*[{"b1": "nsun", "b2": "yes", "b7": "paper"}] * 10, {"b1": "online", "b2": "no"})


@pytest.fixture(scope="module")
def flows() -> dict[str, Flow]:
    return {flow.name: flow for flow in load_flows(FLOWS, load_words("en"))}


def states(flow: Flow, rows: tuple[dict[str, str | None], ...], question: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        answers = {name: Answer("answered" if value else "skipped", NOW, value) for name, value in row.items()}
        found.update(asked.state for asked in route(flow, answers) if asked.question.id == question)
    return found


@pytest.mark.parametrize(
    ("question", "asked", "implied", "not_asked"),
    [
        ("a1", 18, 0, 0),
        ("a2", 13, 5, 0),
        ("a3", 13, 5, 0),
        ("a4", 12, 0, 6),
        ("a5", 12, 0, 6),
        ("a6", 11, 0, 7),
        ("a7", 18, 0, 0),
    ],
)
def test_eighteen_trust_leads_are_asked_what_the_published_bases_say(
    flows: dict[str, Flow], question: str, asked: int, implied: int, not_asked: int
) -> None:
    found = states(flows["trust_leads"], TRUST_LEADS, question)
    assert (found["asked"], found["implied"], found["not asked"]) == (asked, implied, not_asked)


@pytest.mark.parametrize(
    ("question", "asked"), [("b1", 11), ("b3", 10), ("b4", 10), ("b5", 11), ("b7", 10), ("b8", 10)]
)
def test_eleven_signatories_are_asked_what_the_published_bases_say(
    flows: dict[str, Flow], question: str, asked: int
) -> None:
    found = states(flows["signatories"], SIGNATORIES, question)
    assert (found["asked"], found["not asked"]) == (asked, 11 - asked)


def test_organisations_and_people_are_asked_on_the_same_codes(flows: dict[str, Flow]) -> None:
    people, signatories = flows["people"], flows["signatories"]
    for one, other in (("c3", "pb1"), ("c4", "pb2"), ("c5", "pb3"), ("c6", "pb4"), ("c7", "pb5")):
        mirrored = {choice.id for choice in signatories.question(other).choices}
        assert mirrored <= {choice.id for choice in people.question(one).choices}
        assert signatories.question(other).theme == people.question(one).theme
    for one, other, count in (("c8", "b3", 6), ("c9", "b4", 6)):
        shared = {choice.id for choice in people.question(one).choices}
        assert len(shared & {choice.id for choice in signatories.question(other).choices}) == count


def test_only_what_harms_shows_a_signpost_and_is_private(flows: dict[str, Flow]) -> None:
    marked = [(flow.name, q.id) for flow in flows.values() for q in flow.questions if q.signpost or q.private]
    assert marked == [("people", "c9c")]


def test_about_you_is_asked_last_and_only_of_those_who_agree(flows: dict[str, Flow]) -> None:
    people = flows["people"]
    about = [question for question in people.questions if question.theme == "about you"]
    assert about_person(people) == {question.id for question in about}
    assert list(people.questions[-3:]) == about
    assert all(question.prefer_not for question in about)
    no = {"about_you": Answer("answered", NOW, "no")}
    assert [asked.state for asked in route(people, no)[-3:]] == ["not asked"] * 3
