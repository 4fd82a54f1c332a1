"""What stands around a list: how many wait in each queue, themes, languages, organisations and the team.

Counting takes longer than the list itself, so it is remembered for a moment: what people say is counted within
seconds, what staff do at once. It is the same whoever asks; a page shows of it what the role may see.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from storage import reading, staff, themes
from storage.engine import Database
from storage.reading import COUNTED_MOST, View, Wanted
from storage.staff import Member
from storage.themes import Theme

KEPT = timedelta(seconds=3)
_COUNTED: tuple[View, ...] = ("waiting", "flagged", "all")


@dataclass(frozen=True)
class Around:
    """What was found. `organisations` are only for those who see every word.

    `counts` are of the queues that are the same for everybody; whoever asks counts their own. `new` names those of the
    queue of new ones, unless they are many: where nearly all were read, finding them takes a look at each conversation.
    """

    counts: Mapping[View, int]
    new: tuple[str, ...] | None
    themes: tuple[Theme, ...]
    languages: tuple[str, ...]
    organisations: tuple[tuple[str, str], ...]
    team: tuple[Member, ...]


class Surroundings:
    """Remembers what was found last. Belongs to one event loop."""

    def __init__(self) -> None:
        self._found: Around | None = None
        self._until: datetime | None = None
        self._changes = 0
        self._turn = asyncio.Lock()

    async def current(self, database: Database, now: datetime) -> Around:
        """Return what was found a moment ago, or what is there now; those who ask together wait for one look."""
        async with self._turn:
            if self._found is None or self._until is None or not self._until - KEPT <= now < self._until:
                changes = self._changes
                found = await database.read(_look)
                if changes != self._changes:
                    return found
                self._found, self._until = found, now + KEPT
            return self._found

    def forget(self) -> None:
        """Look anew next time, since staff have changed something; a look that is under way is not kept either."""
        self._changes += 1
        self._found = None


def _look(tx: Connection) -> Around:
    new = reading.ids(tx, wanted=Wanted("new"), limit=COUNTED_MOST + 1)
    counts = {view: reading.count(tx, wanted=Wanted(view)) for view in _COUNTED}
    return Around(
        {**counts, "new": len(new)},
        new if len(new) <= COUNTED_MOST else None,
        themes.in_use(tx),
        reading.languages(tx),
        reading.organisations_known(tx),
        staff.members(tx),
    )
