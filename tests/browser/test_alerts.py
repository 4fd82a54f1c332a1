"""Now, what staff are told, and the rota in a real browser: by keyboard, without script, on a narrow screen."""

import re

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, expect

from feedback.alerts.model import Colleague
from review.http.context import ServiceSetup
from storage.accounts import members
from storage.alerts import alert_log, choices
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.messages import outbox
from tests.browser.conftest import Judge, Judged
from tests.browser.keyboard import press, tick
from tests.browser.staff_site import signed_in
from tests.review.conftest import House, filled

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AT_ONCE = "Tell me at once when somebody wants a person, or words should be read first."


@pytest_asyncio.fixture(loop_scope="session")
async def house(sqlite_db: Database, vault: Vault) -> House:
    made = filled(sqlite_db, vault)
    made.set_up = ServiceSetup(has_mail=True, has_bot=True, bot_link=lambda: "https://t.me/example_bot")
    return made


def link(house: House) -> str:
    """The link of the latest letter that asks to confirm an address."""

    def job(tx):
        (*_, row) = tx.execute(outbox.due_by_email(house.clock(), 10)).all()
        return outbox.message(tx, house.vault, row).text

    return re.search(r"/staff/account/alerts/confirm/\w+", house.db.write_now(job)).group(0)


async def test_an_address_a_chat_and_choices_are_given_by_keyboard_without_script(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    page = await signed_in(plain, house, site, "reviewer")
    judged = Judged(page, axe)

    await page.goto(f"{site}/staff/account")
    await press(page, "Choose what you are told", role="link")
    await judged.judge("nothing chosen")
    await page.get_by_label("Your own address").fill("ada")
    await press(page, "Send me the link")
    await judged.judge("no address")
    await page.get_by_label("Your own address").fill("ada@example.test")
    await press(page, "Send me the link")
    await judged.judge("address waits")
    await page.goto(site + link(house))
    await judged.judge("confirm")
    await press(page, "Confirm")
    await judged.judge("confirmed")
    await page.goto(f"{site}/staff/account/alerts/confirm/x")
    await judged.judge("link over")
    await page.goto(f"{site}/staff/account/alerts")
    await press(page, "Link my chat")
    await judged.judge("code")
    await press(page, "Go on", role="link")
    assert judged.faults == {}


async def test_what_and_when_is_chosen_by_keyboard_without_script(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    page = await signed_in(plain, house, site, "reviewer")
    judged = Judged(page, axe)
    await page.goto(f"{site}/staff/account/alerts")
    await page.get_by_label("A daily list on working days, at").select_option("09:00")
    await page.get_by_label("From", exact=True).select_option("20:00")
    await press(page, "Keep this")
    await judged.judge("quiet hours without an end")
    await page.get_by_label("Until", exact=True).select_option("08:00")
    await tick(page, AT_ONCE)
    await press(page, "Keep this")
    await judged.judge("kept")

    (kept,) = house.db.read_now(lambda tx: choices.of_everybody(tx, house.vault)).values()
    assert (kept.wishes.is_at_once, kept.wishes.digest_hour, kept.wishes.quiet) == (False, 9, (20, 8))
    assert judged.faults == {}


async def test_the_rota_is_kept_by_keyboard_without_script(plain: BrowserContext, house: House, site: str, axe: Judge):
    house.hire("Bea", "safeguarding")
    page = await signed_in(plain, house, site, "admin")
    judged = Judged(page, axe)

    await page.goto(f"{site}/staff/rota")
    await judged.judge("no rota")
    await page.get_by_label("Monday").first.select_option("Bea")
    await press(page, "Keep the rota")
    await judged.judge("a rota")
    await page.get_by_label("Day", exact=True).fill("2026-05-05")
    await press(page, "Keep this day")
    await judged.judge("a day off")
    await page.get_by_label("Day", exact=True).fill("2030-05-05")
    await press(page, "Keep this day")
    await judged.judge("a day far away")
    await page.get_by_label("The next is told after").select_option("4 working hours")
    await press(page, "Keep these hours")
    await judged.judge("other hours")
    await expect(page.locator("main")).to_contain_text("Nobody has opened it after 4 working hours?")

    assert judged.faults == {}


async def test_now_is_read_on_a_narrow_screen_with_what_could_not_be_told_in_red(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    house.says("Please ring me", asks=True, danger="self_harm_or_suicide", wants_news=True)
    house.clock.forward(days=4)
    for number in range(24):
        house.says(f"It was kind, number {number}", danger="child_at_risk")
    page = await signed_in(plain, house, site, "safeguarding")
    judged = Judged(page, axe)

    def job(tx):
        (ada,) = [one for one in members.members(tx) if one.role == "safeguarding"]
        now = house.clock()
        token = choices.ask_address(tx, house.vault, staff_id=ada.id, address="ada@example.test", now=now)
        choices.confirm(tx, house.vault, staff_id=ada.id, token=token, now=now)
        who = Colleague(ada.id, now, ways=("email",))
        alert_log.tell(tx, house.vault, who, occasions=["p1 first"], text="One waits.\n\nLook.", now=now)
        outbox.refused(tx, outbox_id=1, reason="It came back: gone.", now=now)

    house.db.write_now(job)
    await page.goto(f"{site}/staff/")
    await judged.judge("now")
    await expect(page.locator(".now-list > li").first).to_contain_text("wants to hear from one of you")
    await expect(page.locator("main")).to_contain_text("And 5 more, in the inbox")
    await expect(page.locator("li.wrong").first).to_contain_text("could not be told by email")
    await page.goto(f"{site}/staff/account/alerts")
    await judged.judge("an alert that did not go out")
    assert await page.title() == "(25) What you are told - Harbour Trust"

    assert judged.faults == {}


async def test_an_open_page_says_that_something_new_came_and_moves_nothing(
    browser: Browser, house: House, site: str, axe: Judge
):
    house.says("Please ring me", asks=True)
    context = await browser.new_context(viewport={"width": 320, "height": 640})
    page = await signed_in(context, house, site, "reviewer")
    await page.clock.install()
    await page.goto(f"{site}/staff/account")
    await page.goto(f"{site}/staff/")
    news = page.get_by_role("status").filter(has_text="Something new came")
    await page.clock.fast_forward(31_000)
    await expect(news).to_have_count(0)

    house.clock.forward(minutes=2)
    house.says("Please ring me too", asks=True)
    await page.clock.fast_forward(31_000)
    await expect(news).to_have_count(1)
    assert await page.title() == "(2) Now - Harbour Trust"
    judged = Judged(page, axe)
    await judged.judge("news")
    await press(page, "Something new came. Look at what waits now.", role="link")
    await expect(page.locator(".now-list > li")).to_have_count(2)
    await expect(news).to_have_count(0)
    await context.close()

    assert judged.faults == {}
