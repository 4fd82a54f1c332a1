"""A random sample of replies is drawn in the browser, made wider, and never drawn anew."""

import re

import pytest

from storage.review.work import samples
from tests.review.conftest import House

HERE = "/figures/ward/sample"


@pytest.mark.slow
async def test_a_sample_is_drawn_widened_and_its_replies_are_led_to(house: House, browse):
    browser = browse("coder")
    await browser.get(HERE)
    assert "Replies with words: 0" in browser.text
    await browser.send(HERE, size="10")
    assert "Nobody has written anything yet that could be drawn." in browser.text

    for number in range(12):
        house.says(f"It was kind, {number}", picks="good")
    await browser.get("/figures/ward")
    assert "A sample to sort first" in browser.text
    for wrong in ("", "9", "many"):
        await browser.send(HERE, size=wrong)
        assert "Write how many replies to draw: 10 or more." in browser.text
    await browser.send(HERE, size="10")
    assert "Drawn: 10 Sorted of these: 0 Left to sort: 10" in browser.text
    links = re.findall(r'href="/staff(/conversations/[^"]+)"', browser.page.text)
    assert len(links) == 10
    await browser.get(links[0])
    assert browser.page.status_code == 200

    await browser.get(HERE)
    await browser.send(HERE, size="10")
    assert "A sample can only be made wider." in browser.text
    first = house.db.read_now(lambda tx: samples.of_flow(tx, flow="ward"))
    await browser.send(HERE, size="500")
    assert "Drawn: 12" in browser.text
    wider = house.db.read_now(lambda tx: samples.of_flow(tx, flow="ward"))
    assert (first.seed, first.limit < wider.limit) == (wider.seed, True)
