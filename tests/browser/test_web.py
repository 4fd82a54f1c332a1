"""The web page in a real browser, by keyboard alone, with JavaScript off, on a narrow screen."""

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.conftest import WIDTH, Judge, Judged
from tests.browser.keyboard import pick, press, tab_to, tick, write
from tests.web.memory import INVITATION, MemoryService
from tests.web.test_heard import PAGE, WELSH

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATHS = ("/", "/talk/every_type", f"/i/{INVITATION}", "/return", "/help-now", "/privacy", "/left", "/blank", "/x")
HEARD = ("/heard", "/heard/people", "/heard/people/cy")

TARGETS = ", ".join(
    f"{kind}:visible" for kind in ("button", "a.button", ".option", "header a.help", "header a.leave", "summary")
)


async def agree(page: Page, address: str) -> None:
    await page.goto(f"{address}/talk")
    await press(page, "Start")
    await pick(page, "Yes")
    await press(page, "Next")


async def skip_to(page: Page, question: str) -> None:
    while await page.locator('#answer input[name="about"]').get_attribute("value") != question:
        await press(page, "Skip")


ANSWERS = {
    "consent": ((pick, "Yes"),),
    "role": ((pick, "Other, my own words"), (write, "I volunteer")),
    "place": ((write, "Harbour House"),),
    "changes": ((tick, "Better chances to take part"), (tick, "Staff know better how to involve us")),
    "heard": ((pick, "4"),),
    "meetings": ((write, "12"),),
    "first_time": ((write, "May 2025"),),
    "harder": ((write, "The stairs.\nThe early start."),),
    "again": ((pick, "Yes"),),
    "check": ((pick, "Yes, that is right"),),
}
"""What a person does on each page before Next."""


async def test_every_kind_of_question_by_keyboard_passes_axe_and_fits_a_narrow_screen(
    page_without_scripts: Page, address: str, web_service: MemoryService, axe: Judge
):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await page.goto(address)
    await press(page, "How taking part was for you", role="link")
    await press(page, "Start")

    for step, actions in ANSWERS.items():
        await judged.judge(step)
        if step in ("consent", "role", "meetings"):
            await press(page, "Next")
            await judged.judge(f"{step}, nothing sent")
        for act, words in actions:
            await act(page, words)
        await press(page, "Next")

    await judged.judge("finished")
    assert judged.faults == {}
    await expect(page.locator("main")).to_contain_text("A person will read this.")
    await expect(page.locator("main")).to_contain_text("Your return code is AAAA-BBBB-0000")
    assert web_service.answers() == {
        "role": "other",
        "place": "Harbour House",
        "changes": ("chances", "staff"),
        "heard": 4,
        "meetings": 12,
        "first_time": "2025-05",
        "harder": "The stairs.\nThe early start.",
        "again": "yes",
    }


async def test_the_enter_key_sends_the_answer_and_back_shows_it_again(page_without_scripts: Page, address: str):
    page = page_without_scripts
    await agree(page, address)
    await pick(page, "I care for someone")

    async with page.expect_navigation():
        await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Where did you take part?")
    await press(page, "Back")

    await expect(page.get_by_label("I care for someone")).to_be_checked()


async def test_the_judge_finds_what_is_planted(page_without_scripts: Page, address: str, axe: Judge):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe, one_of=1)
    await page.goto(f"{address}/return")
    sound = await page.content()
    await page.set_content(
        sound.replace('for="code"', 'for="none"').replace("<h1>", f'<pre style="color: #bbb">{"wide " * 20}</pre><h1>')
    )

    await judged.judge("planted")

    found = " ".join(judged.faults["planted"])
    assert "light: label" in found
    assert "light: color-contrast" in found
    assert "px too wide" in found


