"""Rows as what they are: mypy then checks each column that is read of them, by its name and its type.

SQLAlchemy gives rows whose columns nobody knows. A query of one table gives rows of its class in `storage.tables`; a
query of several gives rows of a class that stands beside it and names its columns. Nothing is converted or copied.
"""

from collections.abc import Iterable
from typing import TypeVar, cast

Shape = TypeVar("Shape")


def rows_as(shape: type[Shape], found: Iterable[object]) -> list[Shape]:
    """Return rows with the columns that `shape` names."""
    del shape  # it is there for mypy alone: the rows already have these columns
    return cast("list[Shape]", list(found))


def row_as(shape: type[Shape], found: object) -> Shape | None:
    """Return a row with the columns that `shape` names, or None where there is none."""
    del shape
    return cast("Shape | None", found)
