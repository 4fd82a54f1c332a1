"""A letter as a page: in a real browser it passes axe, light and dark, on a narrow screen, and asks nobody for anything."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from config.load import FLOWS, load_flows, load_words
from feedback.conversation.messages import Outbound, Prompt
from feedback.flows.model import Choice
from feedback.listening.safeguarding import help_message
from mail.outgoing.layout import Envelope
from mail.outgoing.mime_builder import compose
from mail.outgoing.text import Letter, letter_for, letter_for_flow
from tests.browser.conftest import WIDTH, Judge, Judged

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WORDS = load_words("en")
LETTERS = {flow.name: letter_for_flow(flow, WORDS, organisation="Harbour Trust") for flow in load_flows(FLOWS, WORDS)}
AFTER = Prompt("after help", "What would you like to do?", "one", (Choice("go_on", "Go on"), Choice("stop", "Stop")))
LETTERS |= {
    "help": letter_for(Outbound(help_message(WORDS), AFTER, "help"), WORDS),
    "farewell": letter_for(Outbound("We have stopped.", kind="farewell"), WORDS),
    "from the right": replace(LETTERS["people"], language="ur"),
}
ENVELOPE = Envelope(
    from_address="feedback@example.org",
    to="ada@example.net",
    token="abcdefghijklmnopqrstuvwx23",
    message_id="<inv.letter.mac@example.org>",
    at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
    boundary="edge",
    organisation="Harbour Trust",
    public_url="https://talk.example.org",
    page_url="https://talk.example.org/i/abcdefghijklmnopqrstuvwx23",
    stop_url="https://talk.example.org/stop/abcdefghijklmnopqrstuvwx23",
)


def page_of(letter: Letter) -> str:
    message = message_from_bytes(compose(letter, ENVELOPE, WORDS).raw, policy=policy.default)
    part = message.get_body(("html",))
    assert part is not None
    content: str = part.get_content()
    return content


@pytest_asyncio.fixture(loop_scope="session")
async def reading(browser: Browser, address: str) -> AsyncIterator[Page]:
    """A page that takes a letter with its own styles, as a mail program does, on a narrow screen."""
    context = await browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    page = await context.new_page()
    await page.goto(address)
    yield page
    await context.close()


async def test_every_letter_passes_axe_light_and_dark_on_a_narrow_screen(reading: Page, axe: Judge):
    judged = Judged(reading, axe)

    for name, letter in LETTERS.items():
        await reading.set_content(page_of(letter))
        await judged.judge(name)

    assert judged.faults == {}


async def test_a_letter_without_its_styles_passes_axe_as_well(reading: Page, axe: Judge):
    html = re.sub(r"<style>.*?</style>| style=\"[^\"]*\"", "", page_of(LETTERS["people"]), flags=re.DOTALL)
    await reading.set_content(html)

    faults = await axe(reading)

    # Without styles the page has no background of its own, and axe takes the dark one for white.
    assert [fault for fault in faults if not fault.startswith("dark: color-contrast")] == []


@pytest.mark.parametrize(("width", "size"), [(320, "16px"), (320, "32px"), (1280, "16px")])
async def test_a_letter_fits_its_screen_in_letters_of_16_pixels_and_fetches_nothing(
    browser: Browser, width: int, size: str
):
    context = await browser.new_context(viewport={"width": width, "height": 640})
    page = await context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    await page.set_content(page_of(LETTERS["people"]).replace("16px", size))
    sizes = await page.eval_on_selector_all(
        "h1, h2, h3, p", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    too_wide = await page.evaluate(WIDTH)
    await context.close()

    assert asked == []
    assert too_wide == 0
    assert min(sizes) >= 16


async def test_a_letter_is_heard_in_order_with_a_heading_for_each_question(page_without_scripts: Page):
    await page_without_scripts.set_content(page_of(LETTERS["people"]))

    headings = await page_without_scripts.locator("h1, h2, h3").evaluate_all(
        "all => all.map(e => [e.tagName, e.innerText])"
    )
    questions = [text for tag, text in headings if tag == "H3"]

    assert [text for tag, text in headings if tag != "H3"] == [
        "A few questions from Harbour Trust",
        "How to answer",
        "The questions",
        "Help now",
        "About this letter",
    ]
    assert [text.split(".")[0] for text in questions] == [str(item.number) for item in LETTERS["people"].items]
