"""Loops that work in rounds: on and on while there is something to do, then until they are woken."""

import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import Connection

from feedback.errors import SaysoError
from sayso.core import log
from storage.db.engine import Database

_LOOK_AGAIN = 1.0
"""Seconds after which to look for what another program stored (`sayso mail import`, `sayso invite`)."""

_AFTER_FAULT = 0.5
"""Seconds: a lock of another program is soon over, and a loop without a rest would take all of a processor."""


async def work_in_rounds(name: str, work: Callable[[], Awaitable[int]], wake: asyncio.Event) -> None:
    """Call `work`, which returns how much it did, until cancelled. A fault that is ours to wait for is logged once a round."""
    while True:
        wake.clear()
        try:
            handled = await work()
        except SaysoError as fault:
            log.warn(f"{name} waits", **log.place_of(fault))
            handled = 0
        if not handled:
            await rest(wake)


async def store_at_last(name: str, database: Database, work: Callable[[Connection], object]) -> None:
    """Store what has happened outside and cannot be undone, however long the database is away."""
    while True:
        try:
            await database.write(work)
        except SaysoError as fault:
            log.warn(f"{name} waits", **log.place_of(fault))
            await asyncio.sleep(_AFTER_FAULT)
        else:
            return


async def rest(wake: asyncio.Event) -> None:
    """Wait until woken, a second at the most."""
    try:
        await asyncio.wait_for(wake.wait(), _LOOK_AGAIN)
    except TimeoutError:
        return
