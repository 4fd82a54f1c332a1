"""Days told from today: "yesterday", "last Tuesday", "a fortnight ago", "the week before last"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from feedback.hearing.answers.quantities import ROUGH
from feedback.hearing.answers.words.calendar_words import EARLY, MIDDLE, WEEKDAYS
from feedback.hearing.numerals import numeral


@dataclass(frozen=True)
class Seen:
    """From when a day is seen: today, and whether the question asks for a time to come."""

    today: date
    is_coming: bool


@dataclass(frozen=True)
class Span:
    """From one day to another, both within. `is_rough` says that the person did, too."""

    start: date
    end: date
    is_rough: bool = False


def full_year(year: int, today: date) -> int:
    """Return a year of four digits for one of two: 26 is 2026, 85 is 1985."""
    if year > 99:
        return year
    return 2000 + year if year <= today.year % 100 + 10 else 1900 + year


def one_day(day: date, *, is_rough: bool = False) -> Span:
    """Return the span of a single day."""
    return Span(day, day, is_rough)


def month_span(year: int, month: int) -> Span:
    """Return the span of a whole month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return Span(date(year, month, 1), following - timedelta(days=1))


_NEAR = {
    "today": 0, "now": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tonight": 0, "earlier on": 0, "just now": 0, "yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1, "the morra": 1, "the morn": 1, "the morrow": 1,
    "day before yesterday": -2, "day after tomorrow": 2, "night before last": -2, "other night": -2,
}  # fmt: skip


def near_day(words: list[str], seen: Seen) -> Span | None:
    """Return today, yesterday, the other day, a week on Friday."""
    joined = f" {' '.join(words)} "
    if " other day " in joined or " past few days " in joined or " last few days " in joined:
        return Span(seen.today - timedelta(days=7), seen.today - timedelta(days=1), is_rough=True)
    found = _week_from_day(words, seen.today) or _to_the_day(joined, seen.today)
    if found is not None:
        return found
    if seen.is_coming and " weekend " in joined and " next weekend " not in joined:
        return _stepped("weekend", 0, seen.today)
    for phrase in sorted(_NEAR, key=lambda phrase: -len(phrase)):
        if f" {phrase} " in joined:
            return one_day(seen.today + timedelta(days=_NEAR[phrase]))
    return None


_TO_THE_DAY = re.compile(r" (?:a|one|1) (month|year) ago (?:today|to the day|exactly) ")


def _to_the_day(joined: str, today: date) -> Span | None:
    """Return the day that lies whole months or a year back: "a year ago today"."""
    found = _TO_THE_DAY.search(joined)
    if found is None:
        return None
    first = today.year * 12 + today.month - 1 - (12 if found[1] == "year" else 1)
    month = month_span(first // 12, first % 12 + 1)
    return one_day(month.start.replace(day=min(today.day, month.end.day)))


def _week_from_day(words: list[str], today: date) -> Span | None:
    """Return "a week on friday", "friday week", "a week today"."""
    for at, word in enumerate(words[:-1]):
        after = words[at + 1]
        if word in WEEKDAYS and after == "week":
            return one_day(today + timedelta(days=(WEEKDAYS[word] - today.weekday() - 1) % 7 + 8))
        if word == "week" and after == "ago" and words[at + 2 : at + 3] in (["today"], ["yesterday"], ["tomorrow"]):
            return one_day(today - timedelta(days=7) + timedelta(days=_NEAR[words[at + 2]]))
        if (
            word == "week"
            and after == "past"
            and words[at + 2 : at + 3] == ["on"]
            and words[at + 3 : at + 4]
            and words[at + 3] in WEEKDAYS
        ):
            return one_day(today - timedelta(days=(today.weekday() - WEEKDAYS[words[at + 3]] - 1) % 7 + 8))
        if word == "week" and after in {"today", "tomorrow"} and words[at - 1 : at] in (["a"], ["1"]):
            return one_day(today + timedelta(days=7 + (after == "tomorrow")))
        if word == "week" and after == "on" and words[at + 2 : at + 3] and words[at + 2] in WEEKDAYS:
            return one_day(today + timedelta(days=(WEEKDAYS[words[at + 2]] - today.weekday() - 1) % 7 + 8))
    return None


_SIZES = {"couple": 2, "few": 3, "several": 5, "half": 0, "one": 1, "a": 1, "an": 1, "the": 1}
_UNITS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 0, "year": 0, "decade": 0}


def ago(words: list[str], seen: Seen) -> Span | None:
    """Return "3 weeks ago", "a fortnight back", "in two weeks time"."""
    for at, word in enumerate(words):
        unit = word.removesuffix("s")
        if unit not in _UNITS or (at == 0 and word != unit):
            continue
        after = words[at + 1 : at + 3]
        is_past = after[:1] in (["ago"], ["back"], ["since"], ["earlier"], ["prior"]) or (
            after == ["or", "so"] and "ago" in words
        )
        is_next = (
            "in" in words[max(0, at - 4) : at]
            and ((after[:1] in (["time"], []) and (seen.is_coming or after[:1] == ["time"])) or seen.is_coming)
        ) or after[:2] in (["from", "now"], ["from", "today"])
        if is_past or is_next:
            is_about = " ".join(words[at + 1 :]).endswith(("give or take", "or so", "or thereabouts"))
            return _away(
                [*(["about"] if is_about else []), *(words[:at] or ["a"])], unit, seen.today, -1 if is_past else 1
            )
    return None


