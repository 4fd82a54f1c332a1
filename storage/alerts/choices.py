"""How each member of staff wants to be told: their own address once they confirmed it, their own chat, and when."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, select, update

from feedback.alerts.model import AlertWay
from feedback.channels import channel_named
from storage.crypto.vault import Vault
from storage.db.dialect import insert_into
from storage.db.ids import new_code, new_id
from storage.db.typed_rows import row_as, rows_as
from storage.tables import alert_choices
from storage.tables.alerts import AlertChoiceRow

CONFIRM_DAYS = 1
"""A letter with a link that nobody asked for must not work for long."""
CODE_MINUTES = 15
"""Time to open Telegram on the phone and to type a code; a guess."""
_ASKED_AGAIN = timedelta(minutes=1)
"""How soon an address can be given again."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Before any alert: whoever never chose has not changed their mind since."""
_NO_ADDRESS: dict[str, object] = {"pending": None, "confirm_hash": None, "confirm_until": None}
_NO_CODE: dict[str, object] = {"code_hash": None, "code_until": None}


@dataclass(frozen=True)
class AlertWishes:
    """What somebody chooses. `quiet` are two hours of the team's clock; `digest_hour` is None for no daily list."""

    is_silent: bool = False
    is_at_once: bool = True
    digest_hour: int | None = None
    quiet: tuple[int, int] | None = None


@dataclass(frozen=True)
class AlertChoices:
    """What is stored of one member of staff: their wishes, and the ways to them. `pending` waits to be confirmed."""

    staff_id: str
    wishes: AlertWishes = AlertWishes()
    chosen_at: datetime = _NEVER
    address: str = ""
    pending: str = ""
    has_chat: bool = False

    @property
    def ways(self) -> tuple[AlertWay, ...]:
        """Return the ways that they gave us."""
        given: tuple[tuple[AlertWay, bool], ...] = (("email", bool(self.address)), ("telegram", self.has_chat))
        return tuple(way for way, is_given in given if is_given)


def of_staff(tx: Connection, vault: Vault, *, staff_id: str) -> AlertChoices:
    """Return what somebody chose; what holds without a choice, where there is none."""
    row = _row(tx, alert_choices.c.staff_id == staff_id)
    return _choices(tx, vault, row) if row else AlertChoices(staff_id)


def of_everybody(tx: Connection, vault: Vault) -> dict[str, AlertChoices]:
    """Return what everybody chose, by the id of whose choice it is."""
    rows = rows_as(AlertChoiceRow, tx.execute(select(alert_choices)))
    return {row.staff_id: _choices(tx, vault, row) for row in rows}


def choose(tx: Connection, *, staff_id: str, wishes: AlertWishes, now: datetime) -> None:
    """Store what somebody chooses."""
    begin, end = wishes.quiet or (None, None)
    kept = {"is_silent": wishes.is_silent, "is_at_once": wishes.is_at_once, "digest_hour": wishes.digest_hour}
    _put(tx, staff_id, now, **kept, quiet_from=begin, quiet_until=end)


def ask_address(tx: Connection, vault: Vault, *, staff_id: str, address: str, now: datetime) -> str:
    """Keep an address until it is confirmed, and return the token that confirms it. One confirmed before goes on.

    Returns an empty text where somebody asked a moment ago: nobody's mailbox is filled by a form of ours.
    """
    column, latest = alert_choices.c, now + timedelta(days=CONFIRM_DAYS) - _ASKED_AGAIN
    if _row(tx, column.staff_id == staff_id, column.confirm_until > latest):
        return ""
    token = new_id()
    sealed = vault.seal(tx, _owner(staff_id), "alert_choice.pending", address, staff_id)
    until = now + timedelta(days=CONFIRM_DAYS)
    _put(tx, staff_id, now, pending=sealed, confirm_hash=vault.hash_token(token), confirm_until=until)
    return token


def waits_for(tx: Connection, vault: Vault, *, staff_id: str, token: str, now: datetime) -> str:
    """Return the address that a token confirms for somebody; empty where it is not theirs, was used or is over."""
    row = _row(tx, _confirms(vault, staff_id, token, now))
    return _opened(tx, vault, row, "pending", row.pending) if row else ""


