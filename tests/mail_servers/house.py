"""The rest of sayso as the taking in of mail sees it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from mail_servers.dovecot import FEEDBACK, PASSWORD, Dovecot
from mail_servers.machine import HOST
from mail_servers.scripted import Scripted

from mail.imap.client import ImapServer
from mail.imap.listener import ListenerHooks, listen
from mail.imap.types import Fetched, FetchLimits, FolderCursor, MailboxAccount, MailboxHealth, external_id

LATER = datetime(2036, 1, 1, tzinfo=UTC)
"""After everything that a server of the tests could date a mail with: what is being taken in is always late."""
QUICK = FetchLimits(patience=20)


def letter(number: int, size: int = 0) -> bytes:
    return b"Subject: letter %d\r\n\r\nWords of letter %d.\r\n" % (number, number) + b"x" * size


@dataclass
class House:
    """The rest of sayso as the intake sees it: rows and cursors that change together, a clock, and what was told."""

    kept: dict[str, Fetched] = field(default_factory=dict)
    cursors: dict[tuple[str, str], FolderCursor] = field(default_factory=dict)
    batches: list[Sequence[Fetched]] = field(default_factory=list)
    healths: list[MailboxHealth] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)
    before: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    after: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    """Done once each, before and after a commit; what they raise, `accept` raises."""
    is_forgetful: bool = False
    """Keeps the size of what it was given and no more, for measuring memory."""
    now: datetime = LATER
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    async def accept(self, batch: Sequence[Fetched], cursor: FolderCursor) -> None:
        if self.before:
            await self.before.pop()()
        for one in batch:
            kept = replace(one, raw=b"") if self.is_forgetful else one
            self.kept.setdefault(external_id(cursor, one), kept)
        self.cursors[cursor.account, cursor.mailbox] = cursor
        self.batches.append([] if self.is_forgetful else batch)
        self.changed.set()
        if self.after:
            await self.after.pop()()

    async def cursor_of(self, account: str, mailbox: str) -> FolderCursor | None:
        return self.cursors.get((account, mailbox))

    async def health(self, health: MailboxHealth) -> None:
        self.healths.append(health)
        self.changed.set()
        raise ValueError("a state that cannot be written")

    async def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await asyncio.sleep(0)

    def listen(self, account: MailboxAccount, pace: FetchLimits = QUICK) -> None:
        watch = ListenerHooks(lambda: self.now, self.sleep, lambda: 0.5, self.health)
        self.task = asyncio.create_task(listen(account, self.accept, self.cursor_of, watch, pace))

    async def until(self, is_so: Callable[[], bool], patience: float = 30.0) -> None:
        """Wait until the intake has come so far; raises what it ended with."""
        assert self.task is not None
        async with asyncio.timeout(patience):
            while not is_so():
                told = asyncio.ensure_future(self.changed.wait())
                await asyncio.wait({told, self.task}, return_when=asyncio.FIRST_COMPLETED)
                told.cancel()
                self.changed.clear()
                if self.task.done():
                    self.task.result()

    async def well(self, rounds: int = 1) -> None:
        """Wait for so many looks round without a fault."""
        seen = len(self.healths)
        await self.until(lambda: sum(not one.fault and not one.lag for one in self.healths[seen:]) >= rounds)

    async def leave(self) -> None:
        if self.task is not None:
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)

    @property
    def words(self) -> list[bytes]:
        return sorted(one.raw.partition(b"Subject: ")[2].split(b"\r\n")[0] for one in self.kept.values())

    @property
    def faults(self) -> set[str]:
        return {one.fault for one in self.healths} - {""}


def mailbox(server: Dovecot | Scripted) -> MailboxAccount:
    if isinstance(server, Scripted):
        return MailboxAccount("box", ImapServer(HOST, server.port, "none"), FEEDBACK, PASSWORD)
    return MailboxAccount("box", ImapServer("localhost", server.imaps_port, ca=server.certificate), FEEDBACK, PASSWORD)


@dataclass
class Tokens:
    """Hands out its tokens one after the other, each until it is forgotten."""

    left: list[str]
    fault: Exception | None = None

    async def token(self) -> str:
        if self.fault is not None:
            raised, self.fault = self.fault, None
            raise raised
        return self.left[0]

    def forget(self, token: str) -> None:
        if self.left[1:] and token == self.left[0]:
            del self.left[0]
