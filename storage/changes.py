"""What has changed since a moment in what people said or in what of it may be seen: for what is kept in memory.

Everything that changes it adds a row with a number: an answer, a comment, a consent, or a line of the audit; erasing
adds a line to its ledger.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Table, func, select

from storage.tables import answers, audits, comments, consents, conversations, erasure_ledger

_OVERLAP = 500
"""On PostgreSQL numbers may be committed out of order: as many are looked at again."""
_LEDGER_OVERLAP = timedelta(minutes=10)
_TARGET = "conversation "
_SAID = (answers, comments, consents)


@dataclass(frozen=True)
class Marks:
    """How far one has read: the last number of each table, and the last moment of the ledger."""

    said: tuple[int, ...]
    audit: int
    erased_at: datetime | None


@dataclass(frozen=True)
class Changed:
    """Conversations that may have changed: those in which something was said, seen to by staff, or erased."""

    said: frozenset[str]
    seen_to: frozenset[str]
    erased: frozenset[str]


def marks(tx: Connection) -> Marks:
    """Return how far it goes now."""
    erased_at = tx.execute(select(func.max(erasure_ledger.c.at))).scalar_one()
    return Marks(tuple(_last(tx, table) for table in _SAID), _last(tx, audits), erased_at)


def since(tx: Connection, before: Marks) -> Changed:
    """Return what may have changed since then; on PostgreSQL some that have not."""
    overlap = 0 if tx.dialect.name == "sqlite" else _OVERLAP
    said: set[str] = set()
    for table, last in zip(_SAID, before.said, strict=True):
        said.update(tx.execute(select(table.c.conversation_id).where(table.c.id > last - overlap)).scalars())
    targets = tx.execute(select(audits.c.target).where(audits.c.id > before.audit)).scalars()
    seen_to = {target.removeprefix(_TARGET) for target in targets if target.startswith(_TARGET)}
    return Changed(frozenset(said), frozenset(seen_to), frozenset(_erased(tx, before.erased_at)))


def turns(tx: Connection, *, ids: Collection[str]) -> dict[str, int]:
    """Return how many steps of some conversations were saved."""
    found = select(conversations.c.id, conversations.c.turn).where(conversations.c.id.in_(ids))
    return {row.id: row.turn for row in tx.execute(found)}


def _last(tx: Connection, table: Table) -> int:
    return tx.execute(select(func.max(table.c.id))).scalar_one() or 0


def _erased(tx: Connection, after: datetime | None) -> Any:
    who = select(erasure_ledger.c.person_id)
    if after is not None:
        who = who.where(erasure_ledger.c.at > after - _LEDGER_OVERLAP)
    return tx.execute(select(conversations.c.id).where(conversations.c.person_id.in_(who))).scalars()
