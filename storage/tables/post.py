"""What comes in and goes out, and the counts and gaps that show that nothing was lost."""

from datetime import date, datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of, together

INBOX_STATES = ("open", "applied", "duplicate", "quarantined", "not-feedback")
OUTBOX_STATES = ("waiting", "sending", "sent", "refused", "unknown")
_OPEN = text("state = 'open'")
_WAITING = text("state = 'waiting'")
_UNSETTLED = text("state IN ('waiting', 'sending')")


class InboxRow(SQLModel, table=True):
    """A raw message, committed before the channel acknowledges it."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        one_of("state", INBOX_STATES),
        Index("ix_inbox_open", "sender", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_inbox_order", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        {"sqlite_autoincrement": True},
    )

    id: int | None = classed("operational", "order of arrival", default=None, primary_key=True)
    channel: str = classed("operational", "where it came from")
    external_id: str = classed("secret", "the provider's name for it, as a keyed hash; a repeat is a duplicate")
    sender: bytes = classed("secret", "keyed hash of the address it came from")
    raw: bytes | None = classed("personal words", "the message as it came, sealed; wiped when done", default=None)
    reading: bytes | None = classed(
        "personal words", "what a mail says, read in a process of its own, sealed; wiped when done", default=None
    )
    received_at: datetime = classed("operational", "when it was committed")
    state: str = classed("operational", "open, applied, duplicate, quarantined or not-feedback", default="open")
    tries: int = classed("operational", "how often it could not be handled", default=0)
    done_at: datetime | None = classed("operational", "when it left the state open", default=None)


class OutboxRow(SQLModel, table=True):
    """A message to a person, stored before the first try to send it."""

    __tablename__ = "outbox"
    __table_args__ = (
        one_of("state", OUTBOX_STATES),
        Index("ix_outbox_due", "next_at", sqlite_where=_WAITING, postgresql_where=_WAITING),
        Index("ix_outbox_unsettled", "contact_id", sqlite_where=_UNSETTLED, postgresql_where=_UNSETTLED),
        Index("ix_outbox_conversation", "conversation_id", "id"),
        Index("ix_outbox_once_each", "invitation_id", "kind", unique=True),
        {"sqlite_autoincrement": True},
    )

    id: int | None = classed("operational", "order of writing; the key of the send", default=None, primary_key=True)
    conversation_id: str | None = classed(
        "operational", "the conversation", default=None, foreign_key="conversation.id"
    )
    person_id: str | None = classed(
        "operational", "the pseudonym; empty for a farewell", default=None, foreign_key="person.id"
    )
    invitation_id: str | None = classed(
        "operational", "the invitation that it brings or recalls", default=None, foreign_key="invitation.id"
    )
    contact_id: str | None = classed("contact", "where to", default=None, foreign_key="contact.id", ondelete="SET NULL")
    address: bytes | None = classed("contact", "where to, sealed for transit, when the contact is gone", default=None)
    channel: str = classed("operational", "how it goes out")
    turn: int = classed("operational", "the step that said it", default=0)
    kind: str = classed("operational", "talk, help, reminder, farewell, or an alert to the team")
    about: str = classed("operational", "the question or step it asks about; empty for a plain message", default="")
    body: bytes | None = classed("personal words", "the message, sealed", default=None)
    sealed_for: str = classed("operational", "the owner of the key that seals the body")
    priority: int = classed("operational", "0 for help and alerts, 1 for the rest", default=1)
    state: str = classed("operational", "waiting, sending, sent, refused or unknown", default="waiting")
    tries: int = classed("operational", "how often it was tried", default=0)
    is_doubtful: bool = classed("operational", "an earlier try may have arrived", default=False)
    next_at: datetime = classed("operational", "not before this")
    provider_id: str | None = classed("operational", "what the provider calls it", default=None)
    created_at: datetime = classed("operational", "when it was written")
    sent_at: datetime | None = classed("operational", "when it was sent", default=None)
    reason: str = classed("operational", "why it was refused or put off; no words", default="")
    first_tried_at: datetime | None = classed("operational", "when it was first tried; letters only", default=None)
    claimed_by: int | None = classed("operational", "the service that sends it now", default=None)
    fault: str = classed(
        "operational", "whose fault a refusal was: address, message, us or provider; else empty", default=""
    )


class FarewellRow(SQLModel, table=True):
    """Which page may still show the last words to somebody erased. Forgotten after an hour."""

    __tablename__ = "farewell"

    session: str = classed("secret", "keyed hash of the session of the page, held nowhere else", primary_key=True)
    conversation_id: str = classed("operational", "the conversation, of which only the last words are left")
    at: datetime = classed("operational", "when it was erased")


class QuarantineRow(SQLModel, table=True):
    """A message that could not be handled. Its raw form stays in the inbox."""

    __tablename__ = "quarantine"
    __table_args__ = (together("rescued_at", "rescued_by"),)

    inbox_id: int = classed("operational", "the message", primary_key=True, foreign_key="inbox.id")
    reason: str = classed("operational", "kind and place of the fault; no words")
    at: datetime = classed("operational", "when it was set aside")
    rescued_at: datetime | None = classed("operational", "when it was put back", default=None)
    rescued_by: str | None = classed("operational", "who put it back", default=None)


class TallyRow(SQLModel, table=True):
    """A number for a day, with nothing about anybody."""

    __tablename__ = "tally"

    name: str = classed("public", "what is counted", primary_key=True)
    day: date = classed("public", "the day, in UTC", primary_key=True)
    count: int = classed("public", "how often")


class GapRow(SQLModel, table=True):
    """A time in which a channel was not listened to."""

    __tablename__ = "gap"

    id: int | None = classed("operational", "order", default=None, primary_key=True)
    channel: str = classed("operational", "the channel")
    from_at: datetime = classed("operational", "when it was last known to listen")
    to_at: datetime = classed("operational", "when it listened again")
    asked_again: int = classed("operational", "how many people were asked their question again", default=0)


class PulseRow(SQLModel, table=True):
    """When a channel last listened."""

    __tablename__ = "pulse"

    channel: str = classed("operational", "the channel", primary_key=True)
    alive_at: datetime = classed("operational", "when it last listened")
