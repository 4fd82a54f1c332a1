"""Backups that sayso makes by itself, into a folder beside its data, and the ones that staff ask for on a page."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from config.settings import Settings
from feedback.errors import SaysoError
from review.http.setup_port import BackupFile
from sayso.core.clock import now
from sayso.core.ports import JobFault, RetryPauses
from sayso.core.store import Store
from sayso.setup.restore_drill import drill
from storage.backup import restoring, saving
from storage.messages import downtime
from storage.people import erasure_log
from storage.settings import values

EVERY = "backup_every"
"""The setting that says how many days lie between two backups; none where staff make them by hand."""
_KEPT = timedelta(days=30)
"""A guess: time enough to notice a fault, and single answers that were taken back do not lie about for ever."""
DRILL = "restore drill"
"""What the time of the last restore for practice is kept under."""
_DRILL_EVERY = timedelta(days=7)
"""A guess: a backup that has gone bad is known within a week, and practising costs as long as a restore takes."""
_PAUSES = RetryPauses(600.0, 3600.0)
"""A guess: a full disk is not emptied in minutes, and a backup within the hour is soon enough."""
_ROUND_SECONDS = 600.0
"""A guess: often enough for a machine that is on for an hour a day."""
_NAME = "%Y%m%d-%H%M%S.backup"


def back_up(settings: Settings, store: Store, at: datetime) -> str:
    """Write a backup into the folder of backups, and return its name. Raises StorageError, or OSError as the disk does."""
    folder = _folder(settings)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    published = {one.name: one.read_bytes() for one in sorted((settings.data / "published").glob("*.json"))}
    file = saving.save_apart(store.database, store.keys, folder, now=at, beside=published)
    store.database.write_now(lambda tx: downtime.beat(tx, channel="backup", now=at, longest=timedelta.max))
    return file.name


def backups(settings: Settings) -> tuple[BackupFile, ...]:
    """Return the backups of the folder, the newest first, and the newest file of keys that opens them."""
    folder = _folder(settings)
    found = (*saving.backups_in(folder), *saving.keys_in(folder)[:1])
    return tuple(BackupFile(one.name, _made_at(one), one.stat().st_size, one.name.startswith("keys-")) for one in found)


def newest_backup_at(settings: Settings) -> datetime | None:
    """Return when the newest backup of the folder was made, if there is one."""
    return max((one.made_at for one in backups(settings) if not one.is_keys), default=None)


def read_backup(settings: Settings, name: str) -> bytes:
    """Return a backup of the folder; nothing for any other name."""
    known = {one.name for one in backups(settings)}
    return (_folder(settings) / name).read_bytes() if name in known else b""


async def keep_backing_up(settings: Settings, store: Store) -> None:
    """Make a backup whenever one is due, practise a restore of it each week, and delete those that are too old.

    Until cancelled. Raises JobFault where one could not be made, or did not come back whole.
    """
    while True:
        try:
            await asyncio.to_thread(round_of_backups, settings, store, now())
        except (SaysoError, OSError) as fault:
            why = f"{fault.strerror}." if isinstance(fault, OSError) else fault
            raise JobFault(f"The last backup is not well: {why} Look at {_folder(settings)}.", _PAUSES) from fault
        await asyncio.sleep(_ROUND_SECONDS)


def round_of_backups(settings: Settings, store: Store, at: datetime) -> str:
    """Make a backup if one is due; return its name, or nothing. The newest one is never deleted.

    A restore is practised each round until one has come back whole, so that what is bad stays in sight.
    """
    every = store.database.read_now(lambda tx: values.one(tx, store.vault, EVERY))
    if not every.isdecimal() or not int(every):
        return ""
    made = _made_if_due(settings, store, timedelta(days=int(every)), at)
    practise(settings, store, at)
    return made


def _made_if_due(settings: Settings, store: Store, every: timedelta, at: datetime) -> str:
    newest = next(map(_made_at, saving.backups_in(_folder(settings))), None)
    if newest is not None and at - newest < every:
        return ""
    made = back_up(settings, store, at)
    for old in saving.backups_in(_folder(settings))[1:]:
        if at - _made_at(old) > _KEPT:
            old.unlink(missing_ok=True)
    return made


def practise(settings: Settings, store: Store, at: datetime) -> None:
    """Restore the newest backup for practice, where none was for a week, and note that it came back. Raises as `drill` does."""
    last = store.database.read_now(lambda tx: downtime.alive_at(tx, channel=DRILL))
    if last is None or at - last >= _DRILL_EVERY:
        source = restoring.source_of(saving.backups_in(_folder(settings))[0], store.keys)
        drill(source, ledger_file=erasure_log.beside(settings.key_file), now=at)
        store.database.write_now(lambda tx: downtime.beat(tx, channel=DRILL, now=at, longest=timedelta.max))


def _folder(settings: Settings) -> Path:
    return settings.data / "backups"


def _made_at(file: Path) -> datetime:
    """Return when a file was made, by its name: the file itself may have been copied since."""
    try:
        return datetime.strptime(file.name.partition("-")[2], _NAME).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
