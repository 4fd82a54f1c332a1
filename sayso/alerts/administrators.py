"""Writing to those who keep accounts: of what only they can mend, and once for each occasion."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from sayso.alerts.setting import AlertSetting
from storage.alerts import alert_log, team
from storage.crypto.vault import Vault


def tell_administrators(
    tx: Connection, vault: Vault, setting: AlertSetting, occasions: Sequence[str], said: str, now: datetime
) -> int:
    """Write to each administrator whom nobody has told of one of these occasions; return to how many.

    `said` holds no word of anybody's; the ways on are put below it.
    """
    staff = team.staff_team(tx, vault, zone=setting.zone, ways=setting.ways, now=now)
    told = alert_log.told(tx, occasions=list(occasions))
    text, count = f"{said}\n\n{_ways_on(setting)}", 0
    for who in staff.colleagues:
        new = [occasion for occasion in occasions if (who.id, occasion) not in told]
        if new and who.is_administrator and who.ways:
            alert_log.tell(tx, vault, who, occasions=new, text=text, now=now)
            count += 1
    return count


def _ways_on(setting: AlertSetting) -> str:
    return (
        f"Look here:\n{setting.home}\n\nYou are told because you keep accounts. Choose what you are told here:\n"
        f"{setting.choices}"
    )
