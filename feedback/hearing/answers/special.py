"""The choices that are no things: none of these, one's own words, rather not say. Found once for a question, and kept."""

import re
from functools import lru_cache
from typing import NamedTuple

from feedback.hearing.answers.degrees import core
from feedback.hearing.answers.words.vocabulary import NOTHING_OF_THESE, REFUSAL
from feedback.hearing.ask import Ask
from feedback.hearing.normal import normalise, tokens
from feedback.hearing.spellings import word_set

_MOST_WORDS = 8
_NO_WORDS = word_set("no not none nothing nobody dont wouldnt havent")
_NO_CHOICES = ("would", "will", "ever", "changes")
Choices = tuple[tuple[str, str], ...]
"""The ids and labels of a question, in order."""


class Special(NamedTuple):
    """The choice that says none of these, own words, rather not say; how many choices stand before those at the end."""

    none: str | None
    own: str | None
    refusal: str | None
    ordinary: int

    @property
    def all(self) -> tuple[str | None, ...]:
        """The three choices."""
        return (self.none, self.own, self.refusal)


def special(ask: Ask) -> Special:
    """Return the choices of a question that are no things."""
    return _special(tuple(ask.choices.items()), ask.type == "many")


@lru_cache(maxsize=256)
def _special(choices: Choices, is_many: bool) -> Special:  # noqa: FBT001 - a cache is keyed by place
    none, own = _none(choices, is_many=is_many), _own(choices)
    refusal = next((choice for choice, label in choices if says(label, REFUSAL)), None)
    kept = [choice for choice, _ in choices]
    ends = {_none(choices, is_many=True), own, refusal}
    while len(kept) > 1 and kept[-1] in ends:
        kept.pop()
    return Special(none, own, refusal, len(kept))


def _own(choices: Choices) -> str | None:
    begun = (["other"], ["something"], ["another"])
    return next((choice for choice, label in choices if tokens(label)[:1] in begun), None)


def _none(choices: Choices, *, is_many: bool) -> str | None:
    plain = [choice for choice, label in choices if normalise(label.partition(",")[0]) in NOTHING_OF_THESE - {"no"}]
    if plain or not is_many:
        return plain[0] if plain else None
    told = {choice: tokens(label)[:4] for choice, label in choices}
    begun = [choice for choice, words in told.items() if _says_none(words)]
    denied = begun or [choice for choice, words in told.items() if _denies(words)]
    return denied[0] if len(denied) == 1 else None


def _denies(words: list[str]) -> bool:
    """Return whether a label denies as a whole: "I do not use services"; "not in my language" is a thing that is wrong."""
    is_fault = words[:1] == ["not"] and len(words) > 1 and words[1] not in {"any", "applicable", "at", "one"}
    return not _NO_WORDS.isdisjoint(words) and not is_fault


def _says_none(words: list[str]) -> bool:
    is_first = words[:1] in (["nothing"], ["none"], ["nobody"], ["nowhere"]) and words[1:2] not in (
        [one] for one in _NO_CHOICES
    )
    return is_first or "fine" in words or "nothing" in words[1:]


def refuses(text: str) -> bool:
    """Return whether a text keeps the answer to itself; a bus pass is no "pass"."""
    return says(text, REFUSAL) and _TICKET.search(normalise(text)) is None


_TICKET = re.compile(r"\b(?:bus|free|travel|freedom|concessionary|day|my|his|her|railcard) pass\b")


def says(text: str, phrases: frozenset[str]) -> bool:
    """Return whether a short text holds one of some phrases of two words or more, or is one."""
    words = tokens(text)
    if len(words) > _MOST_WORDS:
        return False
    return any(" ".join(words[at : at + size]) in phrases for at in range(len(words)) for size in range(2, 6)) or (
        " ".join(core(words)) in phrases
    )
