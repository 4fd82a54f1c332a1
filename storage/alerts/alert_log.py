"""The messages to staff: what each was told of, once, and what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, insert, select

from feedback.alerts.model import AlertWay, Colleague
from feedback.conversation.messages import Outbound
from storage.alerts import choices
from storage.crypto.vault import Vault
from storage.db.typed_rows import rows_as
from storage.messages import outbox as outgoing
from storage.messages.outbox import Destination
from storage.tables import alert_choices, outbox, staff, staff_alerts

LATE = timedelta(minutes=15)
"""An alert that has waited for longer is one that could not be sent, whatever may yet become of it."""
_TOGETHER = 500
"""Occasions asked for at once: databases take some thousand values in one statement."""
_CONFIRMS = "confirm"


@dataclass(frozen=True)
class UndeliveredAlert:
    """An alert that did not reach somebody, as far as we know. `reason` holds no words and no address."""

    staff_id: str
    name: str
    way: str
    state: str
    reason: str
    at: datetime


class _Told(NamedTuple):
    """That somebody was told of something."""

    staff_id: str
    occasion: str
    at: datetime


def tell(tx: Connection, vault: Vault, who: Colleague, *, occasions: Sequence[str], text: str, now: datetime) -> None:
    """Write a message to somebody by each way to them, with what it tells of; all of it is stored, or nothing."""
    for way in who.ways:
        address = choices.destination(tx, vault, staff_id=who.id, way=way)
        if address:
            _send(tx, vault, (who.id, way, address), occasions, text, now)


def ask_to_confirm(tx: Connection, vault: Vault, *, staff_id: str, address: str, text: str, now: datetime) -> None:
    """Write to an address that somebody gave as theirs."""
    _send(tx, vault, (staff_id, "email", address), [f"{_CONFIRMS} {now.isoformat()}"], text, now)


def answer_chat(tx: Connection, vault: Vault, *, chat: str, text: str, now: datetime) -> None:
    """Answer a chat that sent a code. It is no alert, so nothing is noted of it."""
    outgoing.queue_alert(tx, vault, Destination("telegram", 0, now, address=chat), Outbound(text, kind="alert"))


def name_of(tx: Connection, *, staff_id: str) -> str:
    """Return the name of somebody of the team."""
    return str(tx.execute(select(staff.c.name).where(staff.c.id == staff_id)).scalar_one())


def told(tx: Connection, *, occasions: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Return who was told of which of these occasions."""
    found: set[tuple[str, str]] = set()
    for start in range(0, len(occasions), _TOGETHER):
        these = staff_alerts.c.occasion.in_(occasions[start : start + _TOGETHER])
        query = select(staff_alerts.c.staff_id, staff_alerts.c.occasion).where(these)
        found.update((str(who), str(occasion)) for who, occasion in tx.execute(query))
    return frozenset(found)


def told_before(tx: Connection, *, occasions: Sequence[str], before: datetime) -> frozenset[str]:
    """Return of which of these occasions somebody was told before a moment."""
    return frozenset(row.occasion for row in _of_occasions(tx, occasions) if row.at < before)


def lately(tx: Connection, *, since: datetime) -> dict[str, tuple[datetime, ...]]:
    """Return when each was told something since then, once for each time."""
    rows = tx.execute(select(staff_alerts.c.staff_id, staff_alerts.c.at).where(staff_alerts.c.at > since).distinct())
    found: dict[str, list[datetime]] = {}
    for row in rows:
        found.setdefault(row.staff_id, []).append(row.at)
    return {staff_id: tuple(times) for staff_id, times in found.items()}


def undelivered(tx: Connection, *, now: datetime) -> tuple[UndeliveredAlert, ...]:
    """Return whom the latest alert did not reach, way by way: it was refused, may be lost, or has waited for long.

    Whoever has changed their choice since then is tried anew. A letter that asks to confirm an address says nothing
    about the one that is in use.
    """
    latest = (
        select(staff_alerts.c.staff_id, staff_alerts.c.way, func.max(staff_alerts.c.outbox_id).label("outbox_id"))
        .where(staff_alerts.c.occasion.not_like(f"{_CONFIRMS} %"))
        .group_by(staff_alerts.c.staff_id, staff_alerts.c.way)
        .subquery()
    )
    query = (
        select(latest.c.staff_id, staff.c.name, latest.c.way, outbox.c.state, outbox.c.reason, outbox.c.created_at)
        .join(outbox, outbox.c.id == latest.c.outbox_id)
        .join(staff, and_(staff.c.id == latest.c.staff_id, staff.c.disabled_at.is_(None)))
        .outerjoin(alert_choices, alert_choices.c.staff_id == latest.c.staff_id)
        .where(alert_choices.c.chosen_at.is_(None) | (alert_choices.c.chosen_at <= outbox.c.created_at))
        .order_by(staff.c.name, latest.c.way)
    )
    found = (UndeliveredAlert(*row) for row in tx.execute(query))
    return tuple(one for one in found if _is_lost(one, now))


def is_alert(tx: Connection, *, outbox_id: int) -> bool:
    """Return whether a message was one to the team."""
    return tx.execute(select(staff_alerts.c.id).where(staff_alerts.c.outbox_id == outbox_id)).first() is not None


def _of_occasions(tx: Connection, occasions: Sequence[str]) -> Iterator[_Told]:
    columns = (staff_alerts.c.staff_id, staff_alerts.c.occasion, staff_alerts.c.at)
    for start in range(0, len(occasions), _TOGETHER):
        these = staff_alerts.c.occasion.in_(occasions[start : start + _TOGETHER])
        yield from rows_as(_Told, tx.execute(select(*columns).where(these)))


def _is_lost(one: UndeliveredAlert, now: datetime) -> bool:
    is_late = one.state in ("waiting", "sending") and now - one.at > LATE
    return is_late or one.state in ("refused", "unknown")


def _send(
    tx: Connection,
    vault: Vault,
    to: tuple[str, AlertWay, str],
    occasions: Sequence[str],
    text: str,
    now: datetime,
) -> None:
    staff_id, way, address = to
    post = Destination(way, 0, now, address=address)
    number = outgoing.queue_alert(tx, vault, post, Outbound(text, kind="alert"))
    rows = [{"staff_id": staff_id, "way": way, "occasion": one, "outbox_id": number, "at": now} for one in occasions]
    tx.execute(insert(staff_alerts), rows)
