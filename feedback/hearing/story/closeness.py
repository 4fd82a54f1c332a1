"""What a question or a choice is about, and whether a clause speaks of that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from feedback.hearing.answers.words.stems import stem
from feedback.hearing.answers.words.vocabulary import FILLERS, NEGATORS, STOPWORDS
from feedback.hearing.normal import tokens
from feedback.hearing.story.signals import BE_FORMS, FAMILY, LIGHT_IDEAS, MYSELF, NO_TOPIC, WHAT

_FITTING = 0.6
"""The part of a question's own words that a sentence has to say to be about it."""
_NEAR = 5
"""So many words at most are from one word to the next that belongs to it."""
_BEFORE = 3
"""So many words before one may stand what it belongs to."""


@lru_cache(maxsize=4096)
def idea(word: str) -> str:
    """Return what a word is about: its family, or itself without its ending."""
    bare = stem(word)
    return FAMILY.get(bare, bare)


_WHAT_IDEAS = frozenset(map(idea, WHAT))


@dataclass(frozen=True)
class About:
    """What a question or a choice is about: the ideas that a clause has to say, in order, and the lighter ones beside them."""

    ideas: tuple[str, ...]
    light: frozenset[str]
    words: frozenset[str]
    is_label: bool
    parts: Mapping[str, str]
    """Whether the person does what an idea says (`does`) or it is done to them (`gets`), where the question says so."""

    def places_in(self, said: Sequence[str]) -> tuple[int, ...]:
        """Return where the ideas stand in a clause, near each other and in their order; empty where too few do.

        A single idea needs a lighter one near it: one word alone stands in too many sentences.
        """
        found = _in_order(self.ideas, said)
        if not found or len(found) < ceil(len(self.ideas) * _FITTING) or self._lacks_what(said, found):
            return ()
        if any(self.parts.get(said[at]) and not _is_mine(self.parts[said[at]], said, at) for at in found):
            return ()
        if len(self.ideas) > 1:
            return found
        if self.is_label and len(self.words.intersection(said)) < len(self.words) * _FITTING:
            return ()
        beside = [at for at, one in enumerate(said) if one in self.light and 0 < abs(at - found[0]) <= _NEAR]
        return tuple(sorted((found[0], min(beside, key=lambda at: abs(at - found[0]))))) if beside else ()

    def _lacks_what(self, said: Sequence[str], found: tuple[int, ...]) -> bool:
        """Whether "told what changed" is asked, and "told that the room has changed" is said."""
        return "what" in self.words and not any(
            one in _WHAT_IDEAS for at in found for one in said[max(0, at - _BEFORE) : at]
        )


def _in_order(ideas: Sequence[str], said: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the most ideas that stand near each other and in their order."""
    best: tuple[int, ...] = ()
    for start in (at for at, one in enumerate(said) if one in ideas):
        found, last = [start], ideas.index(said[start])
        for at in range(start + 1, len(said)):
            if said[at] in ideas[last + 1 :] and at - found[-1] <= _NEAR:
                found, last = [*found, at], ideas.index(said[at])
        best = max(best, tuple(found), key=len)
    return best


@lru_cache(maxsize=4096)
def about(text: str, *, is_label: bool = False) -> About:
    """Return what a text of a flow is about."""
    words = tokens(text)
    light = frozenset(idea(word) for word in words if idea(word) in LIGHT_IDEAS)
    ideas = tuple(dict.fromkeys(idea(word) for word in words if is_topic(word)))
    return About(ideas, light, frozenset(map(idea, words)), is_label, _parts(words))


def _parts(words: Sequence[str]) -> Mapping[str, str]:
    """Return what part the person has in each idea of a question: "you needed", "were you treated", "tell you"."""
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if word != "you":
            continue
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if is_topic(before):
            found[idea(before)] = "gets"
        elif is_topic(after):
            found[idea(after)] = "gets" if before in BE_FORMS else "does"
    return found


def _is_mine(part: str, said: Sequence[str], at: int) -> bool:
    """Return whether a clause gives the person the part that the question asks for: "told us", "was told", "I needed"."""
    before = said[max(0, at - _BEFORE) : at]
    if part == "does":
        return not _MINE.isdisjoint(before[-2:]) and before[-1] not in _THEIRS
    return (said[at + 1 : at + 2] != () and said[at + 1] in _MINE) or not _BEING.isdisjoint(before)


_MINE, _BEING = frozenset(map(idea, MYSELF)), frozenset(map(idea, BE_FORMS))
_THEIRS = frozenset(map(idea, ("they", "them", "you")))


def is_topic(word: str) -> bool:
    """Return whether a word of a question says what it is about, beside those that stand in every sentence."""
    is_plain = word in STOPWORDS or word in FILLERS or word in NEGATORS or word in NO_TOPIC
    return word == "why" or not (is_plain or idea(word) in LIGHT_IDEAS)
