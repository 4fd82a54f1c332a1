"""What a member of staff is told, and the rota, as they choose it in the browser."""

import re

import pytest

from review.http.context import ServiceSetup
from storage.alerts import choices, schedule
from storage.messages import outbox


@pytest.fixture
def house(both_houses):
    both_houses.set_up = ServiceSetup(has_mail=True, has_bot=True, bot_link=lambda: "https://t.me/example_bot")
    return both_houses


@pytest.fixture
async def browse(house, browse_both):
    return browse_both


def letters(house) -> list[tuple[str, str]]:
    def job(tx):
        rows = tx.execute(outbox.due_by_email(house.clock(), 10)).all()
        return [(outbox.address_of(tx, house.vault, row), outbox.message(tx, house.vault, row).text) for row in rows]

    return house.db.write_now(job)


def link_in(text: str) -> str:
    return re.search(r"/staff(/account/alerts/confirm/\w+)", text).group(1)


def chosen(house, name="reviewer-1"):
    def job(tx):
        (found,) = (one for one in choices.of_everybody(tx, house.vault).values())
        return found

    return house.db.read_now(job)


async def test_an_address_is_written_to_and_used_only_once_it_was_confirmed_by_its_owner(house, browse):
    browser, other = browse("reviewer"), browse("coder")
    await browser.get("/account/alerts")
    await browser.send("/account/alerts/address", address="ada@example.test")
    assert "We wrote to ada@example.test" in browser.text
    ((to, text),) = letters(house)
    link = link_in(text)

    assert (to, chosen(house).address) == ("ada@example.test", "")
    await other.get(link)
    assert "This link is over" in other.text
    await browser.get(link)
    assert chosen(house).address == ""  # a program that opens links confirms nothing
    await browser.send(link)
    assert "To ada@example.test. You have confirmed it." in browser.text
    assert chosen(house).ways == ("email",)
    await browser.get(link)
    assert "This link is over" in browser.text


async def test_a_link_is_over_after_a_day_and_a_mailbox_is_not_filled(house, browse):
    browser = browse("reviewer")
    await browser.get("/account/alerts")
    await browser.send("/account/alerts/address", address="ada@example.test")
    await browser.send("/account/alerts/address", address="ada@example.test")
    assert browser.page.status_code == 429
    assert len(letters(house)) == 1

    house.clock.forward(hours=1)
    link = link_in(letters(house)[0][1])
    house.clock.forward(hours=9)
    await browse("viewer").get("/account")  # time goes by for everybody
    house.clock.forward(hours=15)
    assert (
        house.db.read_now(
            lambda tx: choices.waits_for(
                tx, house.vault, staff_id=chosen(house).staff_id, token=link.rpartition("/")[2], now=house.clock()
            )
        )
        == ""
    )


@pytest.mark.parametrize(
    "wrong", ["", "ada", "ada@here", "a b@example.test", "a@example.test\nBcc: b@example.test", "a" * 250 + "@b.test"]
)
async def test_what_is_no_address_is_said_and_sent_nowhere(house, browse, wrong):
    browser = browse("reviewer")
    await browser.get("/account/alerts")
    await browser.send("/account/alerts/address", address=wrong)

    assert "This is no mail address" in browser.text
    assert letters(house) == []


async def test_choices_are_kept_and_shown_again(house, browse):
    browser = browse("reviewer")
    await browser.get("/account/alerts")
    await browser.send("/account/alerts", digest="9", quiet_from="20", quiet_until="8")

    wishes = chosen(house).wishes
    assert (wishes.is_at_once, wishes.digest_hour, wishes.quiet, wishes.is_silent) == (False, 9, (20, 8), False)
    assert '<option value="20" selected>' in browser.page.text
    await browser.send("/account/alerts", quiet_from="20")
    assert "Choose both, or neither" in browser.text
    await browser.send("/account/alerts", digest="25")
    assert browser.page.status_code == 400


