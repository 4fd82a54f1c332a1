"""Signing in with a provider of accounts, against a real one on this machine."""

import re
from collections.abc import AsyncIterator
from urllib.parse import parse_qs, urlsplit

import pytest

from storage.accounts import members, passkeys
from storage.accounts.passkeys import Passkey
from tests.review.conftest import PASSWORD, House, browsers
from tests.review.provider_desk import Desk, opened

pytestmark = pytest.mark.slow


@pytest.fixture
async def desk(house: House) -> AsyncIterator[Desk]:
    """The code of the second step is ours."""
    async for one in opened(house):
        yield one


@pytest.fixture
async def trusting(house: House) -> AsyncIterator[Desk]:
    """The host vouches that the provider asks everybody for a second step."""
    async for one in opened(house, has_second_step=True):
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
    assert desk.house.db.read_now(members.members) == ()


async def test_a_closed_account_stays_out_and_who_it_was_may_join_a_new_one(both):
    await both.join()
    both.house.db.write_now(lambda tx: members.disable(tx, name="Ada", now=both.house.clock()))

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


async def test_an_account_without_a_code_needs_a_new_link_once_the_code_is_ours(trusting):
    await trusting.join()
    trusting.use()
    async for browse in browsers(trusting.house):
        trusting.browse = browse
        browser = await trusting.go(browse())

        assert "Ask whoever keeps the accounts for a new link" in browser.text


async def test_nothing_is_asked_for_but_a_name_of_the_providers_own_and_nothing_of_ours_is_told(desk):
    desk.server.document = {"prompt_values_supported": ["login", "select_account"]}
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


async def test_whoever_turns_back_at_the_provider_is_told_so_and_loses_nothing(desk):
    desk.server.who = ""
    browser = desk.browse()

    await desk.go(browser, f"/join/{desk.invite()}/provider")

    assert "Nothing has changed" in browser.text
    assert "/staff/join/" in browser.page.text
    desk.server.who = "ada"
    again = re.search(r'href="/staff(/join/\w+)"', browser.page.text)[1]
    assert (await desk.go(browser, f"{again}/provider")).path == "/join-code"


@pytest.mark.parametrize(("error", "told"), [("invalid_scope", "(invalid_scope)"), ("<b>", "You did not sign in")])
async def test_a_provider_that_would_not_ask_somebody_is_named_with_its_reason(desk, error, told):
    browser = desk.browse()
    way_back = await desk.leave(browser, "/sign-in/provider")

    await browser.get(re.sub("code=[^&]*", f"error={error}", way_back))

    assert (browser.page.status_code, told in browser.text, "<b>" in browser.page.text) == (403, True, False)


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
