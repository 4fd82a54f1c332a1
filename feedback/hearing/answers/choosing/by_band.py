"""A choice that is a band of an amount, by what is said of it in figures or in words: "donkey's years", "just me and my wife"."""

import math
import re
from dataclasses import replace
from datetime import date, timedelta

from feedback.hearing.answers import bands, dates
from feedback.hearing.answers.degrees import core
from feedback.hearing.answers.labels import Found
from feedback.hearing.answers.quantities import DAYS, ROUGH, prepared, quantities, singular
from feedback.hearing.answers.words.people import ANYBODY, is_several
from feedback.hearing.answers.words.vocabulary import NEGATORS, NOTHING_OF_THESE
from feedback.hearing.ask import Ask
from feedback.hearing.normal import clauses, normalise, tokens
from feedback.hearing.spellings import word_set

_LONG = 8
_NOW = re.compile(r"^.*\b(?:used to be|was|were|at first|originally|to begin with)\b.*\b(?:but|then|now|until|till)\b")
"""What is no more: "used to be weekly but now monthly"."""


def by_band(ask: Ask, text: str) -> Found | None:
    """Return the choice of a band of ages, counts, lengths of time or of how often, in which what is said lies."""
    found = bands.bands(ask)
    if not found:
        return None
    whole = _in_band(ask, text, found)
    parts = clauses(text) if whole is None else []
    by_part = {part.choice for clause in parts if (part := _in_band(ask, clause, found)) is not None}
    return Found(by_part.pop(), is_sure=False) if len(parts) > 1 and len(by_part) == 1 else whole


def _in_band(ask: Ask, text: str, found: dict[str, bands.Band]) -> Found | None:
    kind = next(iter(found.values())).kind
    if kind == "rate":
        words = tokens(text)
        if "ever" in words and not NEGATORS.isdisjoint(words):
            return _banded(bands.nearest_band(found, 0), is_sure=False)
        rate = bands.rate_of(_NOW.sub("", normalise(text)))
        return None if rate is None else _banded(bands.nearest_band(found, rate), is_sure=True)
    if kind == "days":
        return _by_length(ask, text, found)
    if "old" in tokens(ask.question) or "age" in tokens(ask.question):
        age = bands.age_in(text, ask.today)
        return None if age is None else _banded(bands.nearest_band(found, age[0]), is_sure=age[1])
    return _by_count(text, found)


def _banded(nearest_one: tuple[str, bool] | None, *, is_sure: bool) -> Found | None:
    return None if nearest_one is None else Found(nearest_one[0], is_sure=is_sure and nearest_one[1])


def _by_count(text: str, found: dict[str, bands.Band]) -> Found | None:
    """Return the band of a count, said in figures or in words."""
    said = quantities(text)
    words = prepared(text)
    if not said:
        return _by_words(words, found)
    if len(said) != 1:
        return None
    if said[0].days is not None:
        is_near = said[0].days < 0.015
        return Found(min(found, key=lambda choice: found[choice].low), is_sure=False) if is_near else None
    return _banded(bands.nearest_band(found, said[0].value), is_sure=not said[0].is_rough and len(words) > 1)


def _by_words(words: list[str], found: dict[str, bands.Band]) -> Found | None:
    """Return the band of "none", "round the corner", "mum and dad", "loads"."""
    is_none = words[:1] in (["never"], ["havent"], ["zero"]) or words[:2] == ["not", "at"]
    if is_none or " ".join(core(words)) in NOTHING_OF_THESE:
        return _banded(bands.nearest_band(found, 0), is_sure=not is_none)
    near = _how_far(" ".join(words))
    if near is not None:
        return Found(sorted(found, key=lambda choice: found[choice].low)[near], is_sure=False)
    count = _people(words)
    if count is None and not _ALONE.isdisjoint(words):
        count = 0
    if count is None and len(words) <= _LONG and ("one" in words or not _MANY.isdisjoint(words)):
        return _banded(bands.nearest_band(found, 1 if _MANY.isdisjoint(words) else math.inf), is_sure=False)
    return None if count is None else _banded(bands.nearest_band(found, count), is_sure=False)