async def test_an_address_and_a_chat_are_taken_away(house, browse):
    browser = browse("reviewer")
    await browser.get("/account/alerts")
    await browser.send("/account/alerts/address", address="ada@example.test")
    await browser.send(link_in(letters(house)[0][1]))
    await browser.send("/account/alerts/code")
    code = re.search(r"alerts (\w{4}-\w{4}-\w{4})", browser.text).group(1)
    assert f"https://t.me/example_bot?start=alerts-{code.replace('-', '')}" in browser.page.text
    linked = house.db.write_now(lambda tx: choices.link_chat(tx, house.vault, code=code, chat="7", now=house.clock()))
    again = house.db.write_now(lambda tx: choices.link_chat(tx, house.vault, code=code, chat="8", now=house.clock()))
    await browser.get("/account/alerts")

    assert (linked, again) == (chosen(house).staff_id, None)
    assert chosen(house).ways == ("email", "telegram")
    assert "Your own chat is linked" in browser.text
    await browser.send("/account/alerts/trial")
    assert "A message is on its way" in browser.text
    await browser.send("/account/alerts/drop-address")
    await browser.send("/account/alerts/drop-chat")
    assert chosen(house).ways == ()


async def test_a_rota_is_kept_shown_and_undone(house, browse):
    browser = browse("reviewer")
    await browser.get("/rota")
    assert "sayso cannot reach reviewer-1" in browser.text
    ada = re.search(r'<option value="(\w+)">reviewer-1', browser.page.text).group(1)
    await browser.send("/rota", day0=ada, day2=ada)

    assert "What comes now goes to reviewer-1" in browser.text
    assert house.db.read_now(schedule.turns).weekdays == {0: ada, 2: ada}
    await browser.send("/undo", act=re.search(r'name="act" value="(\w+)"', browser.page.text).group(1), back="/rota")
    assert house.db.read_now(schedule.turns).weekdays == {}
    await browser.send("/rota", day0="somebody else")
    assert browser.page.status_code == 400


async def test_single_days_and_working_hours_are_kept(house, browse):
    browser = browse("admin")
    browse("safeguarding")
    await browser.get("/rota")
    cal = re.search(r'<option value="(\w+)">safeguarding', browser.page.text).group(1)
    await browser.send("/rota/day", date="2026-05-04", who=cal)
    await browser.send("/rota/day", date="2026-05-05", who="")
    assert "Tuesday, 5 May 2026: nobody works" in browser.text
    await browser.send("/rota/day", date="2026-05-03", who="")
    assert "Give a day from today on" in browser.text
    await browser.send("/rota/drop-day", date="2026-05-04")
    await browser.send("/rota/week", opens="8", closes="20", weekday=["0", "6"], step="4")

    week = house.db.read_now(lambda tx: schedule.week(tx, zone="Europe/London"))
    assert (week.opens, week.closes, week.weekdays, week.step.total_seconds()) == (8, 20, {0, 6}, 4 * 3600)
    assert [one.day.day for one in house.db.read_now(schedule.single_days)] == [5]
    await browser.send("/rota/week", opens="20", closes="8", weekday=["0"], step="4")
    assert "an end that is later than the beginning" in browser.text


async def test_two_who_change_the_rota_at_once_are_told_of_each_other(house, browse):
    first, second = browse("reviewer"), browse("admin")
    await first.get("/rota")
    await second.get("/rota")
    ada = re.search(r'<option value="(\w+)">reviewer-1', first.page.text).group(1)
    await first.send("/rota", day0=ada)

    await second.send("/rota", day1=ada)

    assert second.page.status_code == 409
    assert "Monday: reviewer-1" in second.text
    assert house.db.read_now(schedule.turns).weekdays == {0: ada}
    await second.get("/rota")
    await second.send("/rota", day0=ada, day1=ada)
    assert house.db.read_now(schedule.turns).weekdays == {0: ada, 1: ada}
