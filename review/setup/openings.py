"""Which questions are open to everybody, from when to when, and with which everybody else begins."""

from datetime import date

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.press import Snapshot
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.templates import day
from review.setup.kept import keep, shown, stamp_of
from storage.settings import open_flows, values
from storage.settings.open_flows import OpenWindow

_HERE = "/settings/open"
_WRONG_DAYS = "write days like 2026-12-31, the last not before the first."


async def show(visit: StaffRequest) -> Response:
    """Show each flow with its days."""
    return await _page(visit, ())


async def save(visit: StaffRequest) -> Response:
    """Store the days of each flow, and which one is the first."""
    read = {name: _typed(visit, name) for name, _ in visit.desk.titles}
    titles = dict(visit.desk.titles)
    problems = [f"{titles[name]}: {_WRONG_DAYS}" for name, window in read.items() if window is None]
    default = visit.form.one("default")
    if default not in titles:
        problems.append("Choose the questions for people who come without a link.")
    if problems:
        return await _page(visit, tuple(problems))
    found = {name: window for name, window in read.items() if window}
    new = {open_flows.NAME: open_flows.as_text(found), "default_flow": default}
    return await keep(visit, new, "changed which questions are open", _HERE)


def _typed(visit: StaffRequest, name: str) -> OpenWindow | None:
    """Return what the form says of a flow; None for days that are none, or that end before they begin."""
    form = visit.form
    try:
        first, last = (_day(form.one(f"{edge}-{name}")) for edge in ("from", "until"))
    except ValueError:
        return None
    is_backwards = first is not None and last is not None and last < first
    return None if is_backwards else OpenWindow(form.one(f"open-{name}") == "yes", first, last)


async def _page(visit: StaffRequest, problems: tuple[str, ...]) -> Response:
    windows = await visit.read(open_flows.windows)
    known = await shown(visit)
    return visit.page(
        "set-open",
        400 if problems else 200,
        windows={name: windows.get(name, OpenWindow()) for name, _ in visit.desk.titles},
        default=known["default_flow"],
        seen=await stamp_of(visit, windows_watched),
        problems=problems,
    )


def windows_watched(tx: Connection, *, visit: StaffRequest) -> Snapshot:
    """Look at the days of all flows, and at the first one."""
    windows = open_flows.windows(tx)
    first = values.one(tx, visit.vault, "default_flow")
    parts = [(title, _told(windows.get(name, OpenWindow()))) for name, title in visit.desk.titles]
    return Snapshot((*parts, ("The first questions", first)), "open questions")


def _told(window: OpenWindow) -> str:
    edges = [
        f"from {day(window.from_on)}" if window.from_on else "",
        f"until {day(window.until_on)}" if window.until_on else "",
    ]
    return " ".join(filter(None, ["open" if window.is_open else "closed", *edges]))


def _day(text: str) -> date | None:
    """Return a day, or None for an empty field. Raises ValueError."""
    return date.fromisoformat(text) if text else None


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", _HERE, show, ADMINS),
    StaffPage("POST", _HERE, save, ADMINS, watch=windows_watched),
)
