"""An attacker at the door: who opens connections and asks for nothing, asks byte by byte, does not read, or asks too much."""

import asyncio
import resource
from collections.abc import AsyncIterator, Callable
from contextlib import suppress

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

import browser.connections
from browser import request_limits
from browser.place import is_this_machine, place_of
from browser.request_limits import RequestLimits
from tests.web.memory import memory_service
from web.app import QuietServer, app, server

PATIENCE = 2.0
"""Seconds in which an honest person has their page, whatever a stranger does."""


async def large(_: Request) -> Response:
    return Response(b"x" * 30_000_000)


class Door:
    """A server on a free port of this machine, and ways to knock at it."""

    def __init__(self, served: QuietServer) -> None:
        self.served = served
        self.port = served.servers[0].sockets[0].getsockname()[1]

    async def open(self, sent: bytes = b"") -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(sent)
        await writer.drain()
        return reader, writer

    async def page(self) -> int:
        async with asyncio.timeout(PATIENCE), httpx.AsyncClient() as client:
            return (await client.get(f"http://127.0.0.1:{self.port}/")).status_code


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    served = server(app(memory_service(), [Route("/large", large)]), "127.0.0.1", 0)
    task = asyncio.create_task(served.serve())
    await until(lambda: served.started)
    yield Door(served)
    served.should_exit = served.force_exit = True
    await task


async def until(is_so: Callable[[], bool]) -> None:
    for _ in iter(is_so, True):  # noqa: FBT003 - what ends it
        await asyncio.sleep(0)


async def until_cut(reader: asyncio.StreamReader) -> None:
    async with asyncio.timeout(PATIENCE):
        with suppress(ConnectionResetError):
            while await reader.read(65536):
                continue


@pytest.mark.parametrize(
    "sent", [b"", b"GET / HTTP/1.1\r\nHost: a\r\nX-", b"POST /left HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na"]
)
async def test_whoever_asks_for_nothing_or_byte_by_byte_is_cut(door, monkeypatch, sent):
    monkeypatch.setattr(browser.connections, "HEAD_SECONDS", 0.1)
    reader, writer = await door.open(sent)

    await until_cut(reader)

    assert await door.page() == 200
    writer.close()


async def test_a_crowd_of_silent_connections_keeps_nobody_out(door, monkeypatch):
    monkeypatch.setattr(browser.connections, "MOST", 30)
    silent = [await door.open(b"GET / HTTP/1.1\r\n") for _ in range(100)]

    assert await door.page() == 200

    assert len(door.served.server_state.connections) <= 30
    await until_cut(silent[0][0])
    for _, writer in silent:
        writer.close()


async def test_one_address_has_its_share_of_connections_and_no_more(door, monkeypatch):
    monkeypatch.setattr(browser.connections, "MOST_OF_A_PLACE", 10)
    monkeypatch.setattr(browser.connections, "is_this_machine", lambda _: False)
    silent = [await door.open() for _ in range(40)]

    assert await door.page() == 200

    assert len(door.served.server_state.connections) <= 10
    for _, writer in silent:
        writer.close()


async def test_whoever_does_not_read_an_answer_is_cut(door, monkeypatch):
    monkeypatch.setattr(browser.connections, "READ_SECONDS", 0.1)
    connections = door.served.server_state.connections
    _, writer = await door.open(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")

    async with asyncio.timeout(PATIENCE):
        await until(lambda: bool(connections))
        await until(lambda: not connections)

    writer.close()


def limited(seconds: float = 60.0) -> tuple[Starlette, asyncio.Event]:
    held = asyncio.Event()

    async def slow(_: Request) -> Response:
        await held.wait()
        return PlainTextResponse("done")

    async def quick(_: Request) -> Response:
        return PlainTextResponse("quick")

    inner = Starlette(routes=[Route("/slow", slow), Route("/quick", quick)])
    return RequestLimits(inner, lambda: PlainTextResponse("busy", 503), {"/quick": 1.0}, seconds), held


def at(application: Starlette, host: str) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(application, client=(host, 1))
    return httpx.AsyncClient(transport=transport, base_url="http://feedback.example.org")


async def test_one_household_takes_a_share_of_the_room_and_others_are_answered_meanwhile():
    application, held = limited()
    async with at(application, "2001:db8::7") as stranger, at(application, "198.51.100.1") as honest:
        asked = [asyncio.create_task(stranger.get("/slow")) for _ in range(70)]
        refused = await asyncio.gather(*asked[request_limits.AT_ONCE_OF_A_PLACE :])
        async with asyncio.timeout(PATIENCE):
            answer = await honest.get("/quick")
        held.set()
        answered = await asyncio.gather(*asked[: request_limits.AT_ONCE_OF_A_PLACE])
        again = await stranger.get("/quick")

    assert {one.status_code for one in refused} == {503}
    assert {one.text for one in answered} == {"done"}
    assert (answer.text, again.text) == ("quick", "quick")


async def test_from_many_places_no_more_are_under_way_than_there_is_room(monkeypatch):
    monkeypatch.setattr(request_limits, "AT_ONCE", 80)
    application, held = limited()
    asked = []
    for number in range(request_limits.AT_ONCE + 20):
        client = at(application, f"10.0.{number // 250}.{number % 250}")
        asked.append(asyncio.create_task(client.get("/slow")))
    refused = await asyncio.gather(*asked[request_limits.AT_ONCE :])
    held.set()
    await asyncio.gather(*asked)

    assert {one.status_code for one in refused} == {503}


async def test_what_takes_too_long_is_answered_as_busy_and_leaves_its_room_free():
    application, _ = limited(seconds=0.05)
    async with at(application, "198.51.100.1") as client:
        answer = await client.get("/slow")

    assert answer.status_code == 503
    assert not application._under_way


@pytest.mark.parametrize(
    ("host", "place"),
    [
        ("2001:db8:1:2::7", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("198.51.100.7", "198.51.100.7"),
        ("", ""),
        ("a socket", "a socket"),
    ],
)
def test_a_household_is_one_place(host, place):
    assert place_of(host) == place


def test_a_web_server_of_the_host_is_known():
    assert [is_this_machine(one) for one in ("127.0.0.1", "::1", "198.51.100.7", "")] == [True, True, False, False]


def test_a_process_may_open_as_many_files_as_its_limits_need(monkeypatch):
    asked = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (1024, 4096))
    monkeypatch.setattr(resource, "setrlimit", lambda _, both: asked.append(both))

    browser.connections.allow_descriptors()

    assert asked == [(4096, 4096)]
