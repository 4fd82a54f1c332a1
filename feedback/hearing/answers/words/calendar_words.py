"""Names of the calendar as people write them, and days that have names. Data, and Easter (Meeus, Jones and Butcher)."""

import calendar
from datetime import date, timedelta

from feedback.hearing.spellings import word_set

MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name} | {
    name.casefold(): n for n, name in enumerate(calendar.month_abbr) if name
} | {"sept": 9, "febuary": 2, "feburary": 2, "agust": 8, "juli": 7, "janurary": 1, "decemeber": 12, "mai": 5, "ocotber": 10, "jany": 1}  # fmt: skip
WEEKDAYS = {name.casefold(): n for n, name in enumerate(calendar.day_name)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6, "wensday": 2, "wednesdy": 2,
    "mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4, "saturdays": 5, "sundays": 6,
}  # fmt: skip
SEASONS = {
    "spring": 3,
    "springtime": 3,
    "summer": 6,
    "summertime": 6,
    "autumn": 9,
    "fall": 9,
    "winter": 12,
    "wintertime": 12,
}
"""Each season and its first month (the seasons of the weather service)."""
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "  # noqa: SIM905
        "seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30}
DECADES = {
    "twenties": 2020,
    "nineties": 1990,
    "eighties": 1980,
    "seventies": 1970,
    "sixties": 1960,
    "fifties": 1950,
    "noughties": 2000,
    "90s": 1990,
    "80s": 1980,
    "70s": 1970,
    "60s": 1960,
}
EARLY = word_set("early beginning start begining")
MIDDLE = word_set("mid middle midway halfway")
_FIXED = {
    "christmas": (12, 25), "xmas": (12, 25), "crimbo": (12, 25), "chrimbo": (12, 25), "crimble": (12, 25), "chrismas": (12, 25), "boxing day": (12, 26), "christmas eve": (12, 24), "xmas eve": (12, 24),
    "new year": (1, 1), "new years": (1, 1), "new years day": (1, 1), "new years eve": (12, 31), "hogmanay": (12, 31), "valentines": (2, 14), "valentines day": (2, 14), "valentine": (2, 14),
    "st patricks day": (3, 17), "paddys day": (3, 17), "halloween": (10, 31), "bonfire night": (11, 5), "guy fawkes": (11, 5), "fireworks night": (11, 5), "remembrance day": (11, 11), "burns night": (1, 25), "april fools": (4, 1), "st davids day": (3, 1), "st georges day": (4, 23), "st andrews day": (11, 30), "armistice day": (11, 11), "may day": (5, 1),
}  # fmt: skip
_FROM_EASTER = {
    "easter": 0,
    "easter sunday": 0,
    "good friday": -2,
    "easter monday": 1,
    "pancake day": -47,
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "whitsun": 49,
    "mothering sunday": -21,
    "mothers day": -21,
}
NAMED_DAYS = tuple(sorted({**_FIXED, **_FROM_EASTER}, key=lambda name: -len(name)))


def named_day(name: str, year: int) -> date:
    """Return a day with a name in a year."""
    if name in _FIXED:
        month, day = _FIXED[name]
        return date(year, month, day)
    return easter(year) + timedelta(days=_FROM_EASTER[name])


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * i) // 451
    month, day = divmod(h + i - 7 * m + 114, 31)
    return date(year, month, day + 1)
