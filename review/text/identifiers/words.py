"""A text as words, in any script: letters with the marks that belong to them, so that no word is ever cut. Pure.

What a word is follows Unicode's letters and marks (UAX 29), with hyphens and apostrophes inside a word as part of it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import category, normalize

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0711\u0730-\u074a"
    "\u07a6-\u07b0\u0816-\u082d\u0898-\u089f\u08ca-\u0903\u093a-\u094f\u0951-\u0963\u0981-\u0983\u09bc-\u09d7\u09e2\u09e3"
    "\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a75\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bd7"
    "\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57\u0d81-\u0d83\u0dca-\u0ddf\u0df2\u0df3"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f18-\u0f3f\u0f71-\u0fbc\u102b-\u103e\u1056-\u109d"
    "\u135d-\u135f\u17b4-\u17d3\u1885-\u18a9\u1ab0-\u1aff\u1b00-\u1b04\u1b34-\u1b44\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff"
    "\u302a-\u302f\u3099\u309a\ua66f-\ua67d\ua8e0-\ua8f1\uabe3-\uabed\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""Marks, which `re` takes for no part of a word. Far from all that Unicode has: those of living scripts."""
PART = rf"[\w{_MARKS}]"
"""A letter, a digit or a mark: between two of these no proposal begins or ends."""
BEFORE, AFTER = rf"(?<!{PART})", rf"(?!{PART})"
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
_WORD = re.compile(rf"{BEFORE}[^\W\d_]{_LETTER}*+(?:[-'’ʼ‑]{_LETTER}++)*+{AFTER}")
_OWNER = re.compile(r"(?:['’]s|['’])$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:•…\n\r\u0964\u06d4\u061f\u3002]|^\s*[-–*]\s")
"""What stands between two sentences."""
_SPACES = frozenset((" ", "\u00a0", "  ", ' "', '" ', " “", "” ", " '", "' ", " ‘", "’ "))
"""What stands between two words of one name; quotation marks, where one of them is what somebody is called."""
_SHORT = re.compile(r"\b(?:dr|mr|mrs|ms|mx|prof|st|rev|[a-z])$", re.IGNORECASE)
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no space between words."""
_ADDED = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200c\u200d]")
_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "’": "'", "ʼ": "'",
    "‑": "-", "أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ی": "ي", "ک": "ك", "ہ": "ه", "ۃ": "ه", "ۀ": "ه", "ے": "ي", "ھ": "ه",
})  # fmt: skip


class Word(NamedTuple):
    """One word: where it stands, and `key`, the same word without capitals and accents. `begins` a sentence, or not.

    `joins` says whether only a space stands before it, so that it may be one name with the word before.
    """

    start: int
    stop: int
    text: str
    key: str
    begins: bool
    joins: bool

    @property
    def is_capital(self) -> bool:
        """Whether it has a capital letter, at its beginning or within (`al-Rubaie`, `uMthethwa`)."""
        return any(letter.isupper() or letter.istitle() for letter in self.text)

    @property
    def is_shouted(self) -> bool:
        """Whether it has capital letters only, and more than one."""
        return len(self.text) > 1 and self.text.isupper()


def fold(text: str) -> str:
    """Return a text without capitals and accents, as names are compared: `Zsófia` is `zsofia`."""
    if text.isascii():
        return text.lower()
    return _ADDED.sub("", normalize("NFKD", text.casefold())).translate(_LETTERS)


def words_in(text: str) -> Iterator[Word]:
    """Yield the words of a text in their order; the `'s` of an owner is no part of one."""
    at, has_begun = 0, False
    for match in _WORD.finditer(text):
        word = _OWNER.sub("", match.group())
        gap = text[at : match.start()]
        is_short = gap.startswith(".") and _SHORT.search(text, max(0, at - 5), at) is not None
        begins = not has_begun or (_ENDS.search(gap) is not None and not is_short)
        joins = has_begun and (gap in _SPACES or (is_short and gap in (". ", ".")))
        yield Word(match.start(), match.start() + len(word), word, fold(word), begins, joins)
        at, has_begun = match.start() + len(word), True
        if len(word) < len(match.group()):
            at = match.end()


def whole(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return a stretch of a text, made as long as it takes to end inside no word; Chinese, Japanese and Thai have no spaces."""
    while 0 < start < len(text) and _is_within(text[start - 1], text[start]):
        start -= 1
    while 0 < stop < len(text) and _is_within(text[stop - 1], text[stop]):
        stop += 1
    return start, stop


def _is_within(before: str, after: str) -> bool:
    return _is_part(before) and _is_part(after) and not (_UNSPACED.match(before) and _UNSPACED.match(after))


@cache
def _is_part(letter: str) -> bool:
    return re.match(PART, letter) is not None or category(letter).startswith("M")
