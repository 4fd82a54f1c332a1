"""Which flows anybody may begin without an invitation, and from when to when."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from storage.tables import settings

NAME = "open_flows"
"""Of the setting that holds the windows of all flows."""


@dataclass(frozen=True)
class OpenWindow:
    """Whether a flow is open to everybody: from a day on, to a day, both of them included; None is no limit."""

    is_open: bool = True
    from_on: date | None = None
    until_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether anybody may begin on this day."""
        is_begun = self.from_on is None or self.from_on <= day
        return self.is_open and is_begun and (self.until_on is None or day <= self.until_on)


def windows(tx: Connection) -> Mapping[str, OpenWindow]:
    """Return the window of each flow that has one. All other flows are open to everybody."""
    text = tx.execute(settings.select().where(settings.c.name == NAME)).first()
    kept = json.loads(text.value) if text is not None else {}
    return {name: OpenWindow(one["open"], _day(one["from"]), _day(one["until"])) for name, one in kept.items()}


def as_text(found: Mapping[str, OpenWindow]) -> str:
    """Return the windows of all flows as the setting holds them."""
    kept = {
        name: {"open": one.is_open, "from": _written(one.from_on), "until": _written(one.until_on)}
        for name, one in found.items()
    }
    return json.dumps(kept, sort_keys=True)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""
