"""Whether the clock of the machine may be believed, before anything is forgotten for ever because of its time.

A clock that was wrong for seconds must not cost anybody their words. It is believed while it keeps step with the time
since the machine started. After a jump, and after a start that lies far from the last time seen, nothing is forgotten
until the clock is as it was, a provider says the same time, or it has run steadily for a day.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

_SLIP = timedelta(seconds=60)
"""A guess: time servers move a clock by less at once, and nothing of ours is forgotten within minutes."""
_AWAY = timedelta(days=1)
"""A service that was off for longer asks a second clock: a machine without a battery wakes in another year."""
_AGREED = timedelta(minutes=10)
"""A guess: far more than an answer takes on its way, and far less than a clock that matters is wrong by."""
_STEADY = timedelta(days=1)
"""Long enough for a time server, or for somebody who reads that health is red."""


class ClockReading(NamedTuple):
    """The clock of the machine, and the seconds since it started, at the same moment."""

    wall: datetime
    elapsed: float

    def expected(self, elapsed: float) -> datetime:
        """Return what the clock should say after so many seconds since the start."""
        return self.wall + timedelta(seconds=elapsed - self.elapsed)


@dataclass
class ClockGuard:
    """`elapsed` gives seconds that nobody can set; `providers` tell what time it is with them, or None."""

    elapsed: Callable[[], float]
    providers: Sequence[Callable[[], datetime | None]] = ()
    trouble: str = ""
    """Why nothing is forgotten just now, for the health page; nothing while the clock is believed."""
    _believed: ClockReading | None = field(default=None, init=False)
    _doubted: ClockReading | None = field(default=None, init=False)

    def is_right(self, now: datetime, last_seen: datetime | None) -> bool:
        """Whether what is due by this time may be forgotten. `last_seen` is the newest time that was believed and stored."""
        reading = ClockReading(now, self.elapsed())
        if self._keeps_step(reading, last_seen) or self._is_confirmed(reading):
            self._believed, self._doubted, self.trouble = reading, None, ""
            return True
        self.trouble = (
            f"The clock of this machine says {now:%d %b %Y, %H:%M} (UTC), which may be wrong. Nothing is forgotten "
            "until it is set right, or has run steadily for a day."
        )
        return False

    def _keeps_step(self, reading: ClockReading, last_seen: datetime | None) -> bool:
        if self._believed is not None:
            return abs(reading.wall - self._believed.expected(reading.elapsed)) <= _SLIP
        return last_seen is None or -_SLIP <= reading.wall - last_seen <= _AWAY

    def _is_confirmed(self, reading: ClockReading) -> bool:
        if self._doubted is None or abs(reading.wall - self._doubted.expected(reading.elapsed)) > _SLIP:
            self._doubted = reading
        said = [at for provider in self.providers if (at := provider()) is not None]
        if said:
            return all(abs(reading.wall - at) <= _AGREED for at in said)
        return reading.elapsed - self._doubted.elapsed >= _STEADY.total_seconds()


class Forgetting(NamedTuple):
    """What forgetting for ever needs: the ledger beside the key file (`storage.people.erasure_log`), and a second clock.

    Without a guard the clock is believed.
    """

    ledger_file: Path
    guard: ClockGuard | None = None
