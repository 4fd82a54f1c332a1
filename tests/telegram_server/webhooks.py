"""Webhook delivery: one request at a time for each lane of a chat, tried again until it is taken or too old."""

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any

import aiohttp
from telegram_server.updates import Update

if TYPE_CHECKING:
    from telegram_server.server import TelegramServer

FIRST_PAUSE, LONGEST_PAUSE, LONGEST_ASKED = 1.0, 60.0, 3600.0
GONE_FOR = 23 * 3600
SECRET = "X-Telegram-Bot-Api-Secret-Token"


class Webhook:
    """The hook of one bot. Anything but 2xx is tried again with a doubling pause, or the Retry-After it asked for."""

    def __init__(self, server: "TelegramServer") -> None:
        self._server = server
        self.url = ""
        self.last_error: dict[str, Any] = {}
        self.tries: list[tuple[int, int]] = []
        """Every delivery as (update id, status); 0 where there was no answer."""
        self._secret = ""
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None
        self._gone_since: float | None = None

    def set(self, url: str, secret: str) -> None:
        self.url, self._secret = url, secret
        self.last_error, self._gone_since = {}, None
        for task in self._lanes.values():
            task.cancel()
        self._lanes = {}
        self.wake()

    def wake(self) -> None:
        """Begin to deliver in every lane that has something and is at rest."""
        if not self.url:
            return
        for update in self._server.updates.waiting(self._server.clock.now()):
            task = self._lanes.get(update.lane)
            if task is None or task.done():
                self._lanes[update.lane] = asyncio.create_task(self._empty(update.lane))

    async def close(self) -> None:
        tasks = list(self._lanes.values())
        self.url = ""
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _empty(self, lane: str) -> None:
        pause = FIRST_PAUSE
        while update := self._first(lane):
            status, asked = await self._post(update)
            self.tries.append((update.id, status))
            if 200 <= status < 300:
                self._server.updates.confirm(update)
                pause = FIRST_PAUSE
                continue
            if self._is_gone(status):
                self.url = ""
                return
            await self._server.clock.sleep(min(asked, LONGEST_ASKED) if asked else pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    def _first(self, lane: str) -> Update | None:
        waiting = self._server.updates.waiting(self._server.clock.now())
        return next((update for update in waiting if update.lane == lane), None)

    async def _post(self, update: Update) -> tuple[int, float]:
        """Return the status (0 without an answer) and the seconds of Retry-After."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(10))
        headers = {"Content-Type": "application/json"} | ({SECRET: self._secret} if self._secret else {})
        self._server.record_updates([update])
        try:
            async with self._session.post(self.url, data=update.text.encode(), headers=headers) as response:
                status, asked = response.status, response.headers.get("Retry-After", "")
        except (aiohttp.ClientError, TimeoutError):
            status, asked = 0, ""
        if not 200 <= status < 300:
            text = f"Wrong response from the webhook: {status}" if status else "Connection failed"
            self.last_error = {"last_error_date": self._server.date(), "last_error_message": text}
        with contextlib.suppress(ValueError):
            return status, float(asked)
        return status, 0.0

    def _is_gone(self, status: int) -> bool:
        """410 for 23 hours takes the hook away."""
        now = self._server.clock.now()
        if status != 410:
            self._gone_since = None
            return False
        self._gone_since = self._gone_since or now
        return now - self._gone_since >= GONE_FOR
