"""What the model sees of a sentence: hashed places of its letters, words, word classes, groups of like words and concepts.

The trainer (`scripts/train_distress.py`) and the service use this same module. All is CRC-32 (ISO 3309) of bytes, the kind of
feature being the start value, so that it is the same on every machine and in every process.
"""

import itertools
from collections.abc import Iterable
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple
from zlib import crc32

from feedback.distress.lexicon import CLASSES
from feedback.distress.model.concepts import GRAMMAR, concepts_of_rows, concepts_of_word
from feedback.distress.model.groups import GROUPS

BITS = 18
ZERO = 128  # the byte of a weight that is none
_MASK = (1 << BITS) - 1
_LETTERS, _WORD, _PAIR, _TRIPLE, _CLASS, _RULE = 1, 2, 3, 4, 5, 8
_GROUP, _CONCEPT = 16, 32
_COARSE = 2
_KINDS = (_CLASS, _GROUP, _GROUP + 4)
_SPACE = ord(" ")
# A rule counts more than one word, and so does a concept: each is given so many places.
_RULE_PLACES = 8
_CONCEPT_PLACES = 4
_NO_CONCEPT = "none"
_FEW_CONCEPTS = 11
"""Of more concepts in a sentence no three are joined: a long one would have thousands."""


def _class_of_word() -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for name, words in CLASSES.items():
        for word in words.split():
            if "_" not in word:
                found.setdefault(word.encode(), name.encode())
    return found


_CLASSES = _class_of_word()


class _Word(NamedTuple):
    """What the features of a word need, wherever it stands: its names and the hashes that the words after it go on from.

    `names` are the word, its class and its coarse groups, each after a space; `begun` for each of them the hash of a row that
    begins with it and of one with a word between; `places` are those of the word alone, `letters` those of its runs of letters,
    `concepts` what it speaks of.
    """

    names: tuple[bytes, ...]
    begun: tuple[int, ...]
    places: frozenset[int]
    letters: frozenset[int]
    concepts: frozenset[str]


def _word(word: bytes) -> _Word:
    alike = [table.get(word, word) for table in (_CLASSES, *GROUPS[:_COARSE])]
    begun = [crc32(word, _PAIR), crc32(word, _TRIPLE)]
    alone = [crc32(word, _WORD), crc32(GROUPS[_COARSE].get(word, word), _GROUP + 4 * _COARSE)]
    for name, kind in zip(alike, _KINDS, strict=True):
        alone.append(crc32(name, kind))
        begun += (crc32(name, kind + 1), crc32(name, kind + 2))
    padded = b" %s " % word
    letters = (crc32(padded[at : at + size], _LETTERS) for size in (3, 5) for at in range(len(padded) - size + 1))
    names = tuple(b" " + name for name in (word, *alike))
    places, runs = (frozenset(place & _MASK for place in found) for found in (alone, letters))
    return _Word(names, tuple(begun), places, runs, concepts_of_word(word.decode()))


@lru_cache(maxsize=16_384)
def _known_word(word: bytes) -> _Word:
    """Return what is known of a word of the tables. Only such words are kept in memory."""
    return _word(word)


_EDGES = _word(b"<"), _word(b">")


def _words_of(sentence: str) -> list[_Word]:
    known = GROUPS[0]
    return [_known_word(word) if word in known else _word(word) for word in sentence.encode().split()]


def word_places(sentence: str) -> set[int]:
    """Return the places of a guarded sentence's words, pairs, triples, classes and groups."""
    return _places_of(_words_of(sentence))


def _places_of(words: list[_Word]) -> set[int]:
    start, end = _EDGES
    names, classes, wide, narrow = (
        list(column) for column in zip(*(word.names for word in (*words, end)), strict=True)
    )
    begun = list(zip(*(word.begun for word in (start, *words)), strict=True))
    found = [*map(crc32, names, begun[0])]
    found += map(crc32, names[1:], map(crc32, names, begun[1]))
    for place, column in ((2, classes), (4, wide), (6, narrow)):
        del column[-1]
        found += map(crc32, column[1:], begun[place][1:])
        found += map(crc32, column[2:], begun[place + 1][1:])
    return {place & _MASK for place in found}.union(*(word.places for word in words))


def _letters_between(text: bytes) -> set[int]:
    """Return the places of the runs of letters that lie across a space: all others lie in one word and the spaces beside it."""
    size = len(text)
    spaces = [at for at in range(1, size - 1) if text[at] == _SPACE]
    found = [crc32(text[at - 1 : at + 2], _LETTERS) for at in spaces]
    found += [
        crc32(text[at - before : at - before + 5], _LETTERS)
        for at in spaces
        for before in (1, 2, 3)
        if 0 <= at - before <= size - 5
    ]
    return {place & _MASK for place in found}


def places(sentence: str, reasons: Iterable[str]) -> set[int]:
    """Return the places of everything in a guarded sentence, and of the reasons for which a plain rule held in it."""
    words = _words_of(sentence)
    concepts = frozenset(concepts_of_rows(sentence.split())).union(*(word.concepts for word in words))
    letters = _letters_between(b" %s " % sentence.encode()).union(*(word.letters for word in words))
    return letters.union(_places_of(words), _concept_places(concepts), *map(_places_of_rule, {*reasons}))


@lru_cache(maxsize=16)
def _places_of_rule(reason: str) -> tuple[int, ...]:
    names = (reason.encode(), b"")
    return tuple(crc32(b"%s%d" % (name, at), _RULE) & _MASK for name in names for at in range(_RULE_PLACES))


def _concept_places(named: frozenset[str]) -> set[int]:
    """Return the places of a sentence's concepts, of each two and three that stand together, and of their being none."""
    names = sorted(name.encode() for name in named)
    about = named if not named <= GRAMMAR else {*named, _NO_CONCEPT}
    paired = map(b" ".join, itertools.combinations(names, 2))
    rows = itertools.combinations(names, 3) if len(names) <= _FEW_CONCEPTS else ()
    found = [*map(crc32, paired, repeat(_CONCEPT + 1)), *map(crc32, map(b" ".join, rows), repeat(_CONCEPT + 2))]
    return {place & _MASK for place in found}.union(*map(_places_of_concept, about))


@lru_cache(maxsize=256)
def _places_of_concept(name: str) -> tuple[int, ...]:
    return tuple(crc32(b"%s%d" % (name.encode(), at), _CONCEPT) & _MASK for at in range(_CONCEPT_PLACES))
