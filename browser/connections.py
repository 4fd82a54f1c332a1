"""Connections: how many, and how long one may take to ask or to read. A server of Python's own waits for ever.

A connection that asks for nothing, sends its request byte by byte (Slowloris) or does not read its answer is cut.
"""

import asyncio
import resource
from collections.abc import Callable

from uvicorn.protocols.http.h11_impl import H11Protocol

from browser.place import is_this_machine, place_of

MOST = 1000
"""Connections at once. Each is a descriptor and some 20 kB."""
MOST_OF_A_PLACE = 100
"""Of one address that is not a web server of this machine: browsers open six each."""
HEAD_SECONDS = 15.0
"""Until a request has its first line and headers, also after an answer. They fit into one packet."""
READ_SECONDS = 60.0
"""Until somebody has read some 48 kB of an answer: the slowest phone line takes 24 seconds."""
_DESCRIPTORS = 8192
"""Files and connections that may be open at once, where the system allows it: far more than the limits here need."""


class _Alarm:
    """Does something in a while, unless it is stopped before."""

    def __init__(self) -> None:
        self._timer: asyncio.TimerHandle | None = None

    def set(self, seconds: float, do: Callable[[], None]) -> None:
        """Do this in so many seconds, and nothing else."""
        self.stop()
        self._timer = asyncio.get_running_loop().call_later(seconds, do)

    def stop(self) -> None:
        """Do nothing."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


class GuardedProtocol(H11Protocol):
    """One connection, which is cut when it takes too long. The oldest that asks for nothing makes room for a new one."""

    place = ""
    began_at = 0.0

    @property
    def is_idle(self) -> bool:
        """Whether nothing of it is under way."""
        return self.cycle is None or self.cycle.response_complete  # type: ignore[redundant-expr] # None before the first request

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in uvicorn
        """Take a connection, or cut one where there are too many."""
        super().connection_made(transport)
        host = self.client[0] if self.client else ""
        self.place = "" if is_this_machine(host) else place_of(host)
        self.began_at = self.loop.time()
        self._asking, self._reading = _Alarm(), _Alarm()
        self._asking.set(HEAD_SECONDS, self.transport.abort)
        self._make_room()

    def data_received(self, data: bytes) -> None:
        """Take bytes; a whole request ends the wait for it."""
        super().data_received(data)
        if not self.is_idle:
            self._asking.stop()

    def on_response_complete(self) -> None:
        """Wait for the next request, and until the end of this answer is read."""
        super().on_response_complete()
        is_unread = self.transport.get_write_buffer_size() > 0
        self._asking.set(READ_SECONDS if is_unread else HEAD_SECONDS, self.transport.abort)

    def pause_writing(self) -> None:
        """Give whoever reads slowly some time, but not for ever."""
        super().pause_writing()
        self._reading.set(READ_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: it was read."""
        super().resume_writing()
        self._reading.stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of a connection."""
        super().connection_lost(exc)
        self._asking.stop()
        self._reading.stop()

    def _make_room(self) -> None:
        others = [one for one in self.connections if isinstance(one, GuardedProtocol)]
        beside = [one for one in others if one.place == self.place]
        if self.place and len(beside) > MOST_OF_A_PLACE:
            _cut_oldest(beside, self)
        elif len(others) > MOST:
            _cut_oldest(others, self)


def _cut_oldest(among: list[GuardedProtocol], newest: GuardedProtocol) -> None:
    """Cut the connection that has asked for nothing for the longest time; the newest, where all are at work."""
    waiting = [one for one in among if one.is_idle]
    oldest = min(waiting, key=lambda one: one.began_at, default=newest)
    oldest.connections.discard(oldest)  # it counts no more, though it ends a moment later
    oldest.transport.abort()


def allow_descriptors() -> None:
    """Let this process have as many open files and connections as its limits here may need, where the system allows it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _DESCRIPTORS if hard == resource.RLIM_INFINITY else min(_DESCRIPTORS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
