"""The lines under a mail that say who wrote it and how to reach them: what each looks like, and when all of them are that."""

import re
from typing import Final

from mail.phrases.client_phrases import ANSWERS, COMPANY, DISCLAIMER, PARTICLES, TITLES, WORKING

NAME = re.compile(
    r"^[^\W\d_][\w.'’\u0900-\u0dff\u0e31-\u0e4e-]*(?:\s[^\W\d_][\w.'’\u0900-\u0dff\u0e31-\u0e4e-]*){0,3}\s*[,.]?(?:\s?,\s?[\w.]{2,6}){0,3}$"
)
"""One to four words; letters of India and Thailand carry marks that are no letters."""
CONTACT = re.compile(
    r"[\w.+-]+@[\w.-]+\.\w+|\bwww\.\S+|https?://\S+|\+?\(?\d[\d\s().\-–]{7,}\d"
    r"|^(?:t|f|m|tel|fax|phone|mob|mobile|cell|skype|insta|twitter|e-?mail|web)\s?[.:]\s?\S"
    r"|^(?:[a-z][\w-]+\.){1,3}[a-z]{2,12}$|^\(?(?:she|he|they|hi|sie|er|elle|ella|ze|xe)\s?/\s?\w{2,5}(?:\s?/\s?\w{2,6})?\)?$",
    re.IGNORECASE,
)
"""Ways to reach somebody; a page without www, and how somebody is spoken of ("she/her"), stand among them."""
SENTENCE = re.compile(r"[^\W\d_]{2,}[.!?][\"'”’)]*$")
OWN = re.compile(r"\bI\b(?!\.)|\b[Mm]y\b")
"""What no small print says of itself."""
PS = re.compile(
    r"\s*(?:(?:p\.?[\s-]?){1,3}\.?s\b(?!\.?\s?\d)|p/s\b|(?:pd|dp|öi|o\.?n|nb)[:.]|[pd]\.\s?[dp]\.|o\.\s?n\.|n\.\s?b\b|(?-i:(?:NB|PD)\s(?=\S+\s[a-z]))"
    r"|post-? ?script(?:um)?\b|п\.?\s?с\b|з\.?\s?ы\b|附言|又及|追伸|추신|ملاحظة|ملحوظة|نوٹ|पुनश्च|পুনশ্চ|נ\.?\s?ב\b)",
    re.IGNORECASE,
)
_TO_ME = re.compile(r"\b(?:I|me|my|mich|mir|moi)\b", re.IGNORECASE)
_PROSE: Final = 14
"""Words of a line that is no part of a signature."""
_LONGEST: Final = 20
"""Lines of a card."""
_TWO = re.compile(r"\s?[&+]\s?")
"""Two that sign together: "Wren & Tom"."""
_STROKES = re.compile(r"\s[|·•]\s")
_BRACKETS = re.compile(r"\s?\([^()]{1,24}\)")
_KISSES = re.compile(r"\s+x+$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:q\s?)?\d{1,2}[.):\s]", re.IGNORECASE)


def bare(line: str) -> str:
    """Give a name without titles, brackets and kisses."""
    return _KISSES.sub("", _BRACKETS.sub("", TITLES.sub("", line)))


def is_name(line: str) -> bool:
    """Whether a line is a name and no answer: few words, all with a capital, or a single one; never a sentence."""
    line = bare(line)
    line = _TWO.sub(" and ", line)
    told = line.replace(",", " ").split()
    if not told or not NAME.match(line) or SENTENCE.search(line) or line.lower().strip(" ,.") in ANSWERS:
        return False
    return len(told) == 1 or not any(
        word[0].islower() and word not in PARTICLES and word[1:2] not in "'’" for word in told
    )


def is_contact(line: str) -> bool:
    """Whether a line is a way to reach somebody, or several, and says little else."""
    return bool(CONTACT.search(line)) and len(CONTACT.sub(" ", line).split()) <= 5 and not SENTENCE.search(line)


def is_row(line: str) -> bool:
    """Whether a line is a whole card: a name, a title and a number with strokes or dots between them."""
    parts = _STROKES.split(line)
    return len(parts) > 1 and len(line) <= 120 and all(is_contact(part) or is_title(part) for part in parts)


def is_title(line: str) -> bool:
    """Whether a line is as short as a title or the name of an office."""
    count = len(line.split())
    return count <= 7 and not (line[:1].islower() and count > 3)


def is_prose(line: str) -> bool:
    """Whether somebody speaks of themselves in a whole sentence."""
    long = len(line.split()) >= _PROSE or bool(SENTENCE.search(line))
    return long and len(line.split()) > 3 and bool(OWN.search(line)) and not CONTACT.search(line)


def points_on(above: str) -> bool:
    """Whether what stands below belongs to these words, as in "Please ring" or "Two good groups:"."""
    return above[-1:] in ("", ":", "?", ",") or (len(above.split()) < 4 and above[-1] not in ".!)…")


def _is_short(line: str) -> bool:
    """Whether a line may stand under a leave-taking: a name, a title, an office, a way to reach somebody."""
    if is_contact(line) or (len(line) <= 120 and COMPANY.search(line)):
        return True
    if _NUMBERED.match(line) or SENTENCE.search(line) or line[-1] in "?!:;":
        return False
    return is_row(line) or (len(line) <= 60 and (is_name(line) or is_title(line)))


def is_all(name: str, lines: list[str]) -> bool:
    """Whether all lines below a name, down to a "PS", are its card.

    Short ones may be. Whole sentences are only below a line that is surely of a card, such as a number or the name once
    more; and what somebody says of themselves only where it tells when they work.
    """
    first = name.casefold().split()[0].strip(".,")
    is_sure = False
    if len(lines) > _LONGEST:
        return False
    for number, line in enumerate(lines):
        if PS.match(line):
            return True
        sure = _is_sure(line, first, is_below=number > 0)
        when = bool(WORKING.search(line)) and (is_sure or any(map(is_contact, lines[number + 1 :])))
        if not (sure or when or _is_short(line) or (is_sure and not is_prose(line))):
            return False
        is_sure = is_sure or sure
    return True


def _is_sure(line: str, first: str, *, is_below: bool) -> bool:
    """Whether a line can only be of a card: it names the person (`first`) once more, an office, or a way to reach it."""
    names = first in line.casefold().replace(",", " ").split() and not SENTENCE.search(line)
    reached = is_below and bool(CONTACT.search(line)) and not _TO_ME.search(line)
    return names or reached or is_contact(line) or is_row(line) or bool(COMPANY.search(line) or DISCLAIMER.match(line))
