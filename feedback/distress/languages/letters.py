"""What the model of other languages sees of a sentence: hashed places of its runs of letters, its words and its pairs of words.

The trainer (`scripts/train_distress_languages.py`) and the service use this same module. All is CRC-32 (ISO 3309), the kind of
feature being the start value.
"""

import itertools
import re
from typing import TypeVar
from zlib import crc32

from feedback.distress.languages.listening import spaced

Signs = TypeVar("Signs", str, bytes)
BITS = 17
REASON_BITS = 13
ZERO = 128  # the byte of a weight that is none
LONGEST = 300
"""Signs of a sentence that are looked at."""
_MASK = (1 << BITS) - 1
_WORD, _PAIR, _SKIP = 90, 91, 92
_SIZES = (3, 4, 5)
_ENDS = re.compile(r"[.!?;\n\r।۔؟。！？]+")


def sentences(text: str) -> list[str]:
    """Return the sentences of a `fold.plain` text as `spaced` words; none where there are no words."""
    parts = (spaced(part[:LONGEST]) for part in _ENDS.split(text))
    return [part for part in parts if part]


def _runs(text: Signs) -> list[Signs]:
    return [text[at : at + size] for size in _SIZES for at in range(len(text) - size + 1)]


def places(sentence: str) -> set[int]:
    """Return the places of a `spaced` sentence, each below 2 ** `BITS`."""
    padded = f" {sentence} "
    runs = _runs(padded.encode()) if padded.isascii() else [run.encode() for run in _runs(padded)]
    words = sentence.encode().split()
    found = [*map(crc32, runs, map(len, runs)), *map(crc32, words, itertools.repeat(_WORD))]
    found += [crc32(b"%s %s" % pair, _PAIR) for pair in itertools.pairwise(words)]
    found += [crc32(b"%s %s" % pair, _SKIP) for pair in zip(words, words[2:], strict=False)]
    return {place & _MASK for place in found}
