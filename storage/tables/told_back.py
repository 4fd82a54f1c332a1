"""What goes back to everybody: the public page of a flow, and findings that people are told."""

from datetime import datetime

from sqlmodel import SQLModel

from storage.tables.privacy import classed


class PublicPageRow(SQLModel, table=True):
    """What staff chose to show the public of one flow: figures that were published, quotes, outcomes, and their own words."""

    __tablename__ = "public_page"

    flow: str = classed("public", "the flow", primary_key=True)
    is_open: bool = classed("public", "whether anybody may see it", default=False)
    texts: str = classed("public", "the words of staff in each language, as JSON", default="{}")
    report: str = classed("public", "the figures as they were published, as JSON; empty for none", default="")
    questions: str = classed("public", "the ids of the questions whose figures are shown, as JSON", default="[]")
    outcomes: str = classed("public", "the ids of the outcomes that are shown, as JSON", default="[]")
    quotes: str = classed("operational", "the texts that may be quoted, as a list of their ids (JSON)", default="[]")
    changed_by: str = classed("operational", "who changed it last")
    changed_at: datetime = classed("public", "when it was last changed")


class FindingsRow(SQLModel, table=True):
    """What was found, in plain words of staff: a message to everybody who asked to hear."""

    __tablename__ = "findings"

    id: str = classed("public", "random id", primary_key=True)
    flow: str = classed("public", "the flow", index=True)
    texts: str = classed("public", "the message in each language, as JSON")
    written_by: str = classed("operational", "who wrote it")
    written_at: datetime = classed("operational", "when it was written")
    sent_at: datetime | None = classed("public", "when people were first told", default=None)
