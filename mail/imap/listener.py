"""Take in what arrives in a mailbox: none lost, none twice.

Raw bytes and cursor are committed together by `accept`; only then is a message moved to another folder, and nothing is
ever deleted. Push is a hint, asking is the truth: whatever a connection missed, the next look finds.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mail.imap.client import connect
from mail.imap.errors import CommandRefused, ConnectionLost, ImapSignInRefused
from mail.imap.session import ImapSession, SuspectMessages
from mail.imap.types import Accept, CursorOf, Fault, FetchLimits, MailboxAccount, MailboxHealth, NotStored
from mail.oauth import TokenRefused, TokenUnavailable

SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 300.0
"""Seconds. The longest is five minutes, since providers lock accounts that knock too often, and mail waits safely in
its mailbox."""
UNCLEAR_REFUSALS = 3
"""A sign-in refused without a reason may be a passing trouble of the server; so many in a row are not."""


@dataclass(frozen=True)
class ListenerHooks:
    """What `listen` is given from outside, and whom it tells.

    `jitter` returns a number from 0 to 1. `health` is awaited after every look round and every failure; what it raises
    changes nothing.
    """

    now: Callable[[], datetime]
    sleep: Callable[[float], Awaitable[None]]
    jitter: Callable[[], float]
    health: Callable[[MailboxHealth], Awaitable[None]]


async def listen(
    account: MailboxAccount, accept: Accept, cursor_of: CursorOf, watch: ListenerHooks, pace: FetchLimits | None = None
) -> None:
    """Take in new mail until cancelled. Raises ImapSignInRefused or TokenRefused: to go on would only lock the account.

    Everything else is tried again, with a pause between 1 s and 5 min drawn anew each time, over a new connection.
    """
    listener = _Listener(account, accept, cursor_of, watch, pace or FetchLimits())
    while True:
        await listener.visit()


@dataclass
class _Listener:
    account: MailboxAccount
    accept: Accept
    cursor_of: CursorOf
    watch: ListenerHooks
    pace: FetchLimits
    failures: int = 0
    refusals: int = 0
    suspects: SuspectMessages = field(default_factory=SuspectMessages)

    async def visit(self) -> None:
        """Connect and stay as long as it goes well; then report, and wait."""
        try:
            await self._stay()
        except ImapSignInRefused as error:
            await self._tell("sign-in refused")
            self.refusals += 1
            if error.is_certain or self.refusals >= UNCLEAR_REFUSALS:
                raise
            await self.watch.sleep(LONGEST_PAUSE)
        except TokenRefused:
            await self._tell("sign-in refused")
            raise
        except Exception as error:  # noqa: BLE001 - whatever fails, nothing was moved, and the next visit finds it all again
            await self._tell(_fault(error))
            await self.watch.sleep(self._pause())

    async def _stay(self) -> None:
        line = await connect(self.account.server, self.pace.patience)
        visit = ImapSession(self.account, line, self.accept, self.cursor_of, self.pace, self.suspects, self._arrived)
        try:
            await visit.begin()
            while True:
                await visit.look_round(self.watch.now)
                self.failures = self.refusals = 0
                await self._tell(visit.fault)
                await visit.rest(self.watch.sleep)
        except ConnectionLost:
            self.suspects.blame(visit.fetching)
            raise
        finally:
            await line.close()

    async def _arrived(self, internal_at: datetime | None) -> None:
        """Tell how late we are while there is more to fetch."""
        now = self.watch.now()
        await self._tell("", max(now - (internal_at or now), timedelta()))

    async def _tell(self, fault: Fault, lag: timedelta = timedelta()) -> None:
        with suppress(Exception):  # a state that cannot be written must not stop the taking in
            health = MailboxHealth(self.account.name, self.account.mailbox, self.watch.now(), fault, lag)
            await self.watch.health(health)

    def _pause(self) -> float:
        self.failures += 1
        longest = min(LONGEST_PAUSE, SHORTEST_PAUSE * (1 << min(self.failures, 10)))
        # Anywhere in the span: after an outage, programs must not all come back at the same moment.
        return SHORTEST_PAUSE + self.watch.jitter() * (longest - SHORTEST_PAUSE)


def _fault(error: Exception) -> Fault:
    match error:
        case ConnectionLost():
            return error.how
        case TokenUnavailable():
            return "no token"
        case NotStored():
            return "not stored"
        case CommandRefused():
            return "command refused"
        case _:
            return "fault of ours"
