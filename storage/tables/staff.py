"""Staff, what they coded, and the record of what they did."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of

ROLES = ("viewer", "coder", "reviewer", "safeguarding", "analyst", "admin")


class Staff(SQLModel, table=True):
    """Somebody who works with what came in."""

    __tablename__ = "staff"
    __table_args__ = (one_of("role", ROLES),)

    id: str = classed("operational", "random id", primary_key=True)
    name: str = classed("contact", "the name to sign in with", unique=True)
    role: str = classed("operational", "what they may see and do")
    created_at: datetime = classed("operational", "when the account was made")
    disabled_at: datetime | None = classed("operational", "when it was closed", default=None)


class Theme(SQLModel, table=True):
    """A name for what people talk about."""

    __tablename__ = "theme"

    id: str = classed("public", "random id", primary_key=True)
    name: str = classed("public", "its name", unique=True)
    created_at: datetime = classed("operational", "when it was made")


class Coding(SQLModel, table=True):
    """One answer or one comment put under one theme by one member of staff."""

    __tablename__ = "coding"
    __table_args__ = (
        CheckConstraint("(answer_id IS NULL) <> (comment_id IS NULL)", name="one_thing_coded"),
        UniqueConstraint("theme_id", "answer_id", "coded_by"),
        UniqueConstraint("theme_id", "comment_id", "coded_by"),
    )

    id: int | None = classed("operational", "order", default=None, primary_key=True)
    theme_id: str = classed("coded answer", "the theme", foreign_key="theme.id")
    answer_id: int | None = classed("coded answer", "the answer", default=None, foreign_key="answer.id", index=True)
    comment_id: int | None = classed("coded answer", "the comment", default=None, foreign_key="comment.id", index=True)
    coded_by: str = classed("operational", "the member of staff", foreign_key="staff.id")
    coded_at: datetime = classed("operational", "when")


class Audit(SQLModel, table=True):
    """What was done, by whom, to what. No foreign keys: it outlives what it names."""

    __tablename__ = "audit"

    id: int | None = classed("operational", "order", default=None, primary_key=True)
    at: datetime = classed("operational", "when")
    by: str = classed("operational", "the member of staff or the command")
    what: str = classed("operational", "what was done")
    target: str = classed("operational", "kind and id of what it was done to", default="")
    reason: str = classed("operational", "why, where a reason is asked for", default="")
