"""What is set in the browser: settings by their names, and files of questions, words and help numbers."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of

FILE_STATES = ("draft", "published")


class SettingRow(SQLModel, table=True):
    """One setting. A secret is sealed; every other value can be read."""

    __tablename__ = "setting"

    name: str = classed("operational", "the name of the setting", primary_key=True)
    value: str | None = classed("operational", "its value, where it is no secret", default=None)
    sealed: bytes | None = classed("secret", "its value, sealed, where it is a secret", default=None)
    changed_at: datetime = classed("operational", "when it was last changed")
    changed_by: str = classed("operational", "the member of staff who changed it")


class FirstLinkRow(SQLModel, table=True):
    """The one-time link of a first start, and whether somebody has the recovery sheet. One row at most."""

    __tablename__ = "first_link"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: int = classed("operational", "always 1", primary_key=True)
    token_hash: bytes = classed("secret", "keyed hash of the token of the link")
    until: datetime = classed("operational", "until when the link works")
    sheet_seen_at: datetime | None = classed(
        "operational", "when somebody showed that they have the recovery sheet", default=None
    )


class SettingFileRow(SQLModel, table=True):
    """A file of questions, words or help numbers, written in the browser."""

    __tablename__ = "setting_file"
    __table_args__ = (one_of("state", FILE_STATES),)

    path: str = classed("public", "its place, such as flows/people.toml", primary_key=True)
    state: str = classed("operational", "draft, or published", primary_key=True)
    text: str = classed("public", "what stands in it: nothing that anybody said")
    changed_at: datetime = classed("operational", "when it was last changed")
    changed_by: str = classed("operational", "the member of staff who changed it")
