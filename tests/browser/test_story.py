"""A story told in one go on an old phone, by keyboard, without scripts: each proposal with the words that were written."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Judge, Judged
from tests.browser.keyboard import pick, press, write
from tests.journeys.conftest import Running

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STORY = (
    "they treted me like an <equal>, i got what i needed. they treated me like an equal. nobody told us what changed "
    + "x" * 60
)


async def shows(page: Page, words: str) -> None:
    await expect(page.locator("main")).to_contain_text(words)


async def tell(page: Page, service: Running, judged: Judged) -> None:
    """Tell the story in one go, after an empty press, and come back to the first question."""
    await page.goto(f"{service.url}/talk/people")
    await press(page, "Start")
    await pick(page, "Yes")
    await press(page, "Next")
    await judged.judge("offer")
    await press(page, "Tell it in one go")
    await judged.judge("story")
    await press(page, "Next")
    await shows(page, "Write something first.")
    await judged.judge("empty")
    await write(page, STORY)
    await press(page, "Next")
    await shows(page, "Where your words may answer one")


async def test_a_story_by_keyboard_is_shown_as_written_and_counts_after_a_yes(
    page_without_scripts: Page, service: Running, axe: Judge
):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await tell(page, service, judged)
    await press(page, "Skip")
    await press(page, "Skip")
    await shows(page, 'You wrote: "they treted me like an <equal>"')
    await expect(page.get_by_role("heading", level=1)).to_have_text("Is your answer: Yes?")
    await judged.judge("proposal")
    await press(page, "Yes, that is right")
    for _ in range(2):
        await press(page, "Skip")
    await shows(page, 'You wrote: "i got what i needed."')
    await press(page, "No, ask me")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Did you get what you needed to take part?")
    await press(page, "Skip")
    await shows(page, "Is your answer: No?")
    await judged.judge("long words")

    assert judged.faults == {}
    rows = {row["question"]: row for row in await service.export("people") if row["state"] != "not reached"}
    assert (rows["c3"]["value"], rows["c6"]["state"]) == ("yes", "skipped")
    assert rows[None]["text"] == STORY
