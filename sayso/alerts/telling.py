"""One round of alerts: who is due what is worked out anew from what is stored, and all that follows is one transaction.

So a kill between any two steps changes nothing: either an alert stands in the outbox with the note of what it tells,
or neither does, and the next round finds it due again. From the outbox on it goes the way of every other message.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from feedback.alerts.due import DueAlert, digest_occasion, due_alerts, due_digest
from feedback.alerts.model import Colleague, StaffTeam, WaitingCase
from feedback.alerts.wording import alert_text, digest_text
from sayso.alerts.counting import digest_counts
from sayso.alerts.setting import AlertSetting
from storage.accounts import members
from storage.alerts import alert_log, cases, team
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord
from storage.crypto.vault import Vault

BY = "sayso (alerts)"
"""Who stands in the audit for what the service does by itself."""
_RUNGS = ("first", "next", "all", "administrator")
_STEPS = {"next": "told the next on the rota", "all": "told all who may act", "administrator": "told the administrator"}
"""What the audit says of each rung above the first."""
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
"""Within it everybody's quiet hours are over once."""


@dataclass(frozen=True)
class DueDigest:
    """The daily list of somebody, that is due now."""

    colleague: Colleague
    occasion: str


@dataclass(frozen=True)
class DueNow:
    """Everything that is due at one moment."""

    team: StaffTeam
    waiting: tuple[WaitingCase, ...]
    alerts: tuple[DueAlert, ...]
    digests: tuple[DueDigest, ...]

    def __bool__(self) -> bool:
        """Whether anything is."""
        return bool(self.alerts or self.digests)


def find_due(tx: Connection, vault: Vault, setting: AlertSetting, now: datetime) -> DueNow:
    """Return what is due now. Nothing is changed."""
    staff = team.staff_team(tx, vault, zone=setting.zone, ways=setting.ways, now=now)
    if not any(one.ways for one in staff.colleagues):
        return DueNow(staff, (), (), ())
    waiting = cases.open_cases(tx)
    today = digest_occasion(staff.week.local(now).date())
    climbing = _climbing(tx, waiting, now)
    told = alert_log.told(tx, occasions=[today, *(f"{case.name} {rung}" for case in climbing for rung in _RUNGS)])
    alerts = due_alerts(climbing, staff, now, told, alert_log.lately(tx, since=now - _HOUR))
    digests = [DueDigest(one, today) for one in staff.colleagues if due_digest(one, staff.week, now, told)]
    return DueNow(staff, waiting, alerts, tuple(digests))


def _climbing(tx: Connection, waiting: Iterable[WaitingCase], now: datetime) -> list[WaitingCase]:
    """Return what may still go to somebody. What came to the top of the ladder a day ago stands in the daily lists."""
    unopened = [case for case in waiting if not case.is_opened]
    tops = {f"{case.name} {_RUNGS[-1]}": case.name for case in unopened}
    ended = {tops[occasion] for occasion in alert_log.told_before(tx, occasions=list(tops), before=now - _DAY)}
    return [case for case in unopened if case.name not in ended]


def tell_due(tx: Connection, vault: Vault, setting: AlertSetting, now: datetime) -> int:
    """Write everything that is due now to the outbox, with the notes of it; return to how many people."""
    due = find_due(tx, vault, setting, now)
    people = {one.id: one for one in due.team.colleagues}
    for alert in due.alerts:
        text = alert_text(alert, home=setting.home, choices=setting.choices)
        occasions = [one.occasion for one in alert.tellings]
        alert_log.tell(tx, vault, people[alert.staff_id], occasions=occasions, text=text, now=now)
    _note_steps(tx, vault, due.alerts, now)
    for digest in due.digests:
        counts = digest_counts(tx, digest.colleague, due.waiting)
        text = digest_text(counts, home=setting.home, choices=setting.choices)
        alert_log.tell(tx, vault, digest.colleague, occasions=[digest.occasion], text=text, now=now)
    return len(due.alerts) + len(due.digests)


def _note_steps(tx: Connection, vault: Vault, alerts: Iterable[DueAlert], now: datetime) -> None:
    """Write each step of the ladder into the audit: what it was about, and who was told."""
    names = {member.id: member.name for member in members.members(tx)}
    steps: dict[tuple[str, str], list[str]] = {}
    for alert in alerts:
        for one in alert.tellings:
            if one.rung in _STEPS:
                steps.setdefault((one.case.name, one.rung), []).append(names[alert.staff_id])
    targets = cases.targets(tx) if steps else {}
    for (case, rung), told in steps.items():
        deed = AuditRecord(BY, _STEPS[rung], targets[case], ", ".join(sorted(told)))
        audit_log.record(tx, vault, deed, now=now)
