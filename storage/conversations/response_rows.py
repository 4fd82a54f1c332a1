"""What conversations gave, as the report and the export see it: pseudonyms only, and words only where asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import NamedTuple, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Table, select, tuple_

from feedback.conversation.response import Comment, Response
from feedback.conversation.serialisation import load_pieces, load_value
from feedback.flows.answer import Answer, Piece, State
from feedback.flows.model import ConsentSwitch
from storage.conversations.events import ANSWER_WORDS, COMMENT_WORDS, answer_row
from storage.crypto.vault import Vault
from storage.db.typed_rows import rows_as
from storage.organisations.register import Ties, ties
from storage.tables import answers, comments, consents, conversations, flow_versions
from storage.tables.said import AnswerRow, ConsentRow

_TOGETHER = 400
"""Conversations read at once: bounds the memory that a report takes."""


class StoredComment(NamedTuple):
    """A comment that has its words: the query leaves out those that were wiped."""

    id: int
    conversation_id: str
    words: bytes
    at: datetime
    media: str
    is_forward: bool
    revision: int


class _Talk(NamedTuple):
    """A conversation with the version of its flow."""

    id: str
    person_id: str
    flow: str
    version: int
    version_id: str
    channel: str
    language: str
    stage: str
    started_at: datetime
    heard_at: datetime
    organisation_id: str | None


Said = TypeVar("Said", AnswerRow, StoredComment, ConsentRow)


@dataclass(frozen=True)
class ResponseFilter:
    """What to read: one flow or all (None), with the words unsealed or coded values only, with old revisions or not."""

    flow: str | None = None
    words: bool = False
    history: bool = False


def responses(tx: Connection, vault: Vault, wanted: ResponseFilter) -> Iterator[Response]:
    """Yield a response for every conversation that nobody asked to erase, the oldest first, a few hundred read at a time.

    Somebody who did not consent is counted, without answers. Without `words`, answers have no pieces and there are no comments. Words said before consent never come out.
    """
    after: tuple[datetime, str] | None = None
    known = ties(tx)
    while rows := _conversations(tx, wanted.flow, after):
        yield from _read(tx, vault, wanted, (rows, known))
        after = (rows[-1].started_at, rows[-1].id)


def _conversations(tx: Connection, flow: str | None, after: tuple[datetime, str] | None) -> Sequence[_Talk]:
    query = (
        select(conversations, flow_versions.c.version)
        .join(flow_versions, flow_versions.c.id == conversations.c.version_id)
        .where(conversations.c.stage != "deleted")
    )
    if flow is not None:
        query = query.where(conversations.c.flow == flow)
    order = (conversations.c.started_at, conversations.c.id)
    if after is not None:
        query = query.where(tuple_(*order) > tuple_(*after))
    return rows_as(_Talk, tx.execute(query.order_by(*order).limit(_TOGETHER)))


def _read(
    tx: Connection, vault: Vault, wanted: ResponseFilter, found: tuple[Sequence[_Talk], Ties]
) -> Iterator[Response]:
    rows, known = found
    ids = [row.id for row in rows]
    given = _by_conversation(tx, answers, AnswerRow, ids, _kept(wanted))
    agreed = _by_conversation(tx, consents, ConsentRow, ids)
    shown = (comments.c.is_current, ~comments.c.is_held, comments.c.words.is_not(None))
    said = _by_conversation(tx, comments, StoredComment, ids, shown) if wanted.words else {}
    for row in rows:
        all_given = tuple(_answer(tx, vault, wanted, row.person_id, found) for found in given.get(row.id, ()))
        yield Response(
            conversation=row.id,
            person=row.person_id,
            flow=row.flow,
            version=row.version,
            version_id=row.version_id,
            channel=row.channel,
            language=row.language,
            stage=row.stage,
            started_at=row.started_at,
            heard_at=row.heard_at,
            answers={question: answer for question, answer, is_current in all_given if is_current},
            consents={cast("ConsentSwitch", found.switch): found.granted for found in agreed.get(row.id, ())},
            comments=tuple(_comment(tx, vault, row.person_id, found) for found in said.get(row.id, ())),
            organisation=known.widest(row.organisation_id or ""),
            history=tuple((question, answer) for question, answer, _ in all_given) if wanted.history else (),
        )


def _by_conversation(
    tx: Connection, table: Table, shape: type[Said], ids: Sequence[str], where: Sequence[ColumnElement[bool]] = ()
) -> dict[str, tuple[Said, ...]]:
    """Return the rows of some conversations, each conversation's in the order of arrival."""
    query = select(table).where(table.c.conversation_id.in_(ids), *where)
    rows = rows_as(shape, tx.execute(query.order_by(table.c.conversation_id, table.c.id)))
    return {key: tuple(found) for key, found in groupby(rows, key=lambda row: row.conversation_id)}


def _kept(wanted: ResponseFilter) -> tuple[ColumnElement[bool], ...]:
    kept = answers.c.state != "withdrawn"
    return (kept,) if wanted.history else (kept, answers.c.is_current)


def _answer(
    tx: Connection, vault: Vault, wanted: ResponseFilter, person_id: str, row: AnswerRow
) -> tuple[str, Answer, bool]:
    pieces: tuple[Piece, ...] = ()
    if wanted.words and row.words is not None:
        named = answer_row(row.conversation_id, row.question, row.revision)
        pieces = load_pieces(vault.open(tx, person_id, ANSWER_WORDS, row.words, named))
    value = None if row.value is None else load_value(row.value)
    return row.question, Answer(cast("State", row.state), row.at, value, pieces, row.revision), row.is_current


def _comment(tx: Connection, vault: Vault, person_id: str, row: StoredComment) -> Comment:
    pieces = load_pieces(vault.open(tx, person_id, COMMENT_WORDS, row.words, row.conversation_id))
    words = "\n".join(piece.words for piece in pieces)
    return Comment(row.id, words, row.at, row.media, row.is_forward, row.revision)
