"""Access tokens, asked of a token server on this machine."""

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from mail.oauth import EARLY, Grant, TokenRefused, TokenSource, TokenUnavailable, google, microsoft

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECRET, REFRESH = "client-secret-value", "refresh-token-value"


@dataclass
class TokenServer:
    """Answers with what it is told; numbers the tokens that it gives."""

    url: str = ""
    status: int = 200
    answer: Any = None
    extra: dict[str, Any] = field(default_factory=dict)
    forms: list[dict[str, str]] = field(default_factory=list)
    now: datetime = NOON

    async def handle(self, request: web.Request) -> web.Response:
        self.forms.append({name: str(value) for name, value in (await request.post()).items()})
        if isinstance(self.answer, bytes):
            return web.Response(status=self.status, body=self.answer)
        given = {"access_token": f"token{len(self.forms)}", "token_type": "Bearer", "expires_in": 3600}
        return web.json_response(given | self.extra if self.answer is None else self.answer, status=self.status)

    def grant(self, **values: Any) -> Grant:
        return replace(Grant(self.url, "client-id", SECRET, scope="mail"), **values)

    def source(self, grant: Grant | None = None) -> TokenSource:
        return TokenSource(grant or self.grant(), lambda: self.now)


@pytest_asyncio.fixture
async def serve() -> AsyncIterator[Callable[..., Any]]:
    runners: list[web.AppRunner] = []

    async def start(context: ssl.SSLContext | None = None) -> TokenServer:
        server = TokenServer()
        app = web.Application()
        app.router.add_post("/token", server.handle)
        runner = web.AppRunner(app)
        await runner.setup()
        runners.append(runner)
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        host, port = runner.addresses[0][:2]
        server.url = f"https://localhost:{port}/token" if context else f"http://{host}:{port}/token"
        return server

    yield start
    for runner in runners:
        await runner.cleanup()


@pytest_asyncio.fixture
async def server(serve: Callable[..., Any]) -> TokenServer:
    return await serve()


async def test_the_program_signs_in_as_itself(server: TokenServer) -> None:
    assert await server.source().token() == "token1"
    expected = {"grant_type": "client_credentials", "client_id": "client-id", "client_secret": SECRET, "scope": "mail"}
    assert server.forms == [expected]


async def test_a_refresh_token_is_shown_instead_and_a_new_one_is_kept(server: TokenServer) -> None:
    kept: list[str] = []

    async def keep(token: str) -> None:
        kept.append(token)

    server.extra = {"refresh_token": "newer"}
    source = TokenSource(server.grant(refresh_token=REFRESH, scope=""), lambda: server.now, keep)
    for _ in range(3):
        source.forget(await source.token())

    assert [form["refresh_token"] for form in server.forms] == [REFRESH, "newer", "newer"]
    assert {form["grant_type"] for form in server.forms} == {"refresh_token"}
    assert "scope" not in server.forms[0]
    assert kept == ["newer"]


async def test_a_token_serves_until_shortly_before_its_end(server: TokenServer) -> None:
    source = server.source()
    tokens = [await source.token()]
    for moved in (timedelta(hours=1) - EARLY - timedelta(seconds=1), timedelta(seconds=1)):
        server.now += moved
        tokens.append(await source.token())

    assert tokens == ["token1", "token1", "token2"]


@pytest.mark.parametrize(
    ("told", "serves"),
    [(300, 150), ("600", 300), (None, 3300), ("soon", 3300), (10**30, 86_100), ([], 3300), (1e400, 3300)],
)
async def test_whatever_is_told_of_its_life_a_token_is_renewed_in_time(
    server: TokenServer, told: object, serves: int
) -> None:
    server.extra = {"expires_in": told}
    source = server.source()
    tokens = [await source.token()]
    for moved in (serves - 1, 1):
        server.now += timedelta(seconds=moved)
        tokens.append(await source.token())

    assert tokens == ["token1", "token1", "token2"]


async def test_a_token_that_is_old_when_it_comes_is_used_once(server: TokenServer) -> None:
    server.extra = {"expires_in": -5}
    source = server.source()

    assert [await source.token(), await source.token()] == ["token1", "token2"]


async def test_those_who_ask_at_once_get_the_same_token(server: TokenServer) -> None:
    source = server.source()

    assert set(await asyncio.gather(*(source.token() for _ in range(5)))) == {"token1"}


