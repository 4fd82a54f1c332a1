"""Where SQLAlchemy needs a hand: INSERT ... ON CONFLICT for both databases, and constants that an index can see."""

from collections.abc import Callable, Mapping

from sqlalchemy import ColumnElement, Connection, Table, literal_column
from sqlalchemy.dialects import postgresql, sqlite

from feedback.channels import registered

INSERTS: Mapping[str, Callable[[Table], postgresql.Insert | sqlite.Insert]] = {
    "postgresql": postgresql.insert,
    "sqlite": sqlite.insert,
}
"""The INSERT of each database, by the name of its dialect."""


def insert_into(tx: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """Return an INSERT that has `on_conflict_do_nothing` and `on_conflict_do_update`, for this connection."""
    return INSERTS[tx.dialect.name](table)


def at_most(number: int) -> ColumnElement[int]:
    """Return a number for LIMIT as part of the statement: SQLite plans a statement anew for each LIMIT that it is given."""
    return literal_column(str(number))


def constant(word: str) -> ColumnElement[str]:
    """Return a word of our own as part of the statement, not a parameter: partial indexes are found only so."""
    if not word.isidentifier():
        raise ValueError("Only plain words of our own may stand in a statement.")
    return literal_column(f"'{word}'")


def letters() -> tuple[ColumnElement[str], ...]:
    """Return the names of the channels of letters, as parts of the statement."""
    return tuple(constant(channel.name) for channel in registered() if channel.is_letter)
