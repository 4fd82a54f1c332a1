"""What waits, as the rules for alerts see it: what kind it is, since when, and whether somebody who may act opened it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection, func, select

from feedback.alerts.model import WaitingCase
from storage.review import triage
from storage.review.triage import TriageItem
from storage.tables import audits, staff

_MAY_ACT = ("reviewer", "safeguarding")
_TOGETHER = 500
"""Targets asked for at once: databases take some thousand values in one statement."""


def open_cases(tx: Connection) -> tuple[WaitingCase, ...]:
    """Return everything that nobody has dealt with, the oldest first."""
    items = triage.waiting(tx)
    opened = _opened(tx, {target_of(item) for item in items})
    return tuple(_case(item, opened.get(target_of(item))) for item in items)


def targets(tx: Connection) -> dict[str, str]:
    """Return what the audit calls each thing that waits, by its name."""
    return {item.name: target_of(item) for item in triage.waiting(tx)}


def target_of(item: TriageItem) -> str:
    """Return what the audit calls something that waits."""
    return f"conversation {item.conversation}" if item.conversation else f"mail {item.name[1:]}"


def _case(item: TriageItem, opened_at: datetime | None) -> WaitingCase:
    is_letter = not item.conversation
    return WaitingCase(
        item.name,
        "letter" if is_letter else item.kind,
        item.at,
        is_restricted=item.is_before_yes or is_letter,
        is_opened=opened_at is not None and opened_at >= item.at,
    )


def _opened(tx: Connection, wanted: Iterable[str]) -> dict[str, datetime]:
    """Return when somebody who may act last had each of these open: whatever they did there, they saw it."""
    every = sorted(wanted)
    parts = (every[start : start + _TOGETHER] for start in range(0, len(every), _TOGETHER))
    return dict(found for some in parts for found in _opened_of(tx, some))


def _opened_of(tx: Connection, wanted: list[str]) -> Iterator[tuple[str, datetime]]:
    by_who_may_act = select(staff.c.name).where(staff.c.role.in_(_MAY_ACT))
    query = select(audits.c.target, func.max(audits.c.at).label("at")).group_by(audits.c.target)
    for row in tx.execute(query.where(audits.c.target.in_(wanted), audits.c.by.in_(by_who_may_act))):
        yield row.target, row.at
