"""The page of a conversation as a response, and the pages that hand words back where there is none."""

import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

from feedback.errors import TryLater, UnreadableMessage
from web.answer_form import Form, read_form
from web.cookies import forget, session_of
from web.port import Page, WebService
from web.templates import page
from web.view_model import view
from web.way_back import address_of

_NEVER_KEPT = ("stop", "delete")
"""Steps at which a pick that was not sent must not stand there again: it would delete."""
_ENDED = ("finished", "stopped", "deleted", "declined")

FORM_ID = re.compile(r"[A-Za-z0-9_-]{43}")


def talk_page(
    service: WebService, current: Page, typed: Form | None = None, problem: str = "", status: int = 200
) -> Response:
    """Return what is open as a page. `typed` and `problem` are those of `view`; a form that comes again keeps its id."""
    shown = view(current, service.words, typed, problem)
    form_id = typed.form_id if typed and typed.about == shown.about else ""
    if not FORM_ID.fullmatch(form_id):
        form_id = service.fresh_id()
    response = page("talk", service, status, view=shown, form_id=form_id, **_for_drafts(current, typed, shown.about))
    if shown.is_over:
        forget(response, service)
    return response


def read(body: bytes) -> Form:
    """Return a posted body as a form; an empty one where it is none of ours."""
    try:
        return read_form(body)
    except UnreadableMessage:
        return Form()


async def current_page(service: WebService, request: Request) -> Page | None:
    """Return what the person sees now, or None if this browser has no conversation. Raises: TryLater."""
    session = session_of(request, service)
    return await service.talk(session) if session else None


async def current_or_words(service: WebService, request: Request, form: Form) -> Page | Response:
    """Return what the person sees now; where that is gone or cannot be read, a page that hands their words back."""
    try:
        current = await current_page(service, request)
    except TryLater:
        return page("unsaved", service, 503, form=form)
    return current or page("lost", service, 410, form=form)


def _for_drafts(current: Page, typed: Form | None, about: str) -> dict[str, object]:
    """Return what the browser needs to keep a draft: where it is, in which conversation, and when there is none to keep."""
    return {
        "here": address_of(current),
        "talk": "" if about in _NEVER_KEPT else _name_of(current),
        "is_typed": typed is not None and typed.about == about and not typed.is_empty,
        "is_end": current.stage in _ENDED,
    }


def _name_of(current: Page) -> str:
    """Return a name for the conversation under which a browser keeps drafts. The return code is not in it."""
    return hashlib.sha256(f"draft of {current.code}".encode()).hexdigest()[:16]
