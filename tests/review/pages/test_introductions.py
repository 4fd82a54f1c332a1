"""Introductions: staff find who fits whom, and both are asked; nobody is asked who does not want it."""

import pytest

from feedback.conversation.events import Consented, Requested
from storage.involvement import asks, introductions
from tests.review.conftest import House

CARDS = {"card": "A carer who likes plain words.", "other_card": "Somebody who runs a group."}


def wants(house: House, *events):
    return house.says("I would like to meet others", events=[Requested("network", is_wanted=True), *events])


async def test_two_people_are_found_and_asked_each_with_their_own_words(house: House, browse):
    first, second = wants(house), wants(house)
    browser = browse("reviewer")
    await browser.get("/queues/network")
    assert "Bring two of them together" in browser.text
    await browser.get("/introductions")
    assert browser.text.count("Find somebody for") == 2
    await browser.get(f"/introductions/{first.conversation.id}")
    assert "Whom could they meet?" in browser.text

    await browser.send(f"/introductions/{first.conversation.id}", other=second.conversation.id, **CARDS)

    assert "both are asked" in browser.text
    for held, card in ((first, CARDS["card"]), (second, CARDS["other_card"])):
        (kept,) = house.db.read_now(lambda tx, held=held: asks.of_person(tx, house.vault, person_id=held.person_id))
        assert kept.words == f"{introductions.BEFORE_CARD}\n\n{card}"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"other": "", **CARDS}, "Pick whom they could meet."),
        ({"other": "first", **CARDS}, "Pick whom they could meet."),
        ({"other": "second", "card": "x" * 301, "other_card": "y"}, "300 characters at most"),
        ({"other": "second", "card": "x", "other_card": ""}, "300 characters at most"),
    ],
)
async def test_what_is_missing_is_said_and_nobody_is_asked(house: House, browse, form, told):
    named = {"first": wants(house).conversation.id, "second": wants(house).conversation.id}
    browser = browse("reviewer")
    await browser.get(f"/introductions/{named['first']}")

    answer = await browser.send(f"/introductions/{named['first']}", **{**form, "other": named.get(form["other"], "")})

    assert answer.status_code == 400
    assert told in browser.text
    assert house.db.read_now(lambda tx: introductions.entries(tx, house.vault)) == ()


async def test_two_who_were_asked_before_are_not_asked_again(house: House, browse):
    first, second = wants(house), wants(house)
    browser, path = browse("reviewer"), f"/introductions/{first.conversation.id}"
    await browser.get(path)
    await browser.send(path, other=second.conversation.id, **CARDS)
    await browser.get(path)

    answer = await browser.send(path, other=second.conversation.id, **CARDS)

    assert answer.status_code == 400
    assert "asked about each other before" in browser.text


async def test_whoever_does_not_want_to_be_written_to_cannot_be_picked(house: House, browse):
    no = Consented("contact_more", granted=False, wording="Can we get in touch?")
    first, second = wants(house), wants(house, no)
    browser, path = browse("reviewer"), f"/introductions/{first.conversation.id}"
    await browser.get(path)

    answer = await browser.send(path, other=second.conversation.id, **CARDS)

    assert answer.status_code == 400
    assert "They do not want to be written to" in browser.text


async def test_people_are_found_by_their_words_and_strangers_are_not_found(house: House, browse):
    first, _ = wants(house), wants(house)
    browser = browse("reviewer")

    assert "Nobody with these words." in (await browser.get("/introductions?q=nowhere")).text
    assert (await browser.get("/introductions/nobodys")).status_code == 404
    await browser.get(f"/introductions/{first.conversation.id}")
    assert (await browser.send("/introductions/nobodys", **CARDS)).status_code == 404
