"""A number that is to be worked out: "9 to 5 mon to fri" is 40 hours, "weekly for 3 months" 13 times, "an hour bar 5 minutes" 55 minutes."""

import re

from feedback.hearing.answers.bands import rate_in
from feedback.hearing.answers.quantities import DAYS, Quantity, quantities, singular
from feedback.hearing.ask import Ask
from feedback.hearing.spellings import word_set

_ALL_HOURS = re.compile(
    r"\b24(?:/| )7\b|\b(?:round the clock|all day every day|day and night|night and day|all hours|every hour|every minute|every waking|every second|non ?stop|all of it|all the time|24 hours a day|never off)\b"
)
_HOURS_OF_A_WEEK = 168
_FROM_TO = re.compile(r"\b(?:half )?(\d{1,2}) (?:to|till|til|until) (\d{1,2})\b(?! (?:hours|minutes|times))")
_WORKDAYS = re.compile(
    r"\bmon(?:day)?s? (?:to|till|til|until|through|thru) fri(?:day)?s?\b|\bweekdays?\b|\b(?:5|five) days\b|\bmf\b"
)
_EVERY_DAY = re.compile(
    r"\b(?:every|each|a|per) (?:single )?(?:day|morning|night|evening|afternoon)\b|\bdaily\b|\bnightly\b|\b7 days\b"
)
_WEEKDAY = re.compile(
    r"\b(mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b"
)
_TIMES_A_WEEK = re.compile(
    r"\b(?:(\d+)|(once|twice)) (?:times |days |nights |mornings |evenings |afternoons |goes |visits )?(?:a|per|each|every) week\b|\b(\d+) (?:days|nights|mornings|evenings|afternoons|times)$"
)
_BAR = re.compile(r"\b(?:bar|less|minus|take away|short of|off)\b")
_FOR = re.compile(r"^(.*?)\b(?:for|over|across|during) (?:the |about |around |nearly |roughly |last |past )*(.*)$")
_THREE_FIFTY = re.compile(
    r"^(?:about |around |roughly |its |it was |just )*(\d{1,2}) ([1-9]\d)(?: (?:each|return|single|in total|all in|altogether|on the bus|a day))*$"
)
_EACH = re.compile(r"\b(\d+) (?:\w+ ){1,2}(?:of|at|for|costing) (\d+(?:\.\d+)?)\b(?! \d)")
_MISSED = re.compile(
    r"\b(?:missed|skipped|all but|all bar|didnt make|apart from) (\d+) (?:out )?of (?:the |my )?(\d+)\b"
)
_OUT_OF = re.compile(
    r"^(?:about |maybe |only |just |went to |i went to |been to )*(\d+) (?:out )?of (?:the |my )?(\d+)$"
)
_ONCES = {"once": 1, "twice": 2, "thrice": 3, "1": 1, "another": 1, "again": 1}
_BETWEEN = re.compile(r"\b(?:and|then|plus)\b|[,;+&]")
_ARTICLES = word_set("a an the my one 1 another our that this")
_NO_THING = word_set(
    "i it was is they we had have get got go went do did im ive its you he she me was were been not no dont then so to when because which who half hour day week bit lot while few couple"
)
_UNCOUNTED = frozenset({"miles", "pounds", "percent", "times", "people"} | {f"{unit}s" for unit in DAYS})
_MOST_ITEMS, _MOST_WORDS_OF_ITEM = 9, 6


def worked_out(ask: Ask, plain: str) -> float | None:
    """Return the number to be worked out from a text whose numbers are figures, in `ask.unit`; None where there is none such."""
    is_weekly = "week" in ask.question.casefold() or "week" in ask.unit
    if ask.unit == "hours" and is_weekly:
        found = _hours_a_week(plain)
        if found is not None:
            return found
    for way in (_less, _often_for, _priced, _all_but, _on_days, _so_many_times):
        found = way(ask, plain)
        if found is not None:
            return found
    return None


def _hours_a_week(plain: str) -> float | None:
    """Return the hours of a week: round the clock, from 9 to 5 on so many days, so many hours on each day named."""
    if _ALL_HOURS.search(plain) and len(quantities(plain)) <= 1:
        return _HOURS_OF_A_WEEK
    span = _FROM_TO.search(plain)
    days = _days(plain)
    if span and days and int(span[1]) <= 12 and int(span[2]) <= 12:
        return ((int(span[2]) - int(span[1])) % 12) * days
    found = [one for one in quantities(plain) if one.unit not in _COUNTS_OF_DAYS]
    is_alone = len(found) == 1 or (
        len(found) == _TWICE and found[0] == found[1] and _EVERY_DAY.search(plain) is not None
    )
    lengths = [one.days for one in found if one.unit in {"hour", "h", "minute"} and one.days is not None]
    return sum(lengths) * 24 * days if days > 1 and is_alone and len(lengths) == len(found) else None


_COUNTS_OF_DAYS = word_set("day night morning evening afternoon time week")
_TWICE = 2


def _days(plain: str) -> int:
    """Return on how many days of a week."""
    if _WORKDAYS.search(plain):
        return 5
    if _EVERY_DAY.search(plain):
        return 7
    named = {found[:3] for found in _WEEKDAY.findall(plain)}
    times = _TIMES_A_WEEK.search(plain)
    if times:
        return int(times[1] or times[3] or _ONCES[times[2]])
    return len(named)


