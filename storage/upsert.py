"""The one statement that the two databases spell alike but SQLAlchemy keeps apart: INSERT ... ON CONFLICT."""

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_into(tx: Connection, table: Table) -> Any:
    """Return an INSERT that has `on_conflict_do_nothing` and `on_conflict_do_update`, for this connection."""
    return postgresql.insert(table) if tx.dialect.name == "postgresql" else sqlite.insert(table)
