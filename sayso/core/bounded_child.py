"""Work on files that somebody else made, in a process of its own with little memory and little time.

No file can fill or stop the service, and what goes wrong with one is a code, never a word of it. The child is given no
setting of ours, so no secret; it opens no connection, and hands back what it has to say on standard output.
"""

import contextlib
import os
import resource
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from typing import BinaryIO, Literal

Reason = Literal["memory", "time", "fault"]
OUT_OF_MEMORY = 77
"""The exit code of a child that had too little memory."""


class ChildFailed(Exception):
    """A child that had too little memory or time, or that ended without an answer. `reason` is a code."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True)
class ChildLimits:
    """Bytes of address space, seconds of work, seconds by the clock, and bytes of an answer."""

    memory: int
    seconds: int
    clock: float
    answer: int = 64 << 20


def run_child(module: str, file: BinaryIO, limits: ChildLimits, *arguments: str) -> bytes:
    """Run a module of ours over an open file, which is its standard input, and return its answer. Raises ChildFailed."""
    program = (sys.executable, "-P", "-m", module, str(limits.memory), str(limits.seconds), *arguments)
    nothing, pipe = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - a module of ours, and numbers
        program, stdin=file, stdout=pipe, stderr=nothing, env=environment(), start_new_session=True
    ) as child:
        try:
            answer = _answer(child, limits)
            code = child.wait(limits.clock)
        except subprocess.TimeoutExpired as late:
            raise ChildFailed("time") from late
        finally:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
    if code:
        raise ChildFailed(_reason(code))
    return answer


def run_child_on(content: bytes, module: str, limits: ChildLimits, *arguments: str) -> bytes:
    """Run a module of ours over bytes, which are kept in memory alone, as `run_child` does. Raises ChildFailed."""
    with os.fdopen(os.memfd_create("sayso"), "wb+") as file:
        file.write(content)
        file.seek(0)
        return run_child(module, file, limits, *arguments)


def _answer(child: subprocess.Popen[bytes], limits: ChildLimits) -> bytes:
    """Return what a child says. Its time is bounded by its own limit of work, and the timer for what sleeps."""
    told = child.stdout
    if told is None:  # pragma: no cover - a pipe was asked for
        raise ChildFailed("fault")
    timer = _Timer(child, limits.clock)
    with timer:
        answer = told.read(limits.answer + 1)
    if timer.is_over:
        raise ChildFailed("time")
    if len(answer) > limits.answer:
        raise ChildFailed("memory")
    return answer


class _Timer:
    """Ends a child that neither works nor answers."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        self.is_over = False
        self._child = child
        self._timer = threading.Timer(seconds, self._end)

    def __enter__(self) -> None:
        self._timer.daemon = True
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.is_over = True
        self._child.kill()


def _reason(code: int) -> Reason:
    if code == OUT_OF_MEMORY:
        return "memory"
    return "time" if -code in (signal.SIGXCPU, signal.SIGKILL) else "fault"


def environment() -> dict[str, str]:
    """Return what a child may know of the surroundings: no setting of ours, so no secret."""
    return {name: value for name, value in os.environ.items() if not name.startswith("SAYSO_")}


def confine(memory: int, seconds: int | None = None) -> None:
    """Let this process have so much address space and no more; write no file, leave no picture of its memory.

    `seconds` of work from now on, where they are given. A limit that is lower already stays.
    """
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    if seconds is not None:
        spent = resource.getrusage(resource.RUSAGE_SELF)
        _limit(resource.RLIMIT_CPU, int(spent.ru_utime + spent.ru_stime) + seconds)


def _limit(kind: int, most: int) -> None:
    hard = resource.getrlimit(kind)[1]
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
