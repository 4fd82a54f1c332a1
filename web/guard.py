"""What keeps the page safe: headers, the session cookie, whose forms are taken, and how much of them."""

import asyncio
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.door import Door

SAFETY: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; "
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
"""On every response. No script runs on any page; X-Frame-Options is for browsers that know no frame-ancestors."""

BODY_MOST = 64 * 1024
"""Bytes of a form that are taken as an answer."""
_READ_MOST = 1024 * 1024
"""Bytes of a form that are read at all, so that words which are too many can be shown again."""
_READ_SECONDS = 60
_SESSION = re.compile(r"[A-Za-z0-9_-]{43}")
_FORM = "application/x-www-form-urlencoded"


class SafeHeaders:
    """Puts the safety headers on whatever the application answers, unless the answer has its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFETY.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_safely)


async def read_body(request: Request) -> bytes:
    """Return the posted form, which may be up to a mebibyte: the caller judges `BODY_MOST`.

    Raises: HTTPException, with 403 for a form that another site sent, 415 for what is no form, 413 for one over a
    mebibyte and 408 for one that does not come to an end.
    """
    refuse_foreign(request)
    if request.headers.get("content-type", _FORM).partition(";")[0].strip().lower() != _FORM:
        raise HTTPException(415)
    try:
        async with asyncio.timeout(_READ_SECONDS):
            return await _read(request)
    except TimeoutError as fault:
        raise HTTPException(408) from fault


async def _read(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _READ_MOST:
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


def session_of(request: Request, door: Door) -> str:
    """Return the session that the browser holds, or nothing. What does not look like one of ours is nothing."""
    session = request.cookies.get(_cookie(door), "")
    return session if _SESSION.fullmatch(session) else ""


def remember(response: Response, door: Door, session: str) -> None:
    """Have the browser hold a session until it is closed."""
    response.set_cookie(_cookie(door), session, httponly=True, secure=_is_https(door), samesite="lax")


def forget(response: Response, door: Door) -> None:
    """Have the browser forget its session."""
    response.delete_cookie(_cookie(door), httponly=True, secure=_is_https(door), samesite="lax")


def _cookie(door: Door) -> str:
    """Return the name of the cookie; `__Host-` (RFC 6265bis) binds it to this host, and needs https."""
    return "__Host-sayso" if _is_https(door) else "sayso"


def _is_https(door: Door) -> bool:
    return urlsplit(door.public_url).scheme == "https"
