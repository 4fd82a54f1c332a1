"""What should have been done by now stands on top, and on the first page."""

from datetime import timedelta

import pytest

from tests.review.conftest import House

pytestmark = pytest.mark.slow


async def test_over_due_entries_stand_on_top_and_on_the_first_page(house: House, browse):
    analyst, admin = browse("analyst"), browse("admin")
    today = house.clock().date()
    for number, due in enumerate((today - timedelta(days=2), today, None)):
        draft = {"kind": "deciding", "said": f"Said {number}", "done": "We look into it."}
        await analyst.fill("/outcomes", **draft, due=due.isoformat() if due else "")

    assert analyst.text.count("over-due") == 1
    assert "was due on 2 May 2026" in analyst.text
    await analyst.get("/")
    assert "1 entry of What we did is over-due." in analyst.text
    assert 'href="/staff/outcomes">1 entry' in analyst.page.text
    await admin.get("/")
    assert "1 entry of What we did is over-due." in admin.text
    assert 'href="/staff/outcomes">1 entry' not in admin.page.text


async def test_only_those_who_write_what_was_done_can_be_asked_to_see_to_it(house: House, browse):
    viewer, analyst = house.hire("Vic", "viewer"), browse("analyst")
    await analyst.get("/outcomes")
    assert ">Vic</option>" not in analyst.page.text

    await analyst.send("/outcomes", kind="did", said="One", done="Two", owner=viewer.id)

    assert "Vic sees to it" not in analyst.text
