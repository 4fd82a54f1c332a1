"""Keeping a form through a sign-in: whoever has to show again who they are finds what they typed after it."""

from urllib.parse import quote

from starlette.responses import Response

from review.http.request import BASE, FormFields, StaffRequest
from review.http.roles import StaffPage
from review.http.typed_words import SECRET
from storage.accounts import kept_forms, sessions
from storage.accounts.kept_forms import KeptForm

_LEFT_OUT = SECRET | {"csrf"}


async def keep(visit: StaffRequest, page: StaffPage, form: FormFields, to: str) -> Response | None:
    """Keep a form of somebody who is or was signed in, and lead to `to`; None for a form that is nobody's.

    Its own mark and what its author had seen are kept with it: it has its effect once, and over nothing unseen.
    """
    staff_id = await _owner(visit)
    if page.is_secret or staff_id is None or form.one("csrf") != visit.csrf:
        return None
    kept = KeptForm(_address(visit), _fields(form), page.takes_file)
    now = visit.desk.now()
    token = await visit.desk.database.write(
        lambda tx: kept_forms.keep(tx, visit.vault, staff_id=staff_id, form=kept, now=now)
    )
    return visit.go(f"{to}?next={quote(f'{BASE}/kept/{token}')}")


async def _owner(visit: StaffRequest) -> str | None:
    """Return whose form it is: of whoever is signed in, or was until a while ago in this browser."""
    if visit.session is not None:
        return visit.session.member.id
    if not visit.token:
        return None
    return await visit.read(lambda tx: sessions.owner_of(tx, visit.vault, token=visit.token))


def _address(visit: StaffRequest) -> str:
    url = visit.request.url
    return url.path + (f"?{url.query}" if url.query else "")


def _fields(form: FormFields) -> tuple[tuple[str, str], ...]:
    """Return what is kept; a file that is no text has to be picked again."""
    pairs = ((name, value) for name, many in form.all.items() if name not in _LEFT_OUT for value in many)
    return tuple((name, value) for name, value in pairs if _is_text(value))


def _is_text(value: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in value)
