"""Closing an account asks and can be undone; work goes back to nobody where somebody cannot see it any more."""

import pytest

from storage.accounts import members
from storage.review import case_list
from storage.review.work import release
from tests.review.conftest import House

pytestmark = pytest.mark.slow


def holder(house: House, conversation_id: str) -> str | None:
    return house.db.read_now(lambda tx: case_list.case(tx, conversation_id=conversation_id)).assigned_name


async def give(browser, held, to: members.Member) -> None:
    await browser.get("/inbox")
    await browser.send("/inbox", do=f"give:{to.id}", scope="ticked", one=held.conversation.id)


async def test_closing_an_account_asks_frees_its_work_and_can_be_undone(house: House, browse):
    held = house.says("It was kind.")
    bea = house.hire("Bea", "reviewer")
    reviewer, admin = browse("reviewer"), browse("admin")
    await give(reviewer, held, bea)
    assert holder(house, held.conversation.id) == "Bea"

    await admin.get(f"/team/{bea.id}/close")
    assert "1 conversation that they have goes to nobody." in admin.text
    await admin.send(f"/team/{bea.id}/close")
    assert "The account of Bea is closed." in admin.text
    assert holder(house, held.conversation.id) is None
    await admin.send(f"/team/{bea.id}/open")

    assert house.db.read_now(lambda tx: members.with_id(tx, staff_id=bea.id)).disabled_at is None
    assert "closed on" not in admin.text
    await admin.get("/team")
    assert (await admin.send(f"/team/{bea.id}/open")).status_code == 404


async def test_a_role_that_sees_less_keeps_only_the_work_that_it_sees(house: House, browse):
    one, two = house.says("It was kind."), house.says("Nobody rang.")
    bea = house.hire("Bea", "reviewer")
    reviewer, admin = browse("reviewer"), browse("admin")
    await reviewer.get("/texts/a1/check")
    await reviewer.send("/texts/a1/check", recognised="no")
    await give(reviewer, one, bea)
    await give(reviewer, two, bea)
    assert len(house.db.read_now(lambda tx: release.held_by(tx, staff_id=bea.id))) == 2

    await admin.get("/team")
    await admin.send(f"/team/{bea.id}/role", role="coder")

    assert (holder(house, one.conversation.id), holder(house, two.conversation.id)) == ("Bea", None)
