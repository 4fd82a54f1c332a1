"""What staff do, as changes of rows with their inverse: anything can be undone that nobody has built upon.

act = Act(tx, vault, by=member, what="coded a text", now=now, conversation_id="...")
act.insert(codings, {...})
act.store()
"""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    LargeBinary,
    Table,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from feedback.errors import SaysoError
from storage.crypto.vault import TRANSIT, Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import at_most
from storage.db.dump import plain
from storage.db.ids import new_id
from storage.tables import METADATA, conversations, staff, staff_acts

_CHANGES = "staff_act.changes"
SETTINGS = "settings: "
"""What changes of settings begin with. They are taken back on a page of their own (`storage.audit.setting_changes`)."""
_MOST_SHOWN = 20
"""A guess: what is undone was done a moment ago."""

Row = dict[str, Any]  # a row of any table: only its column tells what a value is


class CannotUndo(SaysoError):
    """What was done cannot be undone: it was undone already, or somebody has changed it since."""


@dataclass(frozen=True)
class PastAct:
    """One act, as staff see it."""

    id: str
    by: str
    at: datetime
    what: str
    conversation_id: str | None
    is_undone: bool


class Act:
    """One thing that a member of staff does: rows are changed through it, and `store` keeps the way back."""

    def __init__(
        self, tx: Connection, vault: Vault, *, by: str, what: str, now: datetime, conversation_id: str | None = None
    ) -> None:
        self._tx = tx
        self._vault = vault
        self._row: Row = {"id": new_id(), "by": by, "what": what, "at": now, "conversation_id": conversation_id}
        self._changes: list[list[object]] = []

    @property
    def by(self) -> str:
        """Return the id of whoever does it."""
        return str(self._row["by"])

    def insert(self, table: Table, row: Row) -> None:
        """Add a row."""
        _insert(table).change(self._tx, row)
        self._note(table, None, _found(self._tx, table, _key(table, row)))

    def insert_whole(self, table: Table, rows: Sequence[Row]) -> None:
        """Add rows at once that name every column, so that none has to be read back."""
        self._tx.execute(insert(table), rows)
        for row in rows:
            self._note(table, None, row)

    def change(self, table: Table, key: Row, values: Row) -> bool:
        """Change the row with this primary key. Returns False if there is none."""
        before = _found(self._tx, table, key)
        if before is None:
            return False
        _update(table).change(self._tx, values | _marked(key))
        self._note(table, before, _found(self._tx, table, key))
        return True

    def remove(self, table: Table, key: Row) -> bool:
        """Take a row away. Returns False if there is none."""
        before = _found(self._tx, table, key)
        if before is None:
            return False
        self._tx.execute(delete(table).where(*_is(table, key)))
        self._note(table, before, None)
        return True

    def store(self) -> str:
        """Keep the way back, and return the id of the act; empty where nothing was changed."""
        if not self._changes:
            return ""
        owner = _owner(self._tx, self._row["conversation_id"])
        text = json.dumps(self._changes, ensure_ascii=False, separators=(",", ":"))
        sealed = self._vault.seal(self._tx, owner, _CHANGES, text, self._row["id"])
        _insert(staff_acts).change(self._tx, self._row | {"changes": sealed})
        return str(self._row["id"])

    def _note(self, table: Table, before: Row | None, after: Row | None) -> None:
        if before != after:
            self._changes.append([table.name, _plain_row(before), _plain_row(after)])


def undo(tx: Connection, vault: Vault, *, act_id: str, by: str, now: datetime) -> PastAct:
    """Put everything back as it was before an act. Raises CannotUndo, having changed nothing that stays."""
    row = tx.execute(select(staff_acts).where(staff_acts.c.id == act_id)).first()
    if row is None or row.undone_at is not None or row.changes is None:
        raise CannotUndo("This was undone already, or it can no longer be undone.")
    owner = _owner(tx, row.conversation_id)
    changes = json.loads(vault.open(tx, owner, _CHANGES, row.changes, act_id))
    for name, before, after in reversed(changes):
        _put_back(tx, METADATA.tables[name], _row_back(name, before), _row_back(name, after))
    tx.execute(update(staff_acts).where(staff_acts.c.id == act_id).values(undone_by=by, undone_at=now))
    return PastAct(act_id, row.by, row.at, row.what, row.conversation_id, is_undone=True)


