"""When something was, told by what everybody remembers, or by the turn of the year: "when the queen died", "between christmas and new year"."""

import re
from dataclasses import replace
from datetime import date

from feedback.hearing.answers.near_days import Seen, Span, month_span

_EVENTS = {
    "london olympics": (2012, 0), "olympics in london": (2012, 0), "queen died": (2022, 9), "queens funeral": (2022, 9), "brexit vote": (2016, 6), "brexit referendum": (2016, 6),
    "king was crowned": (2023, 5), "coronation": (2023, 5), "platinum jubilee": (2022, 6), "golden jubilee": (2002, 6), "diamond jubilee": (2012, 6), "covid started": (2020, 3), "covid hit": (2020, 3),
    "first lockdown": (2020, 3), "lockdown started": (2020, 3), "millennium": (2000, 0), "princess diana died": (1997, 8), "diana died": (1997, 8), "scottish referendum": (2014, 9), "indyref": (2014, 9),
}  # fmt: skip
"""What everybody in the country remembers: the year, and the month, or 0 where it filled the year."""


def of_event(words: list[str], _seen: Seen) -> Span | None:
    """Return the month or year of an event that everybody remembers: "the year of the london olympics"."""
    joined = f" {' '.join(words)} "
    found = next((when for name, when in _EVENTS.items() if f" {name} " in joined), None)
    if found is None or "before" in words or "after" in words or "since" in words:
        return None
    year, month = found
    if not month or "year" in words:
        return Span(date(year, 1, 1), date(year, 12, 31), is_rough=True)
    return replace(month_span(year, month), is_rough=True)


def turn_of_year(words: list[str], seen: Seen) -> Span | None:
    """Return January for "the beginning of the year" where no year is named."""
    found = _TURN_OF_YEAR.search(" ".join(words))
    return None if found is None else replace(month_span(seen.today.year, 1), is_rough=True)


_TURN_OF_YEAR = re.compile(r"\b(?:beginning|start|begining) of (?:the|this) (?:new )?year$")


def between_feasts(words: list[str], seen: Seen) -> Span | None:
    """Return from christmas to new year for what lies between them."""
    joined = " ".join(words)
    if not ("between" in words and "christmas" in words and "new year" in joined):
        return None
    year = seen.today.year if seen.today >= date(seen.today.year, 12, 25) else seen.today.year - 1
    return Span(date(year, 12, 25), date(year + 1, 1, 1), is_rough=True)
