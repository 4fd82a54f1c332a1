"""Groups of contacts, as staff keep them: made, looked at, and taken away again with the addresses in them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Exists, and_, delete, exists, func, insert, or_, select

from storage.audit import undo as acts
from storage.audit.undo import CannotUndo, PastAct
from storage.crypto.vault import Vault
from storage.db.errors import StorageError
from storage.db.ids import new_id
from storage.people import erasure
from storage.people.contacts import CHANNEL
from storage.tables import contacts, groups, invitations, kept_out, links, memberships, staff_acts

BROUGHT_IN = "brought in a list"
"""What the acts are called with which a list comes in."""


class GroupTaken(StorageError):
    """There is a group of this name."""


@dataclass(frozen=True)
class Group:
    """A group, and how many contacts are in it now, with those whom a list named and who get no more letters."""

    id: str
    name: str
    created_at: datetime
    contacts: int
    invited: int
    """Invitations that were ever made for it."""


def every(tx: Connection) -> tuple[Group, ...]:
    """Return every group, by name."""
    return _groups(tx)


def with_id(tx: Connection, *, group_id: str) -> Group | None:
    """Return a group, or None if there is none."""
    return next(iter(_groups(tx, group_id)), None)


def add(tx: Connection, *, name: str, now: datetime) -> str:
    """Make a group and return its id. Raises GroupTaken."""
    if tx.execute(select(groups.c.id).where(groups.c.name == name)).first():
        raise GroupTaken(f"There is a group {name} already.")
    row = {"id": new_id(), "name": name, "created_at": now}
    tx.execute(insert(groups), row)
    return str(row["id"])


def remove_contacts(tx: Connection, vault: Vault, *, group_id: str) -> int:
    """Take everybody out of a group, and return how many addresses went for good.

    An address goes that is in no other group, unless somebody takes part with it now: then it goes with the link to
    that person, when its time is over (`storage.people.erasure.expire_links`). A group that nobody was ever invited in goes too.
    """
    theirs = select(memberships.c.contact_id).where(memberships.c.group_id == group_id)
    contact_ids = tx.execute(theirs).scalars().all()
    tx.execute(delete(memberships).where(memberships.c.group_id == group_id))
    tx.execute(delete(kept_out).where(kept_out.c.group_id == group_id))
    alone = contacts.c.id.in_(contact_ids), ~_is_in_a_group(), ~_takes_part()
    gone = tx.execute(select(contacts.c.id).where(*alone)).scalars().all()
    for contact_id in gone:
        erasure.remove_contact(tx, vault, contact_id=contact_id)
    unused = ~exists().where(invitations.c.group_id == groups.c.id)
    tx.execute(delete(groups).where(groups.c.id == group_id, unused))
    return len(gone)


def acts_of_list(tx: Connection, *, act_id: str) -> tuple[str, ...]:
    """Return the acts with which one list was brought in, part by part; none for no such act."""
    one = select(staff_acts.c.by, staff_acts.c.at).where(staff_acts.c.id == act_id).subquery()
    same = and_(staff_acts.c.by == one.c.by, staff_acts.c.at == one.c.at)
    lists = select(staff_acts.c.id).join(one, same).where(staff_acts.c.what == BROUGHT_IN)
    return tuple(tx.execute(lists).scalars())


def undo(tx: Connection, vault: Vault, *, act_id: str, by: str, now: datetime) -> PastAct:
    """Undo one part of a list that was brought in: who was in no group before is forgotten, address and all.

    Raises CannotUndo, also where somebody new on the list was invited since: they may hold a letter of ours.
    """
    done = acts.undo(tx, vault, act_id=act_id, by=by, now=now)
    fresh = (contacts.c.channel == CHANNEL, contacts.c.created_at == done.at)
    invited = exists().where(invitations.c.contact_id == contacts.c.id)
    if tx.execute(select(contacts.c.id).where(*fresh, or_(invited, _takes_part())).limit(1)).first():
        raise CannotUndo("Somebody of this list was invited since.")
    for contact_id in tx.execute(select(contacts.c.id).where(*fresh, ~_is_in_a_group())).scalars().all():
        erasure.remove_contact(tx, vault, contact_id=contact_id)
    return done


def _is_in_a_group() -> Exists:
    return exists().where(memberships.c.contact_id == contacts.c.id)


def _takes_part() -> Exists:
    return exists().where(links.c.contact_id == contacts.c.id)


def _groups(tx: Connection, group_id: str | None = None) -> tuple[Group, ...]:
    inside = select(func.count()).where(memberships.c.group_id == groups.c.id).scalar_subquery()
    member = exists().where(
        memberships.c.group_id == groups.c.id,
        memberships.c.contact_id == contacts.c.id,
        contacts.c.lookup == kept_out.c.lookup,
    )
    aside = select(func.count()).where(kept_out.c.group_id == groups.c.id, ~member.correlate(groups, kept_out))
    size = inside + aside.scalar_subquery()
    invited = select(func.count()).where(invitations.c.group_id == groups.c.id).scalar_subquery()
    query = select(groups.c.id, groups.c.name, groups.c.created_at, size, invited).order_by(groups.c.name)
    if group_id is not None:
        query = query.where(groups.c.id == group_id)
    return tuple(Group(*row) for row in tx.execute(query))
