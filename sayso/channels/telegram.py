"""Telegram, switched on: by polling, or by webhook where a secret is set."""

import asyncio
import hashlib
import random  # noqa: TID251 - spreads retries of several programs in time; nothing secret
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial

from starlette.routing import BaseRoute, Route
from telegram import Bot

from bot import update_parser
from bot.client import PUBLIC_API, BotRefused, open_bot, username
from bot.http import ProviderClock
from bot.poller import PollerHooks, poll
from bot.profile import introduce
from bot.sender import TelegramSender
from bot.update_ids import received_text
from bot.webhook import keep_registered, webhook
from config.settings import Settings
from feedback.channels import TELEGRAM
from feedback.errors import TryLater
from feedback.flows.words import Words
from sayso.alerts.linking import ChatLinks
from sayso.chat.routing import ChatReading, ChatRouter
from sayso.chat.sending import PacedSender
from sayso.core import log
from sayso.core.clock import elapsed
from sayso.core.conversation_service import ConversationService
from sayso.core.intake import Intake
from sayso.core.limits.rate_limit import Pace
from sayso.core.ports import AccessRefused, Adapter, Alive, BackgroundJob, RetryPauses
from sayso.core.standing import Standing

_PUBLIC_RATE = 30.0
"""Messages a second that Telegram bears from one bot (core.telegram.org/bots/faq); a server of one's own has no limit."""
_STAND_BY_SECONDS = 30.0
"""How long the poller leaves a bot alone that another program polls."""
_LOOK_SECONDS = 45.0
"""How often Telegram is asked how its webhook fares: under the 90 s after which health worries, with a try to spare."""
_KNOCK_SECONDS = 10.0
"""A guess: Telegram is back soon as a rule, and six requests a minute disturb nobody."""
_AFTER_REFUSAL = RetryPauses(10.0, 300.0)
"""A guess: Telegram locks no bot for a wrong token, and people wait."""


def read_telegram(raw: str, received_at: datetime) -> ChatReading:
    """Read a stored update. Raises UnreadableMessage."""
    read = update_parser.read(raw, received_at)
    address = received_text(raw).sender
    return (
        ChatReading(address, leave=read.chat)
        if isinstance(read, update_parser.LeaveChat)
        else ChatReading(address, read)
    )


class TelegramBot:
    """The bot, and how its messages come in: to a webhook where there is a `secret`, else by polling."""

    def __init__(
        self, bot: Bot, settings: Settings, words: Words, now: Callable[[], datetime], standing: Standing
    ) -> None:
        self._bot = bot
        self._sender = TelegramSender(bot)
        self._words = words
        self._now = now
        self._public_url = settings.public_url
        self._secret = settings.telegram_webhook_secret.reveal() if settings.telegram_webhook_secret else ""
        rate = _PUBLIC_RATE if settings.telegram_api_url.rstrip("/") == PUBLIC_API else None
        pace = Pace(rate, asyncio.get_running_loop().time, sharers=lambda: standing.services)
        self.sender = PacedSender(self._sender, pace, standing.is_current)
        self._link = ""

    def link(self) -> str:
        """Return the link to the bot, or nothing while Telegram has not told its name."""
        return self._link

    def jobs(self, intake: Intake, alive: Alive) -> Sequence[BackgroundJob]:
        """Return what runs until cancelled: taking updates in, and presenting the bot once."""
        return (
            BackgroundJob("Telegram", partial(_admitted, partial(self._listen, intake, alive)), TELEGRAM.name),
            BackgroundJob("The name and menu of the bot", partial(_admitted, self._introduce_once)),
        )

    def routes(self, intake: Intake) -> Sequence[BaseRoute]:
        """Return the route of the webhook, where there is one."""
        if not self._secret:
            return ()
        return (Route(hook_path(self._secret), webhook(intake.keep, self._secret), methods=["POST"]),)

    async def leave(self, chat: str) -> None:
        """Leave a group; try again when somebody writes there again."""
        try:
            await self._sender.leave(chat)
        except TryLater as later:
            log.warn("group not left", **log.place_of(later))

    async def _listen(self, intake: Intake, alive: Alive) -> None:
        """Take updates in until cancelled. Raises BotRefused for a wrong token."""
        if self._secret:
            await self._listen_by_webhook(alive)
            return
        watch = PollerHooks(
            now=self._now,
            sleep=asyncio.sleep,
            jitter=random.random,
            alive=lambda at: alive(TELEGRAM.name, at),
            trouble=lambda line: log.warn(TELEGRAM.name, reason=line),
            stand_by=lambda: asyncio.sleep(_STAND_BY_SECONDS),
        )
        await poll(self._bot, intake.keep, watch)

    async def _listen_by_webhook(self, alive: Alive) -> None:
        """Tell Telegram where to bring updates, and ask it again and again how that goes."""
        url = self._public_url.rstrip("/") + hook_path(self._secret)
        while True:
            trouble = await keep_registered(self._bot, url, self._secret, self._now())
            if trouble:
                log.warn(TELEGRAM.name, reason=trouble)
            else:
                alive(TELEGRAM.name, self._now())
            await asyncio.sleep(_KNOCK_SECONDS if trouble else _LOOK_SECONDS)

    async def _introduce_once(self) -> None:
        """Learn the bot's link, and set its menu and texts, as soon as Telegram can be reached."""
        says = self._words.say
        while True:
            try:
                self._link = f"https://t.me/{await username(self._bot)}"
                await introduce(self._bot, self._words, description=says("bot_description"), about=says("bot_about"))
            except TryLater:
                await asyncio.sleep(_KNOCK_SECONDS)
            else:
                return


async def _admitted(run: Callable[[], Awaitable[None]]) -> None:
    """Run until cancelled. Raises AccessRefused for a wrong token."""
    try:
        await run()
    except BotRefused as refusal:
        raise AccessRefused(str(refusal), _AFTER_REFUSAL) from None


@asynccontextmanager
async def open_bot_channel(
    settings: Settings, conversations: ConversationService, now: Callable[[], datetime], standing: Standing
) -> AsyncIterator[tuple[TelegramBot | None, Adapter]]:
    """Give the bot, or None where no token is set, and the channel. Nothing is asked of Telegram yet."""
    if settings.telegram_token is None:
        yield None, adapter(conversations, now)
        return
    clock = ProviderClock(elapsed)
    async with open_bot(settings.telegram_token.reveal(), settings.telegram_api_url, clock) as bot:
        ours = TelegramBot(bot, settings, conversations.registry.words, now, standing)
        router = ChatRouter(conversations, read_telegram, now, ours.leave, ChatLinks(conversations.vault, now).claim)
        on = Adapter(TELEGRAM, router, sender=ours.sender, jobs=ours.jobs, routes=ours.routes, is_polled=True)
        yield ours, replace(on, provider_now=clock.now)


def adapter(conversations: ConversationService, now: Callable[[], datetime]) -> Adapter:
    """Return the channel while it is off: what is stored is taken."""
    return Adapter(TELEGRAM, ChatRouter(conversations, read_telegram, now))


def hook_path(secret: str) -> str:
    """Return the path that Telegram brings updates to: unguessable, and not the secret itself."""
    return "/telegram/" + hashlib.sha256(f"path {secret}".encode()).hexdigest()[:32]
