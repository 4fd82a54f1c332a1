"""The lists that names are looked up in: given names, family names, and English words. Read once, when first asked for."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from string import ascii_lowercase

from review.text.identifiers.words import fold

_PART_OF_WORD = 2
"""Letters up to which a part of a word (`'s`, `e-`) says nothing."""
_DATA = Path(__file__).parent / "data"


@cache
def given() -> frozenset[str]:
    """Return given names, without capitals and accents."""
    return frozenset((*_listed("given.txt"), *_own("given")))


@cache
def family() -> frozenset[str]:
    """Return family names, without capitals and accents."""
    return frozenset((*_listed("family.txt"), *_own("family")))


@cache
def english() -> frozenset[str]:
    """Return English words in small letters, and what people write beside them that names nobody."""
    return (common() | frozenset(_listed("english_more.txt")) | known()) - frozenset(_listed("names_first.txt"))


@cache
def common() -> frozenset[str]:
    """Return the English words that people write most."""
    return frozenset(_listed("english.txt"))


@cache
def known() -> frozenset[str]:
    """Return words that are written with a capital letter, and abbreviations, that name nobody."""
    return frozenset(_listed("known.txt"))


@cache
def everyday() -> frozenset[str]:
    """Return everyday words that are given names too: these need something beside them that says so."""
    return frozenset(_listed("everyday.txt"))


@cache
def cue(kind: str) -> frozenset[str]:
    """Return the words of one line of `cues.txt`."""
    lines = (_DATA / "cues.txt").read_text("utf-8").splitlines()
    return frozenset(map(fold, next(line for line in lines if line.startswith(f"{kind}: ")).split(": ", 1)[1].split()))


def is_name(key: str) -> bool:
    """Return whether a word is on a list of names, as a whole or in each of its parts (`anne-marie`)."""
    return _is_listed(key) or ("-" in key and all(_is_listed(part) or len(part) < 3 for part in key.split("-")))


def is_english(key: str) -> bool:
    """Return whether a word is an English one, as a whole or in each of its parts (`follow-up`)."""
    if key in english() or key.replace("'", "") in known():
        return True
    parts = [part for part in key.replace("'", "-").split("-") if len(part) > _PART_OF_WORD]
    return len(parts) > 0 and parts != [key] and all(part in english() for part in parts)


_LONGEST_SLIP = 24
"""Letters: the common words are shorter, so a longer word is no slip of one. A guess."""


def is_slip(key: str) -> bool:
    """Return whether a word is a common English one but for one letter (left out, put in, changed, or two that changed places)."""
    # Work and memory grow with the square of the length, and anybody may send a "word" of thousands of letters.
    if len(key) > _LONGEST_SLIP:
        return False
    cuts = [(key[:at], key[at:]) for at in range(len(key) + 1)]
    near = (f"{left}{right[1:]}" for left, right in cuts if right)
    swapped = (f"{left}{right[1]}{right[0]}{right[2:]}" for left, right in cuts if len(right) > 1)
    more = (f"{left}{letter}{right[step:]}" for left, right in cuts for letter in ascii_lowercase for step in (0, 1))
    return any(word in common() for word in chain(near, swapped, more))


def _is_listed(key: str) -> bool:
    return key in given() or key in family() or key in everyday() or ("'" in key and key.replace("'", "") in family())


def _listed(name: str) -> Iterator[str]:
    for line in (_DATA / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from map(fold, line.split())


def _own(kind: str) -> Iterator[str]:
    for line in (_DATA / "own.txt").read_text("utf-8").splitlines():
        told, _, names = line.partition(": ")
        if told.endswith(kind) and not line.startswith("#"):
            yield from map(fold, names.split())
