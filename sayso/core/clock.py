"""The one place that asks the machine what time it is, and tells it where its people live."""

import os
import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - this is the place


def elapsed() -> float:
    """Return seconds since the machine started, which nobody can set and which go on while it sleeps."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def live_in(zone: str) -> None:
    """Let this process show local times in a zone, by its IANA name, whichever zone its machine is set to.

    What is stored and sent stays in UTC. Machines of hosts are set to UTC, and staff would see every time an hour early
    in summer.
    """
    os.environ["TZ"] = zone
    time.tzset()
