"""Email, switched on: a mailbox that is listened to, mails read in a process of their own, letters that go out."""

import asyncio
import hashlib
import random  # noqa: TID251 - spreads retries of several programs in time; nothing secret
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Literal

from sqlalchemy import Connection

from config.addresses import MailServer
from config.settings import Settings
from feedback.channels import EMAIL
from feedback.conversation.messages import Received
from feedback.errors import SaysoError
from mail.classify.reply_tokens import domain_of
from mail.imap.client import ImapServer
from mail.imap.errors import ImapSignInRefused
from mail.imap.listener import ListenerHooks, listen
from mail.imap.types import Fetched, FolderCursor, MailboxAccount, MailboxHealth, external_id
from mail.oauth import Grant, TokenRefused, TokenSource, google, microsoft
from mail.outgoing.rate_limits import DomainRate, DomainRateLimiter
from mail.outgoing.smtp import Relay, SmtpSender
from mail.reader.pool import ReaderPool
from sayso.core import log
from sayso.core.conversation_service import ConversationService
from sayso.core.intake import Intake
from sayso.core.ports import AccessRefused, Adapter, Alive, BackgroundJob, RetryPauses
from sayso.core.wakeup import Signals
from sayso.mail.composing import LetterSender, MailComposer
from sayso.mail.envelope import RawMail, pack
from sayso.mail.oauth_token_file import KeptToken
from sayso.mail.pausing import why_waiting
from sayso.mail.reading import MailReader, OurServer
from sayso.mail.routing import MailRouter
from sayso.mail.sending import MailQueue
from sayso.mail.sending_policy import MailPolicy
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.messages import letter_providers, mailbox_cursors
from storage.messages.mailbox_cursors import StoredCursor

_CONNECTIONS = 2
"""To the mail server, side by side."""
_NOT_LET_IN = "The mail server refuses our sign-in to the mailbox. Check the user and the password."
_AFTER_REFUSAL = RetryPauses(600.0, 3600.0)
"""A guess: providers lock an account after some wrong tries within an hour. A new password, set on the page of settings or
read anew on SIGHUP, is tried at once."""
MAILBOX_AGE = timedelta(minutes=15)
"""A mailbox not read for longer than this is an alarm. It loses nothing meanwhile."""


@dataclass(frozen=True)
class Mailbox:
    """The mailbox that is listened to, and the reader that is woken by what comes."""

    account: MailboxAccount
    reader: MailReader
    database: Database
    now: Callable[[], datetime]

    def jobs(self, intake: Intake, _: Alive) -> Sequence[BackgroundJob]:
        """Return what runs until cancelled."""
        return (
            BackgroundJob("Reading mail", self.reader.run, EMAIL.name),
            BackgroundJob("The mailbox", partial(self._listen, intake), EMAIL.name),
        )

    async def _listen(self, intake: Intake) -> None:
        """Take mail in. Raises AccessRefused: more tries in a row would lock the account."""
        watch = ListenerHooks(now=self.now, sleep=asyncio.sleep, jitter=random.random, health=self._note)
        try:
            await listen(self.account, partial(self._accept, intake), self._cursor_of, watch)
        except (ImapSignInRefused, TokenRefused) as refusal:
            raise AccessRefused(_NOT_LET_IN, _AFTER_REFUSAL) from refusal

    async def _accept(self, intake: Intake, batch: Sequence[Fetched], cursor: FolderCursor) -> None:
        received = [_received(cursor, one) for one in batch]
        place = StoredCursor(cursor.uidvalidity, cursor.uid)
        await intake.accept_mail(received, cursor.account, cursor.mailbox, place)
        self.reader.wake.set()

    async def _cursor_of(self, account: str, mailbox: str) -> FolderCursor | None:
        found = await self.database.read(lambda tx: mailbox_cursors.place(tx, account=account, folder=mailbox))
        return FolderCursor(account, mailbox, found.uidvalidity, found.uid) if found.uidvalidity else None

    async def _note(self, health: MailboxHealth) -> None:
        """Write down how the mailbox fares. A database that is away must not stop the taking in."""
        at = None if health.fault else health.at
        try:
            await self.database.write(
                lambda tx: mailbox_cursors.heard(
                    tx, account=health.account, folder=health.mailbox, at=at, fault=health.fault
                )
            )
        except SaysoError as fault:
            log.warn("mailbox health not noted", **log.place_of(fault))


