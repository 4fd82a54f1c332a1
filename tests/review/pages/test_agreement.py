"""Blind double coding: the second coder sees nothing of the first, and both are compared."""

import re

import pytest

from storage.review import codings, themes
from storage.review.codings import NO_THEME, WHOLE
from tests.review.conftest import Browser


async def first_text(browser: Browser, held) -> str:
    await browser.get(f"/conversations/{held.conversation.id}")
    return re.search(r'<section class="card" id="(\w+)"', browser.page.text).group(1)


@pytest.mark.slow
async def test_a_second_coder_works_blind_and_both_are_compared(house, browse):
    held = [house.says(f"They were kind to number {number}.") for number in range(3)]
    one, two = browse("reviewer"), browse("safeguarding")
    for number, each in enumerate(held):
        ref = await first_text(one, each)
        await one.send(f"/texts/{ref}/code", new="Kindness" if number else "Delay")
    await one.get("/blind")
    assert "There is no text left" in one.text
    await two.get("/agreement")
    assert "3 texts were coded by one other person" in two.text
    assert "No text was coded by two people yet" in two.text

    await two.get("/blind")
    assert "reviewer-1" not in two.text
    themes = dict(re.findall(r'value="(\w+)"><span>(\w+)', two.page.text))
    kindness = next(one for one, name in themes.items() if name == "Kindness")
    for _ in held:
        ref = re.search(r"/blind/(\w+)", two.page.text).group(1)
        await two.send(f"/blind/{ref}", theme=[kindness, "no such theme"])

    assert "There is no text left" in two.text
    await two.get("/agreement")
    assert "Kindness 3 3 67 %" in two.text
    assert "Delay" in two.text
    assert "reviewer-1: Delay" in two.text
    assert "safeguarding-2: Kindness" in two.text


@pytest.mark.slow
async def test_a_coder_gets_only_what_was_checked_and_a_skipped_text_comes_again(house, browse):
    held = house.says("They were kind.")
    reviewer, coder = browse("reviewer"), browse("coder")
    ref = await first_text(reviewer, held)
    await reviewer.send(f"/texts/{ref}/code", new="Kindness")
    await coder.get("/blind")
    assert "There is no text left" in coder.text
    await coder.get("/account")
    assert (await coder.send(f"/blind/{ref}")).status_code == 404
    await reviewer.get(f"/texts/{ref}/check")
    await reviewer.send(f"/texts/{ref}/check", recognised="no")

    await coder.get("/blind")
    await coder.send(f"/blind/{ref}", **{"pass": "yes"})

    assert "They were kind." in coder.text


async def test_what_a_coder_said_last_of_a_whole_text_is_their_one_opinion_of_it(house, browse):
    held = house.says("They were kind. They rang back.")
    one = browse("reviewer")
    ref = await first_text(one, held)

    async def given(**form: str) -> list[tuple[str, bool]]:
        await one.get(f"/conversations/{held.conversation.id}")
        await one.send(f"/texts/{ref}/code", **form)
        found = house.db.read_now(lambda tx: codings.of_texts(tx, house.vault, refs=[ref]))
        return sorted((coding.theme, coding.span == WHOLE) for coding in found[ref])

    assert await given(new="Kindness") == [("Kindness", True)]
    (kindness,) = (theme.id for theme in house.db.read_now(themes.in_use))
    assert await given(theme=NO_THEME) == [("No theme fits", True)]
    assert await given(theme=kindness, part="1-3") == [("Kindness", False)]
    assert await given(theme=NO_THEME) == [("Kindness", False), ("No theme fits", True)]
    assert await given(theme=kindness) == [("Kindness", False), ("Kindness", True)]


@pytest.mark.slow
async def test_that_no_theme_fits_is_a_coding_too_and_so_is_a_text_left_bare(house, browse):
    held = house.says("They were kind.")
    one, two = browse("reviewer"), browse("safeguarding")
    ref = await first_text(one, held)
    await one.send(f"/texts/{ref}/code", theme=NO_THEME)
    assert "No theme fits" in one.text
    await two.get("/blind")

    await two.send(f"/blind/{ref}")

    assert "There is no text left" in two.text
    await two.get("/agreement")
    assert "No theme fits 1 1 100 %" in two.text
    assert "Nowhere." in two.text
