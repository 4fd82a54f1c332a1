"""What may be seen of a column, said beside the column."""

from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy import CheckConstraint, Table
from sqlmodel import Field, SQLModel

Privacy = Literal["public", "coded answer", "personal words", "contact", "payment", "secret", "operational"]
PRIVACY_MEANINGS: Mapping[Privacy, str] = {
    "public": "says nothing about anybody by itself; may leave with an export",
    "coded answer": "leaves through reports and exports, under the rules for small numbers",
    "personal words": "sealed with the person's key; leaves only after people have read it",
    "contact": "says who somebody is or where they are; addresses and names are sealed",
    "payment": "what somebody was offered or paid; seen by administrators alone, never beside what people said",
    "secret": "never leaves: keyed hashes and wrapped keys",
    "operational": "keeps the service going; says nothing about what was said",
}
"""Each class, and what may be seen of it."""


def classed(privacy: Privacy, meaning: str, **options: Any) -> Any:
    """Return a SQLModel field with a privacy class and a line for the data dictionary.

    `options` are those of `sqlmodel.Field` (default, primary_key, foreign_key, ondelete, sa_type ...). As there, the field
    stands where a value of the column's own type is declared, so it is `Any`.
    """
    return Field(sa_column_kwargs={"info": {"privacy": privacy, "meaning": meaning}}, **options)


def one_of(column: str, allowed: tuple[str, ...]) -> CheckConstraint:
    """Return a CHECK that a column holds one of these words (or nothing, where it may be null)."""
    words = ", ".join(f"'{word}'" for word in allowed)
    return CheckConstraint(f"{column} IN ({words})", name=f"{column}_known")


def together(first: str, second: str) -> CheckConstraint:
    """Return a CHECK that two columns, such as who and when, are both there or both absent."""
    return CheckConstraint(f"({first} IS NULL) = ({second} IS NULL)", name=f"{first}_with_{second}")


def table_of(model: type[SQLModel]) -> Table:
    """Return the table behind a class, for Core statements."""
    table: Table = vars(model)["__table__"]
    return table
