"""Working hours of a team in its own zone, summer time and days off counted in; and the hours in which somebody rests."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from feedback.alerts.model import WorkingWeek

_LOOKED_AT = 800
"""Days. A week of one working hour brings the longest ladder within two years; a team that never works is not waited
for: then a moment counts as it is."""


def next_working(at: datetime, week: WorkingWeek) -> datetime:
    """Return the moment itself (in UTC) where it is in working hours, else when the next begin."""
    return next((max(at, opens) for opens, closes in _openings(at, week) if at < closes), at).astimezone(UTC)


def after_working(at: datetime, span: timedelta, week: WorkingWeek) -> datetime:
    """Return when so much working time has gone by since a moment, in UTC; without working hours, when so much time has."""
    left = span
    for opens, closes in _openings(at, week):
        begins = max(at, opens)
        if begins >= closes:
            continue
        if left <= closes - begins:
            return begins + left
        left -= closes - begins
    return at.astimezone(UTC) + span


def is_in_hours(at: datetime, hours: tuple[int, int], week: WorkingWeek) -> bool:
    """Return whether a moment lies between two hours of the team's clock; they may span midnight. Two alike are none."""
    begin, end = hours
    hour = week.local(at).hour
    return begin <= hour < end if begin <= end else hour >= begin or hour < end


def moment_of(day: date, hour: int, week: WorkingWeek) -> datetime:
    """Return an hour (0 to 24) of a day on the team's clock, in UTC."""
    whole = day + timedelta(days=hour // 24)
    return datetime.combine(whole, time(hour % 24), ZoneInfo(week.zone)).astimezone(UTC)


def _openings(at: datetime, week: WorkingWeek) -> Iterator[tuple[datetime, datetime]]:
    """Yield the working hours of each day from that of a moment on."""
    first = week.local(at).date()
    for number in range(_LOOKED_AT):
        hours = _hours_of(first + timedelta(days=number), week)
        if hours is not None:
            yield hours


@lru_cache(maxsize=4 * _LOOKED_AT)
def _hours_of(day: date, week: WorkingWeek) -> tuple[datetime, datetime] | None:
    """Return when work begins and ends on a day; None where nobody works. Each round asks for the same few days."""
    is_worked = week.is_working_day(day)
    return (moment_of(day, week.opens, week), moment_of(day, week.closes, week)) if is_worked else None
