"""Distress in other languages that no rule says: a sentence like those of people in distress gets the soft line."""

from collections import Counter
from math import sqrt

from feedback.distress.languages.letters import REASON_BITS, ZERO, places, sentences
from feedback.distress.languages.listening import is_english
from feedback.distress.languages.weights import (
    BIAS,
    LINE,
    REASON_BIASES,
    REASON_TABLES,
    REASONS,
    SCALE,
    TABLE,
    WORDS,
)
from feedback.distress.notice import Notice

_SMALL = (1 << REASON_BITS) - 1


def likeness_in(text: str) -> list[Notice]:
    """Return the soft line for a `fold.plain` text with a sentence like those of distress; none, or one.

    A text with two English words is left to the model of English.
    """
    parts = [] if is_english(text) else sentences(text)  # looked at first as it is: that is quick, and says it of most
    if is_english(" ".join(parts)):
        return []
    marks = [(_leaning(TABLE, places(part)) * SCALE + BIAS, part) for part in parts]
    mark, most = max(marks, default=(LINE, ""))
    if mark <= LINE:
        return []
    ranked = zip(REASONS, REASON_TABLES, REASON_BIASES, strict=True)
    small = {place & _SMALL for place in places(most)}
    reason = max(ranked, key=lambda row: _leaning(row[1], small) * row[2][0] + row[2][1])[0]
    return [Notice(reason, "possible", _language_of(" ".join(parts)), most)]


def _leaning(table: bytes, found: set[int]) -> float:
    return (sum(map(table.__getitem__, found)) - ZERO * len(found)) / sqrt(max(len(found), 1))


def _language_of(sentence: str) -> str:
    """Return the code of the language that most words are of; where none is known the answer is in English alone."""
    known = Counter(code for word in sentence.split() for code in WORDS.get(word, ()))
    return max(known, key=lambda code: (known[code], code), default="en")
