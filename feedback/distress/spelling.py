"""Typing errors in the words that matter here, undone by edit distance (Damerau: drop, add, swap, change one letter).

A word of five letters or more may be one edit off, of eight or more two. Words that are English as they stand are never
changed (`real_words`), so that "living" does not become "leaving". Looked up by letters left out (symmetric delete), which
takes the same time for any size of the vocabulary.
"""

import re
from itertools import combinations

from feedback.distress.model.groups import GROUPS
from feedback.distress.real_words import REAL_WORDS
from feedback.distress.vocabulary import VOCABULARY

# "sewercidal", "suisidle", "sucidul": heard by its sound, since it is often more than two letters off.
_BY_SOUND = re.compile(
    r"s(?:u|ue|ew|ewe|oo|uo|ui|iu|ou)+(?:r|er|i|a|y|e)*[sc]+[iyae]*d(?:e|al|el|le|ul|il|a|aly|ality|ale|all|ial|dal|ely|l)?"
)
KNOWN = VOCABULARY | REAL_WORDS | {word.decode() for word in GROUPS[0]}
"""Words that stand as they are typed."""
_SHORTEST = 5
_LONG = 8


def _cut(word: str, most: int) -> set[str]:
    """Return a word with up to `most` letters left out, in every way."""
    forms = {word}
    for count in range(1, most + 1):
        for gone in combinations(range(len(word)), count):
            forms.add("".join(letter for place, letter in enumerate(word) if place not in gone))
    return forms


def _reach(word: str) -> int:
    return 0 if len(word) < _SHORTEST else 1 if len(word) < _LONG else 2


def _index() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(VOCABULARY):
        for form in _cut(word, _reach(word)):
            found[form] = (*found.get(form, ()), word)
    return found


_INDEX = _index()
_MASKED = {length: [word for word in sorted(VOCABULARY) if len(word) == length] for length in range(3, 14)}


def mended(stretched: str, once: str) -> str:
    """Return the word meant, of a word with stretched letters kept twice and once; the second where none is known."""
    if stretched in VOCABULARY or stretched in REAL_WORDS:
        return stretched
    if once in VOCABULARY or once in REAL_WORDS or (once != stretched and len(once) < _SHORTEST):
        return once
    if "*" in once:
        return _unmasked(once)
    if _BY_SOUND.fullmatch(once):
        return "suicidal" if "l" in once else "suicide"
    return _nearest(once)


def _unmasked(word: str) -> str:
    """Return the word that matters behind one with letters starred out ("k*ll"), or without the stars."""
    wanted = re.compile(word.replace("*", "[a-z]"))
    known = _MASKED.get(len(word), []) if word.count("*") * 2 <= len(word) else []
    return next((one for one in known if wanted.fullmatch(one)), word.replace("*", ""))


def close_words(word: str) -> list[tuple[int, str]]:
    """Return the words that matter which a word may be a misspelling of, the nearest first, each with its distance."""
    if not _SHORTEST - 1 <= len(word) <= 16:
        return []
    near = {one for form in _cut(word, _reach(word) or 1) for one in _INDEX.get(form, ())}
    apart = ((distance(word, one), one) for one in near)
    return sorted(
        (far, one)
        for far, one in apart
        if far == 1 or (far <= _reach(one) and far <= _reach(word) and word[0] == one[0])
    )


def _nearest(word: str) -> str:
    near = close_words(word) if word.isalpha() and word not in KNOWN else []
    return near[0][1] if near else word


def distance(one: str, other: str) -> int:
    """Return in how many edits one word becomes another, a swap of neighbours being one (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for down, left in enumerate(one, 1):
        older, before, row = before, row, [down]
        for across, right in enumerate(other, 1):
            cost = min(before[across] + 1, row[across - 1] + 1, before[across - 1] + (left != right))
            swapped = down > 1 and across > 1 and left == other[across - 2] and one[down - 2] == right
            row.append(min(cost, older[across - 2] + 1) if swapped else cost)
    return row[-1]
