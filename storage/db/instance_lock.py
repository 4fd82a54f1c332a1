"""Only one `sayso serve` for one set of data. Commands beside it need no guard: the database orders their writes."""

import fcntl
import os
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from storage.db.errors import AlreadyRunning, explained

_LOCK_NUMBER = 0x73617973
"""The number of the PostgreSQL advisory lock: `says` in ASCII."""


class FileGuard:
    """Holds a lock on a file, which the kernel frees when the program ends, however it ends."""

    def __init__(self, data: Path) -> None:
        self._path = data / "sayso.lock"
        self._handle: int | None = None

    def hold(self) -> None:
        """Take the lock at once. Raises AlreadyRunning if another program has it."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            raise AlreadyRunning(
                f"Another sayso already serves {self._path.parent}. Stop it first, or give this one its own SAYSO_DATA."
            ) from None
        self._handle = handle

    def is_held(self) -> bool:
        """Return whether this program still has the lock."""
        return self._handle is not None

    def release(self) -> None:
        """Let another program serve."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


class ServerGuard:
    """Holds an advisory lock on a PostgreSQL connection of its own, which the server frees when the line breaks.

    `is_shared`: others may serve beside us (`storage.services.leases` sees to it that they do not do the same). Whatever
    wants to be alone is refused meanwhile: a command that changes the keys, and a sayso from before there were leases.
    """

    def __init__(self, url: str, *, is_shared: bool = False) -> None:
        self._is_shared = is_shared
        self._engine = create_engine(
            url.replace("postgresql://", "postgresql+psycopg://", 1),
            isolation_level="AUTOCOMMIT",
            poolclass=NullPool,
            hide_parameters=True,
        )
        self._connection: Connection | None = None

    def hold(self) -> None:
        """Take the lock at once. Raises AlreadyRunning if another program has it."""
        try:
            connection = self._engine.connect()
            take = "pg_try_advisory_lock_shared" if self._is_shared else "pg_try_advisory_lock"
            if connection.exec_driver_sql(f"SELECT {take}({_LOCK_NUMBER})").scalar_one():
                self._connection = connection
                return
        except DBAPIError as error:
            raise explained(error) from None
        connection.close()
        raise AlreadyRunning("Another sayso already serves this database. Stop it first.")

    def is_held(self) -> bool:
        """Ask the server whether the line, and with it the lock, is still there."""
        if self._connection is None:
            return False
        try:
            self._connection.exec_driver_sql("SELECT 1")
        except DBAPIError:
            return False
        return True

    def release(self) -> None:
        """Let another program serve."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def refuse_second(url: str, data: Path) -> None:
    """Look whether another program serves this data, and leave it at that. Raises AlreadyRunning, or Unreachable.

    For the start, before the rest of the program is loaded; what holds is the guard that is taken later. On PostgreSQL
    several may serve.
    """
    if not url.startswith("sqlite") or data.is_dir():
        guard = guard_for(url, data, is_shared=True)
        guard.hold()
        guard.release()


def guard_for(url: str, data: Path, *, is_shared: bool = False) -> FileGuard | ServerGuard:
    """Return the guard that fits a database address. `is_shared`: where that database bears several services."""
    return FileGuard(data) if url.startswith("sqlite") else ServerGuard(url, is_shared=is_shared)
