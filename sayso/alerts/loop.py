"""The loop that tells staff. Each round begins with what is stored; only what stands still here and now is remembered."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from feedback.errors import SaysoError
from sayso.alerts.letters import tell_pauses
from sayso.alerts.setting import AlertSetting
from sayso.alerts.telling import find_due, tell_due
from sayso.alerts.troubles import TroubleWatch, tell_troubles
from sayso.core import log
from sayso.core.wakeup import Signals
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.messages import letter_providers

ROUND_SECONDS = 5.0
"""A round that finds nothing reads a little and writes nothing."""
LONGEST_REST = 40.0
"""Seconds: what waits is told within a minute, whatever there is to look through."""
_SHARE = 0.05
"""Of the time of one processor: where thousands wait, looking at them must not slow down those who answer."""


class AlertLoop:
    """Runs a round every few seconds; each can be run alone, with the time given."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        now: Callable[[], datetime],
        signals: Signals,
        setting: AlertSetting,
        standing: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        """`standing` returns what to say of each part of the service that stands still."""
        self._database, self._vault, self._now = database, vault, now
        self._signals, self._setting = signals, setting
        self._watch = TroubleWatch(standing)

    async def run(self) -> None:
        """Keep going until cancelled."""
        while True:
            begun = asyncio.get_running_loop().time()
            try:
                await self.round()
            except SaysoError as fault:
                log.warn("alerts wait", **log.place_of(fault))
            took = asyncio.get_running_loop().time() - begun
            await asyncio.sleep(min(LONGEST_REST, max(ROUND_SECONDS, took / _SHARE)))

    async def round(self) -> int:
        """Tell everybody what is due now; return how many were."""
        now = self._now()
        lasting = self._watch.lasting(now)
        if not await self._database.read(lambda tx: self._is_due(tx, lasting, now)):
            return 0
        # Found anew inside: another program may have told them meanwhile.
        told = await self._database.write(lambda tx: self._tell(tx, lasting, now))
        if told:
            self._signals.queued.set()
        return told

    def _is_due(self, tx: Connection, lasting: Mapping[str, str], now: datetime) -> bool:
        is_standing = bool(lasting or letter_providers.paused(tx, now=now))
        return is_standing or bool(find_due(tx, self._vault, self._setting, now))

    def _tell(self, tx: Connection, lasting: Mapping[str, str], now: datetime) -> int:
        told = tell_due(tx, self._vault, self._setting, now) + tell_pauses(tx, self._vault, self._setting, now)
        return told + tell_troubles(tx, self._vault, self._setting, lasting, now)
