"""Mails that came in: what each was taken for, and the original, one step away for 90 days."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, insert, select, update

from storage.tables import mails
from storage.vault import TRANSIT, Vault

ORIGINAL_KEPT = timedelta(days=90)
_ORIGINAL, _HEARD = "mail.original", "mail.heard"


@dataclass(frozen=True)
class Mail:
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


@dataclass(frozen=True)
class Kept:
    """A mail as it was kept, for staff. `original` and `heard` are empty once they are wiped."""

    id: int
    kind: str
    grade: str
    is_verified: bool
    is_junk: bool
    received_at: datetime
    original: str
    heard: str


def keep(tx: Connection, vault: Vault, mail: Mail) -> None:
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


def of_conversation(tx: Connection, vault: Vault, *, conversation_id: str) -> tuple[Kept, ...]:
    """Return the mails of a conversation in their order, for staff to see beside it. Raises Erased."""
    rows = tx.execute(select(mails).where(mails.c.conversation_id == conversation_id).order_by(mails.c.id)).all()
    return tuple(
        Kept(
            row.id,
            row.kind,
            row.grade,
            row.is_verified,
            row.is_junk,
            row.received_at,
            vault.open(tx, row.sealed_for, _ORIGINAL, row.original, str(row.inbox_id)) if row.original else "",
            vault.open(tx, row.sealed_for, _HEARD, row.heard, str(row.inbox_id)) if row.heard else "",
        )
        for row in rows
    )


def count(tx: Connection) -> dict[str, int]:
    """Return how many mails were taken in, by kind."""
    return {str(row[0]): int(row[1]) for row in tx.execute(select(mails.c.kind, func.count()).group_by(mails.c.kind))}


def wipe_old(tx: Connection, *, now: datetime) -> int:
    """Wipe originals that are older than 90 days; return how many. What was read in them as answers stays."""
    old = update(mails).where(mails.c.original.is_not(None), mails.c.received_at < now - ORIGINAL_KEPT)
    return tx.execute(old.values(original=None, heard=None)).rowcount
