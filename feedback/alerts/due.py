"""What is to be sent to whom at this moment: alerts of what waits, gathered for each, and the daily digest.

It is worked out anew each time from what waits and what was told already, so nothing hangs on when it was last asked.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from feedback.alerts.escalation import Telling, tellings
from feedback.alerts.model import Colleague, StaffTeam, WaitingCase, WorkingWeek
from feedback.alerts.working_time import is_in_hours, moment_of

MOST_AN_HOUR = 10
"""A guess: whoever was told ten times within an hour knows, and opens the list."""
GATHERED_FOR = timedelta(minutes=10)
"""After so many, what comes is gathered for so long: a flood of messages must not bury the next one that matters."""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class DueAlert:
    """One message to somebody now, with everything that it tells of. It is never empty."""

    staff_id: str
    tellings: tuple[Telling, ...]


def due_alerts(
    cases: Iterable[WaitingCase],
    team: StaffTeam,
    now: datetime,
    told: AbstractSet[tuple[str, str]],
    lately: Mapping[str, tuple[datetime, ...]],
) -> tuple[DueAlert, ...]:
    """Return one alert for everybody who has to be told something now.

    `told` holds whom (id) was told of which occasion; `lately` when each was told within the last hour. What is held
    back by quiet hours or after a flood is due again later, if nobody has opened it by then.
    """
    due: dict[str, list[Telling]] = {}
    for case in cases:
        for telling in () if case.is_opened else tellings(case, team, now):
            if telling.at <= now and (telling.staff_id, telling.occasion) not in told:
                due.setdefault(telling.staff_id, []).append(telling)
    able = {one.id for one in team.colleagues if _may_be_told(one, team.week, now, lately.get(one.id, ()))}
    return tuple(DueAlert(who, tuple(found)) for who, found in due.items() if who in able)


def due_digest(
    colleague: Colleague, week: WorkingWeek, now: datetime, told: AbstractSet[tuple[str, str]]
) -> date | None:
    """Return the day whose digest somebody is to get now, or None. There is one on each working day.

    It comes at their hour, or later on the same day where the service was away or their quiet hours were not over. An
    hour that had gone by when they chose it counts from the next day on.
    """
    day = week.local(now).date()
    if colleague.digest_hour is None or not colleague.ways or not week.is_working_day(day):
        return None
    is_due = colleague.chosen_at <= moment_of(day, colleague.digest_hour, week) <= now
    is_told = (colleague.id, digest_occasion(day)) in told
    return day if is_due and not is_told and not _is_resting(colleague, week, now) else None


def digest_occasion(day: date) -> str:
    """Return what the digest of a day is told for, once to each."""
    return f"digest {day.isoformat()}"


def _may_be_told(one: Colleague, week: WorkingWeek, now: datetime, lately: tuple[datetime, ...]) -> bool:
    recent = [at for at in lately if now - at < _HOUR]
    is_flooded = len(recent) >= MOST_AN_HOUR and now - max(recent) < GATHERED_FOR
    return not is_flooded and not _is_resting(one, week, now)


def _is_resting(one: Colleague, week: WorkingWeek, now: datetime) -> bool:
    return one.quiet is not None and is_in_hours(now, one.quiet, week)
