"""Where the signature begins under a person's words: found with care, words are left when it is not sure."""

import re
from collections.abc import Callable
from typing import Final

from mail.oneline import is_line, plain
from mail.sayings import (
    ANSWERS,
    COMPANY,
    DEVICE,
    DISCLAIMER,
    FAREWELLS,
    GET_APP,
    GREETING,
    PARTICLES,
    SCANNER,
    SENT_FROM,
    SIGN_OFF,
    SORRY,
    THANKS,
    TITLES,
)

_Rule = Callable[[list[str], int, int], int]
"""Gives where a signature begins in lines `first` to `end`; `end` when it finds none."""

_TAIL: Final = 40
"""Lines from the end that are looked at; no signature is longer."""
_DELIMITER = re.compile(r"^\s*\*?(?:--|––|—|-- -)\*?\s*$")
_NAME = re.compile(r"^[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,3}\s*[,.]?(?:\s?,\s?[\w.]{2,6}){0,3}$")
_DASH_NAME = re.compile(r"^\s*[-–—~]\s?[^\W\d_][\w.'’]*(?:\s[^\W\d_][\w.'’]*){0,2}\.?\s*$")
_CONTACT = re.compile(
    r"[\w.+-]@[\w-]+\.\w|\bwww\.\w|https?://|\+?\(?\d[\d\s().\-–]{7,}\d|^(?:t|f|m|tel|fax|phone|mob|mobile|cell|skype|e-?mail|web)\s?[.:]\s?\S",
    re.IGNORECASE,
)
_FOREIGN_DEVICE = re.compile(
    r"^[^\x00-\x7f](?:[^\x00-\x7f]|\s){0,60}\b(?:iPhone|iPad|Android|Galaxy|Samsung|BlackBerry|Huawei|Xiaomi|Outlook|Yahoo Mail)\b"
    r"(?:[^\x00-\x7f]|\s){0,60}[.!]?$"
)
"""The name of a phone in a line of another script."""
_GOES_ON = re.compile(r"[^\W\d_]{2}[.!?]\s+\S.*\s")
_PS = re.compile(r"\s*p\.?\s?\.?s\b", re.IGNORECASE)
_PHONE_WORDS: Final = 7
_OWN = re.compile(r"\bI\b(?!\.)|\b[Mm]y\b")
"""What no small print says of itself."""
_PROSE: Final = 14
"""Words of a line that is no part of a signature."""
_STROKES = re.compile(r"\s[|·•]\s")
_BRACKETS = re.compile(r"\s?\([^()]{1,24}\)")
_SENTENCE = re.compile(r"[^\W\d_]{2,}[.!?][\"'”’)]*$")
_NUMBERED = re.compile(r"^\s*(?:q\s?)?\d{1,2}[.):\s]", re.IGNORECASE)


def cut(lines: list[str], *, light: bool = False, whole: bool = False) -> int:
    """Give the index of the first line of the signature; `len(lines)` when there is none.

    `light`: only what cannot be anything else (a "-- " line, "Sent from my phone"), for words between quotes. `whole`: there are words elsewhere, so all of these may be one.
    """
    end = len(lines)
    first = max(0, end - _TAIL)
    rules = _LIGHT if light else _ALL
    start = _step(rules, lines, first, end, whole=whole)
    while start < end:
        end = start
        start = _step(rules, lines, first, end, whole=whole)
    return end


def _step(rules: tuple[_Rule, ...], lines: list[str], first: int, end: int, *, whole: bool) -> int:
    """The first rule that finds something, as long as it leaves words above or takes only what programs wrote."""
    for rule in rules:
        start = rule(lines, first, end)
        if start < end and (whole or rule in _BY_PROGRAM or any(map(str.strip, lines[:start]))):
            return start
    return end


def says_nothing(lines: list[str]) -> bool:
    """Whether a program wrote all of these lines ("Sent from my phone", small print), and the person none."""
    return all(not line.strip() or _by_phone(line) or bool(DISCLAIMER.match(plain(line))) for line in lines)


