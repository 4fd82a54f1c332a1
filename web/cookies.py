"""What the pages for people add to `browser.safety`: their headers, their cookie, and how much of a form is taken."""

import re
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from browser.safety import read_form, safety
from web.port import WebService

SAFETY = safety(has_scripts=True)
"""On every response. The one script that runs is our own file, which keeps drafts; every page works without it."""

BODY_MOST = 64 * 1024
"""Bytes of a form that are taken as an answer."""
_READ_MOST = 1024 * 1024
"""Bytes of a form that are read at all, so that words which are too many can be shown again."""
_SESSION = re.compile(r"[A-Za-z0-9_-]{43}")


async def read_body(request: Request) -> bytes:
    """Return the posted form, which may be up to a mebibyte: the caller judges `BODY_MOST`. Raises as `read_form`."""
    return await read_form(request, _READ_MOST)


def session_of(request: Request, service: WebService) -> str:
    """Return the session that the browser holds, or nothing. What does not look like one of ours is nothing."""
    session = request.cookies.get(_cookie(service), "")
    return session if _SESSION.fullmatch(session) else ""


def remember(response: Response, service: WebService, session: str) -> None:
    """Have the browser hold a session until it is closed."""
    response.set_cookie(_cookie(service), session, httponly=True, secure=_is_https(service), samesite="lax")


def forget(response: Response, service: WebService) -> None:
    """Have the browser forget its session."""
    response.delete_cookie(_cookie(service), httponly=True, secure=_is_https(service), samesite="lax")


def _cookie(service: WebService) -> str:
    """Return the name of the cookie; `__Host-` (RFC 6265bis) binds it to this host, and needs https."""
    return "__Host-sayso" if _is_https(service) else "sayso"


def _is_https(service: WebService) -> bool:
    return urlsplit(service.public_url).scheme == "https"
