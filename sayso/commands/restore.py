"""`sayso restore FILE`: an empty data folder filled from a backup."""

from pathlib import Path

import click

from sayso.clock import now
from sayso.commands.stored import settings
from storage import backup, keys, ledger
from storage.engine import Database


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Fill an empty data folder from FILE. Needs the key file (or the recovery sheet typed into its place).

    Whoever was erased after the backup was made is erased again. A folder that holds anything is refused.
    """
    chosen = settings()
    if chosen.data.is_dir() and any(chosen.data.iterdir()):
        raise click.ClickException(f"The data folder {chosen.data} is not empty. Name an empty one in SAYSO_DATA.")
    opened = keys.read(chosen.key_file)
    chosen.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    database = Database(chosen.database_url.reveal())
    database.open()
    try:
        done = backup.restore(
            file, database=database, keys=opened, ledger_file=ledger.beside(chosen.key_file), now=now()
        )
    finally:
        database.close()
    click.echo(f"Restored {done.rows} rows. Erased again: {done.erased}. Run `sayso doctor`, then `sayso serve`.")
