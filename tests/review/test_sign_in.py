"""Coming in: the one-time link, the second factor, wrong tries, and what ends a session."""

import asyncio
import re

import pytest

from storage.accounts import members, sessions
from storage.audit import audit_log
from storage.db.ids import new_id
from tests.review.conftest import ORIGIN, PASSWORD, Browser, House


def invite(house: House, name: str = "Ada", role: str = "reviewer") -> str:
    return house.db.write_now(lambda tx: members.add(tx, house.vault, name=name, role=role, now=house.clock()))


async def join(house: House, browser: Browser, name: str = "Ada") -> list[str]:
    """Use the one-time link to its end; return the recovery codes."""
    await browser.get(f"/join/{invite(house, name)}")
    await browser.send(browser.path, password=PASSWORD, again=PASSWORD)
    await browser.send("/join-code", code=house.code(name))
    return re.findall(r"<li>([0-9A-Z-]{14})</li>", browser.page.text)


async def sign_in(house: House, browser: Browser, code: str = "", password: str = PASSWORD) -> Browser:
    await browser.get("/sign-in")
    await browser.send("/sign-in", name="Ada", password=password)
    if browser.path == "/sign-in/code":
        await browser.send("/sign-in/code", code=code or house.code("Ada"))
    return browser


@pytest.mark.slow
async def test_a_one_time_link_leads_in_and_is_then_over(house, browse):
    browser = browse()

    codes = await join(house, browser)

    assert len(codes) == 10
    assert "Hello, Ada" in (await browser.get("/")).text
    token = invite(house, "Bea")
    await browse().get(f"/join/{token}")
    house.clock.forward(days=8)
    late = browse()
    await late.get(f"/join/{token}")
    assert (late.page.status_code, "This link is over" in late.text) == (404, True)


@pytest.mark.slow
async def test_a_weak_password_is_named_with_every_fault_and_changes_nothing(house, browse):
    browser = browse()
    await browser.get(f"/join/{invite(house)}")
    path = browser.path

    await browser.send(path, password="short", again="other")

    assert "12 characters" in browser.text
    assert "not the same" in browser.text
    assert "aaaaaaaaaaaaaa" not in (await browser.send(path, password="a" * 14, again="a" * 14)).text
    assert "easy to guess" in browser.text
    assert not house.db.read_now(lambda tx: members.named(tx, name="Ada")).member.is_ready


@pytest.mark.slow
async def test_password_and_code_lead_to_the_page_that_was_asked_for(house, browse):
    await join(house, browse())
    house.clock.forward(minutes=5)
    browser = browse()

    await browser.get("/account")
    assert browser.path == "/sign-in"
    await browser.send(f"/sign-in?{browser.page.url.query.decode()}", name="Ada", password=PASSWORD)
    await browser.send(f"/sign-in/code?{browser.page.url.query.decode()}", code=house.code("Ada"))

    assert browser.path == "/account"
    assert "this browser" in browser.text


@pytest.mark.slow
@pytest.mark.parametrize(
    "asked", ["https://example.org/", "//example.org/staff/", "/elsewhere", "/staff/\\example.org"]
)
async def test_signing_in_never_leads_to_another_site(house, browse, asked):
    await join(house, browse())
    house.clock.forward(minutes=5)
    browser = browse()
    await browser.get("/sign-in")
    await browser.client.post("/staff/sign-in", data={"csrf": browser.csrf, "name": "Ada", "password": PASSWORD})
    await browser.get("/sign-in/code")

    done = await browser.client.post(
        "/staff/sign-in/code", params={"next": asked}, data={"csrf": browser.csrf, "code": house.code("Ada")}
    )

    assert done.headers["location"] == "/staff/"


@pytest.mark.slow
async def test_a_wrong_name_and_a_wrong_password_look_the_same(house, browse):
    await join(house, browse())
    browser = browse()
    await browser.get("/sign-in")

    first = await browser.send("/sign-in", name="Ada", password="wrong wrong wrong")
    told = browser.text
    second = await browser.send("/sign-in", name="Nobody", password="wrong wrong wrong")

    assert (first.status_code, second.status_code) == (403, 403)
    assert told == browser.text


