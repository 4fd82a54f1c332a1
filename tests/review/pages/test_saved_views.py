"""Views of the inbox that staff keep, and what they show to whom."""

import re

import pytest
from sqlalchemy import insert, select, update

from storage.tables import conversations, organisations, saved_views
from tests.review.conftest import House


@pytest.mark.slow
async def test_a_view_is_kept_under_a_name_used_again_and_taken_away(both_houses: House, browse_both):
    house = both_houses
    house.says("Nobody rang back", channel="web")
    house.says("All was well", channel="telegram")
    browser, other = browse_both("viewer"), browse_both("viewer")

    await browser.get("/inbox?channel=web&q=rang")
    await browser.send("/views", name="Calls", channel="web", q="rang")
    assert "Done: kept a view." in browser.text
    link = re.search(r'href="/staff(/inbox\?[^"]*)"><bdi>Calls', browser.page.text).group(1).replace("&amp;", "&")
    assert "q=rang" in link
    assert "Calls" not in (await other.get("/inbox")).text
    await browser.send("/views", name="Calls", channel="telegram")
    assert house.db.read_now(lambda tx: len(tx.execute(select(saved_views)).all())) == 1
    await browser.get("/inbox")
    await browser.send(re.search(r"/views/\w+/remove", browser.page.text).group())

    assert ">Calls<" not in browser.page.text
    act = re.search(r'name="act" value="(\w+)"', browser.page.text).group(1)
    await browser.send("/undo", act=act, back="/inbox")
    assert ">Calls<" in browser.page.text


@pytest.mark.slow
async def test_a_shared_view_holds_no_words_and_only_its_owner_takes_it_away(house: House, browse):
    browser, other = browse("reviewer"), browse("coder")
    await browser.get("/inbox")

    await browser.send("/views", name="Web", channel="web", q="Dr Hill", shared="yes")

    await other.get("/inbox")
    assert "Web for everybody, from reviewer-1" in other.text
    assert "Dr" not in other.text
    assert "/remove" not in other.page.text
    view_id = house.db.read_now(lambda tx: tx.execute(select(saved_views.c.id)).scalar_one())
    assert (await other.send(f"/views/{view_id}/remove")).status_code == 404
    assert house.db.read_now(lambda tx: tx.execute(select(saved_views.c.words)).scalar_one()) is None


async def test_a_view_has_a_name_that_fits(house: House, browse):
    browser = browse("viewer")
    await browser.get("/inbox")

    assert (await browser.send("/views", name="")).status_code == 400
    await browser.get("/inbox")
    assert (await browser.send("/views", name="x" * 61)).status_code == 400


async def test_the_inbox_shows_one_organisation_to_those_who_see_every_word(house: House, browse):
    one = house.says("We wrote a charter")
    house.says("All was well")

    def job(tx):
        tx.execute(insert(organisations), {"id": "o1", "name": "Example Trust"})
        here = conversations.c.id == one.conversation.id
        tx.execute(update(conversations).where(here).values(organisation_id="o1"))

    house.db.write_now(job)
    reviewer, viewer = browse("reviewer"), browse("viewer")

    await reviewer.get("/inbox?organisation=o1")
    assert "We wrote a charter" in reviewer.text
    assert "All was well" not in reviewer.text
    assert "Example Trust" in reviewer.text
    await viewer.get("/inbox?organisation=o1")
    assert "Example Trust" not in viewer.text
    assert len(re.findall('class="first"', viewer.page.text)) == 2
