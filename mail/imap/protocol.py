"""aioimaplib's protocol with its faults cured; tests show each against a scripted server.

It leans on internals of aioimaplib 2.0.3: the way of a command through `execute` and `_response_done`, and the literal
of a `Command`. One command at a time: whatever the server says goes to the one that waits.
"""

import asyncio
import logging
import re
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from aioimaplib import aioimaplib

from mail.imap.errors import ConnectionLost, LostHow

LONGEST_LINE = 16 * 1024 * 1024
"""Bytes. The longest real line answers a search with the numbers of all messages: two million fit. aioimaplib has no
bound."""
LARGEST_LITERAL = 64 * 1024 * 1024
"""Bytes. Nothing over 25 MB is asked for; without a bound, aioimaplib kept 300 MB that a server sent unasked in
memory."""
_CRLF = b"\r\n"
_LITERAL = re.compile(rb"\{(\d{1,18})\}$")
_NEWS = re.compile(rb"\d+ (EXISTS|RECENT|EXPUNGE)\b", re.IGNORECASE)
_GREETING = re.compile(rb"\* (OK|PREAUTH)\b", re.IGNORECASE)


def _nothing_below_warning(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING


# It logs whole mails at DEBUG and lines of the server at INFO. A filter holds where a level could be set back.
aioimaplib.log.setLevel(logging.WARNING)
aioimaplib.log.addFilter(_nothing_below_warning)


class Protocol(aioimaplib.IMAP4ClientProtocol):  # type: ignore[misc] # the library ships no types
    """One connection. When it dies, for whatever reason, everybody who waits is told at once by ConnectionLost."""

    transport: Any
    incomplete_line: bytes
    current_command: Any
    pending_sync_command: Any
    pending_async_commands: dict[str, Any]

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self.greeted = asyncio.Event()
        self.closed = asyncio.Event()
        self.failure: ConnectionLost | None = None
        self.has_news = False
        """Whether the server has spoken of arrivals or removals since somebody set this to False."""
        self.is_leaving = False
        self.heard: Callable[[], None] | None = None
        """Called for every piece that arrives: whoever waits knows that the line lives."""
        self._answers: deque[str] = deque()

    @property
    def is_waiting(self) -> bool:
        """Whether a command is still open."""
        return self.pending_sync_command is not None or bool(self.pending_async_commands)

    def data_received(self, data: bytes) -> None:
        """Take what arrived, line by line and literal by literal, in a loop where the library recurses."""
        if self.heard is not None:
            self.heard()
        try:
            self._take(self.incomplete_line + data if self.incomplete_line else data)
        except Exception:  # noqa: BLE001 - whatever a server says, the answer is a new connection; its text is not ours to log
            self.fail("garbled")

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - asyncio's signature
        """Tell everybody who waits, which the library leaves out."""
        self.fail("cut")
        self.closed.set()

    def fail(self, how: LostHow) -> None:
        """End the connection; whoever waits, and whoever comes later, gets ConnectionLost. The first reason stays."""
        if self.failure is None:
            self.failure = ConnectionLost(how)
        self.state = aioimaplib.LOGOUT
        self.greeted.set()
        self.incomplete_line, self.current_command = b"", None
        waiting = [self.pending_sync_command, *self.pending_async_commands.values()]
        self.pending_sync_command = None
        self.pending_async_commands.clear()
        for command in waiting:
            if command is not None:
                command._exception = self.failure  # noqa: SLF001 - the library's own way to fail a command
                command.close(b"", "KO")
        if self.transport is not None:
            self.transport.abort()

    def send(self, line: str, scrub: str | None = None) -> None:  # noqa: ARG002 - the library's signature
        """Send one line, and log nothing. Raises ConnectionLost where the library would write into the void."""
        if self.failure is not None:
            raise self.failure
        if self.transport.is_closing():
            raise ConnectionLost("cut")
        self.transport.write(f"{line}\r\n".encode())

    def prepare_answers(self, answers: Sequence[str]) -> None:
        """Have these lines ready for the server's continuations of AUTHENTICATE; after the last, an empty one."""
        self._answers = deque(answers)

    def _take(self, data: bytes) -> None:
        at = 0
        while at < len(data):
            command = self.current_command
            if command is not None and command.wait_literal_data():
                at = _add_literal(command, data, at)
                continue
            end = data.find(_CRLF, at)
            if end < 0:
                break
            self._take_line(data[at:end])
            at = end + len(_CRLF)
        self.incomplete_line = data[at:] if self.failure is None else b""
        if len(self.incomplete_line) > LONGEST_LINE:
            raise ValueError("A line is too long.")
        if self.pending_sync_command is not None:
            self.pending_sync_command.flush()

    def _take_line(self, line: bytes) -> None:
        command = self._handle_line(line, self.current_command)
        found = _LITERAL.search(line)
        if found is None or self.failure is not None:
            self.current_command = None
            return
        size = int(found[1])
        if size > LARGEST_LITERAL:
            raise ValueError("A literal is larger than anything that was asked for.")
        self.current_command = command or aioimaplib.Command("NIL", "unused")
        self.current_command.begin_literal_data(size)

    def _handle_line(self, line: bytes, current_cmd: Any) -> Any:
        if self.failure is not None:
            return None
        if self.state == aioimaplib.CONNECTED:
            return self._greet(line)
        if current_cmd is None and line[:5].upper() == b"* BYE" and not self.is_leaving:
            return self.fail("sent away")
        return super()._handle_line(line, current_cmd)

    def _greet(self, line: bytes) -> None:
        """Read the first line; the library does so in a task of which nobody learns how it ended."""
        found = _GREETING.match(line)
        if found is None:
            self.fail("sent away")
            return
        self.state = aioimaplib.AUTH if found[1].upper() == b"PREAUTH" else aioimaplib.NONAUTH
        self.greeted.set()

    def _untagged_response(self, line: bytes) -> Any:
        """Hand a line to the command that waits, whatever it is about. Only the `* ` before it is taken off."""
        text = line[2:]
        if _NEWS.match(text):
            self.has_news = True
        command = self.pending_sync_command or next(iter(self.pending_async_commands.values()), None)
        if command is not None:
            command.append_to_resp(text)
        return command

    def _continuation(self, line: bytes) -> None:
        """Answer a `+` inside AUTHENTICATE, which the library leaves open until the time is up."""
        command = self.pending_sync_command
        if command is not None and command.name == "AUTHENTICATE":
            self.send(self._answers.popleft() if self._answers else "")
            return
        super()._continuation(line)


def _add_literal(command: Any, data: bytes, at: int) -> int:
    """Add what belongs to the open literal of a command; return where it ends in `data`."""
    missing: int = command._expected_size - len(command._resp_literal_data)  # noqa: SLF001 - told in the first lines
    command.append_literal_data(data[at : at + missing])
    return min(at + missing, len(data))
