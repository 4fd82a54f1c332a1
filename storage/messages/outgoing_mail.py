"""Letters: what went out by email, word for word, kept before the first try so that each try is the same letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from feedback.channels import EMAIL
from storage.crypto.vault import TRANSIT, Vault
from storage.db.dialect import insert_into
from storage.db.errors import KeyErased
from storage.db.typed_rows import rows_as
from storage.messages import outbox
from storage.tables import contacts, conversations, groups, invitations, letters
from storage.tables import outbox as outbox_table

CHANNEL = EMAIL.name
_SENT, _RAW = "letter.sent", "letter.raw"
_BODY = "outbox.body"


@dataclass(frozen=True)
class QueuedLetter:
    """A message that wants to go out by email now. `outbox_id` is the key of the send."""

    outbox_id: int
    kind: str
    contact_id: str | None
    conversation_id: str | None
    invitation_id: str | None
    person_id: str | None
    tries: int
    is_doubtful: bool
    created_at: datetime
    reason: str
    first_tried_at: datetime | None
    row: outbox.SendRow


@dataclass(frozen=True)
class WrittenLetter:
    """A letter as it was composed. `sent` and `raw` are texts that the caller made; `raw` holds any bytes as Latin-1."""

    id: str
    message_id: str
    sent: str
    raw: str
    version_id: str | None = None


@dataclass(frozen=True)
class AnsweredLetter:
    """What a reply leads to: who was written to, about what, and the text that it answers."""

    id: str
    outbox_id: int
    invitation_id: str | None
    conversation_id: str | None
    contact_id: str | None
    version_id: str | None
    sent: str | None


@dataclass(frozen=True)
class InvitationDelivery:
    """What became of one contact's invitation by email, for staff."""

    contact_id: str
    kind: str
    state: str
    reason: str
    sent_at: datetime | None
    used_at: datetime | None
    fault: str
    next_at: datetime
    gone_at: datetime | None

    @property
    def is_for_good(self) -> bool:
        """Whether writing to the same address again is of no use: nobody is there."""
        return self.state == "refused" and self.gone_at is not None


def queue_invitation(
    tx: Connection, *, invitation_id: str, contact_id: str, kind: str, at: datetime, goes_at: datetime | None = None
) -> bool:
    """Have an invitation (or its reminder) go out by email, once. Returns False where that was asked before.

    It goes at once, or not before `goes_at`.
    """
    row = {
        "invitation_id": invitation_id,
        "contact_id": contact_id,
        "channel": CHANNEL,
        "turn": 0,
        "kind": kind,
        "about": "",
        "sealed_for": TRANSIT,
        "priority": 1,
        "state": "waiting",
        "tries": 0,
        "is_doubtful": False,
        "next_at": goes_at or at,
        "created_at": at,
        "reason": "",
        "fault": "",
    }
    once = insert_into(tx, outbox_table).on_conflict_do_nothing(index_elements=["invitation_id", "kind"])
    return tx.execute(once.returning(outbox_table.c.id), row).first() is not None


def queue_again(tx: Connection, *, outbox_ids: Sequence[int], now: datetime) -> int:
    """Have letters that were refused go out once more, as if they were new; return how many."""
    again = update(outbox_table).where(outbox_table.c.id.in_(outbox_ids), outbox_table.c.state == "refused")
    new = {"state": "waiting", "tries": 0, "is_doubtful": False, "next_at": now, "reason": "", "fault": ""}
    return tx.execute(again.values(**new, first_tried_at=None, sent_at=None)).rowcount


def queue_own_again(tx: Connection, *, outbox_id: int, most: int, now: datetime) -> bool:
    """Have an invitation or a reminder that came back go out once more, unless it was tried so often before."""
    theirs = (outbox_table.c.id == outbox_id, outbox_table.c.state == "refused", outbox_table.c.tries < most)
    again = update(outbox_table).where(*theirs, outbox_table.c.kind.in_(("invitation", "reminder")))
    return bool(tx.execute(again.values(state="waiting", next_at=now, is_doubtful=False, sent_at=None)).rowcount)