async def test_a_refused_token_is_replaced_and_a_newer_one_is_not(server: TokenServer) -> None:
    source = server.source()
    old = await source.token()
    source.forget(old)
    new = await source.token()
    source.forget(old)

    assert new == "token2"
    assert await source.token() == new


@pytest.mark.parametrize(
    ("status", "answer", "reason"),
    [
        (
            401,
            {"error": "invalid_client", "error_description": f"AADSTS7000215: {SECRET}"},
            "invalid_client, AADSTS7000215",
        ),
        (400, {"error": "invalid_grant", "error_description": REFRESH}, "invalid_grant"),
        (403, {"error": "unauthorized_client"}, "unauthorized_client"),
    ],
)
async def test_a_lasting_refusal_names_its_code_and_no_secret(
    server: TokenServer, status: int, answer: object, reason: str
) -> None:
    server.status, server.answer = status, answer
    with pytest.raises(TokenRefused) as refused:
        await server.source(server.grant(refresh_token=REFRESH)).token()

    assert refused.value.reason == reason
    assert [word for word in (SECRET, REFRESH, "client-id") if word in str(refused.value)] == []


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (503, {"error": "invalid_client"}),
        (429, b""),
        (400, {"error": "temporarily_unavailable"}),
        (400, {"error": f"echo of {SECRET}"}),
        (400, ["error"]),
        (200, b"<html>"),
        (200, b"[" * 100_000),
        (200, b'"' + b"x" * 600_000),
        (302, b""),
        (200, {"access_token": 7}),
        (200, {"access_token": "a\r\nb"}),
        (200, {}),
    ],
)
async def test_anything_else_is_a_trouble_that_may_pass(server: TokenServer, status: int, answer: object) -> None:
    server.status, server.answer = status, answer
    source = server.source()
    with pytest.raises(TokenUnavailable) as unavailable:
        await source.token()
    assert SECRET not in str(unavailable.value)

    server.status, server.answer = 200, None
    assert await source.token() == "token2"


async def test_a_server_that_is_away_is_a_trouble_that_may_pass() -> None:
    source = TokenSource(Grant("http://127.0.0.1:9/token", "id", SECRET), lambda: NOON)
    with pytest.raises(TokenUnavailable, match="ClientConnectorError"):
        await source.token()


async def test_a_server_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    left = asyncio.Event()

    async def listen_only(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        await writer.wait_closed()
        left.set()

    monkeypatch.setattr("mail.oauth._SECONDS", 0.05)
    async with await asyncio.start_server(listen_only, "127.0.0.1", 0) as mute:
        url = f"http://127.0.0.1:{mute.sockets[0].getsockname()[1]}/token"
        with pytest.raises(TokenUnavailable, match="in time"):
            await TokenSource(Grant(url, "id", SECRET), lambda: NOON).token()
        await left.wait()


async def test_over_https_the_server_has_to_be_the_one_it_says(
    serve: Callable[..., Any], mail_certificate: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(mail_certificate / "cert.pem", mail_certificate / "key.pem")
    server = await serve(context)

    assert await server.source(server.grant(ca=mail_certificate / "cert.pem")).token() == "token1"
    with pytest.raises(TokenUnavailable, match="Certificate"):
        await server.source().token()


@pytest.mark.parametrize(
    "url", ["http://login.example.org/token", "http://localhost/token", "https://", "ftp://127.0.0.1"]
)
def test_secrets_go_over_https_only(url: str) -> None:
    with pytest.raises(ValueError, match="https only"):
        TokenSource(Grant(url, "id", SECRET), lambda: NOON)


def test_the_known_services_have_their_addresses() -> None:
    own, given = microsoft("a/b", "id", SECRET), microsoft("t", "id", "", REFRESH)

    assert own.url == "https://login.microsoftonline.com/a%2Fb/oauth2/v2.0/token"
    assert own.scope == "https://outlook.office365.com/.default"
    assert "offline_access" in given.scope
    assert google("id", SECRET, REFRESH).url == "https://oauth2.googleapis.com/token"
    assert [word for word in (SECRET, REFRESH) if word in repr((own, given))] == []


async def test_no_secret_and_no_token_is_logged(server: TokenServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await server.source(server.grant(refresh_token=REFRESH)).token()

    assert [word for word in (SECRET, REFRESH, "token1") if word in caplog.text] == []
