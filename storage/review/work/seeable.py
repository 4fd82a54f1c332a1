"""Which conversations can be seen by those who see checked words alone: work goes to nobody who cannot see it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Select, Table, bindparam, exists, select

from storage.tables import answers, comments, text_checks

_TOGETHER = 500
"""Names in one query. A guess: either database takes thousands."""


def seen_by_all(tx: Connection, *, conversation_ids: Sequence[str]) -> frozenset[str]:
    """Return those of some conversations of which every text was checked, and may be seen by the whole team."""
    found: set[str] = set()
    for start in range(0, len(conversation_ids), _TOGETHER):
        some = {"conversations": list(conversation_ids[start : start + _TOGETHER])}
        said, hidden = (_ids(tx, queries, some) for queries in (_SAID, _HIDDEN))
        found |= said - hidden
    return frozenset(found)


def _ids(tx: Connection, queries: Iterable[Select[tuple[str]]], some: dict[str, list[str]]) -> set[str]:
    return {str(one) for query in queries for one in tx.execute(query, some).scalars()}


def _said(table: Table) -> Select[tuple[str]]:
    """Return the query for conversations with words in this table."""
    is_read = table.c.has_own_words if table is answers else ~table.c.is_held
    these = table.c.conversation_id.in_(bindparam("conversations", expanding=True))
    return select(table.c.conversation_id).where(these, table.c.is_current, table.c.words.is_not(None), is_read)


def _hidden(table: Table) -> Select[tuple[str]]:
    """Return the query for those with words that nobody has checked, or that were kept back."""
    name = "answer_id" if table is answers else "comment_id"
    return _said(table).where(~exists().where(text_checks.c[name] == table.c.id, text_checks.c.state == "checked"))


_SAID = tuple(map(_said, (answers, comments)))
_HIDDEN = tuple(map(_hidden, (answers, comments)))
