"""The parts of a mail and the bytes in them. Our own reader: the standard library's takes seconds for one hostile megabyte.

Linear time: each boundary is searched once in its own slice, at most MOST_PARTS parts, MOST_LINES boundary lines and
MOST_DEPTH levels are read, and nothing is ever written out again. Whatever is broken is read as text; nothing raises.
"""

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mail.mime.headers import Headers, first, parameters, split_head, unbase64, words

MOST_PARTS = 300
"""A guess, far above any mail that a person sends. The standard library took 8.7 s for a megabyte of 100,000 parts."""
MOST_LINES = 10_000
"""Lines that look like a boundary, the false ones included. A guess: thirty for each part that is read."""
MOST_DEPTH = 20
"""Multiparts within each other. A guess: programs nest three or four, and a list or a gateway adds one. Postfix stops
at 100; the standard library ran out of stack at 1,500."""

_LOOKS_LIKE_BOUNDARY = re.compile(rb"(?:^|\n)--([^\s-][^\n]{0,70})\n(?=[Cc]ontent-)")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\s]")
_FOLLOWS_PADDING = re.compile(rb"=[=\s]*+(?=[^=\s])")
_PADDED_BREAK = re.compile(rb"=[ \t]++\n")
_QUOTED_LETTER = re.compile(rb"=[0-9A-F]{2}")
_SHORT_TYPES = {"text": "text/plain", "": "text/plain", "html": "text/html", "plain": "text/plain"}


@dataclass(frozen=True)
class MimePart:
    """One part: a leaf with its encoded body, or a multipart with its children."""

    type: str
    parameters: Mapping[str, str]
    headers: Headers
    body: bytes
    parts: tuple["MimePart", ...] = ()

    @property
    def disposition(self) -> str:
        """`attachment`, `inline` or ""."""
        return first(self.headers, "content-disposition").partition(";")[0].strip().lower()

    @property
    def name(self) -> str:
        """The file name that the sender gave, without folders, or ""."""
        given = parameters(first(self.headers, "content-disposition"))[1].get("filename", "")
        name = given or self.parameters.get("name", "")
        return " ".join(re.split(r"[/\\]", name)[-1].split())[:200]

    @property
    def encoding(self) -> str:
        """The transfer encoding in small letters, or ""."""
        return first(self.headers, "content-transfer-encoding").partition(";")[0].strip(" \t\"'").lower()

    @property
    def size(self) -> int:
        """About how many bytes the content has, without decoding it."""
        return len(self.body) * 3 // 4 if self.encoding == "base64" else len(self.body)


@dataclass
class MimeParse:
    """What is left of the limits while one mail is read, and what was wrong with it."""

    parts: int = MOST_PARTS
    lines: int = MOST_LINES
    problems: list[str] = field(default_factory=list)

    def complain(self, code: str) -> None:
        """Note a problem once."""
        if code not in self.problems:
            self.problems.append(code)


def parse(headers: Headers, body: bytes, reading: MimeParse, depth: int = 0, fallback: str = "text/plain") -> MimePart:
    """Return the tree of parts under these headers. Line ends are LF. Problems are noted in `reading`."""
    main, given = parameters(first(headers, "content-type"))
    kind = main if "/" in main and not main.startswith("/") else _SHORT_TYPES.get(main, "text/plain")
    kind = fallback if not main else kind
    if not kind.startswith("multipart/"):
        return MimePart(kind, given, headers, body)
    if depth >= MOST_DEPTH:
        reading.complain("too-deep")
        return MimePart("application/octet-stream", given, headers, body)
    inner = "message/rfc822" if kind == "multipart/digest" else "text/plain"
    pieces = list(_pieces(body, _boundary(given, body), reading))
    if not pieces:
        reading.complain("broken-multipart")
        return MimePart("text/plain", given, headers, body)
    children = [parse(*split_head(piece), reading, depth + 1, inner) for piece in pieces]
    return MimePart(kind, given, headers, b"", tuple(children))


def content(part: MimePart, reading: MimeParse, most: int) -> bytes:
    """Return the decoded bytes of a leaf, at most about `most`; damage is survived and noted."""
    body = part.body
    if len(body) > 2 * most:
        body = body[: 2 * most]
    return _cut(_decoded(body, part, reading), most, reading)


def is_named_file(part: MimePart) -> bool:
    """Tell whether a part is meant as a file, not as words of the mail."""
    return part.disposition == "attachment" or bool(part.name)


