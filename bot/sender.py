"""Sending one message to one chat, and what became of it."""

import asyncio
from datetime import timedelta

from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.client import call
from bot.http import NotSent
from bot.rendering import draw
from feedback.conversation.messages import Outbound
from feedback.errors import GiveUp, SaysoError, TryLater
from feedback.flows.words import Words

SEND_SECONDS = 20.0
"""Our own limit for one message, whatever the library waits for."""
_KNOWN_REFUSALS = {
    "chat not found": "Telegram does not know this chat.",
    "user is deactivated": "The person has left Telegram.",
    "bot was blocked by the user": "The person has blocked the bot.",
}


class ChatMoved(GiveUp):
    """The chat has another id now. `address` is the new one."""

    def __init__(self, address: str) -> None:
        super().__init__("The chat has become a larger group with another id.")
        self.address = address


class TelegramSender:
    """Sends drawn messages through one bot. It keeps nothing: order and pace are the caller's."""

    def __init__(self, bot: Bot, seconds: float = SEND_SECONDS) -> None:
        self._bot = bot
        self._seconds = seconds

    async def send(self, address: str, outbound: Outbound, words: Words) -> str:
        """Send a message to a chat and return Telegram's id of it (of its last part, which holds the question).

        Raises TryLater, with `outcome_known` False where Telegram may have taken it; GiveUp where it never will;
        ChatMoved where the chat has another id.
        """
        sent = {}
        for part in draw(outbound, words):
            sent = await self._call("sendMessage", {"chat_id": int(address), **part})
        return str(sent["message_id"])

    async def leave(self, chat: str) -> None:
        """Leave a group or channel. One that we are not in any more is left already. Raises TryLater."""
        try:
            await self._call("leaveChat", {"chat_id": int(chat)})
        except GiveUp:
            return

    async def _call(self, method: str, values: dict[str, object]) -> dict[str, object]:
        try:
            async with asyncio.timeout(self._seconds):
                result: dict[str, object] = await call(self._bot, method, values, seconds=self._seconds)
        except TimeoutError:
            raise TryLater("Telegram did not answer in time.", outcome_known=False) from None
        except TelegramError as error:
            raise _judged(error) from None
        return result


def _judged(error: TelegramError) -> SaysoError:
    """Return what an error of the library means for the message. Its own text may hold the token: it is never kept."""
    match error:
        case RetryAfter(retry_after=wait):
            return TryLater("Telegram asks us to send more slowly.", _seconds(wait))
        case ChatMigrated(new_chat_id=chat):
            return ChatMoved(str(chat))
        case Forbidden() | BadRequest():
            return GiveUp(_refusal(str(error)))
        case InvalidToken():
            # The token is for the host to mend; until then nothing that was to be said is given up.
            return TryLater("Telegram does not know the bot token.")
        case _:
            return TryLater("Telegram could not be reached.", outcome_known=isinstance(error, NotSent))


def _refusal(said: str) -> str:
    for known, reason in _KNOWN_REFUSALS.items():
        if known in said.casefold():
            return reason
    return "Telegram refuses this message."


def _seconds(wait: float | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
