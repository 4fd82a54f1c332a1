"""`sayso serve`: the service, until it is told to stop."""

import asyncio
import gc
import importlib
from types import ModuleType

import click

from sayso.commands.open_store import settings
from storage.db.instance_lock import refuse_second


@click.command("serve")
def command() -> None:
    """Start every channel you have set up, and the web pages. Ctrl-C or SIGTERM stops it.

    The settings come from SAYSO_* in the environment, then from sayso.toml, then from defaults.
    """
    chosen = settings()
    refuse_second(chosen.database_url.reveal(), chosen.data)
    asyncio.run(_app().serve(chosen, click.echo))


def _app() -> ModuleType:
    """Import the service. All of it stays, so looking through it for garbage only costs time, as in `sayso.cli`."""
    gc.disable()
    try:
        return importlib.import_module("sayso.app")
    finally:
        gc.freeze()
        gc.enable()