def waiting(tx: Connection, *, now: datetime, limit: int) -> tuple[QueuedLetter, ...]:
    """Return messages that are due by email, none behind an earlier one of the same contact, and lock them."""
    rows = rows_as(outbox.SendRow, tx.execute(outbox.due_by_email(now, limit)))
    return tuple(
        QueuedLetter(
            outbox_id=row.id,
            kind=row.kind,
            contact_id=row.contact_id,
            conversation_id=row.conversation_id,
            invitation_id=row.invitation_id,
            person_id=row.person_id,
            tries=row.tries,
            is_doubtful=row.is_doubtful,
            created_at=row.created_at,
            reason=row.reason,
            first_tried_at=row.first_tried_at,
            row=row,
        )
        for row in rows
    )


def address(tx: Connection, vault: Vault, one: QueuedLetter) -> str:
    """Return where a message goes. Raises KeyErased if the address is gone."""
    return outbox.address_of(tx, vault, one.row)


def start(tx: Connection, *, outbox_id: int, now: datetime) -> None:
    """Mark a message as being sent: from here on its end is sent, refused or unknown."""
    outbox.start(tx, outbox_ids=(outbox_id,))
    outbox.first_tried(tx, outbox_id=outbox_id, now=now)


def keep(tx: Connection, vault: Vault, *, one: QueuedLetter, written: WrittenLetter, now: datetime) -> None:
    """Store a letter before its first try. It is sealed for the person that it is about, if there is one yet.

    One that was refused, and is written again, takes the place of the first under the same names.
    """
    owner = one.person_id or TRANSIT
    put = insert_into(tx, letters)
    renewed = {name: put.excluded[name] for name in ("version_id", "sent", "raw", "sealed_for", "written_at")}
    tx.execute(
        put.on_conflict_do_update(index_elements=["id"], set_=renewed),
        {
            "id": written.id,
            "outbox_id": one.outbox_id,
            "invitation_id": one.invitation_id,
            "conversation_id": one.conversation_id,
            "contact_id": one.contact_id,
            "version_id": written.version_id,
            "token_hash": vault.hash_token(vault.token_of(written.id)),
            "message_id_hash": vault.digest(written.message_id),
            "sent": vault.seal(tx, owner, _SENT, written.sent, written.id),
            "raw": vault.seal(tx, owner, _RAW, written.raw, written.id),
            "sealed_for": owner,
            "written_at": now,
        },
    )


def raw(tx: Connection, vault: Vault, *, outbox_id: int) -> tuple[str, str | None] | None:
    """Return the id and the text of a letter that was composed for an earlier try, or None.

    Of one that was refused, and is to be sent again, there is no text any more.
    """
    row = tx.execute(select(letters).where(letters.c.outbox_id == outbox_id)).first()
    if row is None:
        return None
    return row.id, vault.open(tx, row.sealed_for, _RAW, row.raw, row.id) if row.raw is not None else None


def settled(tx: Connection, vault: Vault, *, outbox_id: int, alias: str = "") -> None:
    """Wipe the whole mail once nobody will send it again. `alias` is the Message-ID that the provider gave it."""
    values: dict[str, object] = {"raw": None} | ({"alias_hash": vault.digest(alias)} if alias else {})
    tx.execute(update(letters).where(letters.c.outbox_id == outbox_id).values(values))


def by_token(tx: Connection, vault: Vault, *, token: str) -> AnsweredLetter | None:
    """Return the letter whose reply address held this token."""
    return _letter(tx, vault, letters.c.token_hash == vault.hash_token(token))


def by_id(tx: Connection, vault: Vault, *, letter_id: str) -> AnsweredLetter | None:
    """Return a letter by its id, as it stands in our signed Message-IDs."""
    return _letter(tx, vault, letters.c.id == letter_id)


def by_alias(tx: Connection, vault: Vault, *, message_id: str) -> AnsweredLetter | None:
    """Return the letter to which a provider gave this Message-ID."""
    return _letter(tx, vault, letters.c.alias_hash == vault.digest(message_id))


def by_invitation(tx: Connection, vault: Vault, *, invitation_id: str) -> AnsweredLetter | None:
    """Return the first letter that brought an invitation."""
    return _letter(tx, vault, letters.c.invitation_id == invitation_id)


