"""An attacker at the staff door: guesses at once and from many places, and the owner who must come in meanwhile."""

import asyncio
import threading
from datetime import timedelta

import pytest

from review.identity import passwords
from storage.accounts import members, sessions
from storage.db.ids import new_id
from tests.review.conftest import ORIGIN, PASSWORD, Browser
from tests.review.test_sign_in import join, sign_in

pytestmark = pytest.mark.slow

PATIENCE = 2.0
"""Seconds in which an honest member is in, whatever a stranger does."""
WRONG = "wrong wrong wrong"


@pytest.fixture(autouse=True)
def queues_of_their_own(monkeypatch):
    """A queue that was full belongs to one event loop; each test has another."""
    monkeypatch.setattr(passwords, "_strangers", passwords._Queue(2))
    monkeypatch.setattr(passwords, "_known", passwords._Queue(1))


async def guess(browser: Browser, path: str, at_once: int, **fields: str) -> list[int]:
    """Send so many guesses at once; return how each was answered."""
    sent = ({"csrf": browser.csrf, "mark": new_id(), **fields} for _ in range(at_once))
    answers = await asyncio.gather(
        *(browser.client.post(f"/staff{path}", data=form, headers={"origin": ORIGIN}) for form in sent)
    )
    return [one.status_code for one in answers]


async def comes_in(house, browser: Browser) -> bool:
    async with asyncio.timeout(PATIENCE):
        return "Sign out" in (await sign_in(house, browser)).text


async def owner_of_ada(house, browse) -> Browser:
    """Ada's own browser, in which she was signed in before."""
    browser = browse()
    await join(house, browser)
    await browser.send("/sign-out")
    house.clock.forward(minutes=5)
    return browser


async def test_fifty_passwords_at_once_are_judged_five_times_and_the_owner_comes_in(house, browse, monkeypatch):
    owner = await owner_of_ada(house, browse)
    stranger = browse(place="2001:db8::7")
    await stranger.get("/sign-in")
    judged = []
    verify = passwords._verify
    monkeypatch.setattr(passwords, "_verify", lambda typed, stored: judged.append(typed) or verify(typed, stored))

    answers = await guess(stranger, "/sign-in", 50, name="Ada", password=WRONG)
    neighbour = browse(place="2001:db8::8")
    await neighbour.get("/sign-in")
    answers += await guess(neighbour, "/sign-in", 10, name="Ada", password=WRONG)

    assert (len(judged), answers.count(429)) == (sessions.FREE_TRIES, 55)
    assert await comes_in(house, owner)


async def test_a_stranger_at_the_same_address_cannot_keep_out_a_browser_that_was_in_before(house, browse):
    owner = await owner_of_ada(house, browse)
    stranger = browse()
    await stranger.get("/sign-in")
    for number in range(sessions.FREE_TRIES_OF_A_PLACE):
        await stranger.send("/sign-in", name=f"Nobody {number}", password=WRONG)
    assert (await stranger.send("/sign-in", name="Ada", password=PASSWORD)).status_code == 429

    assert await comes_in(house, owner)


async def test_whoever_knows_the_password_guesses_few_codes_and_the_owner_comes_in_and_is_told(
    house, browse, monkeypatch
):
    owner = await owner_of_ada(house, browse)
    judged = []
    take = members.take_code
    monkeypatch.setattr(members, "take_code", lambda *a, code, **k: judged.append(code) or take(*a, code=code, **k))
    for number in range(6):
        thief = browse(place=f"2001:db8:{number}::7")
        await thief.get("/sign-in")
        await thief.send("/sign-in", name="Ada", password=PASSWORD)
        await guess(thief, "/sign-in/code", 10, code="not-a-code")

    assert len(judged) == sessions.FREE_TRIES_HALF_IN
    house.clock.forward(seconds=40)
    assert await comes_in(house, owner)
    assert f"somebody tried {sessions.FREE_TRIES_HALF_IN} times to sign in as you, and could not" in owner.text
    house.clock.forward(minutes=31)
    assert "Was this you?" not in (await owner.get("/")).text


async def test_a_half_open_session_has_five_codes_wherever_it_is_taken(house, browse, monkeypatch):
    await owner_of_ada(house, browse)
    thief = browse(place="198.51.100.1")
    await thief.get("/sign-in")
    await thief.send("/sign-in", name="Ada", password=PASSWORD)
    elsewhere = browse(place="198.51.100.2")
    elsewhere.client.cookies.update(thief.client.cookies)
    elsewhere.page = thief.page
    judged = []
    monkeypatch.setattr(members, "take_code", lambda *_, code, **__: judged.append(code))

    await guess(thief, "/sign-in/code", 3, code="000000")
    await guess(elsewhere, "/sign-in/code", 8, code="000000")

    assert len(judged) == sessions.FREE_TRIES


async def test_a_crowd_that_types_passwords_waits_by_itself_and_not_before_the_owner(house, browse, monkeypatch):
    owner = await owner_of_ada(house, browse)
    held, verify = threading.Event(), passwords._verify
    monkeypatch.setattr(
        passwords, "_verify", lambda typed, stored: held.wait(10) and False if typed == WRONG else verify(typed, stored)
    )
    crowd = [browse(place=f"203.0.113.{number}") for number in range(30)]
    for one in crowd:
        await one.get("/sign-in")
    asked = [asyncio.create_task(guess(one, "/sign-in", 1, name="Ada", password=WRONG)) for one in crowd]
    refused, _ = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)

    assert await comes_in(house, owner)

    held.set()
    answers = [code for one in await asyncio.gather(*asked) for code in one]
    assert {code for one in refused for code in one.result()} == {503}
    assert (answers.count(503), answers.count(403)) == (10, 20)


async def test_a_mark_of_another_browser_or_of_another_member_names_no_device(house, browse):
    owner = await owner_of_ada(house, browse)
    mark = owner.client.cookies["sayso-device"]
    stranger = browse(place="198.51.100.1")
    stranger.client.cookies.set("sayso-device", mark[:-1] + ("0" if mark[-1] != "0" else "1"))
    await stranger.get("/sign-in")
    await guess(stranger, "/sign-in", 5, name="Ada", password=WRONG)
    stranger.client.cookies.set("sayso-device", mark)
    await guess(stranger, "/sign-in", 5, name="Bea", password=WRONG)

    assert await guess(stranger, "/sign-in", 1, name="Bea", password=WRONG) == [429]
    house.clock.forward(minutes=40)
    house.db.write_now(lambda tx: sessions.purge(tx, now=house.clock() + timedelta(days=1)))
    assert await comes_in(house, owner)
