"""The shapes that taking mail in hands to others and is handed."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from feedback.errors import SaysoError
from mail.imap.client import PATIENCE, ImapServer
from mail.imap.errors import LostHow
from mail.model.access_tokens import AccessTokens

Fault = (
    LostHow | Literal["", "sign-in refused", "no token", "command refused", "not stored", "not moved", "fault of ours"]
)
"""The kind of a failure, without a word of a mail or an address; empty where all is well. `not moved`: mail is taken in
and safe, but the server does not let us move it out of the way."""


@dataclass(frozen=True)
class MailboxAccount:
    """A mailbox to listen to. `name` is what its rows are filed under: say a keyed hash of user and server.

    With `tokens` the sign-in is XOAUTH2, else `password`. Mail is read in the folder `mailbox`, and moved to the folder
    `stored` (made if it is missing) once it is committed.
    """

    name: str
    server: ImapServer
    user: str = field(repr=False)
    password: str = field(default="", repr=False)
    tokens: AccessTokens | None = field(default=None, repr=False)
    mailbox: str = "INBOX"
    stored: str = "Stored"


@dataclass(frozen=True)
class FetchLimits:
    """How much at a time, and how often. Times in seconds, sizes in bytes.

    `idle` at most, then we ask in any case; `poll` where the server does not speak by itself; `junk` between two looks
    into the junk folder; `patience` without a byte ends a connection. Of a message larger than `largest` only the first
    `head` bytes are taken, and it stays where it is.
    """

    idle: float = 270.0  # RFC 2177 allows 29 minutes, but some routers forget a line that is silent for five
    poll: float = 60.0
    junk: float = 300.0
    patience: float = PATIENCE
    batch: int = 20
    batch_bytes: int = 8 * 1024 * 1024
    largest: int = 25 * 1024 * 1024  # as Gmail sends at most; more is files, hardly an answer
    head: int = 1024 * 1024


@dataclass(frozen=True)
class FolderCursor:
    """How far a folder is taken in: every number up to `uid` is committed, as long as the server's numbering holds.

    When UIDVALIDITY changes, numbering began anew and the folder is read again from its start.
    """

    account: str
    mailbox: str
    uidvalidity: int
    uid: int


@dataclass(frozen=True)
class Fetched:
    """One message as it lay in the mailbox. `size` is what the server says, in bytes; `internal_at` when it arrived.

    `is_whole` is False for an oversized message, of which `raw` is the beginning, and for one that the server could not
    hand out, of which `raw` may be empty: both are still on the server.
    """

    uid: int
    size: int
    internal_at: datetime | None
    raw: bytes = field(repr=False)
    is_whole: bool = True
    is_junk: bool = False


@dataclass(frozen=True)
class MailboxHealth:
    """How a mailbox fares at a moment. `lag` is the age of the mail that was just taken in; zero when all is in."""

    account: str
    mailbox: str
    at: datetime
    fault: Fault
    lag: timedelta


Accept = Callable[[Sequence[Fetched], FolderCursor], Awaitable[None]]
"""Commits the messages and the cursor in ONE transaction with full sync, or raises and stores nothing. A message whose
external id is known changes nothing. The cursor may repeat: then it does not move."""
CursorOf = Callable[[str, str], Awaitable[FolderCursor | None]]
"""Returns the committed cursor of (account, mailbox), or None for a folder that was never read."""


class NotStored(SaysoError):
    """What was fetched could not be committed; it stays in the mailbox."""


def external_id(cursor: FolderCursor, fetched: Fetched) -> str:
    """Return the name that this message has for ever: the same each time it is fetched, in one numbering."""
    return f"{cursor.account}/{cursor.mailbox}/{cursor.uidvalidity}/{fetched.uid}"
