"""Steering the server from another process: JSON over HTTP on a second loopback port.

POST / with {"do": NAME, ...} gives {"ok": true, "result": ...} or {"ok": false, "why": "..."}. The names:
`person` {name} -> id; `says` {person, text}, `taps` {person, label}, `starts` {person, payload}, `blocks`, `unblocks`
{person} -> message id or null; `hears` {person, patience} -> {id, text, buttons}; `screen` {person} -> list of the same
with `from_bot`; `edits` {person, message, text}; `push` {text}; `fault` {...}; `flood` {on}; `advance` {seconds};
`status` -> {waiting, sent, polling, calls}; `load` {people, ...} -> figures.
"""

import dataclasses
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from telegram_server import load
from telegram_server.chats import Bubble
from telegram_server.person import Person
from telegram_server.server import TelegramServer


class Control:
    """One server and the people in it, by id."""

    def __init__(self, server: TelegramServer) -> None:
        self._server = server
        self._people: dict[int, Person] = {}

    async def answer(self, request: web.BaseRequest) -> web.Response:
        order: dict[str, Any] = await request.json()
        act: Callable[..., Awaitable[Any]] | None = getattr(self, f"do_{order.pop('do', '')}", None)
        if act is None:
            return web.json_response({"ok": False, "why": "There is no such order."}, status=400)
        try:
            return web.json_response({"ok": True, "result": await act(**order)})
        except (AssertionError, LookupError, TypeError) as error:
            return web.json_response({"ok": False, "why": str(error)}, status=400)

    async def do_person(self, name: str = "Ada") -> int:
        person = self._server.person(name)
        self._people[person.id] = person
        return person.id

    async def do_says(self, person: int, text: str) -> int:
        return (await self._people[person].says(text)).id

    async def do_taps(self, person: int, label: str) -> int:
        return (await self._people[person].taps(label)).id

    async def do_starts(self, person: int, payload: str = "") -> int:
        return (await self._people[person].starts(payload)).id

    async def do_blocks(self, person: int) -> None:
        await self._people[person].blocks()

    async def do_unblocks(self, person: int) -> None:
        await self._people[person].unblocks()

    async def do_edits(self, person: int, message: int, text: str) -> None:
        bubble = self._people[person].chat.bubble(message)
        assert bubble is not None, "There is no such message."
        await self._people[person].edits(bubble, text)

    async def do_hears(self, person: int, patience: float = 10.0) -> dict[str, Any]:
        return _shown(await self._people[person].hears(patience))

    async def do_screen(self, person: int) -> list[dict[str, Any]]:
        return [{**_shown(bubble), "from_bot": bubble.is_from_bot} for bubble in self._people[person].screen]

    async def do_push(self, text: str) -> None:
        self._server.push_raw(text)

    async def do_fault(self, **fault: Any) -> None:
        self._server.faults.add(**fault)

    async def do_flood(self, *, on: bool) -> None:
        self._server.flood.is_on = on

    async def do_advance(self, seconds: float) -> None:
        self._server.clock.advance(seconds)

    async def do_status(self) -> dict[str, Any]:
        waiting = len(self._server.updates.waiting(self._server.clock.now()))
        polling = self._server.polls.opened.is_set()
        return {"waiting": waiting, "sent": self._server.sent, "polling": polling, "calls": len(self._server.calls)}

    async def do_load(self, **shape: Any) -> dict[str, Any]:
        return dataclasses.asdict(await load.run(self._server, load.Load(**shape)))


def _shown(bubble: Bubble) -> dict[str, Any]:
    return {"id": bubble.id, "text": bubble.text, "buttons": list(bubble.labels)}
