"""Signing in with a provider of accounts, against a real one on this machine; then with one that means no good."""

import re
from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest

from review.openid import judge
from review.pages.by_provider import BACK
from review.provider import Provider, Registration
from storage import audit, passkeys, staff
from storage.passkeys import Passkey
from tests.review.conftest import ORIGIN, PASSWORD, Browser, House, browsers
from tests.review.openid_server import CLIENT, SECRET, OpenIdServer, openid_server, rsa_key, signed


class Desk:
    """A house whose staff may use a provider, and browsers that go there."""

    def __init__(self, house: House, server: OpenIdServer, browse) -> None:
        self.house, self.server, self.browse = house, server, browse

    def use(self, **known: object) -> None:
        wanted = {"issuer": self.server.url, "client_id": CLIENT, "client_secret": SECRET, "back": ORIGIN + BACK}
        self.house.provider = Provider(Registration(**{**wanted, **known}), judge, self.house.clock)

    def invite(self, name: str = "Ada", role: str = "reviewer") -> str:
        house = self.house
        known = house.db.read_now(lambda tx: staff.named(tx, name=name))
        if known is None:
            return house.db.write_now(lambda tx: staff.add(tx, house.vault, name=name, role=role, now=house.clock()))
        again = lambda tx: staff.invite(tx, house.vault, staff_id=known.member.id, now=house.clock())  # noqa: E731
        return house.db.write_now(again)

    async def leave(self, browser: Browser, path: str) -> str:
        """Follow a link to the provider and sign in there; return the way back, which was not yet gone."""
        away = await browser.client.get(f"/staff{path}")
        assert away.status_code == 303, away.text
        assert away.headers["location"].startswith(self.server.url)
        async with httpx.AsyncClient() as outside:
            back = await outside.get(away.headers["location"])
        assert back.headers["location"].startswith(ORIGIN + BACK)
        return back.headers["location"].removeprefix(f"{ORIGIN}/staff")

    async def go(self, browser: Browser, path: str = "/sign-in/provider") -> Browser:
        await browser.get(await self.leave(browser, path))
        return browser

    async def join(self, name: str = "Ada", role: str = "reviewer") -> Browser:
        """Use a one-time link to its end."""
        browser = await self.go(self.browse(), f"/join/{self.invite(name, role)}/provider")
        if browser.path == "/join-code":
            await browser.send("/join-code", code=self.house.code(name))
        return browser

    def member(self, name: str = "Ada") -> staff.Member:
        return self.house.db.read_now(lambda tx: staff.named(tx, name=name)).member

    @property
    def noted(self) -> list[str]:
        return [entry.what for entry in self.house.db.read_now(audit.entries)]


async def opened(house: House) -> AsyncIterator[Desk]:
    async with openid_server(house.clock) as server:
        desk = Desk(house, server, None)
        desk.use()
        async for browse in browsers(house):
            desk.browse = browse
            yield desk


@pytest.fixture
async def desk(house: House) -> AsyncIterator[Desk]:
    """The code of the second step is ours."""
    async for one in opened(house):
        yield one


@pytest.fixture
async def trusting(house: House) -> AsyncIterator[Desk]:
    """The host vouches that the provider asks everybody for a second step."""
    async for one in opened(house):
        one.use(has_second_step=True)
        yield one


@pytest.fixture
async def both(both_houses: House) -> AsyncIterator[Desk]:
    """On SQLite and on PostgreSQL in turn."""
    async for one in opened(both_houses):
        yield one


async def test_joining_and_signing_in_take_the_provider_and_then_our_code(both):
    joined = await both.join()
    both.house.clock.forward(minutes=5)
    browser = await both.go(both.browse(), "/sign-in/provider?next=/staff/account")

    assert "Keep these codes" in joined.text or "recovery codes" in joined.text.lower()
    assert browser.path == "/sign-in/code"
    assert (await browser.get("/account")).url.path == "/staff/sign-in"
    await both.go(browser, "/sign-in/provider?next=/staff/account")
    await browser.send(f"/sign-in/code?{browser.page.url.query.decode()}", code=both.house.code("Ada"))
    assert browser.path == "/account"
    assert "With your account at 127.0.0.1, then with a code" in browser.text
    assert both.noted.count("signed in") == 1
    await browser.send("/account/recovery-codes")
    assert "They are not shown again" in browser.text


async def test_where_the_provider_sees_to_the_second_step_there_is_no_code_of_ours(trusting):
    browser = await trusting.join()
    assert "Hello, Ada" in browser.text
    trusting.house.clock.forward(minutes=5)
    trusting.server.since = trusting.house.clock()
    trusting.house.clock.forward(hours=1)

    browser = await trusting.go(trusting.browse())

    assert "Hello, Ada" in browser.text
    await browser.get("/account")
    assert "You have no password here" in browser.text
    assert "Make new codes" not in browser.text
    await browser.send("/sign-out")
    assert (await browser.get("/account")).url.path == "/staff/sign-in"


async def test_whoever_signed_in_there_long_ago_shows_it_again_before_what_matters(trusting):
    await trusting.join(role="admin")
    trusting.server.since = trusting.house.clock()
    trusting.house.clock.forward(hours=1)
    browser = await trusting.go(trusting.browse())
    await browser.get("/team")

    await browser.send("/team", name="Cal", role="viewer")
    assert browser.path == "/prove"
    assert "Show it at 127.0.0.1" in browser.text
    await trusting.go(browser, "/prove/provider?next=/staff/team")
    assert browser.path == "/team"
    await browser.send("/team", name="Cal", role="viewer")

    assert "A link for Cal" in browser.text
    assert "showed again who they are" in trusting.noted


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


