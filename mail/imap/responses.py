"""What an IMAP server answered, read into plain values. Literals arrive as bytearray between the pieces of a line."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from itertools import takewhile

from mail.imap.folder_names import decoded, unquoted

Pieces = Sequence[bytes | bytearray]

_FETCH = re.compile(rb"\d+ FETCH \(", re.IGNORECASE)
_UID = re.compile(rb"[( ]UID (\d+)", re.IGNORECASE)
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)", re.IGNORECASE)
_DATE = re.compile(rb'INTERNALDATE "([^"]*)"', re.IGNORECASE)
_BODY = re.compile(rb'BODY\[[^\]]*\](?:<\d+>)? (?:~?\{\d+\}|"((?:[^"\\]|\\.)*)")', re.IGNORECASE | re.DOTALL)
_LIST = re.compile(r'LIST \(([^)]*)\) (NIL|"(?:[^"\\]|\\.)*") (.+)$', re.IGNORECASE | re.DOTALL)
_WHEN = re.compile(r"\s*(\d{1,2})-(\w{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Folder:
    r"""A folder: its name as people read it, its separator, and its roles (`\junk`), in small letters."""

    name: str
    separator: str
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True)
class MessageSummary:
    """A message that is there: its number, its size in bytes, and when it came to the server, if that can be read."""

    uid: int
    size: int
    internal_at: datetime | None


@dataclass
class _Record:
    text: bytes
    literals: list[bytes] = field(default_factory=list)


def listed(pieces: Pieces) -> dict[int, MessageSummary]:
    """Return sizes and dates by UID. Answers without a size, as another program's flags bring them, are left out."""
    found = {}
    for record in _records(pieces):
        uid, size = _number(_UID, record.text), _number(_SIZE, record.text)
        if uid is not None and size is not None:
            date = _DATE.search(record.text)
            found[uid] = MessageSummary(uid, size, internal_date(date[1].decode("ascii", "replace")) if date else None)
    return found


def bodies(pieces: Pieces) -> dict[int, bytes]:
    """Return what was fetched by UID, to the byte. A body that the server has not (NIL) is left out."""
    found = {}
    for record in _records(pieces):
        uid, body = _number(_UID, record.text), _BODY.search(record.text)
        if uid is None or body is None:
            continue
        found[uid] = (
            record.literals[0] if record.literals else re.sub(rb"\\(.)", rb"\1", body[1] or b"", flags=re.DOTALL)
        )
    return found


def folders(pieces: Pieces) -> tuple[Folder, ...]:
    """Return the folders of a LIST, those that cannot be opened left out."""
    found = [_folder(text) for text in _list_lines(pieces)]
    return tuple(one for one in found if one is not None and not one.roles & {"\\noselect", "\\nonexistent"})


def search_numbers(pieces: Pieces) -> set[int]:
    """Return the numbers of all SEARCH lines; what is no number (a MODSEQ in brackets) ends a line."""
    lines = [bytes(piece).split() for piece in pieces]
    found = [takewhile(bytes.isdigit, words[1:]) for words in lines if words[:1] and words[0].upper() == b"SEARCH"]
    return {int(word) for words in found for word in words}


def number_in(pieces: Pieces, name: str) -> int | None:
    """Return the number of a response code such as `OK [UIDVALIDITY 7]`."""
    return _number(re.compile(rf"\[{name} (\d+)".encode(), re.IGNORECASE), b"\n".join(bytes(one) for one in pieces))


def internal_date(text: str) -> datetime | None:
    """Return an INTERNALDATE in UTC, or None where it is no date."""
    found = _WHEN.match(text)
    if found is None or found[2].lower() not in _MONTHS:
        return None
    day, year, hour, minute, second = (int(found[group]) for group in (1, 3, 4, 5, 6))
    away = timedelta(hours=int(found[8]), minutes=int(found[9]))
    try:
        zone = timezone(-away if found[7] == "-" else away)
        month = _MONTHS.index(found[2].lower()) + 1
        return datetime(year, month, day, hour, minute, second, tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _records(pieces: Pieces) -> Iterator[_Record]:
    """Put the pieces of each FETCH answer together; what follows a literal belongs to the same answer."""
    record: _Record | None = None
    is_open = False
    for piece in pieces:
        if isinstance(piece, bytearray):
            if record is not None:
                record.literals.append(bytes(piece))
            is_open = True
            continue
        if is_open and record is not None:
            record.text += piece
        elif _FETCH.match(piece):
            if record is not None:
                yield record
            record = _Record(piece)
        is_open = False
    if record is not None:
        yield record


def _list_lines(pieces: Pieces) -> Iterator[str]:
    """Return each LIST line, with a name that came as a literal put in its place."""
    for piece, after in zip(pieces, [*pieces[1:], b""], strict=True):
        if isinstance(piece, bytearray):
            continue
        text = piece.decode("utf-8", "replace")
        if isinstance(after, bytearray):
            text = re.sub(r"\{\d+\}$", "", text) + after.decode("utf-8", "replace")
        yield text


def _folder(line: str) -> Folder | None:
    found = _LIST.match(line)
    if found is None:
        return None
    separator = "" if found[2].upper() == "NIL" else unquoted(found[2])
    return Folder(decoded(unquoted(found[3])), separator, frozenset(found[1].lower().split()))


def _number(pattern: re.Pattern[bytes], text: bytes) -> int | None:
    found = pattern.search(text)
    return int(found[1]) if found else None
