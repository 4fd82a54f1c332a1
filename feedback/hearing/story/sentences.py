"""A story cut into clauses, and of those only what says something certain about whoever tells it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from feedback.hearing.normal import tokens
from feedback.hearing.story.signals import OTHERS, UNREAL, UNSAFE

_MOST_CLAUSES = 400
_FEWEST, _MOST = 3, 60
"""Words of a clause that is read."""
_SENTENCE = re.compile(r"[^.!?;\n\u2026]+[.!?;\u2026]*")
_SUBJECT = r"(?:i|we|they|it|there|nobody|no one|noone|nothing|no|the|staff|then|my|our|id|ive|im)\b"
_JOIN = re.compile(
    rf",?\s+(?:and|so|plus|then)\s+(?={_SUBJECT})|,\s+(?={_SUBJECT})|,?\s+(?=(?:but|although|though|except|however)\b)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"\W*(?:(?:and|but|so|plus|then|also|well|although|though|because|cos)\s+)*", re.IGNORECASE)
_QUALIFIES = re.compile(rf"(?:but|although|though|except|however)\b(?!\s+{_SUBJECT})", re.IGNORECASE)
_ODD = re.compile('["\u201c\u201d\u00ab\u00bb\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]')
"""Marks of somebody else's speech, and letters that cannot be seen: such words are no quote."""


@dataclass(frozen=True)
class Clause:
    """A part of a sentence: its very words, and its words in the normal form."""

    quote: str
    words: tuple[str, ...]


def clauses(story: str) -> Iterator[Clause]:
    """Yield the clauses of a story that say something certain about whoever tells it."""
    count = 0
    for sentence in _SENTENCE.findall(story):
        was_unreal = "?" in sentence
        for part, after in pairwise([*_JOIN.split(sentence.strip()), ""]):
            count += 1
            opening = _OPENING.match(part)
            quote = part[opening.end() if opening else 0 :].rstrip(" ,:-")
            words = tuple(tokens(quote))
            is_unreal = not UNREAL.isdisjoint(words)
            is_stated = not (was_unreal or is_unreal or _QUALIFIES.match(after) or count > _MOST_CLAUSES)
            if is_stated and _is_certain(words) and not _ODD.search(quote):
                yield Clause(quote, words)
            was_unreal = is_unreal or "?" in sentence


def _is_certain(words: tuple[str, ...]) -> bool:
    is_of_a_length = _FEWEST <= len(words) <= _MOST
    return is_of_a_length and OTHERS.isdisjoint(words) and not UNSAFE.search(f" {' '.join(words)} ")
