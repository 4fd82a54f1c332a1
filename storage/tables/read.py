"""What staff make of what people said: how far they are, themes, redaction, notes, and what was done about it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of, together

READING_STATES = ("new", "read", "coded", "answered", "closed")
CHECK_STATES = ("checked", "kept back")
OUTCOME_KINDS = ("did", "could not", "deciding")


def _one_text() -> CheckConstraint:
    return CheckConstraint("(answer_id IS NULL) <> (comment_id IS NULL)", name="one_text")


class ReadingRow(SQLModel, table=True):
    """How far staff are with a conversation. One without a row is new and nobody's."""

    __tablename__ = "reading"
    __table_args__ = (one_of("state", READING_STATES), Index("ix_reading_state", "state", "conversation_id"))

    conversation_id: str = classed("operational", "the conversation", primary_key=True, foreign_key="conversation.id")
    state: str = classed("operational", "new, read, coded, answered or closed", default="new")
    assigned_to: str | None = classed(
        "operational", "who works on it", default=None, foreign_key="staff.id", index=True
    )
    changed_at: datetime = classed("operational", "when this last changed")


class NoteRow(SQLModel, table=True):
    """What staff tell each other about a conversation. The person may ask to see it."""

    __tablename__ = "note"

    id: str = classed("operational", "random id", primary_key=True)
    conversation_id: str = classed("operational", "the conversation", foreign_key="conversation.id", index=True)
    by: str = classed("operational", "who wrote it", foreign_key="staff.id")
    at: datetime = classed("operational", "when")
    words: bytes | None = classed("personal words", "the note, sealed with the person's key", default=None)


class TextCheckRow(SQLModel, table=True):
    """A person has read one text and said what must not be seen of it."""

    __tablename__ = "text_check"
    __table_args__ = (
        _one_text(),
        one_of("state", CHECK_STATES),
        UniqueConstraint("answer_id"),
        UniqueConstraint("comment_id"),
    )

    id: str = classed("operational", "random id", primary_key=True)
    answer_id: int | None = classed("operational", "the answer", default=None, foreign_key="answer.id")
    comment_id: int | None = classed("operational", "the comment", default=None, foreign_key="comment.id")
    state: str = classed("operational", "checked, or kept back because somebody could be recognised")
    hidden: str = classed("operational", "what is hidden: a list of [first character, end, kind] as JSON", default="[]")
    by: str = classed("operational", "who checked it", foreign_key="staff.id")
    at: datetime = classed("operational", "when")
    rules: int = classed(
        "operational",
        "the newest rules that propose nothing which the check leaves to be seen",
        default=1,
        index=True,
    )


class ThemeRow(SQLModel, table=True):
    """A name for what people talk about."""

    __tablename__ = "theme"

    id: str = classed("public", "random id", primary_key=True)
    name: str = classed("public", "its name", unique=True)
    created_at: datetime = classed("operational", "when it was made")
    parent_id: str | None = classed("public", "the theme that it is part of", default=None)
    definition: str = classed("public", "what belongs under it and what does not", default="")
    merged_into: str | None = classed("public", "the theme that took its place", default=None)


class CodingRow(SQLModel, table=True):
    """One answer or one comment, or a span of it, put under one theme by one member of staff."""

    __tablename__ = "coding"
    __table_args__ = (
        CheckConstraint("(answer_id IS NULL) <> (comment_id IS NULL)", name="one_thing_coded"),
        CheckConstraint("start >= 0 AND (stop > start OR (start = 0 AND stop = 0))", name="span_in_order"),
        UniqueConstraint("theme_id", "answer_id", "coded_by", "start", "stop"),
        UniqueConstraint("theme_id", "comment_id", "coded_by", "start", "stop"),
    )

    id: str = classed("public", "random id", primary_key=True)
    theme_id: str = classed("coded answer", "the theme", foreign_key="theme.id", index=True)
    answer_id: int | None = classed("coded answer", "the answer", default=None, foreign_key="answer.id", index=True)
    comment_id: int | None = classed("coded answer", "the comment", default=None, foreign_key="comment.id", index=True)
    start: int = classed("coded answer", "the first character (code point); 0 and 0 for the whole text", default=0)
    stop: int = classed("coded answer", "the character after the last", default=0)
    coded_by: str = classed("operational", "the member of staff", foreign_key="staff.id")
    coded_at: datetime = classed("operational", "when")
    memo: bytes | None = classed("personal words", "why, sealed with the person's key", default=None)


class OutcomeRow(SQLModel, table=True):
    """You said, we did; or we could not, because; or we are still deciding."""

    __tablename__ = "outcome"
    __table_args__ = (one_of("kind", OUTCOME_KINDS),)

    id: str = classed("public", "random id", primary_key=True)
    kind: str = classed("public", "did, could not or deciding")
    said: str = classed("public", "what people said, in words of staff")
    done: str = classed("public", "what was done, or why it could not be, in words of staff")
    theme_id: str | None = classed("public", "the theme", default=None, foreign_key="theme.id")
    owner_id: str | None = classed("operational", "who sees to it", default=None, foreign_key="staff.id")
    due_on: date | None = classed("operational", "when it shall be done", default=None)
    created_at: datetime = classed("operational", "when it was written")
    published_at: datetime | None = classed("public", "when people were told", default=None)
    about: str = classed(
        "public", "the answers that it is about, as a list of FLOW.QUESTION.CHOICE (JSON)", default="[]"
    )


class ToldRow(SQLModel, table=True):
    """A message of staff to a person: an answer, or word of what was done."""

    __tablename__ = "told"
    __table_args__ = (
        together("taken_back_by", "taken_back_at"),
        Index(
            "ix_told_findings_once",
            "findings_id",
            "conversation_id",
            unique=True,
            sqlite_where=text("findings_id IS NOT NULL AND taken_back_at IS NULL"),
            postgresql_where=text("findings_id IS NOT NULL AND taken_back_at IS NULL"),
        ),
    )

    outbox_id: int = classed("operational", "the message", primary_key=True, foreign_key="outbox.id")
    conversation_id: str = classed("operational", "the conversation", foreign_key="conversation.id", index=True)
    outcome_id: str | None = classed(
        "operational", "what it tells of; empty for an answer", default=None, foreign_key="outcome.id", index=True
    )
    findings_id: str | None = classed(
        "operational", "the findings that it tells; empty for any other", default=None, foreign_key="findings.id"
    )
    by: str = classed("operational", "who wrote it", foreign_key="staff.id")
    at: datetime = classed("operational", "when it was written")
    taken_back_by: str | None = classed("operational", "who took it back before it went", default=None)
    taken_back_at: datetime | None = classed("operational", "when", default=None)
    read_at: datetime | None = classed("operational", "when a page first showed it to the person", default=None)
