"""Which tables a database has, without Alembic, which takes long to import: it is needed only where tables change."""

from pathlib import Path

from sqlalchemy import Connection, inspect

FOLDER = Path(__file__).parents[1] / "migrations"


def revision_in(tx: Connection) -> str | None:
    """Return which release's tables a database has; None for an empty one."""
    if not inspect(tx).has_table("alembic_version"):
        return None
    found: str | None = tx.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return found


def known() -> set[str]:
    """Return every revision, as the names of their files have them."""
    return {file.name.partition("_")[0] for file in (FOLDER / "versions").glob("[0-9]*.py")}
