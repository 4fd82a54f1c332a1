"""Invitations: links that start a flow. A token is made from its invitation's id with the look-up key, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from storage.crypto.vault import Vault
from storage.db.ids import new_id
from storage.db.typed_rows import row_as
from storage.people import contacts
from storage.tables import contacts as contact_table
from storage.tables import groups, invitations
from storage.tables.people import InvitationRow


@dataclass(frozen=True)
class InvitationTerms:
    """What an invitation starts and carries with it."""

    flow: str
    now: datetime
    expires_at: datetime | None = None
    place: str = ""
    nation: str = ""
    language: str = ""
    is_series: bool = False
    """By email, one question a letter."""


@dataclass(frozen=True)
class NewInvitation:
    """An invitation with the token for its link. `contact_id` is None for a printed one."""

    id: str
    token: str
    contact_id: str | None = None


@dataclass(frozen=True)
class Invitation:
    """What a token leads to."""

    id: str
    flow: str
    contact_id: str | None
    organisation_id: str | None
    place: str
    nation: str
    language: str
    is_series: bool = False
    expires_at: datetime | None = None


def print_links(tx: Connection, vault: Vault, *, terms: InvitationTerms, count: int) -> tuple[NewInvitation, ...]:
    """Make invitations for nobody in particular, to be printed."""
    return tuple(_make(tx, vault, terms, None) for _ in range(count))


def invite_group(tx: Connection, vault: Vault, *, group: str, terms: InvitationTerms) -> tuple[NewInvitation, ...]:
    """Return one invitation for each contact of a group, making those that are missing.

    Whoever has one for this flow and group keeps it, token and all, so a run that was cut off can be repeated.
    """
    return invite_contacts(tx, vault, group=group, terms=terms, contact_ids=contacts.members(tx, group=group))


def invite_contacts(
    tx: Connection, vault: Vault, *, group: str, terms: InvitationTerms, contact_ids: Sequence[str]
) -> tuple[NewInvitation, ...]:
    """Do as `invite_group` for some of the group, so that a large one never holds the database for long."""
    group_id = tx.execute(select(groups.c.id).where(groups.c.name == group)).scalar_one_or_none()
    known = _known(tx, group_id, terms.flow, contact_ids)
    return tuple(
        NewInvitation(known[contact_id], vault.token_of(known[contact_id]), contact_id)
        if contact_id in known
        else _make(tx, vault, terms, contact_id, group_id)
        for contact_id in contact_ids
    )


def known(tx: Connection, *, group: str, flow: str, contact_ids: Sequence[str]) -> dict[str, str]:
    """Return the invitation of each of these contacts of a group that has one, by the contact's id."""
    group_id = tx.execute(select(groups.c.id).where(groups.c.name == group)).scalar_one_or_none()
    return _known(tx, group_id, flow, contact_ids)


def resolve(tx: Connection, vault: Vault, *, token: str, now: datetime) -> Invitation | None:
    """Return what a token leads to; None when it is unknown or too old."""
    theirs = select(invitations).where(invitations.c.token_hash == vault.hash_token(token))
    row = row_as(InvitationRow, tx.execute(theirs).first())
    if row is None or (row.expires_at is not None and row.expires_at <= now):
        return None
    return _invitation(row)


def by_id(tx: Connection, *, invitation_id: str) -> Invitation | None:
    """Return an invitation, however old; None when there is none."""
    row = row_as(InvitationRow, tx.execute(select(invitations).where(invitations.c.id == invitation_id)).first())
    return _invitation(row) if row else None


def why_closed(tx: Connection, *, invitation_id: str, now: datetime) -> str:
    """Return why nobody needs to be written to about an invitation; empty while it waits for its answer."""
    query = select(invitations.c.used_at, invitations.c.expires_at).where(invitations.c.id == invitation_id)
    row = tx.execute(query).first()
    if row is None:
        return "This invitation is gone."
    if row.used_at is not None:
        return "This invitation has been answered."
    return "This invitation is over." if row.expires_at is not None and row.expires_at <= now else ""


def use(tx: Connection, *, invitation_id: str, now: datetime) -> None:
    """Record when an invitation first started a conversation."""
    unused = update(invitations).where(invitations.c.id == invitation_id, invitations.c.used_at.is_(None))
    tx.execute(unused.values(used_at=now))


def close(tx: Connection, *, invitation_id: str, now: datetime) -> None:
    """End an invitation that reached the wrong person: its link starts nothing more."""
    tx.execute(update(invitations).where(invitations.c.id == invitation_id).values(expires_at=now))


def invited(tx: Connection, *, flow: str) -> int:
    """Return how many invitations were made for a flow."""
    return int(tx.execute(select(func.count()).where(invitations.c.flow == flow)).scalar_one())


def _known(tx: Connection, group_id: str | None, flow: str, contact_ids: Sequence[str]) -> dict[str, str]:
    query = select(invitations.c.contact_id, invitations.c.id).where(invitations.c.contact_id.in_(contact_ids))
    rows = tx.execute(query.where(invitations.c.flow == flow, invitations.c.group_id == group_id))
    return {str(row.contact_id): str(row.id) for row in rows}


def _invitation(row: InvitationRow) -> Invitation:
    return Invitation(
        row.id,
        row.flow,
        row.contact_id,
        row.organisation_id,
        row.place,
        row.nation,
        row.language,
        row.is_series,
        row.expires_at,
    )


def _make(
    tx: Connection, vault: Vault, terms: InvitationTerms, contact_id: str | None, group_id: str | None = None
) -> NewInvitation:
    sought = select(contact_table).where(contact_table.c.id == contact_id)
    contact = tx.execute(sought).first() if contact_id else None
    invitation_id = new_id()
    token = vault.token_of(invitation_id)
    row = {
        "id": invitation_id,
        "token_hash": vault.hash_token(token),
        "flow": terms.flow,
        "group_id": group_id,
        "contact_id": contact_id,
        "organisation_id": contact.organisation_id if contact else None,
        "place": terms.place,
        "nation": (contact.nation if contact else "") or terms.nation,
        "language": (contact.language if contact else "") or terms.language,
        "is_series": terms.is_series,
        "created_at": terms.now,
        "expires_at": terms.expires_at,
    }
    tx.execute(insert(invitations), row)
    return NewInvitation(invitation_id, token, contact_id)
