"""`sayso keys`: a new master key in the place of one that somebody may have seen, and the recovery sheet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from config.settings import Settings
from sayso.commands.open_store import settings, store
from sayso.core.clock import now
from sayso.core.store import Store, open_store
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord
from storage.crypto import key_file
from storage.crypto.key_file import Keys
from storage.crypto.vault import Vault
from storage.db.errors import AlreadyRunning
from storage.db.instance_lock import guard_for
from storage.services import leases

_COMMAND = "command line"
_BACKUPS = (
    "Older backups open only with the old sheet. Make a new backup now: sayso backup FILE\n"
    "When the older backups are deleted, destroy the old sheet. The list of erased people beside the key file stays."
)


@click.group("keys")
def command() -> None:
    """The keys that everything is sealed with."""


@command.command("change")
@click.option("--yes", is_flag=True, help="Do not ask again.")
def change(*, yes: bool) -> None:
    """Make a new master key, and print its recovery sheet. Stop `sayso serve` first.

    Each person's own key is sealed anew; their words stay as they are. Broken off at any point, nothing is lost: run it
    again. The look-up key, by which addresses are found again, stays.
    """
    if not yes:
        click.confirm("Change the keys? The recovery sheet that you have is then of the past.", abort=True, err=True)
    chosen = settings()
    with _alone(chosen) as opened:
        keys = _begun(chosen.key_file, opened.keys)
        count = _rewrapped(opened, Vault(keys))
        finished = Keys(keys.master, keys.lookup)
        opened.database.checkpoint()
        key_file.replace(chosen.key_file, finished)
    click.echo(f"Changed. Keys sealed anew: {count}. Print this, and lock it away:\n")
    click.echo(f"{key_file.sheet(finished, chosen.key_file)}\n{_BACKUPS}")


@command.command("sheet")
def sheet() -> None:
    """Print the recovery sheet, for whoever sets sayso up without a browser."""
    with store() as opened:
        deed = AuditRecord(_COMMAND, "printed the recovery sheet")
        opened.database.write_now(lambda tx: audit_log.record(tx, opened.vault, deed, now=now()))
        click.echo(key_file.sheet(opened.keys, settings().key_file))


@contextmanager
def _alone(chosen: Settings) -> Iterator[Store]:
    """Open the store while nobody serves it, for a service would go on with the old key. Raises AlreadyRunning."""
    with open_store(chosen) as opened:
        guard = guard_for(chosen.database_url.reveal(), chosen.data)
        guard.hold()
        try:
            # A restart of PostgreSQL takes the guard of a service away, not its place among those that are heard.
            if not opened.database.is_sqlite and opened.database.read_now(leases.running):
                raise AlreadyRunning("Another sayso already serves this database. Stop it first.")
            yield opened
        finally:
            guard.release()


def _begun(path: Path, keys: Keys) -> Keys:
    """Return the keys of a change: both are in the key file before the first is used. One that was begun goes on."""
    if keys.previous is not None:
        return keys
    changed = key_file.changed_master(keys)
    key_file.replace(path, changed)
    return changed


def _rewrapped(opened: Store, vault: Vault) -> int:
    """Seal each owner's key with the new master key, in short transactions, and note it; return how many there were."""
    count = 0
    while some := opened.database.write_now(vault.rewrap):
        count += some
    deed = AuditRecord(_COMMAND, "changed the keys")
    opened.database.write_now(lambda tx: audit_log.record(tx, vault, deed, now=now()))
    return count
