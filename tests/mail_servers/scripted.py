"""An IMAP server that misbehaves as it is told, for faults that a real one cannot be made to show."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Self

from mail_servers.machine import HOST

HANG_UP = b"hang up"
SILENCE = b"silence"
Answer = bytes | Callable[[str], bytes]
_COMMAND = re.compile(r"(\S+) (UID )?(\S+) ?(.*)")


@dataclass
class Scripted:
    """Speaks enough IMAP to hand out `mails` (by UID), save for the commands that have an answer of their own.

    An answer is bytes, in which `TAG` stands for the tag, or a function that makes such bytes of the arguments, or a
    list of these, used one after the other, the last for ever. HANG_UP after (or instead of) an answer cuts the line;
    SILENCE says nothing. What a client says inside a command is answered as `+`. `heard` holds every command without
    its tag, `connections` counts the lines.
    """

    answers: dict[str, Answer | list[Answer]] = field(default_factory=dict)
    mails: dict[int, bytes] = field(default_factory=dict)
    greeting: bytes = b"* OK ready\r\n"
    capabilities: str = "IMAP4rev1 IDLE MOVE UIDPLUS SASL-IR"
    validity: int = 7
    heard: list[str] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    moved: dict[int, bytes] = field(default_factory=dict)
    cut_at: int = 0
    """The line is cut at this command, once: before it is carried out, or after that and before it is answered."""
    is_done_before_cut: bool = False
    is_renumbered_by_cut: bool = False
    """As after a restore: another UIDVALIDITY, and UIDs from 1."""

    async def __aenter__(self) -> Self:
        self._lines: dict[asyncio.StreamWriter, asyncio.Task[None] | None] = {}
        self._server = await asyncio.start_server(self._serve, HOST, 0, limit=1 << 20)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for line in self._lines:
            line.transport.abort()
        await self.left()

    async def left(self) -> None:
        """Wait until every client has hung up."""
        async with asyncio.timeout(10):
            await asyncio.gather(*(task for task in self._lines.values() if task is not None))

    def count(self, command: str) -> int:
        """Return how often a command was heard."""
        return sum(line.startswith(command) for line in self.heard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._lines[writer] = asyncio.current_task()
        writer.write(self.greeting)
        try:
            while line := await reader.readline():
                if not self._reply(line.decode().rstrip("\r\n"), writer):
                    break
        except ConnectionError:
            pass
        finally:
            writer.transport.abort()
            del self._lines[writer]

    def _reply(self, line: str, writer: asyncio.StreamWriter) -> bool:
        """Answer one line; return whether the connection goes on."""
        found = _COMMAND.fullmatch(line)
        if found is None:
            self.heard.append(line)
            name, arguments = "DONE" if line == "DONE" else "+", line
        else:
            self._tag, uid, name, arguments = found.groups()
            self.heard.append(line.partition(" ")[2])
            name = f"{uid or ''}{name}"
        if len(self.heard) == self.cut_at:
            self._cut(name, arguments)
            return False
        answer = self._answer(name, arguments)
        if answer == SILENCE:
            return True
        writer.write(answer.removesuffix(HANG_UP).replace(b"TAG", self._tag.encode()))
        return not answer.endswith(HANG_UP)

    def _cut(self, name: str, arguments: str) -> None:
        if self.is_done_before_cut:
            self._answer(name, arguments)
        if self.is_renumbered_by_cut:
            self.validity += 1
            self.mails = dict(enumerate(self.mails.values(), start=1))

    def _answer(self, name: str, arguments: str) -> bytes:
        planned = self.answers.get(name)
        if isinstance(planned, list):
            planned = planned.pop(0) if len(planned) > 1 else planned[0]
        if planned is None:
            planned = self._ordinary(name)
        return planned if isinstance(planned, bytes) else planned(arguments)

    def _ordinary(self, name: str) -> Answer:
        validity = f"* {len(self.mails)} EXISTS\r\n* OK [UIDVALIDITY {self.validity}] valid\r\nTAG OK open\r\n".encode()
        ordinary: dict[str, Answer] = {
            "CAPABILITY": f"* CAPABILITY {self.capabilities}\r\nTAG OK done\r\n".encode(),
            "LIST": b'* LIST () "/" INBOX\r\nTAG OK done\r\n',
            "SELECT": validity,
            "EXAMINE": validity,
            "UID SEARCH": self._search,
            "UID FETCH": self._fetch,
            "UID MOVE": self._move,
            "IDLE": b"+ idling\r\n",
            "LOGOUT": b"* BYE\r\nTAG OK done\r\n" + HANG_UP,
        }
        return ordinary.get(name, b"TAG OK done\r\n")

    def _search(self, arguments: str) -> bytes:
        first, last = arguments.split()[1].split(":")
        known = [uid for uid in self.mails if uid >= int(first) and (last == "*" or uid <= int(last))]
        found = known or ([max(self.mails)] if self.mails and last == "*" else [])
        return f"* SEARCH {' '.join(map(str, found))}\r\nTAG OK done\r\n".encode()

    def _fetch(self, arguments: str) -> bytes:
        numbers, what = arguments.split(" ", 1)
        part = re.search(r"<0\.(\d+)>", what)
        parts = [self._one(uid, what, int(part[1]) if part else None) for uid in uids_of(numbers) if uid in self.mails]
        return b"".join([*parts, b"TAG OK done\r\n"])

    def _one(self, uid: int, what: str, first: int | None) -> bytes:
        raw = self.mails[uid]
        if "BODY" not in what:
            date = '"22-Nov-2026 20:00:00 +0100"'
            return f"* {uid} FETCH (UID {uid} RFC822.SIZE {len(raw)} INTERNALDATE {date})\r\n".encode()
        body = raw[:first]
        mark = "" if first is None else "<0>"
        return f"* {uid} FETCH (UID {uid} BODY[]{mark} {{{len(body)}}}\r\n".encode() + body + b")\r\n"

    def _move(self, arguments: str) -> bytes:
        for uid in uids_of(arguments.split(maxsplit=1)[0]):
            if uid in self.mails:
                self.moved[uid] = self.mails.pop(uid)
        return b"TAG OK moved\r\n"


def uids_of(text: str) -> Sequence[int]:
    """Return the numbers of an IMAP set such as 1:3,7."""
    rows = [row.partition(":") for row in text.split(",")]
    return [uid for first, _, last in rows for uid in range(int(first), int(last or first) + 1)]
