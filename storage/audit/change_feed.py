"""What has changed since a moment in what people said or in what of it may be seen: for what is kept in memory.

Everything that changes it adds a row with a number: an answer, a comment, a consent, or a line of the audit; erasing
adds a line to its ledger.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Column, Connection, ScalarSelect, Table, bindparam, func, select

from storage.db.compiled_statements import PreparedStatement
from storage.tables import answers, audits, comments, consents, conversations, erasure_ledger

_OVERLAP = 500
"""On PostgreSQL numbers may be committed out of order: as many are looked at again."""
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""Before anything that was ever written down."""
_LEDGER_OVERLAP = timedelta(minutes=10)
"""The ledger goes by times, not numbers: clocks may be put right, and a long transaction writes late."""
_TARGET = "conversation "
_SAID = (answers, comments, consents)


@dataclass(frozen=True)
class FeedPosition:
    """How far one has read: the last number of each table, and the last moment of the ledger."""

    said: tuple[int, ...]
    audit: int
    erased_at: datetime | None


@dataclass(frozen=True)
class ChangedConversations:
    """Conversations that may have changed: those in which something was said, seen to by staff, or erased."""

    said: frozenset[str]
    seen_to: frozenset[str]
    erased: frozenset[str]


def marks(tx: Connection) -> FeedPosition:
    """Return how far it goes now."""
    *said, audit, erased_at = _last.first(tx, {})
    return FeedPosition(tuple(last or 0 for last in said), audit or 0, erased_at)


def since(tx: Connection, before: FeedPosition) -> ChangedConversations:
    """Return what may have changed since then; on PostgreSQL some that have not."""
    overlap = 0 if tx.dialect.name == "sqlite" else _OVERLAP
    said = [
        row[0]
        for query, last in zip(_said_after, before.said, strict=True)
        for row in query.rows(tx, {"last": last - overlap})
    ]
    targets = [row[0] for row in _targets_after.rows(tx, {"last": before.audit})]
    seen_to = [target.removeprefix(_TARGET) for target in targets if target.startswith(_TARGET)]
    erased_at = (before.erased_at or _BEGINNING) - _LEDGER_OVERLAP
    erased = [row[0] for row in _erased_after.rows(tx, {"last": erased_at})]
    return ChangedConversations(frozenset(said), frozenset(seen_to), frozenset(erased))


def turns(tx: Connection, *, ids: Collection[str]) -> dict[str, int]:
    """Return how many steps of some conversations were saved."""
    found = select(conversations.c.id, conversations.c.turn).where(conversations.c.id.in_(ids))
    return {row.id: row.turn for row in tx.execute(found)}


def _latest(column: Column[object]) -> ScalarSelect[object]:
    return select(func.max(column)).scalar_subquery()


def _after(table: Table, column: Column[object]) -> PreparedStatement:
    return PreparedStatement(select(column).where(table.c.id > bindparam("last")))


_MARKED = (*(table.c.id for table in _SAID), audits.c.id, erasure_ledger.c.at)
_last = PreparedStatement(select(*(_latest(column).label(column.table.name) for column in _MARKED)))
_said_after = tuple(_after(table, table.c.conversation_id) for table in _SAID)
_targets_after = _after(audits, audits.c.target)
_gone = select(erasure_ledger.c.person_id).where(erasure_ledger.c.at > bindparam("last"))
_erased_after = PreparedStatement(select(conversations.c.id).where(conversations.c.person_id.in_(_gone)))