def by_programs(lines: list[str]) -> list[int]:
    """Give the lines that a phone wrote and that stand alone, with words below them."""
    around = ["", *lines, ""]
    alone = [
        at for at, line in enumerate(lines) if line.strip() and not around[at].strip() and not around[at + 2].strip()
    ]
    return [at for at in alone if len(lines[at].split()) <= _PHONE_WORDS and _by_phone(lines[at])]


def spoken(lines: list[str]) -> list[int]:
    """Give the lines below a signature that are the person's again: from a "PS" on."""
    start = next((at for at in range(1, len(lines)) if _PS.match(lines[at]) and not lines[at - 1].strip()), len(lines))
    return list(range(start, cut(lines[start:], light=True) + start))


def is_delimiter(line: str) -> bool:
    """Whether a line is the "-- " above a signature."""
    return bool(_DELIMITER.match(line[:20]))


def _is_name(line: str) -> bool:
    """Whether a line is a name and no answer: few words, all with a capital, or a single one; never a sentence."""
    line = _BRACKETS.sub("", TITLES.sub("", line))
    told = line.replace(",", " ").split()
    if not told or not _NAME.match(line) or _SENTENCE.search(line) or line.lower().strip(" ,.") in ANSWERS:
        return False
    return len(told) == 1 or not any(
        word[0].islower() and word not in PARTICLES and word[1:2] not in "'’" for word in told
    )


def _is_contact(line: str) -> bool:
    """Whether a line is a way to reach somebody, or several, and says little else."""
    return bool(_CONTACT.search(line)) and len(_CONTACT.sub(" ", line).split()) <= 5 and not _SENTENCE.search(line)


def _blank(lines: list[str], first: int, end: int) -> int:
    while end > first and not lines[end - 1].strip():
        end -= 1
    return end


def _by_phone(line: str) -> bool:
    line = plain(line)
    if not line or len(line) > 160:
        return False
    if GET_APP.search(line) and len(line.split()) <= 9:
        return True
    if _FOREIGN_DEVICE.match(line):
        return True
    if not SENT_FROM.match(line) or (("," in line or _GOES_ON.search(line)) and not SORRY.search(line)):
        return False
    words = len(line.split())
    return (
        words <= 14
        if DEVICE.search(line)
        else words <= 8 and line[-1] not in ".?" and line.lower().startswith("sent from")
    )


def _phone(lines: list[str], first: int, end: int) -> int:
    if end <= first or not _by_phone(lines[end - 1]):
        return end
    if lines[end - 1][:4] == "via " and end - 1 > first and _goes_on(lines[end - 2]):
        return end
    named = plain(lines[end - 1]).lower().startswith("via ") and end - 2 > first and _NAME.match(plain(lines[end - 2]))
    return end - 2 if named else end - 1


def _goes_on(line: str) -> bool:
    """Whether a sentence goes on from this line to the next: it is no name, and ends without a mark."""
    return line[-1:].isalpha() and any(word[0].islower() for word in line.split())


def _small_print(lines: list[str], first: int, end: int) -> int:
    """Disclaimers, the footers of mailing lists and of virus scanners, a paragraph at a time from the end."""
    start = _paragraph(lines, first, end)
    if (whole := _below_line(lines, first, end)) < end:
        return whole
    if _is_by_scanner(lines[start:end]):
        return start
    if start < end and is_line(lines[start]) and any(_CONTACT.search(line[:400]) for line in lines[start + 1 : end]):
        return start
    for at in range(start + 1, end):
        if is_line(lines[at]) and _is_footer(lines[at + 1 : end]):
            return at
    for at in range(start, end):
        if DISCLAIMER.match(plain(lines[at])) and not any(_OWN.search(line) for line in lines[at:end]):
            above = _blank(lines, first, at)
            return above - 1 if above > first and is_line(lines[above - 1]) else at
    return end


def _is_by_scanner(lines: list[str]) -> bool:
    told = [line[:400] for line in lines]
    is_told = any(map(SCANNER.search, told)) and any(map(_CONTACT.search, told))
    return len(told) <= 4 and is_told and not any(map(_OWN.search, told))


