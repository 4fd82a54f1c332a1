"""Who gets no more letters: addresses by their keyed hash, and the failed deliveries that lead there."""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, delete, func, select, update

from storage.db.dialect import insert_into
from storage.tables import failures, outbox, suppressions

Why = Literal["stop", "gone", "failing", "complaint", "asked", "bereaved", "wrong-person", "forgotten", "told staff"]
Klass = Literal["gone", "full", "policy", "temporary", "unknown"]

_WHY_BACK = {
    "address": "",
    "message": "the provider does not take this letter",
    "us": "the provider takes no letters from us",
    "provider": "the provider took nothing then",
}
MOST_FAILURES = 3
"""Failures of an address that end its letters, when none of its letters arrived in between."""
COUNTED_FOR = timedelta(days=30)
"""A guess: failures months apart are different troubles, and an address that works again should not bear old ones."""


def suppress(tx: Connection, *, lookup: bytes, why: Why, now: datetime) -> bool:
    """Send no more letters to an address. Returns False where it was so already; the first reason stays.

    Two reasons give way: a question that was asked (`asked`) to what came of it, and any to a death.
    """
    row = {"lookup": lookup, "why": why, "at": now}
    if why != "asked":
        weaker = suppressions.c.why == "asked" if why != "bereaved" else suppressions.c.why != why
        known = update(suppressions).where(suppressions.c.lookup == lookup, weaker)
        if tx.execute(known.values(why=why, at=now)).rowcount:
            return True
    return bool(tx.execute(insert_into(tx, suppressions).on_conflict_do_nothing(), row).rowcount)


def lift(tx: Connection, *, lookup: bytes) -> bool:
    """Let letters go to an address again, as whoever has it wishes. Returns False where no wish was in their way.

    An address that is gone or keeps failing stays as it is: that was nobody's wish.
    """
    wished = (suppressions.c.lookup == lookup, suppressions.c.why.in_(("stop", "complaint", "forgotten", "told staff")))
    return bool(tx.execute(delete(suppressions).where(*wished)).rowcount)


def go_on(tx: Connection, *, lookup: bytes) -> bool:
    """Let letters go again to whoever was asked whether they should stop, and went on. Returns False for the others."""
    held = delete(suppressions).where(suppressions.c.lookup == lookup, suppressions.c.why == "asked")
    return bool(tx.execute(held).rowcount)


def why(tx: Connection, *, lookup: bytes) -> str:
    """Return why an address gets no letters, or an empty text if it does."""
    found = tx.execute(select(suppressions.c.why).where(suppressions.c.lookup == lookup)).scalar_one_or_none()
    return str(found or "")


def failed(tx: Connection, *, lookup: bytes, klass: Klass, now: datetime, outbox_id: int | None = None) -> None:
    """Note a failed delivery, and end the letters where the address is gone or fails again and again.

    A rule of the other side (`policy`) is about us or about now, and never counts.
    """
    row = {"lookup": lookup, "klass": klass, "at": now, "outbox_id": outbox_id}
    tx.execute(insert_into(tx, failures).on_conflict_do_nothing(), row)
    if klass == "gone":
        suppress(tx, lookup=lookup, why="gone", now=now)
    elif klass != "policy" and _counted(tx, lookup, now) >= MOST_FAILURES:
        suppress(tx, lookup=lookup, why="failing", now=now)


def arrived(tx: Connection, *, lookup: bytes) -> None:
    """Somebody wrote from this address: it works, so what failed before counts no more."""
    tx.execute(delete(failures).where(failures.c.lookup == lookup))


def count(tx: Connection) -> dict[str, int]:
    """Return how many addresses get no letters, by reason."""
    rows = tx.execute(select(suppressions.c.why, func.count()).group_by(suppressions.c.why))
    return {str(row[0]): int(row[1]) for row in rows}


def bounced(tx: Connection, *, outbox_id: int, klass: Klass, now: datetime, fault: str = "address") -> bool:
    """Mark a letter that was taken by a server, and then came back, as refused. Returns False if it was not sent."""
    from_sent = outbox.update().where(outbox.c.id == outbox_id, outbox.c.state.in_(("sent", "unknown")))
    values = {"state": "refused", "reason": f"It came back: {_WHY_BACK[fault] or klass}.", "fault": fault}
    return bool(tx.execute(from_sent.values(**values, sent_at=now)).rowcount)


def _counted(tx: Connection, lookup: bytes, now: datetime) -> int:
    """Return how many letters failed. Servers tell of the same one again and again, while they still try."""
    theirs = (failures.c.lookup == lookup, failures.c.klass != "policy", failures.c.at > now - COUNTED_FOR)
    letter = func.coalesce(failures.c.outbox_id, -failures.c.id)
    return int(tx.execute(select(func.count(letter.distinct())).where(*theirs)).scalar_one())
