"""Lines of the log that say the same again and again: the first few are written, the others are counted.

A stranger who sends rubbish must not fill the disk: without this, bad requests alone wrote 61 MB in 100 seconds.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

FREE = 5
"""Equal lines in a minute that are written: enough to see that it goes on."""
WINDOW = 60.0
"""Seconds after which the next equal lines are written again."""
_KINDS = 200
"""Kinds of lines that are told apart; there are about 120 in the whole program. What is beyond is folded as one kind."""
_APART = frozenset({"count", "inbox_id", "outbox_id", "seconds"})
"""Fields in which lines that say the same may differ."""


@dataclass
class _Kind:
    """One kind of line: when its minute began, how many were seen in it, and how the last one read."""

    since: float
    seen: int
    last: Mapping[str, Any]


class LogFolding:
    """Counts equal lines. `clock` returns monotonic seconds. Safe to be used from several threads."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._kinds: dict[tuple[tuple[str, str], ...], _Kind] = {}
        self._lock = threading.Lock()

    def is_written(self, level: str, fields: Mapping[str, Any]) -> bool:
        """Count a line; return whether it is to be written."""
        with self._lock:
            key = self._key(level, fields)
            kind = self._kinds.setdefault(key, _Kind(self._clock(), 0, {}))
            kind.seen += 1
            kind.last = {**fields, "level": level}
            return kind.seen <= FREE

    def folded(self) -> list[dict[str, Any]]:
        """Return, for each kind whose minute is over, how the last line read and `repeated`: how many were not written.

        Those kinds begin anew.
        """
        with self._lock:
            now = self._clock()
            over = {key: kind for key, kind in self._kinds.items() if now - kind.since >= WINDOW}
            for key in over:
                del self._kinds[key]
            return [{**kind.last, "repeated": kind.seen - FREE} for kind in over.values() if kind.seen > FREE]

    def _key(self, level: str, fields: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        told = sorted((name, str(value)) for name, value in fields.items() if name not in _APART)
        key = (("level", level), *told)
        return key if key in self._kinds or len(self._kinds) < _KINDS else ()
