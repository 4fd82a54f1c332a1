"""Figures in the staff app: themes and groups with small numbers hidden, and only words that may be quoted."""

import re

import pytest

from feedback.conversation.events import Consented
from tests.review.conftest import Browser, House

QUOTE = Consented("quote_words", granted=True, wording="Can we share your words in a report?")


async def check_and_code(browser: Browser, held, theme: str, hidden: str = "") -> None:
    await browser.get(f"/conversations/{held.conversation.id}")
    ref = re.search(r'<section class="card" id="(\w+)"', browser.page.text).group(1)
    await browser.get(f"/texts/{ref}/check")
    await browser.send(f"/texts/{ref}/check", recognised="no", more=hidden, kind="name")
    await browser.send(f"/texts/{ref}/code", new=theme)


@pytest.mark.slow
async def test_figures_tell_themes_and_quotes_of_those_who_agreed_and_of_nobody_else(both_houses: House, browse_both):
    house, reviewer = both_houses, browse_both("reviewer")
    for number in range(10):
        held = house.says(f"Dr Hill rang back, number {number}", picks="good", events=[QUOTE])
        await check_and_code(reviewer, held, "Calls", "Dr Hill")
    silent = house.says("Marmalade was not agreed to be quoted", picks="good")
    await check_and_code(reviewer, silent, "Calls")
    for _ in range(5):
        house.says("Lemons were never checked", picks="good", events=[QUOTE])
    analyst = browse_both("analyst")

    await analyst.get("/figures/ward")

    assert "Themes: What happened" in analyst.text
    assert "What we heard: Calls" in analyst.text
    assert "[name] rang back, number" in analyst.text
    assert not any(word in analyst.text for word in ("Hill", "Marmalade", "Lemons"))


async def test_figures_tell_how_many_of_each_group_replied(house: House, browse):
    house.invites("spring", *(f"person{number}@example.org" for number in range(12)))
    house.says("It was kind")
    browser = browse("viewer")

    await browser.get("/figures/ward")

    assert "Who replied, by group" in browser.text
    assert "spring 12 hidden hidden" in browser.text
