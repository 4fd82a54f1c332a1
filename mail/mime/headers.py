"""The lines above a mail: names and values, encoded words, parameters, addresses, dates. Nothing here ever raises."""

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import islice
from types import MappingProxyType
from urllib.parse import unquote_to_bytes

from mail.mime.charset import decode

Headers = Mapping[str, tuple[str, ...]]
"""Every value of a header in its order, under its name in small letters, still with its encoded words."""

MOST_HEADERS = 1_000
"""A guess, several times what any mail of ours had. A mail of nothing but headers must not fill the memory with
them."""
MOST_ADDRESSES = 100
"""Nobody writes to us and a hundred others. 20,000 recipients held the standard library's reader for 3.9 s."""
_LONGEST_BLOCK = 256 * 1024
"""Bytes. Postfix takes 100 KiB of headers (`header_size_limit`); other servers take more."""
_LONGEST_VALUE = 16 * 1024
"""Bytes. A guess: long ones are lists of recipients or seals of servers, and what we look for stands near their
beginning."""

_NAME = re.compile(r"[!-9;-~]{1,100}[ \t]*:")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bqBQ])\?([^?\r\n]{0,4000})\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)[ \t]+(?==\?[^?\s]{1,60}\?[bqBQ]\?)")
_PARAMETER = re.compile(r';\s*([^\s=;"]{1,60})\s*=\s*("(?:[^"\\]|\\.){0,1000}+"|[^;]{0,1000}+)', re.DOTALL)
_PIECE = re.compile(r"(.+?)\*(\d{1,3})?(\*)?$")
_ESCAPED = re.compile(r"\\(.)")
_EDGE = r"\s<>,;:\"()\[\]"
_ADDRESS = re.compile(rf"(?<![^{_EDGE}])[^{_EDGE}@]{{1,200}}+@[^{_EDGE}@]{{1,253}}+")
_MESSAGE_ID = re.compile(r"<([^<>\s]{1,995})>")
_MACHINE_NAMES = frozenset(
    [
        "received",
        "message-id",
        "mime-version",
        "return-path",
        "delivered-to",
        "content-type",
        "dkim-signature",
        "x-mailer",
        "in-reply-to",
        "authentication-results",
        "references",
        "content-transfer-encoding",
        "auto-submitted",
        "reply-to",
    ]
)


@dataclass(frozen=True)
class Address:
    """A person's name as it is read, and the address as it is written."""

    name: str
    address: str


def split_head(data: bytes) -> tuple[Headers, bytes]:
    """Return the headers at the start of `data` (line ends are LF) and what follows the empty line after them.

    A line that is no header ends them. At most MOST_HEADERS are kept, each cut at 16 KB.
    """
    end = 0 if data.startswith(b"\n") else data.find(b"\n\n")
    block = data[:end] if end >= 0 else data
    if len(block) > _LONGEST_BLOCK:
        block = block[: block.rfind(b"\n", 0, _LONGEST_BLOCK) + 1] or block[:_LONGEST_BLOCK]
    lines, stopped = _lines(_text(block))
    rest = data[end + 2 if end else 1 :] if end >= 0 else b""
    if stopped:
        rest = b"\n".join([*(line.encode("utf-8") for line in stopped), b"", rest])
    return _headers(lines), rest


def is_head(headers: Headers, data: bytes) -> bool:
    """Tell whether these are the headers of a mail, not the first lines of a bare text that look like some.

    A text may begin with the block that a mail program puts above a quoted mail: From, Sent, To, Subject. That one is
    written for people: it has no header that only machines write.
    """
    if any(name in _MACHINE_NAMES for name in headers):
        return True
    written = {"from", "to", "subject"} & headers.keys()
    is_dated = date(first(headers, "date")) is not None
    return "sent" not in headers and data.lstrip()[:5].lower() != b"from " and len(written) >= (1 if is_dated else 2)


def first(headers: Headers, name: str) -> str:
    """Return the first value of a header, or ""."""
    return headers.get(name, ("",))[0]


def words(value: str) -> str:
    """Return a value with its encoded words (RFC 2047) decoded. Neighbours in one charset are joined before that."""
    if "=?" not in value:
        return value
    joined = _BETWEEN_WORDS.sub(r"\1", value)
    parts: list[str] = []
    charset, held, at = "", b"", 0
    for found in _WORD.finditer(joined):
        label = found[1].partition("*")[0]
        if held and (found.start() > at or label != charset):
            parts.append(decode(held, charset)[0])
            held = b""
        parts.append(joined[at : found.start()])
        charset, held, at = label, held + _unword(found[2], found[3]), found.end()
    return "".join([*parts, decode(held, charset)[0] if held else "", joined[at:]])


