"""Contacts that staff bring in, by group. Names and addresses are sealed; nothing is written in a dry run."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection, Table, bindparam, delete, select, update

from feedback.channels import EMAIL
from storage.audit.undo import Act
from storage.crypto.vault import Vault
from storage.db.dialect import insert_into
from storage.db.errors import KeyErased
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.organisations import register
from storage.organisations.register import OrganisationDetails
from storage.people import people
from storage.tables import contacts, groups, kept_out, memberships, organisations, suppressions

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
    about: tuple[str, str, str, str] = ("", "", "", "")
    """Of the organisation: its kind, its place, what it is a part of, and the standard that it signed."""


@dataclass(frozen=True)
class ContactImport:
    """What an import changed, or would change: line numbers from 0 in the order given.

    Addresses that get no more letters come in with no list, and are counted among the others: nobody can find out by a
    list who said STOP, or was erased.
    """

    new: tuple[int, ...]
    changed: tuple[int, ...]
    same: tuple[int, ...]


def compare(tx: Connection, vault: Vault, *, group: str, entries: Sequence[ContactEntry]) -> ContactImport:
    """Return what `bring_in` would do. `changed` includes known contacts that are not in the group yet."""
    group_id = tx.execute(select(groups.c.id).where(groups.c.name == group)).scalar_one_or_none()
    outcomes = (_Part(tx, vault, group_id or "", part).outcome for part in _batched(entries))
    return together([ContactImport((), (), ()), *outcomes])


def together(outcomes: Sequence[ContactImport]) -> ContactImport:
    """Return what parts of one list changed, as one; their numbers go on from part to part."""
    sums: tuple[list[int], ...] = ([], [], [])
    begun = 0
    for one in outcomes:
        parts = (one.new, one.changed, one.same)
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
    group_id, outcomes = _group(tx, group, now), [ContactImport((), (), ())]
    for rows in _batched(entries):
        part = _Part(tx, vault, group_id, rows)
        _join(tx, memberships, part.take_in(now), doing)
        _join(tx, kept_out, part.keep_out(), doing)
        _fill_register(tx, rows)
        outcomes.append(part.outcome)
    return together(outcomes)


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


class _Known(NamedTuple):
    """A contact that is stored, with the name of its organisation."""

    id: str
    lookup: bytes
    name: bytes | None
    organisation: str | None
    role: str
    nation: str
    language: str


class _Part:
    """Some entries of a list beside what is stored of them: read and written by few statements, however many they are."""

    def __init__(self, tx: Connection, vault: Vault, group_id: str, entries: Sequence[ContactEntry]) -> None:
        self._tx, self._vault, self._group_id = tx, vault, group_id
        self._entries = {vault.lookup(CHANNEL, entry.email): entry for entry in entries}
        self._known = self._read_known()
        self._groups = self._read_groups()
        self._unwanted = self._read_unwanted()
        self._kept_out = self._read_kept_out()
        told = [self._standing(lookup) for lookup in (vault.lookup(CHANNEL, entry.email) for entry in entries)]
        self.outcome = ContactImport(*(_places(told, kind) for kind in ("new", "changed", "same")))

    def take_in(self, now: datetime) -> list[dict[str, object]]:
        """Store what is new or changed, and return the rows that put into the group who may be written to.

        Of those who get no more letters only what is known of them already is brought up to date.
        """
        wanted = [one for one in self._entries if self._standing(one) != "same" and self._is_stored(one)]
        places = _organisations(self._tx, {self._entries[one].organisation for one in wanted})
        made = self._make([one for one in wanted if one not in self._known], places, now)
        rows = [self._values(one, self._known[one].id, places) for one in wanted if one not in made]
        if rows:
            named = [{"contact": row["id"], **{f"new_{name}": row[name] for name in _CHANGED}} for row in rows]
            self._tx.execute(_change, named)
        ids = made | {one: self._known[one].id for one in wanted if one not in made}
        inside = {one: self._groups.get(contact_id, frozenset()) for one, contact_id in ids.items()}
        outside = [one for one in wanted if one not in self._unwanted and self._group_id not in inside[one]]
        return [{"group_id": self._group_id, "contact_id": ids[one]} for one in outside]

    def keep_out(self) -> list[dict[str, object]]:
        """Return what notes, as keyed hashes, which entries stay out: a second look at the list tells nothing of them."""
        aside = [one for one in self._entries if one in self._unwanted and self._standing(one) != "same"]
        for lookup in aside:
            theirs = update(kept_out).where(kept_out.c.lookup == lookup)
            self._tx.execute(theirs.values(digest=self._digest(lookup)))
        back = [one for one in self._kept_out if one not in self._unwanted]
        if back:
            inside = (kept_out.c.group_id == self._group_id, kept_out.c.lookup.in_(back))
            self._tx.execute(delete(kept_out).where(*inside))
        return [
            {"group_id": self._group_id, "lookup": one, "digest": self._digest(one)}
            for one in aside
            if self._group_id not in self._groups_of(one)
        ]

    def _standing(self, lookup: bytes) -> str:
        """Say how an entry stands to what is stored. Who only wrote to us is new: a list must not tell who took part."""
        theirs = self._groups_of(lookup)
        if not theirs:
            return "new"
        return "same" if self._group_id in theirs and self._is_same(lookup) else "changed"

    def _groups_of(self, lookup: bytes) -> frozenset[str]:
        """Return the groups that somebody is in, as far as anybody is told: also those that they were kept out of."""
        kept = self._kept_out.get(lookup, {}) if lookup in self._unwanted else {}
        return self._joined(lookup) | frozenset(kept)

    def _joined(self, lookup: bytes) -> frozenset[str]:
        known = self._known.get(lookup)
        return self._groups.get(known.id, frozenset()) if known else frozenset()

    def _is_stored(self, lookup: bytes) -> bool:
        return lookup not in self._unwanted or bool(self._joined(lookup))

    def _is_same(self, lookup: bytes) -> bool:
        if self._joined(lookup):
            return self._as_entry(self._known[lookup], lookup) == self._entries[lookup]
        return self._digest(lookup) in self._kept_out[lookup].values()

    def _digest(self, lookup: bytes) -> bytes:
        told = json.dumps([value for name, value in vars(self._entries[lookup]).items() if name != "about"])
        return bytes.fromhex(self._vault.stamp("kept out", told))

    def _as_entry(self, row: _Known, lookup: bytes) -> ContactEntry:
        opened = self._vault.open(self._tx, row.id, people.NAME, row.name, row.id) if row.name is not None else ""
        return ContactEntry(
            self._entries[lookup].email,
            opened,
            row.organisation or "",
            row.role,
            row.nation,
            row.language,
            self._entries[lookup].about,
        )

    def _make(self, lookups: Sequence[bytes], places: Mapping[str, str | None], now: datetime) -> dict[bytes, str]:
        """Make contacts, and return the id of each. Another program may make one at the same moment: then that one stays."""
        if not lookups:
            return {}
        ids = {one: new_id() for one in lookups}
        self._vault.make_keys(self._tx, list(ids.values()))
        rows = [self._row(one, contact_id, places, now) for one, contact_id in ids.items()]
        made = self._tx.execute(insert_into(self._tx, contacts).on_conflict_do_nothing(), rows).rowcount
        if made == len(rows):
            return ids
        self._known |= self._read_known(lookups)
        for lookup, contact_id in ids.items():
            if self._known[lookup].id != contact_id:
                self._vault.forget(self._tx, contact_id)
        return {one: contact_id for one, contact_id in ids.items() if self._known[one].id == contact_id}

    def _row(
        self, lookup: bytes, contact_id: str, places: Mapping[str, str | None], now: datetime
    ) -> dict[str, object]:
        address = self._vault.seal(self._tx, contact_id, people.ADDRESS, self._entries[lookup].email, contact_id)
        known = {"channel": CHANNEL, "lookup": lookup, "address": address, "created_at": now}
        return self._values(lookup, contact_id, places) | known

    def _values(self, lookup: bytes, contact_id: str, places: Mapping[str, str | None]) -> dict[str, object]:
        entry = self._entries[lookup]
        name = self._vault.seal(self._tx, contact_id, people.NAME, entry.name, contact_id) if entry.name else None
        plain = {"role": entry.role, "nation": entry.nation, "language": entry.language}
        return {"id": contact_id, "name": name, "organisation_id": places[entry.organisation], **plain}

    def _read_known(self, lookups: Sequence[bytes] | None = None) -> dict[bytes, _Known]:
        columns = [contacts.c[name] for name in ("id", "lookup", "name", "role", "nation", "language")]
        query = select(*columns, organisations.c.name.label("organisation")).outerjoin(organisations)
        wanted = contacts.c.lookup.in_(list(self._entries) if lookups is None else lookups)
        rows = self._tx.execute(query.where(contacts.c.channel == CHANNEL, wanted))
        found = {bytes(row.lookup): row for row in rows_as(_Known, rows)}
        if lookups is None:
            self._vault.fetch(self._tx, [row.id for row in found.values()])
        return found

    def _read_groups(self) -> dict[str, frozenset[str]]:
        ids = [row.id for row in self._known.values()]
        theirs = select(memberships.c.contact_id, memberships.c.group_id).where(memberships.c.contact_id.in_(ids))
        found: dict[str, set[str]] = {}
        for contact_id, group_id in self._tx.execute(theirs) if ids else ():
            found.setdefault(contact_id, set()).add(group_id)
        return {contact_id: frozenset(ids) for contact_id, ids in found.items()}

    def _read_unwanted(self) -> frozenset[bytes]:
        """Return who gets no more letters, whoever said so; a question that waits for its answer is no such wish."""
        query = select(suppressions.c.lookup).where(suppressions.c.lookup.in_(list(self._entries)))
        return frozenset(map(bytes, self._tx.execute(query.where(suppressions.c.why != "asked")).scalars()))

    def _read_kept_out(self) -> dict[bytes, dict[str, bytes]]:
        """Return the groups that each entry was kept out of, with the hash of its row."""
        columns = (kept_out.c.lookup, kept_out.c.group_id, kept_out.c.digest)
        found: dict[bytes, dict[str, bytes]] = {}
        for lookup, group_id, digest in self._tx.execute(
            select(*columns).where(kept_out.c.lookup.in_(list(self._entries)))
        ):
            found.setdefault(bytes(lookup), {})[group_id] = bytes(digest)
        return found


_CHANGED = ("name", "organisation_id", "role", "nation", "language")
_change = (
    update(contacts)
    .where(contacts.c.id == bindparam("contact"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)


def _places(told: Sequence[str], kind: str) -> tuple[int, ...]:
    return tuple(number for number, one in enumerate(told) if one == kind)


def _join(tx: Connection, table: Table, rows: Sequence[dict[str, object]], doing: Act | None) -> None:
    if rows and doing is not None:
        doing.insert_whole(table, rows)
    elif rows:
        tx.execute(insert_into(tx, table).on_conflict_do_nothing(), rows)


def _fill_register(tx: Connection, entries: Sequence[ContactEntry]) -> None:
    """Put on the register what a list tells of organisations; what staff wrote there stays."""
    told = {one.organisation: one for one in reversed(entries) if one.organisation and any(one.about)}
    signed = {name: version for name, one in told.items() if (version := register.standard_of(one.about[3]))}
    found = (
        OrganisationDetails(name, one.about[0], one.nation, one.about[1], part_of=one.about[2])
        for name, one in told.items()
    )
    register.bring_in(tx, found=found, signed=signed)


def _batched(entries: Sequence[ContactEntry]) -> Iterator[list[ContactEntry]]:
    left = iter(entries)
    while part := list(islice(left, _TOGETHER)):
        yield part


def _group(tx: Connection, name: str, now: datetime) -> str:
    tx.execute(insert_into(tx, groups).on_conflict_do_nothing(), {"id": new_id(), "name": name, "created_at": now})
    return str(tx.execute(select(groups.c.id).where(groups.c.name == name)).scalar_one())


def _organisations(tx: Connection, names: set[str]) -> dict[str, str | None]:
    """Return the ids of organisations by name, making those that are new; None for no name."""
    wanted = sorted(names - {""})
    if wanted:
        rows = [{"id": new_id(), "name": name} for name in wanted]
        tx.execute(insert_into(tx, organisations).on_conflict_do_nothing(), rows)
    query = select(organisations.c.name, organisations.c.id).where(organisations.c.name.in_(wanted))
    return {"": None, **{str(name): str(one) for name, one in tx.execute(query)}}
