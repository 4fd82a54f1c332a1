"""The side of the service: the process that looks is started when it is needed, and ended when it does not answer.

async with LookingProcess() as looking:
    found = await looking.missed(("first text", "second text"))
"""

import asyncio
import contextlib
import json
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from feedback.errors import SaysoError
from sayso.core.bounded_child import environment
from sayso.second_look.worker import READY

_PROGRAM = (sys.executable, "-P", "-m", "sayso.second_look.worker")
_SECONDS_TO_START = 120.0
"""Loading takes a few seconds; it steps back behind every other process, so on a busy machine it may take minutes."""
_LONGEST_LINE = 64 << 20
"""Bytes of an answer, which holds no more than what was handed over. A process gone wrong must not fill the memory."""


class NotLooked(SaysoError):
    """The process did not start, or did not answer in its time. It holds no word of a text."""


class LookingProcess:
    """One process, for one asker at a time."""

    def __init__(self, *, seconds: float = 300.0, program: tuple[str, ...] = _PROGRAM) -> None:
        """`seconds` is how long the texts of one conversation may take."""
        self._seconds = seconds
        self._program = program
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.stop()

    async def missed(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return for each text the sentence that somebody should read, or "". Raises NotLooked."""
        await self.start()
        line = await self._say(json.dumps(list(texts)).encode() + b"\n", self._seconds)
        try:
            return tuple(str(one) for one in json.loads(line))
        except ValueError as fault:
            await self.stop()
            raise NotLooked(_NOT_LOOKED) from fault

    async def start(self) -> None:
        """Start the process, if it does not run. Raises NotLooked."""
        if self._process and self._process.returncode is None:
            return
        try:
            self._process = await _started(self._program)
        except OSError as fault:
            raise NotLooked(_NOT_LOOKED) from fault
        if await self._say(b"", _SECONDS_TO_START) != READY:
            await self.stop()
            raise NotLooked(_NOT_LOOKED)

    async def stop(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await asyncio.shield(process.wait())

    async def _say(self, line: bytes, seconds: float) -> bytes:
        """Hand over a line and return the answer. Whatever ends this early ends the process too."""
        is_done = False
        try:
            async with asyncio.timeout(seconds):
                answer = await _exchange(self._process, line)
            is_done = True
        except (OSError, TimeoutError, ValueError) as fault:
            raise NotLooked(_NOT_LOOKED) from fault
        finally:
            if not is_done:
                await self.stop()
        return answer


_NOT_LOOKED = "The process of the second look did not answer. Look at memory and processes of this machine."


async def _started(program: tuple[str, ...]) -> asyncio.subprocess.Process:
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    return await asyncio.create_subprocess_exec(
        *program,
        stdin=pipe,
        stdout=pipe,
        stderr=nothing,
        limit=_LONGEST_LINE,
        env=environment(),
        start_new_session=True,
    )


async def _exchange(process: asyncio.subprocess.Process | None, line: bytes) -> bytes:
    if process is None or process.stdin is None or process.stdout is None:
        raise OSError
    process.stdin.write(line)
    await process.stdin.drain()
    return await process.stdout.readline()
