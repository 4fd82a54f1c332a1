"""What a letter asks, and what was heard in a reply to it: the shapes that the rooms of `mail/` share."""

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

from feedback.flows.model import Choice
from feedback.types.question_type import TypeName

LetterKind = Literal["invitation", "reminder", "talk", "help", "farewell", "alert"]
Grade = Literal["exact", "likely", "unsure"]
"""How sure we are which words answer which question. `unsure`: the whole text is kept as one comment."""


@dataclass(frozen=True)
class LetterItem:
    """One numbered question of a letter. `about` is a question id, or `consent`."""

    number: int
    about: str
    ask: str
    type: TypeName
    choices: tuple[Choice, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class SentLetter:
    """The plain text of a letter exactly as it went out, and what it asked: what a reply is read against."""

    text: str
    items: tuple[LetterItem, ...] = ()


@dataclass(frozen=True)
class ItemReply:
    """The person's own words to one item, as typed."""

    about: str
    text: str


@dataclass(frozen=True)
class ParsedReply:
    """A reply taken apart. `reply` holds all of the person's own words in their order, without signature and quotes.

    `slots` are answers found for items of the letter; `comment` is what belongs to none of them. With the grade
    `unsure` there are no slots and `comment` is the whole of `reply`.
    """

    reply: str
    quoted: str = ""
    signature: str = ""
    slots: tuple[ItemReply, ...] = ()
    comment: str = ""
    grade: Grade = "exact"


def dump_sent(sent: SentLetter) -> str:
    """Return what a letter asked as one line of JSON."""
    return json.dumps(asdict(sent), ensure_ascii=False, separators=(",", ":"))


def load_sent(text: str) -> SentLetter:
    """Return what `dump_sent` wrote."""
    raw = json.loads(text)
    return SentLetter(raw["text"], tuple(_item(item) for item in raw["items"]))


def _item(raw: dict[str, Any]) -> LetterItem:
    return LetterItem(**{**raw, "choices": tuple(Choice(**choice) for choice in raw["choices"])})
