"""The database and its keys, opened together: for the service and for every command."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.settings import Settings
from sayso.core.clock import now
from storage.crypto import key_file
from storage.crypto.key_file import Keys
from storage.crypto.vault import Vault
from storage.db import migrations_runner
from storage.db.engine import Database
from storage.db.errors import Unreachable
from storage.people import erasure, erasure_log

_BEGIN = "Run `sayso serve` first, or set SAYSO_DATA."


@dataclass(frozen=True)
class Store:
    """An open database, up to date, with the vault that belongs to it."""

    database: Database
    vault: Vault
    keys: Keys
    sheet: str = ""
    """The recovery sheet, when the key file was made just now: to be shown once."""


@contextmanager
def open_store(settings: Settings, *, is_new_allowed: bool = False, idle: float = 60) -> Iterator[Store]:
    """Open what the settings name, bring its tables up to date, and close it at the end.

    A missing database or key file is made only where `is_new_allowed`, and a key file never beside data that another
    one has sealed; without it nothing is left behind where there was nothing. Whoever the ledger beside the key file
    names is erased again before anything is read: an older file may have been put back by hand. `idle` is as in
    `Database`. Raises StorageError or KeyFault with one clear line.
    """
    if is_new_allowed:
        make_folder(settings.data)
    _refuse_half_restored(settings.data)
    database = Database(settings.database_url.reveal(), idle=idle)
    if not is_new_allowed:
        _demand_data(settings.data, database)
    database.open()
    try:
        keys, sheet = _keys(settings.key_file, database, is_new_allowed=is_new_allowed)
        vault = Vault(keys)
        migrations_runner.upgrade(database, snapshots=settings.data)
        database.write_now(vault.check)
        _erase_again(database, vault, erasure_log.beside(settings.key_file))
        yield Store(database, vault, keys, sheet)
    finally:
        database.close()


def restore_mark(folder: Path) -> Path:
    """Return the file that stands in a data folder while a restore is under way, and after one that was cut off."""
    return folder / "restore.under-way"


def _refuse_half_restored(folder: Path) -> None:
    if restore_mark(folder).exists():
        raise Unreachable(f"A restore into {folder} was cut off. Run `sayso restore FILE` again.")


def _erase_again(database: Database, vault: Vault, ledger_file: Path) -> None:
    """Erase whoever was erased in a newer copy of this database, as the ledger tells."""
    ledger = erasure_log.read(ledger_file)
    known = database.read_now(lambda tx: erasure.still_known(tx, person_ids=ledger))
    if known:
        database.write_now(lambda tx: erasure.replay(tx, vault, person_ids=known, now=now()))
        database.checkpoint()


def make_folder(folder: Path) -> None:
    """Make the data folder, for its owner alone, if there is none. Raises Unreachable with one clear line."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise Unreachable(f"Cannot make the data folder {folder}: {error.strerror}. Set SAYSO_DATA.") from None


def _demand_data(folder: Path, database: Database) -> None:
    """Refuse what `sayso serve` has not made, before opening it would make it."""
    if not folder.is_dir():
        raise Unreachable(f"There is no data folder {folder.absolute()}. {_BEGIN}")
    if database.file is not None and not database.file.exists():
        raise Unreachable(f"There is no database {database.file.absolute()}. {_BEGIN}")


def _keys(path: Path, database: Database, *, is_new_allowed: bool) -> tuple[Keys, str]:
    """Return the keys, and the recovery sheet where they were made just now.

    A key file that is gone while there is data must be put back, never made anew.
    """
    is_empty = migrations_runner.revision(database) is None
    if is_empty and not is_new_allowed:
        raise Unreachable(f"The database is empty. {_BEGIN}")
    if path.exists() or not is_empty:
        return key_file.read(path), ""
    keys = key_file.make(path)
    return keys, key_file.sheet(keys, path)
