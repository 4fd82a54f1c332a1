"""The pages of a conversation: begin it, answer it, come back to it, leave it."""

import re
from dataclasses import replace

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from browser.safety import refuse_foreign
from feedback.errors import TryLater, UnreadableMessage
from web.answer_form import Form, read_form, to_raw
from web.cookies import BODY_MOST, forget, read_body, remember, session_of
from web.own_words import as_other
from web.page_texts import label, say
from web.port import Door, Page
from web.templates import notice, page
from web.view_model import View, prompt_of, view, what_is_missing

_FORM_ID = re.compile(r"[A-Za-z0-9_-]{43}")
_CODE_MOST = 100


async def show(door: Door, request: Request) -> Response:
    """Show the open question, or where to begin if there is no conversation."""
    current = await _current(door, request)
    return _talk(door, current) if current else _start(door, "/start", "", is_open=False)


async def answer(door: Door, request: Request) -> Response:
    """Take an answer and send the browser on to the next question; with a fault, show the same page again."""
    body = await read_body(request)
    form = _read(body)
    current = await _current_or_words(door, request, form)
    if isinstance(current, Response):
        return current
    return await _take(door, session_of(request, door), current, form, len(body))


async def _take(door: Door, session: str, current: Page, form: Form, size: int) -> Response:
    problem = _problem(door, current, form, size)
    if problem:
        return _talk(door, current, form, problem, 413 if size > BODY_MOST else 422)
    form_id = form.form_id if _FORM_ID.fullmatch(form.form_id) else door.fresh_id()
    new = replace(form, form_id=form_id, text=_new_words(form, view(current, door.words)))
    said = as_other(new, prompt_of(current))
    try:
        await door.post(session, to_raw(said), form_id)
    except TryLater:
        not_saved = say(door.words, "not_saved", next=label(door.words, "next"))
        return _talk(door, current, form, not_saved, 503)
    return RedirectResponse("/talk", 303)


async def show_again(door: Door, request: Request) -> Response:
    """Show the open question with what was typed before Help now was pressed. Nothing is stored."""
    form = _read(await read_body(request))
    current = await _current_or_words(door, request, form)
    return current if isinstance(current, Response) else _talk(door, current, form)


async def help_now(door: Door, request: Request) -> Response:
    """Show where help is, whoever asks. From a half-filled form it carries the words along, so none are lost."""
    outbound = await door.help_now()
    try:
        form = _read(await read_body(request)) if request.method == "POST" else Form()
    except HTTPException:
        form = Form()  # whatever is wrong with a form, it does not keep help away
    back = "/talk" if session_of(request, door) else "/"
    return page("help", door, outbound=outbound, form=form, back=back)


async def show_start(door: Door, request: Request) -> Response:
    """Show where a flow begins. Only the button begins it: programs that look into links press none."""
    name = request.path_params["flow"]
    title = dict(door.flows()).get(name)
    if title is None:
        return notice(door, "missing", 404)
    return _start(door, f"/talk/{name}", title, is_open=await _is_open(door, request))


async def begin_default(door: Door, request: Request) -> Response:
    """Begin the default flow."""
    return await _begin(door, request, None, None)


async def begin_flow(door: Door, request: Request) -> Response:
    """Begin the flow that the address names."""
    return await _begin(door, request, request.path_params["flow"], None)


async def show_invitation(door: Door, request: Request) -> Response:
    """Show where an invitation begins, without looking it up."""
    title = say(door.words, "start_invited")
    return _start(door, f"/i/{request.path_params['token']}", title, is_open=await _is_open(door, request))


async def begin_invited(door: Door, request: Request) -> Response:
    """Begin, or take up, what the token of an invitation stands for."""
    return await _begin(door, request, None, request.path_params["token"])


async def show_return(door: Door, _: Request) -> Response:
    """Show where to type a return code."""
    return _return(door)


async def come_back(door: Door, request: Request) -> Response:
    """Go on with the conversation of a return code, in a new session."""
    code = _read(await read_body(request)).text.strip()[:_CODE_MOST]
    if not code:
        return _return(door, code, "return_empty", 422)
    session = door.fresh_id()
    try:
        is_known = await door.resume(session, code, request.client.host if request.client else "")
    except TryLater as fault:
        response = _return(door, code, "return_wait", 429)
        response.headers["Retry-After"] = str(int(fault.wait_seconds or 1) + 1)
        return response
    return _into(door, session) if is_known else _return(door, code, "return_wrong", 422)


async def leave(door: Door, request: Request) -> Response:
    """End the session of this browser. What the person said is kept, and their return code opens it again."""
    refuse_foreign(request)
    response = RedirectResponse("/left", 303)
    forget(response, door)
    return response


async def _begin(door: Door, request: Request, flow: str | None, token: str | None) -> Response:
    """Begin in a new session, so that the next person at a shared computer is never taken for the last one."""
    refuse_foreign(request)
    session = door.fresh_id()
    if await door.begin(session, flow, token):
        return _into(door, session)
    return notice(door, "token" if token else "missing", 404)


def _into(door: Door, session: str) -> Response:
    response = RedirectResponse("/talk", 303)
    remember(response, door, session)
    return response


def _read(body: bytes) -> Form:
    try:
        return read_form(body)
    except UnreadableMessage:
        return Form()


async def _current(door: Door, request: Request) -> Page | None:
    session = session_of(request, door)
    return await door.talk(session) if session else None


async def _current_or_words(door: Door, request: Request, form: Form) -> Page | Response:
    """Return what the person sees now; where that is gone or cannot be read, a page that hands their words back."""
    try:
        current = await _current(door, request)
    except TryLater:
        return page("unsaved", door, 503, form=form)
    return current or page("lost", door, 410, text=form.text)


async def _is_open(door: Door, request: Request) -> bool:
    current = await _current(door, request)
    return current is not None and current.stage in ("consent", "asking", "checking", "paused")


def _problem(door: Door, current: Page, form: Form, size: int) -> str:
    if size > BODY_MOST:
        return say(door.words, "too_long")
    shown = view(current, door.words)
    return what_is_missing(shown, door.words) if form.is_empty and form.about == shown.about else ""


def _new_words(form: Form, shown: View) -> str:
    """Return the words of a form; none where a button was pressed beside what the page had filled in itself.

    The steps of a scale go by the name of words, so one that is picked beside a button is no word either.
    """
    is_filled_in = shown.answer.name == "text" or form.text == shown.answer.words
    return "" if form.command and form.about == shown.about and is_filled_in else form.text


def _talk(door: Door, current: Page, typed: Form | None = None, problem: str = "", status: int = 200) -> Response:
    shown = view(current, door.words, typed, problem)
    form_id = typed.form_id if typed and typed.about == shown.about else ""
    if not _FORM_ID.fullmatch(form_id):
        form_id = door.fresh_id()
    response = page("talk", door, status, view=shown, form_id=form_id)
    if shown.is_over:
        forget(response, door)
    return response


def _start(door: Door, action: str, title: str, *, is_open: bool) -> Response:
    heading = title or next((first for _, first in door.flows()), say(door.words, "home_title"))
    return page("start", door, action=action, title=heading, is_open=is_open)


def _return(door: Door, code: str = "", problem: str = "", status: int = 200) -> Response:
    text = say(door.words, problem) if problem else ""
    return page("return", door, status, code=code, problem=text)
