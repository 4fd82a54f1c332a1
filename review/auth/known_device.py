"""Browsers in which somebody has signed in before: their tries are counted apart, so that no stranger keeps them waiting.

The cookie lets nobody in. It only names the count (OWASP, "Device cookies": whoever has it was in once, with everything
that was asked for).
"""

import hmac

from starlette.responses import Response

from review.http.request import StaffRequest
from storage.accounts.members import folded
from storage.db.ids import new_id

_SECONDS = 180 * 24 * 3600
"""How long a browser is known after somebody has signed in: over a long leave."""
_LONGEST = 200
"""Characters of the cookie. Ours has fewer."""


def device_of(visit: StaffRequest, name: str) -> str:
    """Return the id of the device, if somebody of this name has signed in with it before; otherwise nothing."""
    cookie = visit.request.cookies.get(_cookie(visit), "")[:_LONGEST]
    device, _, mark = cookie.partition(".")
    is_ours = device and hmac.compare_digest(mark.encode(), _mark(visit, device, name).encode())
    return device if is_ours else ""


def know(response: Response, visit: StaffRequest, name: str) -> Response:
    """Have this browser be known as one of this member's from now on."""
    device = device_of(visit, name) or new_id()
    response.set_cookie(
        _cookie(visit),
        f"{device}.{_mark(visit, device, name)}",
        max_age=_SECONDS,
        httponly=True,
        secure=visit.desk.is_https,
        samesite="lax",
    )
    return response


def _mark(visit: StaffRequest, device: str, name: str) -> str:
    return visit.vault.stamp("device", f"{folded(name)}\0{device}")


def _cookie(visit: StaffRequest) -> str:
    return "__Host-sayso-device" if visit.desk.is_https else "sayso-device"