@pytest.mark.slow
async def test_wrong_tries_make_one_place_wait_and_leave_the_owner_free(house, browse):
    await join(house, browse())
    house.clock.forward(minutes=5)
    stranger = browse(place="198.51.100.7")
    await stranger.get("/sign-in")
    for _ in range(5):
        await stranger.send("/sign-in", name="Ada", password="wrong wrong wrong")

    held = await stranger.send("/sign-in", name="Ada", password=PASSWORD)

    assert (held.status_code, "Please wait" in stranger.text) == (429, True)
    owner = await sign_in(house, browse())
    assert "Sign out" in owner.text
    tried = [entry.what for entry in house.db.read_now(audit_log.entries)]
    assert tried.count("could not sign in") == 5


@pytest.mark.slow
async def test_however_many_codes_come_at_once_no_more_are_judged_than_are_free(house, browse, monkeypatch):
    await join(house, browse())
    house.clock.forward(minutes=5)
    guesser = browse(place="2001:db8:1:2::7")
    await guesser.get("/sign-in")
    await guesser.send("/sign-in", name="Ada", password=PASSWORD)
    judged = []
    monkeypatch.setattr(members, "take_code", lambda *_, code, **__: judged.append(code))

    fields = {"csrf": guesser.csrf, "code": "000000"}
    await asyncio.gather(
        *(
            guesser.client.post("/staff/sign-in/code", data={**fields, "mark": new_id()}, headers={"origin": ORIGIN})
            for _ in range(100)
        )
    )

    assert len(judged) == sessions.FREE_TRIES


@pytest.mark.slow
async def test_a_code_of_the_second_step_works_once_and_a_recovery_code_stands_in(house, browse):
    codes = await join(house, browse())
    house.clock.forward(minutes=5)
    code = house.code("Ada")
    first = await sign_in(house, browse(), code)
    again = await sign_in(house, browse(), code)
    saved = await sign_in(house, browse(), codes[0])

    assert "Sign out" in first.text
    assert "This code is not right" in again.text
    assert "Sign out" in saved.text


async def test_half_signed_in_is_not_in(house, browse):
    member = house.hire("Ada", "reviewer")
    token = house.db.write_now(
        lambda tx: sessions.begin(tx, house.vault, staff_id=member.id, stage="code", now=house.clock())
    )
    browser = browse()
    browser.client.cookies.set("sayso-staff", token)

    assert (await browser.get("/account")).url.path == "/staff/sign-in"


async def test_signing_out_and_ending_another_session_end_them(house, browse):
    here, there = browse("reviewer"), browse()
    member = house.db.read_now(members.members)[0]
    there.client.cookies.set("sayso-staff", house.session(member))
    await there.get("/account")
    await here.get("/account")
    other = re.search(r'name="session" value="(\w+)"', here.page.text).group(1)

    await here.send("/account/end-session", session=other)

    assert (await there.get("/account")).url.path == "/staff/sign-in"
    await here.send("/sign-out")
    assert (await here.get("/account")).url.path == "/staff/sign-in"


@pytest.mark.slow
async def test_a_new_password_takes_the_old_ones_place_and_ends_every_other_session(house, browse):
    browser, there = browse(), browse()
    await join(house, browser)
    house.clock.forward(minutes=1)
    await sign_in(house, there)
    other = "quiet harbour seven lamps"

    await browser.get("/account/password")
    await browser.send("/account/password", password="wrong wrong wrong", new=other, again=other)
    assert (browser.page.status_code, "The password is not right" in browser.text) == (403, True)
    await browser.send("/account/password", password=PASSWORD, new="short", again="other")
    assert ("12 characters" in browser.text, "not the same" in browser.text) == (True, True)
    assert (await there.get("/account")).url.path == "/staff/account"
    await browser.send("/account/password", password=PASSWORD, new=other, again=other)

    assert "Your password is changed" in browser.text
    assert (await browser.get("/account")).url.path == "/staff/account"
    assert (await there.get("/account")).url.path == "/staff/sign-in"
    house.clock.forward(minutes=1)
    assert (await sign_in(house, browse())).path == "/sign-in"
    assert (await sign_in(house, browse(), password=other)).path == "/"
    deeds = house.db.read_now(audit_log.entries)
    assert "changed their password" in [one.what for one in deeds]


