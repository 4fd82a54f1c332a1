"""Years as people write them short: "'98", "the 90s", "back in 07", "twenty nineteen"."""

import re
from datetime import date

from feedback.hearing.answers.near_days import full_year
from feedback.hearing.answers.words.calendar_words import MONTHS

_DECADE = re.compile(r"(?<!\d)(?:19)?([5-9])0['’]?s\b")
_TWO_FIGURES = re.compile(r"['’](\d\d)\b")
_BARE_YEAR = re.compile(
    r"\b(back in|in|since|early|late|about|around|circa|(?:summer|spring|autumn|winter)(?: of)?) (\d|1\d|2\d|[89]\d)$"
)
_NO_DAY = re.compile(rf"(?:^|\b({'|'.join(MONTHS)}) )(3[2-9]|[4-9]\d)(?=$| (?!\w))")
"""Two figures alone or after a month that can be no day: "98", "28 feb 51"."""
_SPACED = re.compile(r"^\s*(\d{1,2}) (\d{1,2}) (\d\d|\d{4})\b")
"""A whole date without marks: "6 6 66"."""


def with_bare_year(words: list[str], today: date) -> list[str]:
    """Return words with "back in 98" and "since 07" as whole years."""
    plain = _BARE_YEAR.sub(lambda found: f"{found[1]} {full_year(int(found[2]), today)}", " ".join(words))
    return _NO_DAY.sub(lambda found: f"{found[1] or ''} {full_year(int(found[2]), today)}", plain).split()


_TENS = {"5": "fifties", "6": "sixties", "7": "seventies", "8": "eighties", "9": "nineties"}


def in_full(text: str, today: date) -> str:
    """Return a text with "the 90s" and "'98" written out."""
    spelt = _SPACED.sub(r"\1/\2/\3", _DECADE.sub(lambda found: _TENS[found[1]], text))
    return _TWO_FIGURES.sub(lambda found: str(full_year(int(found[1]), today)), spelt)


def with_years(words: list[str]) -> list[str]:
    """Return words with years said in two halves as one: "20", "19" is "2019"."""
    result: list[str] = []
    for word in words:
        if result and result[-1] in {"19", "20"} and word.isdigit() and len(word) == 2 and int(word) >= 10:
            result[-1] += word
        else:
            result.append(word)
    return result
