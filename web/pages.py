"""The pages of a conversation: begin it, come back to it, leave it."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from browser.place import place_of
from browser.safety import refuse_foreign
from feedback.errors import TryLater
from web.answer_form import Form
from web.cookies import forget, read_body, remember, session_of
from web.page_texts import say
from web.port import Page, WebService
from web.talk_page import current_or_words, current_page, read, talk_page
from web.templates import notice, page
from web.view_model import about_of
from web.way_back import address_of, turn_to

_CODE_MOST = 100
"""Characters. A code has 14 with its dashes; some write spaces or a word before it."""


async def show(service: WebService, request: Request) -> Response:
    """Show the open question, or where to begin if there is no conversation."""
    # Staff may take back what they wrote until a page shows it. Pages after a form lead here.
    await service.note_shown(session_of(request, service))
    current = await current_page(service, request)
    if current is None:
        return _start(service, "/start", "", is_open=False)
    return talk_page(service, await _opened(service, request, current, request.query_params.get("at", "")))


async def show_again(service: WebService, request: Request) -> Response:
    """Show the open question with what was typed before Help now was pressed. Nothing is stored."""
    form = read(await read_body(request))
    current = await current_or_words(service, request, form)
    if isinstance(current, Response):
        return current
    there = await _opened(service, request, current, form.about)
    if form.text.strip() and about_of(there) != form.about:
        return page("moved", service, form=form, here=address_of(there))
    return talk_page(service, there, form)


async def help_now(service: WebService, request: Request) -> Response:
    """Show where help is, whoever asks. From a half-filled form it carries the words along, so none are lost."""
    outbound = await service.help_now()
    try:
        form = read(await read_body(request)) if request.method == "POST" else Form()
    except HTTPException:
        form = Form()  # whatever is wrong with a form, it does not keep help away
    back = "/talk" if session_of(request, service) else "/"
    return page("help", service, outbound=outbound, form=form, back=back)


async def show_start(service: WebService, request: Request) -> Response:
    """Show where a flow begins. Only the button begins it: programs that look into links press none."""
    name = request.path_params["flow"]
    title = dict(service.flows()).get(name)
    if title is None:
        return notice(service, "missing", 404)
    return _start(service, f"/talk/{name}", title, is_open=await _is_open(service, request))


async def begin_default(service: WebService, request: Request) -> Response:
    """Begin the default flow."""
    return await _begin(service, request, None, None)


async def begin_flow(service: WebService, request: Request) -> Response:
    """Begin the flow that the address names."""
    return await _begin(service, request, request.path_params["flow"], None)


async def show_invitation(service: WebService, request: Request) -> Response:
    """Show where an invitation begins, without looking it up."""
    title = say(service.words, "start_invited")
    return _start(service, f"/i/{request.path_params['token']}", title, is_open=await _is_open(service, request))


async def begin_invited(service: WebService, request: Request) -> Response:
    """Begin, or take up, what the token of an invitation stands for."""
    return await _begin(service, request, None, request.path_params["token"])


async def show_return(service: WebService, _: Request) -> Response:
    """Show where to type a return code."""
    return _return(service)


async def come_back(service: WebService, request: Request) -> Response:
    """Go on with the conversation of a return code, in a new session."""
    code = read(await read_body(request)).text.strip()[:_CODE_MOST]
    if not code:
        return _return(service, code, "return_empty", 422)
    session = service.fresh_id()
    try:
        is_known = await service.resume(session, code, _source(request))
    except TryLater as fault:
        response = _return(service, code, "return_wait", 429)
        response.headers["Retry-After"] = str(int(fault.wait_seconds or 1) + 1)
        return response
    return _into(service, session) if is_known else _return(service, code, "return_wrong", 422)


async def leave(service: WebService, request: Request) -> Response:
    """End the session of this browser. What the person said is kept, and their return code opens it again."""
    refuse_foreign(request)
    response = RedirectResponse("/left", 303)
    forget(response, service)
    return response


async def _begin(service: WebService, request: Request, flow: str | None, token: str | None) -> Response:
    """Begin in a new session, so that the next person at a shared computer is never taken for the last one."""
    refuse_foreign(request)
    session = service.fresh_id()
    if await service.begin(session, flow, token, _source(request)):
        return _into(service, session)
    return notice(service, "token" if token else "missing", 404)


def _source(request: Request) -> str:
    return place_of(request.client.host if request.client else "")


def _into(service: WebService, session: str) -> Response:
    response = RedirectResponse("/talk", 303)
    remember(response, service, session)
    return response


async def _opened(service: WebService, request: Request, current: Page, about: str) -> Page:
    """Return the page with a question opened again, as Back and Forward do; as it is where that cannot be stored."""
    try:
        return await turn_to(service, session_of(request, service), current, about)
    except TryLater:
        return current


async def _is_open(service: WebService, request: Request) -> bool:
    current = await current_page(service, request)
    return current is not None and current.stage in ("consent", "asking", "checking", "paused")


def _start(service: WebService, action: str, title: str, *, is_open: bool) -> Response:
    heading = title or next((first for _, first in service.flows()), say(service.words, "home_title"))
    return page("start", service, action=action, title=heading, is_open=is_open)


def _return(service: WebService, code: str = "", problem: str = "", status: int = 200) -> Response:
    text = say(service.words, problem) if problem else ""
    return page("return", service, status, code=code, problem=text)
