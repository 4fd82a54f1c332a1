"""A letter of ours, as somebody gets it."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.utils import parseaddr


@dataclass(frozen=True)
class Letter:
    """The bytes of a letter, with the addresses of its envelope where they are known."""

    raw: bytes
    sender: str = ""
    to: str = ""

    @property
    def mail(self) -> Message:
        return message_from_bytes(self.raw)

    @property
    def text(self) -> str:
        part = next(part for part in self.mail.walk() if part.get_content_type() == "text/plain")
        return part.get_payload(decode=True).decode()

    @property
    def reply_to(self) -> str:
        return parseaddr(self.mail["Reply-To"])[1]
