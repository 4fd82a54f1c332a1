"""Phrases of the lists as people say them: in other forms ("telt us what happened"), with small words between, with a slip of the finger."""

from functools import lru_cache

from feedback.hearing.answers.words.concepts import CONCEPTS, LONGEST_PHRASE
from feedback.hearing.answers.words.stems import stem
from feedback.hearing.answers.words.vocabulary import FILLERS, NEGATORS, STOPWORDS
from feedback.hearing.normal import slips
from feedback.hearing.spellings import word_set

_LIGHT = word_set(
    "the a an my me our us your his her their its all of to in on at for with some this that these those just really very "
    "big wee little old own is are was were be been being i we he she they it and so do did have has had get got"
)
"""Words that may stand in a phrase or not: "wrote it all in a letter" is "wrote letter"."""
_OPENING = frozenset(phrase.split(" ")[0] for phrase in CONCEPTS if " " in phrase)
"""Words with which a phrase of the lists begins."""
_KNOWN = STOPWORDS | FILLERS | NEGATORS
_SHORTEST = 6
"""Letters of the shortest word that is mended: there is too much that a shorter one may be."""


def phrase_at(words: list[str], at: int) -> tuple[int, str] | None:
    """Return how many words from a place are a phrase of the lists, and how it stands there; None if there is none."""
    longest = LONGEST_PHRASE if words[at] in _OPENING else 1
    for size in range(min(longest, len(words) - at), 0, -1):
        said = " ".join(words[at : at + size])
        if said in CONCEPTS:
            return size, said
    return _loosely(words, at)


def _loosely(words: list[str], at: int) -> tuple[int, str] | None:
    """Return the longest phrase of which the heavy words stand here in any form, with nothing but light ones between."""
    if words[at] in _LIGHT or words[at] in _KNOWN:
        return None
    longest: tuple[int, str] | None = None
    heavy: list[str] = []
    for size, word in enumerate(words[at : at + LONGEST_PHRASE + 3], 1):
        if word in _LIGHT:
            continue
        heavy.append(_stem_of(word))
        begun = " ".join(heavy)
        if begun not in _beginnings():
            break
        known = _loose_phrases().get(begun)
        longest = longest if known is None else (size, known)
    return longest


def _stem_of(word: str) -> str:
    return stem(word) if word in NEGATORS else stem(mended(word))


@lru_cache(maxsize=1)
def _loose_phrases() -> dict[str, str]:
    """Return phrases by the stems of their heavy words. Of two that are alike the first of the lists is meant."""
    table: dict[str, str] = {}
    for phrase in CONCEPTS:
        heavy = [stem(word) for word in phrase.split() if word not in _LIGHT]
        if len(heavy) > 1 or (heavy and " " not in phrase and len(heavy[0]) > 3):
            table.setdefault(" ".join(heavy), phrase)
    return table


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """Return what the phrases begin with, so that a search ends where no phrase goes on."""
    return frozenset(
        " ".join(phrase.split()[:size]) for phrase in _loose_phrases() for size in range(1, LONGEST_PHRASE + 1)
    )


def mended(word: str) -> str:
    """Return a word that nobody knows as the one word of the lists from which it is one slip away, or as it stands."""
    if len(word) < _SHORTEST or len(word) > 20 or not word.isalpha() or word in _KNOWN or word in CONCEPTS:
        return word
    found = {known for part in _parts(word) for known in _by_part().get(part, ())}
    near = [known for known in found if slips(word, known, 1) <= 1]
    return near[0] if len(near) == 1 else word


def _parts(word: str) -> set[str]:
    """Return a word, and what is left of it when any one letter is left out."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@lru_cache(maxsize=1)
def _by_part() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for known in CONCEPTS:
        if len(known) >= _SHORTEST and known.isalpha():
            for part in _parts(known):
                table.setdefault(part, []).append(known)
    return table
