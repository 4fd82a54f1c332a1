"""When the team works, and whose day it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, select

from feedback.alerts.model import Rota, WorkingWeek
from storage.audit.undo import Act
from storage.db.typed_rows import row_as, rows_as
from storage.tables import rota, working_weeks
from storage.tables.alerts import RotaRow, WorkingWeekRow

_ONLY = 1


@dataclass(frozen=True)
class SingleDay:
    """One date of the rota. `staff_id` is None for a day on which the team does not work."""

    day: date
    staff_id: str | None


def week(tx: Connection, *, zone: str) -> WorkingWeek:
    """Return when the team works, in this zone; the usual office hours where nobody has said."""
    row = row_as(WorkingWeekRow, tx.execute(select(working_weeks)).first())
    off = frozenset(one.day for one in single_days(tx) if one.staff_id is None)
    if row is None:
        return WorkingWeek(zone, days_off=off)
    days = frozenset(map(int, row.weekdays))
    return WorkingWeek(zone, row.opens, row.closes, days, off, timedelta(hours=row.step_hours))


def change_week(act: Act, *, wanted: WorkingWeek) -> None:
    """Store other working hours. Days off are single days of the rota."""
    values = {
        "opens": wanted.opens,
        "closes": wanted.closes,
        "weekdays": "".join(map(str, sorted(wanted.weekdays))),
        "step_hours": int(wanted.step / timedelta(hours=1)),
    }
    if not act.change(working_weeks, {"id": _ONLY}, values):
        act.insert(working_weeks, {"id": _ONLY, **values})


def turns(tx: Connection) -> Rota:
    """Return whose day it is."""
    days = {one.day: one.staff_id for one in single_days(tx) if one.staff_id is not None}
    return Rota({int(row.day): row.staff_id for row in _rows(tx) if row.staff_id and len(row.day) == 1}, days)


def single_days(tx: Connection) -> tuple[SingleDay, ...]:
    """Return every date that is not like its weekday, in order."""
    found = (SingleDay(date.fromisoformat(row.day), row.staff_id) for row in _rows(tx) if len(row.day) > 1)
    return tuple(sorted(found, key=lambda one: one.day))


def change_turns(act: Act, *, weekdays: Mapping[int, str]) -> None:
    """Give each weekday (0 is Monday) to a member of staff, by id; one that is not named to nobody."""
    for day in range(7):
        put_turn(act, day=str(day), staff_id=weekdays.get(day))


def put_turn(act: Act, *, day: str, staff_id: str | None) -> None:
    """Give a weekday, or a date, to a member of staff. A date without anybody is a day off."""
    if staff_id is None and len(day) == 1:
        act.remove(rota, {"day": day})
    elif not act.change(rota, {"day": day}, {"staff_id": staff_id}):
        act.insert(rota, {"day": day, "staff_id": staff_id})


def drop_day(act: Act, *, day: date) -> bool:
    """Let a date be like its weekday again. Returns False where it was."""
    return act.remove(rota, {"day": day.isoformat()})


def _rows(tx: Connection) -> list[RotaRow]:
    return rows_as(RotaRow, tx.execute(select(rota)))
