"""What somebody might try on the way by a provider: no state, code, token or key leads in that is not the right one."""

import re
from collections.abc import AsyncIterator
from urllib.parse import urlencode

import pytest

from tests.review.conftest import House
from tests.review.provider_desk import Desk, opened

pytestmark = pytest.mark.slow


@pytest.fixture
async def trusting(house: House) -> AsyncIterator[Desk]:
    """The host vouches that the provider asks everybody for a second step."""
    async for one in opened(house, has_second_step=True):
        yield one


@pytest.mark.parametrize(("tells_when", "ago"), [(False, 0), (True, 62)])
async def test_a_provider_that_does_not_say_when_or_says_long_ago_proves_nothing(trusting, tells_when, ago):
    browser = await trusting.join(role="admin")
    trusting.house.clock.forward(minutes=11)
    now = trusting.house.clock().timestamp()
    trusting.server.tells_when = tells_when
    if ago:
        trusting.server.spoil = lambda claims: claims.update(auth_time=int(now - ago))

    await trusting.go(browser, "/prove/provider")

    assert "did not say that you signed in just now" in browser.text
    await browser.get("/team")
    await browser.send("/team", name="Cal", role="viewer")
    assert browser.path == "/prove"


async def test_proof_by_somebody_else_at_the_provider_counts_for_nobody(trusting):
    browser = await trusting.join(role="admin")
    trusting.server.who = "bea"
    await trusting.join("Bea")
    trusting.house.clock.forward(minutes=11)

    await trusting.go(browser, "/prove/provider")

    assert "came back from 127.0.0.1 as somebody else" in browser.text
    await browser.get("/team")
    await browser.send("/team", name="Cal", role="viewer")
    assert browser.path == "/prove"


async def test_a_second_step_that_the_token_denies_is_refused(trusting):
    token = trusting.invite()
    trusting.server.methods = ["pwd"]
    browser = await trusting.go(trusting.browse(), f"/join/{token}/provider")
    assert "did not ask you for a second step" in browser.text
    trusting.server.methods = ["pwd", "mfa"]
    assert "Hello, Ada" in (await trusting.go(browser, f"/join/{token}/provider")).text
    trusting.server.methods = ["pwd", "pin"]

    assert "did not ask you for a second step" in (await trusting.go(trusting.browse())).text
    assert "did not ask you for a second step" in (await trusting.go(browser, "/prove/provider")).text


@pytest.mark.parametrize("asked", ["https://example.org/", "//example.org/staff/", "/staff/\\example.org", "x" * 500])
async def test_the_way_by_the_provider_never_ends_at_another_site(trusting, asked):
    await trusting.join()
    browser = trusting.browse()
    way_back = await trusting.leave(browser, f"/sign-in/provider?{urlencode({'next': asked})}")

    done = await browser.client.get(f"/staff{way_back}")

    assert done.headers["location"] == "/staff/"


def spoil_state(way_back: str, _: str) -> str:
    return re.sub(r"state=[^&]{9}", "state=AAAAAAAAA", way_back)


def odd_state(way_back: str, _: str) -> str:
    return re.sub(r"state=[^&]*", "state=%C3%BC!", way_back)


def no_state(way_back: str, _: str) -> str:
    return re.sub(r"state=[^&]*&?", "", way_back)


def other_issuer(way_back: str, _: str) -> str:
    return f"{way_back}&iss=https://accounts.example.org"


def own_code(way_back: str, other: str) -> str:
    """Somebody else's code on this browser's way."""
    return re.sub(r"code=[^&]*", re.search(r"code=[^&]*", other)[0], way_back)


def own_way(_: str, other: str) -> str:
    """Somebody else's whole way back."""
    return other


@pytest.mark.parametrize("attack", [spoil_state, odd_state, no_state, other_issuer, own_code, own_way])
async def test_a_way_back_that_was_meddled_with_leads_nowhere(trusting, attack):
    await trusting.join()
    browser, attacker = trusting.browse(), trusting.browse(place="198.51.100.7")
    way_back, other = (
        await trusting.leave(browser, "/sign-in/provider"),
        await trusting.leave(attacker, "/sign-in/provider"),
    )

    await browser.get(attack(way_back, other))

    assert browser.page.status_code == 403
    assert "That did not work" in browser.text
    assert (await browser.get("/account")).url.path == "/staff/sign-in"


