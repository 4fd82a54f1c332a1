"""Where the signature begins under a person's words: found with care, words are left when it is not sure."""

import re
from collections.abc import Callable
from typing import Final

from mail.phrases.client_phrases import (
    COMPANY,
    DISCLAIMER,
    FAREWELLS,
    GREETING,
    INITIALS,
    NOUNS,
    SCANNER,
    THANKS,
)
from mail.phrases.leave_takings import needs_name, takes_leave
from mail.phrases.line_kinds import is_line, plain
from mail.replies.contact_card import (
    CONTACT,
    NAME,
    OWN,
    SENTENCE,
    bare,
    is_all,
    is_contact,
    is_name,
    is_prose,
    is_row,
    is_title,
    points_on,
)
from mail.replies.device_footers import by_phone
from mail.replies.postscripts import is_postscript, start_of
from mail.replies.sender_names import SHORT, is_own, may_hold, parts_of

_Rule = Callable[[list[str], int, int], int]
"""Gives where a signature begins in lines `first` to `end`; `end` when it finds none."""

_TAIL: Final = 40
"""Lines from the end that are looked at; no signature is longer."""
_DELIMITER = re.compile(r"^\s*\*?(?:--|––|—|-- -)\*?\s*$")
_DASH_NAME = re.compile(r"^\s*[-–—~]\s?[^\W\d_][\w.'’]*(?:\s[^\W\d_][\w.'’]*){0,2}\.?\s*$")
_BELOW: Final = 2
"""Lines of a signature with words of the person below it."""
_PHONE_LINE: Final = 5
"""Words of a phone's line right below one of the person's that has no end."""
_GOING_ON = re.compile(r"\b(?:is|are|was|to|by|with|the|an?|of|for|and|or|from|at|in|ask|ring|call|see|called|named)$")
"""The end of a sentence that goes on with a name."""
_LEAVE: Final = 40
"""Characters of a leave-taking that no table knows, as in "Yours in hope,"."""
_AND = re.compile(r"\s*(?:/|&|\+|\band\b)\s*")


def cut(lines: list[str], *, light: bool = False, whole: bool = False, name: str = "") -> int:
    """Give the index of the first line of the signature; `len(lines)` when there is none.

    `light`: only what cannot be anything else (a "-- " line, "Sent from my phone"), for words between quotes. `whole`: there are words elsewhere, so all of these may be one.
    `name` is the sender's, who may sign with a part of it.
    """
    end = len(lines)
    first = max(0, end - _TAIL)
    rules = _LIGHT if light else _ALL
    while True:
        end = _blank(lines, first, end)
        start = _step(rules, lines, first, end, whole=whole)
        if start == end and name and not light:
            start = _named(lines[:end], name, is_cut=any(map(str.strip, lines[end:])))
        if start == end:
            return end
        end = start


def _step(rules: tuple[_Rule, ...], lines: list[str], first: int, end: int, *, whole: bool) -> int:
    """The first rule that finds something, as long as it leaves words above or takes only what programs wrote."""
    for rule in rules:
        start = rule(lines, first, end)
        if start < end and (whole or rule in _BY_PROGRAM or any(map(str.strip, lines[:start]))):
            return start
    return end


def spoken(lines: list[str]) -> list[int]:
    """Give the lines below a signature that are the person's again: from a "PS" on, or from a sentence that only they say."""
    if len(lines) < _BELOW:
        return []
    start = next((at for at in range(1, len(lines)) if is_postscript(lines, at)), len(lines))
    start = start if start < len(lines) else start_of(lines)
    return list(range(start, cut(lines[start:], light=True) + start))


def between(lines: list[str], name: str) -> range:
    """Give the lines of a signature with the sender's own name that has the person's words above and below it."""
    below = len(lines)
    if name and any(may_hold(line, parts_of(name)) for line in lines[-_TAIL:-1]):
        below = start_of(lines)
    start = _named(lines[:below], name, is_cut=True) if below < len(lines) else below
    return range(start, below)


def _named(lines: list[str], name: str, *, is_cut: bool) -> int:
    """Give the index of a line that is the sender's own name, with nothing but a card below it; else `len(lines)`.

    There are words above it, and a leave-taking goes with it. `is_cut`: a signature below it was found already.
    """
    own = parts_of(name)
    said = [at for at in range(max(0, len(lines) - _TAIL), len(lines)) if lines[at].strip()]
    start = len(lines)
    for place in range(len(said) - 1, 0, -1):
        at = said[place]
        if not may_hold(lines[at], own):
            continue
        told = re.findall(r"\w{2,}", bare(plain(lines[at])).casefold())
        if is_own(told, own, plain(lines[at])) and _signs(lines, at, told):
            start = min(start, _above_name(lines, said[place - 1], at, is_sure=is_cut or place < len(said) - 1))
            if not is_contact(plain(lines[at])):
                break
    return start


