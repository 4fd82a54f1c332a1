"""Rich text out of Outlook: unpacked (MS-OXRTFCP), and its words, or the HTML that was wrapped in it (MS-OXRTFEX)."""

import html
import re
import struct
from dataclasses import dataclass, replace

from mail.mime.charset import decode

LONGEST = 300_000
"""Bytes of rich text that are read; each is looked at by a loop of ours."""

_PACKED, _PLAIN = 0x75465A4C, 0x414C454D
"""The marks of a packed and of a plain text: "LZFu" and "MELA" (MS-OXRTFCP 2.1.3.1.1)."""
_BEGUN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"  # codespell:ignore - a control word
)
"""What every packed text may refer back to before it has said anything."""

_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,9})? ?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<sign>[^a-z])|(?P<brace>[{}])"
    r"|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_HIDDEN = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "header",
        "footer",
        "themedata",
        "datastore",
        "listtable",
        "generator",
    ]
)
_BREAKS = {"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "tab": "\t", "cell": "\t"}
_SIGNS = {"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"}
_DEEPEST = 200
"""Groups within each other. A guess, far above what Outlook writes; a hostile file may be nothing but opening
braces."""


@dataclass(frozen=True)
class _Group:
    """What holds inside one pair of braces. `after`: how many signs stand for one Unicode letter on old programs."""

    is_hidden: bool = False
    is_markup: bool = False
    is_wrapping: bool = False
    after: int = 1


def unpack(data: bytes) -> bytes:
    """Return the rich text in a packed property, at most LONGEST bytes, or what could be unpacked of it."""
    if len(data) < 16:
        return b""
    packed, whole, kind, _ = struct.unpack_from("<4I", data)
    if kind == _PLAIN:
        return data[16 : 16 + min(whole, LONGEST)]
    return _inflated(data[16 : packed + 4], min(whole, LONGEST)) if kind == _PACKED else b""


def text_of(data: bytes) -> str:
    """Return the words of rich text; as HTML when the rich text is HTML in a wrapping (`wraps_html`)."""
    source = data[:LONGEST].decode("latin-1")
    codepage = re.search(r"\\ansicpg(\d{1,5})", source[:2_000])
    reader = _Reader(f"cp{codepage[1]}" if codepage else "cp1252", gives_html=wraps_html(data))
    for token in _TOKEN.finditer(source):
        reader.take(token)
    return reader.words().strip("\n")


def wraps_html(data: bytes) -> bool:
    """Tell whether this rich text is HTML in a wrapping."""
    return rb"\fromhtml" in data[:2_000]


class _Reader:
    """Takes one token after the other and keeps the words."""

    def __init__(self, codepage: str, *, gives_html: bool) -> None:
        self._codepage = codepage
        self._gives_html = gives_html
        self._parts: list[str] = []
        self._bytes = bytearray()
        self._group = _Group()
        self._outer: list[_Group] = []
        self._skipping = 0

    def take(self, token: re.Match[str]) -> None:
        """Take the next token."""
        if token["brace"]:
            self._brace(token["brace"])
        elif token["word"]:
            self._word(token["word"], token["number"])
        elif token["byte"]:
            self._byte(int(token["byte"], 16))
        elif token["sign"]:
            self._sign(token["sign"])
        elif token["text"]:
            self._say(token["text"][self._skipping :])
            self._skipping = max(0, self._skipping - len(token["text"]))

    def words(self) -> str:
        """Return the words so far."""
        self._flush()
        return "".join(self._parts).encode("utf-16", "surrogatepass").decode("utf-16", "ignore")

    def _brace(self, brace: str) -> None:
        self._skipping = 0
        if brace == "{" and len(self._outer) < _DEEPEST:
            self._outer.append(self._group)
        elif brace == "}" and self._outer:
            self._group = self._outer.pop()

    def _word(self, word: str, number: str | None) -> None:
        value = int(number or 1)
        if word == "u":
            self._say(chr(value & 0xFFFF))
            self._skipping = self._group.after
        elif word == "uc":
            self._group = replace(self._group, after=min(max(value, 0), 10))
        elif word == "htmltag":
            self._group = replace(self._group, is_markup=True, is_hidden=False)
        elif word == "htmlrtf":
            self._group = replace(self._group, is_wrapping=value != 0)
        elif word in _HIDDEN:
            self._group = replace(self._group, is_hidden=True)
        else:
            self._say(_BREAKS.get(word) or _SIGNS.get(word, ""))

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._group = replace(self._group, is_hidden=True)
        else:
            self._say({"~": " ", "_": "-", "-": "", "\n": "\n", "\r": ""}.get(sign, sign))

    def _byte(self, value: int) -> None:
        if self._skipping:
            self._skipping -= 1
        elif self._is_shown():
            self._bytes.append(value)

    def _say(self, text: str) -> None:
        if not text or not self._is_shown():
            return
        self._flush()
        is_words = self._gives_html and not self._group.is_markup
        self._parts.append(html.escape(text, quote=False) if is_words else text)

    def _is_shown(self) -> bool:
        return not (self._group.is_hidden or self._group.is_wrapping)

    def _flush(self) -> None:
        if self._bytes:
            self._parts.append(decode(bytes(self._bytes), self._codepage)[0])
            self._bytes.clear()


def _inflated(data: bytes, most: int) -> bytes:
    """Undo the packing: a byte as it is, or a reference to at most 17 bytes among the last 4,096."""
    out = bytearray(_BEGUN)
    at = 0
    while at < len(data) and len(out) - len(_BEGUN) < most:
        flags = data[at]
        at += 1
        for bit in range(8):
            if at + 1 >= len(data) + (not flags >> bit & 1):
                return bytes(out[len(_BEGUN) :])
            if not flags >> bit & 1:
                out.append(data[at])
                at += 1
                continue
            place, length = (data[at] << 4) | (data[at + 1] >> 4), (data[at + 1] & 15) + 2
            at += 2
            back = (len(out) - place) & 0xFFF
            if not back:
                return bytes(out[len(_BEGUN) :])
            _repeat(out, back, length)
    return bytes(out[len(_BEGUN) :])


def _repeat(out: bytearray, back: int, length: int) -> None:
    start = len(out) - back
    if start < 0:
        out.extend(b" " * length)
        return
    piece = out[start : start + length]
    out.extend((piece * (length // len(piece) + 1))[:length])
