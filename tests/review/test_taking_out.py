"""Taking answers out in the browser: in whose role, with proof and a reason, and written down."""

from datetime import timedelta

import pytest

from feedback.errors import SaysoError
from review.service import Order, Service
from storage import audit
from tests.review.conftest import House


@pytest.fixture
def orders(both_houses: House) -> list[Order]:
    """What the service was asked for."""
    asked: list[Order] = []

    def export(order: Order) -> bytes:
        asked.append(order)
        if order.forms == ("sav",):
            raise SaysoError("There is nothing for SPSS in it.")
        return b"PK zip"

    both_houses.service = Service(forms=("jsonl", "csv", "sav"), export=export)
    return asked


async def test_an_analyst_takes_checked_words_out_and_it_stands_in_the_audit(both_houses, browse_both, orders):
    browser = browse_both("analyst")
    await browser.get("/take-out")
    assert "Every word, as it came" not in browser.text

    answer = await browser.send("/take-out", form=["csv", "jsonl"], flow="ward", why="For the spring report")

    assert answer.content == b"PK zip"
    assert answer.headers["content-disposition"] == 'attachment; filename="sayso-ward-2026-05-04.zip"'
    assert answer.headers["cache-control"] == "no-store"
    assert orders == [Order("analyst", ("jsonl", "csv"), "ward")]
    (last, *_) = both_houses.db.read_now(audit.entries)
    assert (last.what, last.target, last.reason) == (
        "export jsonl,csv as analyst",
        "flow ward",
        "For the spring report",
    )


async def test_every_word_is_for_reviewers_alone(both_houses, browse_both, orders):
    analyst, reviewer = browse_both("analyst"), browse_both("reviewer")
    await analyst.get("/take-out")
    await reviewer.get("/take-out")

    refused = await analyst.send("/take-out", form="csv", role="reviewer", why="To see")
    await reviewer.send("/take-out", form="csv", role="reviewer", why="A complaint")

    assert refused.status_code == 403
    assert orders == [Order("reviewer", ("csv",), "")]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"why": "x"}, "Choose at least one format."),
        ({"form": "nonsense", "why": "x"}, "Choose at least one format."),
        ({"form": "csv"}, "Say in a sentence what it is for."),
        ({"form": "csv", "why": "x" * 301}, "Say in a sentence what it is for."),
        ({"form": "sav", "why": "x"}, "There is nothing for SPSS in it."),
        ({"form": "csv", "flow": "none", "why": "x"}, "That form was not right"),
    ],
)
async def test_what_is_missing_is_said_and_nothing_leaves(both_houses, browse_both, orders, fields, said):
    browser = browse_both("analyst")
    await browser.get("/take-out")

    answer = await browser.send("/take-out", **fields)

    assert (answer.status_code, said in browser.text) == (400, True)
    assert "export" not in [entry.what.split()[0] for entry in both_houses.db.read_now(audit.entries)]


async def test_taking_out_asks_again_who_one_is(both_houses, browse_both, orders):
    browser = browse_both("analyst")
    both_houses.clock.at += timedelta(minutes=20)

    await browser.get("/take-out")

    assert browser.path == "/prove"
