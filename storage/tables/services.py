"""Which services run on this database, and which of them does what only one may do."""

from datetime import datetime

from sqlmodel import SQLModel

from storage.tables.privacy import classed


class ServiceRow(SQLModel, table=True):
    """A service that runs. Its number is never given twice, so it fences: who was replaced writes nothing more."""

    __tablename__ = "service"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: int | None = classed("operational", "its number, higher than all before", default=None, primary_key=True)
    until: datetime = classed(
        "operational", "when others may replace it, unless it is heard again; the database's time"
    )


class LeaseRow(SQLModel, table=True):
    """Something that one service does for all, such as fetching messages."""

    __tablename__ = "lease"

    name: str = classed("operational", "what is done", primary_key=True)
    service_id: int = classed("operational", "the service that does it")
    taken_at: datetime = classed("operational", "since when")
