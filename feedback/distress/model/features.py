"""What the model sees of a sentence: hashed places of its letters, words, word classes, groups of like words and concepts.

The trainer (`scripts/train_distress.py`) and the service use this same module. All is CRC-32 (ISO 3309) of bytes, the kind of
feature being the start value, so that it is the same on every machine and in every process.
"""

import itertools
from collections.abc import Iterable
from zlib import crc32

from feedback.distress.lexicon import CLASSES
from feedback.distress.model.concepts import GRAMMAR, concepts_of
from feedback.distress.model.groups import GROUPS

BITS = 18
ZERO = 128  # the byte of a weight that is none
_MASK = (1 << BITS) - 1
_LETTERS, _WORD, _PAIR, _TRIPLE, _CLASS, _RULE = 1, 2, 3, 4, 5, 8
_GROUP, _CONCEPT = 16, 32
_COARSE = 2
# A rule counts more than one word, and so does a concept: each is given so many places.
_RULE_PLACES = 8
_CONCEPT_PLACES = 4
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


def _hashed(words: list[bytes], kind: int) -> list[int]:
    """Return the hashes of words, of each two in a row and of each two with one between."""
    pairs = [crc32(one + b" " + two, kind + 1) for one, two in itertools.pairwise(words)]
    skips = [crc32(one + b" " + two, kind + 2) for one, two in zip(words, words[2:], strict=False)]
    return [crc32(word, kind) for word in words] + pairs + skips


def word_places(sentence: str) -> set[int]:
    """Return the places of a guarded sentence's words, pairs, triples, classes and groups."""
    words = sentence.encode().split()
    edged = [b"<", *words, b">"]
    found = [crc32(word, _WORD) for word in words]
    found += [crc32(one + b" " + two, _PAIR) for one, two in itertools.pairwise(edged)]
    found += [crc32(b" ".join(row), _TRIPLE) for row in zip(edged, edged[1:], edged[2:], strict=False)]
    found += _hashed([_CLASSES.get(word, word) for word in words], _CLASS)
    for level, groups in enumerate(GROUPS[:_COARSE]):
        found += _hashed([groups.get(word, word) for word in words], _GROUP + 4 * level)
    fine = GROUPS[_COARSE]
    found += [crc32(fine.get(word, word), _GROUP + 4 * _COARSE) for word in words]
    return {place & _MASK for place in found}


def places(sentence: str, reasons: Iterable[str]) -> set[int]:
    """Return the places of everything in a guarded sentence, and of the reasons for which a plain rule held in it."""
    text = f" {sentence} ".encode()
    found = {crc32(text[at : at + size], _LETTERS) & _MASK for size in (3, 5) for at in range(len(text) - size + 1)}
    for reason in {*reasons}:
        found.update(
            crc32(b"%s%d" % (name, place), _RULE) & _MASK
            for name in (reason.encode(), b"")
            for place in range(_RULE_PLACES)
        )
    return found | word_places(sentence) | _concept_places(sentence)


def _concept_places(sentence: str) -> set[int]:
    """Return the places of a sentence's concepts, of each two and three that stand together, and of their being none."""
    names = sorted(name.encode() for name in concepts_of(sentence.split()))
    about = [name for name in names if name.decode() not in GRAMMAR] or [b"none"]
    singly = [crc32(b"%s%d" % (name, at), _CONCEPT) for name in {*names, *about} for at in range(_CONCEPT_PLACES)]
    paired = [crc32(one + b" " + two, _CONCEPT + 1) for one, two in itertools.combinations(names, 2)]
    rows = itertools.combinations(names, 3) if len(names) <= _FEW_CONCEPTS else ()
    three = [crc32(b" ".join(row), _CONCEPT + 2) for row in rows]
    return {place & _MASK for place in (*singly, *paired, *three)}
