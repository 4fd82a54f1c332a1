"""Nothing that is typed or asked for is without an end."""

import pytest

from storage.review import outcomes, themes
from storage.review.outcomes import OutcomeDraft
from storage.tables import outcomes as outcome_rows
from tests.review.conftest import House


@pytest.mark.parametrize("field", ["said", "done"])
async def test_an_outcome_is_so_long_that_people_read_it(house, browse, field):
    browser = browse("reviewer")
    await browser.get("/outcomes")
    fields = {"kind": "did", "said": "Nobody rang.", "done": "We ring.", field: "x" * 1001}

    await browser.send("/outcomes", **fields)

    assert "in 1,000 characters each at most" in browser.text
    assert "x" * 1001 in browser.page.text, "nothing that was typed is lost"
    assert house.db.read_now(outcomes.entries) == ()


@pytest.mark.parametrize(("field", "length"), [("name", 81), ("definition", 1001)])
async def test_a_theme_is_named_in_a_line_and_told_in_a_page(house, browse, field, length):
    browser = browse("reviewer")
    await browser.get("/themes")

    await browser.send("/themes", **{"name": "Calls", field: "x" * length})

    assert "Use 80 letters for the name of a theme" in browser.text
    assert house.db.read_now(themes.in_use) == ()


async def test_a_long_list_of_what_was_done_comes_in_pages(house: House, browse):
    def job(tx):
        for number in range(51):
            row = {"id": f"o{number:02}", "created_at": house.clock(), "published_at": None}
            draft = OutcomeDraft("did", f"Nobody rang, number {number}.", "We ring.")
            tx.execute(outcome_rows.insert().values(row | vars(draft) | {"about": "[]"}))

    house.db.write_now(job)
    browser = browse("viewer")

    await browser.get("/outcomes")
    assert browser.page.text.count("<section") == 50
    await browser.get("/outcomes?from=50")

    assert browser.page.text.count("<section") == 1
    assert "Older" not in browser.text
    assert (await browser.get("/outcomes?from=" + "9" * 40)).status_code == 200


async def test_a_note_and_a_search_have_an_end(house: House, browse):
    held = house.says("Words")
    browser = browse("reviewer")
    await browser.get(f"/conversations/{held.conversation.id}")

    assert (await browser.send(f"/conversations/{held.conversation.id}/note", note="x" * 5001)).status_code == 413
    assert (await browser.get("/inbox?q=" + "word " * 2000)).status_code == 200
    assert "word " * 201 not in browser.page.text
