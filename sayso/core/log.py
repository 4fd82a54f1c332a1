"""Log lines: an event name and fields from a list. Free text has no way in.

Records of libraries are cut down to their logger's name and the class of the error, since their messages can hold a
person's words, an address or a token.
"""

import logging
import sys
import time
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from typing import Any, Literal

import structlog

from feedback.errors import SaysoError
from sayso.core.log_folding import LogFolding

FIELDS: frozenset[str] = frozenset(
    {
        "event", "level", "timestamp", "channel", "count", "error", "flow", "host", "inbox_id", "job", "library",
        "outbox_id", "port", "reason", "repeated", "seconds", "state", "where",
    }
)  # fmt: skip
_QUIET = ("aiohttp", "telegram", "uvicorn", "sqlalchemy", "alembic", "asyncio", "aioimaplib", "aiosmtplib")


_folding = LogFolding(time.monotonic)


class UnknownField(SaysoError):
    """A log line was given a field that is not on the list."""


def _allowed_only(_: object, __: str, entry: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    unknown = sorted(set(entry) - FIELDS)
    if unknown:
        raise UnknownField(
            f"The log takes no field {', '.join(unknown)}. Add it to sayso/core/log.py if it is never personal."
        )
    return entry


class _NameOnly(logging.Handler):
    """Turns a library's record into one line without its message."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        warn("library", library=record.name, error=error, state=record.levelname.lower())


def set_up(form: Literal["text", "json"] = "text") -> None:
    """Send all logging of this process to standard error, in one form, without anybody's words."""
    global _folding  # noqa: PLW0603 - what was counted belongs to the log of before
    _folding = LogFolding(time.monotonic)
    drawn = structlog.processors.JSONRenderer() if form == "json" else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _allowed_only,
            drawn,
        ],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_NameOnly()], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def note(event: str, **fields: Any) -> None:
    """Write one line at level info. Raises UnknownField for a field that is not on the list."""
    _write("info", {"event": event, **fields})


def warn(event: str, **fields: Any) -> None:
    """Write one line at level warning. Raises UnknownField for a field that is not on the list."""
    _write("warning", {"event": event, **fields})


def write_folded() -> None:
    """Say how often lines came again that were not written. The next line does it too; this is for a log that is quiet."""
    for fields in _folding.folded():
        _say(fields.pop("level"), fields)


def _write(level: str, fields: Mapping[str, Any]) -> None:
    write_folded()
    if _folding.is_written(level, fields):
        _say(level, fields)


def _say(level: str, fields: Mapping[str, Any]) -> None:
    with suppress(OSError):  # a log that cannot be written, as on a full disk, stops nothing that it tells of
        getattr(structlog.get_logger(), level)(**fields)


def place_of(error: BaseException) -> Mapping[str, str]:
    """Return the class of an error and the line of ours that it came from: never its text."""
    where = ""
    trace = error.__traceback__
    while trace is not None:
        where = f"{trace.tb_frame.f_globals.get('__name__', '')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return {"error": type(error).__name__, "where": where}
