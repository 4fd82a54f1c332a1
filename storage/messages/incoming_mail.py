"""Mails that came in: what each was taken for, and the original, one step away for 90 days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, insert, select, update

from storage.crypto.vault import TRANSIT, Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.typed_rows import row_as
from storage.tables import mails

ORIGINAL_KEPT = timedelta(days=90)
"""A guess: long enough to look again at what was misread. It names its sender and quotes others, so not for ever."""
_ORIGINAL, _HEARD = "mail.original", "mail.heard"


@dataclass(frozen=True)
class IncomingMail:
    """One mail that was read. `original` is the raw mail as it stands in the inbox; `heard` what was read in it."""

    inbox_id: int
    kind: str
    original: str
    heard: str
    received_at: datetime
    copy: str
    """What a second copy of it would be known by: the bytes, or the words with who wrote them under which name."""
    message_id: str = ""
    grade: str = "exact"
    is_verified: bool = False
    is_junk: bool = False
    is_whole: bool = True
    letter_id: str | None = None
    conversation_id: str | None = None
    person_id: str | None = None
    leave: str = ""
    """What it surely wished: stop, delete or wrong-person; or bereaved, where it may tell of a death."""


@dataclass(frozen=True)
class StoredMail:
    """A mail as it was kept, for staff. `original` and `heard` are empty once they are wiped."""

    id: int
    kind: str
    grade: str
    is_verified: bool
    is_junk: bool
    received_at: datetime
    original: str
    heard: str


class _Row(NamedTuple):
    """A mail as it stands in its table, as far as staff see it."""

    id: int
    inbox_id: int
    kind: str
    grade: str
    is_verified: bool
    is_junk: bool
    received_at: datetime
    sealed_for: str
    original: bytes | None
    heard: bytes | None


def keep(tx: Connection, vault: Vault, mail: IncomingMail) -> None:
    """Store what a mail was taken for, with its original, sealed for the person if it is known who that is."""
    owner = mail.person_id or TRANSIT
    row = str(mail.inbox_id)
    tx.execute(
        insert(mails),
        {
            "inbox_id": mail.inbox_id,
            "letter_id": mail.letter_id,
            "conversation_id": mail.conversation_id,
            "kind": mail.kind,
            "grade": mail.grade,
            "is_verified": mail.is_verified,
            "is_junk": mail.is_junk,
            "is_whole": mail.is_whole,
            "digest": vault.digest(mail.copy),
            "message_id_hash": vault.digest(mail.message_id) if mail.message_id else None,
            "original": vault.seal(tx, owner, _ORIGINAL, mail.original, row),
            "heard": vault.seal(tx, owner, _HEARD, mail.heard, row),
            "sealed_for": owner,
            "received_at": mail.received_at,
            "leave": mail.leave,
        },
    )


def is_known(tx: Connection, vault: Vault, *, copy: str) -> bool:
    """Return whether the same mail was taken before (delivered twice, a folder numbered anew, a second import)."""
    known = select(mails.c.id).where(mails.c.digest == vault.digest(copy)).limit(1)
    return tx.execute(known).first() is not None


def is_verified(tx: Connection, *, conversation_id: str) -> bool:
    """Return whether any mail of a conversation came from whom its letter was written to."""
    known = select(mails.c.id).where(mails.c.conversation_id == conversation_id, mails.c.is_verified).limit(1)
    return tx.execute(known).first() is not None


def of_conversation(tx: Connection, vault: Vault, *, conversation_id: str) -> tuple[StoredMail, ...]:
    """Return the mails of a conversation in their order, for staff to see beside it. Raises Erased."""
    return tuple(_opened(tx, vault, row) for row in _of_conversation(tx, conversation_id))


def listed(tx: Connection, *, conversation_id: str) -> tuple[StoredMail, ...]:
    """Return the mails of a conversation in their order, without what stands in them: nothing is unsealed."""
    return tuple(_kept(row, "", "") for row in _of_conversation(tx, conversation_id))


def one(tx: Connection, vault: Vault, *, conversation_id: str, mail_id: int) -> StoredMail | None:
    """Return one mail of a conversation, or None where there is none. Raises Erased."""
    found = (row for row in _of_conversation(tx, conversation_id) if row.id == mail_id)
    return next((_opened(tx, vault, row) for row in found), None)


def about_leaving(tx: Connection, vault: Vault, *, mail_id: int) -> StoredMail | None:
    """Return a mail that told of a death or a wrong address, or None where it is none. Raises Erased."""
    theirs = select(mails).where(mails.c.id == mail_id, mails.c.leave.in_(("bereaved", "wrong-person")))
    row = row_as(_Row, tx.execute(theirs).first())
    return _opened(tx, vault, row) if row else None


def _of_conversation(tx: Connection, conversation_id: str) -> Sequence[_Row]:
    return _kept_of.rows(tx, {"conversation": conversation_id})


def _opened(tx: Connection, vault: Vault, row: _Row) -> StoredMail:
    original, heard = (
        vault.open(tx, row.sealed_for, place, sealed, str(row.inbox_id)) if sealed else ""
        for place, sealed in ((_ORIGINAL, row.original), (_HEARD, row.heard))
    )
    return _kept(row, original, heard)


def _kept(row: _Row, original: str, heard: str) -> StoredMail:
    return StoredMail(row.id, row.kind, row.grade, row.is_verified, row.is_junk, row.received_at, original, heard)


def count(tx: Connection) -> dict[str, int]:
    """Return how many mails were taken in, by kind."""
    return {str(row[0]): int(row[1]) for row in tx.execute(select(mails.c.kind, func.count()).group_by(mails.c.kind))}


def wipe_old(tx: Connection, *, now: datetime) -> int:
    """Wipe originals that are older than 90 days; return how many. What was read in them as answers stays."""
    old = update(mails).where(mails.c.original.is_not(None), mails.c.received_at < now - ORIGINAL_KEPT)
    return tx.execute(old.values(original=None, heard=None)).rowcount


_kept_of = PreparedStatement(
    select(mails).where(mails.c.conversation_id == bindparam("conversation")).order_by(mails.c.id)
)
