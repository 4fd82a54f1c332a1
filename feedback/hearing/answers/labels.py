"""Choices found by the words of their labels: "service user" is "I use or used services", "carer" is "I care for someone"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from feedback.hearing.answers.times.day_parts import has_parts_of_day, with_parts_of_day
from feedback.hearing.answers.words.concepts import CONCEPTS, SIZES, TOPIC_PHRASES
from feedback.hearing.answers.words.phrases import phrase_at
from feedback.hearing.answers.words.stems import stem
from feedback.hearing.answers.words.vocabulary import FILLERS, NEGATORS, STOPWORDS
from feedback.hearing.ask import Ask
from feedback.hearing.normal import nearest, normalise, tokens
from feedback.hearing.spellings import word_set

NEGATION = "not"
_WHOLE = 0.03
"""What a label counts more of which all is said."""
_GENERIC = frozenset(
    map(
        stem,
        word_set(
            "someone somebody help support new more better other others people person part use come bit way day group "
            "me told tell see give gave free may big small good nice came took take went time old nothing everything everyone "
            "know knew work done made make look find found need things back feel felt talk always never happened"
        ),
    )
)
"""Words that stand in labels of many kinds."""
_NO_SLIPS = frozenset(
    {"ever", "even", "over", "them", "then", "there", "these", "where", "rain", "pain", "gain", "main"}
)
_DASHED = re.compile(r"^\s*(\d{1,3})\s*[-–—]\s*(\d{1,3})(?=\D|$)")
"""A span as it is typed: "25-44" is the label "25 to 44"."""
Meant = tuple[str, ...]
"""All that one word may mean."""


@dataclass(frozen=True)
class Found:
    """The id of a choice, and whether it is certain. `is_other` says that somebody's own words stand beside the choices."""

    choice: str
    is_sure: bool = True
    is_other: bool = False


@dataclass(frozen=True)
class Match:
    """How well one choice fits: the weight of the words shared (rarer among the choices is more), and its part of all words.

    `used` are the words of the text that fit; `is_own_word` says that one of them is a word of the label itself; `depth` counts all
    that they may mean and the label too.
    """

    choice: str
    weight: float
    of_text: float
    of_label: float
    used: frozenset[Meant] = frozenset()
    is_own_word: bool = False
    depth: float = 0.0


def ideas(words: list[str]) -> tuple[tuple[str, ...], ...]:
    """Return what words are about, in order, each with all that it may mean; "not" stands where something is denied."""
    result: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        size, meant = _idea_at(words, at)
        if meant and meant not in result:
            result.append(meant)
        at += size
    return tuple(result)


def ideas_with_words(words: list[str]) -> list[tuple[str, Meant]]:
    """Return the words and phrases that say something, each with all that it may mean; without denial."""
    result: list[tuple[str, Meant]] = []
    at = 0
    while at < len(words):
        size, meant = _idea_at(words, at)
        if meant and meant != (NEGATION,):
            result.append((" ".join(words[at : at + size]), meant))
        at += size
    return result


def _idea_at(words: list[str], at: int) -> tuple[int, tuple[str, ...]]:
    found = phrase_at(words, at)
    if found is not None:
        size, phrase = found
        return size, (*CONCEPTS[phrase], *_of_parts(words[at : at + size], phrase))
    word = words[at]
    if word in NEGATORS:
        return 1, (NEGATION,)
    return 1, () if word in STOPWORDS or word in FILLERS else (stem(word),)


def _of_parts(words: list[str], phrase: str) -> tuple[str, ...]:
    """Return what else a word or phrase may mean: its stem, and for a phrase of a topic what its words mean on their own."""
    if len(words) == 1:
        return (stem(words[0]),)
    if phrase not in TOPIC_PHRASES:
        return ()
    parts = [word for word in words if word not in NEGATORS and word not in STOPWORDS and word not in FILLERS]
    spans = (" ".join(words[at : at + size]) for size in range(2, len(words)) for at in range(len(words) - size + 1))
    within = (meaning for span in spans for meaning in CONCEPTS.get(span, ()))
    return tuple(dict.fromkeys([*within, *(m for word in parts for m in (*CONCEPTS.get(word, ()), stem(word)))]))


def content(words: list[str]) -> list[tuple[str, ...]]:
    """Return what words are about, without denial and figures."""
    return [meant for meant in ideas(words) if meant != (NEGATION,) and not meant[0].isdigit()]


@lru_cache(maxsize=1024)
def _of_label(label: str) -> dict[str, int]:
    """Return each meaning in a label, and which of its words has it."""
    return {meaning: place for place, meant in enumerate(ideas(tokens(label))) for meaning in meant}


@lru_cache(maxsize=1024)
def words_of_label(label: str) -> tuple[str, ...]:
    """Return the words of a label, or of a question: those of texts are not kept."""
    return tuple(tokens(label))


def names_of(ask: Ask, choice: str) -> tuple[str, ...]:
    """Return the label of a choice and its other names."""
    return (ask.choices[choice], *ask.also.get(choice, ()))


