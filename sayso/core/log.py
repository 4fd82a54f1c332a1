"""Log lines: an event name and fields from a list. Free text has no way in.

Records of libraries are cut down to their logger's name and the class of the error, since their messages can hold a
person's words, an address or a token.
"""

import logging
import sys
from collections.abc import Mapping, MutableMapping
from contextlib import suppress
from typing import Any, Literal

import structlog

from feedback.errors import SaysoError

FIELDS: frozenset[str] = frozenset(
    {
        "event", "level", "timestamp", "channel", "count", "error", "flow", "host", "inbox_id", "job", "library",
        "outbox_id", "port", "reason", "seconds", "state", "where",
    }
)  # fmt: skip
_QUIET = ("aiohttp", "telegram", "uvicorn", "sqlalchemy", "alembic", "asyncio", "aioimaplib", "aiosmtplib")


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
    with suppress(OSError):  # a log that cannot be written, as on a full disk, stops nothing that it tells of
        structlog.get_logger().info(event, **fields)


def warn(event: str, **fields: Any) -> None:
    """Write one line at level warning. Raises UnknownField for a field that is not on the list."""
    with suppress(OSError):  # as above
        structlog.get_logger().warning(event, **fields)


def place_of(error: BaseException) -> Mapping[str, str]:
    """Return the class of an error and the line of ours that it came from: never its text."""
    where = ""
    trace = error.__traceback__
    while trace is not None:
        where = f"{trace.tb_frame.f_globals.get('__name__', '')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return {"error": type(error).__name__, "where": where}
