"""Choices found by the words of their labels: "service user" is "I use or used services", "carer" is "I care for someone"."""

from dataclasses import dataclass
from functools import lru_cache

from feedback.hearing.answers.concepts import CONCEPTS, LONGEST_PHRASE
from feedback.hearing.answers.vocabulary import FILLERS, NEGATORS, STOPWORDS
from feedback.hearing.ask import Ask
from feedback.hearing.normal import nearest, normalise, tokens

_ENDINGS = ("ings", "ing", "ers", "ies", "ed", "er", "es", "s", "ly", "y", "e")
_NEGATION = "not"


@dataclass(frozen=True)
class Match:
    """How well one choice fits: the weight of the words shared (rarer among the choices is more), and its part of all words."""

    choice: str
    weight: float
    of_text: float
    of_label: float


def stem(word: str) -> str:
    """Return a word without its usual ending: "phoned", "phones" and "phoning" are alike. Short words stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def ideas(words: list[str]) -> tuple[str, ...]:
    """Return what words are about, in order: concepts, stems of content words, and "not" once where something is denied."""
    result: list[str] = []
    at = 0
    while at < len(words):
        size, idea = _idea_at(words, at)
        if idea and idea not in result:
            result.append(idea)
        at += size
    return tuple(result)


def _idea_at(words: list[str], at: int) -> tuple[int, str]:
    for size in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        concept = CONCEPTS.get(" ".join(words[at : at + size]))
        if concept is not None:
            return size, f"={concept}"
    word = words[at]
    if word in NEGATORS:
        return 1, _NEGATION
    return 1, "" if word in STOPWORDS or word in FILLERS else stem(word)


@lru_cache(maxsize=1024)
def _of_label(label: str) -> frozenset[str]:
    return frozenset(ideas(tokens(label)))


@lru_cache(maxsize=1024)
def _words_of_label(label: str) -> tuple[str, ...]:
    return tuple(tokens(label))


def names_of(ask: Ask, choice: str) -> tuple[str, ...]:
    """Return the label of a choice and its other names."""
    return (ask.choices[choice], *ask.also.get(choice, ()))


def exact(ask: Ask, text: str) -> str | None:
    """Return the choice whose label, its part before the first comma, or other name is the whole text."""
    normal = normalise(text)
    if not normal:
        return None
    for choice in ask.choices:
        if any(_normal(name) == normal for name in names_of(ask, choice)):
            return choice
    begun = [choice for choice, label in ask.choices.items() if _normal(label.partition(",")[0]) == normal]
    return begun[0] if len(begun) == 1 else None


@lru_cache(maxsize=1024)
def _normal(label: str) -> str:
    return normalise(label)


def matches(ask: Ask, words: list[str]) -> list[Match]:
    """Return the choices that share a word with a text, best first; a choice with other names is taken at its best one."""
    spelled = corrected(ask, words)
    said = [idea for idea in ideas(spelled) if idea]
    told = set(said)
    if not told - {_NEGATION}:
        return []
    by_choice = {choice: [_of_label(name) for name in names_of(ask, choice)] for choice in ask.choices}
    spread = {idea: sum(any(idea in name for name in names) for names in by_choice.values()) for idea in told}
    found = (_best(choice, names, told, spread) for choice, names in by_choice.items())
    return sorted((match for match in found if match is not None), key=lambda match: (-match.weight, -match.of_label))


def _best(choice: str, names: list[frozenset[str]], told: set[str], spread: dict[str, int]) -> Match | None:
    best: Match | None = None
    for name in names:
        shared = (name & told) - {_NEGATION}
        if not shared:
            continue
        weight = sum(1 / spread[idea] for idea in shared) - (0.4 if (_NEGATION in name) != (_NEGATION in told) else 0)
        match = Match(choice, weight, len(shared) / max(1, len(told)), len(shared) / max(1, len(name)))
        if best is None or match.weight > best.weight:
            best = match
    return best


def corrected(ask: Ask, words: list[str]) -> list[str]:
    """Return words with slips of the finger mended, as far as the labels of this question know the word meant."""
    vocabulary = [
        word
        for choice in ask.choices
        for name in names_of(ask, choice)
        for word in _words_of_label(name)
        if len(word) > 3
    ]
    known = {stem(word) for word in vocabulary}
    return [word if _is_known(word, known) else nearest(word, vocabulary) or word for word in words]


def _is_known(word: str, known: set[str]) -> bool:
    return (
        len(word) < 4
        or word in CONCEPTS
        or word in STOPWORDS
        or word in FILLERS
        or word in NEGATORS
        or stem(word) in known
    )
