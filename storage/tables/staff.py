"""Staff: their accounts, second factors and sessions, and the record of what they did."""

from datetime import datetime

from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of, together

ROLES = ("viewer", "coder", "reviewer", "safeguarding", "analyst", "admin")


class StaffRow(SQLModel, table=True):
    """Somebody who works with what came in."""

    __tablename__ = "staff"
    __table_args__ = (one_of("role", ROLES),)

    id: str = classed("operational", "random id", primary_key=True)
    name: str = classed("contact", "the name to sign in with", unique=True)
    role: str = classed("operational", "what they may see and do")
    further_roles: str = classed("operational", "further roles, by commas; roles add up", default="")
    created_at: datetime = classed("operational", "when the account was made")
    disabled_at: datetime | None = classed("operational", "when it was closed", default=None)
    password: str | None = classed("secret", "the Argon2id hash of the password", default=None)
    totp: bytes | None = classed("secret", "what makes the codes of the second factor, sealed", default=None)
    totp_step: int = classed("operational", "the time step of the last code that was used; none works twice", default=0)
    join_hash: bytes | None = classed("secret", "keyed hash of the token of the one-time link", default=None)
    join_until: datetime | None = classed("operational", "until when the one-time link works", default=None)
    issuer: str | None = classed("operational", "the provider signed in with in place of a password", default=None)
    subject_hash: bytes | None = classed(
        "secret", "keyed hash of issuer and of the provider's name for them", default=None, unique=True, index=True
    )


class StaffSessionRow(SQLModel, table=True):
    """One browser in which somebody is signed in, or is on the way to it."""

    __tablename__ = "staff_session"
    __table_args__ = (one_of("stage", ("joining", "code", "in")),)

    token_hash: bytes = classed("secret", "keyed hash of the token in the cookie", primary_key=True)
    id: str = classed("operational", "random id, by which a session is named and ended", unique=True)
    staff_id: str = classed("operational", "whose it is", foreign_key="staff.id", ondelete="CASCADE", index=True)
    stage: str = classed("operational", "joining, code (the password was right) or in")
    created_at: datetime = classed("operational", "when it began")
    seen_at: datetime = classed("operational", "when it was last used")
    proved_at: datetime | None = classed("operational", "when password and code were last shown", default=None)


class RecoveryCodeRow(SQLModel, table=True):
    """A code that stands in once for a lost second factor."""

    __tablename__ = "recovery_code"

    code_hash: bytes = classed("secret", "keyed hash of the code", primary_key=True)
    staff_id: str = classed("operational", "whose it is", foreign_key="staff.id", ondelete="CASCADE", index=True)
    used_at: datetime | None = classed("operational", "when it was used", default=None)


class PasskeyRow(SQLModel, table=True):
    """A key of a device with which somebody signs in."""

    __tablename__ = "passkey"

    credential: bytes = classed("secret", "the device's name for the key", primary_key=True)
    staff_id: str = classed("operational", "whose it is", foreign_key="staff.id", ondelete="CASCADE", index=True)
    public_key: bytes = classed("secret", "the public half of the key")
    count: int = classed("operational", "how often the device says that it was used", default=0)
    name: str = classed("operational", "what its owner calls it")
    created_at: datetime = classed("operational", "when it was added")


class WrongTryRow(SQLModel, table=True):
    """How often somebody has failed to sign in from one place, or as one account from one place."""

    __tablename__ = "wrong_try"

    bucket: str = classed("secret", "keyed hash of the place, or of the account and the place", primary_key=True)
    count: int = classed("operational", "how often, since the last success")
    at: datetime = classed("operational", "when last", index=True)


class AuditRow(SQLModel, table=True):
    """What was done, by whom, to what. No foreign keys: it outlives what it names."""

    __tablename__ = "audit"

    id: int | None = classed("operational", "order", default=None, primary_key=True)
    at: datetime = classed("operational", "when")
    by: str = classed("operational", "the member of staff or the command")
    what: str = classed("operational", "what was done")
    target: str = classed("operational", "kind and id of what it was done to", default="", index=True)
    reason: str = classed("operational", "why, where a reason is asked for", default="")
    chain: str = classed("secret", "keyed hash of this row and of the one before", default="")


class StaffActRow(SQLModel, table=True):
    """One thing that somebody did, with what stood there before and after, so that it can be undone."""

    __tablename__ = "staff_act"
    __table_args__ = (together("undone_by", "undone_at"),)

    id: str = classed("operational", "random id", primary_key=True)
    by: str = classed("operational", "the member of staff", foreign_key="staff.id", index=True)
    at: datetime = classed("operational", "when")
    what: str = classed("operational", "what was done, in a few words of ours")
    conversation_id: str | None = classed(
        "operational", "the conversation, if it was one", default=None, foreign_key="conversation.id", index=True
    )
    changes: bytes | None = classed("secret", "rows before and after, sealed for passage", default=None)
    undone_by: str | None = classed("operational", "who undid it", default=None)
    undone_at: datetime | None = classed("operational", "when", default=None)


class SavedViewRow(SQLModel, table=True):
    """A view of the inbox that somebody keeps: a name and what to show."""

    __tablename__ = "saved_view"

    id: str = classed("operational", "random id", primary_key=True)
    owner_id: str = classed("operational", "who keeps it", foreign_key="staff.id", index=True)
    name: str = classed("operational", "what its owner calls it")
    is_shared: bool = classed("operational", "whether the whole team sees it", default=False)
    filters: str = classed("operational", "what to show, but for the words to look for, as JSON")
    words: bytes | None = classed("personal words", "the words to look for, sealed for passage", default=None)
    created_at: datetime = classed("operational", "when it was first kept")


class FormMarkRow(SQLModel, table=True):
    """A form of staff that has had its effect, so that a second press of its button has none. Kept for a day."""

    __tablename__ = "form_mark"

    mark: str = classed("secret", "keyed hash of the random mark of the form, and of whose it is", primary_key=True)
    staff_id: str = classed("operational", "who sent it", foreign_key="staff.id", ondelete="CASCADE")
    at: datetime = classed("operational", "when", index=True)
    content: str = classed("secret", "keyed hash of what the form said")
    led_to: bytes = classed("secret", "the page that the first press led to, sealed for passage")


class KeptFormRow(SQLModel, table=True):
    """What somebody had typed when they had to sign in again. Kept for an hour, and shown to nobody else."""

    __tablename__ = "kept_form"

    token_hash: bytes = classed("secret", "keyed hash of the token in the address", primary_key=True)
    staff_id: str = classed("operational", "whose it is", foreign_key="staff.id", ondelete="CASCADE")
    at: datetime = classed("operational", "when", index=True)
    fields: bytes = classed("personal words", "where the form goes and what it says, sealed for passage")
