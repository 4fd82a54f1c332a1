"""The usual scales, known once for all: yes/partly/no, how often, how much, agree, good and bad."""

from dataclasses import replace
from functools import lru_cache

from feedback.hearing.answers.degrees import (
    Degree,
    degree_of_label,
    is_unsure,
    lookup,
    quality_in,
    saying_in,
    yes_or_no,
)
from feedback.hearing.answers.labels import Found
from feedback.hearing.answers.meaning.degree_guess import ranked
from feedback.hearing.answers.words.vocabulary import BAD, FILLERS, GOOD, NEGATORS
from feedback.hearing.ask import Ask
from feedback.hearing.normal import clauses, nearest, normalise, tokens
from feedback.hearing.spellings import word_set

_LONG = 8
"""A text of more words than this is a story: what is found in it is asked back."""
_KNOWING = word_set("know knew aware understand understood told informed")
"""Words of questions at which "not a clue" is a no."""
_MOSTLY = word_set("mostly mainly usually generally largely")
_NO_SLIPS = word_set("every party letter setter goods other reality mainly")
"""Words of their own that are one slip away from one of a scale."""
_SCALE_WORDS = tuple(
    sorted(
        word_set(
            "partly sometimes always never often rarely usually definitely satisfied dissatisfied better worse agree disagree unsure mostly maybe brilliant excellent terrible good very really"
        )
    )
)


def by_scale(ask: Ask, text: str) -> Found | None:
    """Return the choice of a usual scale (yes/partly/no, how often, agree, good/bad) nearest to what the text says."""
    scale = scale_of(ask)
    if scale is None:
        return None
    dimension, values = scale
    words = mended(_as_now(text))
    unsure = next(
        (
            choice
            for choice, label in ask.choices.items()
            if (d := degree_of_label(normalise(label))) and d.dimension == "unsure"
        ),
        None,
    )
    if unsure is not None and is_unsure(words):
        return Found(unsure, is_sure=len(words) <= _LONG)
    if is_unsure(words) and dimension in {"yesno", "frequency"} and not _KNOWING.isdisjoint(tokens(ask.question)):
        return _nearest(values, Degree(0.0, "yesno", is_whole=False), words)
    if is_unsure(words):
        is_perhaps = (dimension == "quality" and "fence" in words) or (
            dimension == "quality"
            and not {"might", "maybe", "perhaps", "possibly"}.isdisjoint(words)
            and len(words) <= 4
        )
        return _nearest(values, Degree(0.5, "quality", is_whole=False), words) if is_perhaps else None
    degree = _degree(dimension, words)
    if degree is None:
        return None
    found = _nearest(values, degree, words) or _of_two(dimension, values, degree, words)
    return found if found is None or found.is_sure else _doubted(found, values, words)


_FEW = 4
"""Words of a text that the lists know better than the model."""
_LEAD, _GREAT_LEAD = 0.05, 0.7
"""Leads over which the model is believed: where lists said nothing, and where they said another. Chosen over lines of two authors."""


_TO_US = word_set("you your repeat pardon")
"""Words of who speaks to the program, and does not tell how it was."""


def by_guess(ask: Ask, text: str) -> Found | None:
    """Return the choice of a usual scale that the model makes of a text in which no list has a degree. It is asked back."""
    scale = scale_of(ask)
    words = tokens(text)
    if scale is None or not _TO_US.isdisjoint(words) or not 2 < len(words) <= 30 or text.strip().endswith("?"):
        return None
    likeliest, second = ranked(words, scale[1])[:2]
    if not likeliest[1] or likeliest[0] - second[0] < _LEAD:
        return None
    return Found(likeliest[1], is_sure=False)


def _doubted(found: Found, values: dict[str, float], words: list[str]) -> Found:
    """Return what a list found, or what the model makes of it where that is far more likely."""
    if len(words) < _FEW:
        return found
    by_choice = {choice: score for score, choice in ranked(words, values)}
    other = max(by_choice, key=lambda choice: by_choice[choice])
    is_likelier = other and by_choice[other] - by_choice.get(found.choice, -1.0) > _GREAT_LEAD
    return Found(other, is_sure=False) if is_likelier else found


def _of_two(dimension: str, values: dict[str, float], degree: Degree, words: list[str]) -> Found | None:
    """Return yes for "a bit" and "sometimes" where there is no partly, but as said first in "no but". It is asked back."""
    if dimension != "yesno" or not 0.2 < degree.value < 0.8:
        return None
    wanted = 0.0 if words[0] in {"no", "not"} else 1.0
    found = next((choice for choice, value in values.items() if value == wanted), None)
    return None if found is None else Found(found, is_sure=False)


def _as_now(text: str) -> list[str]:
    """Return the words of a text without parts about before: "shambles now, it was fine before"."""
    parts = [part.split() for part in clauses(text)]
    now = [
        part for part in parts if not ("before" in part or part[:2] == ["used", "to"] or "used to be" in " ".join(part))
    ]
    return [word for part in now for word in part] if len(parts) > 1 and now else tokens(text)


def mended(words: list[str]) -> list[str]:
    """Return words with slips of the finger in the commonest words of scales mended: "partley", "somtimes"."""
    return words if len(words) > _LONG else [_mended(word) for word in words]


def _mended(word: str) -> str:
    is_known = len(word) < 5 or word in GOOD or word in BAD or word in _NO_SLIPS
    return word if is_known else nearest(word, _SCALE_WORDS) or word