def confirm(tx: Connection, vault: Vault, *, staff_id: str, token: str, now: datetime) -> bool:
    """Take the address that waits as theirs. Returns False for a token that is not theirs, was used or is over."""
    address = waits_for(tx, vault, staff_id=staff_id, token=token, now=now)
    if address:
        sealed = vault.seal(tx, _owner(staff_id), "alert_choice.address", address, staff_id)
        _put(tx, staff_id, now, address=sealed, **_NO_ADDRESS)
    return bool(address)


def forget_address(tx: Connection, *, staff_id: str, now: datetime) -> None:
    """Write to somebody no more by email, and forget where to."""
    _put(tx, staff_id, now, address=None, **_NO_ADDRESS)


def new_chat_code(tx: Connection, vault: Vault, *, staff_id: str, now: datetime) -> str:
    """Return a code that links somebody's own chat, once and for some minutes; an older one ends."""
    code = new_code()
    until = now + timedelta(minutes=CODE_MINUTES)
    _put(tx, staff_id, now, code_hash=vault.hash_code(f"alerts{code}"), code_until=until)
    return code


def chat_code(tx: Connection, *, staff_id: str) -> str:
    """Return what tells one code of somebody from the next; empty where none was given that is not used."""
    row = _row(tx, alert_choices.c.staff_id == staff_id)
    return row.code_hash.hex() if row and row.code_hash else ""


def link_chat(tx: Connection, vault: Vault, *, code: str, chat: str, now: datetime) -> str | None:
    """Take a chat as that of whoever was given this code, and return who that is; None for any other code."""
    is_theirs = (alert_choices.c.code_hash == vault.hash_code(f"alerts{code}"), alert_choices.c.code_until > now)
    row = _row(tx, *is_theirs)
    if row is None:
        return None
    sealed = vault.seal(tx, _owner(row.staff_id), "alert_choice.chat", chat, row.staff_id)
    _put(tx, row.staff_id, now, chat=sealed, **_NO_CODE)
    return row.staff_id


def unlink_chat(tx: Connection, *, staff_id: str, now: datetime) -> None:
    """Write to somebody no more in their chat, and forget it."""
    _put(tx, staff_id, now, chat=None, **_NO_CODE)


def destination(tx: Connection, vault: Vault, *, staff_id: str, way: AlertWay) -> str:
    """Return where a way leads to: an address or a chat; empty where there is none."""
    row = _row(tx, alert_choices.c.staff_id == staff_id)
    if row is None:
        return ""
    if channel_named(way).is_letter:
        return _opened(tx, vault, row, "address", row.address)
    return _opened(tx, vault, row, "chat", row.chat)


def _put(tx: Connection, staff_id: str, now: datetime, **values: object) -> None:
    """Change a row, or make it with these values."""
    kept = {"chosen_at": now, **values}
    fresh = {"staff_id": staff_id, "is_silent": False, "is_at_once": True, **kept}
    made = insert_into(tx, alert_choices).on_conflict_do_nothing(index_elements=["staff_id"])
    if not tx.execute(made.returning(alert_choices.c.staff_id), fresh).first():
        tx.execute(update(alert_choices).where(alert_choices.c.staff_id == staff_id).values(kept))


def _row(tx: Connection, *which: ColumnElement[bool]) -> AlertChoiceRow | None:
    return row_as(AlertChoiceRow, tx.execute(select(alert_choices).where(*which)).first())


def _confirms(vault: Vault, staff_id: str, token: str, now: datetime) -> ColumnElement[bool]:
    column = alert_choices.c
    is_it = column.confirm_hash == vault.hash_token(token)
    return (column.staff_id == staff_id) & is_it & (column.confirm_until > now)


def _choices(tx: Connection, vault: Vault, row: AlertChoiceRow) -> AlertChoices:
    quiet = None if row.quiet_from is None or row.quiet_until is None else (row.quiet_from, row.quiet_until)
    return AlertChoices(
        row.staff_id,
        AlertWishes(row.is_silent, row.is_at_once, row.digest_hour, quiet),
        row.chosen_at,
        _opened(tx, vault, row, "address", row.address),
        _opened(tx, vault, row, "pending", row.pending),
        row.chat is not None,
    )


def _opened(tx: Connection, vault: Vault, row: AlertChoiceRow, column: str, sealed: bytes | None) -> str:
    if sealed is None:
        return ""
    return vault.open(tx, _owner(row.staff_id), f"alert_choice.{column}", sealed, row.staff_id)


def _owner(staff_id: str) -> str:
    return f"staff {staff_id}"
