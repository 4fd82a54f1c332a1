"""Numbers by day, with nothing about anybody."""

from datetime import date

from sqlalchemy import Connection, func, select

from storage.sql import insert_into
from storage.tables import tallies

HELP_SHOWN = "help now"
RECEIVED = "received"


def add(tx: Connection, *, name: str, day: date, count: int = 1) -> None:
    """Count something up for a day."""
    insert = insert_into(tx, tallies)
    total = insert.on_conflict_do_update(
        index_elements=["name", "day"], set_={"count": tallies.c.count + insert.excluded.count}
    )
    tx.execute(total, {"name": name, "day": day, "count": count})


def total(tx: Connection, *, name: str) -> int:
    """Return how often something was counted, over all days."""
    return int(
        tx.execute(select(func.coalesce(func.sum(tallies.c.count), 0)).where(tallies.c.name == name)).scalar_one()
    )
