"""Delivery: stored messages go out by every channel, and each ends as sent, refused or unknown.

One loop serves all queues. Which messages may go, and how, is the queue's; when to try again, its policy's.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from feedback.errors import GiveUp, SaysoError, TryLater
from sayso.core import log
from sayso.core.loop import rest, store_at_last
from sayso.core.ports import OutgoingMessage, OutgoingQueue
from sayso.core.standing import ALONE, Standing
from sayso.core.wakeup import Signals
from storage.db.engine import Database
from storage.db.errors import StorageError
from storage.db.write_queue import savepoint
from storage.messages import outbox
from storage.services import leases

_AFTER_FAULT = 0.5
"""Seconds, as `sayso.core.loop` rests."""

Settle = Callable[[Connection], None]


@dataclass(frozen=True)
class _Result:
    """How to store what became of a message, and under which number it was sent. `has_arrived`: that is certain."""

    settle: Settle
    by: int | None = None
    has_arrived: bool = False


@dataclass
class _Lane:
    """One queue and what is on its way of it. Full or slow, it holds up no other lane."""

    queue: OutgoingQueue
    under_way: set[asyncio.Task[None]] = field(default_factory=set)

    @property
    def free(self) -> int:
        return self.queue.at_once - len(self.under_way)


def _nothing(_: Connection) -> None:
    """Leave a message as being sent."""


_LEFT = _Result(_nothing)
"""What this service may not send any more: whoever replaces it finds it as being sent, and sends it."""


class Delivery:
    """Sends what is due, queue by queue."""

    def __init__(
        self,
        database: Database,
        queues: Sequence[OutgoingQueue],
        now: Callable[[], datetime],
        signals: Signals,
        standing: Standing = ALONE,
    ) -> None:
        self._database = database
        self._standing = standing
        self._lanes = [_Lane(queue) for queue in queues]
        self._now = now
        self._signals = signals
        self._results: list[_Result] = []
        self._storing: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Deliver until cancelled; then let what is on its way arrive."""
        for lane in self._lanes:
            await self._database.write(lane.queue.recover)
        try:
            while True:
                self._signals.queued.clear()
                if not await self.start_due():
                    await rest(self._signals.queued)
        finally:
            await self.arrived()

    async def start_due(self) -> int:
        """Start to send what is due and has room, and return how many that are."""
        return sum([await self._start(lane) for lane in self._lanes])

    async def arrived(self) -> None:
        """Wait until nothing is on its way, and what became of it is stored."""
        while under_way := [task for lane in self._lanes for task in lane.under_way]:
            await asyncio.wait(under_way)

    async def _start(self, lane: _Lane) -> int:
        if lane.free <= 0 or not (self._standing.is_current() and self._standing.holds(lane.queue.lease)):
            return 0
        database, number = self._standing.fenced(self._database, lane.queue.lease), self._standing.number
        try:
            claimed = await database.write(partial(self._claim, lane, number))
        except SaysoError as fault:
            log.warn("delivery waits", **log.place_of(fault))
            await asyncio.sleep(_AFTER_FAULT)
            return 0
        for message in claimed:
            task = asyncio.create_task(self._deliver(lane.queue, message, number))
            lane.under_way.add(task)
            task.add_done_callback(partial(self._make_room, lane))
        return len(claimed)

    def _claim(self, lane: _Lane, number: int | None, tx: Connection) -> Sequence[OutgoingMessage]:
        messages = lane.queue.claim(tx, self._now(), lane.free)
        if number is not None and messages:
            leases.check(tx, number=number)
            outbox.claimed(tx, outbox_ids=[one.outbox_id for one in messages], by=number)
        return messages

    def _make_room(self, lane: _Lane, task: asyncio.Task[None]) -> None:
        lane.under_way.discard(task)
        self._signals.queued.set()

    async def _deliver(self, queue: OutgoingQueue, message: OutgoingMessage, by: int | None) -> None:
        result = await self._send(queue, message)
        self._results.append(
            replace(result, by=by)
        )  # not before the wait: `_store` puts another list in its place meanwhile
        if self._storing is None:
            self._storing = asyncio.create_task(self._store())
        # Results of others are in it too: who is cancelled here must not end it.
        await asyncio.shield(self._storing)

    async def _store(self) -> None:
        """Store what became of messages, all that is known in one commit, however long the database is away.

        Until then a message stands as being sent; a start after a crash finds it so and sends it again as doubtful.
        """
        # One turn of the loop, so that sends that end together are stored together.
        await asyncio.sleep(0)
        while self._results:
            results, self._results = self._results, []
            await store_at_last("delivery", self._database, partial(_settle, results))
            self._signals.received.set()  # what a person sent while we were speaking can be taken now
        self._storing = None

    async def _send(self, queue: OutgoingQueue, message: OutgoingMessage) -> _Result:
        """Send one message and return how to store what became of it."""
        if not self._standing.is_current():
            return _LEFT
        try:
            answer = await message.send()
        except TryLater as later:
            return _Result(self._put_off(queue, message, later))
        except GiveUp as refusal:
            return _Result(self._refused(queue, message, refusal))
        except Exception as error:  # noqa: BLE001 - one message that cannot be sent must not stop the others
            log.warn("message not sent", outbox_id=message.outbox_id, **log.place_of(error))
            return _Result(self._put_off(queue, message, TryLater("A fault of ours.", outcome_known=False)))
        return _Result(self._sent(queue, message, answer), has_arrived=True)

    def _sent(self, queue: OutgoingQueue, message: OutgoingMessage, answer: str) -> Settle:
        now = self._now()

        def settle(tx: Connection) -> None:
            outbox.sent(tx, outbox_id=message.outbox_id, provider_id=answer, now=now)
            queue.policy.was_sent(tx, message, answer)

        return settle

    def _refused(self, queue: OutgoingQueue, message: OutgoingMessage, refusal: GiveUp) -> Settle:
        now = self._now()

        def settle(tx: Connection) -> None:
            outbox.refused(tx, outbox_id=message.outbox_id, reason=str(refusal), now=now)
            queue.policy.was_refused(tx, message, refusal, now)

        return settle

    def _put_off(self, queue: OutgoingQueue, message: OutgoingMessage, later: TryLater) -> Settle:
        now = self._now()
        outbox_id, reason, is_doubtful = message.outbox_id, str(later), not later.outcome_known
        next_at = queue.policy.next_try(message, later, now)
        end = outbox.unknown if is_doubtful or message.is_doubtful else outbox.refused

        def settle(tx: Connection) -> None:
            if next_at is not None:
                outbox.put_off(tx, outbox_id=outbox_id, next_at=next_at, doubtful=is_doubtful, reason=reason)
            else:
                end(tx, outbox_id=outbox_id, reason=reason, now=now)
                queue.policy.was_given_up(tx, message)
            queue.policy.was_put_off(tx, message, later, now)

        return settle


def _settle(results: list[_Result], tx: Connection) -> None:
    """Store results. Who was replaced meanwhile tells only what has arrived: the rest is tried by others already."""
    numbers = {one.by for one in results if one.by is not None}
    replaced = {number for number in numbers if not leases.is_there(tx, number=number)}
    _each_alone(tx, [one.settle for one in results if one.has_arrived or one.by not in replaced])


def _each_alone(tx: Connection, results: list[Settle]) -> None:
    """Store results; a fault in one must not keep the others from being stored."""
    for result in results:
        try:
            with savepoint(tx):
                result(tx)
        except StorageError:
            raise
        except Exception as error:  # noqa: BLE001 - it stays as being sent, and is found so at the next start
            log.warn("result not stored", **log.place_of(error))
