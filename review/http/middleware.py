"""The one door of the staff app: headers, the cookie, whose forms are taken, and who may see which page."""

from dataclasses import replace
from functools import partial
from urllib.parse import parse_qs, quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from browser.safety import FORM, FORM_WITH_FILE, kind_of, read_form, safety
from review.http import acting
from review.http.context import StaffContext
from review.http.multipart import read_parts
from review.http.request import BASE, FormFields, StaffRequest
from review.http.roles import StaffPage
from storage.accounts import members, sessions

SAFETY = {**safety(has_scripts=True), "X-Robots-Tag": "noindex"}
"""On every response. Scripts are our own file alone; nothing is ever asked of another site."""

_BODY_MOST = 512 * 1024
"""Bytes. The longest form is a list of 2,000 contacts, at up to 250 bytes each."""
_MOST_FIELDS = 2000
"""A page of ours has a box for each sentence of a text or each conversation of a list: some hundred. Python's own
parser would take any number."""
_LONGEST_TOKEN = 64
"""Characters. Ours has fewer; whatever a stranger puts in a cookie is not hashed at length."""
_SECRET_FIELDS = frozenset({"csrf", "password", "again", "code", "answer"})
"""Never shown again, whoever sent them."""


class GuardedPage:
    """A page behind the door: it is asked only after method, session, role, proof and form were found right."""

    def __init__(self, desk: StaffContext, page: StaffPage, shown: frozenset[str]) -> None:
        """`shown` holds the path of every page that can be looked at."""
        self._desk = desk
        self._page = page
        self._shown = shown

    async def answer(self, request: Request) -> Response:
        """Answer one request. Raises: HTTPException, with 403 for whoever may not come, 400 and 413 for odd forms."""
        visit = await _arrive(self._desk, request)
        refusal = self._refusal(visit)
        if refusal is not None:
            return await self._keep_words(visit) or refusal
        if self._page.method != "POST":
            return await self._page.answer(visit)
        visit = replace(visit, form=await self._form(request))
        if visit.form.one("csrf") != visit.csrf or not visit.token:
            return self._stale(visit)
        try:
            if self._page.is_marked:
                return await acting.answer(visit, self._page, self._place(visit))
            return await self._page.answer(visit)
        finally:
            # Also after a fault: part of it may have been stored, and the counts would be old.
            self._desk.around.forget()

    def _stale(self, visit: StaffRequest) -> Response:
        """Answer a form that is not of this session: of a tab that stood open while another one signed in, perhaps.

        Raises: HTTPException (403), for every other one.
        """
        if self._page.stage != "in" and visit.is_in:
            return visit.go(safe_next(visit.query.one("next")))
        raise HTTPException(403)

    async def _keep_words(self, visit: StaffRequest) -> Response | None:
        """Show somebody who was signed out what they had written, so that it is not lost; None where it is nothing.

        What is shown came from this browser just now, from a page of ours, and is stored nowhere.
        """
        request = visit.request
        if self._page.method != "POST" or self._page.stage != "in" or visit.is_in or kind_of(request) != FORM:
            return None
        fields = read_fields(await read_form(request, _BODY_MOST)).all
        words = [text for name, texts in fields.items() if name not in _SECRET_FIELDS for text in texts if " " in text]
        back = f"/sign-in?next={quote(self._place(visit))}"
        return visit.page("signed-out", 403, words=words, back=back) if words else None

    def _place(self, visit: StaffRequest) -> str:
        """Return the address that was asked for; for a form, that of the page that it stands on."""
        request, template = visit.request, self._page.path
        if request.method != "POST":
            return request.url.path + (f"?{request.url.query}" if request.url.query else "")
        path = request.url.path
        while template not in self._shown:
            template, path = template.rpartition("/")[0] or "/", path.rpartition("/")[0]
        return path if template != "/" else f"{BASE}/"

    async def _form(self, request: Request) -> FormFields:
        kinds = (FORM, FORM_WITH_FILE) if self._page.takes_file else (FORM,)
        body = await read_form(request, _BODY_MOST, kinds)
        if kind_of(request) == FORM:
            return read_fields(body)
        return read_parts(body, request.headers["content-type"])

    def _refusal(self, visit: StaffRequest) -> Response | None:
        """Return where somebody has to go first, or None where they may come."""
        page, session = self._page, visit.session
        if page.stage == "out":
            return None
        if visit.is_in and page.stage != "in":
            return visit.go(safe_next(visit.query.one("next")))
        if session is None or session.stage != page.stage:
            return self._away(visit, "/sign-in")
        if page.stage == "in" and session.member.role not in page.roles:
            raise HTTPException(403)
        if page.needs_proof and not session.is_proved(self._desk.now()):
            return self._away(visit, "/prove")
        return None

    def _away(self, visit: StaffRequest, path: str) -> Response:
        """Send somebody to sign in, or to show again who they are; they find the page again after it."""
        return visit.go(f"{path}?next={quote(self._place(visit))}")


async def _arrive(desk: StaffContext, request: Request) -> StaffRequest:
    """Return who asks, and let their session live on."""
    token = request.cookies.get(cookie_name(desk), "")[:_LONGEST_TOKEN]
    query = FormFields({name: tuple(request.query_params.getlist(name)) for name in request.query_params})
    visit = StaffRequest(desk, request, None, token, query=query)
    if not token:
        return visit
    now = desk.now()
    session = await desk.database.read(lambda tx: sessions.find(tx, desk.vault, token=token, now=now))
    if session is not None and sessions.needs_noting(session, now):
        await desk.database.write(partial(sessions.note_use, session=session, now=now))
    return replace(visit, session=session)


def safe_next(text: str) -> str:
    """Return an address inside the app, without its base, to go to after signing in; the first page in doubt."""
    is_ours = text.startswith(f"{BASE}/") and "\\" not in text and not any(mark.isspace() for mark in text)
    return text.removeprefix(BASE) if is_ours else "/"


def read_fields(body: bytes) -> FormFields:
    """Return a posted form. Line ends are one newline; marks that no database takes are left out.

    Raises: HTTPException (400), for more fields than any form of ours has.
    """
    try:
        found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as fault:
        raise HTTPException(400) from fault
    return FormFields({name: tuple(_plain(value) for value in values) for name, values in found.items()})


def _plain(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\x00", "")


def cookie_name(desk: StaffContext) -> str:
    """Return the name of the cookie; `__Host-` binds it to this host, and needs https."""
    return "__Host-sayso-staff" if desk.is_https else "sayso-staff"


def remember(response: Response, desk: StaffContext, token: str) -> Response:
    """Have the browser hold a session until it is closed."""
    response.set_cookie(cookie_name(desk), token, httponly=True, secure=desk.is_https, samesite="lax")
    return response


def forget(response: Response, desk: StaffContext) -> Response:
    """Have the browser forget its session."""
    response.delete_cookie(cookie_name(desk), httponly=True, secure=desk.is_https, samesite="lax")
    return response


def with_form_token(visit: StaffRequest) -> tuple[StaffRequest, str]:
    """Return a visit whose forms can be sent though nobody is signed in yet, and the token to remember."""
    token = visit.token or members.new_secret()
    return replace(visit, token=token), token
