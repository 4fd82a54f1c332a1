"""The one thread that writes to SQLite: everything that waits is committed together.

One full sync serves all jobs that were waiting, so durable writes are not paid for one by one (decision 0003). A job
is told that it is done only after the commit.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlcipher3.dbapi2 import Error as DriverError

from storage.db.driver import Driver, driver_of
from storage.db.errors import StorageError, explained, meaning_of

MOST_TOGETHER = 500
"""Jobs in one commit: bounds how long the first of them waits."""

_AFTER = "after_commit"


@dataclass(eq=False)
class Job:
    """A function to run with a connection, and where its result goes."""

    work: Callable[..., object]
    is_bare: bool = False
    """Is handed the driver's own connection, with no transaction around it (a checkpoint)."""
    future: Future[object] = field(default_factory=Future)


def after_commit(tx: Connection, act: Callable[[], object]) -> None:
    """Have something done once this job is committed, and not at all if it fails."""
    scratch(tx).setdefault(_AFTER, []).append(act)


def scratch(tx: Connection) -> dict[str, Any]:  # whoever keeps something here knows what it is
    """Return a dictionary that lives as long as the job that runs on this connection."""
    found: dict[str, Any] = tx.info.setdefault("job", {})
    return found


@contextmanager
def savepoint(tx: Connection) -> Iterator[None]:
    """Let part of a job fail alone: what it did is undone, and its error comes out explained.

    The driver is used directly, as in the group: SQLAlchemy's own savepoints cost more than a statement.
    """
    driver = driver_of(tx)
    before = {name: copy(value) for name, value in scratch(tx).items()}
    driver.execute("SAVEPOINT part")
    try:
        yield
    except BaseException as error:
        _undo_part(tx, driver, before)
        if isinstance(error, DBAPIError):
            raise explained(error) from None
        raise
    driver.execute("RELEASE part")


def _undo_part(tx: Connection, driver: Driver, before: dict[str, object]) -> None:
    """Go back to the savepoint, unless SQLite has undone the whole transaction already (a full disk does that)."""
    scratch(tx).clear()
    scratch(tx).update(before)
    # Only SQLite's driver tells; PostgreSQL's transaction is always still open here.
    if getattr(driver, "in_transaction", True):
        driver.execute("ROLLBACK TO part")
        driver.execute("RELEASE part")


def run(tx: Connection, work: Callable[[Connection], object]) -> tuple[object, tuple[Callable[[], object], ...]]:
    """Run one job and return its result and what to do after the commit. Database errors come out explained."""
    tx.info["job"] = {}
    try:
        result = work(tx)
    except DBAPIError as error:
        raise explained(error) from None
    finally:
        acts = tuple(tx.info.pop("job").get(_AFTER, ()))
    return result, acts


class GroupWriter:
    """A writer thread with its own connection. `submit` may be called from any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="sayso writer", daemon=True)
        self._opened: Future[None] = Future()

    def start(self) -> None:
        """Open the connection and begin. Raises StorageError when the file cannot be opened."""
        self._thread.start()
        try:
            self._opened.result()
        except DBAPIError as error:
            raise explained(error) from None

    def submit(self, job: Job) -> None:
        """Queue a job; its future is resolved after its commit."""
        self._queue.put(job)

    def stop(self) -> None:
        """Finish what is queued, then end the thread and close the connection."""
        self._queue.put(None)
        self._thread.join()

    def _work(self) -> None:
        try:
            connection = self._engine.connect()
        except DBAPIError as error:
            self._opened.set_exception(error)
            return
        self._opened.set_result(None)
        with connection:
            is_open = True
            while is_open:
                batch, bare, is_open = self._take()
                if batch:
                    _write_together(connection, batch)
                if bare:
                    _write_bare(connection, bare)

    def _take(self) -> tuple[list[Job], Job | None, bool]:
        """Wait for a job, then return all that are queued up to the next bare one, that one, and whether to go on."""
        batch: list[Job] = []
        job = self._queue.get()
        while True:
            if job is None:
                return batch, None, False
            if job.is_bare:
                return batch, job, True
            batch.append(job)
            if len(batch) == MOST_TOGETHER:
                return batch, None, True
            try:
                job = self._queue.get_nowait()
            except Empty:
                return batch, None, True


def _write_together(connection: Connection, batch: list[Job]) -> None:
    jobs = [job for job in batch if job.future.set_running_or_notify_cancel()]
    outcomes: list[tuple[Job, object, tuple[Callable[[], object], ...]]] = []
    failed: list[tuple[Job, Exception]] = []
    try:
        with connection.begin():
            for job in jobs:
                try:
                    outcomes.append((job, *_in_savepoint(connection, job)))
                except Exception as error:  # noqa: BLE001 - whoever queued the job gets it
                    failed.append((job, error))
                    _demand_transaction(connection, error)
    except Exception as error:  # noqa: BLE001 - nothing was committed: everyone who waits gets it
        fault = explained(error) if isinstance(error, DBAPIError) else error
        failed = [(job, fault) for job in jobs]
        outcomes = []
    for job, result, acts in outcomes:
        # First what rests on the commit, such as forgetting a key; then whoever waits may go on.
        for act in acts:
            act()
        job.future.set_result(result)
    for job, fault in failed:
        job.future.set_exception(fault)


def _in_savepoint(connection: Connection, job: Job) -> tuple[object, tuple[Callable[[], object], ...]]:
    """Run a job so that its failure undoes only itself. The driver is used directly: this is on every message's way."""
    driver = driver_of(connection)
    driver.execute("SAVEPOINT job")
    try:
        outcome = run(connection, job.work)
    except BaseException:
        if driver.in_transaction:
            driver.execute("ROLLBACK TO job")
            driver.execute("RELEASE job")
        raise
    driver.execute("RELEASE job")
    return outcome


def _demand_transaction(connection: Connection, error: Exception) -> None:
    """Raise if SQLite undid the whole transaction (it does so when the disk is full), for then all jobs failed."""
    driver = driver_of(connection)
    if not driver.in_transaction:
        raise error if isinstance(error, StorageError) else StorageError("The database undid a transaction.")


def _write_bare(connection: Connection, job: Job) -> None:
    if not job.future.set_running_or_notify_cancel():
        return
    try:
        result = job.work(connection.connection.driver_connection)
    except DriverError as error:
        job.future.set_exception(meaning_of(error))
    except Exception as error:  # noqa: BLE001 - whoever queued the job gets it
        job.future.set_exception(error)
    else:
        job.future.set_result(result)
