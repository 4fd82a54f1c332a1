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

from browser.safety import SafeHeaders
from feedback.errors import TryLater
from web import answering, pages, unsubscribe
from web.cookies import SAFETY
from web.page_texts import say
from web.port import Door
from web.repeats import Repeats
from web.templates import STATIC, notice, page

Endpoint = Callable[[Door, Request], Awaitable[Response]]

_NOTICES = {403: "refused", 404: "missing", 405: "missing", 413: "too_much"}
"""What a page says for each refusal; the others are told that something went wrong."""


def routes(door: Door) -> list[Route]:
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
        ("/static/{name}", _static, "GET"),
    )
    return [Route(path, partial(endpoint, door), methods=[method]) for path, endpoint, method in table]


def app(door: Door, extra_routes: Sequence[BaseRoute] = ()) -> Starlette:
    """Return the application; `extra_routes` (health, webhook) come first.

    A fault of ours shows a page that tells nothing and is then raised to the server, whose log the service owns.
    """
    application = Starlette(
        routes=[*extra_routes, *routes(door)],
        middleware=[Middleware(SafeHeaders, headers=SAFETY)],
        exception_handlers={
            HTTPException: partial(_refused, door),
            TryLater: partial(_busy, door),
            ClientDisconnect: _gone,
            Exception: partial(_broken, door),
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
            limit_concurrency=1000,
            timeout_keep_alive=15,
            timeout_graceful_shutdown=3,
        )
    )


async def _home(door: Door, _: Request) -> Response:
    return page("home", door)


async def _left(door: Door, _: Request) -> Response:
    return notice(door, "cleared", 200)


async def _blank(door: Door, _: Request) -> Response:
    return page("blank", door)


async def _privacy(door: Door, _: Request) -> Response:
    return page("privacy", door, title=say(door.words, "privacy"), text=door.words.say("privacy"))


async def _static(_: Door, request: Request) -> Response:
    name = request.path_params["name"]
    if name not in STATIC:
        raise HTTPException(404)
    content, kind = STATIC[name]
    return Response(content, media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})


async def _refused(door: Door, _: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    response = notice(door, _NOTICES.get(status, "broken"), status)
    if isinstance(fault, HTTPException):
        response.headers.update(fault.headers or {})
    return response


async def _busy(door: Door, _: Request, __: Exception) -> Response:
    return notice(door, "busy", 503)


async def _gone(_: Request, __: Exception) -> Response:
    return PlainTextResponse("", 400)


async def _broken(door: Door, _: Request, __: Exception) -> Response:
    return notice(door, "broken", 500)
