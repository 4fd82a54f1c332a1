"""Moving a database to the present tables, in one transaction, with a snapshot beside it first."""

import gzip
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.db import dump
from storage.db.engine import Database
from storage.db.errors import StorageError

_FOLDER = Path(__file__).parents[1] / "migrations"


def upgrade(database: Database, *, snapshots: Path | None = None, to: str = "head") -> Path | None:
    """Bring a database to the present tables; return the snapshot that was kept, if it held anything before.

    Raises StorageError for a database that a newer sayso wrote. Killed at any point, the database is as before.
    """
    before = revision(database)
    _refuse_newer(before)
    if before == (newest() if to == "head" else to):
        return None
    kept = _snapshot(database, snapshots, before) if before and snapshots else None
    database.write_now(lambda tx: command.upgrade(_config(tx), to))
    return kept


def revision(database: Database) -> str | None:
    """Return which release's tables a database has; None for an empty one."""
    return database.read_now(lambda tx: MigrationContext.configure(tx).get_current_revision())


def newest() -> str | None:
    """Return the revision of the present tables."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def _refuse_newer(before: str | None) -> None:
    known = {step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()}
    if before is not None and before not in known:
        raise StorageError("The database was written by a newer sayso. Install that one, or restore an older backup.")


def _config(tx: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = tx
    return config


def _snapshot(database: Database, folder: Path, before: str) -> Path:
    """Keep the database as it is: what is sealed stays sealed in the snapshot."""
    if database.is_sqlite:
        file = folder / f"before-{before}.db"
        file.unlink(missing_ok=True)
        database.outside(lambda driver: driver.execute("VACUUM INTO ?", (str(file),)))
    else:
        file = folder / f"before-{before}.jsonl.gz"
        with gzip.open(file, "wt", encoding="utf-8") as lines:
            database.read_now(lambda tx: lines.writelines(dump.lines(tx)))
    file.chmod(0o600)
    return file
