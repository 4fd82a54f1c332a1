"""Bytes of a mail into words, whatever its label says: the label, UTF-8, Windows-1252, Latin-1, each strictly.

Nothing is ever replaced by a mark: a wrong label would turn words into rubbish in silence.
"""

import codecs
import re
from functools import lru_cache

_SUBSTITUTES = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "windows-31j": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "big5": "big5hkscs",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "ansi": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-8-i": "iso8859_8",
    "iso-8859-8-e": "iso8859_8",
    "iso-8859-6-i": "iso8859_6",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "utf8mb4": "utf-8",
    "unicode": "utf-16",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
}
"""What people's programs write, and what they mean. Browsers read Latin-1 as Windows-1252 in the same way."""

_TEXT_CODECS = re.compile(
    r"utf-?8(-sig)?|utf-?(16|32)([-_]?[lb]e)?|iso-?8859-\d{1,2}|cp(437|7\d\d|8\d\d|9\d\d|12\d\d)|koi8-[rtu]|gb18030|big5\w*"
    r"|euc_(jp|jis_2004|jisx0213|kr)|shift_jis\w*|iso2022_\w+|mac-\w+|hz|johab|ptcp154|kz1048",
)
"""Codecs that turn a mail's bytes into its words. Python has others under names that a mail can give: programs, puzzles,
and two that take quadratic time. UTF-7 is refused too: it can hide one text inside another."""

_SINGLE_BYTE = re.compile(r"iso8859|iso-8859|cp(437|7|8[0-6]|12|874)|koi8|mac|ptcp|kz")
_SEVEN_BIT = re.compile(r"iso2022|hz|utf-?(16|32)")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_CONTROLS = dict.fromkeys((*range(9), 11, *range(14, 32), 127)) | {12: "\n"}
_HAS_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@lru_cache(maxsize=512)
def codec(label: str) -> str:
    """Return the name of the codec that a charset label means, or "" for a label that means none of ours."""
    wanted = label.strip(" \t'\"<>;,").lower()[:40]
    wanted = _SUBSTITUTES.get(wanted, wanted)
    try:
        name = codecs.lookup(wanted).name
    except (LookupError, ValueError):
        return ""
    return name if _TEXT_CODECS.fullmatch(name) else ""


def decode(data: bytes, label: str = "") -> tuple[str, bool]:
    """Return the words of these bytes, and whether the label told the truth. Takes linear time; never raises.

    No label is no lie. Control characters are left out, except tab and line ends; a form feed is a line end.
    """
    name = codec(label) if label else ""
    if data.isascii() and b"\x1b" not in data and not _SEVEN_BIT.match(name):
        return _clean(data.decode("ascii")), bool(name) or not label
    for tried in _ladder(data, name):
        try:
            return _clean(data.decode(tried)), not label or tried == name
        except (UnicodeError, ValueError):
            continue
    return _clean(data.decode("latin-1")), not label or name == "cp1252"


def _ladder(data: bytes, name: str) -> tuple[str, ...]:
    guessed = _guess(data)
    if not name:
        return (guessed, "utf-8", "cp1252") if guessed else ("utf-8", "cp1252")
    if _SEVEN_BIT.match(name) and data.isascii() and b"\0" not in data and name.startswith("utf"):
        return ("ascii",)
    if _SINGLE_BYTE.match(name) and _is_rather_utf8(data, name):
        return ("utf-8", name)
    return (name, "utf-8", "cp1252")


def _guess(data: bytes) -> str:
    """Return the codec that the bytes themselves name: by a byte order mark or by escape sequences."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return "iso2022_jp_ext" if b"\x1b$" in data[:100_000] else ""


def _is_rather_utf8(data: bytes, name: str) -> bool:
    """Tell whether UTF-8 stands under a label of one byte a character: such a label never fails, so it proves nothing."""
    found = len(_MULTIBYTE.findall(data[:100_000]))
    return found >= (1 if name in {"cp1252", "iso8859-1"} else 2)


def _clean(text: str) -> str:
    text = text.removeprefix("\ufeff")
    if text.replace("\n", "").isprintable():
        return text
    return text.translate(_CONTROLS) if _HAS_CONTROLS.search(text) else text
