"""How a text and each choice of a question fit together, as numbers: what the model of the likeliest choice weighs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from feedback.hearing.answers import labels
from feedback.hearing.answers.degrees import is_unsure, yes_or_no
from feedback.hearing.answers.meaning.degree_guess import ranked
from feedback.hearing.answers.meaning.likeness import likeness
from feedback.hearing.answers.special import Special, special
from feedback.hearing.answers.usual_scales import scale_of
from feedback.hearing.answers.words.vocabulary import NEGATORS
from feedback.hearing.ask import Ask
from feedback.hearing.heard import Heard
from feedback.hearing.normal import clauses, normalise, tokens

_PART = 4
"""Letters of the parts by which a text and a label are compared in spelling."""
_LONG, _MOST_PARTS = 8, 6
Row = tuple[float, ...]


@dataclass(frozen=True)
class Fitting:
    """For each choice the numbers of its pair with the text, and one row of numbers for "no choice is meant"."""

    pairs: tuple[Row, ...]
    without: Row


def fitting(ask: Ask, text: str, heard: Heard) -> Fitting:
    """Return how a text fits each choice, with what rules heard of it."""
    words = tokens(text)
    near = _nearness(ask, words)
    by_part = _of_parts(ask, text, near)
    fits = {match.choice: match for match in labels.matches(ask, words)}
    weights = [fits[choice].weight if choice in fits else 0.0 for choice in ask.choices]
    degrees = _degrees(ask, words)
    kinds, is_denied, spelt = special(ask), not NEGATORS.isdisjoint(words), _parts(normalise(text))
    pairs = tuple(
        (
            float(heard.choice == choice),
            float(heard.choice == choice and choice not in fits),
            *_of_match(fits.get(choice), weights),
            *_of_likeness(near[at], near),
            by_part[at] - max(part for other, part in enumerate(by_part) if other != at),
            _shared(spelt, ask.choices[choice]),
            degrees.get(choice, 0.0),
            *_of_kind(kinds, choice, ask.choices[choice], is_denied=is_denied),
        )
        for at, choice in enumerate(ask.choices)
    )
    asks = float(text.strip().endswith("?"))
    return Fitting(pairs, (asks, *_without(ask, words, heard, near, weights)))


def _nearness(ask: Ask, words: Sequence[str]) -> list[float]:
    """Return how near each choice is, by the nearest of its names."""
    names = [labels.names_of(ask, choice) for choice in ask.choices]
    found = iter(likeness(words, [name for of_choice in names for name in of_choice]))
    return [max(next(found) for _ in of_choice) for of_choice in names]


def _of_parts(ask: Ask, text: str, near: list[float]) -> list[float]:
    """Return how near each choice is to the nearest part of a text; `near` where it has but one."""
    parts = [part.split() for part in clauses(text)]
    if len(parts) < 2:
        return near
    return [max(of_choice) for of_choice in zip(*(_nearness(ask, part) for part in parts[:_MOST_PARTS]), strict=True)]


def _degrees(ask: Ask, words: list[str]) -> dict[str, float]:
    scale = scale_of(ask)
    return {} if scale is None else {choice: score for score, choice in ranked(words, scale[1]) if choice}


def _of_match(match: labels.Match | None, weights: Sequence[float]) -> Row:
    if match is None:
        return (0.0, 0.0, 0.0, 0.0, 0.0)
    ahead = match.weight - max((weight for weight in weights if weight < match.weight), default=0.0)
    is_first = match.weight == max(weights) and weights.count(match.weight) == 1
    return (match.weight, match.of_label, match.of_text, float(is_first) * min(1.0, ahead), float(match.is_own_word))


def _of_likeness(whole: float, all_near: Sequence[float]) -> Row:
    rest = sorted(all_near, reverse=True)
    is_first = whole == rest[0]
    ahead = whole - (rest[1] if is_first and len(rest) > 1 else rest[0])
    mean = sum(all_near) / len(all_near)
    return (whole, whole - mean, ahead)


@lru_cache(maxsize=1024)
def _parts_of_label(label: str) -> frozenset[str]:
    return _parts(normalise(label))


def _parts(normal: str) -> frozenset[str]:
    padded = f" {normal} "
    return frozenset(padded[at : at + _PART] for at in range(len(padded) - _PART + 1))


def _shared(spelt: frozenset[str], label: str) -> float:
    parts = _parts_of_label(label)
    return len(spelt & parts) / (len(parts) + 1)


def _of_kind(kinds: Special, choice: str, label: str, *, is_denied: bool) -> Row:
    denies = not NEGATORS.isdisjoint(labels.words_of_label(label))
    return (
        float(choice == kinds.none),
        float(choice == kinds.own),
        float(choice == kinds.refusal),
        float(denies and is_denied),
        float(denies),
        float(is_denied and not denies),
    )


def _without(ask: Ask, words: list[str], heard: Heard, near: Sequence[float], weights: Sequence[float]) -> Row:
    kinds = special(ask)
    whole = sorted(near, reverse=True)
    fits = sorted(weights, reverse=True)
    return (
        1.0,
        float(heard.act == "other"),
        float(heard.act == "unclear"),
        float(heard.choice is not None),
        float(len(words) <= 2),
        float(len(words) > _LONG),
        float(kinds.own is not None),
        float(is_unsure(words)),
        float(yes_or_no(words) is not None),
        len(ask.choices) / 10,
        whole[0],
        whole[0] - whole[min(1, len(whole) - 1)],
        fits[0],
        fits[0] - fits[min(1, len(fits) - 1)],
    )
