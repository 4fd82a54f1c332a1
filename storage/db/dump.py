"""All rows of all tables as JSON lines, and back, between databases of either kind.

The first line names the revision of the tables; then, table by table, a line `{"table": ..., "columns": [...]}` and a
line with the values of each row; after the end of the rows, a line `{"file": ..., "content": ...}` for each file that is
kept beside the database. Bytes are base64 in a list of one; times are ISO 8601 in UTC. Sealed values stay
sealed.
"""

import base64
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    LargeBinary,
    MetaData,
    Table,
    delete,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.types import TypeEngine

from storage.db.errors import StorageError
from storage.db.revisions import revision_in

_TOGETHER = 500
"""Rows held at once, so that a database of any size passes through little memory."""


def lines(
    tx: Connection,
    *,
    only: Collection[str] = (),
    without: Collection[str] = (),
    told: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[str]:
    """Yield every row of the database, as it is in this transaction; of some tables `only`, or all `without` some.

    `told` stands in the first line beside the revision (`DumpHead`).
    """
    yield _line({"sayso": 1, "revision": revision_in(tx), **told})
    for table in (one for one in _tables(tx) if (not only or one.name in only) and one.name not in without):
        yield _line({"table": table.name, "columns": [column.name for column in table.columns]})
        for row in tx.execute(select(table).execution_options(yield_per=_TOGETHER)):
            yield _line([plain(value) for value in row])
    yield _line({"end": True})


class DumpHead(NamedTuple):
    """The first line of a dump: the revision of its tables, and when it was made (ISO 8601; "" where it does not say)."""

    revision: str | None
    made_at: str


def head_of(first: str) -> DumpHead:
    """Read the first line of a dump. Raises StorageError for one that is none of ours."""
    head = json.loads(first)
    if not isinstance(head, dict) or head.get("sayso") != 1:
        raise StorageError("This is not a dump that this sayso can read.")
    return DumpHead(head["revision"], str(head.get("made_at", "")))


def load(tx: Connection, rest: Iterable[str], *, is_over: bool = False) -> int:
    """Store all rows of a dump (without its first line) in tables of the same revision; return how many.

    The tables are empty, or emptied first where `is_over`. Raises StorageError for a dump that was cut off.
    """
    tables = {table.name: table for table in _tables(tx)}
    table: Table | None = None
    columns: list[Column[object]] = []
    waiting: list[dict[str, object]] = []
    count = 0
    for line in rest:
        item = json.loads(line)
        if isinstance(item, list):
            waiting.append(
                {column.name: _back(column.type, value) for column, value in zip(columns, item, strict=True)}
            )
            count += 1
        if table is not None and waiting and (isinstance(item, dict) or len(waiting) == _TOGETHER):
            tx.execute(insert(table), waiting)
            waiting = []
        if isinstance(item, dict):
            if item.get("end"):
                _count_on(tx, tables.values())
                return count
            table = tables[item["table"]]
            if is_over:
                tx.execute(delete(table))
            columns = [table.c[name] for name in item["columns"]]
    raise StorageError("This dump was cut off before its end.")


def file_lines(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the files beside the database, by name: they follow the rows, so that a dump without any is read alike."""
    for name, content in files.items():
        yield _line({"file": name, "content": plain(content)})


def files_of(rest: Iterable[str]) -> dict[str, bytes]:
    """Return the files of a dump whose rows have been read."""
    found = (json.loads(line) for line in rest)
    return {one["file"]: base64.b64decode(one["content"][0]) for one in found}


def _tables(tx: Connection) -> list[Table]:
    """Return the tables that are there, parents first: an older database has fewer columns than our classes."""
    found = MetaData()
    found.reflect(tx)
    return [table for table in found.sorted_tables if table.name != "alembic_version"]


def _count_on(tx: Connection, tables: Iterable[Table]) -> None:
    """Let PostgreSQL's sequences go on after the ids that came in."""
    if tx.dialect.name != "postgresql":
        return
    for table in tables:
        for key in table.primary_key.columns:
            name = text("SELECT pg_get_serial_sequence(:table, :key)")
            sequence = tx.execute(name, {"table": table.name, "key": key.name}).scalar_one()
            highest = tx.execute(select(func.max(key))).scalar_one() if sequence else None
            if highest is not None:
                tx.execute(text("SELECT setval(:sequence, :highest)"), {"sequence": sequence, "highest": highest})


def _line(item: object) -> str:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n"


def plain(value: object) -> object:
    """Return a value of a column as JSON can hold it."""
    if isinstance(value, bytes | memoryview):
        return [base64.b64encode(value).decode("ascii")]
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _back(kind: TypeEngine[object], value: Any) -> object:  # a value of JSON
    if value is None:
        return None
    if isinstance(kind, LargeBinary):
        return base64.b64decode(value[0])
    if isinstance(kind, DateTime):
        moment = datetime.fromisoformat(value)
        return moment if kind.timezone else moment.replace(tzinfo=None)
    return date.fromisoformat(value) if isinstance(kind, Date) else value
