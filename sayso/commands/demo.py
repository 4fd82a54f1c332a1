"""`sayso demo`: the service on a throwaway folder with invented feedback in it."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from config.settings import Settings, load_settings
from sayso.app import serve
from sayso.core.clock import now
from sayso.core.flow_registry import registry_for
from sayso.core.store import open_store
from sayso.demo.fill import fill
from storage.accounts.members import JOIN_DAYS

_TAKEN_OVER = ("SAYSO_HOST", "SAYSO_PORT", "SAYSO_PUBLIC_URL", "SAYSO_LOG")
"""What of the environment counts: where the pages are. Nothing that could reach real people or real data."""


@click.command("demo")
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Keep everything in this folder, which must be empty or new.",
)
def command(keep: Path | None) -> None:
    """Explore a throwaway copy filled with made-up people, so that every page has something to show.

    Only the web pages are on, and no setting but their address counts. Everything is removed at the end, unless
    --keep names a folder for it.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with _folder(keep) as folder:
        settings = _settings(folder)
        click.echo("Inventing people. This takes a few seconds.")
        with open_store(settings, is_new_allowed=True) as store:
            team = asyncio.run(fill(store, registry_for(settings), now()))
        click.echo("Everything here is invented. Each link makes the account of one role, once:")
        for one in team:
            click.echo(f"  {one.member.role:<13} {settings.public_url.rstrip('/')}/staff/join/{one.token}")
        click.echo(f"They work for {JOIN_DAYS} days. Choose any password; an app on your phone makes the second code.")
        asyncio.run(serve(settings, click.echo))
    if keep:
        data = f"SAYSO_DATA={keep / 'data'} SAYSO_KEY_FILE={keep / 'data.key'}"
        click.echo(f"Kept in {keep}. To open it again: {data} sayso serve")


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    """Give the folder to keep, or one that is gone afterwards. Raises ClickException for one that is not empty."""
    if keep is None:
        with TemporaryDirectory(prefix="sayso-demo-") as made:
            yield Path(made)
        return
    if keep.is_dir() and any(keep.iterdir()):
        raise click.ClickException(f"There is something in {keep} already. Name an empty folder, or a new one.")
    yield keep


def _settings(folder: Path) -> Settings:
    kept = {name: os.environ[name] for name in _TAKEN_OVER if name in os.environ}
    own = {"SAYSO_DATA": str(folder / "data"), "SAYSO_ORGANISATION": "Example Trust (demo)"}
    return load_settings(kept | own, folder / "sayso.toml")
