"""Replies over time, by channel and by flow, with bases and intervals, and without small numbers."""

from datetime import UTC, datetime

import pytest

from report.build.trends import overview
from report.formats.blocks import Chart, Heading, Table, Text


@pytest.fixture
def tea(make_flow):
    return make_flow(name="tea")


def months_of(respond, flow, counts: dict[str, int], *, finished: int = 10_000, **more):
    """So many replies in each month, of which the first in each finished."""
    for month, count in counts.items():
        at = datetime.fromisoformat(f"{month}-03").replace(tzinfo=UTC)
        for place in range(count):
            stage = "finished" if place < finished else "left early"
            yield respond(flow, {}, started_at=at, heard_at=at, stage=stage, **more)


def tables(blocks) -> dict[str, Table]:
    return {block.caption: block for block in blocks if isinstance(block, Table)}


def test_nobody_is_said_where_nobody_replied(respond, tea):
    assert overview([], {}) == (Text("Nobody has replied yet."),)
    assert overview([respond(tea, {}, consents={})], {}) == (Text("Nobody has replied yet."),)


def test_each_month_stands_with_its_base_and_interval_and_a_month_without_replies_is_nought(respond, tea):
    found = overview(months_of(respond, tea, {"2025-11": 20, "2026-01": 20}, finished=10), {"tea": "Tea"})

    by_month, by_channel, by_flow = tables(found).values()
    assert by_month.rows == (
        ("2025-11", "20", "10 of 20 (50 %)", "30 % to 70 %"),
        ("2025-12", "0", "", ""),
        ("2026-01", "20", "10 of 20 (50 %)", "30 % to 70 %"),
    )
    assert by_flow.rows == (("Tea", "40", "20 of 40 (50 %)", "35 % to 65 %"),)
    assert by_channel.heads == ("Which", "Began", "Finished, of those who began", "95 % interval")
    (run,) = [block for block in found if isinstance(block, Chart)]
    assert run.shows == "2025-11: 20; 2025-12: 0; 2026-01: 20."
    assert len(by_flow.strips) == 1
    assert "<circle" in by_flow.strips[0]
    assert [block.words for block in found if isinstance(block, Heading)] == ["Over time", "By channel", "By questions"]


def test_small_numbers_are_hidden_and_what_would_give_them_away_with_them(respond, tea):
    many = list(months_of(respond, tea, {"2026-01": 20}, channel="web", finished=18))
    few = list(months_of(respond, tea, {"2026-02": 3}, channel="telegram"))

    found = overview(many + few, {})

    by_month, by_channel, by_flow = tables(found).values()
    assert {row[1] for row in by_month.rows} == {"hidden"}
    assert {row[2] for row in by_channel.rows} == {"hidden"}
    assert {row[1:] for row in by_flow.rows} == {("23", "hidden", "")}
    assert not [block for block in found if isinstance(block, Chart)]
    assert by_flow.strips == ()
    assert Text("There is no drawing, as some months hold small numbers.") in found
