import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli import sayso

FIELDS = [
    "act",
    "choice",
    "choices",
    "number",
    "date_from",
    "date_to",
    "place",
    "consent",
    "summary",
    "leave",
    "notice",
    "language",
    "sure",
]
CASES = Path(__file__).parent.parent / "data" / "hearing" / "cases.jsonl"


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(sayso, ["hear", *arguments], input=given)


def test_what_would_be_understood_is_said_in_plain_words():
    done = run("people", "c1", "I", "look", "after", "my", "mum")

    assert done.output.splitlines() == ["Answer: I care for someone.", "This would count as it stands."]


def test_a_place_of_its_own_in_a_flow_has_its_name():
    assert "Consent: yes." in run("people", "consent", "yes thats fine thanks").output
    assert "Summary: right." in run("people", "summary", "looks good").output


def test_what_is_not_understood_is_said_to_be_asked_back():
    done = run("people", "c3", "purple")

    assert "comes again in other words" in done.output
    assert "asked back" in done.output


def test_a_cry_is_told_first():
    done = run("people", "c2", "i wanna die")

    assert done.output.splitlines()[0] == "A person should read this first: self-harm."


def test_each_line_in_is_one_line_out_in_order():
    given = [
        {"ask": {"type": "yesno"}, "text": "aye"},
        {"ask": {"type": "yesno"}, "text": "nah"},
        {"text": "i wanna die"},
    ]

    done = run("--format", "jsonl", given="\n".join(json.dumps(line) for line in given))
    rows = [json.loads(line) for line in done.output.splitlines()]

    assert [list(row) for row in rows] == [FIELDS] * 3
    assert [row["choice"] for row in rows] == ["yes", "no", None]
    assert rows[2]["notice"] == ["self-harm"]


def test_the_day_of_an_ask_is_the_day_that_counts():
    ask = {"type": "date", "today": "2026-11-30"}

    row = json.loads(run("--format", "jsonl", given=json.dumps({"ask": ask, "text": "yesterday"})).output)

    assert (row["date_from"], row["date_to"]) == ("2026-11-29", "2026-11-29")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "3",
        '{"ask": {"type": "colour"}, "text": "red"}',
        '{"ask": {"type": "one"}}',
        '{"ask": {"type": "date", "today": "soon"}, "text": "x"}',
    ],
)
def test_a_line_that_is_none_is_named_without_its_words(line: str):
    done = run("--format", "jsonl", given=line)

    assert done.exit_code == 1
    assert "Line 1 is not understood" in done.output


def test_wrong_use_says_what_to_do():
    assert "Name a FLOW" in run("people").output
    assert "takes no FLOW" in run("people", "--format", "jsonl").output
    assert "There are:" in run("nothing", "c1", "yes").output
    assert "It has: c1" in run("people", "c99", "yes").output


@pytest.mark.slow
def test_two_hundred_lines_take_no_more_than_a_second():
    lines = [
        json.dumps({"ask": row["ask"], "text": row["text"]}) for row in map(json.loads, CASES.read_text().splitlines())
    ]
    run("--format", "jsonl", given=lines[0])
    many = "\n".join((lines * 4)[:400])

    start = time.process_time()
    done = run("--format", "jsonl", given=many)

    assert len(done.output.splitlines()) == 400
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "act", "consent"),
    [
        ("how long will this take", "how-long", "question"),
        ("are you a robot", "are-you-human", "question"),
        ("skip", "skip", "unclear"),
        ("what does that mean", "what-does-that-mean", "question"),
        ("who reads this?", "who-reads-this", "question"),
        ("hello", "greeting", "unclear"),
        ("help", "help", "unclear"),
        ("i want to talk to a person", "person", "unclear"),
        ("yes thanks", "none", "yes"),
        ("no thanks", "none", "no"),
    ],
)
def test_what_is_said_to_the_program_at_consent_is_told_beside_it(text: str, act: str, consent: str):
    done = run("--format", "jsonl", given=json.dumps({"ask": {"type": "consent"}, "text": text}))
    row = json.loads(done.output)

    assert (row["act"], row["consent"]) == (act, consent)


def test_a_long_question_about_consent_is_no_act():
    text = "what happens to all of this when it is with you, " * 4 + "and who keeps it?"
    row = json.loads(run("--format", "jsonl", given=json.dumps({"ask": {"type": "consent"}, "text": text})).output)

    assert (row["act"], row["consent"]) == ("none", "question")
