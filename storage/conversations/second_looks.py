"""What the second look has yet to read, and what it found: a reason for staff to read, never a message to anybody.

What looked, and how far, stands beside each conversation in the commit that stores its findings. So a kill loses nothing,
and no text is flagged twice, however many services share one database.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Column, Connection, Select, Table, and_, insert, or_, select, update

from feedback.conversation.serialisation import load_pieces
from storage.conversations.events import ANSWER_WORDS, COMMENT_WORDS, FLAG_MATCHED, answer_row
from storage.crypto.vault import Vault
from storage.db.dialect import insert_into
from storage.db.typed_rows import rows_as
from storage.tables import answers, comments, conversations, flags, second_looks

TAG = "second_look"
"""What stands as the reason beside a flag of the second look."""


class LookMark(NamedTuple):
    """How far something has read in a conversation: the last numbers of its answers and comments, 0 for none."""

    answer_id: int = 0
    comment_id: int = 0


@dataclass(frozen=True)
class UnreadConversation:
    """A conversation with steps that the second look has not seen, and its texts since then, the oldest first.

    `before` is how far it had read, None if never; `after` how far it will have. `is_other`: by another encoder.
    """

    conversation_id: str
    person_id: str
    turn: int
    texts: tuple[str, ...]
    before: LookMark | None
    after: LookMark
    is_other: bool = False


class _Row(NamedTuple):
    id: str
    person_id: str
    turn: int
    encoder: str | None
    answer_id: int | None
    comment_id: int | None


class _Answer(NamedTuple):
    id: int
    question: str
    revision: int
    words: bytes
    at: datetime


class _Comment(NamedTuple):
    id: int
    words: bytes
    at: datetime


def unread(
    tx: Connection, vault: Vault, *, encoder: str, since: datetime, before: datetime, limit: int
) -> tuple[UnreadConversation, ...]:
    """Return conversations in which an encoder has not read all, of those last heard between two moments, the latest first.

    Words that wait for a yes are among them. What was erased is not.
    """
    is_new = or_(
        second_looks.c.conversation_id.is_(None),
        second_looks.c.encoder != encoder,
        second_looks.c.turn < conversations.c.turn,
    )
    query = (
        select(
            *(conversations.c[name] for name in ("id", "person_id", "turn")),
            *(second_looks.c[name] for name in ("encoder", "answer_id", "comment_id")),
        )
        .outerjoin(second_looks, second_looks.c.conversation_id == conversations.c.id)
        .where(conversations.c.heard_at >= since, conversations.c.heard_at <= before)
        .where(conversations.c.state.is_not(None), is_new)
        .order_by(conversations.c.heard_at.desc(), conversations.c.id)
        .limit(limit)
    )
    rows = rows_as(_Row, tx.execute(query))
    vault.fetch(tx, [row.person_id for row in rows])
    return tuple(_with_texts(tx, vault, row, encoder) for row in rows)


def looked(
    tx: Connection, vault: Vault, *, encoder: str, found: UnreadConversation, flagged: Sequence[str], now: datetime
) -> bool:
    """Note that a conversation was read, and flag it for each text that somebody should read. `flagged` are their words.

    Returns False, and notes nothing, where it was erased meanwhile or another service was quicker.
    """
    kept = select(conversations.c.id).where(
        conversations.c.id == found.conversation_id, conversations.c.state.is_not(None)
    )
    if tx.execute(kept.with_for_update()).first() is None or not _moved(tx, encoder, found, now):
        return False
    known = set(_already(tx, vault, found)) if found.is_other else set()
    for words in dict.fromkeys(one for one in flagged if one not in known):
        matched = vault.seal(tx, found.person_id, FLAG_MATCHED, words, found.conversation_id)
        row = {"conversation_id": found.conversation_id, "tag": TAG, "matched": matched, "at": now, "state": "open"}
        tx.execute(insert(flags), row)
    return True


def _moved(tx: Connection, encoder: str, found: UnreadConversation, now: datetime) -> bool:
    """Move the mark on from where it was read, and return whether it still stood there."""
    values = {"encoder": encoder, "turn": found.turn, "at": now, **found.after._asdict()}
    if found.before is None:
        row = {"conversation_id": found.conversation_id, **values}
        first = insert_into(tx, second_looks).values(row).on_conflict_do_nothing()
        return tx.execute(first.returning(second_looks.c.turn)).first() is not None
    mark = second_looks.c
    stands = [mark[name] == number for name, number in found.before._asdict().items()]
    older = mark.encoder != encoder if found.is_other else and_(mark.encoder == encoder, mark.turn < found.turn)
    here = update(second_looks).where(mark.conversation_id == found.conversation_id, *stands, older)
    return bool(tx.execute(here.values(values)).rowcount)


def _already(tx: Connection, vault: Vault, found: UnreadConversation) -> Iterator[str]:
    """Yield the words that an earlier encoder flagged."""
    theirs = (flags.c.conversation_id == found.conversation_id, flags.c.tag == TAG, flags.c.matched.is_not(None))
    for sealed in tx.execute(select(flags.c.matched).where(*theirs)).scalars():
        yield vault.open(tx, found.person_id, FLAG_MATCHED, sealed, found.conversation_id)


def _with_texts(tx: Connection, vault: Vault, row: _Row, encoder: str) -> UnreadConversation:
    before = None if row.encoder is None else LookMark(row.answer_id or 0, row.comment_id or 0)
    is_other = row.encoder not in (None, encoder)
    start = LookMark() if before is None or is_other else before
    given, said = _given(tx, row.id, start.answer_id), _said(tx, row.id, start.comment_id)
    texts = [
        (one.at, vault.open(tx, row.person_id, ANSWER_WORDS, one.words, answer_row(row.id, one.question, one.revision)))
        for one in given
    ]
    texts += [(one.at, vault.open(tx, row.person_id, COMMENT_WORDS, one.words, row.id)) for one in said]
    after = LookMark(
        max((one.id for one in given), default=start.answer_id), max((one.id for one in said), default=start.comment_id)
    )
    words = tuple(text for _, sealed in sorted(texts) if (text := _plain(sealed)))
    return UnreadConversation(row.id, row.person_id, row.turn, words, before, after, is_other)


def _given(tx: Connection, conversation_id: str, after: int) -> list[_Answer]:
    """Return the answers after a number that are more than a label."""
    wanted = [answers.c[name] for name in _Answer._fields]
    return rows_as(_Answer, tx.execute(_after(answers, wanted, conversation_id, after).where(answers.c.has_own_words)))


def _said(tx: Connection, conversation_id: str, after: int) -> list[_Comment]:
    """Return the comments after a number, those that wait for a yes too."""
    wanted = [comments.c[name] for name in _Comment._fields]
    return rows_as(_Comment, tx.execute(_after(comments, wanted, conversation_id, after)))


def _after(
    table: Table, wanted: Sequence[Column[object]], conversation_id: str, after: int
) -> Select[*tuple[object, ...]]:
    mine = (table.c.conversation_id == conversation_id, table.c.id > after)
    return select(*wanted).where(*mine, table.c.is_current, table.c.words.is_not(None)).order_by(table.c.id)


def _plain(pieces: str) -> str:
    return "\n".join(piece.words for piece in load_pieces(pieces) if piece.words)
