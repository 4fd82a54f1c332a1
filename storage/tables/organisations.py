"""Organisations, what they signed, and how they measure themselves by it."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of

ARTEFACT_KINDS = ("charter", "local standard", "strategy", "training", "paper")


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


class SelfAssessmentRow(SQLModel, table=True):
    """One time that an organisation measures itself by a version of a standard."""

    __tablename__ = "self_assessment"

    id: str = classed("operational", "random id, and the owner of the key that seals its words", primary_key=True)
    organisation_id: str = classed("operational", "whose it is", foreign_key="organisation.id", index=True)
    standard: str = classed("public", "the standard, by the name of its file")
    version: int = classed("public", "its version")
    begun_at: datetime = classed("operational", "when it was begun")
    signed_off_at: datetime | None = classed(
        "operational", "when it was signed off; nothing changes after", default=None
    )
    signed_off_by: str = classed("operational", "by which role", default="")
    beside: str = classed(
        "coded answer", "what people said on the same statements, small numbers hidden, as it was then", default=""
    )


class SelfAssessmentEntryRow(SQLModel, table=True):
    """What an organisation says of one statement."""

    __tablename__ = "self_assessment_entry"
    __table_args__ = (one_of("standing", ("", "met", "partly", "not")),)

    assessment_id: str = classed(
        "operational", "the self-assessment", primary_key=True, foreign_key="self_assessment.id", ondelete="CASCADE"
    )
    statement: str = classed("public", "the statement, by its id", primary_key=True)
    standing: str = classed("operational", "met, partly or not; empty for not looked at yet")
    words: bytes = classed("personal words", "evidence, a link, the action and whose it is, sealed")
    due: date | None = classed("operational", "by when the action is done", default=None)
    is_done: bool = classed("operational", "whether the action is done", default=False)
    revision: int = classed("operational", "how often it was written")
    at: datetime = classed("operational", "when it was last written")


class SelfAssessmentLinkRow(SQLModel, table=True):
    """A personal link by which somebody of the organisation fills it in. The token itself is never stored."""

    __tablename__ = "self_assessment_link"

    id: str = classed("operational", "random id", primary_key=True)
    assessment_id: str = classed(
        "operational", "the self-assessment", foreign_key="self_assessment.id", ondelete="CASCADE"
    )
    token_hash: bytes = classed("secret", "keyed hash of the token in the link", unique=True)
    role: str = classed("operational", "the role of whoever has it, never a name")
    created_at: datetime = classed("operational", "when it was made")
    expires_at: datetime = classed("operational", "after this it opens nothing")


class ArtefactRow(SQLModel, table=True):
    """What came of involvement and lies elsewhere: a charter, a strategy, training. Only its link is kept."""

    __tablename__ = "artefact"
    __table_args__ = (one_of("kind", ARTEFACT_KINDS),)

    id: str = classed("operational", "random id", primary_key=True)
    kind: str = classed("public", "charter, local standard, strategy, training or paper")
    title: str = classed("public", "its title")
    link: str = classed("public", "where it lies on the web; empty if it does not", default="")
    organisation_id: str | None = classed(
        "operational",
        "the organisation that made it, if known",
        default=None,
        foreign_key="organisation.id",
        index=True,
    )
    made_with: str = classed("operational", "with whom it was made, in the words of staff", default="")
    made_on: date | None = classed("operational", "when it was made, if known", default=None)
    review_on: date | None = classed("operational", "when it is looked at again", default=None)
    is_public: bool = classed("operational", "whether its kind, title and link stand on the public page", default=False)
