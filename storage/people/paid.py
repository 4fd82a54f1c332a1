"""Forgetting what a person was offered and paid: to whom and what for. The amounts stay in the sums."""

from sqlalchemy import Connection, select, update

from storage.crypto.vault import Vault
from storage.tables import payment_offers

WIPED = {"person_id": None, "name": None, "payee": None, "what_for": None}
"""What is left of who it was, and what for: nothing."""


def key_of(offer_id: str) -> str:
    """Return the owner of the key with which an offer is sealed."""
    return f"payment {offer_id}"


def forget_of(tx: Connection, vault: Vault, *, person_id: str) -> None:
    """Forget that offers were to a person."""
    theirs = payment_offers.c.person_id == person_id
    for offer_id in tx.execute(select(payment_offers.c.id).where(theirs)).scalars().all():
        vault.forget(tx, key_of(offer_id))
    tx.execute(update(payment_offers).where(theirs).values(WIPED))