def parameters(value: str) -> tuple[str, Mapping[str, str]]:
    """Return what stands before the first semicolon in small letters, and the parameters (RFC 2231 joined, decoded)."""
    main, semicolon, _ = value.partition(";")
    found: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for match in _PARAMETER.finditer(value, len(main)) if semicolon else ():
        name, text = match[1].lower(), _unquoted(match[2].strip())
        piece = _PIECE.match(name) if "*" in name else None
        if piece:
            pieces.setdefault(piece[1], []).append((int(piece[2] or 0), bool(piece[3]) or not piece[2], text))
        else:
            found.setdefault(name, words(text))
    found.update({name: _joined(of_one) for name, of_one in pieces.items()})
    return "".join(main.split()).lower(), MappingProxyType(found)


def addresses(value: str) -> tuple[Address, ...]:
    """Return the addresses of a header in their order, at most MOST_ADDRESSES. A name that looks like one is a name."""
    if "@" not in value or "@" in "".join(found[3] for found in _WORD.finditer(value)):
        value = words(value)
    found: list[Address] = []
    begins = 0
    for match, following in _with_next(value):
        between = value[match.end() : following.start()] if following else ""
        if "<" in between and not set(between) & set(",;>"):
            continue
        name = " ".join(words(value[begins : match.start()].strip(" \t,;<\"'")).split())
        found.append(Address("" if "=?" in name else name, match[0].strip("'.")))
        begins = match.end() + (1 if value[match.end() : match.end() + 1] in {">", ","} else 0)
    return tuple(found[:MOST_ADDRESSES])


def message_ids(value: str) -> tuple[str, ...]:
    """Return the message ids of a header without their brackets, the first 50 and the last 50 when there are more."""
    found = _MESSAGE_ID.findall(value) or [word for word in value.split() if "@" in word]
    kept = found if len(found) <= 100 else [*found[:50], *found[-50:]]
    return tuple(dict.fromkeys(kept))


def date(value: str) -> datetime | None:
    """Return the moment that a Date header names, in UTC, or None."""
    try:
        at = parsedate_to_datetime(value[:200])
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _text(block: bytes) -> str:
    return block.decode("ascii") if block.isascii() else decode(block)[0]


def _lines(text: str) -> tuple[list[str], list[str]]:
    """Return the header lines with folded ones joined, and the lines from the first one that is no header."""
    unfolded = text.replace("\n ", " ").replace("\n\t", "\t").split("\n")
    if all(map(_NAME.match, unfolded)):
        return unfolded, []
    lines: list[list[str]] = []
    written = text.split("\n")
    for number, line in enumerate(written):
        if line[:1] in {" ", "\t"} and lines:
            lines[-1].append(line)
        elif _NAME.match(line):
            lines.append([line])
        elif line.startswith(("From ", ">From ")) or not line:
            continue
        else:
            return ["".join(parts) for parts in lines], written[number:]
    return ["".join(parts) for parts in lines], []


def _headers(lines: list[str]) -> Headers:
    found: dict[str, list[str]] = {}
    for line in lines[:MOST_HEADERS]:
        name, _, value = line.partition(":")
        found.setdefault(name.strip().lower(), []).append(value[:_LONGEST_VALUE].strip().replace("\t", " "))
    return MappingProxyType({name: tuple(values) for name, values in found.items()})


def _unword(coding: str, text: str) -> bytes:
    data = text.encode("utf-8")
    if coding in "qQ":
        return binascii.a2b_qp(data, header=True)
    return unbase64(data)


def unbase64(data: bytes) -> bytes:
    """Return what base64 stands for, up to its padding, without an error for what is missing or does not belong."""
    kept = data.translate(None, b" \t\r\n")
    kept = kept.rstrip(b"=")
    try:
        return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4))
    except binascii.Error:
        return _only_base64(kept)


def _only_base64(data: bytes) -> bytes:
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    letters = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _unquoted(text: str) -> str:
    if len(text) < 2 or text[0] != '"':
        return text.strip("\"'") if text[:1] == '"' else text
    return _ESCAPED.sub(r"\1", text[1:-1]) if "\\" in text else text[1:-1]


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    ordered = sorted(pieces, key=lambda piece: piece[0])
    charset = ordered[0][2].split("'", 2)[0] if ordered[0][1] and ordered[0][2].count("'") >= 2 else ""
    data = b""
    for place, (_, is_encoded, text) in enumerate(ordered):
        bare = text.split("'", 2)[2] if place == 0 and is_encoded and text.count("'") >= 2 else text
        data += unquote_to_bytes(bare) if is_encoded else bare.encode("utf-8")
    return decode(data, charset)[0]


def _with_next(value: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    matches = list(islice(_ADDRESS.finditer(value), MOST_ADDRESSES + 1))
    return zip(matches, [*matches[1:], None], strict=False)
