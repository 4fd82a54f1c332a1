"""How often return codes may be tried: one try a second for a source, ever slower after wrong ones, and few in all."""

from collections import OrderedDict
from collections.abc import Callable

from feedback.errors import TryLater

_LONGEST_WAIT = 42.0
"""Seconds, as GlobaLeaks makes people wait at most: whoever shares an address with a guesser still gets in."""
_SOURCES = 10_000
"""Kept in memory: a few MB. The oldest goes first; the limit for all together holds without them."""
_ALL_A_SECOND = 20.0
"""With 10,000 codes in use, a guess then succeeds once in about 180,000 years (decision 0006)."""


class Guesses:
    """Counts tries in memory, by source; a restart forgets them. `clock` returns monotonic seconds.

    `sharers` returns how many services take tries: each lets through its part of what all together may.
    """

    def __init__(self, clock: Callable[[], float], sharers: Callable[[], int] = lambda: 1) -> None:
        self._clock = clock
        self._sharers = sharers
        self._next_try: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._tokens = _ALL_A_SECOND
        self._filled_at = clock()

    def try_now(self, source: str) -> None:
        """Count a try. Raises TryLater with the seconds to wait when it comes too early."""
        now = self._clock()
        at, failures = self._next_try.get(source, (0.0, 0))
        ours = _ALL_A_SECOND / self._sharers()
        self._tokens = min(ours, self._tokens + (now - self._filled_at) * ours)
        self._filled_at = now
        if at > now or self._tokens < 1:
            raise TryLater("Too many codes were tried.", max(at - now, 1.0))
        self._tokens -= 1
        self._remember(source, now + 1.0, failures)

    def was_wrong(self, source: str) -> None:
        """Make the next try of this source wait longer: 1, 2, 4 ... up to 42 seconds."""
        failures = self._next_try.get(source, (0.0, 0))[1] + 1
        self._remember(source, self._clock() + min(_LONGEST_WAIT, float(1 << min(failures - 1, 6))), failures)

    def was_right(self, source: str) -> None:
        """Forget the wrong tries of this source."""
        self._next_try.pop(source, None)

    def _remember(self, source: str, at: float, failures: int) -> None:
        self._next_try[source] = (at, failures)
        self._next_try.move_to_end(source)
        while len(self._next_try) > _SOURCES:
            self._next_try.popitem(last=False)
