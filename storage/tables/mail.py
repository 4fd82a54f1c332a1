"""Email beside what every channel has: letters that went out, mails that came in, mailboxes, and who gets no more."""

from datetime import datetime

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of

MAIL_KINDS = ("reply", "new", "bounce", "auto-reply", "list", "unreadable")
GRADES = ("exact", "likely", "unsure")
FAULTS = ("", "address", "message", "us", "provider")
SUPPRESSED_WHY = (
    "stop",
    "gone",
    "failing",
    "complaint",
    "asked",
    "bereaved",
    "wrong-person",
    "forgotten",
    "told staff",
)
"""`asked`: somebody seems to want no more letters, and was asked whether that is so. `forgotten`: the person had everything
erased. `told staff`: they, or whoever keeps a list, told a member of staff."""


class LetterRow(SQLModel, table=True):
    """One letter as it was written, before the first try to send it: what a reply to it is read against."""

    __tablename__ = "letter"

    id: str = classed("operational", "random id; its reply token is made from it", primary_key=True)
    outbox_id: int = classed("operational", "the message that it carries", unique=True, foreign_key="outbox.id")
    invitation_id: str | None = classed(
        "operational", "the invitation behind it", default=None, foreign_key="invitation.id", index=True
    )
    conversation_id: str | None = classed(
        "operational", "the conversation behind it", default=None, foreign_key="conversation.id", index=True
    )
    contact_id: str | None = classed(
        "contact", "who it was written to", default=None, foreign_key="contact.id", ondelete="SET NULL", index=True
    )
    version_id: str | None = classed(
        "operational", "the version of the flow that it asks", default=None, foreign_key="flow_version.id"
    )
    token_hash: bytes = classed("secret", "keyed hash of the token in its reply address", unique=True)
    message_id_hash: bytes = classed("secret", "keyed hash of its Message-ID", unique=True)
    alias_hash: bytes | None = classed(
        "secret", "keyed hash of the Message-ID that the provider gave it", default=None, index=True
    )
    sent: bytes | None = classed("personal words", "its text and what it asked, sealed", default=None)
    raw: bytes | None = classed("personal words", "the whole mail, sealed; wiped when it is settled", default=None)
    sealed_for: str = classed("operational", "the owner of the key that seals it")
    written_at: datetime = classed("operational", "its date")


class MailRow(SQLModel, table=True):
    """One mail that came in and was read: what it was, how sure we are, and the original, one step away."""

    __tablename__ = "mail"
    __table_args__ = (one_of("kind", MAIL_KINDS), one_of("grade", GRADES))

    id: int | None = classed("operational", "order", default=None, primary_key=True)
    inbox_id: int = classed("operational", "the message in the inbox", unique=True)
    letter_id: str | None = classed("operational", "the letter it answers", default=None, foreign_key="letter.id")
    conversation_id: str | None = classed(
        "operational", "the conversation it was taken into", default=None, foreign_key="conversation.id", index=True
    )
    kind: str = classed("operational", "reply, new, bounce, auto-reply, list or unreadable")
    grade: str = classed("operational", "how surely its words were sorted to questions", default="exact")
    is_verified: bool = classed("operational", "it came from the address that we wrote to", default=False)
    is_junk: bool = classed("operational", "it lay in the junk folder", default=False)
    is_whole: bool = classed("operational", "all of it was taken in; an oversized one is cut", default=True)
    digest: bytes = classed("secret", "keyed hash of the raw mail, to know a second copy", index=True)
    message_id_hash: bytes | None = classed("secret", "keyed hash of its Message-ID", default=None, index=True)
    original: bytes | None = classed("personal words", "the raw mail, sealed; wiped after 90 days", default=None)
    heard: bytes | None = classed("personal words", "what was read in it, sealed", default=None)
    sealed_for: str = classed("operational", "the owner of the key that seals it")
    received_at: datetime = classed("operational", "when it was committed", index=True)
    leave: str = classed(
        "operational", "what it wished: stop, delete, wrong-person, or bereaved for a death; else empty", default=""
    )
    seen_by: str | None = classed("operational", "who saw to a death or a wrong address", default=None)
    seen_at: datetime | None = classed("operational", "when", default=None)
    done: str | None = classed("operational", "what was done, in a word of ours; empty while it waits", default=None)


class MailboxRow(SQLModel, table=True):
    """How far one folder of one mailbox has been taken in, and how it fares."""

    __tablename__ = "mailbox"

    account: str = classed("secret", "keyed hash of user and server", primary_key=True)
    folder: str = classed("operational", "the folder", primary_key=True)
    uidvalidity: int = classed(
        "operational", "the server's numbering; when it changes we begin anew", default=0, sa_type=BigInteger
    )
    uid: int = classed("operational", "the last number taken in", default=0, sa_type=BigInteger)
    listened_at: datetime | None = classed("operational", "when it was last read without a fault", default=None)
    fault: str = classed("operational", "the kind of the last fault; no words", default="")


class SuppressionRow(SQLModel, table=True):
    """An address that gets no more letters, known by its hash alone."""

    __tablename__ = "suppression"
    __table_args__ = (one_of("why", SUPPRESSED_WHY),)

    lookup: bytes = classed("secret", "keyed hash of the address", primary_key=True)
    why: str = classed(
        "operational", "stop, gone, failing, complaint, asked, bereaved, wrong-person, forgotten or told staff"
    )
    at: datetime = classed("operational", "since when")


class FailureRow(SQLModel, table=True):
    """One report that a letter could not be delivered."""

    __tablename__ = "failure"
    __table_args__ = (UniqueConstraint("lookup", "at", "klass"), Index("ix_failure_lookup", "lookup", "at"))

    id: int | None = classed("operational", "order", default=None, primary_key=True)
    lookup: bytes = classed("secret", "keyed hash of the address")
    outbox_id: int | None = classed("operational", "the letter, where it is known", default=None)
    klass: str = classed("operational", "gone, full, policy, temporary or unknown")
    at: datetime = classed("operational", "when the report came")


class LetterProviderRow(SQLModel, table=True):
    """How one provider takes our letters: whether it wants none now, how many it had in a day, and what it bears."""

    __tablename__ = "letter_provider"
    __table_args__ = (one_of("fault", FAULTS),)

    who: str = classed(
        "operational", "a large provider's name, the keyed hash of a domain, or all of them", primary_key=True
    )
    fault: str = classed(
        "operational", "whose fault its last refusals were: address, message, us or provider", default=""
    )
    status: str = classed("operational", "the code of the last refusal", default="")
    strikes: int = classed("operational", "refusals since it last took a letter", default=0)
    since: datetime | None = classed("operational", "when it began to refuse", default=None)
    until: datetime | None = classed("operational", "when a letter is tried again", default=None)
    trial: int | None = classed("operational", "the message that was tried first after a pause", default=None)
    hours: str = classed(
        "operational", "letters of each of the last 24 hours, as hour:count, counted from 1970", default=""
    )
    learned: int | None = classed("operational", "letters in a day, after which it refused", default=None)
    learned_at: datetime | None = classed("operational", "when that was", default=None)
