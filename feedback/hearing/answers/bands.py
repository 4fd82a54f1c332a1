"""Choices that are bands of an amount: ages, counts, lengths of time, how often. "im 42" is "25 to 44"; "since 2024" is "1 to 3 years"."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from feedback.hearing.answers.degrees import lookup
from feedback.hearing.answers.quantities import DAYS, Quantity, prepared, quantities, singular
from feedback.hearing.answers.times.ages import age
from feedback.hearing.answers.words.vocabulary import NEGATORS
from feedback.hearing.ask import Ask
from feedback.hearing.spellings import word_set

_RECENT = re.compile(r"\b(?:last|past|this|within the|within a|within)(?: (\d+))? (days?|weeks?|months?|years?)$")
_LONGER = 366.0
"""Days ago that "longer ago" means, where the other choices end with a year."""
_UNDER = word_set("under less below fewer younger upto up within")
_OVER = word_set("over more above older plus longer least upwards")
_RATES = {
    "daily": 365.0, "weekly": 52.0, "fortnightly": 26.0, "monthly": 12.0, "quarterly": 4.0, "yearly": 1.0, "annually": 1.0, "annual": 1.0, "everyday": 365.0,
    "nightly": 365.0, "termly": 3.0, "bimonthly": 6.0, "biweekly": 26.0,
}  # fmt: skip
_WEEKDAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays"
)
_NO_COUNT = frozenset({"none", "never", "no", "zero", "not at all", "no times"})
_PER = word_set("a an per each every the")


@dataclass(frozen=True)
class Band:
    """One choice as a band: from `low` to `high`, both within, of `kind` count, days or rate (times a year)."""

    low: float
    high: float
    kind: str

    def distance(self, value: float) -> float:
        """Return how far a value lies outside: 0 within; rates on a scale of ratios."""
        if self.low <= value <= self.high:
            return 0.0
        edge = self.low if value < self.low else self.high
        if self.kind != "rate":
            return abs(value - edge)
        return abs(math.log((value + 0.05) / (edge + 0.05)))


@lru_cache(maxsize=1024)
def band_of(label: str) -> Band | None:
    """Return the band that a label is, or None."""
    words = prepared(label.replace("+", " plus "))
    rate = rate_in(words)
    if rate is not None:
        return _band_of_rate(rate, words)
    recent = _RECENT.search(" ".join(words))
    if recent:
        return Band(0, float(recent[1] or 1) * DAYS[singular(recent[2])], "days")
    if words[:1] == ["longer"] or words[:2] in (["before", "that"], ["earlier", "than"]):
        return Band(_LONGER, math.inf, "days")
    found = quantities(label.replace("+", " plus "))
    if not found or len(words) > 9:
        return None
    return _open_band(found, words) or _closed_band(found)


def _band_of_rate(rate: float, words: list[str]) -> Band:
    """Return the band of "every week", "less than once a month", "more than once a week"."""
    if not _UNDER.isdisjoint(words):
        return Band(0.2, 0.9 * rate, "rate")
    if "than" in words:
        return Band(1.1 * rate, 400, "rate")
    return Band(0.98 * rate, 1.02 * rate, "rate") if _OVER.isdisjoint(words) else Band(0.95 * rate, 400, "rate")


def _closed_band(found: list[Quantity]) -> Band | None:
    if len(found) > 2:
        return None
    last = found[-1]
    kind = "count" if last.days is None else "days"
    values = [_measure(quantity, last) for quantity in found]
    return Band(min(values), max(values), kind)


def _open_band(found: list[Quantity], words: list[str]) -> Band | None:
    if len(found) != 1:
        return None
    value, kind = _measure(found[0], found[0]), "count" if found[0].days is None else "days"
    if not _UNDER.isdisjoint(words):
        is_within = "up" in words or "within" in words or "upto" in words
        return Band(0, value if is_within else math.nextafter(value, 0), kind)
    if not _OVER.isdisjoint(words):
        is_from = "plus" in words or "least" in words or "or" in words or "upwards" in words
        return Band(value if is_from else math.nextafter(value, math.inf), math.inf, kind)
    return None


def _measure(quantity: Quantity, last: Quantity) -> float:
    """Return a quantity in days, by its own unit or by that of the last one said, or as a count."""
    if quantity.days is not None:
        return quantity.days
    return quantity.value * DAYS[last.unit] if last.days is not None else quantity.value


def rate_in(words: list[str]) -> float | None:
    """Return how many times a year the words say: "every week", "twice a month", "every other day", "weekly", or None."""
    named = {word for word in words if word in _WEEKDAYS and word.endswith("s")}
    for rate in (_by_name(words), _over_several(words)):
        if rate is not None:
            return rate
    if named and len(words) < 8 and "every" not in words:
        return 52.0 * len(named)
    for at, word in enumerate(words):
        unit = singular(word)
        if at and (unit in _ROUNDS or word in _WEEKDAYS):
            rate = _rate_before(words[:at], 52.0 if word in _WEEKDAYS else 365.25 / DAYS.get(unit, 1.0))
            if rate is not None:
                return rate
    return None


_ROUNDS = frozenset({"day", "week", "fortnight", "month", "year", "night", "morning", "quarter"})


def _by_name(words: list[str]) -> float | None:
    """Return the times a year of "weekly", "twice weekly", "3 times monthly" and "6 monthly", which is every six months."""
    at = next((at for at, word in enumerate(words) if word in _RATES), None)
    if at is None:
        return None
    rate, numbers = _RATES[words[at]], [float(word) for word in words[:at] if word.isdigit() and len(word) < 3]
    if words[at - 1 : at] and words[at - 1].isdigit() and numbers and 1 < numbers[-1] < 60:
        return rate / numbers[-1]
    times = numbers[0] if numbers else 1.0
    return rate * (2 if "twice" in words else times if times < 8 else 1)


def _over_several(words: list[str]) -> float | None:
    """Return the times a year of "1 time in 2 years", "3 times in 6 months"."""
    for at, word in enumerate(words):
        unit = singular(word)
        if (
            at > 2
            and unit in DAYS
            and words[at - 1].isdigit()
            and words[at - 2] in {"in", "over", "every", "per"}
            and int(words[at - 1]) > 0
        ):
            times = _times(words[: at - 2])
            return None if times is None else times * 365.25 / (DAYS[unit] * int(words[at - 1]))
    return None


def _rate_before(before: list[str], a_year: float) -> float | None:
    """Return the times a year from the words before "week": "twice a" (104), "every" (52), "every other" (26), "every 2"."""
    last = before[-1]
    if last in {"other", "second", "alternate"} and before[-2:-1] in (["every"], ["each"]):
        return a_year / 2
    if last.isdigit() and before[-2:-1] in (["every"], ["each"]) and 0 < int(last) < 60:
        return a_year / int(last)
    if last == "couple" or before[-3:] == ["every", "couple", "of"] or before[-2:] == ["every", "few"]:
        return a_year / (3 if last == "few" else 2)
    if last in {"every", "each", "most", "all"} and "of" not in before:
        return a_year * (0.7 if last == "most" else 1)
    if last in _PER and before[-2:-1] not in (["to"], ["or"], ["than"]):
        times = _times(before[:-1])
        return None if times is None else times * a_year
    return None


def _times(before: list[str]) -> float | None:
    """Return the number in "once", "2 or 3 times", "a few times", or None if no times are said."""
    said = before[-5:]
    if "once" in said or "twice" in said:
        return (1.5 if "or" in said else 1.0) if "once" in said else 2.0
    numbers = [float(word) for word in said if word.isdigit() and len(word) < 4]
    is_counted = any(word in said for word in ("times", "time", "x", "days", "meetings", "sessions", "or", "to"))
    if numbers and (is_counted or said[-1:] == [said[-1]]):
        return sum(numbers) / len(numbers)
    if "times" in said or "days" in said or "of" in said:
        for word, value in (("couple", 2.0), ("few", 3.0), ("several", 4.0), ("many", 6.0), ("some", 3.0)):
            if word in said:
                return value
    return None


def bands(ask: Ask) -> dict[str, Band]:
    """Return the choices that are bands, if at least two are, and all those of the commonest kind."""
    return _bands_of(tuple(ask.choices.items()))


@lru_cache(maxsize=256)
def _bands_of(choices: tuple[tuple[str, str], ...]) -> dict[str, Band]:
    found = {choice: band for choice, label in choices if (band := band_of(label)) is not None}
    kinds = [band.kind for band in found.values()]
    if len(kinds) < 2:
        return {}
    kind = max(sorted(set(kinds)), key=kinds.count)
    if kind == "count":
        found |= {choice: Band(0, 0, "count") for choice, label in choices if label.casefold() in _NO_COUNT}
    if kind == "rate":
        found |= {choice: rare for choice, label in choices if choice not in found and (rare := _rare(label))}
        kinds = [band.kind for band in found.values()]
    kept = {choice: band for choice, band in found.items() if band.kind == kind}
    if len(kept) < 2:
        return {}
    return _without_holes(kept) if kind == "days" else kept


def _without_holes(of: dict[str, Band]) -> dict[str, Band]:
    """Return lengths of time that reach up to the next: four and a half years are within "1 to 4 years" beside "5 to 9 years"."""
    ordered = sorted(of, key=lambda choice: of[choice].low)
    for one, after in pairwise(ordered):
        band, start = of[one], of[after].low
        if band.high < start < 1.6 * band.high:
            of[one] = Band(band.low, math.nextafter(start, 0), band.kind)
    return of


def _rare(label: str) -> Band | None:
    """Return the band of "Never" and "Less often" among bands of how often."""
    how_often = lookup(prepared(label), "frequency")
    if how_often == 0.0:
        return Band(0, 0, "rate")
    is_less = label.casefold().startswith(("less", "rarely", "hardly")) or how_often == 0.25
    return Band(0.2, 0.9, "rate") if is_less else None


def rate_of(text: str) -> float | None:
    """Return the times a year that a text says, in counts or in words: "never" is 0, "once in a blue moon" under once a year."""
    words = prepared(text)
    rate = rate_in(words)
    if rate is not None:
        return rate
    how_often = lookup(words, "frequency")
    if how_often is None:
        never = len(words) <= 8 and (
            "0" in words
            or "never" in words
            or (not NEGATORS.isdisjoint(words[:3]) and "yet" in words + ["yet"] * ("any" in words or "been" in words))
        )
        return 0.0 if never else None
    return {0.0: 0.0, 0.25: 0.5, 0.5: 5.0, 1.0: 365.0}.get(how_often)


def nearest_band(of: dict[str, Band], value: float) -> tuple[str, bool] | None:
    """Return the choice whose band holds a value, and whether no other does; the nearest (not sure) where it lies between."""
    inside = sorted(
        (band.high - band.low, place, choice)
        for place, (choice, band) in enumerate(of.items())
        if band.distance(value) == 0
    )
    if inside:
        is_nested = all(of[choice].low == 0 for _, _, choice in inside)
        if of[inside[0][2]].kind == "rate":
            return inside[0][2], True
        ends = [choice for _, _, choice in inside if of[choice].high == value]
        if len(inside) > 1 and len(ends) == 1 and not is_nested:
            return ends[0], False
        is_near = (
            any(0 < band.distance(value) < 0.1 * value for band in of.values()) and of[inside[-1][2]].kind == "days"
        )
        return inside[0][2] if is_nested else inside[-1][2], (len(inside) == 1 and not is_near) or is_nested
    kind = next(iter(of.values())).kind
    choice = min(of, key=lambda choice: of[choice].distance(value))
    away = of[choice].distance(value)
    if kind == "rate":
        return choice, away < 0.3
    gap = _largest_gap(list(of.values()))
    return (choice, False) if away <= gap else None


def _largest_gap(of: Sequence[Band]) -> float:
    """Return the widest hole between neighbours: between "6 to 12 months" and "1 to 3 years" lie a few days."""
    ordered = sorted(of, key=lambda band: band.low)
    return max((after.low - before.high for before, after in pairwise(ordered)), default=0.0)


_GLUED = re.compile(
    r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(one|two|three|four|five|six|seven|eight|nine)\b"
)
_OF_BIRTH = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]((?:19|20)\d\d)")
_OLD = word_set("pensioner retired oap pension")


_FIRST_PERSON = re.compile(r"(?:im|i am|aged|age) \d{1,3}\b")


def age_in(text: str, today: date | None) -> tuple[float, bool] | None:
    """Return the age that a text gives, and whether it is certain: "im 42", "67 next month", "born in 1980", "in my thirties"."""
    words = prepared(_GLUED.sub(r"\1 \2", _OF_BIRTH.sub(r"\1", text.casefold())))
    told = age(" ".join(words)) or _without_figures(words)
    if told is not None:
        return float(told), False
    decade = next((n for word, n in _DECADES.items() if word in words), None)
    if decade is not None:
        part = 8 if "late" in words else 2 if "early" in words else 5
        return float(decade + part), part != 5 or "mid" in words
    numbers = [int(word) for word in words if word.isascii() and word.isdigit() and len(word) <= 4]
    years = [number for number in numbers if 1900 <= number <= 2100]
    if years and today is not None:
        return float(today.year - years[0]), len(numbers) == 1
    ages = [number for number in numbers if number <= 120]
    if (len(ages) == 2 and "on" in words) or (len(ages) > 1 and _FIRST_PERSON.match(" ".join(words))):
        ages = ages[:1]  # "I am 58, but my knees are 90", "I'm 41 with 3 kids"
    if len(ages) != 1:
        return None
    years_old, is_certain = _turning(ages[0], words)
    return float(math.floor(years_old)), is_certain and "when" not in words


def _without_figures(words: list[str]) -> float | None:
    """Return about how old somebody is who says so without a figure: "at primary school", "in sixth form", "a pensioner"."""
    if any(word.isdigit() for word in words):
        return None
    if not _AT_SCHOOL.isdisjoint(words):
        return 10.0 if {"primary", "infants"} & set(words) else 17.0
    return None if _OLD.isdisjoint(words) else 70.0


def _turning(years: int, words: list[str]) -> tuple[float, bool]:
    """Return an age, and whether it is certain: "67 next month" is 66 today, "nearly 65" is 64."""
    joined = " ".join(words)
    is_before = any(
        word in words for word in ("nearly", "almost", "next", "soon", "turning", "going", "shy", "tomorrow", "pushing")
    )
    if is_before and not any(word in joined for word in ("just turned", "last")):
        return float(years) - (0.5 if years else 0), True
    return float(years), not any(word in words for word in ("about", "around", "over", "under", "roughly", "than"))


_AT_SCHOOL = word_set("sixth school college schoolboy schoolgirl pupil gcse gcses")
_DECADES = {
    word: n
    for n, forms in ((20, "twenties 20s"), (30, "thirties 30s"), (40, "forties 40s fourties"), (50, "fifties 50s"), (60, "sixties 60s"), (70, "seventies 70s"), (80, "eighties 80s"), (90, "nineties 90s"), (13, "teens teenager teenage"))
    for word in forms.split()
}  # fmt: skip
