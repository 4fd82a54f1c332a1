"""Signing in as somebody does who has never seen it: interrupted, with a wrong clock, two tabs, a lost phone."""

import re
from datetime import timedelta

import pyotp
import pytest

from storage.accounts import members, passkeys, sessions
from storage.accounts.passkeys import Passkey
from storage.audit import audit_log
from tests.review.conftest import ORIGIN, PASSWORD, Browser, House
from tests.review.test_sign_in import invite, join, sign_in

pytestmark = pytest.mark.slow


async def choose_password(house: House, browser: Browser, password: str = PASSWORD) -> Browser:
    await browser.get(f"/join/{invite(house)}")
    await browser.send(browser.path, password=password, again=password)
    return browser


def code_at(house: House, **off: float) -> str:
    member = house.db.read_now(lambda tx: members.named(tx, name="Ada")).member
    secret = house.db.read_now(lambda tx: members.totp_secret(tx, house.vault, staff_id=member.id))
    return pyotp.TOTP(secret).at(house.clock() + timedelta(**off))


async def test_whoever_is_interrupted_before_the_second_step_goes_on_with_the_password(house, browse):
    await choose_password(house, browse())
    house.clock.forward(days=1)
    again = browse()

    await again.get("/sign-in")
    await again.send("/sign-in", name="Ada", password=PASSWORD)

    assert again.path == "/join-code"
    await again.send("/join-code", code=house.code("Ada"))
    assert "Your recovery codes" in again.text


async def test_a_second_step_that_was_never_shown_is_not_asked_for_as_proof_and_lets_nobody_in(house, browse):
    await choose_password(house, browse())
    browser = browse()
    await browser.get("/sign-in")

    await browser.send("/sign-in", name="Ada", password=PASSWORD)

    assert (await browser.get("/account")).url.path == "/staff/sign-in"
    assert (await browser.get("/sign-in/code")).url.path == "/staff/sign-in"
    admin = browse("admin")
    assert "reviewer, is not set up yet" in (await admin.get("/team")).text.replace(" , ", ", ")


@pytest.mark.parametrize(
    ("off", "told"), [(3, "3 minutes fast"), (-1.5, "2 minutes slow"), (1, "1 minute fast"), (59, "59 minutes fast")]
)
async def test_a_phone_with_a_wrong_clock_is_told_so_while_it_is_set_up(house, browse, off, told):
    browser = await choose_password(house, browse())

    await browser.send("/join-code", code=code_at(house, minutes=off))

    assert f"The clock of your phone is {told}" in browser.text
    await browser.send("/join-code", code=house.code("Ada"))
    assert "Your recovery codes" in browser.text


async def test_how_wrong_a_clock_is_is_never_told_to_whoever_signs_in(house, browse):
    await join(house, browse())
    house.clock.forward(minutes=5)

    browser = await sign_in(house, browse(), code_at(house, minutes=3))

    assert "This code is not right" in browser.text
    assert "minutes fast" not in browser.text
    assert "sets its time by itself" in browser.text


async def test_a_name_may_be_typed_in_small_letters_and_a_password_in_either_way_of_accents(house, browse):
    composed, apart = "h\u00e9rbour lantern biscuit", "he\u0301rbour lantern biscuit"
    browser = await choose_password(house, browse(), composed)
    await browser.send("/join-code", code=house.code("Ada"))
    house.clock.forward(minutes=5)
    other = browse()
    await other.get("/sign-in")

    await other.send("/sign-in", name=" ada ", password=apart)

    assert other.path == "/sign-in/code"
    with pytest.raises(members.NameTaken):
        invite(house, "ADA")


async def test_capitals_give_no_more_tries(house, browse):
    await join(house, browse())
    stranger = browse(place="198.51.100.7")
    await stranger.get("/sign-in")
    for name in ("Ada", "ada", "ADA", "aDa", "adA"):
        await stranger.send("/sign-in", name=name, password="wrong wrong wrong")

    held = await stranger.send("/sign-in", name="AdA", password=PASSWORD)

    assert held.status_code == 429


async def test_a_lost_phone_is_replaced_with_a_recovery_code_and_the_old_one_is_then_of_no_use(
    both_houses, browse_both
):
    house, browse = both_houses, browse_both
    codes = await join(house, browse())
    old = house.db.read_now(lambda tx: members.named(tx, name="Ada")).member
    secret = house.db.read_now(lambda tx: members.totp_secret(tx, house.vault, staff_id=old.id))
    house.clock.forward(minutes=5)
    browser = await sign_in(house, browse(), codes[0])

    await browser.get("/account/second-step")
    shown = re.search(r'class="secret">([A-Z2-7 ]+)<', browser.page.text)[1].replace(" ", "")
    assert shown != secret
    await browser.send("/account/second-step", code="000000")
    assert "This code is not right" in browser.text
    assert shown in browser.page.text.replace(" ", "")
    await browser.send("/account/second-step", code=pyotp.TOTP(shown).at(house.clock()))

    assert browser.path == "/account"
    assert house.db.read_now(lambda tx: members.totp_secret(tx, house.vault, staff_id=old.id)) == shown
    house.clock.forward(minutes=5)
    assert "This code is not right" in (await sign_in(house, browse(), pyotp.TOTP(secret).at(house.clock()))).text
    assert "Sign out" in (await sign_in(house, browse())).text
    assert "set up a new second step" in [entry.what for entry in house.db.read_now(audit_log.entries)]
    assert shown not in (await browser.get("/account/second-step")).text.replace(" ", "")


