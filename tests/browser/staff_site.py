"""The staff app for a real browser, served beside the page for people as the service does it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import BrowserContext, Page
from starlette.applications import Starlette
from starlette.routing import Mount

from review.app import app as staff_app
from tests.review.conftest import House
from tests.web.memory import memory_service
from web.app import app, server


@asynccontextmanager
async def served_app(application: Starlette, port: int = 0) -> AsyncIterator[str]:
    """Serve an application on this machine, on a free port where none is named; gives its address."""
    uvicorn = server(application, "127.0.0.1", port)
    task = asyncio.create_task(uvicorn.serve())
    while not uvicorn.started:
        assert not task.done(), task.exception()
        await asyncio.sleep(0)
    try:
        yield f"http://127.0.0.1:{uvicorn.servers[0].sockets[0].getsockname()[1]}"
    finally:
        uvicorn.should_exit = True
        await task


@asynccontextmanager
async def served_staff(house: House) -> AsyncIterator[str]:
    """Serve the staff app of a house; gives its address, by the name that passkeys ask for."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    house.origin = f"http://localhost:{port}"
    async with served_app(app(memory_service(), [Mount("/staff", staff_app(house.desk))]), port):
        yield house.origin


async def signed_in(context: BrowserContext, house: House, site: str, role: str) -> Page:
    """Open a page as somebody of a role."""
    member = house.hire(f"Ada {role}", role)
    await context.add_cookies([{"name": "sayso-staff", "value": house.session(member), "url": site}])
    return await context.new_page()