def _signs(lines: list[str], at: int, name: list[str]) -> bool:
    """Whether all below a name on line `at` is its card: in a paragraph of its own, or below a whole name, or to reach it."""
    below = _said(lines[at + 1 :])
    if not below:
        return True
    apart = not lines[at + 1].strip() or len(name) > 1 or any(map(is_contact, below))
    return apart and is_all(" ".join(name), below)


def _above_name(lines: list[str], before: int, at: int, *, is_sure: bool) -> int:
    """Where a signature begins that has the sender's name on line `at`; `before` is the last line above with words.

    A leave-taking and a drawn line belong to it. A line that goes on with the name, or asks for it, makes it no signature.
    """
    above = plain(lines[before])
    closes = before > 0 and not lines[before - 1].strip() and at == before + 1
    if before and (_leave(above) is not None or _is_drawn(above) or (above[-1] == "," and len(above) <= _LEAVE)):
        return before
    if is_sure:
        return before if closes and len(above.split()) <= 2 and above[-1].isalpha() else at
    goes_on = (
        _GOING_ON.search(above) or above[-1] in ":?" or is_name(above) or (before == at - 1 and above[-1].isalnum())
    )
    return len(lines) if goes_on else at


def _is_drawn(line: str) -> bool:
    return is_delimiter(line) or line == "---" or is_line(line)


def is_delimiter(line: str) -> bool:
    """Whether a line is the "-- " above a signature."""
    return bool(_DELIMITER.match(line[:20]))


def _blank(lines: list[str], first: int, end: int) -> int:
    while end > first and not lines[end - 1].strip():
        end -= 1
    return end


def _phone(lines: list[str], first: int, end: int) -> int:
    if end <= first or not by_phone(lines[end - 1]):
        return end
    words = len(lines[end - 1].split())
    if end - 1 > first and _goes_on(lines[end - 2]) and (words > _PHONE_LINE or lines[end - 1][:4] == "via "):
        return end
    named = plain(lines[end - 1]).lower().startswith("via ") and end - 2 > first and NAME.match(plain(lines[end - 2]))
    return end - 2 if named else end - 1


def _goes_on(line: str) -> bool:
    """Whether a sentence goes on from this line to the next: it is no name, and ends without a mark."""
    return line[-1:].isalpha() and any(word[0].islower() for word in line.split())


def _small_print(lines: list[str], first: int, end: int) -> int:
    """Disclaimers, the footers of mailing lists and of virus scanners, unless the line above leads to them with a colon."""
    start = _paragraph(lines, first, end)
    is_told = any(line.rstrip()[-1:] == ":" for line in lines[first:start][-2:])
    return end if is_told else _print(lines, first, start, end)


def _print(lines: list[str], first: int, start: int, end: int) -> int:
    """Small print in the last paragraph, from line `start` on, or below a drawn line."""
    if (whole := _below_line(lines, first, end)) < end:
        return whole
    if _is_by_scanner(lines[start:end]):
        return start
    if start < end and is_line(lines[start]) and any(CONTACT.search(line[:400]) for line in lines[start + 1 : end]):
        return start
    for at in range(start + 1, end):
        if is_line(lines[at]) and _is_footer(lines[at + 1 : end]):
            return at
    for at in range(start, end):
        if DISCLAIMER.match(plain(lines[at])) and not any(OWN.search(line) for line in lines[at:end]):
            above = _blank(lines, first, at)
            return above - 1 if above > first and is_line(lines[above - 1]) else at
    return end


def _is_by_scanner(lines: list[str]) -> bool:
    told = [line[:400] for line in lines]
    is_told = any(map(SCANNER.search, told)) and any(map(CONTACT.search, told))
    return len(told) <= 4 and is_told and not any(map(OWN.search, told))


def _below_line(lines: list[str], first: int, end: int) -> int:
    """From a drawn line on, where small print begins below it and nobody speaks of themselves."""
    for at in range(first, end):
        if is_line(lines[at]):
            below = next((line for line in lines[at + 1 : end] if line.strip()), "")
            if DISCLAIMER.match(plain(below)) and not any(OWN.search(line[:400]) for line in lines[at:end]):
                return at
    return end


def _is_footer(lines: list[str]) -> bool:
    """Whether lines below a drawn one are the footer of a list: two ways to reach it, and nobody speaks of themselves."""
    return sum(bool(CONTACT.search(line[:400])) for line in lines) >= 2 and not any(map(OWN.search, lines))


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
    if _DELIMITER.match(line) or takes_leave(line) or DISCLAIMER.match(line) or COMPANY.search(line):
        return True
    is_title = (
        len(line.split()) <= 7
        and line[:1].isupper()
        and not SENTENCE.search(line)
        and line[:2] != "I "
        and line[-1] not in "?!:;"
    )
    return is_title or is_row(line) or is_line(line) or is_name(line) or is_contact(line) or by_phone(line)


def _short(lines: list[str], most: int) -> bool:
    said = [line for line in lines if line.strip()]
    return len(said) <= most and sum(map(len, said)) <= 1200


