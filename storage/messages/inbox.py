"""What came in, raw and sealed, from the commit before the acknowledgement to the moment it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import PurePath
from traceback import extract_tb
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, exists, func, or_, select, update

from storage.crypto.vault import TRANSIT, Vault
from storage.db import counters
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import INSERTS, at_most, constant, insert_into, letters
from storage.db.errors import Stale
from storage.tables import inbox, quarantine

MOST_TRIES = 3
"""A fault that passes is over by the second or third; one that does not must not hold up the messages behind it."""
_MOST_ASIDE = 200
"""A guess: with more set aside something is broken, and the list is not how one finds out."""
KEPT_WHEN_DONE = timedelta(days=7)
"""How long the empty shell of a message stays, so that a late repeat is still known. Longer would be
wrong: after a quiet week Telegram's update ids may begin anew at random (core.telegram.org/bots/api#update)."""

Done = Literal["applied", "duplicate", "not-feedback"]
_PLACE = "inbox.raw"
_READING = "inbox.reading"
_OPEN = constant("open")
_IS_LETTER = inbox.c.channel.in_(letters())


@dataclass(frozen=True)
class RawMessage:
    """A message as it arrived. `sender` is the address it came from, empty where there is none."""

    channel: str
    external_id: str
    sender: str
    text: str
    at: datetime


@dataclass(frozen=True)
class QueuedMessage:
    """A stored message that waits for its turn. `sealed` is opened with `open_raw`."""

    id: int
    channel: str
    external_id: str
    sender: bytes
    sealed: bytes | None
    received_at: datetime
    tries: int


@dataclass(frozen=True)
class Conservation:
    """Where everything that was received is now (invariant I4).

    `applied` are messages that were taken and are kept, or were deleted later by whoever wrote them; `without_yes` those
    that were taken, and erased since nobody had said yes to keeping them.
    """

    received: int
    applied: int
    without_yes: int
    duplicate: int
    quarantined: int
    not_feedback: int
    pending: int

    @property
    def is_balanced(self) -> bool:
        """Whether nothing is missing and nothing is too much."""
        kept = self.applied + self.without_yes
        is_sound = self.applied >= 0
        return is_sound and self.received == (
            kept + self.duplicate + self.quarantined + self.not_feedback + self.pending
        )


@dataclass(frozen=True)
class QuarantinedMessage:
    """A message that could not be handled. `reason` is the kind and place of the fault."""

    inbox_id: int
    channel: str
    received_at: datetime
    reason: str


def accept(tx: Connection, vault: Vault, raw: RawMessage) -> int | None:
    """Store a message and return its id, or None for one that is stored already (counted as a duplicate)."""
    return accept_many(tx, vault, (raw,))[0]


def accept_many(tx: Connection, vault: Vault, raws: Sequence[RawMessage]) -> tuple[int | None, ...]:
    """Store several messages in their order; return for each its id, or None for one that is stored already."""
    if not raws:
        return ()
    keep = _keep[tx.dialect.name]
    kept = [keep.first(tx, _row(tx, vault, raw)) for raw in raws]
    ids = tuple(row.id if row else None for row in kept)
    day = raws[0].at.date()
    counters.add(tx, name=counters.RECEIVED, day=day, count=len(ids))
    if None in ids:
        counters.add(tx, name="duplicate", day=day, count=ids.count(None))
    return ids


def claim(tx: Connection, *, limit: int) -> tuple[QueuedMessage, ...]:
    """Return the oldest open message of each sender, oldest first.

    On PostgreSQL the rows are locked until the transaction ends and locked ones are passed over, so several workers
    share the work; a sender's second message never comes before the first is done.
    """
    return tuple(QueuedMessage(*row) for row in _oldest(limit).rows(tx, {}))


def open_raw(tx: Connection, vault: Vault, waiting: QueuedMessage) -> str:
    """Return the message as it came. Raises StorageError if it cannot be opened."""
    return vault.open(tx, TRANSIT, _PLACE, waiting.sealed or b"", f"{waiting.channel}/{waiting.external_id}")


