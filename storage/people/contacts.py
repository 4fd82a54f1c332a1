"""Contacts that staff bring in, by group. Names and addresses are sealed; nothing is written in a dry run."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Literal, NamedTuple

from sqlalchemy import Connection, Table, select, update

from feedback.channels import EMAIL
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.dialect import insert_into
from storage.db.errors import KeyErased
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.people import people
from storage.tables import contacts, groups, memberships, organisations, suppressions

CHANNEL = EMAIL.name
_TOGETHER = 500
"""Addresses in one query. A guess: either database takes thousands of values."""


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
    """What an import changed, or would change: line numbers from 0 in the order given.

    `kept_out` are addresses that get no more letters, whoever said so: they come in with no list.
    """

    new: tuple[int, ...]
    changed: tuple[int, ...]
    same: tuple[int, ...]
    kept_out: tuple[int, ...] = ()


def compare(tx: Connection, vault: Vault, *, group: str, entries: Sequence[ContactEntry]) -> ContactImport:
    """Return what `bring_in` would do. `changed` includes known contacts that are not in the group yet."""
    sorted_in: dict[str, list[int]] = {"new": [], "changed": [], "same": [], "kept out": []}
    group_id = tx.execute(select(groups.c.id).where(groups.c.name == group)).scalar_one_or_none()
    for part in _batched(entries):
        known = _known_of(tx, {vault.lookup(CHANNEL, entry.email): number for number, entry in part})
        for number, entry in part:
            sorted_in[_standing(tx, vault, group_id, entry, known.get(number, False))].append(number)
    new, changed, same, kept_out = (tuple(found) for found in sorted_in.values())
    return ContactImport(new, changed, same, kept_out)


def together(outcomes: Sequence[ContactImport]) -> ContactImport:
    """Return what parts of one list changed, as one; their numbers go on from part to part."""
    sums: tuple[list[int], ...] = ([], [], [], [])
    begun = 0
    for one in outcomes:
        parts = (one.new, one.changed, one.same, one.kept_out)
        for numbers, part in zip(sums, parts, strict=True):
            numbers += [begun + number for number in part]
        begun += sum(map(len, parts))
    return ContactImport(*map(tuple, sums))


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
    wanted = (*outcome.new, *outcome.changed)
    places = {name: _organisation(tx, name) for name in dict.fromkeys(entries[one].organisation for one in wanted)}
    for number in wanted:
        entry = entries[number]
        contact_id = people.contact_for(tx, vault, channel=CHANNEL, address=entry.email, now=now)
        name = vault.seal(tx, contact_id, people.NAME, entry.name, contact_id) if entry.name else None
        values = {"name": name, "organisation_id": places[entry.organisation], **_plain(entry)}
        tx.execute(update(contacts).where(contacts.c.id == contact_id).values(values))
        if group_id not in _groups_of(tx, contact_id):
            join(memberships, {"group_id": group_id, "contact_id": contact_id})
    return outcome


def no_letters(tx: Connection, vault: Vault, *, addresses: Iterable[str], now: datetime) -> int:
    """Write to some addresses no more, as their owners told staff, and return how many are new. Only a keyed hash is kept.

    No later list brings them in again; whoever has the address may still wish otherwise (`START`).
    """
    rows = ({"lookup": vault.lookup(CHANNEL, address), "why": "told staff", "at": now} for address in addresses)
    held = insert_into(tx, suppressions).on_conflict_do_nothing()
    return sum(bool(tx.execute(held, row).rowcount) for row in rows)


def members(tx: Connection, *, group: str) -> tuple[str, ...]:
    """Return the ids of the contacts of a group, in a steady order; none for an unknown group."""
    query = select(memberships.c.contact_id).join(groups, groups.c.id == memberships.c.group_id)
    return tuple(tx.execute(query.where(groups.c.name == group).order_by(memberships.c.contact_id)).scalars())


def names(tx: Connection, vault: Vault, *, contact_ids: Sequence[str]) -> dict[str, str]:
    """Return the names of these contacts, as a list gave them; none for those who have no name or are erased."""
    found = {}
    for part in _parts(contact_ids):
        for row in tx.execute(select(contacts.c.id, contacts.c.name).where(contacts.c.id.in_(part))):
            with suppress(KeyErased):
                if row.name is not None:
                    found[row.id] = vault.open(tx, row.id, people.NAME, row.name, row.id)
    return found


def _parts(contact_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(contact_ids), _TOGETHER):
        yield contact_ids[start : start + _TOGETHER]


def is_member(tx: Connection, *, contact_id: str) -> bool:
    """Return whether staff brought this contact in; others are known only because they wrote."""
    theirs = select(memberships.c.contact_id).where(memberships.c.contact_id == contact_id)
    return tx.execute(theirs.limit(1)).first() is not None


def _known_of(tx: Connection, numbers: Mapping[bytes, int]) -> dict[int, "_Known | None"]:
    """Return who of some addresses is known, by the number of their entry; None for who gets no more letters."""
    query = select(contacts, organisations.c.name.label("organisation")).outerjoin(organisations)
    theirs = query.where(contacts.c.channel == CHANNEL, contacts.c.lookup.in_(numbers))
    found: dict[int, _Known | None] = {numbers[bytes(row.lookup)]: row for row in rows_as(_Known, tx.execute(theirs))}
    unwanted = select(suppressions.c.lookup).where(suppressions.c.lookup.in_(numbers), suppressions.c.why != "asked")
    return found | dict.fromkeys((numbers[bytes(lookup)] for lookup in tx.execute(unwanted).scalars()), None)


def _standing(
    tx: Connection, vault: Vault, group_id: str | None, entry: ContactEntry, known: "_Known | Literal[False] | None"
) -> str:
    """Say how an entry stands to what is stored. Who only wrote to us is new: a list must not tell who took part."""
    if known is None:
        return "kept out"
    theirs = _groups_of(tx, known.id) if known else frozenset()
    if not known or not theirs:
        return "new"
    return "same" if group_id in theirs and _as_entry(tx, vault, known, entry.email) == entry else "changed"


class _Known(NamedTuple):
    """A contact that was brought in before, with the name of its organisation."""

    id: str
    lookup: bytes
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


def _batched(entries: Sequence[ContactEntry]) -> Iterator[list[tuple[int, ContactEntry]]]:
    numbered = enumerate(entries)
    while part := list(islice(numbered, _TOGETHER)):
        yield part


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
