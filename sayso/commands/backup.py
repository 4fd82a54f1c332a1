"""`sayso backup FILE`: everything, as it is at this moment, in one encrypted file."""

from datetime import timedelta
from pathlib import Path

import click

from sayso.commands.open_store import published_folder, store
from sayso.core.clock import now
from storage import backup
from storage.messages import downtime


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Write FILE: the database and the published reports, encrypted with the key file. Works beside `sayso serve`.

    Keep the key file and the file beside it that ends in .erased in another place: a restore needs both.
    """
    with store() as opened:
        try:
            published = {one.name: one.read_bytes() for one in sorted(published_folder().glob("*.json"))}
            size = backup.backup(opened.database, opened.keys, file, beside=published)
        except OSError as fault:
            raise click.ClickException(f"Cannot write {file}: {fault.strerror}. Choose another place.") from fault
        opened.database.write_now(lambda tx: downtime.beat(tx, channel="backup", now=now(), longest=timedelta.max))
    click.echo(f"Wrote {file} ({size} bytes). It is encrypted: keep the key file elsewhere.")
