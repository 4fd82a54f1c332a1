"""The team as the rules for alerts see it: who may act, how each can be reached, and when they work."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection

from feedback.alerts.model import AlertWay, Colleague, StaffTeam
from storage.accounts import members
from storage.accounts.members import Member
from storage.alerts import alert_log, choices, schedule
from storage.alerts.choices import AlertChoices
from storage.crypto.vault import Vault


def staff_team(tx: Connection, vault: Vault, *, zone: str, ways: Collection[AlertWay], now: datetime) -> StaffTeam:
    """Return everybody with an open account. `ways` are those that the service has; `zone` is the team's.

    A way whose latest alert did not arrive is none, so that what waits goes to the next at once.
    """
    broken = {(one.staff_id, one.way) for one in alert_log.undelivered(tx, now=now)}
    chosen = choices.of_everybody(tx, vault)
    colleagues = tuple(
        _colleague(member, chosen.get(member.id, AlertChoices(member.id)), ways, broken)
        for member in members.members(tx)
        if member.disabled_at is None and member.is_ready
    )
    return StaffTeam(colleagues, schedule.week(tx, zone=zone), schedule.turns(tx))


def _colleague(
    member: Member, chosen: AlertChoices, ways: Collection[AlertWay], broken: Collection[tuple[str, str]]
) -> Colleague:
    wishes = chosen.wishes
    works = tuple(way for way in chosen.ways if way in ways and (member.id, way) not in broken)
    return Colleague(
        member.id,
        chosen.chosen_at,
        ways=() if wishes.is_silent else works,
        may_act=member.role in ("reviewer", "safeguarding"),
        may_act_restricted=member.role == "safeguarding",
        is_administrator="admin" in member.roles,
        is_at_once=wishes.is_at_once,
        digest_hour=wishes.digest_hour,
        quiet=wishes.quiet,
    )
