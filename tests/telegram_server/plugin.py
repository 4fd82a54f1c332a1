"""Fixtures that give a test the Bot API server. A conftest loads this module with `import_plugin`."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from telegram_server.judged import Referee
from telegram_server.person import Person
from telegram_server.server import TelegramServer


@pytest.fixture(scope="session")
def referee() -> Iterator[Referee]:
    """The second opinion on everything that goes over the wire."""
    referee = Referee()
    yield referee
    referee.close()


@pytest_asyncio.fixture
async def bot_api(referee: Referee) -> AsyncIterator[TelegramServer]:
    """A Bot API server of the test's own. The test fails if the referee faults any request, answer or update."""
    async with TelegramServer() as server:
        yield server
    faults = referee.faults(server)
    assert not faults, "\n".join(faults)


@pytest_asyncio.fixture
async def ada(bot_api: TelegramServer) -> Person:
    """Somebody who has not written to the bot yet."""
    return bot_api.person("Ada")
