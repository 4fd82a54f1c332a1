"""Answers and comments as rows: the whole base, and nothing that a spreadsheet would run."""

import csv
import io
import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from feedback.conversation.response import Comment
from feedback.errors import SaysoError
from feedback.flows.condition import Is
from feedback.flows.model import Flow, Question
from report.build.report import build
from report.exports.long import COLUMNS, LongRow, csv_lines, jsonl, rows

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def flow(make_flow, pick) -> Flow:
    return make_flow(
        pick("q", "ab"),
        pick("r", "ab", when=Is("q", "a"), otherwise="b"),
        pick("s", "ab", type="many", when=Is("q", "a")),
        Question("t", "Why?", "text"),
        Question("n", "How many?", "number"),
        pick("u", "ab"),
    )


@pytest.fixture
def responses(flow, respond):
    comment = Comment(7, "Thank you", AT, revision=2)
    return [
        respond(flow, {"q": "a", "r": "skip", "s": ("a", "b"), "t": "=Because", "n": 2.0, "u": "declined"}),
        respond(flow, {"q": "b", "s": ("a",), "n": 2.5}, stage="asking", comments=(comment,)),
        respond(flow, {"q": "a"}, stage="consent", consents={}),
        respond(flow, {"q": "a", "t": "=Gone"}, stage="stopped", consents={"take_part": False}, comments=(comment,)),
    ]


def test_each_question_and_comment_is_one_object_of_the_contract(flow, responses):
    told = [json.loads(line) for line in jsonl(rows(responses, {"v1": flow}))]

    assert {tuple(one) for one in told} == {COLUMNS}
    assert [(one["question"], one["state"], one["value"], one["text"], one["revision"]) for one in told] == [
        ("q", "answered", "a", "", 1),
        ("r", "skipped", None, "", 1),
        ("s", "answered", ["a", "b"], "", 1),
        ("t", "answered", None, "Because", 1),
        ("n", "answered", 2, "", 1),
        ("u", "prefer not to say", None, "", 1),
        ("q", "answered", "b", "", 1),
        ("r", "implied", "b", "", None),
        ("s", "not asked", None, "", None),
        ("t", "not reached", None, "", None),
        ("n", "answered", 2.5, "", 1),
        ("u", "not reached", None, "", None),
        (None, "answered", None, "Thank you", 2),
        ("q", "withdrawn", None, "", None),
        ("t", "withdrawn", None, "", None),
    ]
    first = told[0]
    assert [first[name] for name in ("flow", "version", "channel", "at", "language")] == [
        *("club", 1, "telegram", "2026-03-02T09:30:00+00:00", "en")
    ]
    assert told[7]["at"] is None


def test_the_rows_give_the_bases_of_the_report(flow, responses):
    report = build("club", responses, {"v1": flow}, profile="organisations")

    states = Counter((row.question, row.state) for row in rows(responses, {"v1": flow}))

    for one in report.method.questions:
        assert states[one.id, "answered"] + states[one.id, "implied"] == one.answered
        assert states[one.id, "not asked"] == one.not_asked
        assert states[one.id, "not reached"] == one.not_reached


def test_a_conversation_of_a_lost_version_is_named(flow, responses):
    with pytest.raises(SaysoError, match=rf"Conversation {responses[0].conversation} .* version of club .*: v1\."):
        list(rows(responses, {}))


def test_json_lines_have_no_other_line_ends_in_them(respond, make_flow):
    flow = make_flow(Question("t", "Why?", "text"))

    (line,) = jsonl(rows([respond(flow, {"t": "=one\u2028two\x85three\nfour “ü”"})], {"v1": flow}))

    assert line.splitlines() == [line.removesuffix("\n")]
    assert json.loads(line)["text"] == "one\u2028two\x85three\nfour “ü”"
    assert "“ü”" in line


def test_a_csv_reads_back_with_the_same_cells(flow, responses):
    table = list(csv.DictReader(io.StringIO("".join(csv_lines(rows(responses, {"v1": flow}))))))

    assert tuple(table[0]) == COLUMNS
    assert [one["value"] for one in table[:5]] == ["a", "", "a b", "", "2"]
    assert (table[12]["question"], table[12]["text"]) == ("", "Thank you")
    assert "".join(csv_lines([])) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+1", "-1", "@sum", "\t=1", "\rx", "＝1", "＋1", "－1", "＠x", "  =1", "\ufeff=1", "﹦1", "\u200b+1"],
)
def test_a_spreadsheet_runs_no_words(words):
    assert cell_of(words) == f"'{words}"


@pytest.mark.parametrize("words", ["", " ", "so-so", "I = me", "(=1)", "'=1", "5-3", "a,b", 'say "hi"', "two\nlines"])
def test_plain_words_stay_as_they_are(words):
    assert cell_of(words) == words


def test_a_negative_number_stays_a_number():
    assert cell_of("", value=-3, column="value") == "-3"


def cell_of(words: str, *, value: int | None = None, column: str = "text") -> str:
    row = LongRow("p1", "c1", "club", 1, "web", "t", "answered", value, words, None, 1, "en")
    text = "".join(csv_lines([row]))
    return next(csv.DictReader(io.StringIO(text, newline="")))[column]