def first_of_conversation(tx: Connection, *, conversation_id: str) -> str | None:
    """Return the id of the letter with which a talk by email began, for its later ones to refer to.

    That is the one that brought the invitation, where the talk is with the very contact that it was written to.
    """
    brought = (
        letters.c.invitation_id == conversations.c.invitation_id,
        letters.c.contact_id == conversations.c.contact_id,
    )
    theirs = or_(letters.c.conversation_id == conversations.c.id, and_(*brought))
    found = select(letters.c.id).join(conversations, theirs).where(conversations.c.id == conversation_id)
    return tx.execute(found.order_by(letters.c.written_at).limit(1)).scalar_one_or_none()


def was_written(tx: Connection, *, invitation_id: str, before: datetime) -> bool:
    """Return whether an invitation was brought by a letter that went out before this."""
    sent = (outbox_table.c.invitation_id == invitation_id, outbox_table.c.state.in_(("sent", "unknown")))
    return (
        tx.execute(select(outbox_table.c.id).where(*sent, outbox_table.c.sent_at < before).limit(1)).first() is not None
    )


def written_since(tx: Connection, *, contact_id: str, since: datetime) -> int:
    """Return how many letters were written to a contact since then."""
    theirs = select(func.count()).where(letters.c.contact_id == contact_id, letters.c.written_at > since)
    return int(tx.execute(theirs).scalar_one())


def standings(tx: Connection, *, flow: str, group: str) -> tuple[InvitationDelivery, ...]:
    """Return what became of each letter of a group's invitations to a flow, in the order of writing."""
    query = (
        select(
            outbox_table.c.contact_id,
            outbox_table.c.kind,
            outbox_table.c.state,
            outbox_table.c.reason,
            outbox_table.c.sent_at,
            invitations.c.used_at,
            outbox_table.c.fault,
            outbox_table.c.next_at,
            contacts.c.blocked_at,
        )
        .outerjoin(contacts, contacts.c.id == outbox_table.c.contact_id)
        .join(invitations, invitations.c.id == outbox_table.c.invitation_id)
        .join(groups, groups.c.id == invitations.c.group_id)
        .where(invitations.c.flow == flow, groups.c.name == group)
        .order_by(outbox_table.c.id)
    )
    return tuple(InvitationDelivery(*row) for row in tx.execute(query))


def counted(tx: Connection) -> dict[str, int]:
    """Return how many letters there are in each state."""
    by_state = select(outbox_table.c.state, func.count()).where(outbox_table.c.channel == CHANNEL)
    return {str(row[0]): int(row[1]) for row in tx.execute(by_state.group_by(outbox_table.c.state))}


def held_up(tx: Connection, *, since: datetime) -> tuple[int, str]:
    """Return how many letters were put off, and have waited since before then; and why the oldest was."""
    late = (
        outbox_table.c.channel == CHANNEL,
        outbox_table.c.state == "waiting",
        outbox_table.c.reason != "",
        outbox_table.c.created_at < since,
    )
    reasons = tx.execute(select(outbox_table.c.reason).where(*late).order_by(outbox_table.c.id)).scalars().all()
    return len(reasons), reasons[0] if reasons else ""


def lookup_of(tx: Connection, *, contact_id: str) -> bytes | None:
    """Return the keyed hash of a contact's address, by which letters to it are stopped."""
    return tx.execute(select(contacts.c.lookup).where(contacts.c.id == contact_id)).scalar_one_or_none()


def _letter(tx: Connection, vault: Vault, which: ColumnElement[bool]) -> AnsweredLetter | None:
    row = tx.execute(select(letters).where(which).order_by(letters.c.written_at).limit(1)).first()
    if row is None:
        return None
    try:
        sent = vault.open(tx, row.sealed_for, _SENT, row.sent, row.id) if row.sent is not None else None
    except KeyErased:
        sent = None
    return AnsweredLetter(
        row.id, row.outbox_id, row.invitation_id, row.conversation_id, row.contact_id, row.version_id, sent
    )
