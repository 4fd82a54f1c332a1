"""Where a quoted mail begins: the lines that programs put above it, told by their shape in any language.

Three shapes are known: an attribution ("On 3 May 2026 at 10:02, Ada <a@b> wrote:"), a block of header lines
("From: ... Sent: ... To: ..."), and a rule or sentence that says so ("-----Original Message-----").
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from mail.phrases.client_phrases import ABOVE, BEGIN, FORWARD, HEADS, LEAD, LINE_STEM, MESSAGE, OWN_FIELDS, WROTE
from mail.phrases.line_kinds import (
    ADDRESS,
    BLANK,
    CUT,
    DAY,
    INDENT,
    LONGEST,
    MARKED,
    QUOTE,
    RULE,
    TEXT,
    TIME,
    YEAR,
    field,
    is_line,
    plain,
    role_of,
)

_HEADER_LINES: Final = 8
"""Lines marked as quoted that may be one head: From, Sent, To, Cc, Subject and the like, one of them wrapped."""
_WINDOW: Final = 4
"""Lines over which an attribution may be wrapped."""

_DIGIT = re.compile(r"\d")
_SENTENCES = re.compile(r"\?\s|(?:[^\W\d_]{4}|:\d\d)[.!]\s+[A-ZÀ-Þ]")
"""Two sentences, or a question: what no program writes above a quote."""
_OPENS = re.compile(r"^[\W_]*(?:[^\s\d]+\s+){0,3}[^\s@]{0,3}\d(?!\S*@)")
_DASHED = re.compile(r"^\s*[-–—_*=~]{2,}[\s>]*(\S.{1,120}?)\s*[-–—_*=~]{2,}\s*:?\s*$")
_NOKIA = re.compile(r"^\s*-\s?(original \w{4,8})\s?-\s*$", re.IGNORECASE)
_GROUPWISE = re.compile(r"^>>>\s.{3,200}\d.{0,40}>>>\s*$")
_UNDATED = re.compile(r"^[^<>@:]{0,60}<[^<>@\s]{1,80}@[^<>@\s]{1,80}>,?(?:\s\S{1,20}){1,4}\s?[:：]$")
"""A name with its address and "wrote:", and no date, as some phones write it."""
_TELLS = re.compile(
    r"\b(?:he|she|they|I|we|someone|somebody|(?:my|the|our|a|his|her) \w+(?: \w+)?) (?:wrote|said|writes|says)\s?:$",
    re.IGNORECASE,
)
"""A story that somebody tells: no program writes "the nurse wrote"."""
_PAIR = re.compile(r"([^\W\d_][\w-]*)\s?:\s")


@dataclass(frozen=True)
class QuoteHeader:
    """The lines `start` to `end` (not included) that stand above a quoted mail.

    `rest`: all below is quoted. `forward`: the mail is handed on, not answered. `keep`: own words before the head
    on its first line. `sure`: it names an address or stands in a program's own box; otherwise somebody may have typed it.
    """

    start: int
    end: int
    rest: bool
    forward: bool = False
    keep: str = ""
    sure: bool = False


def find(lines: list[str], kinds: list[str]) -> list[QuoteHeader]:
    """Find heads from the top, ending with the first below which all is quoted. `kinds` are one letter a line."""
    found: list[QuoteHeader] = []
    at = 0
    while at < len(kinds):
        if kinds[at] != TEXT and kinds[at] != CUT:
            at += 1
            continue
        head = _at(lines, kinds, at, found[-1].end if found else 0)
        if head is None:
            at += 1
            continue
        found.append(head)
        if head.rest:
            break
        at = max(head.end, at + 1)
    return found


def marked_head(lines: list[str], kinds: list[str]) -> QuoteHeader | None:
    """A header that is marked as quoted while the mail below it is not: from there on all is quoted."""
    told = next((at for at, line in enumerate(lines) if line[:4] == ">>> " and _GROUPWISE.match(line[:LONGEST])), None)
    if told is not None:
        return replace(_head(kinds, told, told + 1), sure=True)
    last = len(kinds) - 1 - kinds[::-1].index(TEXT) if TEXT in kinds else 0
    marked = [at for at in range(last) if kinds[at] == QUOTE and (at == 0 or kinds[at - 1] != QUOTE)]
    for at in marked:
        end = next(one for one in range(at, last + 1) if kinds[one] != QUOTE)
        if 3 <= end - at <= _HEADER_LINES and _is_header([line.lstrip("> \t") for line in lines[at:end]]):
            return QuoteHeader(at, end, rest=True, sure=True)
    return None


def _is_header(lines: list[str]) -> bool:
    """Whether these lines are the header of a mail, or a marker and one, and nothing else."""
    told = [line for line in lines if line]
    block = _block(told, [TEXT] * len(told), 0) or _block(told, [TEXT] * len(told), 1, sure=True)
    return block is not None and block.end == len(told) and block.end - block.start >= 3


def forwarded(lines: list[str], at: int) -> QuoteHeader | None:
    """The head on line `at`, whatever stands around it, when it says that a message is handed on."""
    kinds = [TEXT if line.strip() else BLANK for line in lines[: at + 40]]
    head = _by_look(lines, kinds, at, lines[at].rstrip())
    return head if head and head.forward else None


def _at(lines: list[str], kinds: list[str], at: int, floor: int) -> QuoteHeader | None:
    if kinds[at] == CUT:
        return QuoteHeader(at, at, rest=True, sure=True)
    if _is_prose(lines[at]) and not _is_over_quote(kinds, at):
        return None
    line = lines[at].rstrip(" \t\r*_\xa0\u200e\u200f\u202a\u202b\u202c\u2069")
    return _by_look(lines, kinds, at, line) or _by_attribution(lines, kinds, at, floor, line)


def _is_prose(line: str) -> bool:
    """Whether a line has none of the marks of a head: a colon, a dash to begin with, a word of "above this line"."""
    return line[:1].isalnum() and ":" not in line and "：" not in line and not LINE_STEM.search(line)


def _is_over_quote(kinds: list[str], at: int) -> bool:
    below = _below(kinds, at + 1)
    return below < len(kinds) and kinds[below] in MARKED


def _by_look(lines: list[str], kinds: list[str], at: int, line: str) -> QuoteHeader | None:
    """Heads that one line gives away: a rule with words, a header line, a marker."""
    first = line.lstrip()[:1]
    if first in "-‐–—_=~#" and (head := _dashed(lines, kinds, at)):
        return head
    if (":" in line[:40] or "：" in line[:40]) and (head := _block(lines, kinds, at)):
        return head
    if len(line) < 160 and line[-1:] in ":：" and BEGIN.match(plain(line)):
        return replace(_with_block(lines, kinds, at, at + 1, forward=True), sure=True)
    if len(line) < 120 and LINE_STEM.search(line) and ABOVE.search(line):
        return QuoteHeader(at, at + 1, rest=True)
    return None


def _dashed(lines: list[str], kinds: list[str], at: int) -> QuoteHeader | None:
    """A rule with words in it; or a bare rule right above a header block."""
    line = plain(lines[at].replace("*", "-"))
    if is_line(line):
        below = _below(kinds, at + 1)
        return _moved(_block(lines, kinds, below), at) if below - at <= 3 else None
    match = _DASHED.match(line) or _NOKIA.match(line)
    if match is None:
        return None
    words = match[1]
    if MESSAGE.search(words) and len(words.split()) <= 6:
        head = _with_block(lines, kinds, at, at + 1, forward=bool(FORWARD.search(words)))
        return head if head.sure or not head.rest or len(words.split()) <= 3 else None
    if WROTE.search(words) or (ADDRESS.search(words) and TIME.search(words)):
        return _head(kinds, at, at + 1)
    block = _block(lines, kinds, _below(kinds, at + 1))
    return _moved(block, at) if block and block.start - at <= 2 else None


def _with_block(lines: list[str], kinds: list[str], start: int, end: int, *, forward: bool) -> QuoteHeader:
    """Take the header lines under a marker along with it."""
    below = _below(kinds, end)
    block = _block(lines, kinds, below, sure=True) if below - end <= 3 else None
    head = block or _head(kinds, start, end)
    return replace(head, start=start, forward=forward and block is not None)


def _moved(head: QuoteHeader | None, start: int) -> QuoteHeader | None:
    return replace(head, start=start) if head else None


def _head(kinds: list[str], start: int, end: int) -> QuoteHeader:
    below = _below(kinds, end)
    marked = below < len(kinds) and kinds[below] in MARKED
    return QuoteHeader(start, end, rest=not marked)


def _below(kinds: list[str], at: int) -> int:
    """The next line that is not blank."""
    while at < len(kinds) and kinds[at] in (BLANK, RULE):
        at += 1
    return at


def _block(lines: list[str], kinds: list[str], at: int, *, sure: bool = False) -> QuoteHeader | None:
    """Header lines of a quoted mail from line `at` on. `sure`: a marker above already says so."""
    if at >= len(kinds) or kinds[at] != TEXT or (first := field(lines[at])) is None:
        return None
    sure = sure or (at > 0 and kinds[at - 1] == RULE)
    if not sure and first[0] not in HEADS and _field_below(lines, kinds, at) is None:
        return None
    fields, end = _fields(lines, kinds, at)
    if not sure and _stands_apart(lines, kinds, at):
        return None
    roles = {HEADS[name] for name, _ in fields if name in HEADS}
    own = any(name in OWN_FIELDS for name, _ in fields)
    if own or not _says_header(fields, roles, sure=sure) or (roles and not _begins_header(first)):
        return None
    return replace(_head(kinds, at, end), sure=any(ADDRESS.search(value) for _, value in fields))


def _stands_apart(lines: list[str], kinds: list[str], at: int) -> bool:
    """Whether a line like "Date: moved twice." is typed: a blank line parts it from a header that has none in it."""
    places = [one for one in range(at + 1, min(at + 6, len(kinds))) if kinds[one] == TEXT and role_of(lines[one])]
    gap = kinds[at : places[0]] if places else []
    if RULE in gap or BLANK not in gap:
        return RULE in gap
    below = places[0] + 1
    return below < len(kinds) and kinds[below] == TEXT and bool(role_of(lines[below]))


def _begins_header(first: tuple[str, str]) -> bool:
    """Whether a line is the first of a header: by its name, or by what only machines write. A form is typed by people."""
    name, value = first
    return name in HEADS or bool(ADDRESS.search(value) or YEAR.search(value))


def _field_below(lines: list[str], kinds: list[str], at: int) -> tuple[str, str] | None:
    return field(lines[at + 1]) if at + 1 < len(kinds) and kinds[at + 1] == TEXT else None


def _fields(lines: list[str], kinds: list[str], at: int) -> tuple[list[tuple[str, str]], int]:
    """Read on while lines look like header lines, bridging wraps of one line and, before known names, blanks."""
    fields: list[tuple[str, str]] = []
    names: set[str] = set()
    end = at
    while at < len(kinds) and at - end <= 3 and len(fields) < 12:
        found = field(lines[at]) if kinds[at] == TEXT else None
        if found and found[0] in names:
            break
        if found and (found[0] in HEADS or found[0] in OWN_FIELDS or at == end):
            fields += [found, *_inner(found)]
            names.add(found[0])
            end = at + 1
        at += 1
    return fields, end


def _inner(outer: tuple[str, str]) -> list[tuple[str, str]]:
    """Further header names on the same line, as some HTML gives them."""
    if outer[0] not in HEADS:
        return []
    return [(name, "") for found in _PAIR.findall(outer[1]) if (name := found.lower()) in HEADS]


def _says_header(fields: list[tuple[str, str]], roles: set[str], *, sure: bool) -> bool:
    values = " | ".join(value for _, value in fields)
    address = bool(ADDRESS.search(values))
    dated = bool(YEAR.search(values) or DAY.search(values))
    if len(roles) >= 3 or sure:
        return len(roles) >= 2 or (sure and len(fields) >= 2 and (address or dated))
    if len(roles) == 2:
        return roles & {"from", "date"} != set() and (address or (dated and bool(TIME.search(values))))
    return len(fields) >= 3 and address and dated and bool(TIME.search(values))


def _by_attribution(lines: list[str], kinds: list[str], at: int, floor: int, line: str) -> QuoteHeader | None:
    below = _below(kinds, at + 1)
    marked = _is_over_quote(kinds, at)
    if not marked and line[-1:] not in ":：":
        return None
    start = _attribution(lines, kinds, at, floor, marked=marked)
    if start is None or (marked and kinds[below] == INDENT and not _is_told(lines[start : at + 1])):
        return None
    sure = bool(ADDRESS.search(" ".join(lines[start : at + 1])[: _WINDOW * LONGEST]))
    return QuoteHeader(start, at + 1, rest=not marked, keep=_words_before(lines, start, at), sure=sure)


def _is_told(lines: list[str]) -> bool:
    """Whether a program says who wrote, or when. "My worker said:" above words that a person set in is their own."""
    told = " ".join(map(plain, lines))
    return bool(ADDRESS.search(told)) or _is_dated(told)


def _attribution(lines: list[str], kinds: list[str], at: int, floor: int, *, marked: bool) -> int | None:
    """The line on which the attribution that ends on line `at` begins."""
    told = ""
    for start in _upwards(lines, kinds, at, floor):
        told = f"{plain(lines[start])} {told}" if told else plain(lines[start])
        if len(told) > LONGEST:
            return None
        if _attributes(told, marked=marked):
            return _stretched(lines, kinds, start, floor, told)
    return None


def _upwards(lines: list[str], kinds: list[str], at: int, floor: int) -> list[int]:
    """Lines from `at` up, at most four; over a blank one only to join an address that stands alone."""
    found = [at]
    above = at - 1
    while above >= floor and len(found) < _WINDOW:
        if kinds[above] != TEXT:
            if kinds[above] != BLANK or not lines[found[-1]].lstrip().startswith("<"):
                break
        else:
            found.append(above)
        above -= 1
    return found


def _attributes(told: str, *, marked: bool) -> bool:
    """Whether these words say who wrote what is quoted below. `marked`: what is below is marked as a quote."""
    told = told.rstrip(" -–—_")
    is_undated = bool(_UNDATED.match(told) and WROTE.search(told))
    if is_undated or (not marked and not _DIGIT.search(told)):
        return is_undated
    colon, who = told[-1:] in ":：", bool(ADDRESS.search(told))
    if not marked:
        if _TELLS.search(told) and not (YEAR.search(told) and TIME.search(told)):
            return False
        return colon and _is_dated(told) and _names_somebody(told, who=who) and not _SENTENCES.search(told)
    if colon:
        return who or _tells_when(told) or (len(told.split()) <= 6 and bool(WROTE.search(told)))
    if "@" in told and who and (("<" in told and YEAR.search(told)) or TIME.search(told)):
        return True
    return (
        told[-6:].rstrip(".").endswith(("wrote", "schrieb", "skrev")) and _is_dated(told) and bool(WROTE.search(told))
    )


def _is_dated(told: str) -> bool:
    return bool(YEAR.search(told) or DAY.search(told))


def _tells_when(told: str) -> bool:
    return _is_dated(told) and bool(TIME.search(told) or WROTE.search(told))


def _names_somebody(told: str, *, who: bool) -> bool:
    """Whether a dated line names its writer by an address, or by a verb after a date that it opens with."""
    if who:
        return bool(TIME.search(told) or WROTE.search(told))
    return bool(_OPENS.match(told) and YEAR.search(told) and TIME.search(told) and WROTE.search(told))


def _stretched(lines: list[str], kinds: list[str], start: int, floor: int, told: str) -> int:
    """Reach up to the line with the date when the words so far do not begin with one."""
    if (
        told.count(">") > told.count("<")
        and start > floor
        and kinds[start - 1] == TEXT
        and lines[start - 1].rstrip().endswith("<")
    ):
        return start - 1
    if _OPENS.match(told) and ADDRESS.search(told):
        return start
    first = start
    for above in _upwards(lines, kinds, start, floor)[1:]:
        line = plain(lines[above])
        if (line[-1:] in ".!?:" and not line[-2:-1].isdigit()) or len(line) > 120:
            break
        dated = YEAR.search(line) or TIME.search(line)
        if (_OPENS.match(line) and dated) or (ADDRESS.search(line) and (dated or WROTE.search(line))):
            first = above
    return first


def _words_before(lines: list[str], start: int, at: int) -> str:
    """Own words on the first line of an attribution, before its "On 3 May ...": none as a rule."""
    line = plain(lines[start])
    rest = " ".join(plain(one) for one in lines[start : at + 1])
    for match in LEAD.finditer(line):
        before, after = line[: match.start()], rest[match.start() :]
        if match.start() and not ADDRESS.search(before) and not WROTE.search(before) and not YEAR.search(before):
            return before.rstrip(" -–—_") if _attributes(after, marked=True) else ""
    return ""