def _by_length(ask: Ask, text: str, found: dict[str, bands.Band]) -> Found | None:
    """Return the band of a length of time: said as such ("8 months"), or as a day it began ("since 2024")."""
    said = [quantity for quantity in quantities(text) if quantity.days is not None]
    words = prepared(text)
    numbers = [word for word in words if word.isdigit()]
    if said:
        is_rough = said[0].is_rough or not ROUGH.isdisjoint(words)
        near = bands.nearest_band(found, _nudged(said[0].days or 0.0, words))
        return _banded(near, is_sure=not is_rough and len(said) == 1)
    if len(numbers) == 1 and len(words) <= 3 and int(numbers[0]) < 100:
        return _by_bare_number(ask, int(numbers[0]), words, found)
    known = None if not _OF_2020.isdisjoint(words) else _in_words(words)
    if known is not None:
        return Found(sorted(found, key=lambda choice: found[choice].low)[known], is_sure=False)
    away = _since(ask, text, words)
    return _banded(bands.nearest_band(found, away), is_sure=False) if away is not None and away >= 0 else None


def _since(ask: Ask, text: str, words: list[str]) -> int | None:
    """Return how many days ago something began: at a day that is named, or with the pandemic of 2020."""
    if ask.today is None:
        return None
    if not _OF_2020.isdisjoint(words):
        return (ask.today - date(2020, 4, 1)).days + (200 if "before" in words else 0)
    began = dates.hear_date(replace(ask, question=""), text)  # "how long have you come" asks for no day to come
    return (
        None if began is None else (ask.today - began.start - timedelta(days=(began.end - began.start).days // 2)).days
    )


def _how_far(said: str) -> int | None:
    """Return the first band (0) for "round the corner", the last (-1) for "the other end of the country"."""
    near = any(
        saying in said
        for saying in ("round the corner", "next door", "doorstep", "down the road", "same street", "over the road")
    )
    far = any(
        saying in said
        for saying in ("other end", "other side", "miles and miles", "long way", "hours away", "miles away")
    )
    return 0 if near else -1 if far else None


def _by_bare_number(ask: Ask, number: int, words: list[str], found: dict[str, bands.Band]) -> Found | None:
    """Return the band of a number whose unit is that of the labels: "seven" where they count years. It is asked back."""
    units = [singular(word) for label in ask.choices.values() for word in tokens(label) if singular(word) in DAYS]
    unit = max(sorted(set(units)), key=units.count) if units else ""
    days = _nudged(number * DAYS[unit], words) if unit else 0.0
    return _banded(bands.nearest_band(found, days), is_sure=False) if unit else None


def _people(words: list[str]) -> int | None:
    """Return how many people are named, without who speaks: "me and my wife" is 1, "mum and dad" 2; None for "kids" or none."""
    said = [word for word in words if word in ANYBODY]
    return len(said) if said and "others" not in words and not any(map(is_several, words)) else None


_ALONE = word_set("todd tod alone jack")
_MANY = word_set("loads lots many tons dozens hundreds plenty countless heaps")
_AT_ONCE = frozenset(
    [
        "seconds",
        "not long",
        "not long at all",
        "straight through",
        "next day",
        "the next day",
        "same day",
        "the same day",
        "same week",
        "that week",
        "straight away",
        "right away",
        "immediately",
        "at once",
        "no wait",
        "no time",
        "no time at all",
        "didnt wait",
        "didnt have to wait",
        "on the spot",
        "there and then",
        "that day",
        "instantly",
        "the very next day",
        "within days",
        "few days",
        "a few days",
    ]
)
_OF_2020 = word_set("covid lockdown pandemic")
_JUST_BEGUN = word_set("new newbie started recently joined begun newly")
_LONG_AGO = word_set("life born ages years forever yonks decades kid child birth always eternity donkeys")


def _in_words(words: list[str]) -> int | None:
    """Return the first band (0) for "brand new", the last (-1) for "donkeys years", "since before covid"."""
    if len(words) > _LONG or any(word.isdigit() for word in words):
        return None
    if words[:2] in (
        ["all", "day"],
        ["all", "morning"],
        ["all", "afternoon"],
        ["all", "night"],
        ["whole", "day"],
        ["too", "long"],
        ["very", "long"],
    ):
        return -1
    if " ".join(words) in _AT_ONCE:
        return 0
    if not _LONG_AGO.isdisjoint(words) and not {"few", "couple"} & set(words):
        return -1
    is_dated = bool(set(words) & {"last", "in", "since"})
    return 0 if not _JUST_BEGUN.isdisjoint(words) and not is_dated else None


def _nudged(days: float, words: list[str]) -> float:
    """Return a length of time a little longer or shorter for "over", "more than", "nearly", "under"."""
    if any(word in words for word in ("over", "more", "plus", "least")):
        return days * 1.05
    return days * 0.95 if any(word in words for word in ("under", "less", "nearly", "almost", "not quite")) else days
