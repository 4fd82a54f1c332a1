"""SQLite's driver as we use it where SQLAlchemy's way costs too much: a connection and its cursors, typed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, Self, cast

from sqlalchemy import Connection

Values = tuple[Any, ...]
"""A row as the driver gives it: it knows no types of columns."""


class Cursor(Protocol):
    """What a statement gave."""

    rowcount: int

    def fetchall(self) -> list[Values]:
        """Return all rows that are left."""
        ...

    def fetchone(self) -> Values | None:
        """Return the next row, or None."""
        ...

    def __iter__(self) -> Iterator[Values]:
        """Give the rows one by one."""
        ...


class Driver(Protocol):
    """A connection of the driver."""

    in_transaction: bool

    def execute(self, sql: str, values: Sequence[object] = ...) -> Cursor:
        """Run a statement."""
        ...

    def executemany(self, sql: str, values: Iterable[Sequence[object]]) -> Cursor:
        """Run a statement for each row of values."""
        ...

    def __enter__(self) -> Self:
        """Begin what is committed at the end, or undone by a fault."""
        ...

    def __exit__(self, *fault: object) -> bool | None:
        """Commit, or undo."""
        ...

    def close(self) -> None:
        """Close the connection."""
        ...


def driver_of(tx: Connection) -> Driver:
    """Return the driver's own connection, with the transaction that is open on it."""
    return cast("Driver", tx.connection.driver_connection)