def _is_card(lines: list[str]) -> bool:
    """A name alone, or short lines with a way to reach somebody in two of them."""
    said = [plain(line) for line in lines if line.strip()]
    if not said or any(len(line) > 80 for line in said):
        return False
    if len(said) <= 2:
        return is_name(said[0]) and all(is_name(line) or is_contact(line) for line in said)
    if is_name(said[0]) and is_contact(said[-1]):
        return True
    return sum(bool(CONTACT.search(line)) for line in said) >= 2


def _signed_off(lines: list[str], first: int, end: int) -> int:
    """A line that takes leave, with a name and its card below it, to the end or to a "PS"."""
    for at in range(end - 1, first - 1, -1):
        line = lines[at]
        leave = _leave(plain(line)) if len(line) <= SHORT and line.strip() else None
        if leave is not None and _closes(plain(line), lines[first:at], [*leave, *_said(lines[at + 1 : end])]):
            return at
    return _late_name(lines, first, end)


def _said(lines: list[str]) -> list[str]:
    return [plain(line) for line in lines if line.strip()]


def _closes(line: str, above: list[str], below: list[str]) -> bool:
    """Whether a line that takes leave ends the mail, with what stands above and below it."""
    is_card = is_all(below[0] if below else "x", below[1:])
    return is_card and _takes_leave(line, below) and not _answers(line, above, below)


def _leave(line: str) -> list[str] | None:
    """Read a line that takes leave: the name that stands on it, if there is one; None for any other line.

    "Regards", "Kind regards / Cofion", "Regards, Ada", "LG Ada", "Thank you for asking,".
    """
    if len(line) > 60:
        return None
    if takes_leave(line) or (THANKS.match(line) and line[-1] == ","):
        return []
    if (found := INITIALS.match(line)) and is_name(line[found.end() :]):
        return [line[found.end() :]]
    leave, comma, name = line.partition(",")
    if comma and takes_leave(leave) and is_name(name.strip()):
        return [name.strip()]
    parts = _AND.split(line) if any(mark in line for mark in ("/", "&", "+", " and ")) else ()
    return [] if len(parts) > 1 and all(map(takes_leave, parts)) else None


def _takes_leave(line: str, below: list[str]) -> bool:
    """Whether a line like "Thank you" ends a mail: by the name below it, or by words that nobody answers with."""
    if not below:
        return _formal(line)
    first = below[0]
    if takes_leave(first):
        return False
    as_title = _formal(line) and is_title(first) and not SENTENCE.search(first)
    return as_title or is_name(first) or is_contact(first) or is_row(first)


def _answers(line: str, above: list[str], below: list[str]) -> bool:
    """Whether "Thank you" or "Best" begins the answer that is below it: under no more than "Hi Jo", or where words lead to it.

    One name right below thanks is still a name.
    """
    said = [one.strip() for one in above if one.strip()]
    if not said or not below:
        return False
    only_greets = all(map(GREETING.match, said)) and not (len(below) == 1 and " " not in below[0])
    return only_greets or (line.lower().strip(" .") in NOUNS and points_on(said[-1]))


def _formal(line: str) -> bool:
    """Leave-taking that nobody types as an answer: all but thanks and single words like "best" and "love"."""
    told = line.lower().strip(" ,.;!-–—")
    return (" " in told or told in FAREWELLS) and not THANKS.match(told) and not needs_name(told)


def _late_name(lines: list[str], first: int, end: int) -> int:
    """A name alone at the end when leave was taken two lines above it: only the name is a signature."""
    name, said = plain(lines[end - 1]), [at for at in range(end - 1, max(first, end - 6) - 1, -1) if lines[at].strip()]
    if len(said) < 3 or " " in name or not name[:1].isupper() or not is_name(name):
        return end
    leave = plain(lines[said[2]])[:60]
    return end - 1 if takes_leave(leave) and leave.lower() not in NOUNS else end


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
    if listed or not is_name(name.rstrip(".") if apart else name):
        return end
    if apart:
        before = next((one for one in range(at - 1, first, -1) if lines[one].strip()), at)
        return before if _leave(plain(lines[before])) == [] else at
    ended = above[-1] in ".!)…" and not lines[at - 1].strip()
    return at if ended and (name[:1].isupper() or GREETING.match(above)) else end


def _card(lines: list[str], first: int, end: int) -> int:
    """The last paragraph when it is a name with ways to reach them below it."""
    start = _paragraph(lines, first, end)
    said = [plain(line) for line in lines[start:end]]
    above = next((line.strip() for line in reversed(lines[first:start]) if line.strip()), "")
    if len(said) < 2 or not is_name(said[0]) or any(len(line) > 80 for line in said) or points_on(above):
        return end
    ways = sum(map(is_contact, said[1:]))
    return start if ways >= 2 or (ways and " " in said[0] and is_contact(said[-1])) else end


_LIGHT: Final = (_phone, _delimited)
_ALL: Final = (_phone, _small_print, _delimited, _signed_off, _dash_name, _card)
_BY_PROGRAM: Final = frozenset((_phone, _small_print, _delimited))
