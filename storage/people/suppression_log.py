"""Who wants no more letters, as a file beside the key file, so that a restored backup holds to it as well.

One line for each wish: the keyed hash of the address, and why. A later line that begins with `-` takes it back (START).
The hash says nothing without the key file, and no address can be read from it. What no person wished, such as a mailbox
that is gone, is not kept here: the next letter finds it out again.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, func, select

from storage.db.dialect import insert_into
from storage.tables import suppressions

WISHES = ("stop", "complaint", "bereaved", "wrong-person", "forgotten", "told staff")
"""Reasons that somebody gave, of whom we write to nobody any more."""
Wish = tuple[str, str]
"""The keyed hash of an address (64 hexadecimal digits), and why."""


def beside(ledger_file: Path) -> Path:
    """Return where this is kept, beside the ledger of erasures (`storage.people.erasure_log.beside`)."""
    return ledger_file.with_suffix(".unwanted")


def version(tx: Connection) -> tuple[int, datetime | None]:
    """Return what is other after any wish came or went: cheap to ask, again and again."""
    row = tx.execute(select(func.count(), func.max(suppressions.c.at)).where(suppressions.c.why.in_(WISHES))).one()
    return int(row[0]), row[1]


def wishes(tx: Connection) -> frozenset[Wish]:
    """Return every wish of this database."""
    rows = tx.execute(select(suppressions.c.lookup, suppressions.c.why).where(suppressions.c.why.in_(WISHES)))
    return frozenset((bytes(lookup).hex(), str(why)) for lookup, why in rows)


def read(path: Path) -> frozenset[Wish]:
    """Return the wishes that hold by the file; none where there is no file yet."""
    held: set[Wish] = set()
    for line in path.read_text(encoding="ascii").splitlines() if path.exists() else ():
        lookup, _, why = line.removeprefix("-").partition(" ")
        if line.startswith("-"):
            held.discard((lookup, why))
        elif len(lookup) == 64 and why in WISHES:  # a line that a crash cut short names nobody
            held.add((lookup, why))
    return frozenset(held)


def keep(path: Path, held: Iterable[Wish], taken_back: Iterable[Wish] = ()) -> None:
    """Add wishes that are missing and those that were taken back, and return once they are safely on the disk."""
    known = read(path)
    lines = [f"{lookup} {why}" for lookup, why in sorted(set(held) - known)]
    lines += [f"-{lookup} {why}" for lookup, why in sorted(set(taken_back) & known)]
    if not lines:
        return
    handle = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        # A line that a crash cut short is ended first, so that it spoils no other.
        file.write("".join(f"\n{line}\n" for line in lines))
        file.flush()
        os.fsync(handle)


def replay(tx: Connection, held: Iterable[Wish], *, now: datetime) -> int:
    """Let the wishes hold again that a restored database does not know, and return how many they were."""
    missing = sorted(set(held) - wishes(tx))
    for lookup, why in missing:
        row = {"lookup": bytes.fromhex(lookup), "why": why, "at": now}
        weaker = (suppressions.c.lookup == row["lookup"], suppressions.c.why.not_in(WISHES))
        tx.execute(delete(suppressions).where(*weaker))
        tx.execute(insert_into(tx, suppressions).on_conflict_do_nothing(), row)
    return len(missing)
