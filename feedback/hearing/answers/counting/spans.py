"""A length of time told by its ends: "from 9 till half 10", "got there at 2, seen at 20 past", "1:30", "in on Monday, home on Thursday"."""

import re

from feedback.hearing.answers.quantities import prepared
from feedback.hearing.ask import Ask
from feedback.hearing.normal import folded
from feedback.hearing.numerals import with_figures

_PER_HOUR = 60
_HALF_DAY = 12 * _PER_HOUR
_LONGEST = 160
_CLOCK = re.compile(
    r"\b(?:(?P<past>half|quarter|\d{1,2})(?: minutes)? past(?: (?P<of>\d{1,2}))?|(?<!from )(?P<to>quarter|5|10|20|25)(?: minutes)? to (?P<next>\d{1,2})"
    r"|half (?P<half>\d{1,2})|(?P<noon>noon|midday|midnight)|(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?)(?: ?(?:am|pm|oclock))?(?!\w)"
)
_DURATION = re.compile(
    r"(?:about |around |roughly |waited |nearly |took )*(\d{1,2})[:.h](\d{2})(?: (?:hours?|hrs?|h))?"
)
_STARTS = re.compile(
    r"\b(?:from|since|arrived|got (?:there|here|in)|booked|appointment|due|was for|supposed|came|went in|sat down|started)\b"
)
_ENDS = re.compile(
    r"\b(?:till|til|until|to|seen|called|left|out|finished|home|went in|got in|ended|took me|came for me)\b"
)
_NAMED = {"half": 30, "quarter": 15}
Clock = tuple[int | None, int]
"""The hour, where it is said, and the minutes past it (before it, below nought)."""


def span(ask: Ask, text: str) -> float | None:
    """Return the time between two times of day in `ask.unit` (minutes or hours), or two days of a week (nights); None where it is not told so.

    Exactly two are told, as start and end.
    """
    if ask.unit == "nights":
        return _nights(folded(text[:_LONGEST]))
    size = {"minutes": 1, "hours": _PER_HOUR}.get(ask.unit)
    if size is None or len(text) > _LONGEST:
        return None
    plain = folded(text).strip(" .!")
    whole = _DURATION.fullmatch(plain)
    if whole and ask.unit == "minutes":
        return int(whole[1]) * _PER_HOUR + int(whole[2])
    plain = " ".join(with_figures(re.findall(r"\d{1,2}[:.]\d{2}|\w+", plain)))
    times = list(_CLOCK.finditer(plain))
    if len(times) != len(("start", "end")) or _is_length(plain):
        return None
    before, between = plain[: times[0].start()], plain[times[0].end() : times[1].start()]
    if not _STARTS.search(before) or not _ENDS.search(between):
        return None
    return _between(_told(times[0]), _told(times[1])) / size


def _is_length(plain: str) -> bool:
    """Return whether lengths of time are named, so that figures are no times of day."""
    return any(word.rstrip("s") in {"hour", "hr", "minute", "min", "day", "week"} for word in prepared(plain))


def _told(found: re.Match[str]) -> Clock:
    """Return the time of day that words tell: "20 past" tells no hour."""
    if found["noon"]:
        return 12, 0
    if found["half"]:
        return int(found["half"]), 30
    if found["past"]:
        minutes = _NAMED.get(found["past"]) or int(found["past"])
        return (int(found["of"]) if found["of"] else None), minutes
    if found["to"]:
        return int(found["next"]), -(_NAMED.get(found["to"]) or int(found["to"]))
    return int(found["hour"]), int(found["minute"] or 0)


def _between(start: Clock, end: Clock) -> int:
    """Return the minutes from one time of day to the next other, on a clock of twelve hours."""
    hour = start[0] or 0
    first = hour * _PER_HOUR + start[1]
    last = (hour if end[0] is None else end[0]) * _PER_HOUR + end[1]
    return (last - first) % _HALF_DAY


_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = re.compile(rf"\b({'|'.join(_DAYS)})(?:day|s|sday|nesday|urday|rs|rsday)?\b")
_OVERNIGHT = re.compile(
    r"\b(?:over ?night|the one night|only the night|just the night|home (?:the )?next (?:day|morning))\b"
)
_WEEKEND = re.compile(r"\b(?:over|for|all|the whole) (?:of )?(?:the |a )?weekend\b")


def _nights(plain: str) -> float | None:
    """Return the nights between two days of a week, of a weekend, or of one night in so many words."""
    if any(letter.isdigit() for letter in plain):
        return None
    days = [_DAYS.index(found) for found in _DAY.findall(plain)]
    if len(days) == len(("start", "end")):
        return (days[1] - days[0]) % len(_DAYS) or None
    if days:
        return None
    return 1 if _OVERNIGHT.search(plain) else 2 if _WEEKEND.search(plain) else None
