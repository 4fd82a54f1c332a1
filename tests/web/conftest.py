"""A person at a browser without a screen: follows redirects by hand, keeps cookies, sends forms as a browser does."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from html import unescape

import httpx
import pytest

from tests.web.memory import MemoryService, memory_service
from web.app import app


@dataclass
class Visitor:
    """One browser."""

    client: httpx.AsyncClient
    page: httpx.Response | None = None

    async def open(self, path: str) -> httpx.Response:
        self.page = await self.client.get(path)
        return self.page

    async def send(self, path: str, fields: dict[str, object] | None = None, **headers: str) -> httpx.Response:
        sent = {"Sec-Fetch-Site": "same-origin", **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.page = await self.client.post(path, data=fields or {}, headers=sent)
        return self.page

    async def start(self) -> httpx.Response:
        await self.send("/start")
        return await self.open("/talk")

    async def say(self, **fields: object) -> httpx.Response:
        """Send the form on the page with these fields, and follow where it leads."""
        response = await self.send("/talk", {**self.hidden(), **fields})
        return await self.open("/talk") if response.status_code == 303 else response

    async def reach(self, question: str) -> httpx.Response:
        """Agree, then skip as far as a question."""
        response = await self.start()
        response = await self.say(choice="yes")
        while self.hidden()["about"] != question:
            response = await self.say(command="skip")
        return response

    def hidden(self) -> dict[str, str]:
        assert self.page is not None
        found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', self.page.text)
        return {name: unescape(value) for name, value in found}


@pytest.fixture
def service() -> MemoryService:
    return memory_service()


@pytest.fixture
async def visitor(service: MemoryService) -> AsyncIterator[Visitor]:
    transport = httpx.ASGITransport(app(service), raise_app_exceptions=False, client=("192.0.2.7", 5000))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
        yield Visitor(client)
