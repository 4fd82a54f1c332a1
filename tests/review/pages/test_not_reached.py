"""Who was not reached by letter: by name, for whoever keeps the list, with the reason and a way to send again."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from review.http.context import ServiceSetup
from storage.audit import audit_log
from storage.messages import letter_providers, outbox, outgoing_mail
from storage.messages.letter_providers import LetterProvider
from storage.people import people
from storage.tables import outbox as outbox_table
from tests.review.conftest import House
from tests.review.test_set_up_people import group_with_a_list

pytestmark = pytest.mark.slow


async def invited(house: House, browser) -> str:
    """Invite five people: one is gone, one's provider refuses us, and the others get the letter."""
    address = await group_with_a_list(browser)
    await browser.get(f"{address}/invite")
    await browser.send(f"{address}/invite", kind="invitation", flow="ward")
    now = house.clock() + timedelta(minutes=12)

    def deliver(tx):
        gone, refused, *others = outgoing_mail.waiting(tx, now=now, limit=9)
        outbox.refused(tx, outbox_id=gone.outbox_id, reason="Nobody has this address (550 5.1.1).", now=now)
        outbox.blame(tx, outbox_id=gone.outbox_id, fault="address")
        people.set_blocked(tx, contact_id=gone.contact_id, at=now)
        outbox.refused(tx, outbox_id=refused.outbox_id, reason="It came back: the provider.", now=now)
        outbox.blame(tx, outbox_id=refused.outbox_id, fault="us")
        for sent in others:
            outbox.sent(tx, outbox_id=sent.outbox_id, provider_id="q", now=now)

    house.db.write_now(deliver)
    return address


async def test_whoever_wants_no_letters_or_has_answered_is_named_to_nobody(both_houses: House, browse_both):
    both_houses.set_up = ServiceSetup(has_mail=True)
    browser = browse_both("admin")
    address = await invited(both_houses, browser)

    def hold_back(tx):
        tx.execute(update(outbox_table).where(outbox_table.c.state == "refused").values(fault=""))

    both_houses.db.write_now(hold_back)
    await browser.get(f"{address}/not-reached?flow=ward")

    assert not any(name in browser.text for name in ("Ada", "Bea", "Cal", "Dee", "Fay"))


async def test_names_and_reasons_are_shown_and_what_may_help_is_sent_again(both_houses: House, browse_both):
    both_houses.set_up = ServiceSetup(has_mail=True)
    browser = browse_both("admin")
    address = await invited(both_houses, browser)
    await browser.get(address)
    assert "Who was not reached" in browser.text

    await browser.get(f"{address}/not-reached?flow=ward")
    shown = browser.text
    assert sum(name in shown for name in ("Ada", "Bea", "Cal", "Dee", "Fay")) == 2
    assert "refused for good" in shown
    assert "refused for now" in shown
    assert "@" not in shown

    await browser.send(f"{address}/not-reached", flow="ward")
    assert "Letters that go once more: 1. Left as they are: 1." in browser.text
    now = both_houses.clock()
    assert len(both_houses.db.write_now(lambda tx: outgoing_mail.waiting(tx, now=now, limit=9))) == 1
    deeds = [one.what for one in both_houses.db.read_now(lambda tx: audit_log.entries(tx, limit=4))]
    assert "sent 1 refused letters again" in deeds
    assert "saw 2 names of a group" in deeds


async def test_a_group_that_was_reached_names_nobody(house: House, browse):
    house.set_up = ServiceSetup(has_mail=True)
    browser = browse("admin")
    address = await group_with_a_list(browser)

    await browser.get(f"{address}/not-reached?flow=ward")

    assert "Every letter left, or still waits for its turn." in browser.text
    assert "Ada" not in browser.text


async def test_letters_are_spread_over_days_and_an_odd_number_is_none(house: House, browse):
    house.set_up = ServiceSetup(has_mail=True)
    browser = browse("admin")
    address = await group_with_a_list(browser)
    await browser.get(f"{address}/invite")
    await browser.send(f"{address}/invite", kind="invitation", flow="ward", a_day="none")
    assert "Give the letters a day as a number" in browser.text

    await browser.send(f"{address}/invite", kind="invitation", flow="ward", a_day="2")

    assert "New letters: 5." in browser.text
    for hours, due in ((1, 2), (24, 4)):
        house.clock.forward(hours=hours)
        now = house.clock()
        found = house.db.write_now(lambda tx, now=now: outgoing_mail.waiting(tx, now=now, limit=9))
        assert len(found) == due


@pytest.mark.parametrize(("who", "words"), [("all", "No letter leaves:"), ("Google", "No letter leaves for Google:")])
async def test_the_first_page_is_red_while_letters_wait(house: House, browse, who: str, words: str):
    now = house.clock()
    paused = LetterProvider(who, "us", "550 5.4.5", 1, now, house.clock().replace(hour=23))
    house.db.write_now(lambda tx: letter_providers.keep(tx, changed=[paused]))
    browser = browse("admin")

    await browser.get("/")

    assert f"{words} it takes no letters from us (550 5.4.5). None is lost." in browser.text
