"""A restore for practice: a backup is put back into a throwaway database, looked at, and thrown away again.

A backup that nobody has ever restored is only a hope (NCSC, Small Business Guide: test that backups can be restored).
"""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from feedback.errors import SaysoError
from storage.audit import audit_log
from storage.backup import restoring
from storage.backup.restoring import BackupSource
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.messages import inbox
from storage.people import erasure, erasure_log, suppression_log

_PREFIX = ".sayso-drill-"


class DrillFailed(SaysoError):
    """A backup came back, but not whole."""


class DrillResult(NamedTuple):
    """What came back: how many rows, and how many people were erased again."""

    rows: int
    erased: int


def drill(source: BackupSource, *, ledger_file: Path, now: datetime) -> DrillResult:
    """Restore a backup into a folder beside it and look whether it is whole; nothing of it stays.

    Raises DrillFailed, and StorageError or OSError where it does not come back at all.
    """
    room = source.data.parent
    for left in room.glob(f"{_PREFIX}*"):  # by one that was killed
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=room) as folder:
        ledger = _copied(ledger_file, Path(folder))
        database = Database(f"sqlite:///{Path(folder) / 'drill.db'}")
        database.open()
        try:
            done = restoring.restore(source, database=database, ledger_file=ledger, now=now)
            _look(database, Vault(source.keys), erasure_log.read(ledger))
        finally:
            database.close()
    return DrillResult(done.rows, done.erased)


def _copied(ledger_file: Path, folder: Path) -> Path:
    """Copy the lists beside the key file: the practice must not write into them."""
    copy = folder / "drill.erased"
    for here, there in ((ledger_file, copy), (suppression_log.beside(ledger_file), suppression_log.beside(copy))):
        if here.exists():
            shutil.copyfile(here, there)
    return copy


def _look(database: Database, vault: Vault, ledger: tuple[str, ...]) -> None:
    faults = {
        "not every message has an end": not database.read_now(inbox.conservation).is_balanced,
        "the audit was altered": not database.read_now(lambda tx: audit_log.verify(tx, vault)).is_whole,
        "somebody erased can be read": bool(database.read_now(lambda tx: erasure.readable(tx, person_ids=ledger))),
    }
    found = [what for what, is_so in faults.items() if is_so]
    if found:
        raise DrillFailed(f"The backup came back, but: {'; '.join(found)}.")