def _below_line(lines: list[str], first: int, end: int) -> int:
    """From a drawn line on, where small print begins below it and nobody speaks of themselves."""
    for at in range(first, end):
        if is_line(lines[at]):
            below = next((line for line in lines[at + 1 : end] if line.strip()), "")
            if DISCLAIMER.match(plain(below)) and not any(_OWN.search(line[:400]) for line in lines[at:end]):
                return at
    return end


def _is_footer(lines: list[str]) -> bool:
    """Whether lines below a drawn one are the footer of a list: two ways to reach it, and nobody speaks of themselves."""
    return sum(bool(_CONTACT.search(line[:400])) for line in lines) >= 2 and not any(map(_OWN.search, lines))


def _paragraph(lines: list[str], first: int, end: int) -> int:
    start = end
    while start > first and lines[start - 1].strip():
        start -= 1
    return start


def _delimited(lines: list[str], first: int, end: int) -> int:
    """From a "-- " line on; from a longer rule on only when what follows is a name or a card."""
    for at in range(first, end):
        line = lines[at]
        if line[:1].isalnum():
            continue
        if _DELIMITER.match(line[:20]) and _is_below(line, lines[at + 1 : end]):
            return at
        heads = at > 0 and lines[at - 1].rstrip()[-1:].isalnum()
        if (line.strip() == "---" or is_line(line)) and not heads and _is_card(lines[at + 1 : end]):
            return at
    return end


def _is_below(delimiter: str, lines: list[str]) -> bool:
    """Whether what stands below a "-- " is a signature. Below a "--" that a person typed, whole sentences are theirs."""
    if delimiter[:3] == "-- ":
        return _short(lines, 20)
    said = [plain(line) for line in lines if line.strip()]
    return _short(lines, 12) and (not said or _opens_card(said[0])) and not any(map(is_prose, said))


def _opens_card(line: str) -> bool:
    """Whether a line may be the first of a signature: a name, an office, a way to reach somebody, what a program wrote."""
    if any(rule.match(line) for rule in (_DELIMITER, SIGN_OFF, DISCLAIMER)) or COMPANY.search(line):
        return True
    is_title = len(line.split()) <= 7 and line[:1].isupper() and not _SENTENCE.search(line) and line[-1] not in "?!:;"
    return is_title or _is_row(line) or is_line(line) or _is_name(line) or _is_contact(line) or _by_phone(line)


def is_prose(line: str) -> bool:
    """Whether somebody speaks of themselves in a whole sentence."""
    long = len(line.split()) >= _PROSE or bool(_SENTENCE.search(line))
    return long and len(line.split()) > 3 and bool(_OWN.search(line)) and not _CONTACT.search(line)


def _short(lines: list[str], most: int) -> bool:
    said = [line for line in lines if line.strip()]
    return len(said) <= most and sum(map(len, said)) <= 1200


def _is_card(lines: list[str]) -> bool:
    """A name alone, or short lines with a way to reach somebody in two of them."""
    said = [plain(line) for line in lines if line.strip()]
    if not said or any(len(line) > 80 for line in said):
        return False
    if len(said) <= 2:
        return _is_name(said[0]) and all(_is_name(line) or _is_contact(line) for line in said)
    return sum(bool(_CONTACT.search(line)) for line in said) >= 2


def _signed_off(lines: list[str], first: int, end: int) -> int:
    """A line that takes leave, with names, titles and numbers below it to the end."""
    below: list[str] = []
    for at in range(end - 1, first - 1, -1):
        line = plain(lines[at])
        if not line:
            continue
        if len(line) <= 60 and SIGN_OFF.match(line):
            return at if _takes_leave(line, below) and not _only_greets(lines[first:at], below) else end
        below.append(line)
        if len(below) > 8 or not (_under_sign_off(line) or _is_in_card(line, below)):
            return _late_name(lines, first, end) if len(below) == 2 else end
    return end


def _takes_leave(line: str, below: list[str]) -> bool:
    """Whether a line like "Thank you" ends a mail: by the name below it, or by words that nobody answers with."""
    if not below:
        return _formal(line)
    is_title = _formal(line) and _is_title(below[-1]) and not _SENTENCE.search(below[-1])
    return is_title or _is_name(below[-1]) or _is_contact(below[-1]) or _is_row(below[-1])


