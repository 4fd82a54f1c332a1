"""When a letter may leave: how fast to one domain, how long after a refusal for now, and never at night.

Source of the numbers: the rules of large providers and the manners in knowledge of the field (a letter about feedback
is never urgent). Time is a parameter everywhere.
"""

from collections import deque
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from feedback.conversation.timeouts import out_of_quiet_hours
from feedback.flows.words import Words

PUT_OFFS = (
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=24),
)
"""How long an address waits after its first, second ... refusal for now; the last one goes on."""
TRIES_END = timedelta(days=3)
"""After this a letter that could not be delivered is given up."""
QUIET_FROM, QUIET_UNTIL = 20, 8
"""Nobody gets a letter that is no answer between these hours of their own clock."""

_MINUTE = timedelta(minutes=1)
_MOST_DOMAINS = 1000
"""Domains remembered; those that have nothing to wait for are forgotten first."""


@dataclass(frozen=True)
class DomainRate:
    """How many letters one domain is sent: by default one a second and 20 a minute."""

    per_second: float = 1.0
    per_minute: int = 20


@dataclass
class _Domain:
    """What is known of one domain: when letters left in the last minute."""

    left: deque[datetime] = field(default_factory=deque)

    def free_at(self, rate: DomainRate, now: datetime) -> datetime:
        waits = [now]
        if self.left:
            waits.append(self.left[-1] + timedelta(seconds=1 / rate.per_second))
        if len(self.left) >= rate.per_minute:
            waits.append(self.left[-rate.per_minute] + _MINUTE)
        return max(waits)

    def is_idle(self, now: datetime) -> bool:
        return not self.left or self.left[-1] + _MINUTE <= now


class DomainRateLimiter:
    """How fast letters leave, domain by domain. It keeps a minute of the past and nothing of it on disk."""

    def __init__(self, rate: DomainRate | None = None) -> None:
        self._rate = rate or DomainRate()
        self._domains: dict[str, _Domain] = {}

    def free_at(self, domain: str, now: datetime) -> datetime:
        """Return when a letter to this domain may leave: now, or later."""
        known = self._domains.get(domain)
        return known.free_at(self._rate, now) if known else now

    def take(self, domain: str, now: datetime) -> datetime:
        """Return when a letter to this domain may leave, and count it as leaving then."""
        at = self.free_at(domain, now)
        known = self._known(domain, now)
        known.left.append(at)
        while len(known.left) > self._rate.per_minute:
            known.left.popleft()
        return at

    def _known(self, domain: str, now: datetime) -> _Domain:
        if domain not in self._domains and len(self._domains) >= _MOST_DOMAINS:
            self._domains = {name: kept for name, kept in self._domains.items() if not kept.is_idle(now)}
        return self._domains.setdefault(domain, _Domain())


def next_try(tries: int, first_tried_at: datetime, now: datetime, asked: timedelta | None = None) -> datetime | None:
    """Return when a letter that was refused for now is tried again, or None three days after its first try.

    `tries` counts the refusals so far, this one included (1 at least); a line that broke is none. `asked` is what the
    other side asked for, if it did: it makes the wait longer, never shorter.
    """
    wait = PUT_OFFS[min(tries, len(PUT_OFFS)) - 1]
    at = now + max(wait, asked or wait)
    return at if at <= first_tried_at + TRIES_END else None


def out_of_night(at: datetime, words: Words, quiet_from: int = QUIET_FROM, quiet_until: int = QUIET_UNTIL) -> datetime:
    """Return the moment itself, or the next morning where it falls in the night of the words' own zone."""
    return out_of_quiet_hours(at, replace(words, quiet_from=quiet_from, quiet_until=quiet_until))
