"""What the service does for the pages of staff, because the parts that do it lie where pages cannot reach."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class MailRead:
    """A mail as it was read when it came: all of its words as plain text, and how they were told apart."""

    subject: str = ""
    text: str = ""
    words: str = ""
    """The person's own words."""
    quoted: str = ""
    signature: str = ""
    attachments: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def _unread(_: str) -> MailRead:
    return MailRead()


@dataclass(frozen=True)
class Service:
    """What pages may ask of the service. `read_mail` takes what `storage.mails` keeps as `heard`."""

    read_mail: Callable[[str], MailRead] = _unread
