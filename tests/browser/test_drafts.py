"""Words and picks that are not stored yet, in a browser with scripts: kept in the tab alone, and gone when they should be."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import Judge, Judged, follow
from tests.browser.staff_site import served_app
from tests.web.memory import MemoryService
from web.app import app

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STORED = "() => JSON.stringify({...sessionStorage})"
ELSEWHERE = "() => localStorage.length + document.cookie.length"
NOTE = "This is not saved yet. It is what you typed or picked here before. To save it, press Next."


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A page on an old phone that runs our script, and tells of every fault of it."""
    context = await browser.new_context(viewport={"width": 320, "height": 640})
    opened = await context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("console", lambda line: faults.append(line.text) if "Content Security" in line.text else None)
    yield opened
    await context.close()
    assert faults == []


async def press(page: Page, name: str) -> None:
    await follow(page.get_by_role("button", name=name, exact=True))


async def about(page: Page) -> str | None:
    return await page.locator('#answer input[name="about"]').get_attribute("value")


async def reach(page: Page, address: str, question: str) -> None:
    await page.goto(f"{address}/talk")
    await press(page, "Start")
    await page.get_by_label("Yes", exact=True).check()
    await press(page, "Next")
    while await about(page) != question:
        await press(page, "Skip")


async def test_typed_words_survive_a_reload_and_are_said_not_to_be_saved(page: Page, address: str, axe: Judge):
    await reach(page, address, "harder")
    await page.locator("#text").press_sequentially("The stairs")

    await page.reload()

    await expect(page.locator("#text")).to_have_value("The stairs")
    await expect(page.get_by_role("status")).to_have_text(NOTE)
    assert await page.evaluate(ELSEWHERE) == 0
    judged = Judged(page, axe)
    await judged.judge("draft")
    assert judged.faults == {}


async def test_a_stored_answer_leaves_no_draft_and_shows_no_note(page: Page, address: str, web_service: MemoryService):
    await reach(page, address, "harder")
    await page.locator("#text").fill("The stairs")
    await page.reload()
    await press(page, "Next")

    assert await page.evaluate(STORED) == "{}"
    assert page.url == f"{address}/talk?at=again"
    assert web_service.answers()["harder"] == "The stairs"
    await page.go_back()
    await expect(page.locator("#text")).to_have_value("The stairs")
    await expect(page.locator("#draft")).to_be_hidden()


async def test_what_was_a_remark_and_stored_does_not_come_back_as_a_draft(
    page: Page, address: str, web_service: MemoryService
):
    await reach(page, address, "meetings")
    await page.locator("#text").fill("How long does this take?")
    await press(page, "Next")

    await expect(page.locator("#text")).to_have_value("")
    assert await page.evaluate(STORED) == "{}"
    assert web_service.comments() == ["How long does this take?"]


async def test_picks_and_own_words_survive_going_back_and_forward_again(page: Page, address: str):
    await reach(page, address, "role")
    await page.get_by_label("I care for someone").check()
    await press(page, "Next")
    await page.locator("#text").fill("Harbour")

    await page.go_back()
    await expect(page.get_by_label("I care for someone")).to_be_checked()
    await page.get_by_label("Other, my own words").check()
    await page.locator("#text").fill("I volunteer")
    await page.go_forward()
    await expect(page.locator("#text")).to_have_value("Harbour")

    await page.go_back()
    await expect(page.get_by_label("Other, my own words")).to_be_checked()
    await expect(page.locator("#text")).to_have_value("I volunteer")
    await expect(page.get_by_role("status")).to_have_text(NOTE)


async def test_help_now_takes_no_words_away_by_either_button(page: Page, address: str, web_service: MemoryService):
    await reach(page, address, "harder")
    await page.locator("#text").fill("Half a story")
    await page.get_by_role("link", name="Help now").click()
    await page.get_by_role("link", name="Go back to your questions").click()
    await expect(page.locator("#text")).to_have_value("Half a story")

    await press(page, "Help now")
    await page.reload()
    await page.get_by_role("link", name="Go back to your questions").click()

    await expect(page.locator("#text")).to_have_value("Half a story")
    assert "harder" not in web_service.answers()


