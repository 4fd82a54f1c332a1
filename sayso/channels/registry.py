"""Every channel that the service runs. This is the only place that lists them."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from config.settings import Settings
from feedback.channels import EMAIL
from sayso.channels import telegram, web
from sayso.core.conversation_service import ConversationService
from sayso.core.ports import Adapter
from sayso.core.standing import ALONE, Standing
from sayso.core.wakeup import Signals
from sayso.mail.routing import MailRouter
from sayso.mail.wiring import open_mail
from storage.db.engine import Database


@dataclass(frozen=True)
class Channels:
    """The channels, each on or off as the settings say."""

    adapters: tuple[Adapter, ...]
    bot_link: Callable[[], str]
    """Returns the link to the bot, once it is known."""


@asynccontextmanager
async def open_channels(
    settings: Settings,
    database: Database,
    conversations: ConversationService,
    now: Callable[[], datetime],
    signals: Signals,
    standing: Standing = ALONE,
) -> AsyncIterator[Channels]:
    """Give every channel, ready to run where its settings are there. Nothing is connected yet."""
    async with (
        telegram.open_bot_channel(settings, conversations, now, standing) as (bot, chat),
        open_mail(settings, database, conversations, now, signals) as email,
    ):
        yield Channels((web.adapter(conversations, now), chat, email), bot.link if bot else lambda: "")


def switched_off(conversations: ConversationService, now: Callable[[], datetime]) -> tuple[Adapter, ...]:
    """Return every channel as it is while it is off: what is stored is taken, nothing is sent and nothing listens."""
    return (
        web.adapter(conversations, now),
        telegram.adapter(conversations, now),
        Adapter(EMAIL, MailRouter(conversations, now)),
    )


def greetings(settings: Settings) -> tuple[str, ...]:
    """Return one line for each channel: on or off, and where."""
    telegram_is = "on" if settings.telegram_token else "off (set SAYSO_TELEGRAM_TOKEN)"
    email_is = f"on ({settings.mail_address})" if settings.imap else "off (set SAYSO_IMAP_URL and SAYSO_SMTP_URL)"
    return f"Web: {settings.public_url}", f"Telegram: {telegram_is}", f"Email: {email_is}"