def unread(tx: Connection, *, limit: int) -> tuple[QueuedMessage, ...]:
    """Return the oldest mails that wait to be read in a process of their own (`keep_reading`)."""
    return tuple(QueuedMessage(*row) for row in tx.execute(_unread.limit(limit)))


def keep_reading(tx: Connection, vault: Vault, *, waiting: QueuedMessage, reading: str) -> None:
    """Store what a mail says beside it: now it can be taken. One that was handled meanwhile stays as it is."""
    sealed = vault.seal(tx, TRANSIT, _READING, reading, waiting.external_id)
    tx.execute(
        update(inbox).where(inbox.c.id == waiting.id, inbox.c.state == _OPEN).values(reading=sealed),
    )


def open_reading(tx: Connection, vault: Vault, *, waiting: QueuedMessage) -> str:
    """Return what `keep_reading` stored. Raises StorageError if there is nothing or it cannot be opened."""
    sealed = tx.execute(select(inbox.c.reading).where(inbox.c.id == waiting.id)).scalar_one()
    return vault.open(tx, TRANSIT, _READING, sealed or b"", waiting.external_id)


def done(tx: Connection, *, inbox_id: int, state: Done, now: datetime) -> None:
    """Close a message and wipe its raw form. Raises Stale if it is closed already, so nothing is applied twice."""
    if not _close.change(tx, {"closing": inbox_id, "state": state, "raw": None, "reading": None, "done_at": now}):
        raise Stale("This message was already handled.")


def failed(tx: Connection, *, inbox_id: int, error: Exception, now: datetime) -> bool:
    """Count a failed try; after the third set the message aside. Returns whether it was set aside.

    The reason holds the kind and place of the error, never its text.
    """
    count = update(inbox).where(inbox.c.id == inbox_id, inbox.c.state == _OPEN).values(tries=inbox.c.tries + 1)
    tries = tx.execute(count.returning(inbox.c.tries)).scalar_one_or_none()
    if tries is None:
        raise Stale("This message was already handled.")
    if tries < MOST_TRIES:
        return False
    _close.change(tx, {"closing": inbox_id, "state": "quarantined", "done_at": now})
    again = {"reason": reason(error), "at": now, "rescued_at": None, "rescued_by": None}
    # It may stand there already: set aside once, put back, and failed again.
    keep = insert_into(tx, quarantine).values(inbox_id=inbox_id, **again)
    tx.execute(keep.on_conflict_do_update(index_elements=["inbox_id"], set_=again))
    return True


def rescue(tx: Connection, *, inbox_id: int, by: str, now: datetime) -> bool:
    """Put a message that was set aside back in its place. Returns False if it was not set aside."""
    back = update(inbox).where(inbox.c.id == inbox_id, inbox.c.state == "quarantined")
    if not tx.execute(back.values(state="open", tries=0, done_at=None)).rowcount:
        return False
    tx.execute(update(quarantine).where(quarantine.c.inbox_id == inbox_id).values(rescued_at=now, rescued_by=by))
    return True


def set_aside(tx: Connection) -> tuple[QuarantinedMessage, ...]:
    """Return the messages that could not be handled and were not put back, the latest first."""
    query = (
        select(quarantine, inbox.c.channel, inbox.c.received_at)
        .join(inbox, inbox.c.id == quarantine.c.inbox_id)
        .where(inbox.c.state == "quarantined")
    )
    rows = tx.execute(query.order_by(quarantine.c.at.desc()).limit(_MOST_ASIDE))
    return tuple(QuarantinedMessage(row.inbox_id, row.channel, row.received_at, row.reason) for row in rows)


def conservation(tx: Connection) -> Conservation:
    """Return where everything is that was ever received, purged messages included."""
    counted = tx.execute(select(inbox.c.state, func.count()).group_by(inbox.c.state))
    count: dict[str, int] = {row[0]: row[1] for row in counted}
    total = {state: count.get(state, 0) + counters.total(tx, name=state) for state in _CLOSED}
    without_yes = counters.total(tx, name=counters.WITHOUT_YES)
    return Conservation(
        received=counters.total(tx, name=counters.RECEIVED),
        applied=total["applied"] - without_yes,
        without_yes=without_yes,
        duplicate=total["duplicate"],
        quarantined=count.get("quarantined", 0),
        not_feedback=total["not-feedback"],
        pending=count.get("open", 0),
    )


