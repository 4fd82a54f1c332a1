"""The one door of the staff app: headers, the cookie, whose forms are taken, and who may see which page."""

from dataclasses import replace
from functools import partial
from urllib.parse import parse_qs, quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from browser.safety import FORM, FORM_WITH_FILE, kind_of, read_form, safety
from review.http import acting, keeping
from review.http.context import StaffContext
from review.http.multipart import read_parts
from review.http.request import BASE, FormFields, ProofWanted, StaffRequest
from review.http.roles import StaffPage
from review.http.typed_words import is_work, sent_form
from storage.accounts import members, sessions

SAFETY = {**safety(has_scripts=True, may_ask=True), "X-Robots-Tag": "noindex"}
"""On every response. Scripts are our own file alone; nothing is ever asked of another site."""

_BODY_MOST = 512 * 1024
"""Bytes. The longest form of ours is a text with a box for each of its sentences."""
_FILE_MOST = 16 * 1024 * 1024
"""Bytes of a form that brings a file: a list of 50,000 contacts, at up to 300 bytes each."""
_MOST_FIELDS = 2000
"""A page of ours has a box for each sentence of a text or each conversation of a list: some hundred. Python's own
parser would take any number."""
_LONGEST_QUERY = 1000
"""Characters of one field of an address. Ours have fewer: the longest are words to look for and the way back to a list."""
_LONGEST_TOKEN = 64
"""Characters. Ours has fewer; whatever a stranger puts in a cookie is not hashed at length."""
_SIGN_IN = "/sign-in"
_PROVE = "/prove"


class GuardedPage:
    """A page behind the door: it is asked only after method, session, role, proof and form were found right."""

    def __init__(self, desk: StaffContext, page: StaffPage, shown: frozenset[str]) -> None:
        """`shown` holds the path of every page that can be looked at."""
        self._desk = desk
        self._page = page
        self._shown = shown

    async def answer(self, request: Request) -> Response:
        """Answer one request. Raises: HTTPException, with 403 for whoever may not come, 400 and 413 for odd forms."""
        visit = await _arrive(self._desk, request, is_use=self._page.is_use)
        way = self._elsewhere(visit)
        if way is not None:
            return await self._lead(visit, way)
        if self._page.method != "POST":
            return await self._page.answer(visit)
        visit = replace(visit, form=await self._form(request))
        if visit.form.one("csrf") != visit.csrf or not visit.token:
            return self._stale(visit)
        return await self._take(visit)

    async def _take(self, visit: StaffRequest) -> Response:
        """Let a form through."""
        try:
            if self._page.is_marked:
                return await acting.answer(visit, self._page, self._place(visit))
            return await self._page.answer(visit)
        except ProofWanted:
            return await keeping.keep(visit, self._page, visit.form, _PROVE) or self._away(visit, _PROVE)
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

    async def _lead(self, visit: StaffRequest, path: str) -> Response:
        """Lead somebody to where they have to go first. What they had typed is kept for them, or else shown.

        It is shown where nobody knows whose it is. It came from this browser just now, and is stored nowhere.
        """
        if self._page.method != "POST" or self._page.stage != "in" or path not in (_SIGN_IN, _PROVE):
            return self._away(visit, path) if path in (_SIGN_IN, _PROVE) else visit.go(path)
        if kind_of(visit.request) not in self._kinds:
            return self._away(visit, path)
        form = await self._form(visit.request)
        kept = await keeping.keep(visit, self._page, form, path) if is_work(form) else None
        if kept is not None:
            return kept
        words = [field.words for field in sent_form(form).typed if not self._page.is_secret]
        back = f"{path}?next={quote(self._place(visit))}"
        return visit.page("signed-out", 403, words=words, back=back) if words else self._away(visit, path)

    def _place(self, visit: StaffRequest) -> str:
        """Return the address that was asked for; for a form, that of the page that it stands on."""
        request, template = visit.request, self._page.path
        if request.method != "POST":
            return request.url.path + (f"?{request.url.query}" if request.url.query else "")
        path = request.url.path
        while template not in self._shown:
            template, path = template.rpartition("/")[0] or "/", path.rpartition("/")[0]
        return path if template != "/" else f"{BASE}/"

    @property
    def _kinds(self) -> tuple[str, ...]:
        return (FORM, FORM_WITH_FILE) if self._page.takes_file else (FORM,)

    async def _form(self, request: Request) -> FormFields:
        body = await read_form(request, _FILE_MOST if self._page.takes_file else _BODY_MOST, self._kinds)
        if kind_of(request) == FORM:
            return read_fields(body)
        return read_parts(body, request.headers["content-type"])

    def _elsewhere(self, visit: StaffRequest) -> str | None:
        """Return where somebody has to go first, or None where they may come. Raises: HTTPException (403)."""
        page, session = self._page, visit.session
        if page.stage == "out":
            return None
        if visit.is_in and page.stage != "in":
            return safe_next(visit.query.one("next"))
        if session is None or session.stage != page.stage:
            return _SIGN_IN
        if page.stage == "in" and not session.member.has_one_of(page.roles):
            raise HTTPException(403)
        return _PROVE if page.needs_proof and not session.is_proved(self._desk.now()) else None

    def _away(self, visit: StaffRequest, path: str) -> Response:
        """Send somebody to sign in, or to show again who they are; they find the page again after it."""
        return visit.go(f"{path}?next={quote(self._place(visit))}")


async def _arrive(desk: StaffContext, request: Request, *, is_use: bool = True) -> StaffRequest:
    """Return who asks, and let their session live on where somebody uses it."""
    token = request.cookies.get(cookie_name(desk), "")[:_LONGEST_TOKEN]
    asked = request.query_params
    query = FormFields({name: tuple(value[:_LONGEST_QUERY] for value in asked.getlist(name)) for name in asked})
    visit = StaffRequest(desk, request, None, token, query=query)
    if not token:
        return visit
    now = desk.now()
    session = await desk.database.read(lambda tx: sessions.find(tx, desk.vault, token=token, now=now))
    if session is not None and is_use and sessions.needs_noting(session, now):
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
