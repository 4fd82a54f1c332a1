"""When something was, as people say it: "last March", "about 2019", "a fortnight ago", "spring 2023". Told as two days, both within.

Days stand in the order of the country (day, month, year) or of ISO 8601. A day without a year is the last one before today, or the next
one where the question asks for a time to come.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from feedback.hearing.answers.near_days import (
    Seen,
    Span,
    ago,
    full_year,
    month_span,
    near_day,
    one_day,
    part_of,
    week_or_month,
    weekday,
    years_in,
)
from feedback.hearing.answers.quantities import ROUGH, plain_units
from feedback.hearing.answers.times.remembered_days import between_feasts, of_event, turn_of_year
from feedback.hearing.answers.times.short_years import in_full, with_bare_year, with_years
from feedback.hearing.answers.words.calendar_words import (
    DECADES,
    MONTHS,
    NAMED_DAYS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    named_day,
)
from feedback.hearing.ask import Ask
from feedback.hearing.normal import nearest, tokens
from feedback.hearing.numerals import with_figures
from feedback.hearing.spellings import word_set

_COMING = word_set("suits suit would like next best available free will prefer come can could plan")


def _looks_ahead(question: list[str]) -> bool:
    """Return whether a question asks for a day to come: "When would you like us to call?"."""
    return not _COMING.isdisjoint(question) and _OVER.isdisjoint(question)


_CORRECTED = (" i mean ", " i meant ", " sorry ", " no wait ", " wait no ", " actually ")
_LONGEST = 40
"""Words in which a day is looked for; a longer text is a story."""
_NUMERIC = re.compile(r"(\d{1,4})[./-](\d{1,2})(?:[./-](\d{1,4}))?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2})")
_NAMES = tuple(name for name in (*MONTHS, *WEEKDAYS) if len(name) > 5)


_OVER = word_set("did was were had have has been last first since ago")
"""Words of questions about what is over: "When did you first come?"."""


def hear_date(ask: Ask, text: str) -> Span | None:
    """Return the days that a text means, seen from `ask.today`, or None if none are clear."""
    if ask.today is None:
        return None
    words = with_bare_year(_words(in_full(text, ask.today)), ask.today)
    if len(words) > _LONGEST or not words:
        return None
    try:
        return _span(words, Seen(ask.today, _looks_ahead(tokens(ask.question))))
    except (ValueError, OverflowError):
        return None  # the thirty-second of January, or a year before the calendar


_SURE_WORDS = word_set("today yesterday")
_LAST = word_set("week month year")


def is_plain_date(text: str) -> bool:
    """Return whether a text names its days so that everybody reckons them alike: a whole date, month and year, a year, yesterday.

    "Three years ago", "Monday", "in May" and "last summer" are understood, and asked back: people mean this or that by them.
    """
    words = tokens(text)
    if len(words) > _LONGEST_PLAIN:
        return False
    years = [word for word in words if len(word) == 4 and word.isdigit()]
    dated = [word for word in words if _NUMERIC.fullmatch(word) or _MONTH_YEAR.fullmatch(word)]
    is_season = any(word in SEASONS or word in NAMED_DAYS for word in words)
    if len(years) == 1 and not is_season and not _VAGUE.intersection(words):
        return True
    is_last = len(words) <= 4 and "last" in words and not _LAST.isdisjoint(words)
    return len(dated) == 1 or (not _SURE_WORDS.isdisjoint(words) and len(words) <= 4) or is_last


_LONGEST_PLAIN = 8
_VAGUE = word_set(
    "end start middle beginning early late mid before after or around about maybe think summer spring autumn winter since"
)


def _words(text: str) -> list[str]:
    plain = f" {' '.join(plain_units(tokens(text)))} "
    for mark in _CORRECTED:
        _, found, after = plain.rpartition(mark)
        if found and any(c.isdigit() or word in MONTHS for word in after.split() for c in word[:1]):
            plain = after
    words = with_figures(
        [str(ORDINALS[word]) if word in ORDINALS and word != "second" else word for word in plain.split()]
    )
    words = [re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", word) for word in words]
    return with_years(
        [
            "2" if word == "second" and ("of" in words[at + 1 : at + 2] or set(words) & set(MONTHS)) else _named(word)
            for at, word in enumerate(words)
        ]
    )


_NO_SLIPS = word_set("summer monthly thirty remember remembered member members number")


def _named(word: str) -> str:
    return nearest(word, _NAMES) or word if len(word) > 5 and word.isalpha() and word not in _NO_SLIPS else word


def _span(words: list[str], seen: Seen) -> Span | None:
    ways: tuple[Callable[[list[str], Seen], Span | None], ...] = (
        _numeric,
        of_event,
        turn_of_year,
        _from_to,
        between_feasts,
        _of_explicit_year,
        _day_beside_weekday,
        near_day,
        ago,
        _between,
        _holiday,
        _of_month,
        _of_season,
        week_or_month,
        weekday,
        _year,
        _day_alone,
    )
    for way in ways:
        found = way(words, seen)
        if found is not None:
            is_rough = (
                found.is_rough or any(word in ROUGH - {"think", "just", "say"} for word in words) or "or" in words
            )
            return Span(found.start, found.end, is_rough)
    return None


def _from_to(words: list[str], seen: Seen) -> Span | None:
    """Return from one day of a month to another: "from the 10th to the 12th of february"."""
    found = _DAYS_OF.search(" ".join(words))
    if not found or found[3] not in MONTHS:
        return None
    end = _span([found[2], found[3], *(word for word in words if len(word) == 4 and word.isdigit())], seen)
    return None if end is None else Span(end.start.replace(day=int(found[1])), end.end)


_DAYS_OF = re.compile(r"\b(\d{1,2}) (?:to|till|until|and|through) (?:the )?(\d{1,2}) (?:of )?([a-z]+)")


def _of_explicit_year(words: list[str], seen: Seen) -> Span | None:
    """Return the season or month of a year that is named, whatever else is said: "10 years ago, in the autumn of 2016"."""
    if "ago" not in words and "back" not in words:
        return None
    at = next((at for at, word in enumerate(words) if len(word) == 4 and word.isdigit() and 1900 < int(word) < 2100), 0)
    if not at or "ago" in words[at:]:
        return None
    rest = words[words.index("ago") + 1 :] if "ago" in words else words
    return _of_month(rest, seen) or _of_season(rest, seen)


def _day_beside_weekday(words: list[str], seen: Seen) -> Span | None:
    """Return the day of a month that stands beside a weekday: "last tuesday, the 12th"."""
    if WEEKDAYS.keys().isdisjoint(words) or not MONTHS.keys().isdisjoint(words):
        return None
    days = [
        int(word)
        for at, word in enumerate(words)
        if word.isdigit() and len(word) <= 2 and words[at - 1 : at] == ["the"]
    ]
    return _day_alone(["the", str(days[0])], seen) if len(days) == 1 else None


def _numeric(words: list[str], seen: Seen) -> Span | None:
    for word in words:
        pair = _MONTH_YEAR.fullmatch(word)
        if pair:
            month, year = (int(pair[1]), int(pair[2])) if pair[1] else (int(pair[4]), int(pair[3]))
            return month_span(year, month)
        found = _NUMERIC.fullmatch(word)
        if found and ("." not in word or found[3]):
            return _day_of(found, seen)
    return None


def _day_of(found: re.Match[str], seen: Seen) -> Span:
    first, second, third = int(found[1]), int(found[2]), found[3]
    if len(found[1]) == 4:
        return one_day(date(first, second, int(third or 1)))
    is_swapped = second > 12 >= first
    day, month = (second, first) if is_swapped else (first, second)
    if third is None and is_swapped and not seen.is_coming and second <= seen.today.year % 100:
        span = month_span(full_year(second, seen.today), first)  # "10/21" is October 2021, or else the 21st
        return Span(span.start, span.end, is_rough=True)
    if third is None:
        return _placed(month, day, seen)
    return one_day(date(full_year(int(third), seen.today), month, day), is_rough=is_swapped)


def _placed(month: int, day: int, seen: Seen) -> Span:
    """Return a day without a year: the last one up to seen.today, or the next one."""
    year = seen.today.year
    this = date(year, month, day) if (month, day) != (2, 29) else date(year - year % 4, 2, 29)
    if seen.is_coming and this < seen.today:
        return one_day(date(year + 1, month, day))
    return one_day(this if seen.is_coming or this <= seen.today else date(year - 1, month, day))


def _between(words: list[str], seen: Seen) -> Span | None:
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
    end = _span(right, seen)
    years = years_in(right, seen.today)
    start = _span([*left, str(years[0])] if years and not years_in(left, seen.today) else left, seen)
    return (
        Span(start.start, end.end, is_rough=True)
        if start is not None and end is not None and start.start <= end.end
        else None
    )


def _has_name(words: list[str]) -> bool:
    return any(word in MONTHS or word in SEASONS or (word.isdigit() and len(word) == 4) for word in words)


def _holiday(words: list[str], seen: Seen) -> Span | None:
    joined = f" {' '.join(words)} "
    name = next((name for name in NAMED_DAYS if f" {name} " in joined), None)
    if name is None or (name == "new year" and " in the " in joined):
        return None
    years = years_in(words, seen.today)
    if years:
        day = named_day(name, years[0])
    else:
        options = [named_day(name, seen.today.year + away) for away in (-1, 0, 1)]
        past = [day for day in options if day <= seen.today]
        day = (
            min(day for day in options if day >= seen.today)
            if seen.is_coming or ("this" in words and name != "easter" and seen.today.month > 10)
            else max(past)
        )
    before = words[: words.index(name.split()[0])]
    if "before" in before:
        return Span(day - timedelta(days=7), day - timedelta(days=1), is_rough=True)
    if "after" in before:
        return Span(day + timedelta(days=1), day + timedelta(days=7), is_rough=True)
    return Span(day, day, is_rough="around" in before or "time" in words)


def _of_month(words: list[str], seen: Seen) -> Span | None:
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
    years = years_in(words, seen.today)
    day = _day_number(words, at)
    if day is not None:
        return one_day(date(years[0], month, day)) if years else _placed(month, day, seen)
    year = years[0] if years else _two_digit_year(words, at, seen.today) or _year_of_month(month, words, seen)
    return part_of(month_span(year, month), words[:at])


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
    return full_year(int(after[0]), today) if after and after[0].isdigit() and len(after[0]) == 2 else None


def _year_of_month(month: int, words: list[str], seen: Seen) -> int:
    """Return the year of a month that has none: this month counts as past, unless "next" or a time to come is asked for."""
    if seen.is_coming or "next" in words:
        return (
            seen.today.year
            if (month >= seen.today.month and "next" not in words[:1]) or month > seen.today.month
            else seen.today.year + 1
        )
    is_this_past = month < seen.today.month or (month == seen.today.month and "last" not in words)
    return seen.today.year if is_this_past else seen.today.year - 1


def _of_season(words: list[str], seen: Seen) -> Span | None:
    at = next((at for at, word in enumerate(words) if word in SEASONS), None)
    if at is None:
        return None
    first = SEASONS[words[at]]
    years = years_in(words, seen.today)
    if years:
        year = years[0]
    else:
        options = (
            [seen.today.year - 1, seen.today.year]
            if not seen.is_coming and "next" not in words
            else [seen.today.year, seen.today.year + 1]
        )
        begun = [year for year in options if date(year, first, 1) <= seen.today]
        year = (
            (begun[-1] if begun else options[0])
            if not seen.is_coming and "next" not in words
            else next((y for y in options if date(y, first, 1) > seen.today), options[-1])
        )
    year -= " ".join(words).endswith("before last") and not years and year == begun[-1]
    last = month_span(year + (first == 12), 2 if first == 12 else first + 2)
    is_rough = "last" in words and not years
    return part_of(Span(date(year, first, 1), last.end, is_rough), words[:at])


def _year(words: list[str], seen: Seen) -> Span | None:
    decade = next((DECADES[word] for word in words if word in DECADES), None)
    if decade is None:
        decade = next((int(word[:-1]) for word in words if re.fullmatch(r"(?:19|20)\d0s", word)), None)
    if decade is not None:
        return Span(date(decade, 1, 1), date(decade + 9, 12, 31))
    years = years_in(words, seen.today)
    if not years or ("before" in words and "last" not in words) or "after" in words:
        return None
    is_rough = len(years) > 1 or "since" in words
    if "earlier" in words and years[0] == seen.today.year:
        return Span(date(seen.today.year, 1, 1), seen.today, is_rough=True)
    whole = Span(date(min(years), 1, 1), date(max(years), 12, 31), is_rough)
    return part_of(whole, words)


def _day_alone(words: list[str], seen: Seen) -> Span | None:
    """Return the day of the month that is said alone: "the 15th"."""
    rest = [
        word
        for word in words
        if word not in WEEKDAYS and word not in {"the", "on", "it", "was", "please", "of", "then", "this", "month"}
    ]
    if len(rest) != 1 or not rest[0].isdigit() or not 1 <= int(rest[0]) <= 31:
        return None
    day, at = int(rest[0]), seen.today
    for _ in range(12):
        if at.day == day:
            return one_day(at, is_rough=not seen.is_coming)
        at += timedelta(days=1 if seen.is_coming else -1)
    while at.day != day:
        at += timedelta(days=1 if seen.is_coming else -1)
    return one_day(at, is_rough=not seen.is_coming)