async def test_every_page_passes_axe_and_fits_a_narrow_screen(
    page_without_scripts: Page, address: str, axe: Judge, web_service: MemoryService
):
    judged = Judged(page_without_scripts, axe)
    web_service.pages_heard |= {("people", ""): PAGE, ("people", "cy"): WELSH}
    for path in (*PATHS, *HEARD):
        await page_without_scripts.goto(address + path)
        await judged.judge(path)
    await page_without_scripts.goto(f"{address}/return")
    await press(page_without_scripts, "Go on")
    await judged.judge("no code")
    await write(page_without_scripts, "ABCD-EFGH-JKMN")
    await press(page_without_scripts, "Go on")
    await judged.judge("wrong code")
    web_service.is_pressed = True
    await press(page_without_scripts, "Go on")
    await expect(page_without_scripts.get_by_role("alert")).to_contain_text("Please wait a few seconds")
    await judged.judge("too many codes")

    assert judged.faults == {}


async def test_every_way_out_passes_axe_and_fits_a_narrow_screen(page_without_scripts: Page, address: str, axe: Judge):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await agree(page, address)
    await skip_to(page, "harder")
    await press(page, "Pause")
    await judged.judge("paused")
    await page.goto(f"{address}/talk/every_type")
    await judged.judge("begun already")
    await page.goto(f"{address}/talk")
    await press(page, "Go on")
    await write(page, "I want to kill myself")
    await press(page, "Next")
    await judged.judge("after help")
    await press(page, "Stop for good")
    await judged.judge("stop")
    await pick(page, "Delete it")
    await press(page, "Next")
    await judged.judge("deleted")

    assert judged.faults == {}


async def test_words_sent_after_the_page_was_cleared_are_handed_back(
    page_without_scripts: Page, address: str, axe: Judge
):
    page, judged = page_without_scripts, Judged(page_without_scripts, axe)
    await agree(page, address)
    await skip_to(page, "harder")
    await write(page, "Half a story")
    await page.context.clear_cookies()

    await press(page, "Next")
    await judged.judge("lost")

    await expect(page.locator("#text")).to_have_value("Half a story")
    assert judged.faults == {}


async def test_an_error_takes_the_focus_and_leads_to_the_field(page_without_scripts: Page, address: str):
    page = page_without_scripts
    await agree(page, address)

    await press(page, "Next")

    await expect(page).to_have_title("Error: Question 1 of about 8: Which of these is most like you? - Harbour Trust")
    await expect(page.get_by_role("alert")).to_be_focused()
    link = page.get_by_role("link", name="Pick an answer, or press Skip.")
    await tab_to(page, link)
    await page.keyboard.press("Enter")
    await expect(page.locator("#option-1")).to_be_focused()


async def test_clearing_a_shared_computer_leaves_nothing_and_the_code_opens_it_again(
    page_without_scripts: Page, address: str
):
    page = page_without_scripts
    await agree(page, address)
    await skip_to(page, "changes")
    await tab_to(page, page.locator("summary"))
    await page.keyboard.press("Enter")
    await press(page, "Clear this page")
    assert await page.context.cookies() == []
    await page.goto(f"{address}/talk")
    await expect(page.locator("main")).not_to_contain_text("What did you see change?")

    await press(page, "Come back to your answers", role="link")
    await write(page, "AAAA-BBBB-0000")
    await press(page, "Go on")

    await expect(page.get_by_role("heading", level=1)).to_have_text("What did you see change? Pick all that fit.")


@pytest.mark.parametrize(("width", "text_size"), [(320, "100%"), (640, "200%"), (1280, "100%")])
async def test_nothing_runs_out_of_the_page_and_each_target_is_large(
    browser: Browser, address: str, width: int, text_size: str
):
    """1280 pixels at 400 % zoom are 320 by 256; text alone may be twice as large (WCAG 2.2, 1.4.4 and 1.4.10)."""
    context = await browser.new_context(bypass_csp=True, viewport={"width": width, "height": 256})
    page = await context.new_page()
    await agree(page, address)

    for path in ("/talk", "/", "/help-now", "/return"):
        await page.goto(address + path)
        await page.add_style_tag(content=f"html {{ font-size: {text_size} }}")
        targets = page.locator(TARGETS)
        small = [
            box
            for box in [await target.bounding_box() for target in await targets.all()]
            if box is None or box["height"] < 44
        ]

        assert await page.evaluate(WIDTH) == 0
        assert small == []
    await context.close()
