"""What was asked and said: flow versions, conversations, answers, comments, consents, flags."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import SQLModel

from feedback.flows.model import QUEUES
from storage.tables.privacy import classed, one_of, together

STAGES = ("consent", "asking", "checking", "finished", "paused", "stopped", "left early", "declined", "deleted")
ANSWER_STATES = ("answered", "skipped", "declined", "withdrawn")
"""`withdrawn` is what erasure leaves of an answer."""
MISUNDERSTOOD = ("asked back", "asked again", "kept as given", "asked what it means")
REQUEST_STATES = (
    *("new", "in hand", "done", "not possible"),
    *("asked", "agreed", "drafted", "shown", "approved", "published", "withdrawn"),
)
"""The second line is for case studies alone: each stage of consent by itself."""


class FlowVersionRow(SQLModel, table=True):
    """One compiled flow, stored for ever."""

    __tablename__ = "flow_version"

    id: str = classed("public", "SHA-256 (hex) of the compiled flow", primary_key=True)
    flow: str = classed("public", "the name of the flow", index=True)
    version: int = classed("public", "the number in its file")
    language: str = classed("public", "its language")
    title: str = classed("public", "its title")
    compiled: str = classed("public", "the compiled flow as canonical JSON")
    first_used_at: datetime = classed("operational", "when it was first served")


class ConversationRow(SQLModel, table=True):
    """One person's way through one version of one flow."""

    __tablename__ = "conversation"
    __table_args__ = (
        one_of("stage", STAGES),
        Index("ix_conversation_person", "person_id", "started_at"),
        Index("ix_conversation_heard", "heard_at", "id", "stage", "flow", "channel", "language"),
        Index(
            "ix_conversation_due",
            "due_at",
            sqlite_where=text("due_at IS NOT NULL"),
            postgresql_where=text("due_at IS NOT NULL"),
        ),
    )

    id: str = classed("public", "random id", primary_key=True)
    person_id: str = classed("public", "the pseudonym", foreign_key="person.id")
    contact_id: str | None = classed(
        "contact", "where to write", default=None, foreign_key="contact.id", ondelete="SET NULL", index=True
    )
    invitation_id: str | None = classed(
        "operational", "the invitation it began with", default=None, foreign_key="invitation.id", index=True
    )
    organisation_id: str | None = classed(
        "public", "the organisation that the answers count for", default=None, foreign_key="organisation.id", index=True
    )
    flow: str = classed("public", "the flow", index=True)
    version_id: str = classed("public", "the flow version it is pinned to", foreign_key="flow_version.id")
    channel: str = classed("public", "where it is held now")
    language: str = classed("public", "the language it is held in")
    stage: str = classed("public", "how far it is")
    state: bytes | None = classed("personal words", "the whole conversation, sealed; empty when erased", default=None)
    turn: int = classed("operational", "how many steps were saved; a stale save is refused by it", default=0)
    messages: int = classed("operational", "how many messages were taken into it; 0 when it is erased", default=0)
    due_at: datetime | None = classed("operational", "when silence becomes an event", default=None)
    started_at: datetime = classed("public", "when it began")
    heard_at: datetime = classed("public", "when the person last said something")
    finished_at: datetime | None = classed("public", "when it ended, in whichever way", default=None)


class AnswerRow(SQLModel, table=True):
    """One revision of one answer."""

    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("conversation_id", "question", "revision"),
        one_of("state", ANSWER_STATES),
    )

    id: int | None = classed("operational", "order of arrival", default=None, primary_key=True)
    conversation_id: str = classed("public", "the conversation", foreign_key="conversation.id")
    question: str = classed("public", "the question id")
    revision: int = classed("public", "1, 2, 3 ...")
    is_current: bool = classed("public", "whether this revision is the one that counts", default=True)
    state: str = classed("coded answer", "answered, skipped, declined or withdrawn")
    value: str | None = classed("coded answer", "choice id, list of them, number or date as JSON", default=None)
    words: bytes | None = classed("personal words", "the messages it was given in, sealed", default=None)
    has_own_words: bool = classed(
        "operational",
        "whether its words are more than a label, a number or a day: then a person checks them",
        default=True,
    )
    at: datetime = classed("public", "when it was given")
    channel: str = classed("public", "where it was given")
    language: str = classed("public", "the language it was given in")


class MisunderstandingRow(SQLModel, table=True):
    """A question, or the answer to it, was not understood at first. Holds no words."""

    __tablename__ = "misunderstanding"
    __table_args__ = (one_of("how", MISUNDERSTOOD),)

    conversation_id: str = classed("public", "the conversation", primary_key=True, foreign_key="conversation.id")
    question: str = classed("public", "the question id", primary_key=True)
    how: str = classed(
        "coded answer",
        "asked back, asked again, kept as given (in their own words), or the person asked what it means",
        primary_key=True,
    )


