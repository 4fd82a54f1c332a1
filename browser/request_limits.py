"""How many requests are answered at once, and by when each has its answer. Nobody can take all the room alone."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from browser.place import place_of

AT_ONCE = 400
"""Requests under way in all: each takes some milliseconds, so this is a crowd of thousands."""
AT_ONCE_OF_A_PLACE = 64
"""Of one address. A hospital may share one, and its people do not press within the same millisecond."""
SECONDS = 60.0
"""Until an answer begins, or its next piece comes. A page takes milliseconds; a form from a slow phone some seconds."""


class RequestLimits:
    """Answers `busy` where there is no room, or where an answer takes too long.

    `longer` gives more seconds to addresses that begin so, such as the report as PDF.
    """

    def __init__(
        self,
        app: ASGIApp,
        busy: Callable[[], Response],
        longer: Mapping[str, float] | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._app = app
        self._busy = busy
        self._longer = longer or {}
        self._seconds = seconds
        self._under_way: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        place = place_of((scope.get("client") or ("",))[0])
        if self._under_way.total() >= AT_ONCE or self._under_way[place] >= AT_ONCE_OF_A_PLACE:
            await self._busy()(scope, receive, send)
            return
        self._under_way[place] += 1
        try:
            await self._in_time(scope, receive, send)
        finally:
            self._under_way[place] -= 1
            if not self._under_way[place]:
                del self._under_way[place]

    async def _in_time(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        seconds = next((more for start, more in self._longer.items() if path.startswith(start)), self._seconds)
        loop, has_begun = asyncio.get_running_loop(), False

        async def send_on(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)
            deadline.reschedule(loop.time() + seconds)

        try:
            async with asyncio.timeout(seconds) as deadline:
                await self._app(scope, receive, send_on)
        except TimeoutError:
            if not deadline.expired():
                raise
            if not has_begun:
                await self._busy()(scope, receive, send)
