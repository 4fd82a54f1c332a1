"""The worker: stored messages become steps of conversations, one at a time for each person, many together.

It asks no message which channel it came by: each channel's router knows where its messages go.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from feedback.errors import SaysoError
from sayso.core import log
from sayso.core.loop import work_in_rounds
from sayso.core.ports import MessageOutcome, Router
from sayso.core.wakeup import Signals
from storage.db.engine import Database
from storage.db.errors import DiskFull, Locked, Stale, Unreachable
from storage.db.write_queue import savepoint
from storage.messages import inbox
from storage.messages.inbox import QueuedMessage

_TOGETHER = 100
"""Messages of different people taken in one round; they share commits."""
_LOOK_SECONDS = 0.25
"""A guess: nobody notices it on a page that loads. Only where several services run, and while somebody waits."""
_PASSING = (DiskFull, Locked, Stale, Unreachable)
"""Faults of the database, not of the message: it keeps its place and its tries."""


@dataclass(frozen=True)
class Outcome:
    """What became of one message in a round. One that is not settled keeps its place: it waits, or is tried again."""

    inbox_id: int
    taken: MessageOutcome


class Worker:
    """Takes stored messages one after another for each sender. A fault sets aside one message, never the others."""

    def __init__(
        self, database: Database, routers: Mapping[str, Router], now: Callable[[], datetime], signals: Signals
    ) -> None:
        """`routers` has an entry for each channel, by its name, whether it is on or off."""
        self._database = database
        self._routers = routers
        self._now = now
        self._signals = signals
        self._afterwards: set[asyncio.Future[None]] = set()
        self._waiting: dict[int, asyncio.Future[None]] = {}

    def settled(self, inbox_id: int) -> asyncio.Future[None]:
        """Return a future that is done when this message has been applied or set aside. Ask before it is stored."""
        return self._waiting.setdefault(inbox_id, asyncio.get_running_loop().create_future())

    async def run(self) -> None:
        """Work until cancelled."""
        await work_in_rounds("worker", self.round, self._signals.received)

    async def hear_of_others(self) -> None:
        """Look now and then, until cancelled, whether another service took a message that somebody waits for here."""
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            try:
                await self.look()
            except SaysoError as fault:
                log.warn("worker waits", **log.place_of(fault))

    async def look(self) -> None:
        """Tell those who wait for a message that was taken by now, whoever took it."""
        waited = tuple(self._waiting)
        for inbox_id in await self._database.read(lambda tx: inbox.taken(tx, inbox_ids=waited)) if waited else ():
            self._tell(inbox_id)

    async def round(self) -> int:
        """Take the oldest message of each sender, all in one commit; return how many were settled."""
        outcomes = await self._database.write(self._take_oldest)
        settled = [outcome for outcome in outcomes if outcome.taken.is_settled]
        for outcome in settled:
            self._tell(outcome.inbox_id)
            if outcome.taken.afterwards:
                self._begin(outcome.taken.afterwards())
        if settled:
            self._signals.queued.set()
        return len(settled)

    def _begin(self, afterwards: Awaitable[None]) -> None:
        """Begin what follows from a message beside the work: however long it takes, nobody waits."""
        task = asyncio.ensure_future(afterwards)
        self._afterwards.add(task)
        task.add_done_callback(self._afterwards.discard)

    def _take_oldest(self, tx: Connection) -> list[Outcome]:
        return [self._take(tx, row) for row in inbox.claim(tx, limit=_TOGETHER)]

    def _take(self, tx: Connection, row: QueuedMessage) -> Outcome:
        """Apply one message. A fault in it undoes it alone; a fault of the database undoes the round."""
        try:
            with savepoint(tx):
                return Outcome(row.id, self._routers[row.channel].take(tx, row))
        except _PASSING:
            raise
        except Exception as error:  # noqa: BLE001 - whatever one message does, the others go on
            log.warn("message not taken", inbox_id=row.id, channel=row.channel, **log.place_of(error))
            is_aside = inbox.failed(tx, inbox_id=row.id, error=error, now=self._now())
            return Outcome(row.id, MessageOutcome(is_settled=is_aside))

    def _tell(self, inbox_id: int) -> None:
        future = self._waiting.pop(inbox_id, None)
        if future and not future.done():
            future.set_result(None)
