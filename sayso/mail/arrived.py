"""One mail on its way in, with everything that was found out about it."""

import json
import re
from dataclasses import dataclass
from datetime import datetime

from feedback.distress.noticing import notices
from mail.classify.reply_tokens import BOUNCE, TOKEN
from mail.model.parsed_mail import ParsedMail
from sayso.mail.envelope import RawMail
from sayso.mail.reading import MailReading
from sayso.mail.wishes import Wish
from storage.messages.inbox import QueuedMessage
from storage.messages.outgoing_mail import AnsweredLetter
from storage.people.invitations import Invitation

_FROM_FILE = "(From an attached file:)"
_FROM_SUBJECT = "(From the subject:)"
_TOKENS = re.compile(rf"(?:{BOUNCE})?\b{TOKEN}\b")


@dataclass(frozen=True)
class Arrived:
    """One mail on its way in: its row, its bytes, what was read in it, and the letter or link it answers."""

    row: QueuedMessage
    mail: RawMail
    reading: MailReading
    letter: AnsweredLetter | None
    invited: Invitation | None
    contact_id: str | None
    """The contact that the letter was written to, where it names that very address as its sender."""
    now: datetime
    wish: Wish | None = None
    """What it asks for, where it is about leaving."""

    @property
    def understood(self) -> ParsedMail:
        """Return what was read in it."""
        return self.reading.understood

    @property
    def is_verified(self) -> bool:
        """Return whether it is by whom the letter was written to, as far as anybody can tell."""
        return self.contact_id is not None and not self.reading.is_doubted

    @property
    def typed(self) -> str:
        """Return the words that the person typed into the mail itself."""
        heard = self.reading.heard
        return (heard.reply if heard else self.understood.reply).strip()

    @property
    def in_files(self) -> str:
        """Return the words of files that came with the mail, marked as such; without the files' names, which may be theirs."""
        return "\n\n".join(f"{_FROM_FILE}\n{one.words}" for one in self.understood.files)

    @property
    def words(self) -> str:
        """Return the person's own words, whole: those of the mail (or else of its subject), then those of its files."""
        typed = f"{_FROM_SUBJECT}\n{self.typed}" if self.understood.is_in_subject else self.typed
        return "\n\n".join(part for part in (typed, self.in_files) if part)

    @property
    def asked(self) -> str:
        """Return the words in which a wish is looked for: those that were typed; those of files only where nothing was."""
        return self.typed or self.in_files

    @property
    def is_cry(self) -> bool:
        """Return whether its words may speak of danger: then they are heard, whatever else they ask for."""
        return bool(notices(self.words))

    @property
    def is_locked(self) -> bool:
        """Return whether it answers us, and came encrypted or by a portal: the person is told that it cannot be read."""
        return self.understood.is_locked and (self.letter is not None or self.invited is not None)

    @property
    def told(self) -> str:
        """Return what it surely wishes, or that it tells of a death; else nothing."""
        is_told = self.wish is not None and (self.wish.is_sure or self.wish.leave == "bereaved")
        return self.wish.leave if self.wish is not None and is_told else ""

    @property
    def copy(self) -> str:
        """Return what a second copy is known by. Servers write their own lines into each, so not by the bytes alone."""
        told = self.understood
        return json.dumps([told.message_id, told.sender, told.text]) if told.message_id else self.mail.text


def tokens_of(arrived: Arrived) -> list[str]:
    """Return the tokens of the addresses that a mail came to, with the mark of those for failed deliveries."""
    return [token for address in arrived.understood.recipients for token in _TOKENS.findall(address.casefold())]
