"""Somebody's age, said round about: "fifteen, nearly 16", "40 next month", "three score and ten", "the big five-oh"."""

import re

_TENS = {
    "septuagenarian": 7,
    "octogenarian": 8,
    "nonagenarian": 9,
    "sexagenarian": 6,
    "centenarian": 10,
    "quinquagenarian": 5,
}
_NAMED = re.compile("|".join(_TENS))
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
_SCORES = re.compile(r"\b(\d) score(?: years?)?(?: and (\d{1,2}))?\b")
_OH = re.compile(r"\b(?:big )?([2-9]) (?:0|oh|o|zero)\b")
_TWO = re.compile(r"\b(\d{2}) .*?\b(\d{2})\b")
_GOING_ON = re.compile(r"\b(\d{2}) going on (\d{2})\b")
_SOON = re.compile(
    rf"\b(\d{{2}}) (?:(?:on )?(?:my )?next (?:birthday|month|week|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time|spring|summer|autumn|winter)|in (?:a (?:week|month|fortnight|few|couple)|\d|{_MONTH}|the (?:spring|summer|autumn|winter|new year))|on (?:my next|\d|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|tomorrow|soon|come (?:{_MONTH}|christmas|easter|summer|spring)|this (?:coming|{_MONTH}))\b"
)
_ALMOST = re.compile(
    r"\b(?:nearly|almost|coming up(?: to| for| on)?|going on(?: for)?|about to (?:be|turn|hit)|not quite|just shy of|just short of|turning|turn|will be|ill be|il be|be|pushing|knocking on|approaching|getting on for) (?:my )?(?:a |the )?(\d{2})\b"
)
_TURNED = re.compile(r"\b(?:turned|was|just) (\d{2})\b")

_YEAR_OF_BIRTH = re.compile(
    r"\b(19\d\d|20[0-2]\d) (?:baby|child|vintage|model|born)\b|\bborn (?:\w+ ){0,4}(19\d\d|20[0-2]\d)\b"
)


def year_of_birth(plain: str) -> int | None:
    """Return the year in which somebody says to be born: "a 1970 baby", or None."""
    found = _YEAR_OF_BIRTH.search(plain)
    return int(found[1] or found[2]) if found else None


def age(plain: str) -> int | None:
    """Return the age that a text tells round about, in whole years, or None where it tells it outright or not at all."""
    named = _NAMED.search(plain)
    if named:
        return _TENS[named[0]] * 10 + 5
    scores, oh, two = _SCORES.search(plain), _OH.search(plain), _TWO.search(plain)
    if scores:
        return int(scores[1]) * 20 + int(scores[2] or 0)
    if oh:
        return int(oh[1]) * 10
    if two:
        return _of_two(plain, int(two[1]), int(two[2]))
    near = None if _TURNED.search(plain) else _SOON.search(plain) or _ALMOST.search(plain)
    return int(near[1]) - 1 if near else None


def _of_two(plain: str, first: int, second: int) -> int | None:
    """Return the age of now where two are told: "fifteen, nearly 16", "52 in June, so 51", "24 going on 60"."""
    if second == first + 1 or _GOING_ON.search(plain):
        return first
    return second if second == first - 1 and _SOON.search(plain) else None
