"""What can go wrong with the database or the key file, each as one clear line without anybody's words."""

from sqlalchemy.exc import DBAPIError, IntegrityError

from feedback.errors import SaysoError

LOCK_SECONDS = 10
"""How long a write waits for another program before it gives up."""


class StorageError(SaysoError):
    """The database could not do what was asked."""


class Locked(StorageError):
    """Another program holds the database. Trying again later is right."""


class DiskFull(StorageError):
    """There is no room. Nothing that was confirmed is lost; trying again after making room is right."""


class Unreachable(StorageError):
    """The database cannot be opened or reached."""


class RowRefused(StorageError):
    """A row broke a rule of the tables: a fault of ours, or a race that another program won."""


class Stale(StorageError):
    """The conversation was changed by someone else since it was loaded. Loading it again is right."""


class AlreadyRunning(StorageError):
    """Another sayso serves the same data."""


class Fenced(StorageError):
    """Another service has taken over what this one did. It must let go of it."""


class KeyErased(StorageError):
    """The owner's key is gone: what it sealed can never be read again."""


class KeyFault(SaysoError):
    """The key file is missing, open to others, unreadable or the wrong one."""


_LOCKED = (
    f"The database is locked by another program for more than {LOCK_SECONDS} s. "
    "Stop the other program, or wait and try again."
)
_FULL = "The disk is full. Nothing that was confirmed is lost. Make room, then try again."
_KINDS: tuple[tuple[tuple[str, ...], type[StorageError], str], ...] = (
    (("database is locked", "database table is locked", "lock timeout"), Locked, _LOCKED),
    (("database or disk is full", "no space left"), DiskFull, _FULL),
    (
        ("unable to open", "not a database", "could not open"),
        Unreachable,
        "Cannot open the database file. Check that the path is right and that this user may read and write it.",
    ),
    (
        ("readonly database", "read-only"),
        Unreachable,
        "The database may not be written to. Check who owns the file and its folder.",
    ),
    (
        ("connection", "server closed", "terminating", "shutting down", "starting up"),
        Unreachable,
        "Cannot reach the database server. Check that it runs and that SAYSO_DATABASE_URL is right.",
    ),
)


def explained(error: DBAPIError) -> StorageError:
    """Return what a database error means for those who have to do something about it.

    Holds no values: SQLite's own words name tables and columns only, and PostgreSQL's are left out.
    """
    if isinstance(error, IntegrityError):
        return _refused(error.orig)
    return meaning_of(error.orig)


def meaning_of(fault: BaseException | None) -> StorageError:
    """Return what an error of the driver itself means."""
    if type(fault).__name__ == "IntegrityError":
        return _refused(fault)
    said = str(fault).casefold()
    for signs, kind, line in _KINDS:
        if any(sign in said for sign in signs):
            return kind(line)
    detail = f" ({said})" if type(fault).__module__.startswith("sqlcipher3") else ""
    return StorageError(f"The database failed with {type(fault).__name__}{detail}. Run `sayso doctor`.")


def _refused(fault: BaseException | None) -> RowRefused:
    """Name the rule that was broken. PostgreSQL adds the values in a second line, which is left out."""
    return RowRefused(f"The database refused a row: {str(fault).splitlines()[0]}.")
