"""The server's time: it runs like any clock, and a test may move it forward."""

import asyncio
import time
from contextlib import suppress


class Clock:
    """Seconds since 1970, UTC."""

    def __init__(self) -> None:
        self._origin = time.time() - time.monotonic()  # noqa: TID251 - people's messages carry the real date
        self._moved = asyncio.Event()

    def now(self) -> float:
        return self._origin + time.monotonic()

    def advance(self, seconds: float) -> None:
        """Move forward; whoever sleeps past that moment wakes."""
        self._origin += seconds
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep_until(self, at: float) -> None:
        while (left := at - self.now()) > 0:
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await self._moved.wait()

    async def sleep(self, seconds: float) -> None:
        await self.sleep_until(self.now() + seconds)
