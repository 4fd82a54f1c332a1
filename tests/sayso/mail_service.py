"""The email side of the service in one process: a clock, people with mail programs, and a transport that keeps all.

Everything between is the real thing: the database, the reading of mails, the letters, the conversations.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from itertools import count
from pathlib import Path

from feedback.channels import EMAIL
from feedback.conversation.messages import Received
from mail.model.expected_answers import ParsedReply, SentLetter
from mail.model.parsed_mail import ParsedMail
from mail.outgoing.rate_limits import DomainRate, DomainRateLimiter
from mail.reader.parse import hear, understand
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.ports import Adapter
from sayso.core.store import Store
from sayso.core.wakeup import Signals
from sayso.loops.clock_guard import Forgetting
from sayso.loops.engine import Engine
from sayso.mail.composing import LetterSender, MailComposer
from sayso.mail.envelope import RawMail, pack
from sayso.mail.reading import MailReader, OurServer
from sayso.mail.routing import MailRouter
from sayso.mail.sending import MailQueue
from sayso.mail.sending_policy import MailPolicy
from storage.conversations import response_rows as responses
from storage.messages import inbox, incoming_mail, suppression_list
from storage.messages import outgoing_mail as letters
from storage.messages.mailbox_cursors import StoredCursor
from storage.people import contacts, invitations
from storage.people.contacts import ContactEntry
from storage.people.invitations import InvitationTerms
from tests.mail_servers.letter import Letter

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
OURS = "feedback@example.org"


class Here:
    """Reads mails in this process; `fault` is raised instead, once, where it is set."""

    fault: Exception | None = None

    async def understand(self, raw: bytes) -> ParsedMail:
        fault, self.fault = self.fault, None
        if fault:
            raise fault
        return understand(raw)

    async def hear(self, raw: bytes, sent: SentLetter) -> ParsedReply:
        return hear(raw, sent)


@dataclass
class KeptTransport:
    """Takes letters. `answers` are raised or returned in turn, before it takes everything."""

    letters: list[Letter] = field(default_factory=list)
    answers: list[Exception | str] = field(default_factory=list)

    async def send(self, *, sender: str, to: str, raw: bytes) -> str:
        self.letters.append(Letter(raw, sender, to))
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if isinstance(answer, Exception):
            raise answer
        return answer


class MailService:
    """The whole way of email, moved on by hand."""

    def __init__(
        self, store: Store, registry: FlowRegistry, rate: DomainRate | None = None, server_name: str = ""
    ) -> None:
        self.now = NOON
        self.store, self.database, self.vault = store, store.database, store.vault
        self.conversations = ConversationService(store.vault, registry)
        self.readers, self.bag = Here(), KeptTransport()
        self.database.write_now(lambda tx: registry.keep(tx, NOON))
        self.signals, ours = Signals(), OurServer(OURS, server_name)
        self.mail_reader = MailReader(self.database, self.vault, self.readers, self.clock, self.signals, ours)
        composer = MailComposer(self.conversations, LetterSender(OURS, "Example Trust", "https://example.org"))
        policy = MailPolicy(self.conversations, DomainRateLimiter(rate or DomainRate(1000, 1000)))
        self.queue = MailQueue(self.conversations, composer, self.bag, policy)
        email = Adapter(EMAIL, MailRouter(self.conversations, self.clock), queue=self.queue)
        ledger = Path("no ledger is kept here")
        self.engine = Engine(self.database, self.conversations, [email], self.clock, self.signals, Forgetting(ledger))
        self.intake, self.worker, self.delivery = self.engine.intake, self.engine.worker, self.engine.delivery
        self._uid = count(1)

    def clock(self) -> datetime:
        return self.now

    def do(self, function, **given):
        return self.database.write_now(lambda tx: function(tx, **given))

    def open(self, function, **given):
        return self.database.write_now(lambda tx: function(tx, self.vault, **given))

    def invites(self, *people: str, flow: str = "tea", **terms: object) -> None:
        """Bring people in, invite them, and queue their letters."""
        entries = [ContactEntry(person, person.partition("@")[0].title()) for person in people]
        self.open(contacts.bring_in, group="g", entries=entries, now=self.now)
        made = self.open(invitations.invite_group, group="g", terms=InvitationTerms(flow, self.now, **terms))
        for one in made:
            self.do(
                letters.queue_invitation,
                invitation_id=one.id,
                contact_id=one.contact_id,
                kind="invitation",
                at=self.now,
            )

    def reminds(self) -> None:
        for one in self.open(invitations.invite_group, group="g", terms=InvitationTerms("tea", self.now)):
            self.do(
                letters.queue_invitation, invitation_id=one.id, contact_id=one.contact_id, kind="reminder", at=self.now
            )

    async def posts(self) -> list[Letter]:
        """Send what is due; return what went out just now."""
        before = len(self.bag.letters)
        self.waits(seconds=1)
        while await self.sends():
            self.waits(seconds=1)
        return self.bag.letters[before:]

    async def sends(self) -> int:
        """Send what may go at this moment; return how many letters were tried."""
        tried = await self.delivery.start_due()
        await self.delivery.arrived()
        return tried

    async def gets(self, *raws: bytes, **how: object) -> list[Letter]:
        """Take mails in, read them, apply them, and send what they led to."""
        batch = [self._received(raw, **how) for raw in raws]
        await self.intake.accept_mail(batch, "a", "INBOX", StoredCursor(1, 1))
        await self.reads()
        return await self.posts()

    async def reads(self) -> None:
        while await self.mail_reader.round():
            pass
        while await self.worker.round():
            pass

    def _received(self, raw: bytes, **how: object) -> Received:
        return Received(EMAIL.name, f"a/INBOX/1/{next(self._uid)}", "", pack(RawMail(raw, **how)))

    def waits(self, **time: float) -> None:
        self.now += timedelta(**time)

    async def hears_silence(self) -> list[Letter]:
        await self.engine.scheduler.hear_silence()
        return await self.posts()

    def conservation(self) -> inbox.Conservation:
        return self.do(inbox.conservation)

    def states(self) -> list[tuple[str, str]]:
        return [(one.state, one.reason) for one in self.standings()]

    def standings(self) -> Sequence[letters.InvitationDelivery]:
        return self.do(letters.standings, flow="tea", group="g")

    def stopped(self) -> dict[str, int]:
        return self.do(suppression_list.count)

    def kinds(self) -> dict[str, int]:
        return self.do(incoming_mail.count)

    def responses(self) -> Sequence[responses.Response]:
        return self.database.read_now(
            lambda tx: tuple(responses.responses(tx, self.vault, responses.ResponseFilter(words=True)))
        )

    def answers(self) -> list[dict[str, object]]:
        """What each conversation holds: the value of each answer, or its words."""
        return [
            {name: answer.value or answer.words for name, answer in response.answers.items()}
            for response in self.responses()
        ]

    def comments(self) -> list[str]:
        return [comment.words for response in self.responses() for comment in response.comments]

    def recovers(self) -> None:
        """As at the start after a crash."""
        self.do(self.queue.recover)


def reply(letter: Letter, text: str, sender: str = "", **headers: str) -> bytes:
    """What somebody's mail program sends when they answer a letter."""
    mail = EmailMessage()
    mail["From"] = sender or letter.to
    mail["To"] = letter.reply_to
    mail["Subject"] = f"Re: {letter.mail['Subject']}"
    mail["In-Reply-To"] = letter.mail["Message-ID"]
    mail["References"] = letter.mail["Message-ID"]
    mail["Message-ID"] = f"<{abs(hash((text, sender, letter.to)))}@example.org>"
    for name, value in headers.items():
        del mail[name.replace("_", "-")]
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return bytes(mail)


