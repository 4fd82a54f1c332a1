"""`sayso restore FILE`: an empty data folder filled from a backup."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from config.settings import Settings
from sayso.commands.open_store import published_folder, settings
from sayso.core.clock import now
from sayso.core.store import make_folder, restore_mark
from sayso.exports.atomic_files import write_bytes
from sayso.setup.restore_drill import drill
from storage.backup import restoring, sealed_file
from storage.backup.restoring import BackupSource, RestoreResult
from storage.crypto import key_file
from storage.db import migrations_runner
from storage.db.engine import Database
from storage.people import erasure_log


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--try", "is_drill", is_flag=True, help="Only try it, beside FILE; nothing of it stays, nothing else changes."
)
def command(file: Path, *, is_drill: bool) -> None:
    """Fill an empty data folder from FILE. Needs the key file (or the recovery sheet typed into its place).

    The newest file of keys (keys-*.backup) lies beside a FILE that `sayso backup --to` wrote. Whoever was erased after the
    backup was made is erased again. What waited to be sent then is held back: `sayso unsent` shows it. A folder that
    holds anything is refused, but for one where a restore was cut off.
    """
    chosen = settings()
    if is_drill:
        click.echo(_tried(file, chosen))
        return
    mark = restore_mark(chosen.data)
    if not mark.exists() and _holds_anything(chosen.data):
        raise click.ClickException(f"The data folder {chosen.data} is not empty. Name an empty one in SAYSO_DATA.")
    source = restoring.source_of(file, key_file.read(chosen.key_file))
    make_folder(chosen.data)
    database = Database(chosen.database_url.reveal())
    with _under_way(mark, sealed_file.name_of(file), database.file, published_folder()) as cut_off:
        done = _restored(source, database, erasure_log.beside(chosen.key_file), cut_off)
    click.echo(_told(done))


def _tried(file: Path, chosen: Settings) -> str:
    source = restoring.source_of(file, key_file.read(chosen.key_file))
    done = drill(source, ledger_file=erasure_log.beside(chosen.key_file), now=now())
    return f"It comes back whole: {done.rows} rows. Erased again: {done.erased}. Nothing was changed."


def _holds_anything(folder: Path) -> bool:
    """Whether more is there than the beginning of a mark, where a restore was cut off while it wrote that."""
    return folder.is_dir() and any(not one.name.startswith("restore.") for one in folder.iterdir())


def _told(done: RestoreResult | None) -> str:
    if done is None:
        return "The restore that was cut off had stored everything. Run `sayso doctor`, then `sayso serve`."
    held = f" Held back: {done.held_back} messages that waited to be sent (`sayso unsent`)." if done.held_back else ""
    return f"Restored {done.rows} rows. Erased again: {done.erased}.{held} Run `sayso doctor`, then `sayso serve`."


def _restored(source: BackupSource, database: Database, ledger_file: Path, cut_off: str) -> RestoreResult | None:
    """Fill the database; None where the restore that was cut off had filled it: it is filled whole or not at all.

    `cut_off` names the backup of that one.
    """
    database.open()
    try:
        name, is_filled = sealed_file.name_of(source.data), migrations_runner.revision(database) is not None
        if cut_off == name and is_filled:
            return None
        if cut_off and not is_filled:
            write_bytes(name.encode(), restore_mark(settings().data))
        return restoring.restore(source, database=database, ledger_file=ledger_file, now=now(), put_beside=_put_back)
    finally:
        database.close()


def _put_back(published: Mapping[str, bytes]) -> None:
    """Write the reports that were published."""
    folder = published_folder()
    if published:
        folder.mkdir(mode=0o700, exist_ok=True)
    for name, content in published.items():
        write_bytes(content, folder / Path(name).name)


@contextmanager
def _under_way(mark: Path, name: str, database: Path | None, published: Path) -> Iterator[str]:
    """Mark a folder while it is filled, so that nothing serves half of it; one that failed is left as it was found.

    Give the name of the backup that filled it when a restore was cut off: its mark stands until that one is done.
    """
    cut_off = mark.read_text(encoding="ascii") if mark.exists() else ""
    is_new = database is not None and not database.exists()
    if not cut_off:
        write_bytes(name.encode(), mark)
    try:
        yield cut_off
    except BaseException:
        if not cut_off:
            _clear(database if is_new else None, published)
            mark.unlink(missing_ok=True)
        raise
    mark.unlink()


def _clear(database: Path | None, published: Path) -> None:
    """Leave nothing behind where there was nothing: the next try needs an empty folder again."""
    shutil.rmtree(published, ignore_errors=True)
    if database:
        for end in ("", "-wal", "-shm"):
            database.with_name(database.name + end).unlink(missing_ok=True)
