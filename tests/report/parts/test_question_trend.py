"""An answer from month to month: exact shares, a line for what was chosen most, and nothing where nobody answered."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from report.formats.blocks import Chart, Table, Text
from report.parts.question_trend import question_trend


def month_of(at: datetime) -> str:
    return f"{at:%Y-%m}"


@pytest.fixture
def told(make_flow, pick, respond):
    """Return a maker of the blocks of a question from what was answered in each month."""

    def make(given: dict[int, list[object]], letters: str = "ab"):
        flow = make_flow(pick("q", letters), pick("r", "xy"))
        responses = [
            replace(respond(flow, {"q": answer}), started_at=datetime(2026, month, 3, tzinfo=UTC))
            for month, answers in given.items()
            for answer in answers
        ]
        return question_trend("q", responses, {flow.version_id: flow}, month_of)

    return make


def test_each_month_has_its_base_and_shares(told):
    table = next(block for block in told({3: ["a", "a", "b"], 5: ["b"]}) if isinstance(block, Table))

    assert table.heads == ("Month", "Answered", "Choice a", "Choice b")
    assert table.rows == (
        ("2026-03", "3", "2 of 3 (67 %)", "1 of 3 (33 %)"),
        ("2026-05", "1", "0 of 1 (0 %)", "1 of 1 (100 %)"),
    )


def test_lines_are_drawn_for_what_was_chosen_most_and_for_more_than_one_month(told):
    blocks = told({3: ["a", "b", "b", "c"], 4: ["b", "d", "d", "c"]}, "abcd")

    drawn = [block.name for block in blocks if isinstance(block, Chart)]
    assert len(drawn) == 3
    assert drawn[0].startswith("Choice b,")
    assert not any(name.startswith("Choice a,") for name in drawn)
    assert not any(isinstance(block, Chart) for block in told({3: ["a"]}))


def test_a_month_without_an_answer_has_no_row_and_nobody_at_all_is_said(told):
    table = next(block for block in told({3: ["a"], 4: ["skip"]}) if isinstance(block, Table))

    assert [row[0] for row in table.rows] == ["2026-03"]
    assert told({3: ["skip"]}) == (Text("Nobody here has answered this question."),)


def test_an_answer_that_a_version_did_not_offer_is_said_to_be_so(make_flow, pick, respond):
    old, new = make_flow(pick("q", "ab"), version=1), make_flow(pick("q", "abc"), version=2)
    flows = {flow.version_id: flow for flow in (old, new)}
    early = replace(respond(old, {"q": "a"}), started_at=datetime(2026, 3, 3, tzinfo=UTC))
    late = replace(respond(new, {"q": "c"}), started_at=datetime(2026, 4, 3, tzinfo=UTC))

    table = next(block for block in question_trend("q", [early, late], flows, month_of) if isinstance(block, Table))

    assert table.heads[-1] == "Choice c"
    assert [row[-1] for row in table.rows] == ["not offered", "1 of 1 (100 %)"]
