"""The first account in the browser: by the printed link alone, once, within its hour, and with the sheet in hand."""

import re
from dataclasses import replace

import pyotp
import pytest

from review.http.setup_port import SetUpPort
from storage.accounts import first_link, members
from storage.settings import values

SHEET = "sayso keys 1\nmaster: ABCD EFGH 1234\nlookup: JKMN PQRS 5678\n"
ACCOUNT = {
    "name": "Ada",
    "role": ["admin", "reviewer"],
    "organisation": "Harbour House",
    "password": "harbour lantern biscuit",
    "again": "harbour lantern biscuit",
}


@pytest.fixture
def restarts(house) -> list[str]:
    """How often the service was asked to begin again."""
    asked: list[str] = []
    house.house = SetUpPort(sheet=lambda: SHEET, restart=lambda: asked.append("again"))
    return asked


def link(house) -> str:
    return house.db.write_now(lambda tx: first_link.make(tx, house.vault, now=house.clock()))


async def has_sheet(browser, token: str):
    await browser.get(f"/first/{token}")
    return await browser.send(f"/first/{token}/sheet", line="master: abcd efgh 1234")


async def test_whoever_opens_the_link_confirms_the_sheet_and_makes_the_first_account(house, browse, restarts):
    browser, token = browse(), link(house)
    shown = await browser.get(f"/first/{token}")
    assert "ABCD EFGH 1234" in shown.text

    after = await has_sheet(browser, token)
    assert "ABCD" not in after.text
    done = await browser.send(f"/first/{token}", **ACCOUNT)

    assert browser.path == "/join-code"
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', done.text).group(1).replace(" ", "")
    await browser.send("/join-code", code=pyotp.TOTP(secret).at(house.clock()))
    ada = house.db.read_now(lambda tx: members.named(tx, name="Ada")).member
    assert (ada.is_ready, ada.role, ada.further) == (True, "reviewer", ("admin",))
    assert house.db.read_now(lambda tx: values.one(tx, house.vault, "organisation")) == "Harbour House"
    assert restarts == ["again"]
    assert (await browse().get(f"/first/{token}")).status_code == 404


async def test_the_sheet_is_shown_until_one_line_of_it_was_typed(house, browse, restarts):
    browser, token = browse(), link(house)
    await browser.get(f"/first/{token}")

    wrong = await browser.send(f"/first/{token}/sheet", line="lookup: JKMN PQRS 5678")
    early = await browser.send(f"/first/{token}", **ACCOUNT)

    assert (wrong.status_code, early.status_code) == (400, 404)
    assert "This is not that line" in wrong.text
    assert house.db.read_now(members.members) == ()


async def test_the_link_works_for_an_hour_and_a_new_one_ends_the_old(house, browse, restarts):
    old = link(house)
    new = link(house)
    assert (await browse().get(f"/first/{old}")).status_code == 404
    assert (await browse().get(f"/first/{new}")).status_code == 200

    house.clock.forward(minutes=61)

    assert (await browse().get(f"/first/{new}")).status_code == 404


async def test_it_works_for_nobody_once_somebody_is_set_up_or_was_sent_a_link(house, browse, restarts):
    token = link(house)
    house.db.write_now(lambda tx: members.add(tx, house.vault, name="Bea", role="admin", now=house.clock()))
    assert (await browse().get(f"/first/{token}")).status_code == 404

    house.clock.forward(days=8)
    fresh = link(house)
    assert (await browse().get(f"/first/{fresh}")).status_code == 200
    house.hire("Cal", "viewer")
    assert (await browse().get(f"/first/{fresh}")).status_code == 404


async def test_whoever_left_before_the_second_step_begins_again_under_the_same_name(house, browse, restarts):
    browser, token = browse(), link(house)
    await has_sheet(browser, token)
    await browser.send(f"/first/{token}", **ACCOUNT)

    again, fresh = browse(), link(house)
    await again.get(f"/first/{fresh}")
    await again.send(f"/first/{fresh}", **{**ACCOUNT, "role": "admin"})

    assert again.path == "/join-code"
    (ada,) = house.db.read_now(members.members)
    assert ada.roles == {"admin"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"name": ""}, "Give your name"),
        ({"role": "reviewer"}, "Tick admin"),
        ({"role": ["admin", "queen"]}, "Tick roles of the list"),
        ({"again": "something else again"}, "not the same"),
    ],
)
async def test_what_is_missing_is_said_and_nothing_is_made(house, browse, restarts, change, says):
    browser, token = browse(), link(house)
    await has_sheet(browser, token)

    answer = await browser.send(f"/first/{token}", **{**ACCOUNT, **change})

    assert answer.status_code == 400
    assert says in browser.text
    assert house.db.read_now(members.members) == ()


async def test_roles_add_up(house, browse):
    """Somebody who keeps accounts and codes may do both, and sees no more than a coder does."""
    browser = browse("coder")
    coder = next(one for one in house.db.read_now(members.members))
    assert (await browser.get("/team")).status_code == 403
    house.db.write_now(lambda tx: members.set_roles(tx, staff_id=coder.id, roles=("admin", "coder")))
    browser.client.cookies.set("sayso-staff", house.session(replace(coder)))

    assert (await browser.get("/team")).status_code == 200
    assert (await browser.get("/inbox")).status_code == 200
    assert (await browser.get("/take-out")).status_code == 403
    await browser.get("/account")
    assert "coder, admin" in browser.text
