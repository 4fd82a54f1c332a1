"""How fast messages leave: a steady rate for the whole bot, and a halt when the other side asks for one."""

import asyncio
from collections.abc import Awaitable, Callable


class Pace:
    """Lets messages through at most at `rate` a second (None: as fast as they come). Help waits for a halt only.

    Source of the rate: Telegram's own limit of about 30 messages a second for a bot (core.telegram.org/bots/faq).
    """

    def __init__(
        self,
        rate: float | None,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        sharers: Callable[[], int] = lambda: 1,
    ) -> None:
        """`sharers` returns how many services send as this bot: each has its part of the rate."""
        self._gap = 1 / rate if rate else 0.0
        self._clock = clock
        self._sleep = sleep
        self._sharers = sharers
        self._next = 0.0
        self._held_until = 0.0

    async def turn(self, *, first: bool = False) -> None:
        """Return when a message may leave."""
        now = self._clock()
        start = max(now, self._held_until) if first else max(now, self._next, self._held_until)
        self._next = max(self._next, start) + self._gap * self._sharers()
        if start > now:
            await self._sleep(start - now)

    def hold(self, seconds: float) -> None:
        """Let nothing leave for so long: the other side has asked for it (429 with retry_after)."""
        self._held_until = max(self._held_until, self._clock() + seconds)
