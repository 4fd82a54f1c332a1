"""How things stand: red where it does not add up, and what is wrong is named."""

from datetime import timedelta

import pytest

from review.desk import SetUp
from storage import gaps, mailboxes, tally
from tests.review.conftest import NOW, House

pytestmark = pytest.mark.slow


async def test_what_does_not_add_up_is_red_and_told_first_on_both_databases(both_houses: House, browse_both):
    browser = browse_both("analyst")
    await browser.get("/set-up")
    assert "All is well: messages are taken, kept and sent." in browser.text
    assert "Last backup none that sayso knows of" in browser.text

    def lose_one(tx) -> None:
        tally.add(tx, name=tally.RECEIVED, day=NOW.date())
        gaps.beat(tx, channel="backup", now=NOW - timedelta(days=6), longest=timedelta.max)
        mailboxes.heard(tx, account="a", folder="INBOX", at=None, fault="sign-in refused")

    both_houses.db.write_now(lose_one)
    await browser.get("/set-up")

    assert 'class="wrong"' in browser.page.text
    assert "received 1 = used 0 + sent twice 0 + set aside 0 + no feedback 0 + waiting 0" in browser.text
    assert "Something is wrong What was received and what was done with it do not add up." in browser.text
    assert "Mailbox INBOX never read sign-in refused" in browser.text
    assert "Last backup 28 April 2026" in browser.text
    both_houses.clock.forward(days=1, seconds=1)
    again = browse_both("admin")
    await again.get("/set-up")
    assert "Last backup over 7 days ago 28 April 2026" in again.text


async def test_every_trouble_of_the_service_is_named(house: House, browse):
    async def troubles() -> tuple[str, ...]:
        return ("The disk has only 100 MB free.",)

    house.set_up = SetUp(troubles=troubles)
    browser = browse("admin")

    await browser.get("/set-up")

    assert "Something is wrong The disk has only 100 MB free." in browser.text
    assert "All is well" not in browser.text
