"""The worker: stored messages become steps of conversations, one at a time for each person, many together."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from feedback.channels import channel_named
from feedback.conversation.messages import Inbound
from sayso.core import log
from sayso.core.conversation_service import Mover
from sayso.core.loop import work_in_rounds
from sayso.core.message_readers import Heard, Reader
from sayso.core.wakeup import Rings
from sayso.mail.routing import Letterbox
from storage.conversations import store
from storage.db.engine import Database
from storage.db.errors import DiskFull, Locked, Stale, Unreachable
from storage.db.write_queue import savepoint
from storage.messages import inbox, outbox
from storage.messages.inbox import QueuedMessage
from storage.people import people

_TOGETHER = 100
"""Messages of different people taken in one round; they share commits."""
_PASSING = (DiskFull, Locked, Stale, Unreachable)
"""Faults of the database, not of the message: it keeps its place and its tries."""


@dataclass(frozen=True)
class Outcome:
    """What became of one message in a round. One that is not settled keeps its place: it waits, or is tried again."""

    inbox_id: int
    is_settled: bool
    leave: str = ""


class Worker:
    """Takes stored messages one after another for each sender. A fault sets aside one message, never the others."""

    def __init__(
        self,
        database: Database,
        mover: Mover,
        readers: Mapping[str, Reader],
        now: Callable[[], datetime],
        leave: Callable[[str], Awaitable[None]],
    ) -> None:
        self._database = database
        self.mover = mover
        self._readers = readers
        self._now = now
        self._leave = leave
        self._leaving: set[asyncio.Future[None]] = set()
        self._waiting: dict[int, asyncio.Future[None]] = {}
        self.letterbox = Letterbox(mover, now)
        self.wake = asyncio.Event()
        self.moved: Rings = asyncio.Event()
        """Set after a round that may have left something to send."""

    def settled(self, inbox_id: int) -> asyncio.Future[None]:
        """Return a future that is done when this message has been applied or set aside. Ask before it is stored."""
        return self._waiting.setdefault(inbox_id, asyncio.get_running_loop().create_future())

    async def run(self) -> None:
        """Work until cancelled."""
        await work_in_rounds("worker", self.round, self.wake)

    async def round(self) -> int:
        """Take the oldest message of each sender, all in one commit; return how many were settled."""
        outcomes = await self._database.write(self._take_oldest)
        settled = [outcome for outcome in outcomes if outcome.is_settled]
        for outcome in settled:
            self._tell(outcome.inbox_id)
            if outcome.leave:
                self._leave_soon(outcome.leave)
        if settled:
            self.moved.set()
        return len(settled)

    def _leave_soon(self, group: str) -> None:
        """Leave a group beside the work: however long Telegram takes over it, nobody waits."""
        task = asyncio.ensure_future(self._leave(group))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    def _take_oldest(self, tx: Connection) -> list[Outcome]:
        return [self._take(tx, row) for row in inbox.claim(tx, limit=_TOGETHER)]

    def _take(self, tx: Connection, row: QueuedMessage) -> Outcome:
        """Apply one message. A fault in it undoes it alone; a fault of the database undoes the round."""
        try:
            with savepoint(tx):
                heard = self._apply(tx, row)
        except _PASSING:
            raise
        except Exception as error:  # noqa: BLE001 - whatever one message does, the others go on
            log.warn("message not taken", inbox_id=row.id, channel=row.channel, **log.place_of(error))
            return Outcome(row.id, is_settled=inbox.failed(tx, inbox_id=row.id, error=error, now=self._now()))
        return Outcome(row.id, is_settled=heard is not None, leave=heard.leave if heard else "")

    def _tell(self, inbox_id: int) -> None:
        future = self._waiting.pop(inbox_id, None)
        if future and not future.done():
            future.set_result(None)

    def _apply(self, tx: Connection, row: QueuedMessage) -> Heard | None:
        """Apply one message in this transaction; None where it has to wait for a send that is under way."""
        now = self._now()
        if channel_named(row.channel).is_letter:
            self.letterbox.take(tx, row)
            return Heard("")
        sender = store.for_sender(tx, self.mover.vault, channel=row.channel, sender=row.sender)
        if sender.held and sender.is_spoken_to:
            return None
        heard = self._readers[row.channel](inbox.open_raw(tx, self.mover.vault, row), row.received_at)
        if heard.inbound is None:
            inbox.done(tx, inbox_id=row.id, state="not-feedback", now=now)
            return heard
        contact_id = sender.contact_id or people.contact_for(
            tx, self.mover.vault, channel=row.channel, address=heard.address, now=now
        )
        self._note_block(tx, contact_id, heard.inbound, now)
        found = self.mover.find(tx, contact_id, sender.held, heard.inbound, now)
        if found is None:
            inbox.done(tx, inbox_id=row.id, state="not-feedback", now=now)
            return heard
        held, inbound = replace(found[0], contact_id=contact_id), found[1]
        self.mover.take(tx, held, self.mover.seen(tx, held, inbound), now, row.id)
        return heard

    def _note_block(self, tx: Connection, contact_id: str, inbound: Inbound, now: datetime) -> None:
        if inbound.kind == "blocked":
            people.set_blocked(tx, contact_id=contact_id, at=now)
            outbox.give_up(tx, contact_id=contact_id, reason="The person has blocked the bot.", now=now)
        elif inbound.kind == "unblocked":
            people.set_blocked(tx, contact_id=contact_id, at=None)
