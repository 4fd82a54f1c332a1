"""The report as text: the contract for programs, and what a person reads."""

import json
from datetime import timedelta

import pytest

from feedback.condition import Is
from feedback.flow import Choice, Question
from feedback.response import Comment
from report.build import build
from report.render import _plain, to_json, to_markdown

SECRET = "The manager on ward 6 shouted"


@pytest.fixture
def flow(make_flow, pick):
    implied = pick("used", "yn", short="Used | tried", base="everyone; the others count as n", when=Is("q", "a"))
    implied = implied.__class__(
        **{**implied.__dict__, "otherwise": "n", "choices": (Choice("y", "Y|es"), Choice("n", "N"))}
    )
    why = Question("why", "Why?", "text", when=Is("used", "y"))
    return make_flow(pick("q", "ab"), implied, why, version=2, level="organisation")


@pytest.fixture
def responses(flow, respond):
    said = Comment(1, SECRET, respond(flow, {}).started_at)
    given = [{"q": "a", "used": "y", "why": "skip"}, {"q": "a", "used": "skip"}, {"q": f"={SECRET}"}, {"q": "b"}]
    made = [respond(flow, answers, comments=(said,), organisation="o1") for answers in given]
    return [*made, respond(flow, {}, stage="asking")]


def test_the_json_is_the_contract_in_its_order(flow, responses):
    told = json.loads(to_json(build("club", responses, {"v2": flow}, 10)))

    assert list(told) == [
        *("flow", "versions", "responses", "completed", "invited", "response_rate", "figures", "comments", "method")
    ]
    assert [told[name] for name in list(told)[:6]] == ["club", [2], 5, 4, 10, 50]
    assert list(told["figures"][2].items()) == [
        ("id", "used.y"),
        ("question", "used"),
        ("choice", "y"),
        ("label", "Y|es"),
        ("chose", 1),
        ("answered", 3),
        ("asked", 2),
        ("skipped", 1),
        ("implied", 2),
        ("not_asked", 0),
        ("percent", 33),
        ("interval", [6, 79]),
        ("base", "everyone; the others count as n"),
        ("level", "organisation"),
        ("shown", True),
        ("why_hidden", None),
    ]
    assert told["comments"] == [
        {"question": "q", "label": "q?", "count": 1},
        {"question": "why", "label": "Why?", "count": 0},
        {"question": None, "label": "Said without being asked", "count": 4},
    ]
    assert told["method"]["first_on"] == "2026-03-02"
    assert told["method"]["profile"] == "organisations"


def test_no_free_words_leave_in_a_report(flow, responses):
    report = build("club", responses, {"v2": flow})

    assert SECRET not in to_json(report) + to_markdown(report)


def test_a_person_reads_share_base_and_interval_together(flow, responses):
    text = to_markdown(build("club", responses, {"v2": flow}, 10))

    assert text.startswith("# Your club\n\n- Replies: 5, of which finished: 4\n- Invited: 10 (50% replied)\n")
    assert "- Organisations that replied: 1\n- From 2026-03-02 to 2026-03-02\n" in text
    assert "## Used | tried\n\nBase: everyone; the others count as n.\n" in text
    assert "Answered: 3. Asked: 2. Skipped: 1. Implied: 2. Not asked: 0. Not reached: 1.\n" in text
    assert "| Y\\|es | 33% | 1/3 | 6% to 79% |\n" in text
    assert "- q?: 1\n- Why?: 0\n- Said without being asked: 4\n" in text
    assert "## What changed between versions" not in text


def test_a_hidden_number_says_why_and_an_empty_report_reads_well(flow, responses):
    people = to_markdown(build("club", responses, {"v2": flow}, 4, profile="people"))
    empty = to_markdown(build("club", [], {"v2": flow}))

    assert "Answered: 3. How many were asked is hidden, as it would give away a small number.\n" in people
    assert "Not shown: Fewer than 10 people answered this.\n" in people
    assert "- Invited: 4\n" in people
    assert "- Versions: none used yet" in empty


def test_one_hidden_number_stands_in_the_table_with_its_reason(make_flow, pick, respond):
    flow = make_flow(pick("q", "abc", type="many"))
    responses = [respond(flow, {"q": (picked,)}) for picked in "aaabbbbbbcccccc"]

    text = to_markdown(build("club", responses, {"v1": flow}))

    assert "| Choice a | hidden | hidden / 15 | This number, or what it leaves over, is from 1 to 4, or " in text
    assert "| Choice b | 40% | 6/15 | 20% to 64% |\n" in text


def test_changes_between_versions_are_told(make_flow, pick, respond):
    old = make_flow(pick("q", "ab"), pick("r", "ab"))
    new = make_flow(pick("q", "abc", ask="Now?", type="many"), pick("r", "ab", when=Is("q", "c")), version=2)
    later = respond(new, {}, heard_at=respond(new, {}).heard_at + timedelta(days=1))

    text = to_markdown(build("club", [respond(old, {}), later], {"v1": old, "v2": new}))

    assert "- `q` new wording between version 1 and 2: “q?” became “Now?”." in text
    assert "- `q` answered in another way between version 1 and 2: “one” became “many”." in text
    assert "- `q.c` added between version 1 and 2." in text
    assert "- `r` put to other people than before between version 1 and 2." in text


def test_json_takes_nothing_that_is_not_part_of_a_report():
    with pytest.raises(TypeError, match="holds no object"):
        _plain(object())
