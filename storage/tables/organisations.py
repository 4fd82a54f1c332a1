"""Organisations, and what they signed."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.privacy import classed


class OrganisationRow(SQLModel, table=True):
    """An organisation that contacts and invitations belong to."""

    __tablename__ = "organisation"

    id: str = classed("public", "random id", primary_key=True)
    name: str = classed("contact", "its name, as imported or as staff wrote it", unique=True)
    kind: str = classed("operational", "trust, service, team, charity or another kind, if known", default="")
    nation: str = classed("operational", "england, wales, scotland or northern ireland, if known", default="")
    place: str = classed("operational", "where it is, if known", default="")
    level: str = classed("operational", "the level at which it uses the standards, if known", default="")
    promise: str = classed("operational", "what it promised, in the words of staff", default="")
    part_of: str | None = classed("operational", "the organisation that it is a part of", default=None)
    same_as: str | None = classed("operational", "the organisation that it counts as, where they are one", default=None)
    review_on: date | None = classed("operational", "when its promise is looked at again", default=None)


class SignatureRow(SQLModel, table=True):
    """A version of a standard that an organisation signed."""

    __tablename__ = "signature"
    __table_args__ = (UniqueConstraint("organisation_id", "standard", "version"),)

    id: str = classed("operational", "random id", primary_key=True)
    organisation_id: str = classed("operational", "the organisation", foreign_key="organisation.id")
    standard: str = classed("public", "the standard, by the name of its file")
    version: int = classed("public", "its version")
    signed_on: date | None = classed("operational", "the day of signing, if known", default=None)
