"""The Telegram client: python-telegram-bot's `Bot` and nothing else of that library."""

import json
import logging
import os
import re
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.http import BotRequest, ProviderClock
from feedback.errors import SaysoError, TryLater

PUBLIC_API = "https://api.telegram.org"
CONNECTIONS = 32
"""Sends at the same time. Telegram takes about 30 messages a second from one bot."""
LINE_SECONDS = 10.0
"""How long a request may take to connect, to be sent, or to be answered; a long poll adds its own time."""


class BotRefused(SaysoError):
    """Telegram does not know the bot token. The text says what to do, and does not hold the token."""

    def __init__(self) -> None:
        super().__init__(
            "Telegram does not know the bot token. Check SAYSO_TELEGRAM_TOKEN (@BotFather shows the right one), and "
            "SAYSO_TELEGRAM_API_URL if you have set it."
        )


class NotJson(TelegramError):
    """An answer that cannot be parsed. `payload` is kept out of the text, since it may hold what people said."""

    def __init__(self, payload: str) -> None:
        super().__init__("The Bot API server answered with something that is not JSON.")
        self.payload = payload


def _parsed(payload: bytes) -> Any:
    """Return an answer as JSON. Raises NotJson; the library's own reading would write the answer into the log."""
    text = payload.decode("utf-8", "replace")
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise NotJson(text) from None


class _JsonLine(BotRequest):
    parse_json_payload = staticmethod(_parsed)


@asynccontextmanager
async def open_bot(token: str, api_url: str = PUBLIC_API, clock: ProviderClock | None = None) -> AsyncIterator[Bot]:
    """Give a client for this bot and close its connections at the end. Nothing is sent yet.

    `clock` is told what time it is there with each answer.

    The library's own `initialize` is not called: it fails while Telegram is away, and its error holds the token. Long
    polls have a connection of their own. The libraries write addresses, and with them the token, at INFO and what is
    said at DEBUG: their loggers are raised to WARNING.
    """
    for chatty in ("aiohttp", "telegram"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # else every 429 brings a deprecation warning
    base = api_url.rstrip("/")
    theirs = clock or ProviderClock(time.monotonic)
    async with _JsonLine(CONNECTIONS, LINE_SECONDS, theirs) as sending, _JsonLine(1, LINE_SECONDS, theirs) as polling:
        yield Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=sending,
            get_updates_request=polling,
        )


async def username(bot: Bot) -> str:
    """Return the bot's name as it stands in links (without @). Raises BotRefused, or TryLater."""
    try:
        return str((await call(bot, "getMe", {}))["username"])
    except InvalidToken:
        raise BotRefused from None
    except TelegramError as error:
        raise TryLater(f"Telegram could not be reached ({type(error).__name__}).") from None


async def call(bot: Bot, method: str, values: Mapping[str, Any], *, seconds: float = LINE_SECONDS) -> Any:
    """Call a method of the Bot API and return its result as plain JSON. Raises TelegramError.

    The library's own methods build objects from each answer, which fails on fields it does not know yet. Its raw
    call warns about a method that it has too, unless the name is written with underscores before capitals.
    """
    name = re.sub(r"(?=[A-Z])", "_", method)
    return await bot.do_api_request(name, api_kwargs=dict(values), read_timeout=seconds)
