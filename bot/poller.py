"""Long polling: every update is kept before the next ones are asked for, which is how Telegram is told to forget it."""

import re
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.client import LINE_SECONDS, BotRefused, NotJson, call
from bot.update_ids import received, received_text
from feedback.conversation.messages import Received
from feedback.errors import UnreadableMessage

Accept = Callable[[Sequence[Received]], Awaitable[None]]
"""Commits a batch with full sync, or raises. A message that it has seen before changes nothing."""

ALLOWED = ("message", "edited_message", "callback_query", "message_reaction", "my_chat_member")
POLL_SECONDS = 30
"""Seconds that Telegram holds an empty answer back. It takes 50 at most; 30 lets `sayso.core.health` hear of us twice
before it worries (90 s)."""
BATCH = 100
"""The most updates that one getUpdates gives (core.telegram.org/bots/api#getupdates)."""
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds. Nothing is lost while we wait, since Telegram keeps a message for 24 hours; longer pauses would only leave
people without an answer once the line is back."""
CONFLICTS, CONFLICT_SPAN = 3, timedelta(seconds=60)
"""So many refusals in such a span mean that another program polls this bot."""
_UPDATE_ID = re.compile(r'"update_id"\s*:\s*(\d{1,18})')


@dataclass(frozen=True)
class PollerHooks:
    """What the poller is given from outside, and whom it tells.

    `jitter` returns a number from 0 to 1. `alive` is called after each answer that is safely kept. `trouble` gets one
    line without token or words. `stand_by` is awaited when another program polls this bot, and returns when it is
    time to try again.
    """

    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]]
    jitter: Callable[[], float]
    alive: Callable[[datetime], None]
    trouble: Callable[[str], None]
    stand_by: Callable[[], Awaitable[None]]


async def poll(bot: Bot, accept: Accept, watch: PollerHooks) -> None:
    """Fetch updates and hand them to `accept`, until cancelled. Raises BotRefused.

    The offset moves only when `accept` has returned, and lives in memory: Telegram remembers what it was not told to
    forget, and a repeat has the same external id. A webhook of this bot is taken away first, with nothing dropped.
    """
    line = _Line(bot, accept, watch)
    while not await line.attempt(line.unhook):
        pass
    while True:
        await line.attempt(line.fetch)


@dataclass
class _Line:
    """The line to Telegram: where it stands and how it has fared."""

    bot: Bot
    accept: Accept
    watch: PollerHooks
    offset: int = 0
    seconds: int = 0
    """How long Telegram may hold an answer back. The first comes at once: it shows that we listen, and since when."""
    limit: int = BATCH
    failures: int = 0
    conflicts: deque[datetime] = field(default_factory=lambda: deque(maxlen=CONFLICTS))

    async def unhook(self) -> None:
        await call(self.bot, "deleteWebhook", {})

    async def fetch(self) -> None:
        """Ask for one batch, keep it, and move on."""
        asked = {"offset": self.offset, "limit": self.limit, "timeout": self.seconds, "allowed_updates": ALLOWED}
        try:
            updates = await call(self.bot, "getUpdates", asked, seconds=self.seconds + LINE_SECONDS)
        except NotJson as error:
            await self._rescue(error.payload)
            return
        self.limit, self.seconds = BATCH, POLL_SECONDS
        if updates:
            await self.accept([received(update) for update in updates])
        # Only now, since asking from a later number is what tells Telegram to forget.
        offset = max([self.offset, *(_next_offset(update) for update in updates)])
        if updates and offset == self.offset:
            # Without a fault, the same batch would be fetched again at once, for ever.
            raise UnreadableMessage("No update of a batch has an id, so it cannot be acknowledged.")
        self.offset = offset
        self.watch.alive(self.watch.now())

    async def attempt(self, act: Callable[[], Awaitable[None]]) -> bool:
        """Do it and return True; after a failure that may pass, wait and return False. Raises BotRefused."""
        try:
            await act()
        except InvalidToken:
            raise BotRefused from None
        except RetryAfter as error:
            await self._wait(_seconds(error.retry_after), "Telegram asks us to wait before we fetch messages.")
        except Conflict:
            await self._count_conflict()
        except Exception as error:  # noqa: BLE001 - whatever fails, the offset must not move and the loop must go on
            await self._back_off(error)
        else:
            self.failures = 0
            return True
        return False

    async def _rescue(self, payload: str) -> None:
        """Get past one update that cannot be parsed: alone in its answer, it is kept as the text it is."""
        number = _UPDATE_ID.search(payload)
        if number is None:
            raise NotJson(payload)
        if self.limit > 1:
            self.limit = 1
            return
        await self.accept([received_text(payload)])
        self.offset, self.limit = int(number[1]) + 1, BATCH

    async def _count_conflict(self) -> None:
        now = self.watch.now()
        self.conflicts.append(now)
        if len(self.conflicts) == CONFLICTS and now - self.conflicts[0] <= CONFLICT_SPAN:
            self.conflicts.clear()
            self.watch.trouble("Another program fetches this bot's messages. Standing by; stop one of the two.")
            await self.watch.stand_by()
            return
        await self._wait(self._pause(), "Another program asked for this bot's messages.")

    async def _back_off(self, error: Exception) -> None:
        where = "Telegram could not be reached" if isinstance(error, TelegramError) else "Messages could not be kept"
        await self._wait(self._pause(), f"{where} ({type(error).__name__}). Nothing is lost; trying again.")

    def _pause(self) -> float:
        """Return seconds that double with each failure in a row, spread so that programs do not knock in step."""
        self.failures += 1
        longest = min(LONGEST_PAUSE, SHORTEST_PAUSE * (1 << min(self.failures, 6)))
        return longest * (0.5 + self.watch.jitter() / 2)

    async def _wait(self, seconds: float, why: str) -> None:
        self.watch.trouble(why)
        await self.watch.sleep(seconds)


def _next_offset(update: Any) -> int:
    number = update.get("update_id") if isinstance(update, dict) else None
    return number + 1 if isinstance(number, int) else 0


def _seconds(wait: float | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
