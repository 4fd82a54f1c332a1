"""Contacts that staff bring in, by group. Names and addresses are sealed; nothing is written in a dry run."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, Table, select, update

from feedback.channels import EMAIL
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.dialect import insert_into
from storage.db.ids import new_id
from storage.db.typed_rows import row_as
from storage.people import people
from storage.tables import contacts, groups, memberships, organisations

CHANNEL = EMAIL.name


@dataclass(frozen=True)
class ContactEntry:
    """One line of an import, already checked: the address in lower case."""

    email: str
    name: str = ""
    organisation: str = ""
    role: str = ""
    nation: str = ""
    language: str = ""


@dataclass(frozen=True)
class ContactImport:
    """What an import changed, or would change: line numbers from 0 in the order given."""

    new: tuple[int, ...]
    changed: tuple[int, ...]
    same: tuple[int, ...]


def compare(tx: Connection, vault: Vault, *, group: str, entries: Sequence[ContactEntry]) -> ContactImport:
    """Return what `bring_in` would do. `changed` includes known contacts that are not in the group yet."""
    sorted_in: dict[str, list[int]] = {"new": [], "changed": [], "same": []}
    group_id = tx.execute(select(groups.c.id).where(groups.c.name == group)).scalar_one_or_none()
    for number, entry in enumerate(entries):
        sorted_in[_standing(tx, vault, group_id, entry)].append(number)
    return ContactImport(tuple(sorted_in["new"]), tuple(sorted_in["changed"]), tuple(sorted_in["same"]))


def bring_in(
    tx: Connection,
    vault: Vault,
    *,
    group: str,
    entries: Sequence[ContactEntry],
    now: datetime,
    doing: Act | None = None,
) -> ContactImport:
    """Store contacts and put them in a group, making it if it is new. Doing it twice changes nothing.

    As an act of staff, who was put into the group can be taken out again (`storage.people.groups.undo`).
    """
    outcome, group_id = compare(tx, vault, group=group, entries=entries), _group(tx, group, now)
    join = doing.insert if doing else partial(_insert, tx)
    for number in (*outcome.new, *outcome.changed):
        entry = entries[number]
        contact_id = people.contact_for(tx, vault, channel=CHANNEL, address=entry.email, now=now)
        name = vault.seal(tx, contact_id, people.NAME, entry.name, contact_id) if entry.name else None
        values = {"name": name, "organisation_id": _organisation(tx, entry.organisation), **_plain(entry)}
        tx.execute(update(contacts).where(contacts.c.id == contact_id).values(values))
        if group_id not in _groups_of(tx, contact_id):
            join(memberships, {"group_id": group_id, "contact_id": contact_id})
    return outcome


def members(tx: Connection, *, group: str) -> tuple[str, ...]:
    """Return the ids of the contacts of a group, in a steady order; none for an unknown group."""
    query = select(memberships.c.contact_id).join(groups, groups.c.id == memberships.c.group_id)
    return tuple(tx.execute(query.where(groups.c.name == group).order_by(memberships.c.contact_id)).scalars())


def is_member(tx: Connection, *, contact_id: str) -> bool:
    """Return whether staff brought this contact in; others are known only because they wrote."""
    theirs = select(memberships.c.contact_id).where(memberships.c.contact_id == contact_id)
    return tx.execute(theirs.limit(1)).first() is not None


def _standing(tx: Connection, vault: Vault, group_id: str | None, entry: ContactEntry) -> str:
    """Say how an entry stands to what is stored. Who only wrote to us is new: a list must not tell who took part."""
    query = select(contacts, organisations.c.name.label("organisation")).outerjoin(organisations)
    known = (contacts.c.channel == CHANNEL, contacts.c.lookup == vault.lookup(CHANNEL, entry.email))
    row = row_as(_Known, tx.execute(query.where(*known)).first())
    theirs = _groups_of(tx, row.id) if row else frozenset()
    if row is None or not theirs:
        return "new"
    return "same" if group_id in theirs and _as_entry(tx, vault, row, entry.email) == entry else "changed"


class _Known(NamedTuple):
    """A contact that was brought in before, with the name of its organisation."""

    id: str
    name: bytes | None
    organisation: str | None
    role: str
    nation: str
    language: str


def _groups_of(tx: Connection, contact_id: str) -> frozenset[str]:
    theirs = select(memberships.c.group_id).where(memberships.c.contact_id == contact_id)
    return frozenset(tx.execute(theirs).scalars())


def _as_entry(tx: Connection, vault: Vault, row: _Known, email: str) -> ContactEntry:
    name = vault.open(tx, row.id, people.NAME, row.name, row.id) if row.name is not None else ""
    return ContactEntry(email, name, row.organisation or "", row.role, row.nation, row.language)


def _insert(tx: Connection, table: Table, row: dict[str, object]) -> None:
    tx.execute(insert_into(tx, table).on_conflict_do_nothing(), row)


def _plain(entry: ContactEntry) -> dict[str, str]:
    return {"role": entry.role, "nation": entry.nation, "language": entry.language}


def _group(tx: Connection, name: str, now: datetime) -> str:
    tx.execute(insert_into(tx, groups).on_conflict_do_nothing(), {"id": new_id(), "name": name, "created_at": now})
    return str(tx.execute(select(groups.c.id).where(groups.c.name == name)).scalar_one())


def _organisation(tx: Connection, name: str) -> str | None:
    if not name:
        return None
    tx.execute(insert_into(tx, organisations).on_conflict_do_nothing(), {"id": new_id(), "name": name})
    return str(tx.execute(select(organisations.c.id).where(organisations.c.name == name)).scalar_one())
