"""getUpdates: one long poll at a time, as the real server keeps it."""

import asyncio
from typing import TYPE_CHECKING

from telegram_server.errors import conflict
from telegram_server.parameters import Parameters
from telegram_server.updates import Update

if TYPE_CHECKING:
    from telegram_server.server import TelegramServer

CONFLICT_PAUSE = 3.0
"""A second 409 within so many seconds is held back for so long."""
QUICK_REPEAT = 0.5
SLOW_REPEAT = 3.0


class Polls:
    """The long polls of one bot. The newer ends the older."""

    def __init__(self, server: "TelegramServer") -> None:
        self._server = server
        self._open: asyncio.Future[None] | None = None
        self.opened, self.closed = asyncio.Event(), asyncio.Event()
        """Set while a poller is on the line with nothing to fetch, and while none is."""
        self._last_offset: int | None = None
        self._last_at = 0.0
        self._next_conflict_at = 0.0

    def wake(self) -> None:
        if self._open is not None and not self._open.done():
            self._open.set_result(None)

    def close(self) -> None:
        self.end("the server is closing")

    def end(self, why: str) -> None:
        """End the long poll that is open, if one is."""
        if self._open is not None and not self._open.done():
            self._open.set_exception(conflict(why))

    async def get(self, values: Parameters) -> list[Update]:
        if self._server.webhook.url:
            await self._refuse()
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        offset, limit, timeout = self._settle(values)
        self.end("terminated by other getUpdates request; make sure that only one bot instance is running")
        now = self._server.clock.now()
        updates = self._server.updates.take(offset, limit, now)
        if updates or not timeout:
            return self._count(updates)
        try:
            await self._wait(now + timeout)
        except Exception:
            await self._refuse()
            raise
        return self._count(self._server.updates.take(offset, limit, self._server.clock.now()))

    def _settle(self, values: Parameters) -> tuple[int, int, int]:
        """Read the parameters; an offset repeated too quickly gets one update a call and a wait."""
        allowed = values.parsed("allowed_updates", "allowed updates")
        self._server.updates.allow(allowed)
        offset = values.number("offset", 0)
        limit = values.number("limit", 100, 1, 100)
        timeout = values.number("timeout", 0, 0, 50)
        passed = self._server.clock.now() - self._last_at
        if offset == self._last_offset and passed < SLOW_REPEAT:
            timeout = max(timeout, int(SLOW_REPEAT))
        if offset == self._last_offset and passed < QUICK_REPEAT:
            limit = 1
        self._last_offset, self._last_at = offset, self._server.clock.now()
        return offset, limit, timeout

    async def _wait(self, until: float) -> None:
        self._open = mine = asyncio.get_running_loop().create_future()
        self.opened.set()
        self.closed.clear()
        timer = asyncio.create_task(self._server.clock.sleep_until(until))
        try:
            await asyncio.wait({mine, timer}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            timer.cancel()
            if self._open is mine:
                self._open = None
                self.opened.clear()
                self.closed.set()
        if mine.done():
            mine.result()

    async def _refuse(self) -> None:
        """Let pollers that fight each other do so slowly."""
        now = self._server.clock.now()
        if now < self._next_conflict_at:
            await self._server.clock.sleep(CONFLICT_PAUSE)
        else:
            self._next_conflict_at = now + CONFLICT_PAUSE

    def _count(self, updates: list[Update]) -> list[Update]:
        self._server.record_updates(updates)
        return updates
