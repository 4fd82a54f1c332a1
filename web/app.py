"""The browser channel as an application: which address shows what."""

from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from browser.connections import GuardedProtocol
from browser.request_limits import RequestLimits
from browser.safety import SafeHeaders
from feedback.errors import TryLater
from web import answering, pages, unsubscribe
from web.cookies import SAFETY
from web.page_texts import say
from web.port import WebService
from web.published import heard
from web.repeats import Repeats
from web.templates import STATIC, notice, page

Endpoint = Callable[[WebService, Request], Awaitable[Response]]

_NOTICES = {403: "refused", 404: "missing", 405: "missing", 413: "too_much"}
"""What a page says for each refusal; the others are told that something went wrong."""

_STAFF_SECONDS = 180.0
"""Until a page of staff begins: a report as PDF, or an export of everything, takes far longer than a page."""


def routes(service: WebService) -> list[Route]:
    """Return every address of the browser channel."""
    table: Sequence[tuple[str, Endpoint, str]] = (
        ("/", _home, "GET"),
        ("/talk", pages.show, "GET"),
        ("/talk", answering.answer, "POST"),
        ("/start", pages.begin_default, "POST"),
        ("/again", pages.show_again, "POST"),
        ("/again", pages.show, "GET"),
        ("/talk/{flow}", pages.show_start, "GET"),
        ("/talk/{flow}", pages.begin_flow, "POST"),
        ("/i/{token}", pages.show_invitation, "GET"),
        ("/i/{token}", pages.begin_invited, "POST"),
        ("/return", pages.show_return, "GET"),
        ("/return", pages.come_back, "POST"),
        ("/leave", pages.leave, "POST"),
        ("/stop/{token}", unsubscribe.ask, "GET"),
        ("/stop/{token}", unsubscribe.stop, "POST"),
        ("/stop/{token}/again", unsubscribe.resume, "POST"),
        ("/help-now", pages.help_now, "GET"),
        ("/help-now", pages.help_now, "POST"),
        ("/left", _left, "GET"),
        ("/blank", _blank, "GET"),
        ("/privacy", _privacy, "GET"),
        ("/heard", heard.show_all, "GET"),
        ("/heard/{flow}", heard.show, "GET"),
        ("/heard/{flow}/feed", heard.feed, "GET"),
        ("/heard/{flow}/{language}", heard.show, "GET"),
        ("/static/{name}", _static, "GET"),
    )
    return [Route(path, partial(endpoint, service), methods=[method]) for path, endpoint, method in table]


def app(service: WebService, extra_routes: Sequence[BaseRoute] = ()) -> Starlette:
    """Return the application; `extra_routes` (health, webhook) come first.

    A fault of ours shows a page that tells nothing and is then raised to the server, whose log the service owns.
    """
    application = Starlette(
        routes=[*extra_routes, *routes(service)],
        middleware=[
            Middleware(SafeHeaders, headers=SAFETY),
            Middleware(RequestLimits, busy=lambda: notice(service, "busy", 503), longer={"/staff/": _STAFF_SECONDS}),
        ],
        exception_handlers={
            HTTPException: partial(_refused, service),
            TryLater: partial(_busy, service),
            ClientDisconnect: _gone,
            Exception: partial(_broken, service),
        },
    )
    application.state.repeats = Repeats()
    return application


class QuietServer(uvicorn.Server):
    """A server that leaves the signals of the process to the service; `should_exit` ends it."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Take no signal."""
        yield


def server(application: Starlette, host: str, port: int) -> QuietServer:
    """Return a server that keeps no log of who asked for what, and believes a proxy on this machine alone."""
    return QuietServer(
        uvicorn.Config(
            application,
            host=host,
            port=port,
            access_log=False,
            log_config=None,
            server_header=False,
            proxy_headers=True,
            forwarded_allow_ips="127.0.0.1,::1",
            lifespan="off",
            ws="none",
            http=GuardedProtocol,
            timeout_keep_alive=15,
            timeout_graceful_shutdown=3,
        )
    )


async def _home(service: WebService, _: Request) -> Response:
    return page("home", service, heard=await _has_heard(service))


async def _has_heard(service: WebService) -> bool:
    """Return whether there is a page of what we heard. Where that cannot be read, nobody is kept from beginning."""
    try:
        return bool(await service.heard_flows() or await service.heard_artefacts())
    except TryLater:
        return False


async def _left(service: WebService, _: Request) -> Response:
    return notice(service, "cleared", 200)


async def _blank(service: WebService, _: Request) -> Response:
    return page("blank", service)


async def _privacy(service: WebService, _: Request) -> Response:
    return page("privacy", service, title=say(service.words, "privacy"), text=service.words.say("privacy"))


async def _static(_: WebService, request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    content, kind = STATIC[name]
    return Response(content, media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})


async def _refused(service: WebService, _: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    response = notice(service, _NOTICES.get(status, "broken"), status)
    if isinstance(fault, HTTPException):
        response.headers.update(fault.headers or {})
    return response


async def _busy(service: WebService, _: Request, __: Exception) -> Response:
    return notice(service, "busy", 503)


async def _gone(_: Request, __: Exception) -> Response:
    return PlainTextResponse("", 400)


async def _broken(service: WebService, _: Request, __: Exception) -> Response:
    return notice(service, "broken", 500)
