"""Who can take part: people as pseudonyms, contacts as sealed addresses, and the link between them kept apart."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import SQLModel

from storage.tables.privacy import classed, one_of


class PersonRow(SQLModel, table=True):
    """A random pseudonym. Everything said hangs on it; nothing here says who it is."""

    __tablename__ = "person"

    id: str = classed("public", "random pseudonym, 26 characters", primary_key=True)
    created_at: datetime = classed("operational", "when the pseudonym was made")
    erased_at: datetime | None = classed("operational", "when everything of this person was erased", default=None)


class VaultKeyRow(SQLModel, table=True):
    """One owner's key, wrapped by the master key of the key file. Deleting the row erases what it sealed."""

    __tablename__ = "vault_key"

    owner: str = classed(
        "operational", "a person, a contact, a self-assessment, `transit` or `canary`", primary_key=True
    )
    wrapped: bytes = classed("secret", "the owner's key, sealed with the master key")


class ContactRow(SQLModel, table=True):
    """An address where somebody can be reached, sealed with its own key."""

    __tablename__ = "contact"
    __table_args__ = (UniqueConstraint("channel", "lookup"),)

    id: str = classed("operational", "random id", primary_key=True)
    channel: str = classed("operational", "telegram, email, web or terminal")
    lookup: bytes = classed("secret", "keyed hash of the address, to find it again")
    address: bytes | None = classed("contact", "the address, sealed", default=None)
    name: bytes | None = classed("contact", "the name, sealed", default=None)
    organisation_id: str | None = classed(
        "contact", "where this contact works", default=None, foreign_key="organisation.id", index=True
    )
    role: str = classed("contact", "the role, as imported", default="")
    nation: str = classed("contact", "england, wales, scotland or northern ireland, if known", default="")
    language: str = classed("contact", "the language to write in, if known", default="")
    blocked_at: datetime | None = classed("operational", "when the contact blocked us", default=None)
    created_at: datetime = classed("operational", "when we first heard of it")


class LinkRow(SQLModel, table=True):
    """Which person a contact is. Review and analysis never join it; it expires."""

    __tablename__ = "link"

    contact_id: str = classed("contact", "the contact", primary_key=True, foreign_key="contact.id", ondelete="CASCADE")
    person_id: str = classed("contact", "the person", foreign_key="person.id", index=True)
    created_at: datetime = classed("operational", "when the link was made")
    expires_at: datetime | None = classed("operational", "when the link is removed", default=None, index=True)


class GroupRow(SQLModel, table=True):
    """A named list of contacts."""

    __tablename__ = "contact_group"

    id: str = classed("operational", "random id", primary_key=True)
    name: str = classed("operational", "what staff call it", unique=True)
    created_at: datetime = classed("operational", "when it was made")


class MembershipRow(SQLModel, table=True):
    """A contact in a group."""

    __tablename__ = "membership"

    group_id: str = classed(
        "operational", "the group", primary_key=True, foreign_key="contact_group.id", ondelete="CASCADE"
    )
    contact_id: str = classed(
        "contact", "the contact", primary_key=True, foreign_key="contact.id", ondelete="CASCADE", index=True
    )


class KeptOutRow(SQLModel, table=True):
    """A row of a list that was left out, for its address gets no more letters: kept so that no list tells whose it is."""

    __tablename__ = "kept_out"

    group_id: str = classed(
        "operational", "the group", primary_key=True, foreign_key="contact_group.id", ondelete="CASCADE"
    )
    lookup: bytes = classed("secret", "keyed hash of the address", primary_key=True, index=True)
    digest: bytes = classed("secret", "keyed hash of the whole row, to see that it came again")


class PlaceNameRow(SQLModel, table=True):
    """A name of a place that staff have tidied: another spelling of one, or a place that lies in one."""

    __tablename__ = "place_name"

    name: str = classed("operational", "the name, as links have it or as staff wrote it", primary_key=True)
    same_as: str | None = classed(
        "operational", "the name that it counts as, where it is another spelling", default=None
    )
    part_of: str | None = classed("operational", "the name of the place that it lies in", default=None)


class InvitationRow(SQLModel, table=True):
    """A link that somebody can start from. The token itself is never stored."""

    __tablename__ = "invitation"
    __table_args__ = (Index("ix_invitation_once_each", "flow", "group_id", "contact_id", unique=True),)

    id: str = classed("operational", "random id", primary_key=True)
    token_hash: bytes = classed("secret", "keyed hash of the token in the link", unique=True)
    flow: str = classed("public", "the flow that it starts")
    group_id: str | None = classed(
        "operational", "the group that was invited", default=None, foreign_key="contact_group.id"
    )
    contact_id: str | None = classed(
        "contact",
        "who was invited; empty for printed links",
        default=None,
        foreign_key="contact.id",
        ondelete="SET NULL",
        index=True,
    )
    organisation_id: str | None = classed(
        "operational", "the organisation that the answers count for", default=None, foreign_key="organisation.id"
    )
    place: str = classed("operational", "the service or place named on the link", default="")
    nation: str = classed("operational", "whose help numbers to show", default="")
    language: str = classed("operational", "the language to begin in", default="")
    is_series: bool = classed("operational", "by email it asks one question a letter", default=False)
    created_at: datetime = classed("operational", "when it was made")
    expires_at: datetime | None = classed("operational", "after this it starts nothing", default=None)
    used_at: datetime | None = classed("operational", "when it first started a conversation", default=None)


class ReturnCodeRow(SQLModel, table=True):
    """The code with which somebody comes back, as a keyed hash."""

    __tablename__ = "return_code"

    code_hash: bytes = classed("secret", "keyed hash of the return code", primary_key=True)
    person_id: str = classed("operational", "whose it is", foreign_key="person.id", index=True)
    conversation_id: str = classed(
        "operational", "the conversation it leads to", foreign_key="conversation.id", index=True
    )


class ErasureLedgerRow(SQLModel, table=True):
    """Who was erased and when, so that a restored backup forgets them again."""

    __tablename__ = "erasure_ledger"
    __table_args__ = (one_of("why", ("asked", "no consent", "no reply")),)

    person_id: str = classed("operational", "the pseudonym that was erased", primary_key=True)
    at: datetime = classed("operational", "when")
    why: str = classed("operational", "asked, no consent or no reply")
