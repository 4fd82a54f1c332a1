"""What helps staff through the day: texts on which they have settled, templates of answers, and answers not yet sent."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.privacy import classed


class SettledTextRow(SQLModel, table=True):
    """Coders differed on one text, and somebody has said under which themes it stands."""

    __tablename__ = "settled_text"
    __table_args__ = (
        CheckConstraint("(answer_id IS NULL) <> (comment_id IS NULL)", name="one_text_settled"),
        UniqueConstraint("answer_id"),
        UniqueConstraint("comment_id"),
    )

    id: str = classed("operational", "random id", primary_key=True)
    answer_id: int | None = classed("operational", "the answer", default=None, foreign_key="answer.id")
    comment_id: int | None = classed("operational", "the comment", default=None, foreign_key="comment.id")
    given: str = classed("coded answer", "the themes that each coder had given before, by their ids, as JSON")
    by: str = classed("operational", "who settled it", foreign_key="staff.id")
    at: datetime = classed("operational", "when")


class AnswerTemplateRow(SQLModel, table=True):
    """Words of the team that an answer can begin with. Nothing of anybody belongs in them."""

    __tablename__ = "answer_template"

    id: str = classed("operational", "random id", primary_key=True)
    name: str = classed("operational", "what it is called", unique=True)
    words: str = classed("operational", "the words of the team")
    by: str = classed("operational", "who wrote it first", foreign_key="staff.id")
    at: datetime = classed("operational", "when")


class ReplyDraftRow(SQLModel, table=True):
    """An answer that somebody has begun and not sent."""

    __tablename__ = "reply_draft"
    __table_args__ = (UniqueConstraint("conversation_id", "by"),)

    id: str = classed("operational", "random id", primary_key=True)
    conversation_id: str = classed("operational", "the conversation", foreign_key="conversation.id", index=True)
    by: str = classed("operational", "who writes it", foreign_key="staff.id")
    at: datetime = classed("operational", "when it was last kept")
    words: bytes | None = classed("personal words", "the draft, sealed with the person's key", default=None)


class ThemeSampleRow(SQLModel, table=True):
    """The random sample of the replies of one flow, which staff sort first."""

    __tablename__ = "theme_sample"

    flow: str = classed("operational", "the flow", primary_key=True)
    seed: str = classed("operational", "random; with it each reply is drawn or not")
    limit: int = classed("operational", "how far the sample reaches, of 2 to the power of 63", sa_type=BigInteger)
    drawn_by: str = classed("operational", "who drew it", foreign_key="staff.id")
    drawn_at: datetime = classed("operational", "when it was drawn, or last widened")


class ReportTextRow(SQLModel, table=True):
    """One version of the words that staff write around the figures of a report. Each change adds a version."""

    __tablename__ = "report_text"
    __table_args__ = (UniqueConstraint("flow", "version"),)

    id: str = classed("operational", "random id", primary_key=True)
    flow: str = classed("operational", "the flow whose report it is")
    version: int = classed("operational", "1 for the first; the highest counts")
    words: str = classed("public", "the words of staff, as a TOML file: nothing that anybody said")
    quotes: str = classed(
        "operational",
        "which texts staff chose to quote, as a list of their ids (JSON); null leaves it to the rule",
        default="null",
    )
    written_by: str = classed("operational", "the name of the member of staff, or of the command")
    written_at: datetime = classed("operational", "when")
