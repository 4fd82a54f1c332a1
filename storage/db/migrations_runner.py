"""Moving a database to the present tables, in one transaction, with a snapshot beside it first."""

import gzip
from pathlib import Path

from sqlalchemy import Connection, text

from storage.db import dump
from storage.db.engine import Database
from storage.db.errors import StorageError
from storage.db.revisions import FOLDER, known, revision_in

_ONE_AT_A_TIME = 0x6D6F7665
"""The number of the PostgreSQL advisory lock: `move` in ASCII. SQLite has one service, and one writer."""


def upgrade(database: Database, *, snapshots: Path | None = None, to: str = "head") -> Path | None:
    """Bring a database to the present tables; return the snapshot that was kept, if it held anything before.

    Raises StorageError for a database that a newer sayso wrote. Killed at any point, the database is as before.
    """
    before = revision(database)
    _refuse_newer(before)
    if before == (newest() if to == "head" else to):
        return None
    kept = _snapshot(database, snapshots, before) if before and snapshots else None
    database.write_now(lambda tx: _move_once(tx, to))
    return kept


def _move_once(tx: Connection, to: str) -> None:
    """Move on, unless another service that started at the same moment has just done it."""
    if tx.dialect.name == "postgresql":
        tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        # Read anew only now: what the other did is seen in statements that begin after its end.
        if revision_in(tx) == (newest() if to == "head" else to):
            return
    move(tx, to=to)


def revision(database: Database) -> str | None:
    """Return which release's tables a database has; None for an empty one."""
    return database.read_now(revision_in)


def newest() -> str:
    """Return the revision of the present tables."""
    return max(known())


def _refuse_newer(before: str | None) -> None:
    if before is not None and before not in known():
        raise StorageError("The database was written by a newer sayso. Install that one, or restore an older backup.")


def move(tx: Connection, *, to: str = "head") -> None:
    """Bring the tables of a transaction, which may be empty, to a revision. Raises StorageError for one of a newer sayso."""
    _refuse_newer(None if to == "head" else to)
    from alembic import command  # noqa: PLC0415 - most starts change no tables, and it takes long to import
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = tx
    command.upgrade(config, to)


def _snapshot(database: Database, folder: Path, before: str) -> Path:
    """Keep the database as it is: what is sealed stays sealed in the snapshot."""
    if database.is_sqlite:
        file = folder / f"before-{before}.db"
        # Left by an upgrade that was stopped; VACUUM INTO writes over nothing.
        file.unlink(missing_ok=True)
        database.outside(lambda driver: driver.execute("VACUUM INTO ?", (str(file),)))
    else:
        file = folder / f"before-{before}.jsonl.gz"
        with gzip.open(file, "wt", encoding="utf-8") as lines:
            database.read_now(lambda tx: lines.writelines(dump.lines(tx)))
    file.chmod(0o600)
    return file