def title(part: MimePart) -> str:
    """Return the name of a file, or the subject of a mail that was attached, or ""."""
    if part.name or part.type != "message/rfc822":
        return part.name
    return " ".join(words(first(split_head(part.body[:64_000])[0], "subject")).split())[:200]


def _boundary(given: Mapping[str, str], body: bytes) -> bytes:
    named = given.get("boundary", "").rstrip().encode("utf-8", "replace")
    if named and b"--" + named in body:
        return named
    guessed = _LOOKS_LIKE_BOUNDARY.search(body[:100_000])
    return guessed[1].rstrip() if guessed else b""


def _pieces(body: bytes, boundary: bytes, reading: MimeParse) -> Iterator[bytes]:
    """Yield what stands between the boundary lines. A missing last line ends with the body."""
    if not boundary:
        return
    starts = -1
    for at, end, is_last in _marks(body, b"--" + boundary, reading):
        if starts >= 0:
            reading.parts -= 1
            yield body[starts : max(at - 1, starts)]
            starts = -1
        if reading.parts <= 0:
            reading.complain("too-many-parts")
            return
        if is_last:
            return
        starts = end
    if starts >= 0:
        yield body[starts:]


def _marks(body: bytes, mark: bytes, reading: MimeParse) -> Iterator[tuple[int, int, bool]]:
    """Yield where each boundary line begins and ends, and whether it says that it is the last."""
    at = 0 if body.startswith(mark) else body.find(b"\n" + mark) + 1
    is_here = at > 0 or body.startswith(mark)
    while is_here:
        reading.lines -= 1
        if reading.lines < 0:
            reading.complain("too-many-parts")
            return
        line_end = body.find(b"\n", at)
        end = len(body) if line_end < 0 else line_end + 1
        tail = body[at + len(mark) : end].strip()
        if tail in {b"", b"--"}:
            yield at, end, tail == b"--"
        at = body.find(b"\n" + mark, max(end - 1, at + 1)) + 1
        is_here = at > 0


def _decoded(body: bytes, part: MimePart, reading: MimeParse) -> bytes:
    match part.encoding:
        case "base64" | "base-64":
            return _unbase64(body, reading)
        case "quoted-printable" | "quotedprintable" | "q-p":
            return _unquote(body)
        case "x-uuencode" | "uuencode" | "uue" | "x-uue":
            return uudecode(body)
        case "":
            return _unquote(body) if _is_quoted_unsaid(body) else body
        case _:
            return body


def _unquote(body: bytes) -> bytes:
    return binascii.a2b_qp(_PADDED_BREAK.sub(b"=\n", body))


def _is_quoted_unsaid(body: bytes) -> bool:
    """Tell whether a body is quoted-printable although no header says so: soft line ends and quoted letters."""
    head = body[:20_000]
    return head.count(b"=\n") >= 2 and len(_QUOTED_LETTER.findall(head)) >= 3


def _unbase64(body: bytes, reading: MimeParse) -> bytes:
    """Decode base64; text that was put in or after it (by a list's footer, or a lying header) is kept as text."""
    padding = _FOLLOWS_PADDING.search(body)
    begun = body[: padding.start()] if padding else body
    if _is_plain(begun):
        reading.complain("damaged-encoding")
        return body
    rest = body[padding.end() :] if padding else b""
    return unbase64(begun) + (b"\n" + rest if _is_plain(rest) else unbase64(rest.replace(b"=", b"")))


def _is_plain(body: bytes) -> bool:
    head = body[:2_000]
    return len(_NOT_BASE64.findall(head)) > len(head) // 10 or b" " in b"".join(map(bytes.strip, head.split(b"\n")))


def uudecode(body: bytes) -> bytes:
    """Return what uuencoded lines stand for; a line that is none is left out."""
    found: list[bytes] = []
    for line in body.split(b"\n"):
        if line.startswith((b"begin ", b"end")) or not line:
            continue
        try:
            found.append(binascii.a2b_uu(line))
        except binascii.Error:
            continue
    return b"".join(found)


def _cut(data: bytes, most: int, reading: MimeParse) -> bytes:
    if len(data) <= most:
        return data
    reading.complain("too-long")
    end = max(data.rfind(b"\n", 0, most), data.rfind(b" ", 0, most))
    return data[: end if end > most // 2 else most]
