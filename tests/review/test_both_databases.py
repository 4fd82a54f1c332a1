"""A day's work on SQLite and on PostgreSQL: the same pages say the same."""

import re

import pytest
from sqlalchemy import update

from storage.audit import audit_log
from storage.tables import conversations
from tests.review.conftest import House

pytestmark = pytest.mark.slow


async def test_a_days_work_goes_the_same_way_on_both_databases(both_houses: House, browse_both):
    first = both_houses.says("Dr Hill was kind. Nobody rang.", "And more", wants_news=True)
    both_houses.says("I cannot go on", danger="self_harm_or_suicide", asks=True, channel="web")
    reviewer, second, viewer = (browse_both(role) for role in ("reviewer", "safeguarding", "viewer"))

    for query in (
        "",
        "?view=new",
        "?view=waiting",
        "?view=flagged",
        "?view=mine",
        "?q=kind+hill",
        "?state=new&channel=web",
    ):
        assert (await reviewer.get(f"/inbox{query}")).status_code == 200
    assert "please read" in reviewer.text
    await reviewer.get(f"/conversations/{first.conversation.id}")
    ref = re.search(r'<section class="card" id="(\w+)"', reviewer.page.text).group(1)
    await reviewer.fill(f"/texts/{ref}/check", hide="0-7-name", recognised="no")
    await reviewer.send(f"/texts/{ref}/code", new="Kindness", part="1-4", memo="Why")
    await second.get("/blind")
    theme = re.search(r'name="theme" value="(\w+)"', second.page.text).group(1)
    await second.send(f"/blind/{ref}", theme=theme)
    await second.get("/agreement")
    assert "Kindness 1 1 100 %" in second.text
    await reviewer.send(f"/conversations/{first.conversation.id}/note", note="Rang the ward")
    await reviewer.fill(f"/conversations/{first.conversation.id}/reply", words="Thank you.", anyway="yes")
    assert "waits to go out" in reviewer.text
    await reviewer.send(re.search(r"/replies/\d+/take-back", reviewer.page.text).group())
    act = re.search(r'value="(\w+)"><button>Undo<span class="unseen">: wrote a note', reviewer.page.text).group(1)
    await reviewer.send("/undo", act=act)
    await reviewer.send("/inbox", do="state:closed", scope="all", view="all")
    await reviewer.get("/outcomes")
    await reviewer.send("/outcomes", kind="did", said="Nobody rang.", done="We ring.", theme=theme)
    path = re.search(r'/outcomes/\w+"', reviewer.page.text).group()[:-1]
    await reviewer.get(path)
    await reviewer.send(f"{path}/tell", words="We ring now.")
    for page in ("/", "/figures/ward", "/themes", f"/themes/{theme}", "/set-aside", "/account"):
        assert (await reviewer.get(page)).status_code == 200
    assert "[name] was kind." in (await viewer.get("/inbox?q=rang&state=closed")).text
    assert "1 of 1 (100 %)" in (await reviewer.get("/")).text
    assert both_houses.db.read_now(lambda tx: audit_log.verify(tx, both_houses.vault)).is_whole


async def test_an_answer_taken_back_leaves_the_conversation_as_it_was(both_houses: House, browse_both):
    held = both_houses.says("Will anything change?", asks=True)
    here, browser = f"/conversations/{held.conversation.id}", browse_both("reviewer")
    for _ in "ab":
        await browser.fill(f"{here}/reply", words="Thank you.", anyway="yes")
    first, second = re.findall(r"/replies/\d+/take-back", browser.page.text)

    await browser.send(first)
    assert "State answered" in browser.text
    await browser.send(second)

    assert "State new" in browser.text
    assert "wants a person" in browser.text
    await browser.get("/set-up")
    assert "telegram : 2 taken back" in browser.text


async def test_who_says_stop_after_asking_for_news_is_told_no_more(both_houses: House, browse_both):
    held = both_houses.says("Nobody rang.", wants_news=True)
    browser = browse_both("reviewer")
    await browser.get(f"/conversations/{held.conversation.id}")
    ref = re.search(r'<section class="card" id="(\w+)"', browser.page.text).group(1)
    await browser.send(f"/texts/{ref}/code", new="Calls")
    theme = re.search(r'<option value="(\w+)">Calls', browser.page.text).group(1)
    await browser.get("/outcomes")
    await browser.send("/outcomes", kind="did", said="Nobody rang.", done="We ring.", theme=theme)
    path = re.search(r'/outcomes/\w+"', browser.page.text).group()[:-1]
    await browser.get(path)
    assert "Tell 1 person" in browser.text

    said_stop = update(conversations).values(stage="stopped", heard_at=both_houses.clock())
    both_houses.db.write_now(lambda tx: tx.execute(said_stop))
    await browser.get(path)

    assert "Nobody is left to tell" in browser.text
