"""How far each folder of a mailbox has been taken in, kept in the same transaction as the mails themselves."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from storage.db.dialect import insert_into
from storage.tables import mailboxes


@dataclass(frozen=True)
class StoredCursor:
    """Where to go on: the server's numbering, and the last number of it that was taken in."""

    uidvalidity: int = 0
    uid: int = 0


@dataclass(frozen=True)
class FolderStatus:
    """How one folder fares, for the doctor and the staff."""

    folder: str
    listened_at: datetime | None
    fault: str


def place(tx: Connection, *, account: str, folder: str) -> StoredCursor:
    """Return where to go on in a folder; the beginning for a new one."""
    here = (mailboxes.c.account == account, mailboxes.c.folder == folder)
    row = tx.execute(select(mailboxes.c.uidvalidity, mailboxes.c.uid).where(*here)).first()
    return StoredCursor(*row) if row else StoredCursor()


def move_on(tx: Connection, *, account: str, folder: str, to: StoredCursor) -> None:
    """Go on from another place next time."""
    values = {"uidvalidity": to.uidvalidity, "uid": to.uid}
    row = insert_into(tx, mailboxes).values(account=account, folder=folder, fault="", **values)
    tx.execute(row.on_conflict_do_update(index_elements=["account", "folder"], set_=values))


def heard(tx: Connection, *, account: str, folder: str, at: datetime | None, fault: str = "") -> None:
    """Note that a folder was read without a fault, or which kind of fault there was."""
    values: dict[str, object] = {"fault": fault} | ({"listened_at": at} if at else {})
    row = insert_into(tx, mailboxes).values(account=account, folder=folder, uidvalidity=0, uid=0, **values)
    tx.execute(row.on_conflict_do_update(index_elements=["account", "folder"], set_=values))


def standings(tx: Connection) -> tuple[FolderStatus, ...]:
    """Return how every folder fares."""
    rows = tx.execute(select(mailboxes.c.folder, mailboxes.c.listened_at, mailboxes.c.fault))
    return tuple(FolderStatus(*row) for row in rows.all())