@asynccontextmanager
async def open_mail(
    settings: Settings,
    database: Database,
    conversations: ConversationService,
    now: Callable[[], datetime],
    signals: Signals,
) -> AsyncIterator[Adapter]:
    """Give email: ready to run, or where its settings are absent only able to take what is stored already.

    Nothing is connected yet.
    """
    router = MailRouter(conversations, now)
    if settings.imap is None or settings.smtp is None:
        yield Adapter(EMAIL, router)
        return
    tokens = _tokens(settings, now)
    sender = SmtpSender(_relay(settings.smtp, settings.mail_address), tokens, lines=_CONNECTIONS)
    sign = LetterSender(settings.mail_address, settings.organisation, settings.public_url)
    queue = MailQueue(
        conversations,
        MailComposer(conversations, sign),
        sender,
        MailPolicy(conversations, DomainRateLimiter(rate_of(settings.mail_pace)), settings.mail_a_day),
    )
    async with ReaderPool() as readers:
        ours = OurServer(settings.mail_address, settings.mail_server_name)
        reader = MailReader(database, conversations.vault, readers, now, signals, ours)
        mailbox = Mailbox(_account(settings.imap, conversations.vault, tokens), reader, database, now)
        yield Adapter(EMAIL, router, queue=queue, jobs=mailbox.jobs, trouble=trouble)
    await sender.close()


def trouble(tx: Connection, now: datetime) -> tuple[str, ...]:
    """Return that the mailbox is not read, or letters wait for a provider, when that is so.

    An unread mailbox loses nothing meanwhile: only a long silence counts.
    """
    late = [
        one
        for one in mailbox_cursors.standings(tx)
        if one.fault in ("sign-in refused", "no token")
        or one.listened_at is None
        or now - one.listened_at > MAILBOX_AGE
    ]
    unread = ("The mailbox is not read. Run: sayso doctor",) if late else ()
    return (*unread, *(f"{why_waiting(one)} Run: sayso doctor" for one in letter_providers.paused(tx, now=now)))


def rate_of(letters_a_minute: int) -> DomainRate:
    """Return how fast one domain is written to: never more than one a second, unless more than 60 a minute may go."""
    return DomainRate(per_second=max(1.0, letters_a_minute / 60), per_minute=letters_a_minute)


def _received(cursor: FolderCursor, fetched: Fetched) -> Received:
    mail = RawMail(fetched.raw, is_junk=fetched.is_junk, is_whole=fetched.is_whole)
    return Received(EMAIL.name, external_id(cursor, fetched), "", pack(mail))


def _account(imap: MailServer, vault: Vault, tokens: TokenSource | None) -> MailboxAccount:
    name = vault.hash_message("mailbox", f"{imap.user}@{imap.host}:{imap.port}")[:32]
    tls: Literal["always", "none"] = "none" if imap.tls == "none" else "always"
    return MailboxAccount(
        name=name,
        server=ImapServer(imap.host, imap.port, tls, imap.ca),
        user=imap.user,
        password=imap.password.reveal(),
        tokens=tokens,
        mailbox=imap.folder,
    )


def host_sender(settings: Settings, now: Callable[[], datetime]) -> Callable[[bytes], Awaitable[None]] | None:
    """Return what sends a mail to who looks after the machine, past the database; None where there is no way.

    It raises LetterRefused or LetterDeferred.
    """
    smtp, to = settings.smtp, settings.host_mail
    if smtp is None or not to:
        return None
    tokens = _tokens(settings, now)
    sender = SmtpSender(_relay(smtp, settings.mail_address), tokens)

    async def send(raw: bytes) -> None:
        await sender.send(sender=settings.mail_address, to=to, raw=raw)

    return send


def _relay(smtp: MailServer, mail_address: str) -> Relay:
    return Relay(smtp.host, smtp.port, smtp.tls, smtp.user, smtp.password.reveal(), smtp.ca, domain_of(mail_address))


def _tokens(settings: Settings, now: Callable[[], datetime]) -> TokenSource | None:
    """Return where access tokens come from, or None where a password is used."""
    secret = settings.mail_oauth_secret
    if not settings.mail_oauth or secret is None:
        return None
    given = settings.mail_oauth_refresh.reveal() if settings.mail_oauth_refresh else ""
    kept = KeptToken(Path(f"{settings.key_file}.mail"), hashlib.sha256(given.encode()).hexdigest())
    refresh = (kept.read() or given) if given else ""
    return TokenSource(_grant(settings, secret.reveal(), refresh), now, kept.keep)


def _grant(settings: Settings, secret: str, refresh: str) -> Grant:
    if settings.mail_oauth == "google":
        return google(settings.mail_oauth_client, secret, refresh)
    return microsoft(settings.mail_oauth_tenant, settings.mail_oauth_client, secret, refresh)