def _only_greets(above: list[str], below: list[str]) -> bool:
    """Whether all that stands above is "Hi Jo", so that "Thank you" begins the answer that is below it.

    One name right below it is still a name.
    """
    said = [line.strip() for line in above if line.strip()]
    return (
        bool(said) and bool(below) and all(map(GREETING.match, said)) and not (len(below) == 1 and " " not in below[0])
    )


def _formal(line: str) -> bool:
    """Leave-taking that nobody types as an answer: all but thanks and single words like "best" and "love"."""
    told = line.lower().strip(" ,.;!-–—")
    return (" " in told or told in FAREWELLS) and not THANKS.match(told)


def _is_in_card(line: str, below: list[str]) -> bool:
    """Whether a short sentence, like "I work on Mondays", stands in a card with ways to reach somebody below it."""
    return len(line.split()) <= _PROSE and any(map(_is_contact, below[:-1]))


def _under_sign_off(line: str) -> bool:
    """Whether a line may stand under a leave-taking: a name, a title, an office, a way to reach somebody."""
    if _is_contact(line) or (len(line) <= 120 and COMPANY.search(line)):
        return True
    if _NUMBERED.match(line) or _SENTENCE.search(line) or line[-1] in "?!:;":
        return False
    return _is_row(line) or (len(line) <= 60 and (_is_name(line) or _is_title(line)))


def _is_row(line: str) -> bool:
    """Whether a line is a whole card: a name, a title and a number with strokes or dots between them."""
    parts = _STROKES.split(line)
    return len(parts) > 1 and len(line) <= 120 and all(_is_contact(part) or _is_title(part) for part in parts)


def _is_title(line: str) -> bool:
    count = len(line.split())
    return count <= 7 and not (line[:1].islower() and count > 3)


def _late_name(lines: list[str], first: int, end: int) -> int:
    """A name alone at the end when leave was taken two lines above it: only the name is a signature."""
    name, said = plain(lines[end - 1]), [at for at in range(end - 1, max(first, end - 6) - 1, -1) if lines[at].strip()]
    if len(said) < 3 or " " in name or not name[:1].isupper() or not _is_name(name):
        return end
    return end - 1 if SIGN_OFF.match(plain(lines[said[2]])[:60]) else end


def _dash_name(lines: list[str], first: int, end: int) -> int:
    """A last line like "-Ada", when it is no list and no answer."""
    at = end - 1
    if at <= first or not _DASH_NAME.match(lines[at][:60]):
        return end
    name = lines[at].strip(" \t-–—~")
    above = next((line.strip() for line in reversed(lines[first:at]) if line.strip()), "")
    listed = (
        above[:1] in ("-", "–", "—", "~", "*", "•") or bool(re.match(r"\d+[.)]", above)) or above[-1:] in ("", "?", ":")
    )
    apart = not lines[at].strip()[1:2].isspace()
    if listed or not _is_name(name.rstrip(".") if apart else name):
        return end
    if apart:
        return at
    ended = above[-1] in ".!)…" and not lines[at - 1].strip()
    return at if ended and (name[:1].isupper() or GREETING.match(above)) else end


def _card(lines: list[str], first: int, end: int) -> int:
    """The last paragraph when it is a name with ways to reach them below it."""
    start = _paragraph(lines, first, end)
    said = [plain(line) for line in lines[start:end]]
    above = next((line.strip() for line in reversed(lines[first:start]) if line.strip()), "")
    if len(said) < 2 or not _is_name(said[0]) or any(len(line) > 80 for line in said) or _points_on(above):
        return end
    ways = sum(map(_is_contact, said[1:]))
    return start if ways >= 2 or (ways and " " in said[0] and _is_contact(said[-1])) else end


def _points_on(above: str) -> bool:
    """Whether what stands below belongs to these words, as in "Please ring" or "Two good groups:"."""
    return above[-1:] in ("", ":", "?", ",") or (len(above.split()) < 4 and above[-1] not in ".!)…")


_LIGHT: Final = (_blank, _phone, _delimited)
_ALL: Final = (_blank, _phone, _small_print, _delimited, _signed_off, _dash_name, _card)
_BY_PROGRAM: Final = frozenset((_blank, _phone, _small_print, _delimited))
