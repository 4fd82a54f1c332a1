"""Coming in as strangers do, in a real browser: the pages that only they meet, and a passkey that they turn away."""

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect

from review.identity import passwords
from storage.accounts import members
from storage.audit.undo import Act
from storage.review import case_list
from tests.browser.conftest import Judge, Judged
from tests.browser.keyboard import press
from tests.browser.staff_site import signed_in
from tests.review.conftest import NOW, PASSWORD, House

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


async def test_a_new_phone_and_words_after_the_session_pass_axe_and_work_by_keyboard(
    browser: Browser, house: House, site: str, axe: Judge
):
    held = house.says("Nobody rang me.")
    context = await browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = await signed_in(context, house, site, "reviewer")
    judged = Judged(page, axe)

    await page.goto(f"{site}/staff/account")
    await press(page, "Set up a new phone", role="link")
    await judged.judge("new phone")
    await page.get_by_label("Code").fill("000000")
    await press(page, "Go on")
    await judged.judge("new phone, wrong code")
    await page.goto(f"{site}/staff/conversations/{held.conversation.id}/reply")
    await page.get_by_label("What you write").fill("Thank you.\nWe ring back now.")
    house.clock.forward(minutes=31)
    await press(page, "Send")
    await judged.judge("signed out, with words")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    await context.close()

    assert judged.faults == {}


async def to_code(page: Page, house: House, site: str) -> None:
    """Add a passkey, sign out, and come in as far as the code."""
    ada = house.db.read_now(members.members)[0]
    stored = await passwords.hashed(PASSWORD)
    house.db.write_now(lambda tx: members.change_password(tx, staff_id=ada.id, hashed=stored))
    await page.goto(f"{site}/staff/account")
    await page.get_by_role("button", name="Add a passkey").click()
    await expect(page.locator("main")).to_contain_text("My device, since")
    await page.get_by_role("button", name="Sign out").click()
    await page.get_by_label("Name").fill(ada.name.upper())
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_role("button", name="Go on").click()


async def test_whoever_turns_a_passkey_away_is_told_so_and_may_use_a_code(
    browser: Browser, house: House, site: str, axe: Judge
):
    context = await browser.new_context(viewport={"width": 320, "height": 640})
    page = await signed_in(context, house, site, "viewer")
    device = await context.new_cdp_session(page)
    await device.send("WebAuthn.enable")
    added = await device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    await to_code(page, house, site)
    judged = Judged(page, axe)

    await device.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": added["authenticatorId"]})
    await device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    await page.get_by_role("button", name="Use a passkey").click()
    await expect(page.get_by_role("status")).to_have_text("No passkey was used. Try again, or use a code.")
    await judged.judge("no passkey")
    await page.get_by_label("Code").fill(house.code(house.db.read_now(members.members)[0].name))
    await page.get_by_role("button", name="Sign in").click()

    await expect(page.get_by_role("heading", level=1)).to_have_text("Hello, Ada viewer")
    assert judged.faults == {}
    await context.close()


async def test_an_account_is_closed_and_opened_again_at_400_percent_by_keyboard(
    plain: BrowserContext, house: House, site: str, axe: Judge
):
    """Asked, done with the way back, and opened: in a window of 1,280 by 1,024 pixels at 400 %, and on a wide screen."""
    bea = house.hire("Bea Brook", "reviewer")
    held = house.says("Nobody rang me.")
    give = {"conversation_ids": [held.conversation.id], "now": house.clock(), "assigned_to": bea.id}
    house.db.write_now(lambda tx: case_list.put(Act(tx, house.vault, by=bea.id, what="took it", now=NOW), **give))
    page = await signed_in(plain, house, site, "admin")
    judged = Judged(page, axe)

    for width, height in ((320, 256), (1440, 900)):
        await page.set_viewport_size({"width": width, "height": height})
        await page.goto(f"{site}/staff/team")
        await press(page, "Close the account of Bea Brook", role="link")
        await judged.judge(f"asked, {width}")
        await press(page, "Close the account")
        await judged.judge(f"closed, {width}")
        assert "The account of Bea Brook is closed." in await page.inner_text("main")
        await press(page, "Undo: open it again")
        await judged.judge(f"open again, {width}")

    assert judged.faults == {}