async def test_a_new_link_for_a_lost_phone_ends_its_passkey_and_its_recovery_codes(house, browse):
    codes = await join(house, browse())
    ada = house.db.read_now(lambda tx: members.named(tx, name="Ada")).member
    key = Passkey(b"key", ada.id, b"public", 0, "Lost phone", house.clock())
    house.db.write_now(lambda tx: passkeys.add(tx, key=key))
    house.clock.forward(minutes=5)
    token = house.db.write_now(lambda tx: members.invite(tx, house.vault, staff_id=ada.id, now=house.clock()))
    browser = browse()
    await browser.get(f"/join/{token}")
    await browser.send(browser.path, password=PASSWORD, again=PASSWORD)
    await browser.send("/join-code", code=house.code("Ada"))

    assert house.db.read_now(lambda tx: passkeys.of_staff(tx, staff_id=ada.id)) == ()
    house.clock.forward(minutes=5)
    assert "This code is not right" in (await sign_in(house, browse(), codes[1])).text


async def test_two_tabs_may_sign_in_one_after_the_other(house, browse):
    await join(house, browse())
    house.clock.forward(minutes=5)
    first = browse()
    second = Browser(first.client)
    await first.get("/sign-in")
    await second.get("/sign-in?next=/staff/account")
    await sign_in(house, first)

    await second.send("/sign-in?next=/staff/account", name="Ada", password=PASSWORD)

    assert second.path == "/account"
    assert (await second.get("/sign-in")).url.path == "/staff/"
    assert (await second.get("/sign-in/code")).url.path == "/staff/"
    assert "Sign out" in (await first.get("/account")).text


async def test_sending_the_last_page_of_joining_again_does_not_look_like_being_signed_out(house, browse):
    browser = browse()
    await join(house, browser)

    again = await browser.client.post(
        "/staff/join-code", data={"csrf": browser.csrf, "code": "1"}, follow_redirects=True
    )

    assert (again.status_code, again.url.path) == (200, "/staff/")


async def test_what_was_written_is_shown_again_when_nobody_knows_any_more_whose_it_is(house, browse):
    held = house.says("Nobody rang me.")
    browser = browse("reviewer")
    path = f"/conversations/{held.conversation.id}/reply"
    await browser.get(path)
    house.clock.forward(minutes=31)
    words = "Thank you. We ring <b>back</b> now.\nKind regards"
    house.db.write_now(lambda tx: sessions.purge(tx, now=house.clock() + timedelta(days=1)))

    await browser.send(path, words=words, password="never shown again", area="x")

    assert (browser.page.status_code, "You were signed out" in browser.text) == (403, True)
    assert "We ring &lt;b&gt;back&lt;/b&gt; now." in browser.page.text
    assert "never shown again" not in browser.page.text
    assert f'href="/staff/sign-in?next=/staff{path}"' in browser.page.text
    foreign = {"sec-fetch-site": "cross-site"}
    sent = await browser.client.post(f"/staff{path}", data={"words": "Call this number"}, headers=foreign)
    assert (sent.status_code, "Call this number" in sent.text) == (403, False)


@pytest.mark.parametrize(
    ("form", "page"),
    [
        ("/team/1/role", "/staff/team"),
        ("/team", "/staff/team"),
        ("/account/end-session", "/staff/account"),
        ("/undo", "/staff/"),
        ("/conversations/7/note", "/staff/conversations/7"),
    ],
)
async def test_after_signing_in_again_a_form_leads_to_the_page_that_it_stands_on(browse, form, page):
    browser = browse()

    sent = await browser.client.post(f"/staff{form}", data={}, headers={"origin": ORIGIN})

    assert sent.headers["location"] == f"/staff/sign-in?next={page}"


async def test_showing_again_who_one_is_leads_back_to_the_form(house, browse):
    browser = browse()
    house.db.write_now(lambda tx: members.add(tx, house.vault, name="Cal", role="viewer", now=house.clock()))
    await browser.get(f"/join/{invite(house, 'Ada', 'admin')}")
    await browser.send(browser.path, password=PASSWORD, again=PASSWORD)
    await browser.send("/join-code", code=house.code("Ada"))
    house.clock.forward(minutes=11)
    await browser.get("/team")
    await browser.send("/team", name="Bea", role="viewer")

    await browser.send(f"/prove?{browser.page.url.query.decode()}", password=PASSWORD, code=house.code("Ada"))

    assert "Nothing was lost" in browser.text
    await browser.send("/team", name="Bea")
    assert "/staff/join/" in browser.page.text
