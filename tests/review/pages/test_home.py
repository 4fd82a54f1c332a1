"""Now: one list of who waits, the oldest on top, with what cannot be told in red, and a count in every title."""

import re
from datetime import timedelta

from feedback.alerts.model import Colleague
from review.http.context import ServiceSetup
from storage.accounts import sessions
from storage.alerts import alert_log, choices
from storage.messages import outbox


def entries(browser) -> list[str]:
    """The lines of the list, without their tags."""
    found = re.search(r'<ol class="now-list">(.*?)</ol>', browser.page.text, re.DOTALL)
    lines = re.findall(r"<li.*?</li>", found.group(1), re.DOTALL) if found else []
    return [" ".join(re.sub(r"<[^>]*>", " ", line).split()) for line in lines]


async def test_people_stand_first_then_what_to_read_with_its_reason_the_oldest_on_top(house, browse):
    flagged = house.says("I cannot go on", danger="self_harm_or_suicide")
    house.clock.forward(hours=1)
    asked = house.says("Please ring", asks=True)
    house.clock.forward(hours=1)
    both = house.says("Please ring, I cannot go on", asks=True, danger="self_harm_or_suicide")
    browser = browse("reviewer")

    await browser.get("/")

    first, second, third = entries(browser)
    assert "wants to hear from one of you" in first
    assert "may speak of suicide" not in first
    assert "wants to hear from one of you may speak of suicide" in second
    assert "please read may speak of suicide or self-harm Since 4 May 2026" in third
    order = [browser.page.text.index(one.conversation.id) for one in (asked, both, flagged)]
    assert order == sorted(order)
    assert "<title>(3) Now" in browser.page.text


async def test_whoever_may_not_act_has_no_such_list_and_no_count(house, browse):
    house.says("Please ring", asks=True)

    for role in ("viewer", "coder", "analyst", "admin"):
        browser = browse(role)
        await browser.get("/")
        assert entries(browser) == []
        assert "<title>Now" in browser.page.text
        assert "data-news" not in browser.page.text


async def test_what_waits_is_counted_in_every_title_for_whom_it_waits(house, browse):
    house.says("Please ring", asks=True)
    house.says("Please ring", asks=True)
    house.db.write_now(lambda tx: tx.exec_driver_sql("DELETE FROM consent WHERE id = 1"))
    reviewer, safeguarding = browse("reviewer"), browse("safeguarding")

    for browser, count in ((reviewer, 1), (safeguarding, 2)):
        await browser.get("/")
        assert len(entries(browser)) == count
        await browser.get("/account")
        assert f"<title>({count}) Your account" in browser.page.text


async def test_an_open_page_hears_of_news_without_being_kept_signed_in(house, browse):
    house.says("Please ring", asks=True)
    browser = browse("reviewer")
    await browser.get("/")
    before = int(re.search(r'data-latest="(\d+)"', browser.page.text).group(1))
    told = (await browser.client.get("/staff/now.json")).json()
    assert told == {"waits": 1, "latest": before}

    house.clock.forward(minutes=20)
    house.says("Please ring", asks=True)
    told = (await browser.client.get("/staff/now.json")).json()
    assert (told["waits"], told["latest"] > before) == (2, True)
    house.clock.forward(minutes=11)
    assert (await browser.client.get("/staff/now.json")).status_code == 303
    assert timedelta(minutes=31) >= sessions.IDLE


async def test_an_alert_that_did_not_go_out_stands_in_red(house, browse):
    house.set_up = ServiceSetup(has_mail=True)
    browser = browse("safeguarding")
    ada, now = house.hire("ada", "safeguarding"), house.clock()

    def job(tx):
        given = {"staff_id": ada.id, "now": now}
        token = choices.ask_address(tx, house.vault, address="ada@example.test", **given)
        choices.confirm(tx, house.vault, token=token, **given)
        who = Colleague(ada.id, now, ways=("email",))
        alert_log.tell(tx, house.vault, who, occasions=["p1 first"], text="One waits.\n\nLook.", now=now)

    house.db.write_now(job)
    await browser.get("/")
    assert "could not be told" not in browser.text
    assert "Nobody on" not in browser.text
    house.db.write_now(lambda tx: outbox.refused(tx, outbox_id=1, reason="It came back: gone.", now=now))

    await browser.get("/")
    assert '<li class="wrong"><a href="/staff/rota">ada could not be told by email on 4 May 2026' in browser.page.text
    assert "Nobody on your team is told" in browser.text


async def test_what_people_said_lately_is_seen_as_the_role_may_and_written_down(house, browse):
    house.says("The marmalade was cold")
    reviewer, viewer = browse("reviewer"), browse("viewer")

    await reviewer.get("/")
    await viewer.get("/")

    assert "The marmalade was cold" not in viewer.text
    assert "(not checked yet)" in viewer.text
    reviewer.page = await reviewer.get("/")
    assert "The marmalade was cold" in reviewer.text
    assert "1 conversation in the last seven days, 0 in the seven before." in reviewer.text
    admin = browse("admin")
    await admin.get("/audit")
    assert "saw what people said lately" in admin.text