def _degree(dimension: str, words: list[str]) -> Degree | None:
    if dimension == "quality":
        return quality_in(words) or _agreeing(words)
    whole = lookup(words, dimension)  # type: ignore[arg-type]
    if whole is not None:
        return Degree(whole, "yesno")
    if dimension in {"frequency", "amount"}:
        return _phrase_in(dimension, words) or yes_or_no(words)
    return yes_or_no(words) or _as_a_saying(words) or _often_as_yes(words)


def _often_as_yes(words: list[str]) -> Degree | None:
    """Return how much of a yes "always" or "once" is; no more than likely where other words stand beside it: "every door shut"."""
    degree = _phrase_in("frequency", words)
    if degree is None or all(word in FILLERS or lookup([word], "frequency") is not None for word in words):
        return degree
    return replace(degree, is_whole=False) if BAD.isdisjoint(words) else None


def _as_a_saying(words: list[str]) -> Degree | None:
    """Return how much of a yes a saying is: "in a heartbeat", "not in a million years". It is asked back."""
    value = saying_in(words) if len(words) <= _LONG else None
    return None if value is None else Degree(value, "quality", is_whole=False)


def _agreeing(words: list[str]) -> Degree | None:
    """Return yes and no at a scale of agreeing or of good and bad: "yes definitely" agrees, and is asked back."""
    degree = yes_or_no(words)
    return (
        None
        if degree is None
        else Degree(0.8 if degree.value == 1 else 0.2 if degree.value == 0 else 0.5, "quality", is_whole=False)
    )


def _phrase_in(dimension: str, words: list[str]) -> Degree | None:
    """Return the longest phrase of a scale anywhere in a short text."""
    if len(words) > 12:
        return None
    if {"at", "all"} <= set(words) and not NEGATORS.isdisjoint(words):
        return Degree(0.0, "amount")
    spans = ((size, at) for size in range(min(6, len(words)), 0, -1) for at in range(len(words) - size + 1))
    for size, at in spans:
        value = lookup(words[at : at + size], dimension) if size > 1 or len(words[at]) > 3 else None  # type: ignore[arg-type]
        if value is not None:
            return Degree(value, "frequency", is_whole=len(words) <= size + 2)
    return None


def _nearest(values: dict[str, float], degree: Degree, words: list[str]) -> Found | None:
    ordered = sorted(
        values, key=lambda choice: (round(abs(values[choice] - degree.value), 2), abs(values[choice] - 0.5))
    )
    away = abs(values[ordered[0]] - degree.value)
    if away > 0.34 or (degree.value == 0.5 and not 0.2 < values[ordered[0]] < 0.8):
        return None
    is_tie = len(ordered) > 1 and abs(abs(values[ordered[1]] - degree.value) - away) < 0.05
    is_open = not _MOSTLY.isdisjoint(words) or (degree.dimension == "quality" and not NEGATORS.isdisjoint(words))
    is_sure = degree.is_whole and not is_tie and len(words) <= 2 * _LONG and away < 0.26 and not is_open
    return Found(ordered[0], is_sure=is_sure)


def scale_of(ask: Ask) -> tuple[str, dict[str, float]] | None:
    """Return the usual scale that the labels stand on, and the value of each label; None if they are things, not degrees."""
    return _scale_of(tuple(ask.choices.items()))


@lru_cache(maxsize=256)
def _scale_of(choices: tuple[tuple[str, str], ...]) -> tuple[str, dict[str, float]] | None:
    best: tuple[str, dict[str, float]] | None = None
    normal = {choice: normalise(label) for choice, label in choices}
    has_yes = any(label.split()[:1] == ["yes"] for label in normal.values())
    dimensions = ("yesno", "amount", "frequency", "quality") if has_yes else ("quality", "amount", "frequency", "yesno")
    for dimension in dimensions:
        values = {choice: value for choice, label in normal.items() if (value := _value(dimension, label)) is not None}
        is_list = dimension == "quality" and len({round(value, 2) for value in values.values()}) + 1 < len(values)
        if (
            len(set(values.values())) > 1
            and not is_list
            and not _is_feelings(dimension, values, normal)
            and (best is None or len(values) > len(best[1]))
        ):
            best = (dimension, values)
    return best if best is not None and 2 * len(best[1]) >= len(choices) - 1 else None


def _is_feelings(dimension: str, values: dict[str, float], labels: dict[str, str]) -> bool:
    """Return whether labels are feelings of one word and no degrees: two of them are as bad ("Worried", "Angry")."""
    is_bare = all(len(labels[choice].split()) == 1 for choice in values)
    return dimension == "quality" and is_bare and len(set(values.values())) < len(values) and 0.5 not in values.values()


def _value(dimension: str, label: str) -> float | None:
    degree = degree_of_label(label)
    if degree is not None and degree.dimension == "unsure":
        return 0.5 if label == "maybe" and dimension == "yesno" else None
    if dimension == "quality" and label in {
        "fair",
        "satisfactory",
        "adequate",
        "acceptable",
        "reasonable",
        "average",
        "ok",
        "mixed",
    }:
        return 0.5
    if dimension == "quality":
        quality = quality_in(label.split())
        return None if quality is None else quality.value
    if degree is not None and degree.dimension == dimension == "yesno":
        return degree.value
    words = label.split()
    if dimension == "amount" and words[:1] in (["all"], ["some"], ["most"], ["none"]):
        return lookup(words[:1], "amount")
    return lookup(words, dimension) if words else None  # type: ignore[arg-type]
