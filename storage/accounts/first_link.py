"""The one-time link of a first start: it works for an hour, and only while nobody is set up."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from storage.accounts import members
from storage.crypto.vault import Vault
from storage.db.dialect import insert_into
from storage.tables import first_links, staff

HOLDS = timedelta(hours=1)
"""It lies in a terminal or in a log, where others may read it. A guess: time enough to make an account."""


def has_somebody(tx: Connection, *, now: datetime) -> bool:
    """Return whether somebody can sign in, or holds a link with which they can make it so."""
    is_invited = tx.execute(
        select(func.count()).where(staff.c.disabled_at.is_(None), staff.c.join_until > now)
    ).scalar_one()
    return bool(is_invited) or any(one.is_ready and one.disabled_at is None for one in members.members(tx))


def make(tx: Connection, vault: Vault, *, now: datetime) -> str:
    """Return the token of a new link. Older ones end."""
    token = members.new_secret()
    row = {"id": 1, "token_hash": vault.hash_token(token), "until": now + HOLDS}
    again = {name: value for name, value in row.items() if name != "id"}
    tx.execute(insert_into(tx, first_links).values(row).on_conflict_do_update(index_elements=["id"], set_=again))
    return token


def is_open(tx: Connection, vault: Vault, *, token: str, now: datetime) -> bool:
    """Return whether this is the link, in its hour, while nobody is set up."""
    wanted = select(first_links.c.id).where(
        first_links.c.token_hash == vault.hash_token(token), first_links.c.until > now
    )
    return tx.execute(wanted).first() is not None and not has_somebody(tx, now=now)


def note_sheet(tx: Connection, *, now: datetime) -> None:
    """Note that somebody has the recovery sheet: it is not shown again."""
    tx.execute(first_links.update().values(sheet_seen_at=now))


def has_sheet(tx: Connection) -> bool:
    """Return whether somebody showed that they have the recovery sheet."""
    return tx.execute(select(first_links.c.sheet_seen_at)).scalar() is not None
