"""Telling administrators that letters do not leave: once for each pause, when it is clear that it does not pass by itself."""

from datetime import datetime, timedelta

from sqlalchemy import Connection

from sayso.alerts.administrators import tell_administrators
from sayso.alerts.setting import AlertSetting
from storage.crypto.vault import Vault
from storage.messages import letter_providers

_LASTS = timedelta(hours=1)
"""A guess: a busy server is better by then, and whoever is called for nothing looks less the next time."""


def tell_pauses(tx: Connection, vault: Vault, setting: AlertSetting, now: datetime) -> int:
    """Write to each administrator whom nobody has told of a pause of letters yet; return to how many."""
    late = [one for one in letter_providers.paused(tx, now=now) if one.since and one.since + _LASTS <= now]
    if not late:
        return 0
    occasions = [f"letters {one.name} {one.since:%Y-%m-%dT%H:%M:%S}" for one in late]
    who = ", ".join(one.name for one in late)
    said = (
        f"Letters wait.\n\nA mail server takes no letters from sayso now: {who}. No letter is lost, and sayso tries again by"
        " itself."
    )
    return tell_administrators(tx, vault, setting, occasions, said, now)
