"""`sayso restore FILE`: an empty data folder filled from a backup."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from sayso.commands.open_store import published_folder, settings
from sayso.core.clock import now
from sayso.core.store import make_folder
from sayso.exports.atomic_files import write_bytes
from storage import backup
from storage.backup import RestoreResult
from storage.crypto import key_file
from storage.crypto.key_file import Keys
from storage.db.engine import Database
from storage.people import erasure_log


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Fill an empty data folder from FILE. Needs the key file (or the recovery sheet typed into its place).

    Whoever was erased after the backup was made is erased again. A folder that holds anything is refused.
    """
    chosen = settings()
    if chosen.data.is_dir() and any(chosen.data.iterdir()):
        raise click.ClickException(f"The data folder {chosen.data} is not empty. Name an empty one in SAYSO_DATA.")
    opened = key_file.read(chosen.key_file)
    make_folder(chosen.data)
    database = Database(chosen.database_url.reveal())
    with _as_found(database.file, published_folder()):
        done = _restored(file, database, opened, erasure_log.beside(chosen.key_file))
        _put_back(done.files, published_folder())
    click.echo(f"Restored {done.rows} rows. Erased again: {done.erased}. Run `sayso doctor`, then `sayso serve`.")


def _restored(file: Path, database: Database, opened: Keys, ledger_file: Path) -> RestoreResult:
    database.open()
    try:
        return backup.restore(file, database=database, keys=opened, ledger_file=ledger_file, now=now())
    finally:
        database.close()


def _put_back(published: Mapping[str, bytes], folder: Path) -> None:
    """Write the reports that were published."""
    if published:
        folder.mkdir(mode=0o700)
    for name, content in published.items():
        write_bytes(content, folder / Path(name).name)


@contextmanager
def _as_found(database: Path | None, published: Path) -> Iterator[None]:
    """Leave nothing half-filled behind where there was nothing: the next try needs an empty folder again."""
    is_new = database is not None and not database.exists()
    try:
        yield
    except BaseException:
        shutil.rmtree(published, ignore_errors=True)
        if database and is_new:
            for end in ("", "-wal", "-shm"):
                database.with_name(database.name + end).unlink(missing_ok=True)
        raise
