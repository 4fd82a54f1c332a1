"""Telegram, switched on: by polling, or by webhook where a secret is set."""

import asyncio
import hashlib
import random  # noqa: TID251 - spreads retries of several programs in time; nothing secret
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from starlette.routing import Route
from telegram import Bot
from telegram.error import TelegramError

from bot.client import open_bot, username
from bot.poller import Watch, poll
from bot.profile import introduce
from bot.sender import Sender
from bot.webhook import register, webhook
from config.settings import Settings
from feedback.errors import TryLater
from feedback.flows.words import Words
from sayso.channels.web import WebDoor
from sayso.core import log
from sayso.core.clock import now
from sayso.core.intake import Intake
from sayso.loops.scheduler import Upkeep

_STAND_BY_SECONDS = 30.0
_KNOCK_SECONDS = 10.0


@dataclass(frozen=True)
class Chat:
    """The bot and how its messages come in. `secret` is empty where we poll."""

    bot: Bot
    sender: Sender
    secret: str = ""

    async def leave(self, chat: str) -> None:
        """Leave a group; try again when somebody writes there again."""
        try:
            await self.sender.leave(chat)
        except TryLater as later:
            log.warn("group not left", **log.place_of(later))


@asynccontextmanager
async def open_chat(settings: Settings) -> AsyncIterator[Chat | None]:
    """Give the bot, or None where no token is set. Nothing is asked of Telegram yet."""
    if settings.telegram_token is None:
        yield None
        return
    async with open_bot(settings.telegram_token.reveal(), settings.telegram_api_url) as bot:
        secret = settings.telegram_webhook_secret
        yield Chat(bot, Sender(bot), secret.reveal() if secret else "")


def hook_path(secret: str) -> str:
    """Return the path that Telegram brings updates to: unguessable, and not the secret itself."""
    return "/telegram/" + hashlib.sha256(f"path {secret}".encode()).hexdigest()[:32]


def hook_route(chat: Chat, intake: Intake) -> Route:
    """Return the route of the webhook."""
    return Route(hook_path(chat.secret), webhook(intake.keep, chat.secret), methods=["POST"])


async def listen(chat: Chat, intake: Intake, upkeep: Upkeep, public_url: str) -> None:
    """Take updates in until cancelled. Raises BotRefused for a wrong token."""
    if chat.secret:
        await _listen_by_webhook(chat, upkeep, public_url)
        return
    watch = Watch(
        now=now,
        sleep=asyncio.sleep,
        jitter=random.random,
        alive=lambda at: upkeep.alive("telegram", at),
        trouble=lambda line: log.warn("telegram", reason=line),
        stand_by=lambda: asyncio.sleep(_STAND_BY_SECONDS),
    )
    await poll(chat.bot, intake.keep, watch)


async def _listen_by_webhook(chat: Chat, upkeep: Upkeep, public_url: str) -> None:
    """Tell Telegram once where to bring updates; from then on our pages being served is what listens."""
    url = public_url.rstrip("/") + hook_path(chat.secret)
    while not await _is_hooked(chat, url):  # noqa: ASYNC110 - it knocks at Telegram; there is no event to wait for
        await asyncio.sleep(_KNOCK_SECONDS)
    while True:
        upkeep.alive("telegram", now())
        await asyncio.sleep(_STAND_BY_SECONDS)


async def _is_hooked(chat: Chat, url: str) -> bool:
    try:
        await register(chat.bot, url, chat.secret)
    except TelegramError as error:
        log.warn("webhook not set", **log.place_of(error))
        return False
    return True


async def introduce_once(chat: Chat, door: WebDoor, words: Words) -> None:
    """Set the bot's menu and texts, and put its link on the web page, as soon as Telegram can be reached."""
    while True:
        try:
            name = await username(chat.bot)
            door.sign = replace(door.sign, telegram_link=f"https://t.me/{name}")
            await introduce(chat.bot, words, description=words.say("bot_description"), about=words.say("bot_about"))
        except TryLater:
            await asyncio.sleep(_KNOCK_SECONDS)
        else:
            return
