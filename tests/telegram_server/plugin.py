"""Fixtures that give a test the Bot API server. A conftest loads this module with `import_plugin`."""

from collections.abc import AsyncIterator

import pytest_asyncio
from telegram_server.person import Person
from telegram_server.server import TelegramServer


@pytest_asyncio.fixture
async def bot_api() -> AsyncIterator[TelegramServer]:
    """A Bot API server of the test's own."""
    async with TelegramServer() as server:
        yield server


@pytest_asyncio.fixture
async def ada(bot_api: TelegramServer) -> Person:
    """Somebody who has not written to the bot yet."""
    return bot_api.person("Ada")