def exact(ask: Ask, text: str) -> str | None:
    """Return the choice whose label, its part before the first comma, or other name is the whole text."""
    normal = normalise(_DASHED.sub(r"\1 to \2", text))
    if not normal:
        return None
    for choice in ask.choices:
        if any(_normal(name) == normal for name in names_of(ask, choice)):
            return choice
    begun = [choice for choice, label in ask.choices.items() if _normal(label.partition(",")[0]) == normal]
    return begun[0] if len(begun) == 1 else None


@lru_cache(maxsize=1024)
def _normal(label: str) -> str:
    return normalise(_DASHED.sub(r"\1 to \2", label))


def matches(ask: Ask, words: list[str]) -> list[Match]:
    """Return the choices that share a word with a text, best first; a choice with other names is taken at its best one."""
    told = ideas(corrected(ask, words))
    if all(meant == (NEGATION,) for meant in told):
        return []
    by_choice = {choice: [_of_label(name) for name in names_of(ask, choice)] for choice in ask.choices}
    meanings = {meaning for meant in told for meaning in meant}
    spread = {
        meaning: sum(any(meaning in name for name in names) for names in by_choice.values()) for meaning in meanings
    }
    found = (_best(choice, names, told, spread) for choice, names in by_choice.items())
    return sorted(
        (match for match in found if match is not None),
        key=lambda match: (-match.weight - _WHOLE * min(1, match.of_label), -match.of_label, -match.depth),
    )


def _best(choice: str, names: list[dict[str, int]], told: tuple[Meant, ...], spread: dict[str, int]) -> Match | None:
    """Return how well the best name of a choice fits. A word counts by its rarest meaning among the choices."""
    best: Match | None = None
    is_denied = (NEGATION,) in told
    for name in names:
        used = [meant for meant in told if meant != (NEGATION,) and any(m in name for m in meant)]
        shared = [_weight_of(meant) * _shared(meant, name, spread) for meant in used]
        if not shared:
            continue
        weight = sum(shared) - (0.4 if (NEGATION in name) != is_denied else 0)
        is_own_word = any(not meaning.startswith("=") and meaning in name for meant in used for meaning in meant)
        parts = len(shared) / max(1, len(told)), len(shared) / max(1, len(set(name.values())))
        depth = sum(1 / spread[meaning] for meant in used for meaning in meant if meaning in name)
        match = Match(choice, weight, *parts, frozenset(used), is_own_word, depth)
        if best is None or match.weight > best.weight:
            best = match
    return best


def _shared(meant: Meant, name: dict[str, int], spread: dict[str, int]) -> float:
    """Return how much of one word is in a name: its rarest meaning there, and a little for each other."""
    vague = 1 - 0.01 * min(15, len(meant))
    parts = [
        _closeness(meaning) * (vague if meaning.startswith("=") else 1) / spread[meaning]
        for meaning in meant
        if meaning in name
    ]
    return max(parts) + min(0.12, 0.02 * (sum(parts) - max(parts)))


def _weight_of(meant: Meant) -> float:
    """Return how much one word counts: "someone" is in many a label and says little."""
    return 1.0 if _GENERIC.isdisjoint(meant) else 0.4


def _closeness(meaning: str) -> float:
    """Return how near a shared meaning brings two words: 1 for the word itself, less the more words have the meaning."""
    return 1.0 if not meaning.startswith("=") else 0.97 - 0.001 * min(SIZES[meaning], 70)


def corrected(ask: Ask, words: list[str]) -> list[str]:
    """Return words with slips of the finger mended, as far as the labels of this question know the word meant."""
    vocabulary, known = _vocabulary(tuple(name for choice in ask.choices for name in names_of(ask, choice)))
    words = with_parts_of_day(words) if _has_parts_of_day(ask) else words
    words = _joined(words, frozenset(vocabulary))
    return [word if _is_known(word, known) else nearest(word, vocabulary) or word for word in words]


@lru_cache(maxsize=256)
def _vocabulary(names: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of some names that may be slipped on, and their stems."""
    words = tuple(word for name in names for word in words_of_label(name) if len(word) > 3)
    return words, frozenset(map(stem, words))


def _joined(words: list[str], vocabulary: frozenset[str]) -> list[str]:
    """Return words in which two that a label writes as one are one: "lap top"."""
    result: list[str] = []
    for word in words:
        if result and result[-1] + word in vocabulary:
            result[-1] += word
        else:
            result.append(word)
    return result


def _has_parts_of_day(ask: Ask) -> bool:
    return _have_parts_of_day(tuple(ask.choices.values()))


@lru_cache(maxsize=256)
def _have_parts_of_day(names: tuple[str, ...]) -> bool:
    return has_parts_of_day(frozenset(word for name in names for word in words_of_label(name)))


def tells_hour(ask: Ask, words: list[str]) -> bool:
    """Return whether words tell an hour, where the choices are parts of a day: "not before noon"."""
    return _has_parts_of_day(ask) and with_parts_of_day(words) != words


def _is_known(word: str, known: frozenset[str]) -> bool:
    return (
        len(word) < 4
        or word in CONCEPTS
        or word in _NO_SLIPS
        or word in STOPWORDS
        or word in FILLERS
        or word in NEGATORS
        or stem(word) in known
    )
