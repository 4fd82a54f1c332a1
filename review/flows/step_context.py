"""What stands around a list: how many wait in each queue, themes, languages, organisations and the team.

Counting takes longer than the list itself, so it is remembered for a moment: what people say is counted within
seconds, what staff do at once. It is the same whoever asks; a page shows of it what the role may see.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from feedback.errors import SaysoError
from storage.accounts import members
from storage.accounts.members import Member, Role
from storage.db.engine import Database
from storage.review import case_list, overview, themes, triage
from storage.review.case_list import COUNTED_MOST, CaseFilter, View
from storage.review.themes import Theme
from storage.review.triage import WaitingCount

KEPT = timedelta(seconds=3)
"""A guess: nobody sees old numbers for long, and a busy team's pages do not each count everything anew."""
OLDEST = timedelta(seconds=10)
"""What is older is waited for."""
SHOWN = timedelta(minutes=1)
"""What a title tells may be so old: an open page looks again after half a minute."""
_COUNTED: tuple[View, ...] = ("waiting", "flagged", "all")


@dataclass(frozen=True)
class WaitCount:
    """How many conversations and letters wait for somebody, and the time stamp of the latest; 0 for none."""

    count: int = 0
    latest: int = 0


@dataclass(frozen=True)
class StepContext:
    """What was found. `organisations` are only for those who see every word.

    `counts` are of the queues that are the same for everybody; whoever asks counts their own. `since` is when the
    oldest began to wait, for queues in which somebody does. `new` names those of the queue of new ones, unless they are
    many: where nearly all were read, finding them takes a look at each conversation.
    """

    counts: Mapping[View, int]
    since: Mapping[View, datetime]
    new: tuple[str, ...] | None
    themes: tuple[Theme, ...]
    languages: tuple[str, ...]
    organisations: tuple[tuple[str, str], ...]
    team: tuple[Member, ...]
    waiting: Mapping[Role, WaitCount]
    """For those who may act: the others have nothing that waits for them."""

    def waits_for(self, role: Role) -> WaitCount:
        """Return how much waits for somebody of this role."""
        return self.waiting.get(role, WaitCount())


class StepContextCache:
    """Remembers what was found last. Belongs to one event loop."""

    def __init__(self) -> None:
        self._found: StepContext | None = None
        self._at = datetime.min.replace(tzinfo=UTC)
        self._changes = 0
        self._turn = asyncio.Lock()
        self._looking: asyncio.Task[None] | None = None

    async def current(self, database: Database, now: datetime) -> StepContext:
        """Return what was found a moment ago, or what is there now; those who ask together wait for one look.

        What was found some seconds ago is still taken, and a look is begun for whoever comes next.
        """
        found = self._found
        if found is None or not timedelta() <= now - self._at < OLDEST:
            return await self._anew(database, now)
        if now - self._at >= KEPT and not self._turn.locked():
            self._looking = asyncio.create_task(self._beside(database, now))
        return found

    def waits_for(self, role: Role, now: datetime) -> WaitCount:
        """Return how much waits for somebody, as far as it was counted lately: nothing is counted for it."""
        found = self._found
        return found.waits_for(role) if found and timedelta() <= now - self._at < SHOWN else WaitCount()

    def forget(self) -> None:
        """Look anew next time, since staff have changed something; a look that is under way is not kept either."""
        self._changes += 1
        self._found = None

    async def _anew(self, database: Database, now: datetime) -> StepContext:
        async with self._turn:
            if self._found is not None and timedelta() <= now - self._at < KEPT:
                return self._found
            changes = self._changes
            found = await database.read(_look)
            if changes == self._changes:
                self._found, self._at = found, now
            return found

    async def _beside(self, database: Database, now: datetime) -> None:
        """Look while nobody waits; where the database is away or was closed, whoever comes next finds out."""
        with suppress(SaysoError, RuntimeError):
            await self._anew(database, now)


def _look(tx: Connection) -> StepContext:
    new = case_list.ids(tx, wanted=CaseFilter("new"), limit=COUNTED_MOST + 1)
    counts = {view: case_list.count(tx, wanted=CaseFilter(view)) for view in _COUNTED}
    return StepContext(
        {**counts, "new": len(new)},
        dict(triage.oldest(tx).items()),
        new if len(new) <= COUNTED_MOST else None,
        themes.in_use(tx),
        overview.languages(tx),
        overview.organisations_known(tx),
        members.members(tx),
        _waiting(tx),
    )


def _waiting(tx: Connection) -> dict[Role, WaitCount]:
    agreed, every = triage.count(tx)
    return {"reviewer": _counted(agreed), "safeguarding": _counted(every)}


def _counted(waiting: WaitingCount) -> WaitCount:
    return WaitCount(waiting.count, int(waiting.latest.timestamp()) if waiting.latest else 0)
