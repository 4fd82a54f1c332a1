"""Telling administrators that letters do not leave: once for each pause, when it is clear that it does not pass by itself."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection

from feedback.alerts.model import Colleague
from sayso.alerts.setting import AlertSetting
from storage.alerts import alert_log, team
from storage.crypto.vault import Vault
from storage.messages import letter_providers
from storage.messages.letter_providers import LetterProvider

_LASTS = timedelta(hours=1)
"""A guess: a busy server is better by then, and whoever is called for nothing looks less the next time."""


def tell_pauses(tx: Connection, vault: Vault, setting: AlertSetting, now: datetime) -> int:
    """Write to each administrator whom nobody has told of a pause of letters yet; return to how many."""
    late = [one for one in letter_providers.paused(tx, now=now) if one.since and one.since + _LASTS <= now]
    if not late:
        return 0
    staff = team.staff_team(tx, vault, zone=setting.zone, ways=setting.ways, now=now)
    occasions = {one: f"letters {one.name} {one.since:%Y-%m-%dT%H:%M:%S}" for one in late}
    told = alert_log.told(tx, occasions=list(occasions.values()))
    text, count = _text(late, setting), 0
    for who in _administrators(staff.colleagues):
        new = [occasion for occasion in occasions.values() if (who.id, occasion) not in told]
        if new:
            alert_log.tell(tx, vault, who, occasions=new, text=text, now=now)
            count += 1
    return count


def _administrators(colleagues: Iterable[Colleague]) -> list[Colleague]:
    return [one for one in colleagues if one.is_administrator and one.ways]


def _text(late: Iterable[LetterProvider], setting: AlertSetting) -> str:
    who = ", ".join(one.name for one in late)
    return (
        f"Letters wait.\n\nA mail server takes no letters from sayso now: {who}. No letter is lost, and sayso tries again by"
        f" itself.\n\nLook here:\n{setting.home}\n\nYou are told because you keep accounts. Choose what you are told here:\n"
        f"{setting.choices}"
    )
