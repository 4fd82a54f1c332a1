"""Files of questions, words and help numbers that are written in the browser: drafts, and what is published."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from sqlalchemy import Connection, select

from storage.db.typed_rows import row_as, rows_as
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


def _file(row: SettingFileRow) -> SettingFile:
    state = cast("FileState", row.state)  # a CHECK of the table holds it to these
    return SettingFile(row.path, state, row.text, row.changed_at, row.changed_by)
