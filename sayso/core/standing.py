"""How this service stands among those on the same database: what it does for all of them, and whether it may still write.

On SQLite it is alone, which a lock beside the database file makes sure of. On PostgreSQL there may be several. Each is
heard every two seconds; what it holds goes to another eight seconds after it was heard last. It counts those seconds
from before it was heard, on a clock that runs on while a process is stopped: so it lets go before another takes over.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Protocol

from sqlalchemy import Connection

from feedback.errors import SaysoError
from sayso.core import log
from sayso.core.ports import BackgroundJob
from storage.db.engine import Database
from storage.db.errors import Fenced
from storage.services import leases
from storage.services.leases import LeaseBook

UPKEEP = "upkeep"
"""The lease of what time alone brings about, and of telling staff."""
BEAT_SECONDS = 2.0
"""A guess: one small write, and three are missed before anybody is replaced."""
LEASE_SECONDS = 8.0
"""Longer than a busy machine pauses, and short enough that others take over within 15 seconds of a kill."""
_MARGIN_SECONDS = 1.0
"""By how much a service lets go before another may take over: for the commit of what it does just now."""
_LOOK_SECONDS = 0.5
"""How soon a job begins, or ends, once its lease is there or gone."""


class Standing(Protocol):
    """What the engine asks before it does what only one service may do."""

    @property
    def number(self) -> int | None:
        """Return the number of this service, or None where there can be no other."""
        ...

    @property
    def services(self) -> int:
        """Return how many services there are, this one included."""
        ...

    def is_current(self) -> bool:
        """Whether no other service may have replaced this one yet. Nothing is sent otherwise."""
        ...

    def holds(self, lease: str) -> bool:
        """Whether this service does what is under this lease ("": what every service does)."""
        ...

    def fenced(self, database: Database, lease: str) -> Database:
        """Return the database for what is written under a lease. Each write raises Fenced where it is gone ("": never)."""
        ...

    def kept(self, job: BackgroundJob) -> BackgroundJob:
        """Return a job that runs while this service holds its lease, and is cancelled when that is gone."""
        ...


class Alone:
    """The only service on its data: it does everything."""

    number: int | None = None
    services = 1

    def is_current(self) -> bool:
        """Return that nobody can replace it."""
        return True

    def holds(self, _: str) -> bool:
        """Return that it does everything."""
        return True

    def fenced(self, database: Database, _: str) -> Database:
        """Return the database as it is."""
        return database

    def kept(self, job: BackgroundJob) -> BackgroundJob:
        """Return the job as it is."""
        return job


ALONE = Alone()


@dataclass
class OneOfSeveral:
    """A service among others on one PostgreSQL database. `clock` gives seconds that run on while a process is stopped."""

    database: Database
    clock: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    wanted: Collection[str] = ()
    """The leases of all that this service can do."""
    _book: LeaseBook | None = field(default=None, init=False)
    _until: float = field(default=0.0, init=False)

    @property
    def number(self) -> int | None:
        """Return the number that its writes carry."""
        return self._book.number if self._book else None

    @property
    def services(self) -> int:
        """Return how many there were when it was heard last."""
        return self._book.services if self._book else 1

    def is_current(self) -> bool:
        """Whether it was heard lately enough."""
        return self.clock() < self._until

    def holds(self, lease: str) -> bool:
        """Whether it was given this lease, and was heard lately enough to have it still."""
        return not lease or (self._book is not None and lease in self._book.held and self.is_current())

    def fenced(self, database: Database, lease: str) -> Database:
        """Return the database with a look at the lease first in every write, under the number of when it was asked for."""
        return database.fenced(partial(self._fence, lease)) if lease else database

    def kept(self, job: BackgroundJob) -> BackgroundJob:
        """Return the job, to be run over again each time that its lease comes back."""
        return replace(job, run=partial(self._keep, job)) if job.lease else job

    async def run(self) -> None:
        """Be heard until cancelled."""
        while True:
            try:
                await self.beat()
            except SaysoError as fault:
                log.warn("not heard by the other services", **log.place_of(fault))
            await self.sleep(BEAT_SECONDS)

    async def beat(self) -> None:
        """Be heard once, and take what nobody does. Raises StorageError."""
        begun, number = self.clock(), self.number
        book = await self.database.write(lambda tx: self._beat(tx, number))
        if number is not None and book.number != number:
            log.warn("this service was replaced and begins anew")
        if book.number != number:
            log.note("this is one of several services", state=str(book.number))
        self._book, self._until = book, begun + LEASE_SECONDS - _MARGIN_SECONDS

    async def leave(self) -> None:
        """Let the others take over at once."""
        number, self._book, self._until = self.number, None, 0.0
        if number is None:
            return
        try:
            await self.database.write(lambda tx: leases.resign(tx, number=number))
        except SaysoError as fault:
            log.warn("left without a word", **log.place_of(fault))

    def _beat(self, tx: Connection, number: int | None) -> LeaseBook:
        now = leases.server_time(tx)
        until = now + timedelta(seconds=LEASE_SECONDS)
        return leases.beat(tx, number=number, wanted=self.wanted, now=now, until=until)

    def _fence(self, lease: str) -> Callable[[Connection], None]:
        number = self.number
        if number is None:
            raise Fenced("This service has not been heard yet.")
        return lambda tx: leases.check(tx, number=number, name=lease)

    async def _keep(self, job: BackgroundJob) -> None:
        """Run a job while its lease is there. Ends where the job does, and raises what it raises."""
        while True:
            await self._look_until(lambda: self.holds(job.lease))
            work = asyncio.ensure_future(job.run())
            gone = asyncio.ensure_future(self._look_until(lambda: not self.holds(job.lease)))
            try:
                await asyncio.wait((work, gone), return_when=asyncio.FIRST_COMPLETED)
                if work.done():
                    return work.result()
            finally:
                await _ended(work, gone)

    async def _look_until(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            await self.sleep(_LOOK_SECONDS)


@asynccontextmanager
async def standing_for(database: Database) -> "AsyncIterator[Alone | OneOfSeveral]":
    """Give the standing of a service on this database; at the end it leaves."""
    if database.is_sqlite:
        yield ALONE
        return
    line = database.apart()
    line.open()
    ours = OneOfSeveral(line, time.monotonic)
    try:
        yield ours
    finally:
        await ours.leave()
        line.close()


async def _ended(*tasks: "asyncio.Future[None]") -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
