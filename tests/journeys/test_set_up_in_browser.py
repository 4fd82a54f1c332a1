"""A lead who is no technician: from an empty folder to the first answer and the first report, in the browser alone."""

import asyncio
import re
from collections.abc import AsyncIterator

import pyotp
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from journeys.conftest import Running
from playwright.async_api import Browser, Page

from tests.browser.conftest import SHOW, WIDTH, chromium, faults, follow, schemes

pytestmark = [pytest.mark.journey, pytest.mark.browser, pytest.mark.slow]

PASSWORD = "harbour lantern biscuit"
PHONE = {"width": 320, "height": 640}


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


class Lead:
    """Somebody at a small screen without scripts; each page that they stop at is judged by axe and for its width."""

    def __init__(self, page: Page, judge: Page, service: Running) -> None:
        self.page = page
        self.service = service
        self._judge = judge
        self.wrong: dict[str, list[str]] = {}

    async def go(self, path: str) -> None:
        await self.page.goto(f"{self.service.url}{path}")
        await self.look()

    async def press(self, name: str) -> None:
        await follow(self.page.locator("main").get_by_role("button", name=name, exact=True).first)
        await self.look()

    async def fill(self, **fields: str) -> None:
        for name, words in fields.items():
            await self.page.fill(f"#{name}", words)

    async def look(self) -> None:
        """Judge the page as it is now."""
        if await self._judge.evaluate("() => !window.axe"):
            await self._judge.goto(f"{self.service.url}/blank")
            await self._judge.evaluate(AXE_SCRIPT)
        await self._judge.evaluate(SHOW, await self.page.content())
        found = [f"{look}: {fault}" for look in schemes() for fault in await faults(self._judge, look)]
        if await self._judge.evaluate(WIDTH):
            found.append("too wide")
        if found:
            self.wrong[self.page.url] = found


def printed_links(service: Running) -> list[str]:
    return re.findall(r"http://\S+/staff/first/\w+", service.log)


async def lead_of(browser: Browser, service: Running) -> Lead:
    context = await browser.new_context(java_script_enabled=False, viewport=PHONE)
    judging = await browser.new_context(bypass_csp=True, viewport=PHONE)
    return Lead(await context.new_page(), await judging.new_page(), service)


async def makes_the_first_account(lead: Lead) -> None:
    page = lead.page
    (link,) = printed_links(lead.service)
    await page.goto(link)
    await lead.look()
    sheet = await page.inner_text("pre")
    await lead.fill(line=next(line for line in sheet.splitlines() if line.startswith("master")))
    await lead.press("I have the sheet")
    await lead.fill(name="Ada", organisation="Harbour House", password=PASSWORD, again=PASSWORD)
    for role in ("reviewer", "analyst"):
        await page.check(f"#role-{role}")
    await lead.press("Go on to step 3: your phone")
    secret = (await page.inner_text(".secret")).replace(" ", "")
    await lead.fill(code=pyotp.TOTP(secret).now())
    await follow(page.locator("main button"))
    await lead.look()
    await follow(page.get_by_role("link", name="I have kept them"))
    await lead.look()


async def until_it_says(lead: Lead, path: str, words: str) -> None:
    """Look at a page until the service has begun again: it takes what was set up before it finds that it does not work."""
    async with asyncio.timeout(60):
        while words not in await lead.page.inner_text("main"):
            await asyncio.sleep(0.2)
            await lead.page.goto(f"{lead.service.url}{path}")


async def writes_questions(lead: Lead) -> None:
    await lead.go("/staff/edit")
    await lead.fill(title="A day out")
    await lead.press("Begin")
    await follow(lead.page.get_by_role("link", name="Add a question"))
    await lead.fill(ask="Was lunch good?", short="Lunch was good")
    await lead.page.fill("#new-label-0", "It was good")
    await lead.page.fill("#new-label-1", "It was bad")
    await lead.press("Keep it in the draft")
    await follow(lead.page.get_by_role("link", name="Publish it"))
    await lead.look()
    await lead.page.check("#unrehearsed")
    await lead.page.check("#open")
    await lead.press("Publish version 1")


async def a_person_answers(browser: Browser, service: Running) -> None:
    context = await browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = await context.new_page()
    await page.goto(service.url)
    await follow(page.get_by_role("link", name="A day out"))
    await follow(page.get_by_role("button", name="Start"))
    for answer in ("Yes", "We went to the sea.", "It was good", "Yes, that is right"):
        box = page.locator("#answer textarea")
        await (box.fill(answer) if await box.count() else page.get_by_label(answer, exact=True).check())
        await follow(page.get_by_role("button", name="Next", exact=True))
    assert "Thank you. A person will read this." in await page.inner_text("main")
    await context.close()


async def test_from_an_empty_folder_to_the_first_answer_and_the_first_report(make_service, browser: Browser):
    service = make_service(is_new=True, SAYSO_ORGANISATION="")
    service.start()
    await service.ready()
    assert "recovery sheet of sayso. Print it" not in service.log
    lead = await lead_of(browser, service)
    page = lead.page

    await makes_the_first_account(lead)
    assert "Harbour House" in await page.title()
    await lead.go("/staff/settings/help-numbers")
    for box in await page.locator("input[name=rung]").all():
        await box.check()
    await lead.press("I rang or looked up the ticked ones today")
    await lead.go("/staff/settings/backups")
    await lead.press("Make a backup now")
    await writes_questions(lead)
    for path in ("organisation", "mail", "telegram", "open", "words", "words/privacy", "help-numbers/0"):
        await lead.go(f"/staff/settings/{path}")
    for path in ("", "/around", "/text", "/publish", "/questions/1"):
        await lead.go(f"/staff/edit/a_day_out{path}")
    await a_person_answers(browser, service)

    await lead.go("/staff/figures/a_day_out")
    assert "Lunch was good" in await page.inner_text("main")
    await follow(page.get_by_role("link", name="Take the report"))
    await lead.look()
    await lead.fill(why="For the board.")
    async with page.expect_download() as download:
        await page.get_by_role("button", name="Take the report").click()
    assert (await (await download.value).path()).stat().st_size > 1000

    assert lead.wrong == {}
    assert (await service.command("flow", "check")).returncode == 0
    checks = await service.checks()
    assert all(checks[name]["ok"] for name in ("signposts checked", "signposts fresh", "nothing lost", "flows"))


async def test_a_bot_is_set_in_the_browser_and_answers_and_a_wrong_one_harms_nothing(
    make_service, browser: Browser, bot_api
):
    service = make_service(SAYSO_TELEGRAM_API_URL=bot_api.url)
    service.start()
    await service.ready()
    lead = await lead_of(browser, service)
    await makes_the_first_account(lead)

    await lead.go("/staff/settings/telegram")
    await lead.fill(token="4200:a-token-that-telegram-does-not-know")
    await lead.press("Test it and save it")
    assert "Telegram does not know this token" in await lead.page.inner_text("main")
    await lead.fill(token="4200:a-token-that-telegram-does-not-know")
    await lead.page.check("#anyway")
    await lead.press("Test it and save it")
    await until_it_says(lead, "/staff/settings", "sayso could not use all of this")
    await lead.go("/staff/settings/telegram")
    await lead.fill(token=bot_api.token)
    await lead.press("Test it and save it")
    await lead.go("/staff/settings")
    assert "Telegram: on" in await lead.page.inner_text("main")

    assert await service.stop() == 0, service.log
    assert bot_api.token not in service.log
    service.start()
    await service.ready()
    assert len(printed_links(service)) == 1
    await lead.go("/")
    assert "t.me" in await lead.page.content()
    assert lead.wrong == {}
