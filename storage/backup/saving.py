"""Backups: everything in the database at one moment, and the published reports beside it.

In one file, or in two: what was said, and the keys of people apart. What a backup can and cannot forget follows from
where these keys lie. The key file is never in it; the wrapped keys of people are, for else a lost disk would be lost
feedback.

- *In one file* (`save`), a backup made before an erasure can be read with the recovery sheet of its time until it is
  deleted: delete it after 30 days, or change the master key and destroy the old sheet.
- *In two files* (`save_apart`), the data can be read only with a file of keys, of which the three newest are kept, in a
  rotation of their own (NIST SP 800-88 calls it cryptographic erase). Three backups after an erasure no backup holds the
  key of that person any more, whatever other list is lost.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection

from storage.backup import sealed_file
from storage.crypto.key_file import Keys
from storage.db import dump
from storage.db.engine import Database
from storage.tables import erasure_ledger, suppressions, vault_keys

KEYS_OF_PEOPLE = (vault_keys.name, erasure_ledger.name, suppressions.name)
"""What the file of keys holds: the keys, and whoever was erased or wants no letters, which must be as new as they."""
KEPT_KEYS = 3
"""Files of keys that are kept: one may be cut off while it is copied away, and one may be the fault itself."""
_STAMP = "%Y%m%d-%H%M%S"


def save(database: Database, keys: Keys, file: Path, *, beside: Mapping[str, bytes] = MappingProxyType({})) -> int:
    """Write everything as it is at this moment into one file; return its size in bytes.

    `beside` is what is kept beside the database, by name: it comes back from a restore. Raises StorageError for a file
    that is no backup, and OSError as the disk does.
    """
    return database.read_now(lambda tx: sealed_file.write(file, keys, chain(dump.lines(tx), dump.file_lines(beside))))


def save_apart(
    database: Database, keys: Keys, folder: Path, *, now: datetime, beside: Mapping[str, bytes] = MappingProxyType({})
) -> Path:
    """Write what was said and the keys of people into two new files of a folder; return the first.

    Older files of keys go. Raises as `save`.
    """
    stamp = now.astimezone(UTC).strftime(_STAMP)
    data = folder / f"sayso-{stamp}.backup"

    def write(tx: Connection) -> None:
        told = {"made_at": now.astimezone(UTC).isoformat()}
        # The keys first: data that was saved without them could never be read.
        sealed_file.write(folder / f"keys-{stamp}.backup", keys, dump.lines(tx, only=KEYS_OF_PEOPLE, told=told))
        sealed_file.write(
            data, keys, chain(dump.lines(tx, without=(vault_keys.name,), told=told), dump.file_lines(beside))
        )

    database.read_now(write)
    for old in keys_in(folder)[KEPT_KEYS:]:
        old.unlink(missing_ok=True)
    return data


def keep_newest(folder: Path, count: int) -> int:
    """Delete all but the newest backups of a folder, and return how many went; the newest one always stays."""
    old = backups_in(folder)[max(1, count) :]
    for one in old:
        one.unlink(missing_ok=True)
    return len(old)


def backups_in(folder: Path) -> tuple[Path, ...]:
    """Return the backups of a folder, without the files of keys, the newest first."""
    return tuple(sorted(folder.glob("sayso-*.backup"), reverse=True))


def keys_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of keys in a folder, the newest first."""
    return tuple(sorted(folder.glob("keys-*.backup"), reverse=True))
