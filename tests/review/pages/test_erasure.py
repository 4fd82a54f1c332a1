"""Erasing in the browser: by code or from a conversation, asked twice, and for ever."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from feedback.conversation.events import Requested
from review.http.service_port import ServicePort
from storage.audit import audit_log
from storage.review import case_list
from storage.tables import people, requests
from tests.review.conftest import House

SECRET = "marmalade"


@pytest.fixture
def noted(both_houses: House) -> list[str]:
    """How often the service was told to note who was erased."""
    calls: list[str] = []
    both_houses.service = ServicePort(note_erased=lambda: calls.append("noted"))
    return calls


@pytest.mark.slow
async def test_a_person_is_erased_by_their_code_after_asking_twice(both_houses, browse_both, noted):
    held = both_houses.says(f"I hid the {SECRET}", events=[Requested("case_study", is_wanted=True)])
    both_houses.db.write_now(lambda tx: tx.execute(update(requests).values(state="published")))
    browser = browse_both("reviewer")
    path = f"/conversations/{held.conversation.id}/erase"

    await browser.get("/erase")
    await browser.send("/erase", code="AAAA-AAAA-AAAA")
    assert "Nobody is known by this code" in browser.text
    await browser.send("/erase", code=held.conversation.code.lower())
    assert browser.path == path
    assert "Your ward, by telegram" in browser.text
    assert "A case study of theirs is published" in browser.text
    await browser.send(path, reason="", sure="erase")
    assert "Say why." in browser.text
    await browser.send(path, reason="They asked by phone", sure="yes")
    assert "Type the word erase" in browser.text
    assert both_houses.db.read_now(lambda tx: tx.execute(select(people.c.erased_at)).scalar_one()) is None

    await browser.send(path, reason="They asked by phone", sure=" Erase ")

    assert "Everything that this person said is gone" in browser.text
    assert noted == ["noted"]
    assert (await browser.get(f"/conversations/{held.conversation.id}")).status_code == 404
    assert SECRET not in (await browser.get("/inbox")).text
    (*_, erased) = [one for one in both_houses.db.read_now(audit_log.entries) if one.what == "erased a person"]
    assert erased.reason == "They asked by phone"
    await browser.get("/erase")
    await browser.send("/erase", code=held.conversation.code)
    assert "Nobody is known by this code" in browser.text


async def test_all_conversations_of_a_person_go_and_nobody_elses(both_houses, browse_both, noted):
    first = both_houses.says("One thing", address="7001")
    both_houses.says("Another", address="7001", channel="telegram")
    other = both_houses.says("Mine", address="7002")
    browser = browse_both("safeguarding")
    path = f"/conversations/{first.conversation.id}/erase"

    await browser.get(path)
    theirs = both_houses.db.read_now(lambda tx: case_list.of_person(tx, person_id=first.person_id))
    assert len(re.findall("Your ward, by telegram", browser.text)) == len(theirs) == 2
    await browser.send(path, reason="They asked", sure="erase")

    assert both_houses.db.read_now(lambda tx: case_list.of_person(tx, person_id=first.person_id)) == ()
    assert (await browser.get(f"/conversations/{other.conversation.id}")).status_code == 200


async def test_erasing_asks_again_who_one_is(both_houses, browse_both, noted):
    held = both_houses.says("One thing")
    browser = browse_both("reviewer")
    both_houses.clock.at += timedelta(minutes=20)

    await browser.get(f"/conversations/{held.conversation.id}/erase")

    assert browser.path == "/prove"
    assert noted == []
