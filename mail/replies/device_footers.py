"""What phones and mail programs write below a person's words, as far as one line gives it away."""

import re
from typing import Final

from mail.phrases.client_phrases import DEVICE, DISCLAIMER, GET_APP, SENT_FROM, SORRY
from mail.phrases.line_kinds import plain

_FOREIGN_DEVICE = re.compile(
    r"^[^\x00-\x7f](?:[^\x00-\x7f]|\s){0,60}\b(?:iPhone|iPad|Android|Galaxy|Samsung|BlackBerry|Huawei|Xiaomi|Outlook|Yahoo Mail)\b"
    r"(?:[^\x00-\x7f]|\s){0,60}[.!]?$"
)
"""The name of a phone in a line of another script."""
_GOES_ON = re.compile(r"[^\W\d_]{2}[.!?]\s+\S.*\s")
_PHONE_WORDS: Final = 7
"""Words, as in "Sent from Yahoo Mail on my Android". In the midst of a mail a longer line is rather the person's."""
_APP_WORDS: Final = 9
"""Words, as in "Get Outlook for iOS". A person who recommends an app says more."""
_ALONE: Final = 3
"""Lines in which one can stand alone above words: it, a blank one, and they."""


def by_phone(line: str) -> bool:
    """Whether a phone or an app signs so: "Sent from my phone", in many languages."""
    line = plain(line)
    if not line or len(line) > 160:
        return False
    words = len(line.split())
    if words <= _APP_WORDS and GET_APP.search(line):
        return True
    if not line[0].isascii() and _FOREIGN_DEVICE.match(line):
        return True
    if not SENT_FROM.match(line) or (("," in line or _GOES_ON.search(line)) and not SORRY.search(line)):
        return False
    return (
        words <= 14
        if DEVICE.search(line)
        else words <= 8 and line[-1] not in ".?" and line.lower().startswith("sent from")
    )


def says_nothing(lines: list[str]) -> bool:
    """Whether a program wrote all of these lines ("Sent from my phone", small print), and the person none."""
    return all(not line.strip() or by_phone(line) or bool(DISCLAIMER.match(plain(line))) for line in lines)


def by_programs(lines: list[str]) -> list[int]:
    """Give the lines that a phone wrote and that stand alone, with words below them."""
    if len(lines) < _ALONE:
        return []
    around = ["", *lines, ""]
    alone = [
        at for at, line in enumerate(lines) if line.strip() and not around[at].strip() and not around[at + 2].strip()
    ]
    return [at for at in alone if len(lines[at].split()) <= _PHONE_WORDS and by_phone(lines[at])]
