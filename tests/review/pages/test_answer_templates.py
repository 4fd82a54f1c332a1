"""Answers begin with a template, and a draft of one is kept for whoever writes it."""

import re

import pytest

from storage.people import erasure
from storage.review.work import answer_templates, drafts
from storage.subject_access import mydata
from storage.tables import reply_drafts
from tests.review.conftest import House

pytestmark = pytest.mark.slow


async def test_a_template_is_written_used_changed_and_taken_away(house: House, browse):
    held = house.says("Will anything change?")
    browser = browse("reviewer")
    await browser.fill("/answer-templates", name="Thanks", words="Thank you for telling us.")
    assert "wrote a template" in browser.text
    await browser.fill("/answer-templates", name="Thanks", words="Twice")
    assert "There is a template of this name." in browser.text
    known = house.db.read_now(answer_templates.every)[0]

    await browser.get(f"/conversations/{held.conversation.id}/reply?template={known.id}")
    assert "Thank you for telling us.</textarea>" in browser.page.text
    await browser.fill("/answer-templates", name="", words="")
    assert browser.page.status_code == 400
    await browser.get("/answer-templates")
    await browser.send(f"/answer-templates/{known.id}", name="Thank you", words="Thank you so much.")
    assert house.db.read_now(answer_templates.every)[0].words == "Thank you so much."
    await browser.send(f"/answer-templates/{known.id}/remove")
    assert house.db.read_now(answer_templates.every) == ()
    act = re.search(r'name="act" value="(\w+)"', browser.page.text).group(1)
    await browser.send("/undo", act=act)

    assert len(house.db.read_now(answer_templates.every)) == 1
    await browser.get("/answer-templates")
    assert (await browser.send("/answer-templates/none/remove")).status_code == 404
    await browser.get("/answer-templates")
    assert (await browser.send("/answer-templates/none", name="a", words="b")).status_code == 404


async def test_a_draft_is_kept_shown_again_told_to_others_and_gone_once_it_is_sent(house: House, browse):
    held = house.says("Will anything change?")
    where = f"/conversations/{held.conversation.id}"
    one, two = browse("reviewer"), browse("safeguarding")
    await one.get(f"{where}/reply")
    await one.send(f"{where}/draft", words="We ring back from")
    assert "you have begun an answer" in one.text
    await two.get(where)
    assert "reviewer-1 has begun an answer" in two.text
    await two.get(f"{where}/reply")
    assert "reviewer-1 has begun an answer too" in two.text
    assert "We ring back from" not in two.text
    await one.get(f"{where}/reply")
    assert "We ring back from</textarea>" in one.page.text

    await one.send(f"{where}/reply", words="We ring back from now on.")
    assert "Not all of these are ticked" in one.text
    await one.get(f"{where}/reply")
    assert "We ring back from now on.</textarea>" in one.page.text
    await one.send(f"{where}/reply", words="We ring back from now on.", anyway="yes")

    await one.get(f"{where}/reply")
    assert "</textarea>" in one.page.text
    assert "We ring back from now on.</textarea>" not in one.page.text
    assert house.db.read_now(lambda tx: tx.execute(reply_drafts.select()).all()) == []


async def test_an_empty_draft_is_none_and_a_very_long_one_is_refused(house: House, browse):
    held = house.says("Will anything change?")
    where = f"/conversations/{held.conversation.id}"
    browser = browse("reviewer")
    await browser.get(f"{where}/reply")
    assert (await browser.send(f"{where}/draft", words="x" * 7000)).status_code == 413
    await browser.get(f"{where}/reply")
    await browser.send(f"{where}/draft", words="One")
    await browser.send(f"{where}/draft", words="  ")

    assert "begun an answer" not in browser.text


async def test_a_draft_goes_to_the_person_who_asks_and_is_erased_with_them(house: House, browse):
    held = house.says("Will anything change?")
    browser = browse("reviewer")
    await browser.get(f"/conversations/{held.conversation.id}/reply")
    await browser.send(f"/conversations/{held.conversation.id}/draft", words="We ring back from")

    told = house.db.read_now(lambda tx: mydata(tx, house.vault, person_id=held.person_id))
    assert [one["words"] for one in told["conversations"][0]["answers_begun_by_staff"]] == ["We ring back from"]
    house.db.write_now(
        lambda tx: erasure.erase(tx, house.vault, person_id=held.person_id, why="asked", now=house.clock())
    )

    assert house.db.read_now(lambda tx: tx.execute(reply_drafts.select()).all()) == []
    assert drafts.DRAFT == "reply_draft.words"
