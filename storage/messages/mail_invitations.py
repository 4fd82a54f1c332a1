"""Writing to a group: a letter for everybody who has none yet, however often it is asked for; and taking it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeVar

from sqlalchemy import ColumnElement, Connection, delete, exists, func, or_, select

from storage.crypto.vault import Vault
from storage.messages import outgoing_mail
from storage.people import invitations
from storage.people.contacts import CHANNEL, ContactEntry
from storage.people.invitations import InvitationTerms
from storage.tables import contacts, groups, memberships, outbox, suppressions
from storage.tables import invitations as invitation_table

LEFT_IN_PEACE = timedelta(days=3)
"""Nobody is reminded of a letter that came a moment ago."""
_TOGETHER = 200
"""Contacts in one transaction: whatever else is written is never kept waiting for long."""

_UNTRIED: tuple[ColumnElement[bool], ...] = (
    outbox.c.kind.in_(("invitation", "reminder")),
    outbox.c.state == "waiting",
    outbox.c.tries == 0,
)
"""Nothing was composed for these yet, so that they leave no trace."""

_PRINTED: tuple[ColumnElement[bool], ...] = (
    invitation_table.c.contact_id.is_(None),
    invitation_table.c.group_id.is_(None),
)

Kind = Literal["invitation", "reminder"]
Each = TypeVar("Each")


@dataclass(frozen=True)
class LetterBatch:
    """Letters to be written to a group. They go out from `goes_at` on, which leaves time to take them back.

    With `a_day` they are spread over days, so many on each; 0 for all at once.
    """

    group: str
    terms: InvitationTerms
    kind: Kind = "invitation"
    goes_at: datetime | None = None
    a_day: int = 0

    def goes(self, number: int) -> datetime | None:
        """Return when letter `number` goes, counted from 0; None for at once."""
        begins = self.goes_at or self.terms.now
        return begins + timedelta(days=number // self.a_day) if self.a_day else self.goes_at


@dataclass(frozen=True)
class UnsentLetters:
    """Letters of one kind that nobody has tried to send yet, and when the first of them goes."""

    flow: str
    kind: str
    count: int
    goes_at: datetime


@dataclass(frozen=True)
class PrintBatch:
    """Links that were printed together: how many, and how many of them somebody has used."""

    flow: str
    made_at: datetime
    count: int
    used: int


def parts(people: Sequence[Each]) -> Iterator[Sequence[Each]]:
    """Yield contacts in parts that are stored, or written to, in one transaction each."""
    for start in range(0, len(people), _TOGETHER):
        yield people[start : start + _TOGETHER]


def write(tx: Connection, vault: Vault, *, wanted: LetterBatch, contact_ids: Sequence[str], before: int = 0) -> int:
    """Queue a letter for each of these contacts of a group, and return how many are new.

    `before` is how many letters of the same batch were queued already, for their days. Whoever had one gets no second one. A reminder goes only to somebody who was written to some days ago, has not
    answered, and whose link still works.
    """
    terms = wanted.terms
    if wanted.kind == "invitation":
        made = invitations.invite_contacts(tx, vault, group=wanted.group, terms=terms, contact_ids=contact_ids)
        ids = {str(one.contact_id): one.id for one in made}
    else:
        known = invitations.known(tx, group=wanted.group, flow=terms.flow, contact_ids=contact_ids)
        ids = {contact: one for contact, one in known.items() if _may_be_reminded(tx, one, terms.now)}
    queued = 0
    for contact, one in ids.items():
        goes_at = wanted.goes(before + queued)
        queued += outgoing_mail.queue_invitation(
            tx, invitation_id=one, contact_id=contact, kind=wanted.kind, at=terms.now, goes_at=goes_at
        )
    return queued


def write_again(tx: Connection, *, group: str, flow: str, now: datetime) -> tuple[int, int]:
    """Queue each refused letter of a group once more, and return how many those are, and how many stay refused.

    Refused stays what would only be refused again: nobody has the address, they want no letters, or they have answered.
    """
    query = (
        select(outbox.c.id, contacts.c.blocked_at, suppressions.c.why)
        .join(invitation_table, invitation_table.c.id == outbox.c.invitation_id)
        .join(groups, groups.c.id == invitation_table.c.group_id)
        .join(contacts, contacts.c.id == outbox.c.contact_id)
        .outerjoin(suppressions, suppressions.c.lookup == contacts.c.lookup)
        .where(groups.c.name == group, invitation_table.c.flow == flow, outbox.c.state == "refused")
        .where(invitation_table.c.used_at.is_(None))
        .where(or_(invitation_table.c.expires_at.is_(None), invitation_table.c.expires_at > now))
    )
    rows = tx.execute(query).all()
    wanted = [row.id for row in rows if row.blocked_at is None and row.why is None]
    for start in range(0, len(wanted), _TOGETHER):
        outgoing_mail.queue_again(tx, outbox_ids=wanted[start : start + _TOGETHER], now=now)
    return len(wanted), len(rows) - len(wanted)


def came_back(tx: Connection, vault: Vault, *, entries: Sequence[ContactEntry]) -> tuple[int, ...]:
    """Return which of these entries, counted from 0, have an address that gave a letter of ours back.

    Whoever holds a list can mend it by this, and no page need show an address.
    """
    gone = select(contacts.c.lookup).where(contacts.c.channel == CHANNEL, contacts.c.blocked_at.is_not(None))
    brought_in = exists().where(memberships.c.contact_id == contacts.c.id)
    lookups = frozenset(bytes(lookup) for lookup in tx.execute(gone.where(brought_in)).scalars())
    return tuple(number for number, one in enumerate(entries) if vault.lookup(CHANNEL, one.email) in lookups)


def held(tx: Connection, *, group: str) -> tuple[UnsentLetters, ...]:
    """Return the letters to a group that can still be taken back."""
    query = (
        select(invitation_table.c.flow, outbox.c.kind, func.count(), func.min(outbox.c.next_at))
        .join(outbox, outbox.c.invitation_id == invitation_table.c.id)
        .join(groups, groups.c.id == invitation_table.c.group_id)
        .where(groups.c.name == group, *_UNTRIED)
        .group_by(invitation_table.c.flow, outbox.c.kind)
        .order_by(invitation_table.c.flow, outbox.c.kind)
    )
    return tuple(UnsentLetters(*row) for row in tx.execute(query))


def take_back(tx: Connection, *, group: str) -> int:
    """Take back every letter to a group that nobody has tried to send, and return how many.

    An invitation that was made for such a letter goes with it, so that nobody counts as invited who was not written to.
    """
    theirs = select(invitation_table.c.id).join(groups, groups.c.id == invitation_table.c.group_id)
    of_group = outbox.c.invitation_id.in_(theirs.where(groups.c.name == group))
    found = tx.execute(
        select(outbox.c.id, outbox.c.invitation_id, outbox.c.created_at).where(of_group, *_UNTRIED)
    ).all()
    for row in found:
        tx.execute(delete(outbox).where(outbox.c.id == row.id))
        needless = (
            invitation_table.c.id == row.invitation_id,
            # Made for this very letter; an older one may have been handed over in other ways.
            invitation_table.c.created_at == row.created_at,
            invitation_table.c.used_at.is_(None),
            ~exists().where(outbox.c.invitation_id == invitation_table.c.id),
        )
        tx.execute(delete(invitation_table).where(*needless))
    return len(found)


def batches(tx: Connection) -> tuple[PrintBatch, ...]:
    """Return the links that were made for nobody in particular, the latest first."""
    made = (invitation_table.c.flow, invitation_table.c.created_at)
    query = select(*made, func.count(), func.count(invitation_table.c.used_at)).where(*_PRINTED).group_by(*made)
    return tuple(PrintBatch(*row) for row in tx.execute(query.order_by(made[1].desc(), made[0])))


def take_links_back(tx: Connection, *, flow: str, made_at: datetime) -> int:
    """Take back the links of one printing that nobody has used, and return how many."""
    of_batch = (invitation_table.c.flow == flow, invitation_table.c.created_at == made_at)
    return tx.execute(
        delete(invitation_table).where(*of_batch, *_PRINTED, invitation_table.c.used_at.is_(None))
    ).rowcount


def _may_be_reminded(tx: Connection, invitation_id: str, now: datetime) -> bool:
    was_written = outgoing_mail.was_written(tx, invitation_id=invitation_id, before=now - LEFT_IN_PEACE)
    return was_written and not invitations.why_closed(tx, invitation_id=invitation_id, now=now)
