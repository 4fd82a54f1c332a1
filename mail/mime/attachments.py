"""Machine-made parts that may hold a person's words: an answer to an invitation in a calendar, a sealed envelope."""

import re
from dataclasses import dataclass

_PROPERTY = re.compile(
    r"^(METHOD|COMMENT|ATTENDEE|X-RESPONSE-COMMENT)([;:][^\n]{0,5000})", re.MULTILINE | re.IGNORECASE
)
_PARTSTAT = re.compile(r"PARTSTAT=\"?([A-Za-z-]{1,30})", re.IGNORECASE)
_UNFOLD = re.compile(r"\n[ \t]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_LONGEST = 200_000
"""Characters. A guess: a calendar answer is a page of text, but a file that somebody attached may be of any size."""
_SIGNED_DATA = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
_DATA = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"
_MOST_PIECES = 20_000
"""A guess: at a kilobyte a piece it is 20 MB, near the largest mail that is taken. A piece may be empty, so bytes alone
are no bound."""


@dataclass(frozen=True)
class Calendar:
    """A calendar part. `method` is REPLY when somebody accepts or declines; `comment` what they typed with it.

    `answer` is accepted, declined, tentative or "".
    """

    method: str = ""
    answer: str = ""
    comment: str = ""


def read_calendar(text: str) -> Calendar:
    """Read the few lines of a calendar that matter for feedback (RFC 5545, RFC 5546)."""
    lines = _UNFOLD.sub("", text[:_LONGEST].replace("\r", ""))
    found: dict[str, str] = {}
    answer = ""
    for match in _PROPERTY.finditer(lines):
        name = match[1].upper()
        value = _value(match[2])
        if name == "ATTENDEE":
            stated = _PARTSTAT.search(match[2])
            answer = answer or (stated[1].lower() if stated else "")
        elif value.strip():
            found.setdefault(name, value)
    comment = found.get("COMMENT") or found.get("X-RESPONSE-COMMENT") or ""
    return Calendar(found.get("METHOD", "").strip().upper(), answer, comment.strip())


def unsealed(data: bytes) -> bytes | None:
    """Return the mail inside an S/MIME envelope that is signed but not encrypted (RFC 5652), or None."""
    begins = data.find(_DATA) if _SIGNED_DATA in data[:100] else -1
    if begins < 0:
        return None
    pieces: list[bytes] = []
    at, end = begins + len(_DATA), len(data)
    for _ in range(_MOST_PIECES):
        if at + 2 > end:
            break
        kind = data[at]
        length, at = _length(data, at + 1)
        if kind == 0x04 and length >= 0:
            pieces.append(data[at : at + length])
            at += length
        elif kind not in {0xA0, 0x24, 0x04}:
            break
    return b"".join(pieces) or None


def _length(data: bytes, at: int) -> tuple[int, int]:
    """Return the length that stands at this place (-1: none is told), and where the value begins."""
    stated = data[at]
    if stated < 0x80:
        return stated, at + 1
    count = stated & 0x7F
    return (int.from_bytes(data[at + 1 : at + 1 + count], "big") if count else -1), at + 1 + count


def _value(text: str) -> str:
    """Return the value of a property: after the first colon that is not inside quotation marks."""
    quoted = False
    for place, sign in enumerate(text):
        quoted ^= sign == '"'
        if sign == ":" and not quoted:
            return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text[place + 1 :])
    return ""
