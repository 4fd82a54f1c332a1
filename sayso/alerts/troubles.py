"""Telling administrators that a part of the service stands still: when it lasts, and once a day for each part."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from sayso.alerts.administrators import tell_administrators
from sayso.alerts.setting import AlertSetting
from storage.crypto.vault import Vault

_LASTS = timedelta(minutes=10)
"""A guess: what passes by itself has passed by then, and people who write are still waiting."""


class TroubleWatch:
    """What stands still, and since when as far as this service has seen. `standing` returns what to say of each part."""

    def __init__(self, standing: Callable[[], Mapping[str, str]]) -> None:
        self._standing = standing
        self._since: dict[str, datetime] = {}

    def lasting(self, now: datetime) -> Mapping[str, str]:
        """Return what to say of each part that has stood still for ten minutes."""
        standing = self._standing()
        self._since = {part: self._since.get(part, now) for part in standing}
        return {part: said for part, said in standing.items() if now - self._since[part] >= _LASTS}


def tell_troubles(
    tx: Connection, vault: Vault, setting: AlertSetting, lasting: Mapping[str, str], now: datetime
) -> int:
    """Write to each administrator who was not told today; return to how many."""
    if not lasting:
        return 0
    occasions = [f"stands still {part} {now.date().isoformat()}" for part in lasting]
    said = "\n\n".join(["A part of sayso stands still. It is tried again by itself.", *lasting.values()])
    return tell_administrators(tx, vault, setting, occasions, said, now)
