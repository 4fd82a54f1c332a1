"""What one line of a mail is and looks like: its kind, what is drawn, a header line, a date, an address."""

import re
from typing import Final

from mail.phrases.client_phrases import HEADS

LONGEST: Final = 400
"""Characters of a line that are looked at; an attribution is never longer."""

TEXT: Final = "t"
BLANK: Final = "e"
QUOTE: Final = "q"
BOX: Final = "b"
"""A bare blockquote of HTML: perhaps a quote, perhaps an indent."""
INDENT: Final = "w"
"""A blockquote made as an indent: a quote only under an attribution."""
CUT: Final = "c"
"""A place from which a mail program says that all is quoted."""
SIGNED: Final = "s"
RULE: Final = "r"
"""A drawn line: no words, but what follows may be a header."""

MARKED: Final = frozenset((QUOTE, BOX, INDENT))
"""Lines that somebody or some program marked as quoted."""

YEAR = re.compile(r"(?<![\d.])\d{4}(?!\d)|\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b|\d{1,2}[月월]\s?\d{1,2}[日일]")
DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th|er|\.|º)?,?\s(?:de\s|d['’])?[^\W\d]{3,}|[^\W\d]{3,}\.?\s\d{1,2}(?:st|nd|rd|th|\.)?\b"
)
TIME = re.compile(r"\d{1,2}\s?[:.h時时点시]\s?\d{2}")
ADDRESS = re.compile(r"[^\s<>()\[\]@]@[^\s<>()\[\]@]|<[^<>\s]{0,80}\.\w")
_LINE = re.compile(r"^[\s>]*(?:[-–—_=*~#]\s?){5,}\s*$")
_BIDI = {
    **dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b")),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2015"), "-"),
}
"""Marks of writing direction are nothing, and every dash is one."""
_HAS_BIDI = re.compile(f"[{''.join(map(chr, _BIDI))}]")
_NO_NAME: Final = "@/<>.,?!0123456789"


def plain(line: str) -> str:
    """Give a line as rules look at it: short, without marks of writing direction and stars."""
    line = line[:LONGEST]
    if not line.isascii():
        line = (line.translate(_BIDI) if _HAS_BIDI.search(line) else line).replace("\xa0", " ")
    return line.replace("*", "").strip()


def is_line(line: str) -> bool:
    """Whether a line is drawn of dashes or the like."""
    return len(line) > 4 and not line[0].isalnum() and bool(_LINE.match(line[:LONGEST]))


def is_drawn(line: str) -> bool:
    """Whether a line begins with dashes or the like, as the markers of programs do."""
    return not line.lstrip()[:1].isalnum()


def field(line: str) -> tuple[str, str] | None:
    """Read "Word: value"; the word in lower case."""
    line = plain(line)
    at = line.find(":", 0, 40)
    wide = line.find("：", 0, 40)
    at = wide if at < 0 or 0 <= wide < at else at
    if at < 1:
        return None
    name = line[:at].strip(" \t*_'\"|<").lower()
    known = name in HEADS
    return (name, line[at + 1 :].strip()) if known or _could_be_name(name) else None


def _could_be_name(name: str) -> bool:
    return name[:1].isalpha() and len(name.split()) <= 4 and not any(mark in name for mark in _NO_NAME)


def role_of(line: str) -> str:
    """What the header line of a quoted mail holds ("from", "date", "to", "subject", "more"), or "" for any other line."""
    read = field(line)
    return HEADS.get(read[0], "") if read else ""


def names_subject(lines: list[str]) -> bool:
    """Whether these lines name a subject, as the header of a mail does."""
    return any(role_of(line) == "subject" for line in lines)
