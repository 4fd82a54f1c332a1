"""A page of so many bytes and nothing else: what a list of the staff app is compared with."""

import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

PORT, SIZE = int(sys.argv[1]), int(sys.argv[2])


async def page(_: Request) -> HTMLResponse:
    return HTMLResponse("<!doctype html>" + "x" * SIZE)


uvicorn.run(Starlette(routes=[Route("/{path:path}", page)]), host="127.0.0.1", port=PORT, log_config=None)
