"""Questions are written by keyboard alone, without script, on an old phone: added, moved, branched, translated, published."""

from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page

from config.load import check_file, check_translation, flow_paths, load_words
from sayso.setup.stored import take_up
from tests.browser.conftest import Judge, Judged
from tests.browser.keyboard import press, tab_to
from tests.browser.staff_site import served_app
from tests.sayso.setup.conftest import Setting, setting_in

pytestmark = [pytest.mark.browser, pytest.mark.slow]


async def write(page: Page, **fields: str) -> None:
    """Go to each field by Tab, and type."""
    for name, words in fields.items():
        await tab_to(page, page.locator(f'[name="{name}"]'))
        await page.keyboard.press("ControlOrMeta+A")
        await page.keyboard.type(words)


async def choose(page: Page, label: str, words: str) -> None:
    """Go to a list by Tab, and to one of its lines by the first letters."""
    box = page.get_by_label(label, exact=True)
    await tab_to(page, box)
    await page.keyboard.type(words)
    assert words in await box.evaluate("box => box.selectedOptions[0].text")


async def add_questions(page: Page, judged: Judged) -> None:
    """Add one with choices, and one that only those are asked who chose the second."""
    await press(page, "Add a question", role="link")
    await write(page, ask="Was lunch good?", short="Lunch was good")
    await write(page, **{"new-label-0": "It was good", "new-label-1": "It was bad"})
    await press(page, "Keep it in the draft")
    await press(page, "Add a question", role="link")
    await write(page, ask="What was wrong with it?", short="What was wrong")
    await choose(page, "What people give", "their own words")
    await tab_to(page, page.get_by_label("Everybody", exact=True))
    await page.keyboard.press("ArrowDown")
    await choose(page, "Statement 1", "Lunch was good: the answer is: It was bad")
    await judged.judge("a question with a branch")
    await press(page, "Keep it in the draft")


async def move_and_take_back(page: Page, judged: Judged) -> None:
    """Move a question before the one that it depends on: the checker says so, and the move is taken back."""
    await press(page, "Up : What was wrong with it?")
    assert "1 fault" in await page.inner_text("main")
    await judged.judge("a question moved before the one it depends on")
    await press(page, "Take it back")
    await judged.judge("taken back")
    assert "Taken back. It is as it was before." in await page.inner_text("main")
    await press(page, "Up : Was lunch good?")
    assert "no fault" in await page.inner_text("main")


async def translate(page: Page, judged: Judged) -> None:
    """Write the first question and the words around in a language that is written from right to left."""
    await press(page, "Translations", role="link")
    await judged.judge("translations")
    await choose(page, "Language", "Urdu")
    await press(page, "Begin")
    await write(page, **{"Around.title": "دن", "Around.start": "ہیلو", "Around.consent.ask": "ٹھیک؟"})
    await write(page, **{"Around.consent.no": "ٹھیک", "Around.finish.check": "درست؟", "Around.finish.thanks": "شکریہ"})
    await press(page, "Keep it in the draft")
    await judged.judge("a translation")
    assert "6 of 14 texts are translated" in await page.inner_text("main")


async def publish(page: Page, judged: Judged) -> None:
    """Publish both, having said that neither is quite ready."""
    await press(page, "Publish", role="link")
    await judged.judge("publishing")
    for name in ("unrehearsed", "unready"):
        await tab_to(page, page.locator(f"#{name}"))
        await page.keyboard.press("Space")
    await press(page, "Publish version 1")
    await judged.judge("published")


def files_of(setting: Setting) -> dict[str, Path]:
    taken = take_up(setting.settings, setting.store).settings
    return {path.name: path for path in flow_paths(taken.flows, taken.written)}


async def test_questions_are_added_moved_branched_translated_and_published_by_keyboard_alone(
    plain: BrowserContext, axe: Judge, tmp_path: Path
):
    with setting_in(tmp_path) as setting:
        async with served_app(setting.app()) as address:
            await plain.add_cookies([{"name": "sayso-staff", "value": setting.token, "url": address}])
            page = await plain.new_page()
            judged = Judged(page, axe)
            await page.goto(f"{address}/staff/edit")
            await write(page, title="A day out")
            await press(page, "Begin")
            await add_questions(page, judged)
            await move_and_take_back(page, judged)
            await translate(page, judged)
            await publish(page, judged)
            await page.goto(f"{address}/staff/settings/changes")
            await judged.judge("what was changed lately")
        files = files_of(setting)

    assert judged.faults == {}
    flow = check_file(files["a_day_out.toml"], load_words()).flow
    assert [(one.id, one.when is not None) for one in flow.questions] == [
        ("lunch_was_good", False),
        ("story", False),
        ("what_was_wrong", True),
    ]
    told = {one.code for one in check_translation(files["a_day_out.ur.toml"], {flow.name: flow})}
    assert told == {"translation-missing"}
