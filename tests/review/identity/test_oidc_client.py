"""Asking a provider: what it says of itself is taken only where it makes sense, and no secret is ever told."""

from collections.abc import AsyncIterator
from urllib.parse import parse_qsl, urlsplit

import pytest
from aiohttp import web

from review.identity.id_token import judge
from review.identity.oidc_client import (
    AuthorizationRequest,
    ClientRegistration,
    IdentityNotProven,
    OidcProvider,
    ProviderAway,
    is_safe,
    provider_name,
)
from tests.review.conftest import Clock
from tests.review.openid_server import CLIENT, SECRET, Grant, OpenIdServer, openid_server

LEAVING = AuthorizationRequest("state", "nonce", "verifier" * 8)
BACK = "http://127.0.0.1:8000/staff/sign-in/provider/back"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def server(clock: Clock) -> AsyncIterator[OpenIdServer]:
    async with openid_server(clock) as started:
        yield started


def provider_of(server: OpenIdServer, **known: object) -> OidcProvider:
    wanted = {"issuer": server.url, "client_id": CLIENT, "client_secret": SECRET, "back": BACK}
    return OidcProvider(ClientRegistration(**{**wanted, **known}), judge, server.now)


async def code_for(server: OpenIdServer, provider: OidcProvider) -> str:
    """A code as the provider gives it to a browser that comes from us."""
    query = dict(parse_qsl(urlsplit(await provider.way_there(LEAVING)).query))
    server.grants["code"] = Grant(query, "ada", server.now())
    return "code"


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ({"issuer": "https://accounts.example.org"}, "another issuer"),
        ({"issuer": None}, "another issuer"),
        ({"token_endpoint": "http://accounts.example.org/token"}, "https address"),
        ({"authorization_endpoint": "javascript:alert(1)"}, "https address"),
        ({"jwks_uri": None}, "https address"),
        ({"jwks_uri": "https://[x"}, "https address"),
    ],
)
async def test_a_document_that_makes_no_sense_leads_nowhere(server, document, reason):
    server.document = document

    with pytest.raises(ProviderAway, match=reason):
        await provider_of(server).way_there(LEAVING)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (web.Response(text="<html>"), "status 200"),
        (web.Response(text="[" * 100_000), "status 200"),
        (web.json_response([]), "status 200"),
        (web.json_response({"error": "No <b>such</b>"}, status=404), "status 404"),
        (web.json_response({"issuer": "x" * 900_000}), "status 200"),
        (web.Response(status=302, headers={"Location": "/keys"}), "status 302"),
        (web.json_response({"error": "slow_down"}, status=429), "slow_down"),
    ],
)
async def test_an_answer_that_cannot_be_read_is_told_in_a_word(server, monkeypatch, answer, reason):
    monkeypatch.setattr(server, "_answer", lambda _, __: answer)

    with pytest.raises(ProviderAway) as raised:
        await provider_of(server).way_there(LEAVING)
    assert raised.value.reason == reason


async def test_a_provider_that_is_not_there_is_left_alone_for_a_moment(server, clock):
    provider = provider_of(server, issuer="http://127.0.0.1:1")
    with pytest.raises(ProviderAway, match="ClientConnectorError"):
        await provider.way_there(LEAVING)
    provider.registration = provider_of(server).registration

    with pytest.raises(ProviderAway, match="ClientConnectorError"):
        await provider.way_there(LEAVING)
    clock.forward(seconds=6)
    assert (await provider.way_there(LEAVING)).startswith(server.url)


async def test_the_document_is_kept_for_a_day_and_the_keys_for_an_hour(server, clock):
    provider = provider_of(server)
    for _ in range(2):
        server.used.clear()
        await provider.shown(await code_for(server, provider), LEAVING, "")
    assert (server.asked.count("openid-configuration"), server.asked.count("keys")) == (1, 1)
    clock.forward(hours=1)
    server.used.clear()
    await provider.shown(await code_for(server, provider), LEAVING, "")
    clock.forward(hours=23)
    await provider.way_there(LEAVING)

    assert (server.asked.count("openid-configuration"), server.asked.count("keys")) == (2, 2)


async def test_the_secret_goes_the_way_that_the_provider_takes_it(server):
    for ways in (["client_secret_basic"], ["client_secret_post"]):
        server.used.clear()
        server.document = {"token_endpoint_auth_methods_supported": ways}
        provider = provider_of(server)

        assert (await provider.shown(await code_for(server, provider), LEAVING, "")).subject == "ada"
    assert SECRET not in repr(provider.registration)


