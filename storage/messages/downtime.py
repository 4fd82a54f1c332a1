"""When each channel was listened to, and every time in which it was not."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from storage.db.dialect import insert_into
from storage.tables import gaps, pulses


@dataclass(frozen=True)
class Downtime:
    """A time in which a channel was not listened to, and how many people were asked their question again."""

    id: int
    channel: str
    from_at: datetime
    to_at: datetime
    asked_again: int


def beat(tx: Connection, *, channel: str, now: datetime, longest: timedelta) -> Downtime | None:
    """Record that a channel listens now. Returns the gap that just ended, if it was longer than `longest`."""
    before = tx.execute(select(pulses.c.alive_at).where(pulses.c.channel == channel)).scalar_one_or_none()
    row = {"channel": channel, "alive_at": now}
    alive = insert_into(tx, pulses).values(row)
    tx.execute(alive.on_conflict_do_update(index_elements=["channel"], set_={"alive_at": now}))
    if before is None or now - before <= longest:
        return None
    made = insert(gaps).values(channel=channel, from_at=before, to_at=now, asked_again=0)
    gap_id: int = tx.execute(made.returning(gaps.c.id)).scalar_one()
    return Downtime(gap_id, channel, before, now, 0)


def asked_again(tx: Connection, *, gap_id: int, count: int) -> None:
    """Record how many people were asked their question again after a gap."""
    tx.execute(update(gaps).where(gaps.c.id == gap_id).values(asked_again=count))


def unasked(tx: Connection, *, since: datetime) -> tuple[Downtime, ...]:
    """Return the gaps that ended after a time and after which nobody was asked again."""
    return tuple(gap for gap in ledger(tx, since=since) if not gap.asked_again)


def ledger(tx: Connection, *, since: datetime | None = None) -> tuple[Downtime, ...]:
    """Return all gaps that ended after a time, the oldest first."""
    query = select(gaps.c.id, gaps.c.channel, gaps.c.from_at, gaps.c.to_at, gaps.c.asked_again).order_by(gaps.c.id)
    if since is not None:
        query = query.where(gaps.c.to_at > since)
    return tuple(Downtime(*row) for row in tx.execute(query))


def alive_at(tx: Connection, *, channel: str) -> datetime | None:
    """Return when a channel was last known to listen."""
    return tx.execute(select(pulses.c.alive_at).where(pulses.c.channel == channel)).scalar_one_or_none()