async def test_a_way_back_works_once_and_in_its_own_browser(trusting):
    await trusting.join()
    browser, thief = trusting.browse(), trusting.browse(place="198.51.100.7")
    way_back = await trusting.leave(browser, "/sign-in/provider")
    await thief.get("/sign-in/provider/back")
    assert "another browser" in (await thief.client.get(f"/staff{way_back}")).text

    await browser.get(way_back)
    assert "Hello, Ada" in browser.text
    used = len(trusting.server.used)
    assert "Hello, Ada" in (await browser.get(way_back)).text
    assert len(trusting.server.used) == used
    await browser.send("/sign-out")
    assert "another browser" in (await browser.client.get(f"/staff{way_back}")).text


async def test_a_code_that_was_used_is_refused_and_a_way_is_open_for_ten_minutes(trusting):
    browser = await trusting.join()
    way_back = await trusting.leave(browser, "/prove/provider")
    await browser.get(way_back)
    assert "the code is over or was used" in (await browser.client.get(f"/staff{way_back}")).text
    late = trusting.browse()
    way_back = await trusting.leave(late, "/sign-in/provider")
    trusting.house.clock.forward(minutes=10)

    assert "It took too long" in (await late.client.get(f"/staff{way_back}")).text


@pytest.mark.parametrize(
    ("spoilt", "header", "reason"),
    [
        ({"nonce": "of another browser"}, {}, "nonce"),
        ({"iss": "https://accounts.example.org"}, {}, "issuer"),
        ({"aud": "another program"}, {}, "audience"),
        ({"exp": 0}, {}, "expired"),
        ({}, {"alg": "none"}, "signature"),
        ({}, {"alg": "HS256"}, "signature"),
        ({}, {"kid": "unheard of"}, "unknown key"),
    ],
)
async def test_a_token_that_is_not_right_lets_nobody_in(trusting, spoilt, header, reason):
    await trusting.join()
    trusting.server.spoil = lambda claims: claims.update(spoilt)
    trusting.server.header = header

    browser = await trusting.go(trusting.browse())

    assert (browser.page.status_code, reason in browser.text) == (403, True)
    assert (await browser.get("/account")).url.path == "/staff/sign-in"


async def test_new_keys_are_fetched_once_and_old_ones_are_no_longer_believed(trusting):
    await trusting.join()
    trusting.server.key, trusting.server.kid = 2, "second"
    trusting.server.asked.clear()
    trusting.house.clock.forward(minutes=2)

    assert "Hello, Ada" in (await trusting.go(trusting.browse())).text
    assert trusting.server.asked.count("keys") == 1
    trusting.server.header = {"kid": "third"}
    for _ in range(3):
        await trusting.go(trusting.browse())
    assert trusting.server.asked.count("keys") == 1
    trusting.server.header = {"kid": "first"}
    trusting.house.clock.forward(minutes=61)
    assert "unknown key" in (await trusting.go(trusting.browse())).text


async def test_wrong_ways_back_make_one_place_wait_and_nobody_else(trusting):
    await trusting.join()
    stranger = trusting.browse(place="198.51.100.7")
    trusting.server.who = "cal"
    for _ in range(5):
        await trusting.go(stranger)
    asked = len(trusting.server.asked)

    way_back = await trusting.leave(stranger, "/sign-in/provider")
    await stranger.get(way_back)

    assert (stranger.page.status_code, "Please wait" in stranger.text) == (429, True)
    assert len(trusting.server.asked) == asked
    trusting.server.who = "ada"
    assert "Hello, Ada" in (await trusting.go(trusting.browse())).text


@pytest.mark.parametrize(
    "to", ["", "&state=x" * 300, "&iss=%00", "&code=%00%ff", f"&code={'x' * 20_000}", "&state=%F0%9F"]
)
async def test_odd_ways_back_are_refused_and_break_nothing(trusting, to):
    browser = trusting.browse()
    way_back = await trusting.leave(browser, "/sign-in/provider")
    state = re.search(r"state=[^&]*", way_back)[0]

    for query in (f"{state}{to}", f"{state}&code=x{to}", f"state={to}&code=x", f"error=%3Cscript%3E&{state}{to}"):
        answer = await browser.client.get(f"/staff/sign-in/provider/back?{query}")
        assert answer.status_code in (403, 429), query
        assert "<script>" not in answer.text