def _away(before: list[str], unit: str, today: date, sign: int) -> Span | None:
    if before[-1] in {"few", "several", "couple"} or before[-2:-1] in (["couple"], ["few"]):
        name = before[-1] if before[-1] in _SIZES and before[-1] not in {"a", "of"} else before[-2]
        count, is_rough = _SIZES.get(name, 2), True
    else:
        value = numeral(before[-1])
        count = value if value is not None else _SIZES.get(before[-1], -1)
        is_rough = False
    if before[-2:] in (["half", "a"], ["half", "an"]) and unit == "year":
        count, unit = 6, "month"
    if count <= 0 or count > 1500:
        return None
    spread = 1 if "few" in before or "several" in before else 0
    if unit == "week" and not spread and (is_rough or not ROUGH.isdisjoint(before)):
        day = today + timedelta(days=sign * 7 * count)
        return Span(day - timedelta(days=3), day + timedelta(days=3), is_rough=True)
    return _moved(count, unit, today, sign, spread, is_rough=is_rough)


def _moved(count: int, unit: str, today: date, sign: int, spread: int, *, is_rough: bool) -> Span:
    if unit in {"year", "decade"}:
        years = count * (10 if unit == "decade" else 1)
        middle = today.year + sign * years
        return Span(date(middle - spread, 1, 1), date(middle + spread, 12, 31), is_rough)
    if unit == "month":
        first = today.year * 12 + today.month - 1 + sign * count
        return Span(
            month_span((first - spread) // 12, (first - spread) % 12 + 1).start,
            month_span((first + spread) // 12, (first + spread) % 12 + 1).end,
            is_rough,
        )
    days = count * _UNITS[unit]
    day = today + timedelta(days=sign * days)
    return Span(day - timedelta(days=spread * _UNITS[unit]), day + timedelta(days=spread * _UNITS[unit]), is_rough)


def years_in(words: list[str], today: date) -> list[int]:
    """Return the years that words name, in figures or as "last year"."""
    found = [
        int(word)
        for word in words
        if word.isascii() and word.isdigit() and len(word) == 4 and 1900 <= int(word) <= 2100
    ]
    joined = f" {' '.join(words)} "
    if not found:
        relative = {" year before last ": -2, " this year ": 0, " last year ": -1, " next year ": 1, " same year ": 0}
        found = [today.year + away for phrase, away in relative.items() if phrase in joined]
    return found


def part_of(span: Span, words: list[str]) -> Span:
    """Return the early, middle or late third of a span, if the words say so."""
    days = (span.end - span.start).days + 1
    if not EARLY.isdisjoint(words):
        return Span(span.start, span.start + timedelta(days=days // 3 - 1), is_rough=True)
    if not MIDDLE.isdisjoint(words):
        return Span(
            span.start + timedelta(days=days // 3), span.start + timedelta(days=2 * (days // 3) - 1), is_rough=True
        )
    if "end" in words or "late" in words or "ending" in words or "latter" in words:
        return Span(span.start + timedelta(days=2 * (days // 3)), span.end, is_rough=True)
    return span


_STEPS = {"last": -1, "this": 0, "next": 1, "coming": 1, "past": -1, "previous": -1}


def week_or_month(words: list[str], seen: Seen) -> Span | None:
    """Return last, this or next week, weekend or month."""
    joined = f" {' '.join(words)} "
    for unit in ("week", "weekend", "month"):
        if f" {unit} before last " in joined:
            return _stepped(unit, -2, seen.today)
    for at, word in enumerate(words[1:], 1):
        step = _STEPS.get(words[at - 1])
        if step is not None and word in {"week", "weekend", "month"}:
            day = next((int(w) for w in words[:at] if w.isdigit() and len(w) <= 2), None)
            span = _stepped(word, step, seen.today)
            day_name = next((WEEKDAYS[w] for w in words if w in WEEKDAYS), None)
            if word == "week" and day_name is not None:
                return one_day(span.start + timedelta(days=day_name))
            return one_day(span.start.replace(day=day)) if day and word == "month" else part_of(span, words[:at])
    return None


def _stepped(unit: str, step: int, today: date) -> Span:
    if unit == "month":
        n = today.year * 12 + today.month - 1 + step
        return month_span(n // 12, n % 12 + 1)
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * step)
    if unit == "weekend":
        return Span(monday + timedelta(days=5), monday + timedelta(days=6))
    return Span(monday, monday + timedelta(days=6))


def weekday(words: list[str], seen: Seen) -> Span | None:
    """Return the last Tuesday, or the next one."""
    at = next((at for at, word in enumerate(words) if word in WEEKDAYS), None)
    if at is None:
        return None
    if any(word.isdigit() and len(word) <= 2 and words[n : n + 1] != ["minutes"] for n, word in enumerate(words, 1)):
        return None
    day_name = WEEKDAYS[words[at]]
    if seen.is_coming or words[at - 1 : at] == ["next"]:
        return one_day(seen.today + timedelta(days=(day_name - seen.today.weekday() - 1) % 7 + 1))
    return one_day(seen.today - timedelta(days=(seen.today.weekday() - day_name - 1) % 7 + 1))
