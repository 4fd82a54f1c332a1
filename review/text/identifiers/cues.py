"""What stands beside a name: titles, words that say somebody is named, and what only people do."""

from collections.abc import Sequence

from review.text.identifiers import lexicon
from review.text.identifiers.words import Word

_TITLES = lexicon.cue("titles")
_SAID = (
    ("name", "is"), ("name", "was"), ("names", "is"), ("names", "are"), ("name's",), ("named",), ("called",), ("call", "me"),
    ("call", "him"), ("call", "her"), ("known", "as"), ("am", "called"), ("myself", "as"), ("goes", "by"), ("spoke", "to"),
    ("spoke", "with"), ("speak", "to"), ("ask", "for"), ("asked", "for"), ("thanks", "to"), ("regards",), ("sincerely",),
)  # fmt: skip
"""Words after which a name comes."""
_KIN = lexicon.cue("kin")
"""Whose name may come next (`my son mark`)."""
_MEETS = lexicon.cue("meets")
"""Words after which an everyday name is one, where it is no month, feeling or verb."""
_LOOSE = lexicon.cue("people first")
"""Everyday words that are people's names more often than not, where they have a capital letter or stand after such a word."""
_THINGS = lexicon.cue("things first")
"""Everyday words that are things more often than people at the beginning of a sentence."""
_AFTER_THINGS = lexicon.cue("after things")
_VERBS = lexicon.cue("verbs first")
"""Those of them that begin a sentence in small letters without being a name."""
_DOES = lexicon.cue("does")
"""What people do, right after their name."""


def is_title(words: Sequence[Word], at: int) -> bool:
    """Return whether a word is said before a name (`Dr`, `auntie`)."""
    return words[at].key in _TITLES


def takes_person(key: str) -> bool:
    """Return whether a word is what a person does."""
    return key in _DOES


def is_thing(words: Sequence[Word], at: int) -> bool:
    """Return whether an everyday word that begins a sentence is meant as a word: by what it is, or by what comes after it.

    With a comma after it, it is somebody who is spoken to or explained (`Hope, my nurse`).
    """
    if at + 1 < len(words) and not words[at + 1].joins and not words[at + 1].begins:
        return False
    after = words[at + 1].key if at + 1 < len(words) else ""
    is_plain = after in _AFTER_THINGS and (after != "the" or words[at].key in _VERBS)
    return words[at].key in _THINGS or is_plain


def is_person_at_first(key: str) -> bool:
    """Return whether an everyday word in small letters that begins a sentence is somebody's name more often than not."""
    return key in _LOOSE - _VERBS


def is_met(words: Sequence[Word], at: int) -> bool:
    """Return whether the word before one says that somebody comes next, as far as it can (`with`, `my friend`)."""
    return at > 0 and words[at].joins and not words[at].begins and words[at - 1].key in _MEETS | _KIN


def is_told(words: Sequence[Word], at: int) -> bool:
    """Return whether the words before one say that it is somebody's name."""
    if not at or not words[at].start - words[at - 1].stop <= 3:
        return False
    before = [word.key for word in words[max(0, at - 2) : at]]
    if any(tuple(before[-len(said) :]) == said for said in _SAID):
        return True
    key, after = words[at].key, words[at + 1].key if at + 1 < len(words) else ""
    if words[at].begins or not words[at].joins:
        return False
    if before[-1] in _KIN:
        return key not in ("will", "may", "mark") or takes_person(after)
    return before[-1] in _MEETS and key in _LOOSE and before[-1:] != ["to"]
