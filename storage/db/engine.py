"""The database: SQLite in one file with one writer thread, or PostgreSQL.

Storage functions take `tx`, a SQLAlchemy connection inside a transaction, first, and keyword arguments after; who
calls them decides what belongs together:

    def job(tx):
        inbox.done(tx, inbox_id=7, state="applied", now=now)
        outbox.queue(tx, vault, message)
    await database.write(job)

On SQLite, jobs that wait are committed together; a job may therefore run more than once only if its caller queues it
again. On PostgreSQL each job is a transaction of its own.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from copy import copy
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

from storage.db.driver import Driver
from storage.db.errors import LOCK_SECONDS, StorageError, Unreachable, explained
from storage.db.write_queue import GroupWriter, Job, run

Result = TypeVar("Result")
Work = Callable[[Connection], Result]

_STATEMENT_SECONDS = 60
"""A guess: nothing of ours takes a tenth of it. One that hangs would keep its locks from everybody."""
_CACHE_KB = 16_000
"""Pages that each SQLite connection may keep: enough for the conversations of an hour."""
_STATEMENTS = 500
"""Statements that each SQLite connection keeps compiled. The driver's store of them, once full, gives up the newest
first: with its usual hundred, those of the migrations would stay and those of every message be compiled each time."""
_DRIVER: Mapping[str, object] = {
    "isolation_level": None,
    "check_same_thread": False,
    "cached_statements": _STATEMENTS,
}


class Database:
    """One database, opened once. `workers` is the number of reading threads (on PostgreSQL, of writing ones too)."""

    def __init__(
        self, url: str, *, workers: int = 4, patience: float = LOCK_SECONDS, idle: float = _STATEMENT_SECONDS
    ) -> None:
        """Take `sqlite:///FILE` or `postgresql://...`. Raises Unreachable for anything else.

        `patience` is how many seconds a write waits for another program. On PostgreSQL the server undoes a write in which
        nothing happens for `idle` seconds: its program was stopped, and others wait for its locks.
        """
        try:
            parsed = make_url(url)
        except ArgumentError:
            raise Unreachable("SAYSO_DATABASE_URL is not a database address. Use sqlite:///FILE.") from None
        self._workers = workers
        self._patience, self._idle = patience, idle
        self._fence: Callable[[], Callable[[Connection], None]] | None = None
        self._writer: GroupWriter | None = None
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self.file = Path(parsed.database or "") if self.is_sqlite else None
        if self.is_sqlite and not parsed.database:
            raise Unreachable("SAYSO_DATABASE_URL names no file. Use sqlite:///FILE.")
        if not self.is_sqlite and parsed.get_backend_name() != "postgresql":
            raise Unreachable("SAYSO_DATABASE_URL is neither sqlite:///FILE nor postgresql://...")
        self._url = parsed.set(drivername="postgresql+psycopg") if not self.is_sqlite else parsed

    def open(self) -> None:
        """Connect, making the SQLite file if there is none. Raises StorageError with one clear line."""
        self._pool = ThreadPoolExecutor(self._workers, thread_name_prefix="sayso database")
        if self.file is None:
            self._engine = _postgresql(self._url, self._workers, self._patience, self._idle)
            # What reads as it goes, such as an export, may pause for longer, and holds up nobody.
            self._reader = _postgresql(self._url, self._workers, self._patience, _STATEMENT_SECONDS)
            self.read_now(lambda tx: tx.exec_driver_sql("SELECT 1"))
            return
        self._engine = _sqlite_writer(self.file, self._patience)
        self._writer = GroupWriter(self._engine)
        self._writer.start()
        self._reader = _sqlite_reader(self.file, self._workers, self._patience)

    def close(self) -> None:
        """Finish what is queued and close every connection, the writer's last: it folds the log into the file."""
        self._pool.shutdown()
        self._reader.dispose()
        if self._writer:
            self._writer.stop()
            self._writer = None
        self._engine.dispose()

    async def write(self, work: Work[Result]) -> Result:
        """Run a job in a transaction and return its result after the commit with full sync.

        Raises what the job raises, or StorageError; then nothing of the job was stored.
        """
        work = partial(_after, self._fence(), work) if self._fence else work
        if self._writer:
            return cast("Result", await asyncio.wrap_future(self._queue(Job(work))))
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._write_alone, work)

    def fenced(self, fence: Callable[[], Callable[[Connection], None]]) -> "Database":
        """Return the same open database with `fence` before each `write`: what it returns is run first, within the write.

        It raises where this program may not write any more; then nothing is stored.
        """
        other = copy(self)
        other._fence = fence  # noqa: SLF001 - of its own kind
        return other

    def apart(self) -> "Database":
        """Return the same database, not open yet, with a line and a thread of its own: what is sent there waits for nobody."""
        return Database(self._url.render_as_string(hide_password=False), workers=1, patience=2, idle=self._idle)

    def write_now(self, work: Work[Result]) -> Result:
        """Do as `write`, waiting. For commands and tests, never on the event loop."""
        return cast("Result", self._queue(Job(work)).result()) if self._writer else self._write_alone(work)

    async def read(self, work: Work[Result]) -> Result:
        """Run a job that only reads, on one consistent view of the database."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, self.read_now, work)

    def read_now(self, work: Work[Result]) -> Result:
        """Do as `read`, waiting."""
        with self.reading() as tx:
            return cast("Result", run(tx, work)[0])

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give one consistent view of the database, for what reads as it goes."""
        try:
            with self._reader.connect() as tx, tx.begin():
                if not self.is_sqlite:
                    tx.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                yield tx
        except DBAPIError as error:
            raise explained(error) from None

    def checkpoint(self) -> None:
        """Fold SQLite's log into the file and cut it to nothing, so that what was erased is gone from both."""
        if self._writer:
            self.outside(lambda driver: driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall())

    def outside(self, work: Callable[[Driver], Result]) -> Result:
        """Hand a job the driver's own connection, with no transaction around it (VACUUM), and wait. SQLite only."""
        return cast("Result", self._queue(Job(work, is_bare=True)).result())

    def version(self) -> str:
        """Return the database program and its version, as the service itself uses it."""
        question = "SELECT sqlite_version()" if self.is_sqlite else "SHOW server_version"
        name = "SQLite" if self.is_sqlite else "PostgreSQL"
        return f"{name} {self.read_now(lambda tx: tx.exec_driver_sql(question).scalar_one())}"

    def _queue(self, job: Job) -> Future[object]:
        if self._writer is None:
            raise StorageError("The database is not open.")
        self._writer.submit(job)
        return job.future

    def _write_alone(self, work: Work[Result]) -> Result:
        try:
            with self._engine.begin() as tx:
                result, acts = run(tx, work)
        except DBAPIError as error:
            raise explained(error) from None
        for act in acts:
            act()
        return cast("Result", result)