async def test_a_wrong_secret_is_named_without_it(server):
    provider = provider_of(server, client_secret="wrong")

    with pytest.raises(ProviderAway) as raised:
        await provider.shown(await code_for(server, provider), LEAVING, "")
    assert raised.value.reason == "invalid_client"


async def test_a_code_is_of_no_use_without_what_only_its_browser_has(server):
    provider = provider_of(server)
    other = AuthorizationRequest("state", "nonce", "of another" * 8)

    with pytest.raises(IdentityNotProven, match="the code is over or was used"):
        await provider.shown(await code_for(server, provider), other, "")


async def test_a_provider_that_names_itself_on_the_way_back_must_do_so_each_time(server):
    server.document = {"authorization_response_iss_parameter_supported": True}
    provider = provider_of(server)
    code = await code_for(server, provider)

    for issuer in ("", "https://accounts.example.org", f"{server.url}/"):
        with pytest.raises(IdentityNotProven, match="another provider"):
            await provider.shown(code, LEAVING, issuer)
    assert (await provider.shown(code, LEAVING, server.url)).subject == "ada"


async def test_an_answer_without_a_token_or_with_odd_keys_shows_nobody(server, monkeypatch):
    provider = provider_of(server)
    monkeypatch.setattr(server, "token", lambda _: 7)
    with pytest.raises(IdentityNotProven, match="no token"):
        await provider.shown(await code_for(server, provider), LEAVING, "")
    server.used.clear()
    monkeypatch.undo()
    monkeypatch.setattr("tests.review.openid_server.public_jwk", lambda *_: "odd")

    with pytest.raises(IdentityNotProven):
        await provider.shown(await code_for(server, provider), LEAVING, "")


async def test_the_place_to_sign_in_may_have_a_query_of_its_own(server):
    server.document = {"authorization_endpoint": f"{server.url}/authorize?tenant=harbour"}

    address = await provider_of(server).way_there(LEAVING)

    assert address.startswith(f"{server.url}/authorize?tenant=harbour&response_type=code&")


@pytest.mark.parametrize(
    ("issuer", "document", "is_asked"),
    [
        ("", {}, False),
        ("", {"prompt_values_supported": ["login"]}, False),
        ("", {"prompt_values_supported": ["select_account"]}, True),
        ("https://accounts.google.com", {}, True),
    ],
)
async def test_people_are_let_choose_an_account_only_where_the_provider_knows_how(
    server, monkeypatch, issuer, document, is_asked
):
    server.document = {"issuer": issuer or server.url, **document}
    provider = provider_of(server, issuer=issuer or server.url)
    monkeypatch.setattr(OidcProvider, "_document_url", f"{server.url}/.well-known/openid-configuration")

    address = await provider.way_there(LEAVING)

    assert ("prompt=select_account" in address) is is_asked


async def test_the_doctor_sees_keys_clock_and_whether_it_tells_when(server, clock, monkeypatch):
    provider = provider_of(server)
    server.document = {"claims_supported": ["sub"]}
    silent = await provider.look()
    server.document = {"claims_supported": ["auth_time"]}
    told = await provider.look()

    assert (silent.keys, silent.tells_when, told.tells_when) == (1, False, True)
    assert abs(silent.ahead.total_seconds()) < 1
    monkeypatch.setattr("tests.review.openid_server.public_jwk", lambda *_: "odd")
    assert (await provider.look()).keys == 1


@pytest.mark.parametrize(
    ("url", "is_fine"),
    [
        ("https://accounts.example.org/x", True),
        ("http://localhost:1/", True),
        ("http://[::1]:1/", True),
        ("http://127.0.0.1.example.org/", False),
        ("http://accounts.example.org", False),
        ("https://", False),
        ("ftp://127.0.0.1/", False),
        ("https://[x", False),
    ],
)
def test_only_https_or_this_machine_is_asked(url, is_fine):
    assert is_safe(url) is is_fine


def test_a_provider_is_called_what_people_call_it():
    hosts = ("https://accounts.google.com", "https://login.microsoftonline.com/x/v2.0", "https://sso.example.org/realm")

    assert [provider_name(host) for host in hosts] == ["Google", "Microsoft", "sso.example.org"]
