"""Reading mail: stored mails are read in a process of their own, then wait to be taken into their conversations."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection

from mail.classify.reply_tokens import Clue, alias_in, tokens_in
from mail.model.authentication_results import verdict
from mail.model.expected_answers import ParsedReply, SentLetter, load_sent
from mail.model.parsed_mail import ParsedMail, dump, dump_heard, load, load_heard
from mail.reader.pool import NoReaders
from sayso.core import log
from sayso.core.loop import work_in_rounds
from sayso.core.wakeup import Signals
from sayso.mail.envelope import unpack
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.db.errors import DiskFull, Locked, Unreachable
from storage.messages import inbox, outgoing_mail
from storage.messages.inbox import QueuedMessage
from storage.messages.outgoing_mail import AnsweredLetter
from storage.people import invitations

_TOGETHER = 20
"""Mails held at once, still sealed. At 25 MB each, more would fill the memory of a small machine."""


class MailReaders(Protocol):
    """The processes that read mails (`mail.reader.pool.ReaderPool`). Each call raises Unreadable for a mail beyond its limits."""

    async def understand(self, raw: bytes) -> ParsedMail:
        """Return what a mail is and says."""
        ...

    async def hear(self, raw: bytes, sent: SentLetter) -> ParsedReply:
        """Return what a reply says to each question of the letter that it answers."""
        ...


@dataclass(frozen=True)
class MailReading:
    """What was read in one mail, and which of our letters or links it answers, if any."""

    understood: ParsedMail
    letter_id: str = ""
    invitation_id: str = ""
    heard: ParsedReply | None = None
    is_doubted: bool = False
    """Our own mail server found that it does not come from whom it names."""
    taken_at: datetime | None = None
    """When it was taken into its conversation: what was queued at that moment answers it."""


def dump_reading(reading: MailReading) -> str:
    """Return a reading as one line of JSON."""
    heard = dump_heard(reading.heard) if reading.heard else ""
    taken_at = reading.taken_at.isoformat() if reading.taken_at else ""
    told = [dump(reading.understood), reading.letter_id, reading.invitation_id, heard, reading.is_doubted, taken_at]
    return json.dumps(told)


def load_reading(text: str) -> MailReading:
    """Return what `dump_reading` wrote."""
    understood, letter_id, invitation_id, heard, is_doubted, *later = json.loads(text)
    taken_at = datetime.fromisoformat(later[0]) if later and later[0] else None
    read = load_heard(heard) if heard else None
    return MailReading(load(understood), letter_id, invitation_id, read, is_doubted, taken_at)


@dataclass(frozen=True)
class OurServer:
    """Where replies come, and whose Authentication-Results are believed (RFC 8601): nobody's where `name` is empty."""

    mail_address: str
    name: str = ""


class MailReader:
    """Reads what waits, oldest first. A mail that cannot be read is set aside after three tries; the others go on."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        readers: MailReaders,
        now: Callable[[], datetime],
        signals: Signals,
        ours: OurServer,
    ) -> None:
        self._database = database
        self._vault = vault
        self._readers = readers
        self._now = now
        self._signals = signals
        self._ours = ours
        self.wake = asyncio.Event()
        """Set when mails were stored."""

    async def run(self) -> None:
        """Read until cancelled."""
        await work_in_rounds("mail reader", self.round, self.wake)

    async def round(self) -> int:
        """Read the oldest mails that wait; return how many were handled."""
        waiting = await self._database.read(lambda tx: inbox.unread(tx, limit=_TOGETHER))
        for one in waiting:
            await self._handle(one)
        return len(waiting)

    async def _handle(self, one: QueuedMessage) -> None:
        try:
            text = dump_reading(await self._reading(one))
        except (NoReaders, DiskFull, Locked, Unreachable):
            raise
        except Exception as error:  # noqa: BLE001 - whatever one mail does, the others go on
            log.warn("mail not read", inbox_id=one.id, **log.place_of(error))
            now, fault = self._now(), error
            await self._database.write(lambda tx: inbox.failed(tx, inbox_id=one.id, error=fault, now=now))
            return
        await self._database.write(lambda tx: inbox.keep_reading(tx, self._vault, waiting=one, reading=text))
        self._signals.received.set()

    async def _reading(self, one: QueuedMessage) -> MailReading:
        stored = await self._database.read(lambda tx: inbox.open_raw(tx, self._vault, one))
        raw = unpack(stored).raw
        understood = await self._readers.understand(raw)
        letter, invitation_id = await self._database.read(lambda tx: self._answered(tx, understood))
        if letter is None or letter.sent is None or understood.kind not in ("reply", "new"):
            return MailReading(
                understood, letter.id if letter else "", invitation_id, is_doubted=self._doubts(understood)
            )
        heard = await self._readers.hear(raw, load_sent(letter.sent))
        return MailReading(understood, letter.id, invitation_id, heard, self._doubts(understood))

    def _doubts(self, mail: ParsedMail) -> bool:
        return verdict(mail.trail, mail.sender, self._ours.name).is_genuine is False

    def _answered(self, tx: Connection, mail: ParsedMail) -> tuple[AnsweredLetter | None, str]:
        """Return the letter that a mail answers, or else the id of the link whose address it was sent to.

        Of several letters it is the one that was written to whoever sends this, then the most trusted clue.
        """
        text = f"{mail.subject}\n{mail.text}\n{mail.enclosed}"
        address, sign = self._ours.mail_address, self._vault.sign
        clues = tokens_in(mail.recipients, mail.references, text, mail_address=address, sign=sign)
        found = [led for clue in clues if any(led := self._by_clue(tx, clue))]
        if found:
            return next((led for led in found if self._is_theirs(tx, led[0], mail.sender)), found[0])
        aliases = (
            outgoing_mail.by_alias(tx, self._vault, message_id=alias_in(reference)) for reference in mail.references
        )
        return next((letter for letter in aliases if letter), None), ""

    def _is_theirs(self, tx: Connection, letter: AnsweredLetter | None, sender: str) -> bool:
        """Return whether a letter was written to this address."""
        if letter is None or letter.contact_id is None:
            return False
        lookup = outgoing_mail.lookup_of(tx, contact_id=letter.contact_id)
        return lookup == self._vault.lookup(outgoing_mail.CHANNEL, sender.casefold())

    def _by_clue(self, tx: Connection, clue: Clue) -> tuple[AnsweredLetter | None, str]:
        if clue.kind == "letter":
            return outgoing_mail.by_id(tx, self._vault, letter_id=clue.value), ""
        letter = outgoing_mail.by_token(tx, self._vault, token=clue.value)
        if letter is not None:
            return letter, ""
        invited = invitations.resolve(tx, self._vault, token=clue.value, now=self._now())
        return None, invited.id if invited else ""
