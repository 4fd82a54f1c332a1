"""The database and its keys, opened together: for the service and for every command."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.settings import Settings
from storage import keys as key_file
from storage import migrate
from storage.engine import Database
from storage.errors import KeyFault, Unreachable
from storage.keys import Keys
from storage.vault import Vault, is_claimed


@dataclass(frozen=True)
class Store:
    """An open database, up to date, with the vault that belongs to it."""

    database: Database
    vault: Vault
    keys: Keys
    sheet: str = ""
    """The recovery sheet, when the key file was made just now: to be shown once."""


@contextmanager
def open_store(settings: Settings, *, is_new_allowed: bool = False) -> Iterator[Store]:
    """Open what the settings name, bring its tables up to date, and close it at the end.

    A missing database or key file is made only where `is_new_allowed`, and a key file never beside data that another
    one has sealed. Raises StorageError or KeyFault with one clear line.
    """
    _make_folder(settings, is_new_allowed=is_new_allowed)
    database = Database(settings.database_url.reveal())
    database.open()
    try:
        keys, sheet = _keys(settings.key_file, database, is_new_allowed=is_new_allowed)
        vault = Vault(keys)
        migrate.upgrade(database, snapshots=settings.data)
        database.write_now(vault.check)
        yield Store(database, vault, keys, sheet)
    finally:
        database.close()


def _make_folder(settings: Settings, *, is_new_allowed: bool) -> None:
    if settings.data.is_dir():
        return
    if not is_new_allowed:
        raise Unreachable(
            f"There is no data folder {settings.data.absolute()}. Run `sayso serve` first, or set SAYSO_DATA."
        )
    try:
        settings.data.mkdir(parents=True, mode=0o700)
    except OSError as error:
        raise Unreachable(f"Cannot make the data folder {settings.data}: {error.strerror}. Set SAYSO_DATA.") from None


def _keys(path: Path, database: Database, *, is_new_allowed: bool) -> tuple[Keys, str]:
    if path.exists() or not is_new_allowed or migrate.revision(database) is not None:
        _demand(path, database)
        return key_file.read(path), ""
    keys = key_file.make(path)
    return keys, key_file.sheet(keys, path)


def _demand(path: Path, database: Database) -> None:
    """A key file that is gone while there is data must be put back, never made anew."""
    if not path.exists() and migrate.revision(database) is not None and database.read_now(is_claimed):
        raise KeyFault(
            f"The key file {path} is missing, and without it nothing in the database can be read. "
            "Put it back from its copy, or type the recovery sheet into it."
        )