def _less(ask: Ask, plain: str) -> float | None:
    """Return one length without another: "2 hours bar 5 minutes", "5 minutes short of an hour"."""
    parts = _BAR.split(plain)
    if singular(ask.unit) not in DAYS or len(parts) != 2:
        return None
    sizes = [_length(quantities(part)) for part in parts]
    if sizes[0] is None or sizes[1] is None:
        return None
    return abs(sizes[0] - sizes[1]) / DAYS[singular(ask.unit)]


def _length(found: list[Quantity]) -> float | None:
    return found[0].days if len(found) == 1 else None


def _often_for(ask: Ask, plain: str) -> float | None:
    """Return how many times something was: "weekly for 3 months", "twice a week for 6 weeks"."""
    told = _FOR.match(plain)
    if singular(ask.unit) in DAYS or not told or ask.unit in {"pounds", "miles", "people"}:
        return None
    rate, length = rate_in(told[1].split()), _length(quantities(told[2]))
    return None if rate is None or length is None else round(rate * length / 365.25)


def _priced(ask: Ask, plain: str) -> float | None:
    """Return pounds and pence said in one breath ("3 50"), or so many at so much each ("2 fares of 2.40")."""
    if ask.unit != "pounds":
        return None
    pair = _THREE_FIFTY.match(plain)
    if pair:
        return int(pair[1]) + int(pair[2]) / 100
    each = _EACH.search(plain)
    return round(int(each[1]) * float(each[2]), 2) if each else None


def _all_but(ask: Ask, plain: str) -> float | None:
    """Return how many are left ("missed 2 of the 10"), or how many of all ("4 out of 6")."""
    if singular(ask.unit) in DAYS or ask.unit == "pounds":
        return None
    missed = _MISSED.search(plain)
    if missed:
        return int(missed[2]) - int(missed[1])
    part = _OUT_OF.match(plain)
    return int(part[1]) if part else None


def _on_days(ask: Ask, plain: str) -> float | None:
    """Return on how many days something was, told by their names: "monday, tuesday and thursday" is 3 times."""
    days = {found[:3] for found in _WEEKDAY.findall(plain)}
    is_each_once = ask.unit == "times" and not any(letter.isdigit() for letter in plain) and not _REPEATED.search(plain)
    return len(days) if is_each_once and len(days) > 1 else None


_AT_A_TIME = re.compile(
    r"^(?P<many>\d{1,2})(?: \w+)? (?P<times>once|twice|thrice|\d{1,2} times) (?:a|each|every|per) (?:day|night)$"
    r"|^(?P<often>once|twice|thrice|\d{1,2} times) (?:a|each|every|per) (?:day|night) (?P<each>\d{1,2}) (?:at a time|each time|each|every time)$"
    r"|^(?P<left>\d{1,2}) ?[x×] ?(?P<right>\d{1,2})$"
)


def _so_many_times(ask: Ask, plain: str) -> float | None:
    """Return a product: "2 twice a day", "4 times a day, 2 at a time", "3 x 2"."""
    found = None if ask.unit in {"times", "pounds"} or singular(ask.unit) in DAYS else _AT_A_TIME.match(plain)
    if not found:
        return None
    if found["left"]:
        return int(found["left"]) * int(found["right"])
    often = str(found["times"] or found["often"])
    return int(found["many"] or found["each"]) * (_ONCES.get(often) or int(often.split(maxsplit=1)[0]))


_REPEATED = re.compile(r"\b(?:every|each|once|twice|thrice|to|till|until|through|or|not|mondays|weekly|weekdays)\b")


def things(ask: Ask, plain: str) -> int | None:
    """Return how many things are told one after the other: "2 tablets and an inhaler" is 3, "twice in the bath, once on the stairs" too."""
    if _AT_A_TIME.match(" ".join(re.sub(r"[,.]", " ", plain).split())):
        return None
    items = [item.split() for item in _BETWEEN.split(plain) if item.strip()]
    if not 1 < len(items) <= _MOST_ITEMS or singular(ask.unit) in DAYS or ask.unit in {"pounds", "miles"}:
        return None
    counts = [_of_item(item, is_named=ask.unit not in _UNCOUNTED) for item in items]
    return None if None in counts else sum(count for count in counts if count is not None)


def _of_item(words: list[str], *, is_named: bool) -> int | None:
    """Return how many one item is: by its number, its article, or 1 for a thing that is only named."""
    kept = [
        word
        for word in words
        if word not in {"just", "only", "about", "on", "had", "i", "take", "got", "fell", "ive", "have"}
    ]
    if not kept or len(kept) > _MOST_WORDS_OF_ITEM:
        return None
    if kept[0].isdigit() and len(kept[0]) < 3:
        return int(kept[0]) if len(kept) > 1 and not kept[1][0].isdigit() else None
    if kept[0] in _ONCES:
        return _ONCES[kept[0]]
    is_thing = is_named and len(kept) <= 4 and _NO_THING.isdisjoint(kept)
    return 1 if is_thing and (kept[0] in _ARTICLES or all(word.isalpha() and len(word) > 3 for word in kept)) else None
