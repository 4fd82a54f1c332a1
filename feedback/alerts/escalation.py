"""The ladder: who is told of one thing that waits, and when, for as long as nobody has opened it.

A rung on which nobody can be told is left out at once, so that a missing address costs no time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from feedback.alerts.model import Colleague, Rung, StaffTeam, WaitingCase
from feedback.alerts.working_time import after_working, next_working

_ROTA_LOOKED_AT = 14
"""Days: everybody who has a weekday stands in two weeks of the rota."""


@dataclass(frozen=True)
class Telling:
    """Somebody who is to be told of a case from a moment on, and on which rung."""

    staff_id: str
    case: WaitingCase
    rung: Rung
    at: datetime

    @property
    def occasion(self) -> str:
        """What it is told for, once to each of them."""
        return f"{self.case.name} {self.rung}"


def tellings(case: WaitingCase, team: StaffTeam, until: datetime | None = None) -> tuple[Telling, ...]:
    """Return everybody who is told of a case while nobody opens it, in the order of the rungs.

    With `until`, rungs that come later are left out: no higher one comes before them.
    """
    found: list[Telling] = []
    passed = 0
    for rung, people in _rungs(case, team):
        if not people:
            continue
        waited = after_working(case.at, team.week.step * passed, team.week) if passed else case.at
        if until is not None and waited > until:
            break
        found += [Telling(who.id, case, rung, max(waited, begins)) for who, begins in people]
        passed += 1
    return tuple(found)


def on_duty(at: datetime, team: StaffTeam) -> str | None:
    """Return whose day it is when something comes at this moment: outside of working hours, that of the next ones."""
    return team.rota.on_duty(_working_day(at, team))


def _rungs(case: WaitingCase, team: StaffTeam) -> Iterator[tuple[Rung, list[tuple[Colleague, datetime]]]]:
    """Yield each rung with whom it tells, and from when on they may be told at all."""
    reached = [one for one in team.colleagues if one.ways]
    acting = [one for one in reached if one.sees(case)]
    begins = next_working(case.at, team.week)
    day = team.week.local(begins).date()
    duty = team.rota.on_duty(day)
    first = [(one, case.at) for one in acting if one.is_at_once]
    yield "first", [*first, *((one, begins) for one in acting if one.id == duty and not one.is_at_once)]
    yield "next", [(one, case.at) for one in _next(day, team, acting)]
    yield "all", [(one, case.at) for one in acting]
    yield "administrator", [(one, case.at) for one in reached if one.is_administrator]


def _next(day: date, team: StaffTeam, acting: list[Colleague]) -> list[Colleague]:
    """Return whoever's turn comes after a day, and who can be told: one or nobody."""
    if not team.rota.weekdays and not team.rota.days:
        return []
    able = {one.id: one for one in acting}
    turns = (team.rota.on_duty(day + timedelta(days=number)) for number in range(1, _ROTA_LOOKED_AT + 1))
    duty = team.rota.on_duty(day)
    return [able[turn] for turn in turns if turn in able and turn != duty][:1]


def _working_day(at: datetime, team: StaffTeam) -> date:
    return team.week.local(next_working(at, team.week)).date()