def fresh(text: str, sender: str, subject: str = "Hello", **headers: str) -> bytes:
    """A mail that answers nothing."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, OURS, subject
    mail["Message-ID"] = f"<{abs(hash((text, sender, subject)))}@example.org>"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return bytes(mail)


def bounce(letter: Letter, status: str = "5.1.1") -> bytes:
    """A report of a mail server that a letter did not arrive, sent to the letter's own address for it."""
    action = "failed" if status.startswith("5") else "delayed"
    return (
        f"From: MAILER-DAEMON@mx.example.org\r\nTo: {letter.sender}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        "Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n"
        f"Final-Recipient: rfc822; {letter.to}\r\nAction: {action}\r\nStatus: {status}\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {letter.mail['Message-ID']}\r\n\r\n--b--\r\n"
    ).encode()


def complaint(letter: Letter) -> bytes:
    """What a provider sends when a person marks a letter as unwanted (RFC 5965)."""
    return (
        f"From: abuse@provider.example\r\nTo: {letter.sender}\r\nSubject: FW: A few questions\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=feedback-report; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nThis is an abuse report.\r\n"
        "--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: x/1\r\nVersion: 1\r\n\r\n"
        f"--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {letter.mail['Message-ID']}\r\nTo: {letter.to}\r\n\r\nx\r\n--b--\r\n"
    ).encode()