def _after(check: Callable[[Connection], None], work: Work[Result], tx: Connection) -> Result:
    check(tx)
    return work(tx)


def _postgresql(url: URL, workers: int, patience: float, idle: float) -> Engine:
    options = {
        "lock_timeout": f"{round(patience * 1000)}ms",
        "statement_timeout": f"{_STATEMENT_SECONDS}s",
        "idle_in_transaction_session_timeout": f"{round(idle * 1000)}ms",
    }
    return create_engine(
        url,
        pool_size=workers + 1,
        # A connection that the server has closed meanwhile is replaced before a message finds out.
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={
            "options": " ".join(f"-c {name}={value}" for name, value in options.items()),
            "connect_timeout": LOCK_SECONDS,
        },
    )


def _sqlite_writer(file: Path, patience: float) -> Engine:
    def connect() -> object:
        driver = sqlite_driver.connect(str(file), **_DRIVER)
        # FULL: a commit that was told of survives a power cut. What is deleted is overwritten, not only let go.
        _prepare(driver, patience, "journal_mode = WAL", "synchronous = FULL", "secure_delete = ON")
        return driver

    engine = create_engine("sqlite://", module=sqlite_driver, creator=connect, poolclass=NullPool, hide_parameters=True)
    event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _sqlite_reader(file: Path, workers: int, patience: float) -> Engine:
    """Return an engine whose connections can neither write nor checkpoint (`query_only` would still checkpoint)."""

    def connect() -> object:
        address = f"{file.absolute().as_uri()}?mode=ro"
        driver = sqlite_driver.connect(address, uri=True, **_DRIVER)
        _prepare(driver, patience)
        return driver

    engine = create_engine(
        "sqlite://",
        module=sqlite_driver,
        creator=connect,
        poolclass=QueuePool,
        pool_size=workers + 1,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN"))
    return engine


def _prepare(driver: Driver, patience: float, *pragmas: str) -> None:
    """Set what holds for one connection only. The busy time-out comes first: even WAL mode may have to wait."""
    for pragma in (
        f"busy_timeout = {round(patience * 1000)}",
        "foreign_keys = ON",
        f"cache_size = -{_CACHE_KB}",
        *pragmas,
    ):
        driver.execute(f"PRAGMA {pragma}")
