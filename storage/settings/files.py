"""Files of questions, words and help numbers that are written in the browser: drafts, and what is published."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from sqlalchemy import Connection, delete, select

from storage.db.dialect import insert_into
from storage.db.typed_rows import row_as, rows_as
from storage.settings.values import SettingChange
from storage.tables import setting_files
from storage.tables.settings import SettingFileRow

FileState = Literal["draft", "published"]


@dataclass(frozen=True)
class SettingFile:
    """A file as it was last written. `path` is its place, such as flows/people.toml."""

    path: str
    state: FileState
    text: str
    changed_at: datetime
    changed_by: str


def all_of(tx: Connection, *, state: FileState) -> tuple[SettingFile, ...]:
    """Return every draft, or everything that is published, by its place."""
    wanted = select(setting_files).where(setting_files.c.state == state).order_by(setting_files.c.path)
    return tuple(map(_file, rows_as(SettingFileRow, tx.execute(wanted))))


def one(tx: Connection, *, path: str, state: FileState) -> SettingFile | None:
    """Return a file, or None where there is none."""
    wanted = select(setting_files).where(setting_files.c.path == path, setting_files.c.state == state)
    row = row_as(SettingFileRow, tx.execute(wanted).first())
    return _file(row) if row else None


def put(tx: Connection, *, path: str, state: FileState, text: str, change: SettingChange) -> None:
    """Write a file in the place of an older one."""
    values = {"text": text, "changed_at": change.at, "changed_by": change.by}
    row = insert_into(tx, setting_files).values(path=path, state=state, **values)
    tx.execute(row.on_conflict_do_update(index_elements=["path", "state"], set_=values))


def drop(tx: Connection, *, path: str, state: FileState) -> bool:
    """Remove a file. Returns whether there was one."""
    gone = delete(setting_files).where(setting_files.c.path == path, setting_files.c.state == state)
    return bool(tx.execute(gone).rowcount)


def _file(row: SettingFileRow) -> SettingFile:
    state = cast("FileState", row.state)  # a CHECK of the table holds it to these
    return SettingFile(row.path, state, row.text, row.changed_at, row.changed_by)