class CommentRow(SQLModel, table=True):
    """One revision of words that belong to no question."""

    __tablename__ = "comment"
    __table_args__ = (Index("ix_comment_conversation", "conversation_id", "message"),)

    id: int | None = classed("operational", "order of arrival", default=None, primary_key=True)
    conversation_id: str = classed("public", "the conversation", foreign_key="conversation.id")
    message: str = classed("operational", "the provider's id of the message, for its edits", default="")
    revision: int = classed("public", "1, 2, 3 ...", default=1)
    is_current: bool = classed("public", "whether this revision is the one that counts", default=True)
    words: bytes | None = classed("personal words", "the message, sealed", default=None)
    media: str = classed("public", "voice, photo and so on, if it was one", default="")
    is_forward: bool = classed("public", "somebody else's words, passed on", default=False)
    is_held: bool = classed("operational", "said before consent; nobody reads it until there is one", default=False)
    at: datetime = classed("public", "when it was said")
    channel: str = classed("public", "where it was said")
    language: str = classed("public", "the language of the conversation")


class ConsentRow(SQLModel, table=True):
    """One switch, set once. Rows are only ever added."""

    __tablename__ = "consent"

    id: int | None = classed("operational", "order of arrival", default=None, primary_key=True)
    person_id: str = classed("public", "the pseudonym", foreign_key="person.id", index=True)
    conversation_id: str = classed("public", "the conversation", foreign_key="conversation.id", index=True)
    switch: str = classed("public", "what was consented to")
    granted: bool = classed("public", "yes or no")
    wording: str = classed("public", "the exact question that was shown")
    wording_hash: str = classed("public", "SHA-256 (hex) of the wording")
    language: str = classed("public", "the language it was asked in")
    channel: str = classed("public", "where it was asked")
    at: datetime = classed("public", "when it was answered")


class FlagRow(SQLModel, table=True):
    """Please read: words on the safeguarding list were heard. Never a score."""

    __tablename__ = "flag"
    __table_args__ = (one_of("state", ("open", "seen")), together("seen_by", "seen_at"))

    id: int | None = classed("operational", "order of arrival", default=None, primary_key=True)
    conversation_id: str = classed("operational", "the conversation", foreign_key="conversation.id", index=True)
    tag: str = classed("operational", "which part of the list")
    matched: bytes | None = classed("personal words", "the words found, sealed", default=None)
    at: datetime = classed("operational", "when")
    state: str = classed("operational", "open or seen", default="open")
    seen_by: str | None = classed("operational", "the member of staff who read it", default=None)
    seen_at: datetime | None = classed("operational", "when it was read", default=None)
    done: str | None = classed("operational", "what was done, in a word of ours; empty while it is open", default=None)


class SecondLookRow(SQLModel, table=True):
    """How far the second look has read in one conversation. Holds no words."""

    __tablename__ = "second_look"

    conversation_id: str = classed("public", "the conversation", primary_key=True, foreign_key="conversation.id")
    encoder: str = classed("operational", "what looked: the encoder with its version, and its weights")
    turn: int = classed("operational", "how many steps of the conversation were saved when it looked")
    answer_id: int = classed("operational", "the last answer that it has read, 0 for none")
    comment_id: int = classed("operational", "the last comment that it has read, 0 for none")
    at: datetime = classed("operational", "when")


class PersonRequestRow(SQLModel, table=True):
    """Somebody wants to hear from a person."""

    __tablename__ = "person_request"
    __table_args__ = (together("answered_by", "answered_at"),)

    id: int | None = classed("operational", "order of arrival", default=None, primary_key=True)
    conversation_id: str = classed("operational", "the conversation", foreign_key="conversation.id", index=True)
    may_contact: bool | None = classed("operational", "whether we may write to them here, once they say", default=None)
    at: datetime = classed("operational", "when they asked")
    answered_by: str | None = classed("operational", "the member of staff who answered", default=None)
    answered_at: datetime | None = classed("operational", "when", default=None)
    done: str | None = classed("operational", "what was done, in a word of ours; empty while it waits", default=None)


class RequestRow(SQLModel, table=True):
    """Somebody would like more of us, or offers more: to be rung, to be a case study, training, to meet others."""

    __tablename__ = "request"
    __table_args__ = (
        one_of("queue", QUEUES),
        one_of("state", REQUEST_STATES),
        Index("ix_request_queue", "queue", "state", "asked_at"),
    )

    conversation_id: str = classed("operational", "the conversation", primary_key=True, foreign_key="conversation.id")
    queue: str = classed("operational", "what they would like", primary_key=True)
    asked_at: datetime = classed("operational", "when they last said yes")
    is_wanted: bool = classed("operational", "whether yes is the last that they said", default=True)
    state: str = classed("operational", "how far staff are with it", default="new")
    assigned_to: str | None = classed("operational", "who sees to it", default=None, foreign_key="staff.id", index=True)
    changed_at: datetime | None = classed("operational", "when staff last changed it", default=None)
    draft: bytes | None = classed(
        "personal words", "the case study as it is written, sealed with the person's key", default=None
    )
