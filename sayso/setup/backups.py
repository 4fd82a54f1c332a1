"""Backups that sayso makes by itself, into a folder beside its data, and the ones that staff ask for on a page."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from config.settings import Settings
from feedback.errors import SaysoError
from review.http.setup_port import BackupFile
from sayso.core import log
from sayso.core.clock import now
from sayso.core.store import Store
from storage import backup
from storage.messages import downtime
from storage.settings import values

EVERY = "backup_every"
"""The setting that says how many days lie between two backups; none where staff make them by hand."""
_KEPT = timedelta(days=30)
"""Erased people can be read in older ones with the sheet of that time: docs/privacy.md promises these days."""
_ROUND_SECONDS = 600.0
"""A guess: often enough for a machine that is on for an hour a day."""
_NAME = "sayso-%Y%m%d-%H%M%S.backup"


def back_up(settings: Settings, store: Store, at: datetime) -> str:
    """Write a backup into the folder of backups, and return its name. Raises StorageError, or OSError as the disk does."""
    folder = _folder(settings)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / at.astimezone(UTC).strftime(_NAME)
    published = {one.name: one.read_bytes() for one in sorted((settings.data / "published").glob("*.json"))}
    backup.backup(store.database, store.keys, file, beside=published)
    store.database.write_now(lambda tx: downtime.beat(tx, channel="backup", now=at, longest=timedelta.max))
    return file.name


def backups(settings: Settings) -> tuple[BackupFile, ...]:
    """Return the backups of the folder, the newest first."""
    found = sorted(_folder(settings).glob("sayso-*.backup"), reverse=True)
    return tuple(BackupFile(one.name, _made_at(one), one.stat().st_size) for one in found)


def read_backup(settings: Settings, name: str) -> bytes:
    """Return a backup of the folder; nothing for any other name."""
    known = {one.name for one in backups(settings)}
    return (_folder(settings) / name).read_bytes() if name in known else b""


async def keep_backing_up(settings: Settings, store: Store) -> None:
    """Make a backup whenever one is due, and delete those that are too old, until cancelled."""
    while True:
        try:
            await asyncio.to_thread(round_of_backups, settings, store, now())
        except (SaysoError, OSError) as fault:
            log.warn("backup not made", **log.place_of(fault))
        await asyncio.sleep(_ROUND_SECONDS)


def round_of_backups(settings: Settings, store: Store, at: datetime) -> str:
    """Make a backup if one is due; return its name, or nothing. The newest one is never deleted."""
    every = store.database.read_now(lambda tx: values.one(tx, store.vault, EVERY))
    if not every.isdecimal() or not int(every):
        return ""
    newest = next((one.made_at for one in backups(settings)), None)
    if newest is not None and at - newest < timedelta(days=int(every)):
        return ""
    made = back_up(settings, store, at)
    for old in backups(settings)[1:]:
        if at - old.made_at > _KEPT:
            (_folder(settings) / old.name).unlink(missing_ok=True)
    return made


def _folder(settings: Settings) -> Path:
    return settings.data / "backups"


def _made_at(file: Path) -> datetime:
    """Return when a backup was made, by its name: the file itself may have been copied since."""
    try:
        return datetime.strptime(file.name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
