"""Words as every format can hold them: one cleaner, so that nothing that anybody wrote stops a report or steers its page.

What cannot be seen goes, line ends become one kind, and what no font has is named in square brackets, after the Unicode
Character Database (Unicode Standard Annex 44).
"""

import re
import unicodedata
from collections.abc import Set as AbstractSet
from itertools import groupby

_JOINERS = "\u200c\u200d"
"""Letters of Persian, Hindi and others, and pictures made of several, need these; they cannot be seen."""
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_WAYS = "\u061c\u200e\u200f"
"""Marks that say which way the words beside them run; those that turn a whole line round are left out."""
_KEPT = frozenset(f"\n\t{_JOINERS}{_WAYS}")
_SEEN_SIGNS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
"""The format characters that have a shape of their own (Prepended_Concatenation_Mark), such as the Arabic number sign."""
_ALTERING = re.compile(f"[{_JOINERS}\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]+")
"""What only alters the sign before it: joins, the cap of a key round a number, picture or letter, the colour of skin."""
_MOST_MARKS = 8
"""Accents on one letter. No language needs as many; more of them cover the lines above and below."""


def plain(words: str) -> str:
    """Return words without what cannot be seen or does not exist; a sign that only some private font has is named.

    Left out are control characters but tab and line end, what turns the direction of a line, halves of surrogate pairs,
    noncharacters and accents beyond eight on one letter. Every kind of line end becomes one.
    """
    if words.isprintable() and not any(map(_is_accent, set(words))):
        return words
    lines = _LINE_ENDS.sub("\n", words)
    return "".join(_unpiled("".join(map(_plain_mark, lines))))


def _plain_mark(mark: str) -> str:
    kind = unicodedata.category(mark)
    if mark in _KEPT or mark in _SEEN_SIGNS or kind[0] != "C":
        return mark
    is_private = kind == "Co" or (kind == "Cn" and ord(mark) & 0xFFFE != 0xFFFE and not 0xFDD0 <= ord(mark) <= 0xFDEF)
    return f"[U+{ord(mark):04X}]" if is_private else ""


def _is_accent(mark: str) -> bool:
    return unicodedata.category(mark) in ("Mn", "Me")


def _unpiled(words: str) -> list[str]:
    """Return words in pieces, each run of accents cut to what a letter can carry."""
    pieces = []
    for is_accent, run in groupby(words, key=_is_accent):
        found = "".join(run)
        pieces.append(found[:_MOST_MARKS] if is_accent else found)
    return pieces


def named(words: str, undrawn: AbstractSet[str]) -> str:
    """Return words with a name in place of each of these signs, and of each run of such letters how many and of what script."""
    if undrawn.isdisjoint(words):
        return words
    pieces = []
    before = "drawn"
    for kind, run in groupby(words, key=lambda mark: _kind(mark, undrawn)):
        signs = "".join(run)
        is_kept = kind == "drawn" or (kind == "altering" and before == "drawn" and undrawn.isdisjoint(signs))
        pieces.append(signs if is_kept else _name_of_run(kind, signs))
        before = kind
    return "".join(pieces)


def _kind(mark: str, undrawn: AbstractSet[str]) -> str:
    """Return `drawn`, `altering`, `sign`, or the script of a letter."""
    if mark not in undrawn:
        return "altering" if _ALTERING.fullmatch(mark) else "drawn"
    if _ALTERING.fullmatch(mark):
        return "altering"
    return script_of(mark) if unicodedata.category(mark)[0] in "LMN" else "sign"


def _name_of_run(kind: str, signs: str) -> str:
    if kind == "altering":
        return ""
    if kind == "sign":
        return "".join(f"[{unicodedata.name(mark, f'U+{ord(mark):04X}').lower()}]" for mark in signs)
    return f"[{len(signs)} {'letter' if len(signs) == 1 else 'letters'}: {kind}]"


def script_of(letter: str) -> str:
    """Return the script of a letter in one word (Thai, Gurmukhi, CJK), as its Unicode name begins."""
    first = unicodedata.name(letter, "unknown").split()[0]
    return first if first == "CJK" else first.capitalize()


_LATIN = "\u024f"
"""The last letter that every font for text has."""


def beyond_latin(words: str) -> frozenset[str]:
    """Return all signs that are no Latin letters, common marks or spaces."""
    return frozenset(mark for mark in words if mark > _LATIN)
