"""What staff told each other about a conversation, sealed with the key of the person it is about."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.ids import new_id
from storage.review.case_list import Case
from storage.tables import notes, staff

NOTE_WORDS = "note.words"


@dataclass(frozen=True)
class Note:
    """What staff told each other."""

    id: str
    by: str
    at: datetime
    words: str


def add(tx: Connection, vault: Vault, act: Act, *, case: Case, words: str, now: datetime) -> None:
    """Keep a note, sealed with the key of the person it is about."""
    note_id = new_id()
    sealed = vault.seal(tx, case.person_id, NOTE_WORDS, words, note_id)
    act.insert(
        notes, {"id": note_id, "conversation_id": case.conversation_id, "by": act.by, "at": now, "words": sealed}
    )


def of_conversation(tx: Connection, vault: Vault, *, case: Case) -> tuple[Note, ...]:
    """Return the notes on a conversation, the oldest first."""
    rows = _notes.rows(tx, {"conversation": case.conversation_id})
    return tuple(
        Note(row.id, row.name, row.at, vault.open(tx, case.person_id, NOTE_WORDS, row.words, row.id))
        for row in rows
        if row.words is not None
    )


_notes = PreparedStatement(
    select(notes, staff.c.name)
    .join(staff, staff.c.id == notes.c.by)
    .where(notes.c.conversation_id == bindparam("conversation"))
    .order_by(notes.c.at)
)
