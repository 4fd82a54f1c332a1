"""What a channel brings to the service, and what it is given: the engine knows a channel by nothing else."""

from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection
from starlette.routing import BaseRoute

from feedback.channels import Channel
from feedback.conversation.messages import Outbound
from feedback.errors import GiveUp, SaysoError, TryLater
from feedback.flows.words import Words
from sayso.core.intake import Intake
from storage.messages.inbox import QueuedMessage

Alive = Callable[[str, datetime], None]
"""Notes that the channel of this name has just listened."""
Trouble = Callable[[Connection, datetime], tuple[str, ...]]
"""Reads what is wrong with a channel now: sentences for the health page, with no word of anybody's in them."""


@dataclass(frozen=True)
class RetryPauses:
    """Seconds between two tries: they double from the first to the longest."""

    first: float
    longest: float

    def after(self, failures: int, jitter: float) -> float:
        """Return the pause after so many failures in a row; `jitter` from 0 to 1 spreads programs in time."""
        whole = min(self.longest, self.first * 2.0 ** min(failures - 1, 20))
        return whole * (0.5 + jitter / 2)


class JobFault(SaysoError):
    """A job stands still. The text says why and what to do, for staff and the log, and holds no secret and no words."""

    def __init__(self, text: str, pauses: RetryPauses) -> None:
        """`pauses` are those of this job: some providers lock an account at which somebody knocks too often."""
        super().__init__(text)
        self.pauses = pauses


class AccessRefused(JobFault):
    """A provider does not let us in: the secret is wrong, or was revoked."""


@dataclass(frozen=True)
class BackgroundJob:
    """Something that runs until it is cancelled, or until it is done. `name` says what stands still without it."""

    name: str
    run: Callable[[], Coroutine[Any, Any, None]]
    lease: str = ""
    """What one service does for all others on the same database (`sayso.core.standing`); "" for what every service does."""


@dataclass(frozen=True)
class MessageOutcome:
    """What became of one stored message.

    One that is not settled keeps its place: it waits for a send that is under way. `afterwards` is begun once the
    message is committed, and nobody waits for it.
    """

    is_settled: bool = True
    afterwards: Callable[[], Awaitable[None]] | None = None


class Router(Protocol):
    """Takes the stored messages of a channel, each into the conversation that it belongs to, or out of the way."""

    def take(self, tx: Connection, row: QueuedMessage) -> MessageOutcome:
        """Apply one message in the caller's transaction, and close its row. What it raises undoes that message alone."""
        ...


class Sender(Protocol):
    """The way out of a channel that is sent one message at a time."""

    async def send(self, address: str, outbound: Outbound, words: Words) -> str:
        """Send, with `Help now` and the way out in view, and return the provider's id. Raises TryLater or GiveUp."""
        ...


@dataclass(frozen=True)
class OutgoingMessage:
    """A message that is marked as being sent. `tries` counts this one; `is_doubtful`: an earlier one may have arrived.

    `created_at` is from when its time counts: it was written then, or first tried. `is_own`: nobody waits for it, since we
    begin with it, so it may wait for as long as it is of use.
    """

    outbox_id: int
    contact_id: str | None
    conversation_id: str | None
    tries: int
    is_doubtful: bool
    created_at: datetime
    address: str
    send: Callable[[], Awaitable[str]]
    """Sends it, and returns the provider's id or answer. Raises TryLater or GiveUp."""
    is_own: bool = False


class SendingPolicy(Protocol):
    """When a message is tried again, and what follows from how it ended. The engine records the end itself."""

    def next_try(self, message: OutgoingMessage, later: TryLater, now: datetime) -> datetime | None:
        """Return when to try again, or None to leave it at that. Called once for each failed try."""
        ...

    def was_sent(self, tx: Connection, message: OutgoingMessage, answer: str) -> None:
        """Do what follows when a message has arrived."""
        ...

    def was_refused(self, tx: Connection, message: OutgoingMessage, refusal: GiveUp, now: datetime) -> None:
        """Do what follows when the other side never wants it: it is gone, or has blocked us."""
        ...

    def was_put_off(self, tx: Connection, message: OutgoingMessage, later: TryLater, now: datetime) -> None:
        """Do what follows when it was not taken for now, whether it is tried again or not."""
        ...

    def was_given_up(self, tx: Connection, message: OutgoingMessage) -> None:
        """Do what follows when it was tried for long enough."""
        ...


class OutgoingQueue(Protocol):
    """Messages that leave by the same rules: which may go now, how many at once, and what their policy is."""

    @property
    def at_once(self) -> int:
        """Return how many may be on their way at the same time."""
        ...

    @property
    def lease(self) -> str:
        """Return under which lease it is sent, where only one service may; "" where all do."""
        ...

    @property
    def policy(self) -> SendingPolicy:
        """Return the rules for what could not be sent."""
        ...

    def recover(self, tx: Connection) -> int:
        """At start: let what was being sent when the program ended wait again, as doubtful; return how many."""
        ...

    def claim(self, tx: Connection, now: datetime, limit: int) -> Sequence[OutgoingMessage]:
        """Mark up to `limit` messages as being sent and return them; settle or put off those that may not go."""
        ...


def _unknown() -> None:
    return None


def _no_jobs(_: Intake, __: Alive) -> Sequence[BackgroundJob]:
    return ()


def _no_routes(_: Intake) -> Sequence[BaseRoute]:
    return ()


def _no_trouble(_: Connection, __: datetime) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Adapter:
    """One channel as the service runs it.

    Only `channel` (its traits) and `router` are needed. A chat that is on shares the queue of all chats: it brings a
    `sender` that draws its messages, or just a `post` that sends plain text, and then help and the way out are drawn
    for it. A channel with rules of its own brings a `queue`; one that shows at once brings nothing of these.
    """

    channel: Channel
    router: Router
    sender: Sender | None = None
    post: Callable[[str, str], Awaitable[str]] | None = None
    """Sends a text to an address and returns the provider's id. Raises TryLater or GiveUp."""
    queue: OutgoingQueue | None = None
    jobs: Callable[[Intake, Alive], Sequence[BackgroundJob]] = _no_jobs
    """Returns what takes its messages in. Each can be begun again after a fault."""
    routes: Callable[[Intake], Sequence[BaseRoute]] = _no_routes
    """Returns what the web server answers for it."""
    is_polled: bool = False
    """Whether its jobs note that they are alive, so that silence is an alarm."""
    trouble: Trouble = _no_trouble
    provider_now: Callable[[], datetime | None] = _unknown
    """Returns what time it is at its provider, where that is known."""
