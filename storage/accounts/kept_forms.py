"""What somebody had typed when they had to show again who they are: kept for an hour, for them alone.

It may be words about a person. So it is sealed for passage, and goes with every erasure.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from storage.accounts import members
from storage.crypto.vault import TRANSIT, Vault
from storage.tables import kept_forms

KEPT = timedelta(hours=1)
"""A guess: signing in takes minutes, and whoever went home looks at the page afresh in the morning."""
_MOST = 10
"""Of one member. A guess: more tabs than anybody has open with something typed into each."""
_FIELDS = "kept_form.fields"


@dataclass(frozen=True)
class KeptForm:
    """A form: where it goes, and each field as (name, value). `has_file`: it has to be sent as a form with a file."""

    address: str
    fields: tuple[tuple[str, str], ...]
    has_file: bool = False


def keep(tx: Connection, vault: Vault, *, staff_id: str, form: KeptForm, now: datetime) -> str:
    """Keep a form and return the token by which it is found."""
    token = members.new_secret()
    text = json.dumps((form.address, form.fields, form.has_file))
    row = {"token_hash": vault.hash_token(token), "staff_id": staff_id, "at": now}
    tx.execute(insert(kept_forms), row | {"fields": vault.seal(tx, TRANSIT, _FIELDS, text, staff_id)})
    latest = select(kept_forms.c.token_hash).where(kept_forms.c.staff_id == staff_id)
    kept = latest.order_by(kept_forms.c.at.desc()).limit(_MOST).scalar_subquery()
    tx.execute(delete(kept_forms).where(kept_forms.c.staff_id == staff_id, kept_forms.c.token_hash.not_in(kept)))
    return token


def find(tx: Connection, vault: Vault, *, token: str, staff_id: str, now: datetime) -> KeptForm | None:
    """Return a form of somebody, or None where there is none of theirs under this token (any more)."""
    theirs = (kept_forms.c.token_hash == vault.hash_token(token), kept_forms.c.staff_id == staff_id)
    query = select(kept_forms.c.fields).where(*theirs, kept_forms.c.at >= now - KEPT)
    sealed = tx.execute(query).scalar_one_or_none()
    if sealed is None:
        return None
    address, fields, has_file = json.loads(vault.open(tx, TRANSIT, _FIELDS, sealed, staff_id))
    return KeptForm(address, tuple((name, value) for name, value in fields), has_file)


def purge(tx: Connection, *, now: datetime) -> int:
    """Remove forms that were kept for long enough; return how many."""
    return tx.execute(delete(kept_forms).where(kept_forms.c.at < now - KEPT)).rowcount