async def test_back_never_asks_to_send_a_form_again(page: Page, address: str, web_service: MemoryService):
    await reach(page, address, "role")
    await press(page, "Next")
    await expect(page.get_by_role("alert").first).to_be_focused()
    await page.get_by_label("I care for someone").check()
    web_service.is_down = True
    await press(page, "Next")
    await expect(page.get_by_role("alert").first).to_contain_text("This is not saved yet.")
    await expect(page.get_by_label("I care for someone")).to_be_checked()
    web_service.is_down = False
    await press(page, "Help now")
    await press(page, "Go back to your questions")
    await press(page, "Next")
    assert await about(page) == "place"

    for _ in range(4):
        await page.go_back()
        await expect(page.locator("h1")).to_be_attached()

    assert await about(page) == "role"


async def test_words_sent_while_the_server_is_gone_are_there_when_it_is_back(
    page: Page, web_service: MemoryService, unused_tcp_port: int
):
    url = f"http://127.0.0.1:{unused_tcp_port}"
    async with served_app(app(web_service), unused_tcp_port):
        await reach(page, url, "role")
        await page.get_by_label("Other, my own words").check()
        await page.locator("#text").fill("I volunteer")
    await page.get_by_role("button", name="Next", exact=True).click()
    await page.wait_for_url("chrome-error://**")

    async with served_app(app(web_service), unused_tcp_port):
        await page.goto(f"{url}/talk")
        await expect(page.get_by_label("Other, my own words")).to_be_checked()
        await expect(page.locator("#text")).to_have_value("I volunteer")
        await expect(page.get_by_role("status")).to_have_text(NOTE)
        await press(page, "Next")

    assert web_service.answers() == {"role": "other"}


async def test_without_internet_nothing_is_sent_and_the_page_says_so(
    page: Page, address: str, web_service: MemoryService
):
    await reach(page, address, "role")
    await page.get_by_label("I care for someone").check()
    await page.context.set_offline(offline=True)
    await page.get_by_role("button", name="Next", exact=True).click()

    told = page.get_by_role("alert")
    await expect(told).to_be_focused()
    await expect(told).to_contain_text("This is not saved yet.")
    await expect(page.get_by_label("I care for someone")).to_be_checked()
    await page.context.set_offline(offline=False)
    await press(page, "Next")
    assert web_service.answers() == {"role": "carer"}


@pytest.mark.parametrize("way", ["leave", "clear", "other conversation", "delete", "finish"])
async def test_a_draft_is_gone_once_the_page_is_left_or_the_talk_is_over(page: Page, address: str, way: str):
    await reach(page, address, "harder")
    await page.locator("#text").fill("Something private")
    assert "private" in await page.evaluate(STORED)

    if way == "leave":
        await page.get_by_role("link", name="Leave this page").click()
    elif way == "clear":
        await page.locator("summary").click()
        await press(page, "Clear this page")
    elif way == "other conversation":
        await page.goto(f"{address}/talk/every_type")
        await press(page, "Start")
    else:
        await end(page, address, way)

    assert await page.evaluate(STORED) == "{}"


async def end(page: Page, address: str, way: str) -> None:
    """Come to the end with half a story still standing in another question."""
    await page.goto(f"{address}/talk?at=place")
    await page.locator("#text").fill("delete" if way == "delete" else "Harbour House")
    await press(page, "Next")
    if way == "delete":
        await page.get_by_label("Yes, delete it all").check()
        await press(page, "Next")
        return
    await page.locator("#text").fill("")
    await press(page, "Skip")
    await press(page, "Skip")
    await page.get_by_label("Yes, that is right").check()
    await press(page, "Next")


async def test_a_pick_to_delete_that_was_not_sent_never_stands_there_again(page: Page, address: str):
    await reach(page, address, "place")
    await page.locator("#text").fill("delete")
    await press(page, "Next")
    await page.get_by_role("radio").first.check()

    await page.reload()

    await expect(page.get_by_role("radio").first).not_to_be_checked()
