"""Places that links name, as staff have tidied them: spellings of one place joined, and places within others.

What stands on an invitation is never changed: a spelling counts as another name, and a name lies in another.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from feedback.errors import SaysoError
from storage.audit.undo import Act
from storage.tables import invitations, place_names

LONGEST_NAME = 80
"""Characters that stay on one or two lines of a list."""


class PlaceFault(SaysoError):
    """Places cannot be put like this."""


@dataclass(frozen=True)
class Places:
    """All names of places. `same_as` says which name a spelling counts as, `part_of` which place a name lies in."""

    same_as: Mapping[str, str] = field(default_factory=dict)
    part_of: Mapping[str, str] = field(default_factory=dict)

    def counted_as(self, name: str) -> str:
        """Return the name that a spelling counts as."""
        seen = {name}
        while (other := self.same_as.get(name)) is not None and other not in seen:
            name = other
            seen.add(name)
        return name

    def path(self, name: str) -> tuple[str, ...]:
        """Return the names of the places around a place, the widest first, then its own; nothing for no place."""
        found: list[str] = []
        place: str | None = self.counted_as(name) if name else None
        while place is not None and place not in found:
            found.append(place)
            around = self.part_of.get(place)
            place = None if around is None else self.counted_as(around)
        return tuple(reversed(found))

    def spellings(self, name: str, known: Iterable[str]) -> tuple[str, ...]:
        """Return which of the names known count as a place or lie in it, in order."""
        place = self.counted_as(name)
        return tuple(sorted(one for one in known if place in self.path(one)))

    def names(self, known: Iterable[str]) -> tuple[str, ...]:
        """Return the places that these names count as or lie in, each once, those around others first."""
        found = {self.path(one)[:length] for one in known for length in range(1, len(self.path(one)) + 1)}
        return tuple(path[-1] for path in sorted(found))


@dataclass(frozen=True)
class Place:
    """A place: its path, the other spellings that count as it, and how many links name it in any spelling."""

    path: tuple[str, ...]
    spellings: tuple[str, ...]
    links: int

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1]


def tidied(tx: Connection) -> Places:
    """Return what staff have said of the names of places."""
    rows = tx.execute(select(place_names)).all()
    same_as = {row.name: row.same_as for row in rows if row.same_as is not None}
    return Places(same_as, {row.name: row.part_of for row in rows if row.part_of is not None})


def listed(tx: Connection) -> tuple[Place, ...]:
    """Return every place that a link names or another lies in, each after the one around it, by name."""
    places, links = tidied(tx), _links(tx)
    names = {*links, *places.same_as, *places.same_as.values(), *places.part_of, *places.part_of.values()}
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        spellings[places.counted_as(name)].append(name)
    found = (
        Place(
            places.path(name),
            tuple(one for one in mine if one != name),
            sum(links.get(one, 0) for one in mine),
        )
        for name, mine in spellings.items()
    )
    return tuple(sorted(found, key=lambda one: [name.casefold() for name in one.path]))


def _links(tx: Connection) -> Mapping[str, int]:
    query = select(invitations.c.place, func.count()).where(invitations.c.place != "").group_by(invitations.c.place)
    return {str(row[0]): int(row[1]) for row in tx.execute(query)}


def folded(name: str) -> str:
    """Return the letters and numbers of a name alone, without case, accents and signs."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[^\w]|_|[\u0300-\u036f]", "", plain)


def alike(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return pairs of names that may be one place: alike but for case and signs, or one the beginning of the other."""
    keys = sorted((folded(name), name) for name in names)
    pairs = []
    for at, (key, name) in enumerate(keys):
        for other_key, other in keys[at + 1 :]:
            if not key or not other_key.startswith(key):
                break
            pairs.append((name, other))
    return tuple(pairs)


def join(tx: Connection, act: Act, *, name: str, into: str) -> None:
    """Let a name count as another place. Raises PlaceFault for one that is not there, and for the same place."""
    places, known = tidied(tx), {one.name for one in listed(tx)}
    if name not in known or into not in known or name == into:
        raise PlaceFault("Choose two places that are on the list.")
    if name in places.path(into) or into in places.path(name):
        raise PlaceFault("One of these places lies in the other, so they are not the same.")
    _put(act, name, {"same_as": into, "part_of": None})


def part(tx: Connection, act: Act, *, name: str) -> None:
    """Let a spelling be a place of its own again. Raises PlaceFault for one that counts as no other."""
    if name not in tidied(tx).same_as:
        raise PlaceFault("This name is a place of its own already.")
    _put(act, name, {"same_as": None})


def put_within(tx: Connection, act: Act, *, name: str, around: str) -> None:
    """Say in which place another lies, which may be a new one; in none, where `around` is empty. Raises PlaceFault."""
    places = tidied(tx)
    if name not in {one.name for one in listed(tx)}:
        raise PlaceFault("Choose a place that is on the list.")
    if len(around) > LONGEST_NAME:
        raise PlaceFault(f"Use {LONGEST_NAME} letters for the name of a place, at most.")
    if around and name in places.path(around):
        raise PlaceFault("A place cannot lie in itself. Choose another one.")
    _put(act, name, {"part_of": places.counted_as(around) or None})


def _put(act: Act, name: str, values: dict[str, str | None]) -> None:
    if not act.change(place_names, {"name": name}, dict(values)):
        act.insert(place_names, {"name": name, "same_as": None, "part_of": None} | values)
