"""What stands around a list is remembered for a moment: never beyond what staff do, and never for long."""

import re

import pytest

from review.flows import step_context
from review.flows.step_context import StepContextCache
from storage.accounts import members
from tests.review.conftest import House


def told(browser) -> dict[str, str]:
    """How many the inbox says are in each queue."""
    return dict(re.findall(r">([^<>]+) \(([\d,]+)\)</a>", browser.page.text))


@pytest.mark.slow
async def test_what_people_say_is_counted_within_seconds_and_what_staff_do_at_once(house: House, browse):
    house.says("Nobody rang back.")
    browser, other = browse("reviewer"), browse("reviewer")
    await other.get("/inbox")
    assert told(other) == {
        "New": "1",
        "Wants a person": "0",
        "Please read": "0",
        "Mine": "0",
        "All": "1",
    }

    second = house.says("All was well.", asks=True)
    house.clock.forward(seconds=step_context.OLDEST.total_seconds())
    await other.get("/inbox?view=new")
    assert told(other)["All"] == told(other)["New"] == "2"
    assert other.page.text.count('class="first"') == 2
    assert told(other)["Wants a person"] == "1"

    await browser.get("/inbox")
    await browser.send("/inbox", do="state:read", one=second.conversation.id)
    assert told(browser)["New"] == "1"
    assert (await other.get("/inbox?view=new")).text.count('class="first"') == 1
    await other.get("/")
    assert "New: 1 " in other.text
    await browser.send(
        "/inbox",
        do=f"give:{house.db.read_now(lambda tx: members.named(tx, name='reviewer-2')).member.id}",
        one=second.conversation.id,
    )
    await other.get("/inbox")
    assert told(other)["Mine"] == "1"
    assert told(browser)["Mine"] == "0"


async def test_a_look_that_was_under_way_when_staff_changed_something_is_not_kept(house: House):
    house.says("Nobody rang back.")
    surroundings = StepContextCache()

    class Slow:
        async def read(self, work):
            found = house.db.read_now(work)
            house.says("All was well.")
            surroundings.forget()
            return found

    before = await surroundings.current(Slow(), house.clock())
    after = await surroundings.current(house.db, house.clock())

    assert (before.counts["all"], after.counts["all"]) == (1, 2)
    assert await surroundings.current(house.db, house.clock()) is after


async def test_nobody_waits_for_a_look_that_is_only_some_seconds_old_and_the_next_one_has_the_new_one(house: House):
    house.says("Nobody rang back.")
    surroundings = StepContextCache()
    first = await surroundings.current(house.db, house.clock())
    house.says("All was well.")

    house.clock.forward(seconds=2)
    assert await surroundings.current(house.db, house.clock()) is first
    house.clock.forward(seconds=2)
    assert await surroundings.current(house.db, house.clock()) is first
    await surroundings._looking
    assert (await surroundings.current(house.db, house.clock())).counts["all"] == 2

    house.db.close()
    house.clock.forward(seconds=4)
    await surroundings.current(house.db, house.clock())
    await surroundings._looking
    house.db.open()