def latest(tx: Connection, *, by: str | None = None, conversation_id: str | None = None) -> tuple[PastAct, ...]:
    """Return the latest acts of somebody, or on a conversation, with the names of who did them."""
    wanted = {"by": by, "conversation_id": conversation_id}
    given = {name: value for name, value in wanted.items() if value is not None}
    return tuple(
        PastAct(
            row.id, row.name, row.at, row.what, row.conversation_id, row.undone_at is not None or row.changes is None
        )
        for row in _latest(*given).rows(tx, given)
    )


def owner_of(tx: Connection, *, act_id: str) -> str | None:
    """Return the id of whoever did this; None for a change of settings, which only administrators take back."""
    wanted = (staff_acts.c.id == act_id, staff_acts.c.what.not_like(f"{SETTINGS}%"))
    return tx.execute(select(staff_acts.c.by).where(*wanted)).scalar_one_or_none()


@cache
def _latest(*names: str) -> PreparedStatement:
    """Return the query by these columns."""
    query = select(staff_acts, staff.c.name).join(staff, staff.c.id == staff_acts.c.by)
    named = query.where(*(staff_acts.c[name] == bindparam(name) for name in names))
    return PreparedStatement(named.order_by(staff_acts.c.at.desc(), staff_acts.c.id).limit(at_most(_MOST_SHOWN)))


def _put_back(tx: Connection, table: Table, before: Row | None, after: Row | None) -> None:
    key = _key(table, before or after or {})
    if _found(tx, table, key) != after:
        raise CannotUndo("Somebody has changed this since. Look at it as it is now.")
    if before is None:
        tx.execute(delete(table).where(*_is(table, key)))
    elif after is None:
        tx.execute(insert(table), before)
    else:
        tx.execute(update(table).where(*_is(table, key)).values(before))


def _owner(tx: Connection, conversation_id: str | None) -> str:
    """Return whose key seals the way back: erasing a person erases it too."""
    if conversation_id is None:
        return TRANSIT
    return str(_person.rows(tx, {"conversation": conversation_id})[0].person_id)


def _key(table: Table, row: Row) -> Row:
    return {column.name: row[column.name] for column in table.primary_key.columns}


def _is(table: Table, key: Row) -> list[ColumnElement[bool]]:
    return [table.c[name] == value for name, value in key.items()]


def _found(tx: Connection, table: Table, key: Row) -> Row | None:
    row = _with_key(table).first(tx, _marked(key))
    return row._asdict() if row else None


def _marked(key: Row) -> Row:
    """Return a primary key as the values of the marks in a statement, apart from columns that it sets."""
    return {f"key_{name}": value for name, value in key.items()}


def _marks(table: Table) -> list[ColumnElement[bool]]:
    return [column == bindparam(f"key_{column.name}") for column in table.primary_key.columns]


@cache
def _with_key(table: Table) -> PreparedStatement:
    return PreparedStatement(select(table).where(*_marks(table)))


@cache
def _insert(table: Table) -> PreparedStatement:
    return PreparedStatement(insert(table))


@cache
def _update(table: Table) -> PreparedStatement:
    return PreparedStatement(update(table).where(*_marks(table)))


def _plain_row(row: Row | None) -> Row | None:
    return {name: plain(value) for name, value in row.items()} if row else None


def _row_back(name: str, row: Row | None) -> Row | None:
    table = METADATA.tables[name]
    return {column: _back(table.c[column], value) for column, value in row.items()} if row else None


def _back(column: Column[object], value: Any) -> object:  # a value of JSON
    """Return what `storage.db.dump.plain` made of a value."""
    kind = getattr(column.type, "impl", column.type)
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value[0])
    if isinstance(kind, DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


_person = PreparedStatement(select(conversations.c.person_id).where(conversations.c.id == bindparam("conversation")))
