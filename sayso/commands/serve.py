"""`sayso serve`: the service, until it is told to stop."""

import asyncio
import errno
import gc
import importlib
import os
from contextlib import suppress
from types import ModuleType

import click

from config.settings import Settings
from feedback.errors import SaysoError
from sayso.commands.open_store import settings
from storage.db.instance_lock import refuse_second

_READ_ONLY = "Let the user that runs sayso write there. In a container, put a volume there."
_FULL = "Free some space. Nothing is lost: messages wait at Telegram and in the mailbox."
_BLOCK = 4096
"""Bytes. What is smaller may still fit on a disk that is full."""


class NotWritable(SaysoError):
    """A folder that must be written to cannot be."""


@click.command("serve")
def command() -> None:
    """Start every channel you have set up, and the web pages. Ctrl-C or SIGTERM stops it.

    The settings come from SAYSO_* in the environment, then from sayso.toml, then from defaults.
    """
    os.umask(0o077)  # whatever started it: nobody else on the machine reads what it writes
    chosen = settings()
    _demand_writable(chosen)
    refuse_second(chosen.database_url.reveal(), chosen.data)
    asyncio.run(_app().serve(chosen, click.echo))


def _demand_writable(chosen: Settings) -> None:
    """Refuse to serve where the data, or the lists beside the key file, cannot be written. Raises NotWritable.

    A folder that is not there is made later, or is a fault of its own.
    """
    for folder, what in ((chosen.data, "the data folder"), (chosen.key_file.parent, "the folder of the key file")):
        if not folder.is_dir():
            continue
        trial = folder / f".try-{os.getpid()}"
        try:
            trial.write_bytes(bytes(_BLOCK))
        except OSError as error:
            way_on = _FULL if error.errno == errno.ENOSPC else _READ_ONLY
            raise NotWritable(f"Cannot write in {what} {folder.absolute()}: {error.strerror}. {way_on}") from None
        finally:
            with suppress(OSError):
                trial.unlink(missing_ok=True)


def _app() -> ModuleType:
    """Import the service. All of it stays, so looking through it for garbage only costs time, as in `sayso.cli`."""
    gc.disable()
    try:
        return importlib.import_module("sayso.app")
    finally:
        gc.freeze()
        gc.enable()
