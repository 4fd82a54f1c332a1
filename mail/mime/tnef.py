"""winmail.dat: what Outlook sends when it thinks that everybody has Outlook (MS-OXTNEF). Words and names of files."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from mail.mime.charset import decode
from mail.mime.rtf import text_of, unpack, wraps_html

_SIGNATURE = 0x223E9F78
"""The number that every such file begins with (MS-OXTNEF)."""
_MOST = 2_000
"""Attributes, properties and values of each. A guess: the count in a broken file may say four billion."""
_BODY, _MESSAGE_PROPERTIES, _FILE_STARTS, _FILE_TITLE, _FILE_BYTES, _FILE_PROPERTIES, _CODEPAGE = (
    0x0002800C,
    0x00069003,
    0x00069002,
    0x00018010,
    0x0006800F,
    0x00069005,
    0x00069007,
)
_TEXT, _RICH_TEXT, _HTML, _HTML_CODEPAGE, _LONG_NAME, _SHORT_NAME = 0x1000, 0x1009, 0x1013, 0x3FDE, 0x3707, 0x3704
_SIZES = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16}
"""How many bytes a value of each fixed type takes."""
_CODEPAGES = {
    65001: "utf-8",
    20127: "us-ascii",
    20866: "koi8-r",
    21866: "koi8-u",
    50220: "iso-2022-jp",
    51932: "euc-jp",
}
_STRING, _UNICODE, _OBJECT, _BINARY, _SEVERAL, _NAMED = 0x1E, 0x1F, 0x0D, 0x102, 0x1000, 0x8000


@dataclass(frozen=True)
class TnefContent:
    """The words in a winmail.dat, as text and as HTML as far as there are, and the name and size of each file."""

    text: str = ""
    html: str = ""
    files: tuple[tuple[str, int], ...] = ()


def read_tnef(data: bytes) -> TnefContent:
    """Read a winmail.dat as far as it is whole. Never raises; takes linear time."""
    codepage, text, properties = "cp1252", "", dict[int, bytes | str]()
    files: list[list[str | int]] = []
    for kind, value in _attributes(data):
        if kind == _CODEPAGE and len(value) >= 4:
            codepage = _codepage(value)
        elif kind == _BODY:
            text = decode(value.rstrip(b"\0"), codepage)[0]
        elif kind == _MESSAGE_PROPERTIES:
            properties = _properties(value, codepage)
        elif kind == _FILE_STARTS:
            files.append(["", 0])
        elif files:
            _note(files[-1], kind, value, codepage)
    return _wrapped(text, properties, codepage, tuple((str(name), int(size)) for name, size in files))


def _wrapped(
    text: str, properties: dict[int, bytes | str], codepage: str, files: tuple[tuple[str, int], ...]
) -> TnefContent:
    markup = properties.get(_HTML, b"")
    of_html = properties.get(_HTML_CODEPAGE, b"")
    charset = _codepage(of_html) if isinstance(of_html, bytes) and len(of_html) >= 4 else codepage
    shown = markup if isinstance(markup, str) else decode(markup, charset)[0]
    plain = properties.get(_TEXT, "")
    words = text or (plain if isinstance(plain, str) else decode(plain, codepage)[0])
    packed = properties.get(_RICH_TEXT, b"")
    if not words.strip() and not shown.strip() and isinstance(packed, bytes):
        rich = unpack(packed)
        words, shown = ("", text_of(rich)) if wraps_html(rich) else (text_of(rich), "")
    return TnefContent(_lines(words), _lines(shown), files)


def _note(file: list[str | int], kind: int, value: bytes, codepage: str) -> None:
    if kind == _FILE_TITLE:
        file[0] = file[0] or _name(decode(value, codepage)[0])
    elif kind == _FILE_BYTES:
        file[1] = len(value)
    elif kind == _FILE_PROPERTIES:
        found = _properties(value, codepage)
        name = found.get(_LONG_NAME) or found.get(_SHORT_NAME) or ""
        file[0] = _name(name) if isinstance(name, str) and name else file[0]


def _name(text: str) -> str:
    return " ".join(text.replace("\0", "").replace("\\", "/").rpartition("/")[2].split())[:200]


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\0")


def _codepage(value: bytes) -> str:
    number = int.from_bytes(value[:4], "little")
    return f"iso-8859-{number - 28590}" if 28591 <= number <= 28606 else _CODEPAGES.get(number, f"cp{number}")


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    if len(data) < 6 or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        return
    at = 6
    for _ in range(_MOST):
        if at + 9 > len(data):
            return
        kind, size = struct.unpack_from("<II", data, at + 1)
        yield kind, data[at + 9 : at + 9 + size]
        at += 9 + size + 2


def _properties(data: bytes, codepage: str) -> dict[int, bytes | str]:
    """Return the properties of a message or a file by number, the first value of each, up to the first broken one."""
    found: dict[int, bytes | str] = {}
    try:
        at = 4
        for _ in range(min(struct.unpack_from("<I", data)[0], _MOST)):
            kind, number = struct.unpack_from("<HH", data, at)
            at = _after_name(data, at + 4) if number >= _NAMED else at + 4
            value, at = _values(data, at, kind)
            found.setdefault(number, _read(value, kind, codepage))
    except struct.error:
        return found
    return found


def _after_name(data: bytes, at: int) -> int:
    kind, length = struct.unpack_from("<II", data, at + 16)
    return at + 24 + (_padded(length) if kind else 0)


def _values(data: bytes, at: int, kind: int) -> tuple[bytes, int]:
    """Return the first value at this place, and where the next property begins."""
    single = kind & ~_SEVERAL
    count = 1
    if kind & _SEVERAL or single not in _SIZES:
        count, at = struct.unpack_from("<I", data, at)[0], at + 4
    first = b""
    for place in range(min(count, _MOST)):
        size = _SIZES.get(single)
        if size is None:
            length, at = struct.unpack_from("<I", data, at)[0], at + 4
        else:
            length = size
        first = data[at : at + length] if place == 0 else first
        at += _padded(length)
    return first, at


def _read(value: bytes, kind: int, codepage: str) -> bytes | str:
    if kind == _UNICODE:
        return value.decode("utf-16-le", "ignore").rstrip("\0")
    return decode(value.rstrip(b"\0"), codepage)[0] if kind == _STRING else value


def _padded(length: int) -> int:
    return length + -length % 4
