"""Which texts are ready to be worked on: to check, to code, or to settle where coders differ.

A queue goes on from a place, so that what was done long ago is not looked through again with each text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, exists, func, select

from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import at_most
from storage.review.case_list import NEVER_READ
from storage.review.triage import agreed
from storage.review.work.settling import is_settled
from storage.tables import answers, audits, codings, comments, conversations, text_checks

Queue = Literal["check", "code", "differ"]

COUNTED_MOST = 100
"""Further than this nobody counts: a page says 'over 100 left'."""
OPEN_FOR = timedelta(minutes=10)
"""A guess at how long somebody reads one text. Meanwhile it is not given to anybody else."""
_LOOKED_AT = 400
"""Lines of the audit: what a busy team does in those minutes. More would only cost time."""


@dataclass(frozen=True)
class QueuePlace:
    """How far a queue was gone through: the last answer and the last comment that were passed; 0 for its beginning."""

    answer: int = 0
    comment: int = 0

    def past(self, ref: str) -> "QueuePlace":
        """Return the place behind a text."""
        number = int(ref[1:])
        return QueuePlace(number, self.comment) if ref[0] == "a" else QueuePlace(self.answer, number)


@dataclass(frozen=True)
class ReadyText:
    """A text that waits for somebody, by its name."""

    ref: str
    conversation_id: str
    at: datetime


class _Ready(NamedTuple):
    id: int
    conversation_id: str
    at: datetime


def ready(
    tx: Connection, *, queue: Queue, after: QueuePlace = QueuePlace(), is_newest_first: bool = False
) -> tuple[ReadyText, ...]:
    """Return the texts of a queue behind a place, one more than `COUNTED_MOST` at most, the oldest (or newest) first."""
    found = [
        *_of(tx, answers, queue, after.answer, is_newest_first),
        *_of(tx, comments, queue, after.comment, is_newest_first),
    ]
    found.sort(key=lambda text: (text.at, text.ref), reverse=is_newest_first)
    return tuple(found[: COUNTED_MOST + 1])


def open_elsewhere(tx: Connection, *, by: str, now: datetime) -> frozenset[str]:
    """Return the conversations that somebody else has opened a moment ago; `by` is the name of whoever asks."""
    rows = _looks.rows(tx, {})
    return frozenset(
        row.target.removeprefix("conversation ")
        for row in rows
        if row.what == "read" and row.by != by and now - row.at < OPEN_FOR
    )


def _of(tx: Connection, table: Table, queue: Queue, after: int, is_newest_first: bool) -> Iterator[ReadyText]:  # noqa: FBT001 - one of two orders
    letter = "a" if table is answers else "c"
    rows = _READY[table, queue, is_newest_first].rows(tx, {"after": after or (_LAST if is_newest_first else 0)})
    return (ReadyText(f"{letter}{row.id}", row.conversation_id, row.at) for row in rows)


def _stands(table: Table) -> tuple[ColumnElement[bool], ...]:
    """Return what holds for a text that may be read: its words stand, and the person has agreed."""
    is_read = table.c.has_own_words if table is answers else ~table.c.is_held
    return (
        table.c.is_current,
        table.c.words.is_not(None),
        is_read,
        conversations.c.state.is_not(None),
        *(conversations.c.stage != stage for stage in NEVER_READ),
        agreed(),
    )


def _columns(table: Table) -> Select[*tuple[object, ...]]:
    return select(table.c.id, table.c.conversation_id, table.c.at).join(
        conversations, conversations.c.id == table.c.conversation_id
    )


def _waiting(table: Table, queue: Queue) -> tuple[Select[*tuple[object, ...]], ColumnElement[int]]:
    """Return the query for what waits in a queue, and the number that it goes by.

    What waits to be coded is looked for among what was checked: few texts are, where a team begins.
    """
    name = "answer_id" if table is answers else "comment_id"
    if queue == "check":
        return _columns(table).where(~exists().where(text_checks.c[name] == table.c.id)), table.c.id
    if queue == "differ":
        differing = _differing(name).subquery()
        named: ColumnElement[int] = differing.c[name]
        joined = differing.join(table, table.c.id == named).join(
            conversations, conversations.c.id == table.c.conversation_id
        )
        return select(table.c.id, table.c.conversation_id, table.c.at).select_from(joined), named
    key: ColumnElement[int] = text_checks.c[name]
    checked = (
        select(table.c.id, table.c.conversation_id, table.c.at)
        .select_from(text_checks)
        .join(table, table.c.id == key)
        .join(conversations, conversations.c.id == table.c.conversation_id)
        .where(text_checks.c.state == "checked", ~exists().where(codings.c[name] == key))
    )
    return checked, key


def _differing(name: str) -> Select[int]:
    """Return the query for texts that coders put under different themes, and on which nobody has settled since.

    All coders of a text gave the same themes exactly where each of them gave each theme of it: then there are as many
    pairs of coder and theme as coders times themes.
    """
    coders, given = func.count(codings.c.coded_by.distinct()), func.count(codings.c.theme_id.distinct())
    pairs = func.count((codings.c.coded_by + codings.c.theme_id).distinct())
    by_text = select(codings.c[name]).where(codings.c[name].is_not(None), ~is_settled()).group_by(codings.c[name])
    return by_text.having(coders > 1, pairs != coders * given)


def _ready(table: Table, queue: Queue, is_newest_first: bool) -> PreparedStatement:  # noqa: FBT001 - one of two orders
    query, key = _waiting(table, queue)
    behind = key < bindparam("after") if is_newest_first else key > bindparam("after")
    order = key.desc() if is_newest_first else key
    return PreparedStatement(query.where(behind, *_stands(table)).order_by(order).limit(at_most(COUNTED_MOST + 1)))


_LAST = (1 << 31) - 1
"""Behind every number there can be: PostgreSQL counts rows in 32 bits."""
_QUEUES: tuple[Queue, ...] = ("check", "code", "differ")
_READY: Mapping[tuple[Table, Queue, bool], PreparedStatement] = {
    (table, queue, is_newest): _ready(table, queue, is_newest)
    for table in (answers, comments)
    for queue in _QUEUES
    for is_newest in (False, True)
}
_looks = PreparedStatement(
    select(audits.c.by, audits.c.what, audits.c.target, audits.c.at)
    .order_by(audits.c.id.desc())
    .limit(at_most(_LOOKED_AT))
)
