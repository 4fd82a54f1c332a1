"""Mails are read in a child process with little memory and little time: no mail can stop or fill the service.

    async with ReaderPool() as readers:
        understood = await readers.understand(raw)

One that cannot be read in time, or that ends its child, raises `Unreadable`; the others never notice.
"""

import asyncio
import contextlib
import os
import sys
from dataclasses import replace
from types import TracebackType
from typing import Literal, Self

from feedback.errors import SaysoError
from mail.model.expected_answers import ParsedReply, SentLetter, dump_sent
from mail.model.parsed_mail import ParsedMail, load, load_files, load_heard
from mail.reader.protocol import ANSWER, READY, WANTED

Reason = Literal["time", "memory", "fault", "ended"]
_REASONS: dict[bytes, Reason] = {b"m": "memory", b"x": "fault"}
_SECONDS_TO_START = 60.0
"""It takes one or two; a small machine that starts everything at once may take many more. Its size is a guess."""
_LONGEST_ANSWER = 100_000_000
"""Bytes. A mail has 25 MB at most. A child that went wrong must not make the service wait for, and hold, whatever it
names."""


class Unreadable(SaysoError):
    """A mail that could not be read within its limits. It holds no word of it; `reason` is a code."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"A mail could not be read: {reason}. Its raw bytes are kept.")
        self.reason: Reason = reason


class NoReaders(SaysoError):
    """The reading process could not be started. No mail is to blame; try again."""


class ReaderPool:
    """A small pool of reading processes. Each reads one mail at a time; who comes later waits."""

    def __init__(self, workers: int = 1, *, seconds: float = 5.0, program: tuple[str, ...] = ()) -> None:
        self._seconds = seconds
        self._children = [_Child(program or _PROGRAM) for _ in range(workers)]
        self._idle: asyncio.LifoQueue[_Child] = asyncio.LifoQueue()
        for child in self._children:
            self._idle.put_nowait(child)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None
    ) -> None:
        for child in self._children:
            await child.stop()

    async def understand(self, raw: bytes) -> ParsedMail:
        """Understand a mail. Raises Unreadable, NoReaders. A file beyond its limits takes no word of the mail with it."""
        understood = load((await self._ask(b"u", b"", raw)).decode("ascii"))
        if not understood.attachments:
            return understood
        try:
            files = load_files((await self._ask(b"f", b"", raw)).decode("ascii"))
        except Unreadable:
            return replace(understood, problems=(*understood.problems, "files"))
        return replace(understood, files=files)

    async def hear(self, raw: bytes, sent: SentLetter) -> ParsedReply:
        """Read a reply against the letter that it answers. Raises Unreadable, NoReaders."""
        return load_heard((await self._ask(b"h", dump_sent(sent).encode("utf-8", "replace"), raw)).decode("ascii"))

    async def _ask(self, wanted: bytes, sent: bytes, raw: bytes) -> bytes:
        child = await self._idle.get()
        try:
            return await child.ask(WANTED.pack(wanted, len(sent), len(raw)) + sent, raw, self._seconds)
        finally:
            self._idle.put_nowait(child)


_PROGRAM = (sys.executable, "-P", "-m", "mail.reader.worker")


class _Child:
    """One reading process: started when it is needed, killed when it does not answer."""

    def __init__(self, program: tuple[str, ...]) -> None:
        self._program = program
        self._process: asyncio.subprocess.Process | None = None

    async def ask(self, head: bytes, raw: bytes, seconds: float) -> bytes:
        """Return the answer for one mail. Whatever ends this early ends the process too: it may be in mid-sentence."""
        process = self._process if self._process and self._process.returncode is None else await self._start()
        is_done = False
        try:
            async with asyncio.timeout(seconds):
                state, answer = await _exchange(process, head, raw)
            is_done = state != b"m"
        except TimeoutError as late:
            raise Unreadable("time") from late
        except (asyncio.IncompleteReadError, OSError) as ended:
            raise Unreadable("ended") from ended
        finally:
            if not is_done:
                await self.stop()
        if state != b"+":
            raise Unreadable(_REASONS.get(state, "fault"))
        return answer

    async def stop(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await asyncio.shield(process.wait())

    async def _start(self) -> asyncio.subprocess.Process:
        await self.stop()
        pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        try:
            process = await asyncio.create_subprocess_exec(
                *self._program, stdin=pipe, stdout=pipe, stderr=nothing, env=_environment(), start_new_session=True
            )
            self._process = process
            async with asyncio.timeout(_SECONDS_TO_START):
                if await _reader(process).readexactly(1) != READY:
                    raise NoReaders(_NOT_STARTED)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as fault:
            await self.stop()
            raise NoReaders(_NOT_STARTED) from fault
        return process


_NOT_STARTED = (
    "The process that reads mail did not start. Look at memory and processes of this machine; it is tried again."
)


async def _exchange(process: asyncio.subprocess.Process, head: bytes, raw: bytes) -> tuple[bytes, bytes]:
    writer, reader = process.stdin, _reader(process)
    if writer is None:
        raise OSError
    writer.write(head)
    writer.write(raw)
    await writer.drain()
    state, length = ANSWER.unpack(await reader.readexactly(ANSWER.size))
    return state, await reader.readexactly(min(length, _LONGEST_ANSWER))


def _reader(process: asyncio.subprocess.Process) -> asyncio.StreamReader:
    if process.stdout is None:
        raise OSError
    return process.stdout


def _environment() -> dict[str, str]:
    """Return what the child may know of the surroundings: no setting of ours, so no secret."""
    return {name: value for name, value in os.environ.items() if not name.startswith("SAYSO_")}
