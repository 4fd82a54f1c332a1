"""What was read in a mail, as the service and the reading process hand it to each other.

No parser is imported here: mails are read in a process of their own, and the service never loads what reads them.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from mail.model.authentication_results import Trail
from mail.model.expected_answers import ItemReply, ParsedReply

Kind = Literal["reply", "new", "bounce", "auto-reply", "list", "unreadable"]
Klass = Literal["gone", "full", "policy", "temporary", "unknown"]
"""Why a letter did not arrive."""
Fault = Literal["address", "message", "us", "provider"]
"""Whose fault it is: nobody can be reached there; this letter is not taken; we are not; or the provider takes nothing now."""
Reach = Literal["address", "provider", "all"]
"""Whose letters wait: those to one address, to all of its provider, or all letters."""


@dataclass(frozen=True)
class Attachment:
    """A file that came with a mail. `size` is about right, in bytes."""

    name: str
    type: str
    size: int


@dataclass(frozen=True)
class FileWords:
    """The words of a file that came with a mail. `name` is what its sender called it."""

    name: str
    words: str


@dataclass(frozen=True)
class DeliveryFailure:
    """One address that was not reached.

    `status` is the enhanced status (5.1.1) or "". `klass`: gone for good, mailbox full, refused by a policy, only for
    now, or unknown. `fault`: whose it is; `reach`: whose letters wait; `is_daily`: until the day is over.
    `original_message_id` is that of the letter, without brackets, where the report shows it.
    """

    address: str
    status: str = ""
    klass: Klass = "unknown"
    original_message_id: str = ""
    fault: Fault = "address"
    reach: Reach = "address"
    is_daily: bool = False


@dataclass(frozen=True)
class ParsedMail:
    """A mail as the service needs it. Everything in it can be written as JSON (`dump`, `load`).

    `token` is the most trusted token-shaped word of the mail, for reading by eye; the service looks for its own in
    `recipients`, `references`, `text` and `enclosed` (`mail.classify.reply_tokens.tokens_in`). `references` of a bounce name the
    letter that came back, too. `text` holds all words, quoted ones
    too; of a mail that has only HTML, its own words come first. `enclosed` is what was sent back inside.
    """

    kind: Kind
    reply: str = ""
    quoted: str = ""
    signature: str = ""
    token: str = ""
    language: str = ""
    problems: tuple[str, ...] = ()
    message_id: str = ""
    references: tuple[str, ...] = ()
    sender: str = ""
    sender_name: str = ""
    recipients: tuple[str, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    text: str = ""
    enclosed: str = ""
    attachments: tuple[Attachment, ...] = ()
    failures: tuple[DeliveryFailure, ...] = ()
    complaints: tuple[str, ...] = ()
    """Whom our letter was sent to, where a provider reports that the person called it unwanted."""
    is_complaint: bool = False
    is_by_button: bool = False
    """A mail program wrote it, since the person pressed its button for no more letters."""
    hops: int = 0
    trail: Trail = ()
    """Hops and results of checks as servers wrote them; only `mail.model.authentication_results.verdict` may believe them."""
    is_signed: bool = False
    forwarded: str = ""
    """The words of somebody else's mail that this one hands on. They stand in `reply` too, behind the sender's note."""
    files: tuple[FileWords, ...] = ()
    """The words in files; those of other files are not read."""
    is_locked: bool = False
    """It is encrypted, or only says that a message waits on some page: its words cannot be read here."""
    is_in_subject: bool = False
    """The words of `reply` stood in the subject, and nowhere else."""


def dump(understood: ParsedMail) -> str:
    """Return it as one line of JSON."""
    return json.dumps(asdict(understood), default=_as_text)


def load(text: str) -> ParsedMail:
    """Return what `dump` was given."""
    found: dict[str, Any] = json.loads(text)
    read_back: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in found.items()
    }
    read_back["sent_at"] = datetime.fromisoformat(found["sent_at"]) if found["sent_at"] else None
    read_back["trail"] = tuple((str(kind), str(value)) for kind, value in found["trail"])
    read_back["attachments"] = tuple(Attachment(**one) for one in found["attachments"])
    read_back["files"] = tuple(FileWords(**one) for one in found.get("files", ()))
    read_back["failures"] = tuple(DeliveryFailure(**one) for one in found["failures"])
    return ParsedMail(**read_back)


def dump_files(files: tuple[FileWords, ...]) -> str:
    """Return the words of files as one line of JSON."""
    return json.dumps([asdict(one) for one in files])


def load_files(text: str) -> tuple[FileWords, ...]:
    """Return what `dump_files` was given."""
    return tuple(FileWords(**one) for one in json.loads(text))


def as_line(understood: ParsedMail, file: str) -> dict[str, Any]:
    """Return what `sayso mail read` prints of a mail."""
    shown = ("kind", "reply", "quoted", "signature", "token", "language", "problems")
    return {"file": file} | {name: getattr(understood, name) for name in shown}


def unreadable(problem: str) -> ParsedMail:
    """Return what is known of a mail that could not be read within its limits."""
    return ParsedMail("unreadable", problems=(problem,))


def dump_heard(heard: ParsedReply) -> str:
    """Return it as one line of JSON."""
    return json.dumps(asdict(heard))


def load_heard(text: str) -> ParsedReply:
    """Return what `dump_heard` was given."""
    found: dict[str, Any] = json.loads(text)
    return ParsedReply(**found | {"slots": tuple(ItemReply(**one) for one in found["slots"])})


def _as_text(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError
