"""The pages of a conversation: begin it, come back to it, leave it."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from browser.safety import refuse_foreign
from feedback.errors import TryLater
from web.answer_form import Form
from web.cookies import forget, read_body, remember, session_of
from web.page_texts import say
from web.port import Door, Page
from web.talk_page import current_or_words, current_page, read, talk_page
from web.templates import notice, page
from web.view_model import about_of
from web.way_back import address_of, turn_to

_CODE_MOST = 100
"""Characters. A code has 14 with its dashes; some write spaces or a word before it."""


async def show(door: Door, request: Request) -> Response:
    """Show the open question, or where to begin if there is no conversation."""
    current = await current_page(door, request)
    if current is None:
        return _start(door, "/start", "", is_open=False)
    return talk_page(door, await _opened(door, request, current, request.query_params.get("at", "")))


async def show_again(door: Door, request: Request) -> Response:
    """Show the open question with what was typed before Help now was pressed. Nothing is stored."""
    form = read(await read_body(request))
    current = await current_or_words(door, request, form)
    if isinstance(current, Response):
        return current
    there = await _opened(door, request, current, form.about)
    if form.text.strip() and about_of(there) != form.about:
        return page("moved", door, form=form, here=address_of(there))
    return talk_page(door, there, form)


async def help_now(door: Door, request: Request) -> Response:
    """Show where help is, whoever asks. From a half-filled form it carries the words along, so none are lost."""
    outbound = await door.help_now()
    try:
        form = read(await read_body(request)) if request.method == "POST" else Form()
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
    code = read(await read_body(request)).text.strip()[:_CODE_MOST]
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


async def _opened(door: Door, request: Request, current: Page, about: str) -> Page:
    """Return the page with a question opened again, as Back and Forward do; as it is where that cannot be stored."""
    try:
        return await turn_to(door, session_of(request, door), current, about)
    except TryLater:
        return current


async def _is_open(door: Door, request: Request) -> bool:
    current = await current_page(door, request)
    return current is not None and current.stage in ("consent", "asking", "checking", "paused")


def _start(door: Door, action: str, title: str, *, is_open: bool) -> Response:
    heading = title or next((first for _, first in door.flows()), say(door.words, "home_title"))
    return page("start", door, action=action, title=heading, is_open=is_open)


def _return(door: Door, code: str = "", problem: str = "", status: int = 200) -> Response:
    text = say(door.words, problem) if problem else ""
    return page("return", door, status, code=code, problem=text)
