"""Where the last words to somebody stand who was erased while they looked at a page: for an hour, under a hash of its own."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from storage.crypto.vault import Vault
from storage.db.dialect import insert_into
from storage.tables import farewells

_KIND = "farewell"
"""No other table holds this hash of a session, so nothing else leads to it."""


def keep(tx: Connection, vault: Vault, *, session: str, conversation_id: str, now: datetime) -> None:
    """Note which conversation a page showed that was erased just now."""
    values = {"conversation_id": conversation_id, "at": now}
    row = insert_into(tx, farewells).values(session=vault.hash_message(_KIND, session), **values)
    tx.execute(row.on_conflict_do_update(index_elements=["session"], set_=values))


def conversation_of(tx: Connection, vault: Vault, *, session: str) -> str | None:
    """Return the conversation whose last words a page may still show, or None."""
    ours = farewells.c.session == vault.hash_message(_KIND, session)
    return tx.execute(select(farewells.c.conversation_id).where(ours)).scalar_one_or_none()


def forget(tx: Connection, *, before: datetime) -> int:
    """Forget those that a page had time to show; return how many."""
    return tx.execute(delete(farewells).where(farewells.c.at < before)).rowcount
