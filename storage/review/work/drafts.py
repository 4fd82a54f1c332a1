"""Answers that somebody has begun and not sent: kept sealed, one for each member of staff and conversation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.ids import new_id
from storage.review.case_list import Case
from storage.tables import reply_drafts, staff

DRAFT = "reply_draft.words"


@dataclass(frozen=True)
class ReplyDraft:
    """What somebody has begun to write to a person, and when it was last kept."""

    by_id: str
    by: str
    at: datetime
    words: str


def keep(tx: Connection, vault: Vault, *, case: Case, by: str, words: str, now: datetime) -> None:
    """Keep what somebody has written so far, in the place of what they had kept before; nothing leaves no draft."""
    if not words.strip():
        drop(tx, conversation_id=case.conversation_id, by=by)
        return
    mine = (reply_drafts.c.conversation_id == case.conversation_id, reply_drafts.c.by == by)
    known = tx.execute(select(reply_drafts.c.id).where(*mine)).scalar_one_or_none()
    draft_id = known or new_id()
    values = {"at": now, "words": vault.seal(tx, case.person_id, DRAFT, words, draft_id)}
    if known:
        tx.execute(update(reply_drafts).where(reply_drafts.c.id == known).values(values))
    else:
        row = {"id": draft_id, "conversation_id": case.conversation_id, "by": by, **values}
        tx.execute(insert(reply_drafts), row)


def of_conversation(tx: Connection, vault: Vault, *, conversation_id: str, person_id: str) -> tuple[ReplyDraft, ...]:
    """Return what members of staff have begun to write, the oldest first."""
    rows: Sequence[_Row] = _of_conversation.rows(tx, {"conversation": conversation_id})
    return tuple(
        ReplyDraft(row.by, row.name, row.at, vault.open(tx, person_id, DRAFT, row.words, row.id)) for row in rows
    )


def drop(tx: Connection, *, conversation_id: str, by: str) -> None:
    """Forget what somebody had begun: it was sent, or they do not want it."""
    mine = (reply_drafts.c.conversation_id == conversation_id, reply_drafts.c.by == by)
    tx.execute(delete(reply_drafts).where(*mine))


class _Row(NamedTuple):
    id: str
    by: str
    name: str
    at: datetime
    words: bytes


_of_conversation = PreparedStatement(
    select(reply_drafts, staff.c.name)
    .join(staff, staff.c.id == reply_drafts.c.by)
    .where(reply_drafts.c.conversation_id == bindparam("conversation"), reply_drafts.c.words.is_not(None))
    .order_by(reply_drafts.c.at)
)