def oldest_open_at(tx: Connection) -> datetime | None:
    """Return since when the oldest open message waits."""
    waiting = select(inbox.c.received_at).where(inbox.c.state == _OPEN)
    return tx.execute(waiting.order_by(inbox.c.id).limit(1)).scalar_one_or_none()


def taken(tx: Connection, *, inbox_ids: Sequence[int]) -> tuple[int, ...]:
    """Return which of these messages are not open any more."""
    query = select(inbox.c.id).where(inbox.c.id.in_(inbox_ids), inbox.c.state != "open")
    return tuple(tx.execute(query).scalars())


def purge(tx: Connection, *, now: datetime, limit: int = 1000) -> int:
    """Delete the shells of messages done long ago, keeping their number; return how many went."""
    old = select(inbox.c.id, inbox.c.state).where(inbox.c.state.in_(_CLOSED), inbox.c.done_at < now - KEPT_WHEN_DONE)
    rows = tx.execute(old.order_by(inbox.c.id).limit(limit)).all()
    ids = [row.id for row in rows]
    tx.execute(delete(quarantine).where(quarantine.c.inbox_id.in_(ids)))
    tx.execute(delete(inbox).where(inbox.c.id.in_(ids)))
    for state in _CLOSED:
        count = sum(row.state == state for row in rows)
        if count:
            counters.add(tx, name=state, day=now.date(), count=count)
    return len(rows)


def reason(error: BaseException) -> str:
    """Return the kind of an error and where it arose, without its text, which may hold somebody's words."""
    frames = extract_tb(error.__traceback__)
    place = f" at {PurePath(frames[-1].filename).name}:{frames[-1].lineno} in {frames[-1].name}" if frames else ""
    return f"{type(error).__name__}{place}"


_CLOSED = ("applied", "duplicate", "not-feedback")
_WAITING = tuple(inbox.c[name] for name in ("id", "channel", "external_id", "sender", "raw", "received_at", "tries"))
_older = inbox.alias("older")
_is_behind = exists().where(_older.c.sender == inbox.c.sender, _older.c.state == _OPEN, _older.c.id < inbox.c.id)
_can_be_taken = or_(~_IS_LETTER, inbox.c.reading.is_not(None))
_unread = select(*_WAITING).where(inbox.c.state == _OPEN, _IS_LETTER, inbox.c.reading.is_(None)).order_by(inbox.c.id)
_open = (
    select(*_WAITING)
    .where(inbox.c.state == _OPEN, _can_be_taken, ~_is_behind)
    .order_by(inbox.c.id)
    .with_for_update(skip_locked=True, of=inbox)
)
_keep = {
    name: PreparedStatement(
        insert(inbox).on_conflict_do_nothing(index_elements=["channel", "external_id"]), (inbox.c.id,)
    )
    for name, insert in INSERTS.items()
}
_close = PreparedStatement(update(inbox).where(inbox.c.id == bindparam("closing"), inbox.c.state == _OPEN))


@cache
def _oldest(limit: int) -> PreparedStatement:
    return PreparedStatement(_open.limit(at_most(limit)))


def _row(tx: Connection, vault: Vault, raw: RawMessage) -> dict[str, object]:
    name = vault.hash_message(raw.channel, raw.external_id)
    # Whoever has no address has a queue of their own: nobody waits behind a stranger's message.
    sender = vault.lookup(raw.channel, raw.sender or f"\0{raw.external_id}")
    return {
        "channel": raw.channel,
        "external_id": name,
        "sender": sender,
        "raw": vault.seal(tx, TRANSIT, _PLACE, raw.text, f"{raw.channel}/{name}"),
        "received_at": raw.at,
        "state": "open",
        "tries": 0,
    }
