"""`sayso backup`: everything, as it is at this moment, encrypted: in one file, or in a folder that keeps the newest."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from sayso.commands.open_store import published_folder, store
from sayso.core.clock import now
from sayso.core.store import Store
from storage.backup import saving
from storage.messages import downtime


@click.command("backup")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), help="A folder, instead of FILE.")
@click.option("--keep", type=click.IntRange(min=1), default=30, show_default=True, help="How many stay in the folder.")
def command(file: Path | None, folder: Path | None, keep: int) -> None:
    """Write FILE, or two new files into a folder: the database and the published reports, encrypted with the key file.

    Works beside `sayso serve`. In a folder the keys of people lie in a file of their own, of which the three newest stay:
    three backups after somebody was erased, no backup can be opened for them any more. Copy both files away.

    Keep the key file and the file beside it that ends in .erased in another place: a restore needs both.
    """
    if (file is None) == (folder is None):
        raise click.UsageError("Name a FILE, or a folder with --to.")
    at = now()
    with store() as opened:
        try:
            told = _one(opened, file) if file else _two(opened, folder or Path(), keep, at)
        except OSError as fault:
            raise click.ClickException(
                f"Cannot write {file or folder}: {fault.strerror}. Choose another place."
            ) from fault
        opened.database.write_now(lambda tx: downtime.beat(tx, channel="backup", now=at, longest=timedelta.max))
    click.echo(told)


def _one(opened: Store, file: Path) -> str:
    size = saving.save(opened.database, opened.keys, file, beside=_published())
    return f"Wrote {file} ({size} bytes). It is encrypted: keep the key file elsewhere."


def _two(opened: Store, folder: Path, keep: int, at: datetime) -> str:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = saving.save_apart(opened.database, opened.keys, folder, now=at, beside=_published())
    gone = saving.keep_newest(folder, keep)
    newest = saving.keys_in(folder)[0].name
    return f"Wrote {made} and {newest}. Deleted {gone} older. They are encrypted: keep the key file elsewhere."


def _published() -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in sorted(published_folder().glob("*.json"))}
