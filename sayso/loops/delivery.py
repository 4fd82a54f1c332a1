"""Delivery: stored messages go out, in order for each person, paced, and each ends as sent, refused or unknown."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sqlalchemy import Connection

from feedback.conversation.messages import Outbound
from feedback.errors import GiveUp, SaysoError, TryLater
from feedback.flows.words import Words
from sayso.core import log
from sayso.core.conversation_service import Mover
from sayso.core.loop import rest, store_at_last
from sayso.core.rate_limit import Pace
from storage.db.engine import Database
from storage.db.errors import StorageError
from storage.db.write_queue import savepoint
from storage.messages import outbox
from storage.messages.outbox import DueMessage
from storage.people import people

AT_ONCE = 32
"""Messages on their way at the same time."""
TRIES_END = timedelta(hours=24)
"""After this a message that could not be sent is given up, and staff see it."""
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 300.0
_AFTER_FAULT = 0.5


class Sender(Protocol):
    """One channel's way out."""

    async def send(self, address: str, outbound: Outbound, words: Words) -> str:
        """Send and return the provider's id. Raises TryLater or GiveUp."""
        ...


class Delivery:
    """Sends what is due. `senders` has an entry for each channel that is on; others wait until theirs is."""

    def __init__(
        self, database: Database, mover: Mover, senders: Mapping[str, Sender], now: Callable[[], datetime], pace: Pace
    ) -> None:
        self._database = database
        self._mover = mover
        self._senders = senders
        self._now = now
        self._pace = pace
        self._under_way: set[asyncio.Task[None]] = set()
        self._results: list[Callable[[Connection], None]] = []
        self._storing: asyncio.Task[None] | None = None
        self.wake = asyncio.Event()
        self.settled = asyncio.Event()
        """Set when a message has gone out, so that what the person sends meanwhile can be taken."""

    async def run(self) -> None:
        """Deliver until cancelled; then let what is on its way arrive."""
        await self._database.write(outbox.recover)
        try:
            while True:
                self.wake.clear()
                if not await self._start_due():
                    await rest(self.wake)
        finally:
            if self._under_way:
                await asyncio.wait(self._under_way)

    async def _start_due(self) -> int:
        free = AT_ONCE - len(self._under_way)
        if free <= 0:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
            return 1
        try:
            due = await self._database.write(
                lambda tx: outbox.claim_due(tx, self._mover.vault, now=self._now(), limit=free)
            )
        except SaysoError as fault:
            log.warn("delivery waits", **log.place_of(fault))
            await asyncio.sleep(_AFTER_FAULT)
            return 0
        for message in due:
            task = asyncio.create_task(self._deliver(message))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
        return len(due)

    async def _deliver(self, due: DueMessage) -> None:
        result = await self._try(due)
        self._results.append(result)
        if self._storing is None:
            self._storing = asyncio.create_task(self._store())
        await asyncio.shield(self._storing)

    async def _store(self) -> None:
        """Store what became of messages, all that is known in one commit, however long the database is away.

        Until then a message stands as being sent; a start after a crash finds it so and sends it again as doubtful.
        """
        await asyncio.sleep(0)
        while self._results:
            results, self._results = self._results, []
            await store_at_last("delivery", self._database, partial(_each_alone, results=results))
            self.settled.set()
            self.wake.set()
        self._storing = None

    async def _try(self, due: DueMessage) -> Callable[[Connection], None]:
        """Send one message and return how to store what became of it."""
        sender = self._senders.get(due.channel)
        if sender is None:
            return self._put_off(due, TryLater(f"The channel {due.channel} is off.", _LONGEST_WAIT))
        await self._pace.turn(first=due.kind == "help")
        try:
            provider_id = await sender.send(due.address, due.outbound, self._mover.catalogue.words)
        except TryLater as later:
            self._pace.hold(later.wait_seconds or 0)
            return self._put_off(due, later)
        except GiveUp as refusal:
            return self._refused(due, str(refusal))
        except Exception as error:  # noqa: BLE001 - one message that cannot be drawn must not stop the others
            log.warn("message not sent", outbox_id=due.id, **log.place_of(error))
            return self._put_off(due, TryLater("A fault of ours.", outcome_known=False))
        now = self._now()
        return lambda tx: outbox.sent(tx, outbox_id=due.id, provider_id=provider_id, now=now)

    def _put_off(self, due: DueMessage, later: TryLater) -> Callable[[Connection], None]:
        now = self._now()
        if now - due.created_at > TRIES_END:
            settle = outbox.refused if later.outcome_known and not due.is_doubtful else outbox.unknown
            return lambda tx: settle(tx, outbox_id=due.id, reason=str(later), now=now)
        wait = later.wait_seconds or min(_LONGEST_WAIT, _FIRST_WAIT * (1 << min(due.tries - 1, 8)))
        next_at = now + timedelta(seconds=wait)
        doubtful = not later.outcome_known
        return lambda tx: outbox.put_off(tx, outbox_id=due.id, next_at=next_at, doubtful=doubtful, reason=str(later))

    def _refused(self, due: DueMessage, why: str) -> Callable[[Connection], None]:
        """The person has blocked us or is gone: nothing more is sent, and the conversation knows."""
        now = self._now()

        def settle(tx: Connection) -> None:
            outbox.refused(tx, outbox_id=due.id, reason=why, now=now)
            if due.contact_id is not None:
                people.set_blocked(tx, contact_id=due.contact_id, at=now)
                outbox.give_up(tx, contact_id=due.contact_id, reason=why, now=now)
            if due.conversation_id is not None:
                self._mover.tell(tx, due.conversation_id, "blocked", now)

        return settle


def _each_alone(tx: Connection, results: list[Callable[[Connection], None]]) -> None:
    """Store results; a fault in one must not keep the others from being stored."""
    for result in results:
        try:
            with savepoint(tx):
                result(tx)
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - it stays as being sent, and is found so at the next start
            log.warn("result not stored", **log.place_of(error))