async def test_a_code_of_ours_is_the_proof_where_the_second_step_is_ours(desk):
    browser = await desk.join(role="admin")
    desk.house.clock.forward(minutes=11)
    await browser.get("/team")
    await browser.send("/team", name="Cal", role="viewer")

    assert 'name="password"' not in browser.page.text
    assert (await browser.client.get("/staff/prove/provider")).status_code == 404
    await browser.send("/prove", code="000000")
    assert "This code is not right" in browser.text
    await browser.send("/prove", code=desk.house.code("Ada"))
    await browser.get("/team")
    await browser.send("/team", name="Cal", role="viewer")

    assert "A link for Cal" in browser.text


async def test_nobody_gets_an_account_by_turning_up(desk):
    browser = await desk.go(desk.browse())

    assert browser.page.status_code == 403
    assert "There is no account here" in browser.text
    assert desk.house.db.read_now(staff.members) == ()


async def test_a_closed_account_stays_out_and_who_it_was_may_join_a_new_one(both):
    await both.join()
    both.house.db.write_now(lambda tx: staff.disable(tx, name="Ada", now=both.house.clock()))

    browser = await both.go(both.browse())
    assert "There is no account here" in browser.text
    await both.join("Ada again")

    assert both.member("Ada again").issuer == both.server.url
    assert both.member().issuer == ""


async def test_one_identity_is_one_account(both):
    await both.join()
    browser = await both.go(both.browse(), f"/join/{both.invite('Bea')}/provider")

    assert (browser.page.status_code, "belongs to another account" in browser.text) == (409, True)
    assert not both.member("Bea").is_ready


async def test_a_new_link_ends_the_old_way_of_signing_in(both):
    house = both.house
    await both.join()
    key = Passkey(b"key", both.member().id, b"public", 0, "Phone", house.clock())
    house.db.write_now(lambda tx: passkeys.add(tx, key=key))
    house.clock.forward(minutes=5)
    browser = both.browse()
    await browser.get(f"/join/{both.invite()}")
    await browser.send(browser.path, password=PASSWORD, again=PASSWORD)
    await browser.send("/join-code", code=house.code("Ada"))

    assert "no account here" in (await both.go(both.browse())).text
    await both.join()
    assert both.member().issuer == both.server.url
    assert house.db.read_now(lambda tx: passkeys.of_staff(tx, staff_id=both.member().id)) == ()
    browser = both.browse()
    await browser.get("/sign-in")
    assert (await browser.send("/sign-in", name="Ada", password=PASSWORD)).status_code == 403


async def test_a_link_that_is_used_while_somebody_is_away_is_over(desk):
    token = desk.invite()
    slow, quick = desk.browse(), desk.browse()
    way_back = await desk.leave(slow, f"/join/{token}/provider")
    await desk.go(quick, f"/join/{token}/provider")

    await slow.get(way_back)

    assert "This link is over" in slow.text
    assert "This link is over" in (await slow.client.get(f"/staff/join/{token}/provider")).text


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


async def test_an_account_without_a_code_needs_a_new_link_once_the_code_is_ours(trusting):
    await trusting.join()
    trusting.use()
    async for browse in browsers(trusting.house):
        trusting.browse = browse
        browser = await trusting.go(browse())

        assert "Ask whoever keeps the accounts for a new link" in browser.text


async def test_nothing_is_asked_for_but_a_name_of_the_providers_own_and_nothing_of_ours_is_told(desk):
    browser = desk.browse()
    away = await browser.client.get("/staff/sign-in/provider?next=/staff/conversations/secret")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(away.headers["location"]).query).items()}

    assert set(asked) == {
        "response_type", "scope", "client_id", "redirect_uri", "state", "nonce", "code_challenge",
        "code_challenge_method", "prompt",
    }  # fmt: skip
    assert (asked["scope"], asked["code_challenge_method"], asked["prompt"]) == ("openid", "S256", "select_account")
    assert "secret" not in away.headers["location"]
    again = await browser.client.get("/staff/sign-in/provider?next=/staff/conversations/secret")
    assert parse_qs(urlsplit(again.headers["location"]).query)["nonce"] != [asked["nonce"]]


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
    forged = signed({"sub": "ada"}, rsa_key(1), kid="first")
    assert forged
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


async def test_whoever_turns_back_at_the_provider_is_told_so_and_loses_nothing(desk):
    desk.server.who = ""
    browser = desk.browse()

    await desk.go(browser, f"/join/{desk.invite()}/provider")

    assert "Nothing has changed" in browser.text
    assert "/staff/join/" in browser.page.text
    desk.server.who = "ada"
    again = re.search(r'href="/staff(/join/\w+)"', browser.page.text)[1]
    assert (await desk.go(browser, f"{again}/provider")).path == "/join-code"


@pytest.mark.parametrize("fails", ["openid-configuration", "keys", "token"])
async def test_a_provider_that_cannot_be_asked_is_told_of_kindly_and_asked_again_later(trusting, fails):
    await trusting.join()
    trusting.use(has_second_step=True)
    trusting.server.fails = {fails: 500}
    async for browse in browsers(trusting.house):
        browser = browse()
        away = await browser.get("/sign-in/provider")
        if away.status_code == 200 or fails != "openid-configuration":
            away = (await trusting.go(browser)).page
        assert (away.status_code, "cannot be asked now (server_error)" in browser.text) == (503, True)
        trusting.server.fails = {}
        trusting.house.clock.forward(seconds=6)
        assert "Hello, Ada" in (await trusting.go(browser)).text


async def test_without_a_provider_there_is_no_such_way(house, browse):
    browser = browse()
    for path in ("/sign-in/provider", "/sign-in/provider/back", "/join/x/provider"):
        assert (await browser.get(path)).status_code == 404
    assert "Sign in with" not in (await browser.get("/sign-in")).text