async def test_wrong_tries_of_the_password_of_now_must_wait(house, browse):
    browser = browse("viewer")
    await browser.get("/account/password")

    for _ in range(sessions.FREE_TRIES + 1):
        await browser.send("/account/password", password="wrong", new="", again="")

    assert (browser.page.status_code, "Please wait" in browser.text) == (429, True)


@pytest.mark.slow
async def test_what_matters_asks_again_who_one_is(house, browse):
    browser = browse()
    await join(house, browser)
    house.clock.forward(minutes=11)
    await browser.get("/account")

    await browser.send("/account/recovery-codes")
    assert browser.path == "/prove"
    await browser.send("/prove", password="wrong wrong wrong", code=house.code("Ada"))
    assert "The password is not right" in browser.text
    await browser.send("/prove", password=PASSWORD, code="000000")
    assert "This code is not right" in browser.text
    await browser.send("/prove", password=PASSWORD, code=house.code("Ada"))
    await browser.get("/account")
    await browser.send("/account/recovery-codes")

    assert "They are not shown again" in browser.text


async def test_a_form_without_its_token_or_from_another_site_is_refused(browse):
    browser = browse("reviewer")
    await browser.get("/account")
    csrf = browser.csrf
    another = browse("reviewer")
    await another.get("/account")

    async def status(headers=None, **fields):
        return (await browser.client.post("/staff/sign-out", data=fields, headers=headers)).status_code

    assert await status() == 403
    assert await status(csrf=another.csrf) == 403
    assert await status({"sec-fetch-site": "cross-site"}, csrf=csrf) == 403
    assert await status({"origin": "https://example.org"}, csrf=csrf) == 403
    assert await status({"content-type": "application/json"}, csrf=csrf) == 415
    assert await status(csrf=csrf, words="x" * 600_000) == 413
    assert await status(**{f"f{number}": "" for number in range(2001)}, csrf=csrf) == 400
    assert await status({"sec-fetch-site": "same-origin"}, csrf=csrf) == 303


async def test_every_answer_carries_the_safety_headers(browse):
    browser = browse()

    for path in ("/sign-in", "/nothing", "/static/staff.css", "/static/nothing"):
        headers = (await browser.get(path)).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert ("no-store" in headers["cache-control"]) is ("staff.css" not in path)


async def test_what_is_no_passkey_is_refused(house, browse):
    house.origin = "http://localhost:8000"
    browser = browse("viewer")
    await browser.get("/account")
    assert "Add a passkey" in browser.text
    assert (await browser.send("/account/passkeys", answer="{}")).status_code == 400
    await browser.get("/account")
    assert (await browser.send("/account/passkeys/remove", key="odd")).status_code == 400
    await browser.get("/account")
    assert (await browser.send("/account/passkeys/remove", key="00")).status_code == 200
    member = house.db.read_now(members.members)[0]
    begin = sessions.begin
    token = house.db.write_now(lambda tx: begin(tx, house.vault, staff_id=member.id, stage="code", now=house.clock()))
    browser.client.cookies.clear()
    browser.client.cookies.set("sayso-staff", token)
    await browser.get("/sign-in/code")
    for _ in range(5):
        assert (await browser.send("/sign-in/passkey", answer="{}")).status_code == 403
    await browser.send("/sign-in/passkey", answer="{}")
    assert "Please wait" in browser.text


async def test_an_address_in_numbers_offers_no_passkeys(browse):
    browser = browse("viewer")

    await browser.get("/account")

    assert "They cannot be used here" in browser.text
