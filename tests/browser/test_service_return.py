"""One conversation, two channels: a return code leads from the web page into Telegram and back."""

import re

import httpx
import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Judge, Judged
from tests.browser.keyboard import pick, press, tab_to, write
from tests.browser.test_service import agree, is_on
from tests.journeys.conftest import Running

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
WRONG = "ABCD-EFGH-JKMN"


async def rows_of(service: Running, words: str) -> list[dict[str, object]]:
    """Return what the export says of the conversation in which these words were said."""
    rows = await service.export("open_door")
    conversation = next(row["conversation"] for row in rows if row["text"] == words)
    return [row for row in rows if row["conversation"] == conversation]


async def test_a_conversation_begun_on_the_web_goes_on_in_telegram(
    page_without_scripts: Page, service: Running, bot_api
):
    page, bea = page_without_scripts, bot_api.person("Bea")
    await agree(page, service)
    await write(page, "Begun on the web")
    await press(page, "Next")
    await press(page, "Pause")
    code = CODE.findall(await page.locator("main").inner_text())[0]

    await bea.says(code.lower().replace("-", " "))
    asked = await bea.hears()
    assert "Welcome back. Your answers are safe." in asked.text
    assert "All in all, how was it for you?" in asked.text
    await bea.taps("Good and bad")
    assert "Can we share your words in a report?" in (await bea.hears()).text

    await page.goto(f"{service.url}/talk")
    await is_on(page, "quote_words")
    await pick(page, "No")
    await press(page, "Next")
    await expect(page.locator("main")).to_contain_text("How it was: Good and bad")
    rows = await rows_of(service, "Begun on the web")
    assert {row["question"]: row["value"] for row in rows} == {
        "what_happened": None,
        "how_it_was": "mixed",
        "quote_words": "no",
    }
    assert len({row["person"] for row in rows}) == 1


async def test_a_conversation_begun_in_telegram_goes_on_on_the_web(
    page_without_scripts: Page, service: Running, bot_api, axe: Judge
):
    page, judged, cal = page_without_scripts, Judged(page_without_scripts, axe), bot_api.person("Cal")
    made = await service.command("invite", "--flow", "open_door", "--print", "1", "--format", "jsonl")
    await cal.starts(made.stdout.split('"token": "')[1].split('"')[0])
    await cal.hears()
    for text in ("Yes", "Begun in Telegram", "Next"):
        await cal.says(text)
        said = await cal.hears()
    assert "All in all, how was it for you?" in said.text
    await cal.says("PAUSE")
    code = CODE.findall((await cal.hears()).text)[0]

    await page.goto(service.url)
    await write(page, code.lower())
    await press(page, "Go on")

    await is_on(page, "how_it_was")
    await expect(page.locator("main")).to_contain_text("Welcome back. Your answers are safe.")
    await judged.judge("come back")
    await press(page, "Back")
    await expect(page.locator("#text")).to_have_value("Begun in Telegram")
    await press(page, "Next")
    await pick(page, "Good")
    await press(page, "Next")
    await is_on(page, "quote_words")
    rows = await rows_of(service, "Begun in Telegram")
    assert {row["question"]: row["value"] for row in rows if row["state"] == "answered"} == {
        "what_happened": None,
        "how_it_was": "good",
    }
    assert judged.faults == {}


async def test_wrong_codes_are_slowed_down_and_a_right_one_still_works(
    page_without_scripts: Page, own_service: Running, axe: Judge
):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await agree(page, own_service)
    await tab_to(page, page.locator("summary"))
    await page.keyboard.press("Enter")
    code = CODE.findall(await page.locator("details").inner_text())[0]
    await press(page, "Clear this page")
    await judged.judge("cleared")

    async with httpx.AsyncClient(base_url=own_service.url, headers={"Sec-Fetch-Site": "same-origin"}) as guesser:
        statuses = [(await guesser.post("/return", data={"text": WRONG})).status_code]
        while statuses.count(422) < 3:  # the third makes the next try wait for four seconds
            statuses.append((await guesser.post("/return", data={"text": WRONG})).status_code)
        waiting = await guesser.post("/return", data={"text": code})
    assert statuses[:2] == [422, 429]
    assert set(statuses) == {422, 429}
    assert waiting.status_code == 429
    assert "Please wait a few seconds, then try the code again." in waiting.text
    assert code in waiting.text
    await page.goto(f"{own_service.url}/return")
    await write(page, code)
    while await page.locator("#code").count():
        await press(page, "Go on")

    await is_on(page, "what_happened")
    assert judged.faults == {}


async def test_back_in_the_browser_shows_each_answer_and_an_old_page_changes_none(
    page_without_scripts: Page, own_service: Running, axe: Judge
):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await agree(page, own_service)
    await write(page, "The first words")
    await press(page, "Next")
    old = await page.context.new_page()
    await old.goto(f"{own_service.url}/talk?at=what_happened")
    await page.goto(f"{own_service.url}/talk?at=how_it_was")
    await pick(page, "Good")
    await press(page, "Next")
    await is_on(page, "quote_words")

    await page.go_back()
    await expect(page.get_by_label("Good", exact=True)).to_be_checked()
    await page.go_forward()
    await is_on(page, "quote_words")
    await old.locator("#text").fill("Other words")
    await press(old, "Next")

    await expect(old.get_by_role("alert")).to_contain_text("You answered this before: The first words.")
    await expect(old.locator("#text")).to_have_value("Other words")
    judged.page = old
    await judged.judge("old page")
    assert judged.faults == {}
    rows = await own_service.export("open_door")
    assert [row["text"] for row in rows if row["question"] == "what_happened"] == ["The first words"]
