"""Is everything well? Reasons in plain words, with no word of anybody's in them."""

import asyncio
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from feedback.errors import SaysoError
from sayso.core.ports import Trouble
from storage.db.engine import Database
from storage.messages import downtime, inbox, outbox

POLL_AGE = timedelta(seconds=90)
"""A poll takes 30 s where nothing comes, so this is two that failed. Telegram drops taps after 150 s."""
_BEAT = timedelta(seconds=30)
"""A channel that another service listens to is noted in the database every 20 seconds."""
INBOX_AGE = timedelta(seconds=60)
"""A message is taken within a second; the service has stopped or hangs where one waits so long."""
OUTBOX_AGE = timedelta(minutes=15)
"""A channel may be away for some minutes, and tries then lie up to five minutes apart."""
PATIENCE = 3
"""Seconds that the database may take: whoever asks must have an answer even while another program holds it."""
DISK_FLOOR = 200 * 1024 * 1024
"""Bytes free below which we say so: providers hold what we do not take."""


@dataclass(frozen=True)
class Health:
    """What can be known at once. `alive_at` is when each polled channel last listened."""

    database: Database
    data: Path
    alive_at: Mapping[str, datetime]
    polled: tuple[str, ...]
    now: Callable[[], datetime]
    checks: tuple[Trouble, ...] = ()
    """What each channel knows of its own troubles."""
    standing: Callable[[], tuple[str, ...]] = tuple
    """What stands still just now, or could not be used of the settings."""
    is_heard_here: Callable[[str], bool] = lambda _: True
    """Whether this service is the one that listens to a channel; of what another listens to, the database tells."""

    async def troubles(self) -> tuple[str, ...]:
        """Return everything that is wrong now; nothing when all is well."""
        now = self.now()
        heard = {one: self.alive_at.get(one) for one in self.polled if self.is_heard_here(one)}
        free = shutil.disk_usage(self.data).free
        low = [f"The disk has only {free // (1024 * 1024)} MB free."] if free < DISK_FLOOR else []
        return (*await self._stored(now), *self.standing(), *_silent(heard, now, POLL_AGE), *low)

    async def _stored(self, now: datetime) -> tuple[str, ...]:
        """Write, for only that shows that there is room, and read what waits."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self.database.write(
                    lambda tx: downtime.beat(tx, channel="health", now=now, longest=timedelta.max)
                )
                found = await self.database.read(lambda tx: (*_waiting(tx, now), *self._silent_elsewhere(tx, now)))
                theirs = [await self.database.read(partial(_read, check, now)) for check in self.checks]
                return (*found, *chain.from_iterable(theirs))
        except SaysoError as fault:
            return (f"The database cannot be written: {fault}",)
        except TimeoutError:
            return (f"The database cannot be written: it has not answered for {PATIENCE} seconds.",)

    def _silent_elsewhere(self, tx: Connection, now: datetime) -> tuple[str, ...]:
        elsewhere = [channel for channel in self.polled if not self.is_heard_here(channel)]
        return _silent({one: downtime.alive_at(tx, channel=one) for one in elsewhere}, now, POLL_AGE + _BEAT)

    async def answer(self, _: Request) -> Response:
        """Answer GET /healthz: 200 when all is well, else 503; in both cases what is wrong."""
        troubles = await self.troubles()
        body = {"status": "ok" if not troubles else "trouble", "troubles": troubles}
        return JSONResponse(body, 503 if troubles else 200, headers={"Cache-Control": "no-store"})


def _silent(heard: Mapping[str, datetime | None], now: datetime, longest: timedelta) -> tuple[str, ...]:
    return tuple(
        f"{channel} has not been heard for over {int(longest.total_seconds())} seconds."
        for channel, at in heard.items()
        if at is None or now - at > longest
    )


def _read(check: Trouble, now: datetime, tx: Connection) -> tuple[str, ...]:
    return check(tx, now)


def _waiting(tx: Connection, now: datetime) -> tuple[str, ...]:
    found = []
    oldest = inbox.oldest_open_at(tx)
    if oldest and now - oldest > INBOX_AGE:
        found.append("A message has waited for over a minute to be taken.")
    unsent = outbox.oldest_waiting_at(tx, now=now)
    if unsent and now - unsent > OUTBOX_AGE:
        found.append("A message to somebody has waited for over 15 minutes to be sent.")
    if not inbox.conservation(tx).is_balanced:
        found.append("What was received and what was done with it do not add up. Run: sayso doctor")
    return tuple(found)
