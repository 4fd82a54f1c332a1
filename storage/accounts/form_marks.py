"""Forms that had their effect: each carries a random mark, stored in the transaction of the effect, for a day.

A second press finds the mark, wherever the first one got to, and leads to the same page. Where the program ends
between the two, either both the effect and its mark are there, or neither is.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, insert, select, text, update

from storage.crypto.vault import TRANSIT, Vault
from storage.db.compiled_statements import PreparedStatement
from storage.tables import form_marks

KEPT = timedelta(days=1)
"""A tab that stood open over night is still known. Older ones are caught by what they had seen."""
_LED_TO = "form_mark.led_to"
_ONE_AT_A_TIME = 0x666F726D
"""The number of the PostgreSQL advisory lock: `form` in ASCII. SQLite has one writer anyway."""


@dataclass(frozen=True)
class FormMark:
    """One form as it was sent: its mark, who sent it, and a keyed hash of what it said."""

    mark: str
    staff_id: str
    content: str


@dataclass(frozen=True)
class PastPress:
    """The first press of a form. `is_same`: it said the same."""

    led_to: str
    at: datetime
    is_same: bool


def claim(tx: Connection, vault: Vault, *, form: FormMark, led_to: str, now: datetime) -> PastPress | None:
    """Note that a form has its effect in this transaction; return the first press where it had it already.

    Two forms never claim at once, so that what each has seen can be compared with what stands there.
    """
    if tx.dialect.name == "postgresql":
        tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
    past = first(tx, vault, form=form)
    if past is not None:
        return past
    mark = _hashed(vault, form)
    row = {"mark": mark, "staff_id": form.staff_id, "at": now, "content": form.content}
    _insert.change(tx, row | {"led_to": vault.seal(tx, TRANSIT, _LED_TO, led_to, mark)})
    return None


def leads_to(tx: Connection, vault: Vault, *, form: FormMark, led_to: str) -> None:
    """Note where a form leads that was claimed in this transaction."""
    mark = _hashed(vault, form)
    sealed = vault.seal(tx, TRANSIT, _LED_TO, led_to, mark)
    _lead.change(tx, {"marked": mark, "led_to": sealed})


def first(tx: Connection, vault: Vault, *, form: FormMark) -> PastPress | None:
    """Return the press of this form that had its effect, or None where none had."""
    mark = _hashed(vault, form)
    row = _with_mark.first(tx, {"marked": mark})
    if row is None:
        return None
    return PastPress(vault.open(tx, TRANSIT, _LED_TO, row.led_to, mark), row.at, row.content == form.content)


def purge(tx: Connection, *, now: datetime) -> int:
    """Remove the marks of forms that nobody sends again; return how many."""
    return tx.execute(delete(form_marks).where(form_marks.c.at < now - KEPT)).rowcount


def _hashed(vault: Vault, form: FormMark) -> str:
    return vault.stamp("mark", f"{form.staff_id}\0{form.mark}")


_insert = PreparedStatement(insert(form_marks))
_lead = PreparedStatement(update(form_marks).where(form_marks.c.mark == bindparam("marked")))
_with_mark = PreparedStatement(select(form_marks).where(form_marks.c.mark == bindparam("marked")))
