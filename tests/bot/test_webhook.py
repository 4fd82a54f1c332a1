import asyncio
import json
import socket
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime

import pytest
import pytest_asyncio
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from telegram_server.person import Person
from telegram_server.server import TelegramServer

from bot.client import BotRefused, open_bot
from bot.webhook import BIGGEST_BODY, DEAF, keep_registered, register, webhook
from feedback.conversation.messages import Received

SECRET = "invented_secret"
NOW = datetime(2026, 5, 14, tzinfo=UTC)


class Inbox:
    def __init__(self) -> None:
        self.rows: list[Received] = []
        self.refusals = 0
        self.refused = 0

    async def accept(self, batch: Sequence[Received]) -> None:
        if self.refused < self.refusals:
            self.refused += 1
            raise OSError("The disk is full.")
        self.rows += batch


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest_asyncio.fixture
async def hook(inbox: Inbox) -> AsyncIterator[str]:
    """The endpoint on a real server; gives its address."""
    app = Starlette(routes=[Route("/telegram", webhook(inbox.accept, SECRET), methods=["POST"])])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/telegram"
        server.should_exit = True
        await task


async def empty(server: TelegramServer) -> None:
    """Wait until the bot has taken all, jumping over the pauses between tries."""
    async with asyncio.timeout(10):
        while not server.is_all_taken:
            await asyncio.sleep(0)
            server.clock.advance(0.1)


async def post(url: str, body: bytes, secret: str = SECRET) -> bytes:
    """One request by hand; the whole answer."""
    port = int(url.split(":")[2].partition("/")[0])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /telegram HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {len(body)}\r\n"
    writer.write(f"{head}X-Telegram-Bot-Api-Secret-Token: {secret}\r\n\r\n".encode() + body)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


async def test_what_people_say_is_kept_in_order_through_failures(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, hook: str
) -> None:
    inbox.refusals = 3
    bea = bot_api.person("Bea")
    async with open_bot(bot_api.token, bot_api.url) as bot:
        await register(bot, hook, SECRET)
    for text in ("one", "two", "three"):
        await ada.says(text)
    await bea.says("hello")

    await empty(bot_api)

    texts = [json.loads(row.raw)["message"]["text"] for row in inbox.rows if row.sender == str(ada.id)]
    assert texts == ["one", "two", "three"]
    assert len(inbox.rows) == 4
    assert [status for _, status in bot_api.webhook.tries].count(503) == 3


async def test_nobody_gets_in_without_the_secret(inbox: Inbox, hook: str) -> None:
    for secret in ("", "wrong", SECRET + "x"):
        assert b" 403 " in (await post(hook, b"{}", secret)).split(b"\r\n")[0]

    assert inbox.rows == []


async def test_what_is_no_json_is_kept_by_its_hash_and_not_sent_again(inbox: Inbox, hook: str) -> None:
    answers = [await post(hook, body) for body in (b"no json \xff", b"[" * 100_000)]

    assert all(b" 200 " in answer.split(b"\r\n")[0] for answer in answers)
    assert [row.external_id.partition(":")[0] for row in inbox.rows] == ["unreadable", "unreadable"]
    assert inbox.rows[0].raw == "no json \\xff"


async def test_a_request_that_is_too_big_is_refused(inbox: Inbox, hook: str) -> None:
    assert b" 413 " in (await post(hook, b"x" * (BIGGEST_BODY + 1))).split(b"\r\n")[0]
    assert inbox.rows == []


async def test_a_store_that_fails_asks_for_another_try(inbox: Inbox, hook: str) -> None:
    inbox.refusals = 1

    answer = await post(hook, b"{}")

    assert b" 503 " in answer.split(b"\r\n")[0]
    assert b"retry-after: 10" in answer.lower()


def test_a_webhook_without_a_secret_is_refused(inbox: Inbox) -> None:
    with pytest.raises(ValueError, match="without a secret"):
        webhook(inbox.accept, "")


async def test_an_address_that_another_program_put_there_is_put_back(bot_api: TelegramServer, hook: str) -> None:
    async with open_bot(bot_api.token, bot_api.url) as bot:
        assert await keep_registered(bot, hook, SECRET, NOW) == ""
        bot_api.webhook.set("http://127.0.0.1:9/elsewhere", "")
        assert await keep_registered(bot, hook, SECRET, NOW) == ""

    assert bot_api.webhook.url == hook


async def test_a_webhook_that_telegram_cannot_reach_is_no_listening_until_it_has_come_through(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, hook: str
) -> None:
    inbox.refusals = 1
    async with open_bot(bot_api.token, bot_api.url) as bot:
        await keep_registered(bot, hook, SECRET, NOW)
        await ada.says("one")
        async with asyncio.timeout(10):
            while not bot_api.webhook.last_error:  # noqa: ASYNC110 - the server of the test has no event for it
                await asyncio.sleep(0)
        failed_at = datetime.fromtimestamp(bot_api.webhook.last_error["last_error_date"], UTC)

        assert "cannot bring messages" in await keep_registered(bot, hook, SECRET, failed_at)
        assert await keep_registered(bot, hook, SECRET, failed_at + DEAF) == ""
        await empty(bot_api)
        assert await keep_registered(bot, hook, SECRET, failed_at) == ""


async def test_a_telegram_that_is_away_is_no_listening_and_a_wrong_token_is_told_apart(
    bot_api: TelegramServer, hook: str
) -> None:
    bot_api.faults.add(method="getWebhookInfo", code=502)
    async with open_bot(bot_api.token, bot_api.url) as bot:
        assert "could not be reached" in await keep_registered(bot, hook, SECRET, NOW)
        assert "begin with https" in await keep_registered(bot, "http://example.org/hook", SECRET, NOW)
    async with open_bot("4200:another", bot_api.url) as bot:
        with pytest.raises(BotRefused):
            await keep_registered(bot, hook, SECRET, NOW)
