"""How hard a text is to read: words in a sentence, syllables in a word, the Flesch-Kincaid grade.

A grade of 4 to 6 is a reading age of 9 to 11. The formula jumps about on a single short line: judge a whole script by
it, and a line by the length of its sentences. Syllables are guessed by a rule of spelling (English); the tests hold
the shipped words against a dictionary.
"""

import re
from collections.abc import Iterable

SENTENCE_MOST = 15
"""Words in a sentence."""
GRADE_MOST = 6.0
"""The age of 9 to 11, at which most people who read slowly, or are new to English, still read along."""

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0d7f'’])*")
"""Of any alphabet, with the signs that stand over, under and beside its letters."""
_SENTENCE_END = re.compile(r"(?<=[.!?:؟۔।])\s+|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^dt]ed|[^sxzhcg]es|ely|eful|eless|ement)$")
_SPLIT = re.compile(r"i[aou](?!u|s$)|[^qg]ua|uo|eo(?!u)|ying$|io(?!n|u)")
_JOINED = re.compile(r"[tscg]i[ao]|gue$|que$")
_HARD_SYLLABLES = 4
"""A guess: words of three, such as "hospital", are known to everybody."""


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text, in any alphabet: letters and apostrophes; numbers are not counted."""
    return tuple(_WORD.findall(text))


def sentences_in(text: str) -> tuple[str, ...]:
    """Return the sentences of a text that hold a word. A line break and a colon end one as well."""
    return tuple(part for part in _SENTENCE_END.split(text) if _WORD.search(part))


def long_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of more than 15 words."""
    return tuple(part for part in sentences_in(text) if len(words_in(part)) > SENTENCE_MOST)


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, one at least."""
    plain = re.sub(r"['’].*$", "", word.lower())
    count = len(_VOWELS.findall(plain))
    if _SILENT.search(plain):
        count -= 1
    count += len(_SPLIT.findall(plain)) - len(_JOINED.findall(plain))
    return max(count, 1)


def grade(texts: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of several texts together: 0 for no words."""
    told = tuple(texts)
    words = [word for text in told for word in words_in(text)]
    count = sum(len(sentences_in(text)) for text in told)
    if not words:
        return 0.0
    return 0.39 * len(words) / count + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def hard_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words of four syllables or more, each once, in the order of reading."""
    found = (word.lower() for text in texts for word in words_in(text) if syllables(word) >= _HARD_SYLLABLES)
    return tuple(dict.fromkeys(found))
