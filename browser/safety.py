"""What keeps a page safe, whoever it is for: headers, whose forms are taken, and how much of them."""

import asyncio
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_READ_SECONDS = 60
"""A guess: a long form takes seconds on the slowest phone line. Without an end, a sender who trickles bytes would hold
a connection open for ever."""
FORM = "application/x-www-form-urlencoded"
FORM_WITH_FILE = "multipart/form-data"


def safety(*, has_scripts: bool = False, may_ask: bool = False) -> Mapping[str, str]:
    """Return the headers for every response. With `has_scripts`, files of our own may run; else nothing may.

    With `may_ask`, they may ask pages of ours for news, and nobody else.

    X-Frame-Options is for browsers that know no frame-ancestors.
    """
    scripts = "script-src 'self'; " if has_scripts else ""
    asks = "connect-src 'self'; " if may_ask else ""
    return {
        "Content-Security-Policy": (
            f"default-src 'none'; {scripts}{asks}style-src 'self'; img-src 'self'; "
            "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    }


class SafeHeaders:
    """Puts headers on whatever the application answers, unless the answer has its own."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_safely)


def kind_of(request: Request) -> str:
    """Return what kind of form a request says it brings."""
    return request.headers.get("content-type", FORM).partition(";")[0].strip().lower()


async def read_form(request: Request, most: int, kinds: Collection[str] = (FORM,)) -> bytes:
    """Return a posted form of at most so many bytes, in one of these kinds.

    Raises: HTTPException, with 403 for a form that another site sent, 415 for what is no form, 413 for one that is
    too large and 408 for one that does not come to an end.
    """
    refuse_foreign(request)
    if kind_of(request) not in kinds:
        raise HTTPException(415)
    try:
        async with asyncio.timeout(_READ_SECONDS):
            return await _read(request, most)
    except TimeoutError as fault:
        raise HTTPException(408) from fault


async def _read(request: Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413)
    return bytes(body)


def refuse_foreign(request: Request) -> None:
    """Refuse a form that another site made the browser send. Raises: HTTPException (403).

    Browsers since 2020 to 2023 say where a form comes from in Sec-Fetch-Site. Older ones send an Origin, which our own
    no-referrer policy turns into "null"; for them SameSite on the cookie is what holds.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        is_ours = site in ("same-origin", "none")
    else:
        origin = request.headers.get("origin", "null")
        is_ours = origin == "null" or urlsplit(origin).netloc == request.headers.get("host")
    if not is_ours:
        raise HTTPException(403)
