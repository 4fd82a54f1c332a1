"""The register of organisations: what is known of each, which names are one, which lies in which, and what they signed.

What stands on an invitation or a conversation is never changed: an organisation counts as another, or as the widest that
it is a part of, when figures are made.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, func, select

from feedback.errors import SaysoError
from storage.audit.undo import Act
from storage.db.dialect import insert_into
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.tables import contacts, organisations, signatures
from storage.tables.organisations import OrganisationRow, SignatureRow

KINDS = ("", "trust", "service", "team", "charity", "user-led group", "council", "university", "other")
LEVELS = ("", "own care", "team", "service", "organisation", "board")
NATIONS = ("", "england", "wales", "scotland", "northern ireland")
LONGEST_NAME = 120
"""Characters. A guess: the longest names of trusts have about 70."""
LONGEST_PROMISE = 2_000
"""Characters. A guess: a page."""


class OrganisationFault(SaysoError):
    """The register cannot be put like this."""


@dataclass(frozen=True)
class Signature:
    """A version of a standard that was signed, and when if that is known."""

    id: str
    standard: str
    version: int
    signed_on: date | None


@dataclass(frozen=True)
class OrganisationDetails:
    """What staff write of an organisation. Empty texts are not known; `part_of` is the id of the one around it."""

    name: str
    kind: str = ""
    nation: str = ""
    place: str = ""
    level: str = ""
    promise: str = ""
    part_of: str = ""
    review_on: date | None = None


@dataclass(frozen=True)
class Organisation:
    """An organisation with the other names that count as it, how many contacts it has, and what it signed."""

    id: str
    details: OrganisationDetails
    path: tuple[str, ...]
    """The names of those around it, the widest first, then its own."""
    spellings: tuple[tuple[str, str], ...] = ()
    """(id, name) of each other name that counts as it."""
    contacts: int = 0
    signed: tuple[Signature, ...] = ()

    @property
    def name(self) -> str:
        """Its own name."""
        return self.details.name


@dataclass(frozen=True)
class Ties:
    """Which organisation counts as which (`same_as`), and which lies in which (`part_of`), by their ids."""

    same_as: Mapping[str, str] = field(default_factory=dict)
    part_of: Mapping[str, str] = field(default_factory=dict)

    def one(self, organisation_id: str) -> str:
        """Return the id that a name counts as."""
        seen: set[str] = set()
        while organisation_id in self.same_as and organisation_id not in seen:
            seen.add(organisation_id)
            organisation_id = self.same_as[organisation_id]
        return organisation_id

    def path(self, organisation_id: str) -> tuple[str, ...]:
        """Return the ids around an organisation, the widest first, then its own."""
        found: list[str] = []
        at: str | None = self.one(organisation_id)
        while at is not None and at not in found:
            found.append(at)
            around = self.part_of.get(at)
            at = None if around is None else self.one(around)
        return tuple(reversed(found))

    def widest(self, organisation_id: str) -> str:
        """Return the id under which figures count it: a team counts as its trust. Empty for no organisation."""
        return self.path(organisation_id)[0] if organisation_id else ""

    def within(self, organisation_id: str, known: Iterable[str]) -> tuple[str, ...]:
        """Return which ids count as an organisation, or lie in it."""
        return tuple(sorted(one for one in known if self.one(organisation_id) in self.path(one)))


def ties(tx: Connection) -> Ties:
    """Return how the organisations hang together."""
    columns = (organisations.c.id, organisations.c.same_as, organisations.c.part_of)
    rows = tx.execute(select(*columns).where(columns[1].is_not(None) | columns[2].is_not(None))).all()
    return Ties({row[0]: row[1] for row in rows if row[1]}, {row[0]: row[2] for row in rows if row[2]})


def listed(tx: Connection) -> tuple[Organisation, ...]:
    """Return every organisation, each once, after the one around it, by name."""
    rows = {row.id: row for row in rows_as(OrganisationRow, tx.execute(select(organisations)))}
    known, people, signed = ties(tx), _contacts(tx), _signed(tx)
    names: defaultdict[str, list[str]] = defaultdict(list)
    for one in rows:
        names[known.one(one)].append(one)
    found = (
        Organisation(
            one,
            _details(rows[one]),
            tuple(rows[each].name for each in known.path(one)),
            tuple(sorted((each, rows[each].name) for each in mine if each != one)),
            sum(people.get(each, 0) for each in mine),
            tuple(mark for each in mine for mark in signed.get(each, ())),
        )
        for one, mine in names.items()
        if one in rows
    )
    return tuple(sorted(found, key=lambda each: [name.casefold() for name in each.path]))


def one(tx: Connection, *, organisation_id: str) -> Organisation | None:
    """Return an organisation, or the one that this name counts as; None if there is none."""
    root = ties(tx).one(organisation_id)
    return next((each for each in listed(tx) if each.id == root), None)


def names(tx: Connection) -> dict[str, str]:
    """Return the name of every organisation by its id."""
    return {row[0]: row[1] for row in tx.execute(select(organisations.c.id, organisations.c.name))}


def add(tx: Connection, act: Act, *, details: OrganisationDetails) -> str:
    """Put an organisation on the register and return its id. Raises OrganisationFault."""
    _judge(tx, details, "")
    found = new_id()
    act.insert(organisations, {"id": found, "same_as": None} | _values(details))
    return found


def edit(tx: Connection, act: Act, *, organisation_id: str, details: OrganisationDetails) -> None:
    """Change what is known of an organisation. Raises OrganisationFault."""
    _judge(tx, details, organisation_id)
    if not act.change(organisations, {"id": organisation_id}, _values(details)):
        raise OrganisationFault("This organisation is not on the register any more.")


def join(tx: Connection, act: Act, *, organisation_id: str, into: str) -> None:
    """Let one organisation count as another, with all that hangs on it. Raises OrganisationFault."""
    known, there = ties(tx), names(tx)
    if organisation_id not in there or into not in there or known.one(organisation_id) == known.one(into):
        raise OrganisationFault("Choose two organisations that are on the list.")
    if organisation_id in known.path(into) or into in known.path(organisation_id):
        raise OrganisationFault("One of these is a part of the other, so they are not the same.")
    act.change(organisations, {"id": organisation_id}, {"same_as": into, "part_of": None})


def part(tx: Connection, act: Act, *, organisation_id: str) -> None:
    """Let a name be an organisation of its own again. Raises OrganisationFault."""
    if organisation_id not in ties(tx).same_as:
        raise OrganisationFault("This is an organisation of its own already.")
    act.change(organisations, {"id": organisation_id}, {"same_as": None})


def sign(tx: Connection, act: Act, *, organisation_id: str, standard: str, version: int, on: date | None) -> None:
    """Note that an organisation signed a version of a standard. Twice changes nothing but the day."""
    named = {"organisation_id": organisation_id, "standard": standard, "version": version}
    there = select(signatures.c.id).where(*(signatures.c[key] == value for key, value in named.items()))
    found = tx.execute(there).scalar_one_or_none()
    if found is None:
        act.insert(signatures, {"id": new_id(), **named, "signed_on": on})
    else:
        act.change(signatures, {"id": found}, {"signed_on": on})


def withdraw(tx: Connection, act: Act, *, signature_id: str) -> None:
    """Take a signature back. Raises OrganisationFault where there is none."""
    del tx
    if not act.remove(signatures, {"id": signature_id}):
        raise OrganisationFault("This signature is not on the register any more.")


def bring_in(tx: Connection, *, found: Iterable[OrganisationDetails], signed: Mapping[str, tuple[str, int]]) -> None:
    """Fill in what a list tells of organisations that are on the register; what staff wrote there stays.

    `part_of` is a name here, which is put on the register if it is new. `signed` is (standard, version) by name.
    """
    for details in found:
        mine = tx.execute(select(organisations).where(organisations.c.name == details.name))
        row = next(iter(rows_as(OrganisationRow, mine)), None)
        if row is not None:
            _fill(tx, row, details)
            if details.name in signed:
                _sign_once(tx, row.id, signed[details.name])


def standard_of(told: str) -> tuple[str, int] | None:
    """Return the standard and version that a list names ("4pi v2", "4pi"); None for neither. Without one it is version 1."""
    found = re.fullmatch(r"\s*([^\W_][\w -]{0,39}?)(?:[\s-]*v(?:ersion)?\s*(\d{1,3}))?\s*", told, re.IGNORECASE)
    # A name of several words is no name of a file: it stays as it was written.
    name = (found[1] if " " in found[1] else found[1].casefold()) if found else "no"
    if found is None or name in ("no", "none", "n"):
        return None
    return ("4pi" if name in ("yes", "y") else name, int(found[2] or 1))


def _fill(tx: Connection, row: OrganisationRow, details: OrganisationDetails) -> None:
    told = {"kind": details.kind, "nation": details.nation, "place": details.place}
    values: dict[str, object] = {name: value for name, value in told.items() if value and not getattr(row, name)}
    if details.part_of and row.part_of is None and details.part_of != details.name:
        around = _id_of(tx, details.part_of)
        if row.id not in ties(tx).path(around):
            values["part_of"] = around
    if values:
        tx.execute(organisations.update().where(organisations.c.id == row.id).values(values))


def _sign_once(tx: Connection, organisation_id: str, what: tuple[str, int]) -> None:
    row = {"id": new_id(), "organisation_id": organisation_id, "standard": what[0], "version": what[1]}
    tx.execute(insert_into(tx, signatures).on_conflict_do_nothing(), row)


def _id_of(tx: Connection, name: str) -> str:
    row = {"id": new_id(), "name": name}
    tx.execute(insert_into(tx, organisations).on_conflict_do_nothing(), row)
    return str(tx.execute(select(organisations.c.id).where(organisations.c.name == name)).scalar_one())


def _judge(tx: Connection, details: OrganisationDetails, organisation_id: str) -> None:
    """Raise OrganisationFault for what cannot stand on the register."""
    if not 0 < len(details.name) <= LONGEST_NAME:
        raise OrganisationFault(f"Give the organisation a name, of {LONGEST_NAME} letters at most.")
    if len(details.promise) > LONGEST_PROMISE or len(details.place) > LONGEST_NAME:
        raise OrganisationFault(f"Use {LONGEST_PROMISE:,} letters at most.")
    if details.kind not in KINDS or details.level not in LEVELS or details.nation not in NATIONS:
        raise OrganisationFault("Choose one of the list.")
    there = names(tx)
    if any(name == details.name and one != organisation_id for one, name in there.items()):
        raise OrganisationFault(f"{details.name} is on the register already.")
    if details.part_of and details.part_of not in there:
        raise OrganisationFault("Choose an organisation that is on the list.")
    if details.part_of and organisation_id and organisation_id in ties(tx).path(details.part_of):
        raise OrganisationFault("An organisation cannot be a part of itself. Choose another one.")


def _values(details: OrganisationDetails) -> dict[str, object]:
    return vars(details) | {"part_of": details.part_of or None}


def _details(row: OrganisationRow) -> OrganisationDetails:
    return OrganisationDetails(
        row.name, row.kind, row.nation, row.place, row.level, row.promise, row.part_of or "", row.review_on
    )


def _contacts(tx: Connection) -> dict[str, int]:
    query = select(contacts.c.organisation_id, func.count()).where(contacts.c.organisation_id.is_not(None))
    return {str(row[0]): int(row[1]) for row in tx.execute(query.group_by(contacts.c.organisation_id))}


def _signed(tx: Connection) -> dict[str, tuple[Signature, ...]]:
    found: defaultdict[str, list[Signature]] = defaultdict(list)
    order = (signatures.c.standard, signatures.c.version)
    for row in rows_as(SignatureRow, tx.execute(select(signatures).order_by(*order))):
        found[row.organisation_id].append(Signature(row.id, row.standard, row.version, row.signed_on))
    return {name: tuple(marks) for name, marks in found.items()}
