"""Posters and cards: what stands on them, and links that are shown once and can be taken back."""

import re

import pytest

from storage.audit import audit_log
from storage.db.ids import from_blocks
from storage.messages import mail_invitations
from storage.people import invitations
from tests.review.conftest import NOW, House

pytestmark = pytest.mark.slow


async def test_a_poster_says_who_asks_how_to_begin_and_what_becomes_of_answers(house: House, browse):
    browser = browse("reviewer")

    await browser.get("/posters/ward?line=<b>Ward 3</b>")

    for words in ("Harbour Trust", "Your ward", "<b>Ward 3</b>", "127.0.0.1:8000", "You can stop at any time."):
        assert words in browser.text
    assert "We do not ask for your name." in browser.text
    assert "In danger now?" in browser.text
    assert browser.page.text.count("<svg") == 1
    assert (await browser.get("/posters/none")).status_code == 404


async def test_each_card_has_a_link_of_its_own_that_is_shown_once(both_houses: House, browse_both):
    browser = browse_both("admin")
    await browser.get("/posters")

    await browser.send("/posters/ward/cards", count="5", line="Ward 3")

    typed = re.findall(r"127\.0\.0\.1:8000/i/([0-9A-HJKMNP-TV-Z-]+)", browser.page.text)
    assert [[len(block) for block in one.split("-")] for one in typed] == [[4] * 6 + [2]] * 5
    tokens = set(map(from_blocks, typed))
    assert len(tokens) == 5
    found = [
        both_houses.db.read_now(
            lambda tx, token=token: invitations.resolve(tx, both_houses.vault, token=token, now=both_houses.clock())
        )
        for token in tokens
    ]
    assert {(one.flow, one.place, one.contact_id) for one in found} == {("ward", "Ward 3", None)}
    await browser.get("/posters")
    assert not any(token in browser.page.text for token in tokens)

    use = lambda tx: invitations.use(tx, invitation_id=found[0].id, now=NOW)  # noqa: E731 - said once
    both_houses.db.write_now(use)
    await browser.get("/posters")
    assert "Your ward 5 1 Take back 4" in browser.text
    await browser.send("/posters/ward/take-back", at=both_houses.clock().isoformat())
    assert "Links taken back: 4." in browser.text
    assert [(one.count, one.used) for one in both_houses.db.read_now(mail_invitations.batches)] == [(1, 1)]
    deeds = [entry.what for entry in both_houses.db.read_now(lambda tx: audit_log.entries(tx, limit=9))]
    assert deeds == ["took 4 links back", "made links to print"]


@pytest.mark.parametrize(
    ("origin", "is_told"), [("http://127.0.0.1:8000", True), ("https://feedback.example.org", False)]
)
async def test_an_address_that_leads_nowhere_is_told_before_anything_is_printed(house: House, browse, origin, is_told):
    member = house.hire("Ada", "admin")
    house.origin = origin
    browser = browse()
    name = "sayso-staff" if is_told else "__Host-sayso-staff"
    browser.client.cookies.set(name, house.session(member))

    await browser.get("/posters")

    assert ("Not to be printed yet" in browser.text) is is_told
    assert "Posters and links" in browser.text


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"count": "0"}, "Say how many cards, from 1 to 200."),
        ({"count": "many"}, "Say how many cards"),
        ({"count": "4", "line": "W" * 81}, "Name the place in 80 letters at most."),
    ],
)
async def test_a_form_that_is_not_quite_right_makes_no_link(house: House, browse, form, told):
    browser = browse("admin")
    await browser.get("/posters")

    await browser.send("/posters/ward/cards", **form)

    assert told in browser.text
    assert house.db.read_now(mail_invitations.batches) == ()
    assert (await browser.send("/posters/ward/take-back", at="yesterday")).status_code == 400
