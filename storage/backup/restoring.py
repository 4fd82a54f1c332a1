"""A restore: an empty database filled from a backup, in one transaction with every erasure since.

It replays the erasures of the ledger beside the key file and of the backup itself, so what is restored never holds an
erased person, and writes to nobody who said since that they want no letters (`storage.people.suppression_log`); if those
files are lost together with the machine, what is later than the newest backup is lost with them.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection

from storage.backup import sealed_file
from storage.backup.saving import keys_in
from storage.crypto.key_file import Keys
from storage.crypto.vault import Vault
from storage.db import dump, migrations_runner
from storage.db.engine import Database
from storage.db.errors import StorageError
from storage.messages import held_back
from storage.people import erasure, erasure_log, suppression_log


class BackupSource(NamedTuple):
    """A file of a backup, the file of the keys of people that goes with it (None: in the same file), and the keys."""

    data: Path
    people: Path | None
    keys: Keys


@dataclass(frozen=True)
class RestoreResult:
    """How many rows came back, how many people were erased again at once, and how many messages are held back."""

    rows: int
    erased: int
    held_back: int


def source_of(file: Path, keys: Keys) -> BackupSource:
    """Return a backup with the newest file of keys that lies beside it, where its own hold none.

    Raises StorageError for a file that is not whole, that is a file of keys, or whose keys are older or missing, and
    KeyFault for another key file.
    """
    sealed_file.check(file, keys)
    made_at = _made_at(file, keys)
    if file.name.startswith("keys-"):
        raise StorageError("This file holds keys alone. Name the file beside it that begins with sayso-.")
    if not made_at:
        return BackupSource(file, None, keys)
    beside = next(iter(keys_in(file.parent)), None)
    if beside is None:
        raise StorageError("The keys of people are missing. Put the newest file keys-*.backup beside this backup.")
    sealed_file.check(beside, keys)
    if _made_at(beside, keys) < made_at:
        raise StorageError(f"{beside.name} is older than this backup. Put the newest file keys-*.backup beside it.")
    return BackupSource(file, beside, keys)


def restore(
    source: BackupSource,
    *,
    database: Database,
    ledger_file: Path,
    now: datetime,
    put_beside: Callable[[Mapping[str, bytes]], object] = dict,
) -> RestoreResult:
    """Fill an empty, open database from a backup, and bring it up to date.

    All of it is one transaction, with whoever was erased since: cut off at any point, the database is as empty as
    before, and nobody of the ledger is ever in it. What waited to be sent is held back (`storage.messages.held_back`).
    `put_beside` is given the files from beside the database before the transaction ends; it may be given them twice.

    Raises StorageError for a database that is not empty; then no row was stored.
    """
    if migrations_runner.revision(database) is not None:
        raise StorageError("This database is not empty. Restore into an empty one.")

    def fill(tx: Connection) -> RestoreResult:
        rows = _fill(tx, source, put_beside)
        again = _erase_again(tx, Vault(source.keys), ledger_file, now)
        return RestoreResult(rows, again, held_back.hold(tx, now=now))

    done = database.write_now(fill)
    database.checkpoint()
    return done


def _fill(tx: Connection, source: BackupSource, put_beside: Callable[[Mapping[str, bytes]], object]) -> int:
    with closing(sealed_file.read(source.data, source.keys)) as lines:
        migrations_runner.move(tx, to=dump.head_of(next(lines)).revision or "head")
        rows = dump.load(tx, lines)
        put_beside(dump.files_of(lines))
    # The keys may be of a newer sayso than the data: their tables are those of now.
    migrations_runner.move(tx)
    if source.people is None:
        return rows
    with closing(sealed_file.read(source.people, source.keys)) as lines:
        next(lines)
        return rows + dump.load(tx, lines, is_over=True)


def _erase_again(tx: Connection, vault: Vault, ledger_file: Path, now: datetime) -> int:
    """Erase whoever a ledger names, hold to the wishes about letters, and note there what only the backup knows."""
    vault.check(tx)
    ledgers = dict.fromkeys((*erasure_log.read(ledger_file), *erasure.erased_people(tx)))
    erased = erasure.replay(tx, vault, person_ids=ledgers, now=now)
    wishes = suppression_log.beside(ledger_file)
    suppression_log.replay(tx, suppression_log.read(wishes), now=now)
    erasure_log.keep(ledger_file, erasure.erased_people(tx))
    suppression_log.keep(wishes, suppression_log.wishes(tx))
    return erased


def _made_at(file: Path, keys: Keys) -> str:
    """Return when a backup in two files was made, in ISO 8601 (UTC); nothing for one in a single file."""
    with closing(sealed_file.read(file, keys)) as lines:
        return dump.head_of(next(lines)).made_at
