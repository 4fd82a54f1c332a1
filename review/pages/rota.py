"""The rota: whose day it is, when the team works, and how long something may wait before the next is told."""

from datetime import date, timedelta

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.alerts.escalation import on_duty
from feedback.alerts.model import Colleague, StaffTeam, WorkingWeek
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import ADMINS, RAW, StaffPage
from review.http.templates import day as day_of
from review.http.templates import many
from review.http.undo import act, back, just_done
from storage.accounts import members
from storage.accounts.members import Member
from storage.alerts import schedule, team
from storage.alerts.schedule import SingleDay
from storage.audit import undo

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KEEPERS = RAW | ADMINS
_LONGEST_STEP = 24
"""Working hours: three days at most go by before the next is told."""
_FURTHEST = timedelta(days=366)
"""A guess: leave is known a year ahead at most, and a wrong year is a slip of the finger."""


async def show(visit: StaffRequest) -> Response:
    """Show whose day each is."""
    return await _page(visit)


async def change_turns(visit: StaffRequest) -> Response:
    """Give each weekday to somebody who may act. Raises: HTTPException (400), for anybody else."""
    people = await _people(visit)
    chosen = {day: visit.form.one(f"day{day}") for day in range(7)}
    wanted = {day: _one_of(people, who).id for day, who in chosen.items() if who}
    did = await act(visit, "changed the rota", lambda _, doing: schedule.change_turns(doing, weekdays=wanted))
    return back("/rota", did)


async def change_day(visit: StaffRequest) -> Response:
    """Give one date to somebody, or to nobody: then the team does not work on it."""
    day, who = _date(visit.form.one("date")), visit.form.one("who")
    today = _today(visit)
    if day is None or not today <= day <= today + _FURTHEST:
        return await _page(visit, "Give a day from today on, within a year.", "date")
    staff_id = _one_of(await _people(visit), who).id if who else None
    name = day.isoformat()
    did = await act(visit, "changed a day of the rota", lambda _, doing: _put(doing, name, staff_id))
    return back("/rota", did)


def _put(doing: undo.Act, day: str, staff_id: str | None) -> None:
    schedule.put_turn(doing, day=day, staff_id=staff_id)


async def drop_day(visit: StaffRequest) -> Response:
    """Let a date be like its weekday again. Raises: HTTPException (400), for what is no date."""
    day = _date(visit.form.one("date"))
    if day is None:
        raise HTTPException(400)
    did = await act(visit, "changed a day of the rota", lambda _, doing: schedule.drop_day(doing, day=day))
    return back("/rota", did)


async def change_week(visit: StaffRequest) -> Response:
    """Keep when the team works. Raises: HTTPException (400), for what the form does not offer."""
    form = visit.form
    opens, closes, step = (_number(form.one(name)) for name in ("opens", "closes", "step"))
    days = frozenset(_number(day) for day in form.many("weekday"))
    if not opens < closes <= 24 or not days or max(days) > 6:
        return await _page(visit, "Choose at least one day, and an end that is later than the beginning.", "opens")
    if not 1 <= step <= _LONGEST_STEP:
        raise HTTPException(400)
    wanted = WorkingWeek(visit.desk.set_up.zone, opens, closes, days, step=timedelta(hours=step))
    did = await act(visit, "changed the working hours", lambda _, doing: schedule.change_week(doing, wanted=wanted))
    return back("/rota", did)


def rota_of_form(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Return what the rota says now, and when the team works, as whoever changes it sees it."""
    names = {member.id: member.name for member in members.members(tx)}
    found, singles = _look(tx, visit)
    turns = [f"{name}: {names.get(found.rota.weekdays.get(day, ''), 'nobody')}" for day, name in enumerate(WEEKDAYS)]
    days = [f"{day_of(one.day)}: {names.get(one.staff_id or '', 'nobody works')}" for one in singles]
    week, step = found.week, int(found.week.step / timedelta(hours=1))
    worked = ", ".join(WEEKDAYS[number] for number in sorted(week.weekdays))
    hours = f"{worked}, {week.opens:02}:00 to {week.closes:02}:00; the next is told after {many(step, 'working hour')}"
    parts = (("Whose day it is", "\n".join(turns)), ("Single days", "\n".join(days)), ("When the team works", hours))
    return Snapshot(parts)


async def _page(visit: StaffRequest, problem: str = "", target: str = "") -> Response:
    people = await _people(visit)
    everybody, singles = await visit.read(lambda tx: _look(tx, visit))
    by_id = {one.id: one for one in everybody.colleagues}
    duty = on_duty(visit.desk.now(), everybody)
    names = {member.id: member.name for member in await visit.read(members.members)}
    snapshot = await visit.read(lambda tx: rota_of_form(tx, visit=visit))
    return visit.page(
        "rota",
        400 if problem else 200,
        people=[(member.id, member.name) for member in people],
        unreached=[member.name for member in people if not _is_reached(by_id.get(member.id))],
        turns=everybody.rota.weekdays,
        week=everybody.week,
        step=int(everybody.week.step / timedelta(hours=1)),
        singles=[one for one in singles if one.day >= _today(visit)],
        names=names,
        duty=next((member.name for member in people if member.id == duty), ""),
        weekdays=WEEKDAYS,
        today=_today(visit),
        seen=snapshot.stamp(visit.vault),
        done=await just_done(visit),
        problem=problem,
        target=target,
    )


def _look(tx: Connection, visit: StaffRequest) -> tuple[StaffTeam, tuple[SingleDay, ...]]:
    set_up = visit.desk.set_up
    found = team.staff_team(tx, visit.vault, zone=set_up.zone, ways=set_up.ways, now=visit.desk.now())
    return found, schedule.single_days(tx)


def _is_reached(colleague: Colleague | None) -> bool:
    return colleague is not None and bool(colleague.ways)


async def _people(visit: StaffRequest) -> tuple[Member, ...]:
    """Return everybody whose day it may be: those who may act."""
    found = await visit.read(members.members)
    return tuple(member for member in found if member.disabled_at is None and member.has_one_of(RAW))


def _one_of(people: tuple[Member, ...], staff_id: str) -> Member:
    found = next((member for member in people if member.id == staff_id), None)
    if found is None:
        raise HTTPException(400)
    return found


def _today(visit: StaffRequest) -> date:
    return WorkingWeek(visit.desk.set_up.zone).local(visit.desk.now()).date()


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 3):
        raise HTTPException(400)
    return int(text)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/rota", show, _KEEPERS),
    StaffPage("POST", "/rota", change_turns, _KEEPERS, watch=rota_of_form),
    StaffPage("POST", "/rota/day", change_day, _KEEPERS, watch=rota_of_form),
    StaffPage("POST", "/rota/drop-day", drop_day, _KEEPERS, watch=rota_of_form),
    StaffPage("POST", "/rota/week", change_week, _KEEPERS, watch=rota_of_form),
)
