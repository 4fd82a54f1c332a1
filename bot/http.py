"""python-telegram-bot's network layer on aiohttp.

The library's own, on httpx, takes several times the processor time for one message (decision 0004), and does not say
whether a request has left the machine.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.request import getproxies

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData


class NotSent(NetworkError):
    """The server could not be reached: nothing of the request has left."""


class ProviderClock:
    """What time it is at the provider, by the Date of its newest answer (RFC 9110, 6.6.1) and the time since."""

    def __init__(self, elapsed: Callable[[], float]) -> None:
        """`elapsed` gives seconds that never go back, also while the machine sleeps."""
        self._elapsed = elapsed
        self._noted: tuple[datetime, float] | None = None

    def note(self, date: str | None) -> None:
        """Take the Date of an answer; one that is missing or cannot be read changes nothing."""
        with suppress(TypeError, ValueError):
            said = parsedate_to_datetime(date or "")
            self._noted = said.replace(tzinfo=said.tzinfo or UTC), self._elapsed()

    def now(self) -> datetime | None:
        """Return the present moment there; None before the first answer."""
        if self._noted is None:
            return None
        said, at = self._noted
        return said + timedelta(seconds=self._elapsed() - at)


class BotRequest(BaseRequest):
    """Sends requests over at most `connections` connections; `seconds` is the most that each step may take.

    Raises NotSent before anything has left, and NetworkError or TimedOut once the server may have taken the request.
    No error holds the address, which has the token in it. Open it (`async with`) in the loop that it is used in.
    """

    def __init__(self, connections: int, seconds: float, clock: ProviderClock) -> None:
        self._connections = connections
        self._seconds = seconds
        self._clock = clock

    @property
    def read_timeout(self) -> float | None:
        """How long an answer may take where a request does not say."""
        return self._seconds

    async def initialize(self) -> None:
        """Make the session. Nothing is opened before the first request."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=self._connections),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
            trust_env=bool(getproxies()),  # it asks for each request anew, which more than doubles the cost of one
        )

    async def shutdown(self) -> None:
        """Close what is open."""
        await self._session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the library sets the signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return status and body. Nothing is sent twice: a redirect would be, and aiohttp repeats no POST."""
        asked = (read_timeout, write_timeout, connect_timeout, pool_timeout)
        limits = _limits(*(self._seconds if each is self.DEFAULT_NONE else each for each in asked))
        body, headers = _body(request_data) if request_data else (None, None)
        ask = self._session.request(method, url, data=body, headers=headers, timeout=limits, allow_redirects=False)
        try:
            async with ask as answer:
                self._clock.note(answer.headers.get("Date"))
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(f"There is no connection ({type(error).__name__}).") from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(f"The line broke ({type(error).__name__}).") from None


def _limits(
    read: float | None, write: float | None, connect: float | None, pool: float | None
) -> aiohttp.ClientTimeout:
    """Return the four limits in aiohttp's terms. It has none for sending: the whole has one instead."""
    total = None if read is None or write is None or pool is None else pool + write + read
    return aiohttp.ClientTimeout(total=total, connect=pool, sock_connect=connect, sock_read=read)


def _body(asked: RequestData) -> tuple[bytes | aiohttp.FormData, dict[str, str] | None]:
    """Return a request's body and its headers: JSON, which costs far less than a form, but files go in a form only."""
    if not asked.contains_files:
        return json.dumps(asked.parameters).encode(), _IS_JSON
    form = aiohttp.FormData(asked.json_parameters)
    for name, (filename, content, kind) in asked.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, None


_IS_JSON = {"Content-Type": "application/json"}
