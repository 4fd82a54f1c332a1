"""Backups: one now, by schedule, and those that are there, to be taken away from this machine."""

import asyncio

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from feedback.errors import SaysoError
from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.templates import many, moment
from review.setup.kept import change, saved, stamp_of
from storage.messages import held_back
from storage.settings import values

_HERE = "/settings/backups"
_EVERY = {"": "only when somebody presses the button", "1": "every day", "7": "every week"}
_NAME = "backup_every"
"""As `sayso.setup.backups` reads it."""


async def show(visit: StaffRequest) -> Response:
    """Show what there is."""
    return await _page(visit)


async def back_up(visit: StaffRequest) -> Response:
    """Make a backup now."""
    try:
        name = await asyncio.to_thread(visit.desk.house.back_up)
    except (SaysoError, OSError) as fault:
        return await _page(visit, f"The backup was not made: {fault}")
    await visit.write(lambda tx: visit.audit(tx, "made a backup", name))
    return visit.go(f"{_HERE}?saved=yes")


async def schedule(visit: StaffRequest) -> Response:
    """Store how often one is made. Raises: HTTPException (400), for what is not offered."""
    every = visit.form.one("every")
    if every not in _EVERY:
        raise HTTPException(400)

    what = f"changed when backups are made: {_EVERY[every]}"
    return await change(visit, what, "settings", lambda doing: doing.put(_NAME, every), saved(_HERE))


async def decide(visit: StaffRequest) -> Response:
    """Send what a restore held back, or let it go. Raises: HTTPException (400), for any other choice."""
    choice = visit.form.one("choice")
    if choice not in ("send", "drop"):
        raise HTTPException(400)

    def job(tx: Connection) -> None:
        count = held_back.send(tx, now=visit.desk.now())[0] if choice == "send" else held_back.let_go(tx)
        what = "sent" if choice == "send" else "let go"
        visit.audit(tx, f"{what} {count} messages that a restore held back", "backups")

    await visit.write(job, f"{_HERE}?saved=yes")
    return visit.go(f"{_HERE}?saved=yes")


def held_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at what a restore held back."""
    del visit
    found = held_back.held(tx)
    told = (
        (f"{one.kind} by {one.channel}", f"{many(one.messages, 'message')}, since {moment(one.oldest_at)}")
        for one in found
    )
    return Snapshot(tuple(told), "backups")


async def take(visit: StaffRequest) -> Response:
    """Hand a backup over, as the encrypted file that it is. Raises: HTTPException (404), for no backup."""
    name = visit.path("name")
    content = await asyncio.to_thread(visit.desk.house.read_backup, name)
    if not content:
        raise HTTPException(404)
    await visit.write(lambda tx: visit.audit(tx, "took a backup away", name))
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(content, media_type="application/octet-stream", headers=headers)


def schedule_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at how often a backup is made."""
    every = values.one(tx, visit.vault, _NAME)
    return Snapshot((("When sayso makes a backup by itself", _EVERY.get(every, every)),), "settings")


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    every = await visit.read(lambda tx: values.one(tx, visit.vault, _NAME))
    held = await visit.read(held_back.held)
    shown = {"found": visit.desk.house.backups(), "every": every, "ways": _EVERY, "held": held}
    shown |= {"seen": await stamp_of(visit, held_watched) if held else ""}
    shown |= {"schedule": await stamp_of(visit, schedule_watched)}
    return visit.page("set-backups", 400 if problem else 200, problem=problem, **shown)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", _HERE, show, ADMINS),
    StaffPage("POST", _HERE, back_up, ADMINS),
    StaffPage("POST", f"{_HERE}/schedule", schedule, ADMINS, watch=schedule_watched),
    StaffPage("POST", f"{_HERE}/held", decide, ADMINS, needs_proof=True, watch=held_watched),
    StaffPage("GET", f"{_HERE}/{{name}}", take, ADMINS, needs_proof=True),
)
