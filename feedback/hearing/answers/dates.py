"""When something was, as people say it: "last March", "about 2019", "a fortnight ago", "spring 2023". Told as two days, both within.

Days stand in the order of the country (day, month, year) or of ISO 8601. A day without a year is the last one before today, or the next
one where the question asks for a time to come.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from feedback.hearing.answers.calendar_words import (
    DECADES,
    EARLY,
    LATE,
    MIDDLE,
    MONTHS,
    NAMED_DAYS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    named_day,
)
from feedback.hearing.answers.quantities import ROUGH
from feedback.hearing.ask import Ask
from feedback.hearing.normal import nearest, tokens
from feedback.hearing.numerals import numeral, with_figures
from feedback.hearing.spellings import word_set

_COMING = word_set("suits suit would like next best available free will prefer come can could plan")
_CORRECTED = (" i mean ", " i meant ", " sorry ", " no wait ", " wait no ", " actually ")
_LONGEST = 40
"""Words in which a day is looked for; a longer text is a story."""
_NUMERIC = re.compile(r"(\d{1,4})[./-](\d{1,2})(?:[./-](\d{1,4}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2})")
_NAMES = tuple(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 5)


@dataclass(frozen=True)
class Span:
    """From one day to another, both within. `is_rough` says that the person did, too."""

    start: date
    end: date
    is_rough: bool = False


def hear_date(ask: Ask, text: str) -> Span | None:
    """Return the days that a text means, seen from `ask.today`, or None if none are clear."""
    if ask.today is None:
        return None
    words = _words(text)
    if len(words) > _LONGEST or not words:
        return None
    is_coming = not _COMING.isdisjoint(tokens(ask.question)) and "when" not in tokens(ask.question)[:1]
    try:
        return _span(words, ask.today, is_coming=is_coming)
    except (ValueError, OverflowError):
        return None  # the thirty-second of January, or a year before the calendar


def _words(text: str) -> list[str]:
    plain = f" {' '.join(tokens(text))} "
    for mark in _CORRECTED:
        before, found, after = plain.rpartition(mark)
        if found and any(c.isdigit() or word in MONTHS for word in after.split() for c in word[:1]):
            plain = after
    words = with_figures(
        [str(ORDINALS[word]) if word in ORDINALS and word != "second" else word for word in plain.split()]
    )
    words = [re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", word) for word in words]
    return _with_years(
        [
            "2" if word == "second" and ("of" in words[at + 1 : at + 2] or set(words) & set(MONTHS)) else _named(word)
            for at, word in enumerate(words)
        ]
    )


def _named(word: str) -> str:
    return (
        nearest(word, _NAMES) or word
        if len(word) > 5 and word.isalpha() and word not in {"summer", "monthly", "thirty"}
        else word
    )


def _with_years(words: list[str]) -> list[str]:
    """Return words with years said in two halves as one: "20", "19" is "2019"."""
    result: list[str] = []
    for word in words:
        if result and result[-1] in {"19", "20"} and word.isdigit() and len(word) == 2 and int(word) >= 10:
            result[-1] += word
        else:
            result.append(word)
    return result


def _span(words: list[str], today: date, *, is_coming: bool) -> Span | None:
    ways: tuple[Callable[[list[str], date, bool], Span | None], ...] = (
        _numeric,
        _near,
        _ago,
        _between,
        _holiday,
        _of_month,
        _of_season,
        _week_or_month,
        _weekday,
        _year,
        _day_alone,
    )
    for way in ways:
        found = way(words, today, is_coming)
        if found is not None:
            is_rough = (
                found.is_rough or any(word in ROUGH - {"think", "just", "say"} for word in words) or "or" in words
            )
            return Span(found.start, found.end, is_rough)
    return None


def _numeric(words: list[str], today: date, is_coming: bool) -> Span | None:  # noqa: FBT001 - all ways are alike
    for word in words:
        pair = _MONTH_YEAR.fullmatch(word)
        if pair:
            month, year = (int(pair[1]), int(pair[2])) if pair[1] else (int(pair[4]), int(pair[3]))
            return _month(year, month)
        found = _NUMERIC.fullmatch(word)
        if found and ("." not in word or found[3]):
            return _day_of(found, today, is_coming=is_coming)
    return None


def _day_of(found: re.Match[str], today: date, *, is_coming: bool) -> Span:
    first, second, third = int(found[1]), int(found[2]), found[3]
    if len(found[1]) == 4:
        return _one_day(date(first, second, int(third or 1)))
    is_swapped = second > 12 >= first
    day, month = (second, first) if is_swapped else (first, second)
    if third is None:
        return _placed(month, day, today, is_coming=is_coming)
    return _one_day(date(_full_year(int(third), today), month, day), is_rough=is_swapped)


def _full_year(year: int, today: date) -> int:
    if year > 99:
        return year
    return 2000 + year if year <= today.year % 100 + 10 else 1900 + year


def _one_day(day: date, *, is_rough: bool = False) -> Span:
    return Span(day, day, is_rough)


def _placed(month: int, day: int, today: date, *, is_coming: bool) -> Span:
    """Return a day without a year: the last one up to today, or the next one."""
    year = today.year
    this = date(year, month, day) if (month, day) != (2, 29) else date(year - year % 4, 2, 29)
    if is_coming and this < today:
        return _one_day(date(year + 1, month, day))
    return _one_day(this if is_coming or this <= today else date(year - 1, month, day))


def _month(year: int, month: int) -> Span:
    following = date(year + month // 12, month % 12 + 1, 1)
    return Span(date(year, month, 1), following - timedelta(days=1))


_NEAR = {
    "today": 0, "now": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tonight": 0, "earlier on": 0, "just now": 0, "yesterday": -1, "last night": -1, "last evening": -1, "tomorrow": 1, "the morra": 1, "the morn": 1, "the morrow": 1,
    "day before yesterday": -2, "day after tomorrow": 2, "night before last": -2, "other night": -2,
}  # fmt: skip


def _near(words: list[str], today: date, is_coming: bool) -> Span | None:  # noqa: ARG001, FBT001 - all ways are alike
    joined = f" {' '.join(words)} "
    if " other day " in joined or " past few days " in joined or " last few days " in joined:
        return Span(today - timedelta(days=7), today - timedelta(days=1), is_rough=True)
    week = _week_from_day(words, today)
    if week is not None:
        return week
    for phrase in sorted(_NEAR, key=lambda phrase: -len(phrase)):
        if f" {phrase} " in joined:
            return _one_day(today + timedelta(days=_NEAR[phrase]))
    return None


def _week_from_day(words: list[str], today: date) -> Span | None:
    """Return "a week on friday", "friday week", "a week today"."""
    for at, word in enumerate(words[:-1]):
        after = words[at + 1]
        if word in WEEKDAYS and after == "week":
            return _one_day(today + timedelta(days=(WEEKDAYS[word] - today.weekday() - 1) % 7 + 8))
        if word == "week" and after in {"today", "tomorrow"} and words[at - 1 : at] in (["a"], ["1"]):
            return _one_day(today + timedelta(days=7 + (after == "tomorrow")))
        if word == "week" and after == "on" and words[at + 2 : at + 3] and words[at + 2] in WEEKDAYS:
            return _one_day(today + timedelta(days=(WEEKDAYS[words[at + 2]] - today.weekday() - 1) % 7 + 8))
    return None


_SIZES = {"couple": 2, "few": 3, "several": 5, "half": 0, "one": 1, "a": 1, "an": 1, "the": 1}
_UNITS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 0, "year": 0, "decade": 0}


def _ago(words: list[str], today: date, is_coming: bool) -> Span | None:
    """Return "3 weeks ago", "a fortnight back", "in two weeks time"."""
    for at, word in enumerate(words):
        unit = word[:-1] if word.endswith("s") else word
        if unit not in _UNITS or at == 0:
            continue
        after = words[at + 1 : at + 3]
        is_past = (
            after[:1] in (["ago"], ["back"], ["since"], ["earlier"], ["prior"])
            or after == ["or", "so"]
            and "ago" in words
        )
        is_next = (
            "in" in words[max(0, at - 4) : at]
            and (after[:1] in (["time"], []) and (is_coming or after[:1] == ["time"]) or is_coming)
            or after[:2] == ["from", "now"]
        )
        if is_past or is_next:
            return _away(words[:at], unit, today, -1 if is_past else 1)
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
    return _moved(count, unit, today, sign, spread, is_rough=is_rough)


def _moved(count: int, unit: str, today: date, sign: int, spread: int, *, is_rough: bool) -> Span:  # noqa: PLR0913 - one step of arithmetic
    if unit in {"year", "decade"}:
        years = count * (10 if unit == "decade" else 1)
        middle = today.year + sign * years
        return Span(date(middle - spread, 1, 1), date(middle + spread, 12, 31), is_rough)
    if unit == "month":
        first = today.year * 12 + today.month - 1 + sign * count
        return Span(
            _month((first - spread) // 12, (first - spread) % 12 + 1).start,
            _month((first + spread) // 12, (first + spread) % 12 + 1).end,
            is_rough,
        )
    days = count * _UNITS[unit]
    day = today + timedelta(days=sign * days)
    return Span(day - timedelta(days=spread * _UNITS[unit]), day + timedelta(days=spread * _UNITS[unit]), is_rough)


def _between(words: list[str], today: date, is_coming: bool) -> Span | None:
    """Return from one month or year to another: "between march and may", "2019 to 2021"."""
    joint = next(
        (
            at
            for at, word in enumerate(words)
            if word in {"to", "and", "until", "till", "or"} and 0 < at < len(words) - 1
        ),
        None,
    )
    if joint is None:
        return None
    left, right = words[:joint], words[joint + 1 :]
    if not (_has_name(left) and _has_name(right)):
        return None
    end = _span(right, today, is_coming=is_coming)
    years = _years(right, today)
    start = _span([*left, str(years[0])] if years and not _years(left, today) else left, today, is_coming=is_coming)
    return (
        Span(start.start, end.end, is_rough=True)
        if start is not None and end is not None and start.start <= end.end
        else None
    )


def _has_name(words: list[str]) -> bool:
    return any(word in MONTHS or word in SEASONS or (word.isdigit() and len(word) == 4) for word in words)


def _years(words: list[str], today: date) -> list[int]:
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


def _holiday(words: list[str], today: date, is_coming: bool) -> Span | None:
    joined = f" {' '.join(words)} "
    name = next((name for name in NAMED_DAYS if f" {name} " in joined), None)
    if name is None or (name == "new year" and " in the " in joined):
        return None
    years = _years(words, today)
    if years:
        day = named_day(name, years[0])
    else:
        options = [named_day(name, today.year + away) for away in (-1, 0, 1)]
        past = [day for day in options if day <= today]
        day = (
            min(day for day in options if day >= today)
            if is_coming or "this" in words and name != "easter" and today.month > 10
            else max(past)
        )
    before = words[: words.index(name.split()[0])]
    if "before" in before:
        return Span(day - timedelta(days=7), day - timedelta(days=1), is_rough=True)
    if "after" in before:
        return Span(day + timedelta(days=1), day + timedelta(days=7), is_rough=True)
    return Span(day, day, is_rough="around" in before or "time" in words)


def _of_month(words: list[str], today: date, is_coming: bool) -> Span | None:
    at = next(
        (
            at
            for at, word in enumerate(words)
            if word in MONTHS and not (word in {"may", "march"} and words[at + 1 : at + 2] == ["be"])
        ),
        None,
    )
    if at is None:
        return None
    month = MONTHS[words[at]]
    years = _years(words, today)
    day = _day_number(words, at)
    if day is not None:
        return _one_day(date(years[0], month, day)) if years else _placed(month, day, today, is_coming=is_coming)
    year = (
        years[0]
        if years
        else _two_digit_year(words, at, today) or _year_of_month(month, words, today, is_coming=is_coming)
    )
    return _part(_month(year, month), words[:at])


def _day_number(words: list[str], at: int) -> int | None:
    around = [*reversed(words[max(0, at - 2) : at]), *words[at + 1 : at + 2]]
    for word in around:
        if word.isascii() and word.isdigit() and len(word) <= 2:
            return int(word)
        if word not in {"of", "the"} and word in words[max(0, at - 2) : at]:
            break
    after = words[at + 1 : at + 3]
    if after[:1] == ["the"] and after[1:] and after[1].isdigit() and len(after[1]) <= 2:
        return int(after[1])
    return int(after[0]) if after and after[0].isdigit() and len(after[0]) <= 2 and int(after[0]) <= 31 else None


def _two_digit_year(words: list[str], at: int, today: date) -> int | None:
    after = words[at + 1 : at + 2]
    return _full_year(int(after[0]), today) if after and after[0].isdigit() and len(after[0]) == 2 else None


def _year_of_month(month: int, words: list[str], today: date, *, is_coming: bool) -> int:
    """Return the year of a month that has none: this month counts as past, unless "next" or a time to come is asked for."""
    if is_coming or "next" in words:
        return today.year if month >= today.month and "next" not in words[:1] or month > today.month else today.year + 1
    return today.year if month <= today.month else today.year - 1


def _part(span: Span, words: list[str]) -> Span:
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


def _of_season(words: list[str], today: date, is_coming: bool) -> Span | None:
    at = next((at for at, word in enumerate(words) if word in SEASONS), None)
    if at is None:
        return None
    first = SEASONS[words[at]]
    years = _years(words, today)
    if years:
        year = years[0]
    else:
        options = (
            [today.year - 1, today.year] if not is_coming and "next" not in words else [today.year, today.year + 1]
        )
        begun = [year for year in options if date(year, first, 1) <= today]
        year = (
            (begun[-1] if begun else options[0])
            if not is_coming and "next" not in words
            else next((y for y in options if date(y, first, 1) > today), options[-1])
        )
    last = _month(year + (first == 12), 2 if first == 12 else first + 2)
    is_rough = "last" in words and not years
    found = _part(Span(date(year, first, 1), last.end, is_rough), words[:at])
    return found


_STEPS = {"last": -1, "this": 0, "next": 1, "coming": 1, "past": -1, "previous": -1}


def _week_or_month(words: list[str], today: date, is_coming: bool) -> Span | None:  # noqa: ARG001, FBT001 - all ways are alike
    joined = f" {' '.join(words)} "
    for unit in ("week", "weekend", "month"):
        if f" {unit} before last " in joined:
            return _stepped(unit, -2, today)
    for at, word in enumerate(words[1:], 1):
        step = _STEPS.get(words[at - 1])
        if step is not None and word in {"week", "weekend", "month"}:
            day = next((int(w) for w in words[:at] if w.isdigit() and len(w) <= 2), None)
            span = _stepped(word, step, today)
            weekday = next((WEEKDAYS[w] for w in words if w in WEEKDAYS), None)
            if word == "week" and weekday is not None:
                return _one_day(span.start + timedelta(days=weekday))
            return _one_day(span.start.replace(day=day)) if day and word == "month" else _part(span, words[:at])
    return None


def _stepped(unit: str, step: int, today: date) -> Span:
    if unit == "month":
        n = today.year * 12 + today.month - 1 + step
        return _month(n // 12, n % 12 + 1)
    monday = today - timedelta(days=today.weekday()) + timedelta(days=7 * step)
    if unit == "weekend":
        return Span(monday + timedelta(days=5), monday + timedelta(days=6))
    return Span(monday, monday + timedelta(days=6))


def _weekday(words: list[str], today: date, is_coming: bool) -> Span | None:
    at = next((at for at, word in enumerate(words) if word in WEEKDAYS), None)
    if at is None:
        return None
    day = next((int(word) for word in words if word.isdigit() and len(word) <= 2), None)
    if day is not None:
        return _day_alone([str(day)], today, is_coming)
    weekday = WEEKDAYS[words[at]]
    if is_coming or words[at - 1 : at] == ["next"]:
        return _one_day(today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))
    return _one_day(today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1))


def _year(words: list[str], today: date, is_coming: bool) -> Span | None:  # noqa: ARG001, FBT001 - all ways are alike
    decade = next((DECADES[word] for word in words if word in DECADES), None)
    if decade is None:
        decade = next((int(word[:-1]) for word in words if re.fullmatch(r"(?:19|20)\d0s", word)), None)
    if decade is not None:
        return Span(date(decade, 1, 1), date(decade + 9, 12, 31))
    years = _years(words, today)
    if not years or ("before" in words and "last" not in words) or "after" in words:
        return None
    is_rough = len(years) > 1 or "since" in words
    if "earlier" in words and years[0] == today.year:
        return Span(date(today.year, 1, 1), today, is_rough=True)
    whole = Span(date(min(years), 1, 1), date(max(years), 12, 31), is_rough)
    return _part(whole, words)


def _day_alone(words: list[str], today: date, is_coming: bool) -> Span | None:
    """Return the day of the month that is said alone: "the 15th"."""
    rest = [word for word in words if word not in {"the", "on", "it", "was", "please", "of", "then", "this", "month"}]
    if len(rest) != 1 or not rest[0].isdigit() or not 1 <= int(rest[0]) <= 31:
        return None
    day, at = int(rest[0]), today
    for _ in range(12):
        if at.day == day:
            return _one_day(at, is_rough=not is_coming)
        at += timedelta(days=1 if is_coming else -1)
    while at.day != day:
        at += timedelta(days=1 if is_coming else -1)
    return _one_day(at, is_rough=not is_coming)
