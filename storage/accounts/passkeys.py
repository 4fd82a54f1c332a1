"""Keys of devices with which staff show that it is them, in place of a code."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from storage.tables import passkeys


@dataclass(frozen=True)
class Passkey:
    """One key. `count` is how often its device says that it was used; 0 where it does not count."""

    credential: bytes
    staff_id: str
    public_key: bytes
    count: int
    name: str
    created_at: datetime


def add(tx: Connection, *, key: Passkey) -> None:
    """Keep a key."""
    tx.execute(insert(passkeys), vars(key))


def of_staff(tx: Connection, *, staff_id: str) -> tuple[Passkey, ...]:
    """Return the keys of somebody, the oldest first."""
    rows = tx.execute(select(passkeys).where(passkeys.c.staff_id == staff_id).order_by(passkeys.c.created_at))
    return tuple(Passkey(*row) for row in rows)


def used(tx: Connection, *, credential: bytes, count: int) -> None:
    """Note how often a device says that a key was used."""
    tx.execute(update(passkeys).where(passkeys.c.credential == credential).values(count=count))


def remove(tx: Connection, *, staff_id: str, credential: bytes) -> bool:
    """Take a key away. Returns False if it is not theirs."""
    one = (passkeys.c.credential == credential, passkeys.c.staff_id == staff_id)
    return bool(tx.execute(delete(passkeys).where(*one)).rowcount)
