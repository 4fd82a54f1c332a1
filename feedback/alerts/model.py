"""The shapes of the rules: what waits, who can be told, when the team works, and whose day it is.

None of them holds a word, a name or a pseudonym of anybody who gave feedback.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

AlertWay = Literal["email", "telegram"]
CaseKind = Literal["person", "please read", "letter"]
"""Somebody wants a person; words that a person should read; a letter that tells of a death or a wrong address."""
Rung = Literal["first", "next", "all", "administrator"]
"""The steps of the ladder: whoever wants to know at once and whose day it is, the next on the rota, all who may act,
and those who keep accounts."""


@dataclass(frozen=True)
class WaitingCase:
    """One thing that waits for the team. `is_restricted`: only those who look after people in danger may see it.

    `is_opened`: somebody has opened it since it came; then it climbs no further.
    """

    name: str
    kind: CaseKind
    at: datetime
    is_restricted: bool = False
    is_opened: bool = False


@dataclass(frozen=True)
class Colleague:
    """Somebody of the team as far as alerts go. `ways` are those that work; without one nobody can tell them.

    `quiet` are two hours of the team's clock (from, until) between which they are not told; None for no such time.
    `digest_hour` is when they get the daily list. `chosen_at` is when they last changed this.
    """

    id: str
    chosen_at: datetime
    ways: tuple[AlertWay, ...] = ()
    may_act: bool = False
    may_act_restricted: bool = False
    is_administrator: bool = False
    is_at_once: bool = True
    digest_hour: int | None = None
    quiet: tuple[int, int] | None = None

    def sees(self, case: WaitingCase) -> bool:
        """Whether it is theirs to see, and to act on."""
        return self.may_act_restricted if case.is_restricted else self.may_act


@dataclass(frozen=True)
class WorkingWeek:
    """When the team works: hours of its own clock (0 to 24) on weekdays (0 is Monday), but not on days off.

    `step` is how much working time goes by before what nobody has opened goes to the next.
    """

    zone: str = "Europe/London"
    opens: int = 9
    closes: int = 17
    weekdays: frozenset[int] = frozenset(range(5))
    days_off: frozenset[date] = frozenset()
    step: timedelta = timedelta(hours=2)

    def local(self, at: datetime) -> datetime:
        """Return a moment on the team's clock."""
        return at.astimezone(ZoneInfo(self.zone))

    def is_working_day(self, day: date) -> bool:
        """Whether the team works on this day."""
        return day.weekday() in self.weekdays and day not in self.days_off


@dataclass(frozen=True)
class Rota:
    """Whose day it is: by weekday (0 is Monday), and for single days, which win."""

    weekdays: Mapping[int, str] = field(default_factory=dict)
    days: Mapping[date, str] = field(default_factory=dict)

    def on_duty(self, day: date) -> str | None:
        """Return the id of whose day it is, or None."""
        return self.days.get(day) or self.weekdays.get(day.weekday())


@dataclass(frozen=True)
class StaffTeam:
    """Everybody with an open account, when they work, and their rota."""

    colleagues: tuple[Colleague, ...]
    week: WorkingWeek = field(default_factory=WorkingWeek)
    rota: Rota = field(default_factory=Rota)
