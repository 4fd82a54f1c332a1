"""Whether staff are told that people wait: by whom it can be known, and what could not be sent."""

from sqlalchemy import Connection

from config.settings import Settings
from feedback.alerts.model import Colleague
from sayso.alerts.setting import alert_ways
from sayso.core.clock import now
from sayso.core.doctor_check import Check
from sayso.core.store import Store
from storage.alerts import alert_log, team
from storage.alerts.alert_log import UndeliveredAlert

_NOBODY = "Set up email or Telegram. Then each member of the team chooses under Account what they are told."
_LOST = "Under Account, they give another address or link their chat again. The page Rota names whom nobody can tell."
_ZONE = "UTC"
"""Nothing that is asked here depends on the hour."""


def alert_check(settings: Settings, store: Store) -> Check:
    """Return whether somebody is told when people wait, and whether every alert went out."""

    def look(tx: Connection) -> tuple[tuple[UndeliveredAlert, ...], tuple[Colleague, ...]]:
        found = team.staff_team(tx, store.vault, zone=_ZONE, ways=alert_ways(settings), now=now())
        return alert_log.undelivered(tx, now=now()), found.colleagues

    lost, colleagues = store.database.read_now(look)
    acting = [one for one in colleagues if one.may_act]
    able = [one for one in acting if one.ways]
    found = f"{len(able)} of {len(acting)} who may act can be told that people wait."
    if lost:
        named = ", ".join(f"{one.name} by {one.way} ({one.reason or one.state})" for one in lost)
        return Check("staff told", is_well=False, found=f"{found} Not reached: {named}.", fix=_LOST)
    return Check("staff told", is_well=bool(able) or not acting, found=found, fix=_NOBODY)
