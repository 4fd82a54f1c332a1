"""Numbers by day, with nothing about anybody."""

from datetime import date

from sqlalchemy import Connection, func, select

from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import INSERTS
from storage.tables import tallies

HELP_SHOWN = "help now"
RECEIVED = "received"
ERASED = "words erased"
"""How often words of somebody were erased, so that every service hears of it."""
WITHOUT_YES = "erased without a yes"
"""Messages in conversations that were erased since nobody had said yes to keeping them."""


def add(tx: Connection, *, name: str, day: date, count: int = 1) -> None:
    """Count something up for a day."""
    _add[tx.dialect.name].change(tx, {"name": name, "day": day, "count": count})


def total(tx: Connection, *, name: str) -> int:
    """Return how often something was counted, over all days."""
    return int(
        tx.execute(select(func.coalesce(func.sum(tallies.c.count), 0)).where(tallies.c.name == name)).scalar_one()
    )


def _adding(dialect: str) -> PreparedStatement:
    put = INSERTS[dialect](tallies)
    more = {"count": tallies.c.count + put.excluded.count}
    return PreparedStatement(put.on_conflict_do_update(index_elements=["name", "day"], set_=more))


_add = {dialect: _adding(dialect) for dialect in INSERTS}
