"""How things stand: red where it does not add up, and what is wrong is named."""

from dataclasses import replace
from datetime import timedelta

import pytest

from review.http.context import ServiceSetup
from storage.db import counters
from storage.messages import downtime, inbox, mailbox_cursors
from tests.review.conftest import NOW, House

pytestmark = pytest.mark.slow


def check_help(house: House, **changes) -> None:
    """Somebody has looked up each help number."""
    posts = [replace(one, checked_on=NOW.date(), checked_by="Ada") for one in house.flow.words.signposts]
    posts[0] = replace(posts[0], **changes)
    house.flow = replace(house.flow, words=replace(house.flow.words, signposts=tuple(posts)))
    house.set_up = ServiceSetup(current=lambda _: house.flow)


def back_up(house: House) -> None:
    house.db.write_now(lambda tx: downtime.beat(tx, channel="backup", now=house.clock(), longest=timedelta.max))


def put_aside(house: House) -> None:
    def job(tx):
        number = inbox.accept(tx, house.vault, inbox.RawMessage("telegram", "1", "7", "{}", NOW))
        for _ in range(inbox.MOST_TRIES):
            inbox.failed(tx, inbox_id=number, error=ValueError(), now=NOW)

    house.db.write_now(job)


async def test_what_the_team_can_mend_is_told_first_with_the_page_for_it_on_both_databases(both_houses, browse_both):
    check_help(both_houses, checked_on=None)
    both_houses.says("I cannot go on", asks=True, danger="self_harm_or_suicide")
    put_aside(both_houses)
    both_houses.clock.forward(days=4)
    reviewer, admin, viewer = (browse_both(role) for role in ("reviewer", "admin", "viewer"))
    untold = "Nobody on your team is told when people wait. Each of you can set it up under Account. "
    people = (
        "1 person wants to hear from one of you, the oldest since 4 May 2026. "
        "1 conversation is marked “please read”, the oldest since 4 May 2026. "
    )
    mends = (
        "1 message could not be read and is set aside. 1 help number was never checked. "
        "There is no backup that sayso knows of."
    )
    links = ("/inbox?view=waiting", "/inbox?view=flagged", "/set-aside", "/signposts", "/set-up#backup")

    await reviewer.get("/set-up")
    assert "All is well" not in reviewer.text
    assert untold + people + mends in reviewer.text
    assert all(f'<li><a href="/staff{link}">' in reviewer.page.text for link in links)
    assert '<li class="wrong"><a href="/staff/account/alerts">' in reviewer.page.text
    await reviewer.get("/")
    assert untold + mends in reviewer.text
    for path in ("/set-up", "/"):
        await admin.get(path)
        assert "1 person wants to hear from one of you, the oldest since 4 May 2026. 1 conv" in admin.text
        assert not [link for link in links[:3] if f'<li><a href="/staff{link}">' in admin.page.text]
        assert '<li><a href="/staff/settings/backups">' in admin.page.text

    await viewer.get("/")
    assert "set aside." not in viewer.text
    await reviewer.get("/inbox")
    assert "Inbox Wants a person (1) since 4 May 2026 Please read (1) since 4 May 2026 New (" in reviewer.text


async def test_who_asked_an_hour_ago_is_marked_and_no_fault(house: House, browse):
    check_help(house, checked_on=NOW.date() - timedelta(days=91))
    back_up(house)
    house.says("Ring me", asks=True)
    browser = browse("reviewer")

    await browser.get("/")

    assert "under Account. 1 help number was checked over 90 days ago. What people said lately" in browser.text
    assert "wants to hear from one of you Since 4 May 2026, " in browser.text
    assert "Wants a person: 1 since 4 May 2026 Please read: 0 New" in browser.text


async def test_what_does_not_add_up_is_red_and_told_first_on_both_databases(both_houses: House, browse_both):
    check_help(both_houses)
    browser = browse_both("analyst")
    await browser.get("/set-up")
    assert "Last backup none that sayso knows of" in browser.text
    back_up(both_houses)
    await browser.get("/set-up")
    assert "All is well: messages are taken, kept and sent." in browser.text

    def lose_one(tx) -> None:
        counters.add(tx, name=counters.RECEIVED, day=NOW.date())
        downtime.beat(tx, channel="backup", now=NOW - timedelta(days=6), longest=timedelta.max)
        mailbox_cursors.heard(tx, account="a", folder="INBOX", at=None, fault="sign-in refused")

    both_houses.db.write_now(lose_one)
    await browser.get("/set-up")

    assert 'class="wrong"' in browser.page.text
    assert (
        "received 1 = used 0 + erased without a yes 0 + sent twice 0 + set aside 0 + no feedback 0 + waiting 0"
        in browser.text
    )
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

    house.set_up = ServiceSetup(troubles=troubles)
    browser = browse("admin")

    await browser.get("/set-up")

    assert "Something is wrong The disk has only 100 MB free." in browser.text
    assert "All is well" not in browser.text
