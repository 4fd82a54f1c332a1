"""A long list goes on by itself: its page comes soon and says how far it is, and a list that stops says so."""

import asyncio
import re

from feedback.errors import SaysoError
from review.pages import contact_lists
from tests.review.conftest import House

ROWS = 1_001
LIST = "email\n" + "".join(f"p{number}@example.org\n" for number in range(ROWS))


async def begun(house: House, browser, monkeypatch, store) -> str:
    """A list is sent whose parts are stored by this; nobody waits for more than the first."""
    monkeypatch.setattr("review.http.list_progress._PATIENCE", 0.0)
    monkeypatch.setattr(contact_lists, "_store_all", store)
    await browser.get("/people")
    await browser.send("/people", name="spring")
    address = browser.path
    await browser.get(f"{address}/list")
    await browser.send(f"{address}/list", list=LIST)
    await browser.send(f"{address}/list/store", list=LIST)
    return address


async def test_the_page_of_a_group_says_how_far_a_long_list_is_and_takes_no_second_one(house, browse, monkeypatch):
    browser, go_on, store_all = browse("admin"), asyncio.Event(), contact_lists._store_all

    async def wait_first(store, parts):
        await go_on.wait()
        await store_all(store, parts)

    address = await begun(house, browser, monkeypatch, wait_first)
    assert "The list is coming in: 200 of 1,001 rows so far." in browser.text
    assert "Undo" not in browser.text
    await browser.get(f"{address}/list")
    await browser.send(f"{address}/list/store", list=LIST)
    assert browser.page.status_code == 400
    assert "Another list is coming into this group now." in browser.text

    go_on.set()
    for _ in range(ROWS):
        await browser.get(address)
        if "coming in" not in browser.text:
            break
    assert re.search(r"1,001 people are in it now", browser.text)


async def test_a_list_that_stopped_says_so_and_the_same_list_adds_the_rest(house, browse, monkeypatch):
    browser, store_all = browse("admin"), contact_lists._store_all

    async def stop_soon(store, parts):
        await store_all(store, parts[:1])
        raise SaysoError("The disk is full.")

    address = await begun(house, browser, monkeypatch, stop_soon)
    for _ in range(ROWS):
        await browser.get(address)
        if "coming in" not in browser.text:
            break
    assert "The list stopped after 400 of 1,001 rows. What came in stays." in browser.text

    monkeypatch.setattr(contact_lists, "_store_all", store_all)
    monkeypatch.setattr("review.http.list_progress._PATIENCE", 30.0)
    await browser.get(f"{address}/list")
    await browser.send(f"{address}/list/store", list=LIST)
    assert "1,001 people are in it now." in browser.text
