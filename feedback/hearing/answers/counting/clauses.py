"""Which of several numbers is meant: the one of now, the one it came to, the one that stands alone; not that of before, or of what might be."""

import re
from collections.abc import Sequence

from feedback.hearing.spellings import word_set

CLAUSES = re.compile(
    r"[.,:](?!\d)|(?<!\d)[.,:]|[;!?\n()…–—]|\s-+(?=\s)|\b(?:but|and (?=now|today)|because|cos|coz|cause|cuz|though|although|since|so|and then|with|except|if|when|while|only|even)\b"
)
"""Where a new clause begins."""
PAST = word_set(
    "was were used before yesterday earlier usually normally usual previously originally first last once had wed been morning then typically ordinarily expected "
    "said told promised reckoned supposed meant quoted estimated advised"
)
"""Words of a clause that tells of before, or of what others said."""
HYPOTHETICAL = word_set(
    "would wouldve wouldnt could couldve might should shouldve if without want wanted wish hoped aim unless"
)
"""Words of a clause that tells of what might be."""
_NOW = word_set("now today currently nowadays tonight present moment")
_AT_LAST = (
    "in the end",
    "ended up",
    "turned out",
    "turns out",
    "in reality",
    "in actual fact",
    "in fact",
    "really was",
    "all told",
    "altogether",
    "in total",
)

Clause = tuple[list[str], list[float]]
"""The words of a clause, and the numbers in it."""


def meant(clauses: Sequence[Clause], beside: frozenset[str]) -> float | None:
    """Return the one number of several that is meant, or None. `beside` are the words beside which a number stands alone."""
    numbers = _at_last(clauses) or _now(clauses) or _standing_alone(clauses, beside) or _left(clauses)
    return numbers[0] if numbers else None


def _at_last(clauses: Sequence[Clause]) -> list[float] | None:
    """Return the number that it came to: "they said 12 but it was 18 in the end"."""
    told = [numbers for words, numbers in clauses if any(f" {mark} " in f" {' '.join(words)} " for mark in _AT_LAST)]
    return told[0] if len(told) == 1 and len(told[0]) == 1 else None


def _now(clauses: Sequence[Clause]) -> list[float] | None:
    """Return the number said of now: "was a 4 but now 6", "seven on a bad day, three today"."""
    told = [
        numbers
        for words, numbers in clauses
        if not _NOW.isdisjoint(words) and len(numbers) == 1 and PAST.isdisjoint(words)
    ]
    return told[0] if len(told) == 1 else None


def _standing_alone(clauses: Sequence[Clause], beside: frozenset[str]) -> list[float] | None:
    """Return the number that is a clause of its own: "2, there's one lamp out but I'm fine"."""
    alone = (
        numbers
        for words, numbers in clauses
        if len(numbers) == 1
        and all(word in beside or word[0].isdigit() for word in words)
        and PAST.isdisjoint(words)
        and HYPOTHETICAL.isdisjoint(words)
    )
    return next(alone, None)


def _left(clauses: Sequence[Clause]) -> list[float] | None:
    """Return the number that is left when those of before and of what might be are left out."""
    left = {
        number
        for words, numbers in clauses
        if PAST.isdisjoint(words) and HYPOTHETICAL.isdisjoint(words)
        for number in numbers
    }
    return list(left) if len(left) == 1 else None
