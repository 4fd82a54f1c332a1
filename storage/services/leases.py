"""Leases: what one service of several does for all, and the number that keeps a replaced one from writing.

Each service has a number, higher than all before, and is heard every few seconds. One that is not heard until its time
is over is struck off by whichever is heard next; only then are its leases and its unsent messages given to others.
Whoever writes under a lease holds on to its own row until the commit (`check`). So a service that slept meanwhile either
commits before it is struck off, or is refused (Kleppmann, How to do distributed locking, 2016: fencing tokens).

Times are the database's own (`server_time`): clocks of machines differ.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, text, update

from storage.db.dialect import insert_into
from storage.db.errors import Fenced
from storage.tables import leases, outbox, services

_ONE_AT_A_TIME = 0x6C656173
"""The number of the advisory lock of PostgreSQL, one that no other part of ours takes. SQLite has one writer anyway."""


@dataclass(frozen=True)
class LeaseBook:
    """What a service knows after it was heard: its number, what it holds, and how many services there are."""

    number: int
    held: frozenset[str]
    services: int


def server_time(tx: Connection) -> datetime:
    """Return what time it is on the database server. PostgreSQL only."""
    at: datetime = tx.execute(select(func.clock_timestamp())).scalar_one()
    return at


def beat(tx: Connection, *, number: int | None, wanted: Collection[str], now: datetime, until: datetime) -> LeaseBook:
    """Let a service be heard; strike off those whose time is over, and take what nobody holds of what is `wanted`.

    One that has no number yet, or was struck off, is given a new one: then it holds nothing of before.
    """
    number = _heard(tx, number, until)
    if _is_first(tx):
        _strike_off(tx, now)
        _take(tx, number, wanted, now)
    held = tx.execute(select(leases.c.name).where(leases.c.service_id == number)).scalars()
    return LeaseBook(number, frozenset(held), _count(tx))


def check(tx: Connection, *, number: int, name: str = "") -> None:
    """Raise Fenced where a service was replaced, or does not hold a lease. Else it is not, until this transaction ends."""
    if not is_there(tx, number=number, name=name):
        raise Fenced("Another service does this now.")


def is_there(tx: Connection, *, number: int, name: str = "") -> bool:
    """Return whether a service was not replaced, and holds a lease: if so, until this transaction ends."""
    # Whoever strikes off deletes this row, and passes by a row that is held like this; being heard again changes no key.
    row = select(services.c.id).where(services.c.id == number).with_for_update(read=True, key_share=True)
    if name:
        row = row.where(select(leases.c.name).where(leases.c.name == name, leases.c.service_id == number).exists())
    return tx.execute(row).first() is not None


def resign(tx: Connection, *, number: int) -> None:
    """Leave at once, so that nobody waits: what this service held is free."""
    _free(tx, (number,))


def running(tx: Connection) -> int:
    """Return how many services were heard lately enough. PostgreSQL only."""
    return int(
        tx.execute(
            select(func.count()).select_from(services).where(services.c.until > func.clock_timestamp())
        ).scalar_one()
    )


def _heard(tx: Connection, number: int | None, until: datetime) -> int:
    if number is not None:
        # Locked first: where it is being struck off at this moment, what comes of that is waited for.
        renewed = update(services).where(services.c.id == number).values(until=until)
        if tx.execute(renewed).rowcount:
            return number
    return int(tx.execute(insert(services).values(until=until).returning(services.c.id)).scalar_one())


def _is_first(tx: Connection) -> bool:
    """Whether this is the only one who gives leases at this moment; whoever is not waits for its next beat, not here."""
    if tx.dialect.name == "sqlite":
        return True
    return bool(tx.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME}).scalar_one())


def _strike_off(tx: Connection, now: datetime) -> None:
    late = select(services.c.id).where(services.c.until < now).with_for_update(skip_locked=True)
    if gone := tx.execute(late).scalars().all():
        _free(tx, gone)


def _free(tx: Connection, numbers: Collection[int]) -> None:
    """Give back what services held, and let what they were sending wait again, as doubtful."""
    left = update(outbox).where(outbox.c.claimed_by.in_(numbers), outbox.c.state == "sending")
    tx.execute(left.values(state="waiting", is_doubtful=True))
    tx.execute(delete(leases).where(leases.c.service_id.in_(numbers)))
    tx.execute(delete(services).where(services.c.id.in_(numbers)))


def _take(tx: Connection, number: int, wanted: Collection[str], now: datetime) -> None:
    for name in sorted(wanted):
        free = insert_into(tx, leases).values(name=name, service_id=number, taken_at=now)
        tx.execute(free.on_conflict_do_nothing())


def _count(tx: Connection) -> int:
    return int(tx.execute(select(func.count()).select_from(services)).scalar_one())
