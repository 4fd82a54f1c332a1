"""The first account, made in the browser by whoever started sayso: recovery sheet, name, roles, password."""

import hmac

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.middleware import remember, with_form_token
from review.http.request import StaffRequest
from review.http.roles import ROLE_MEANINGS, ROLES, StaffPage
from review.identity import passwords
from storage.accounts import first_link, members, sessions
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord
from storage.settings import values
from storage.settings.values import SettingChange

_LONGEST_NAME = 80
"""Characters, as on the page of the team."""
_ASKED_LINE = "master"
"""The line of the recovery sheet that is typed in: without it nothing can be opened."""
_WRONG_LINE = "This is not that line. Compare it with the sheet, letter by letter."


async def show(visit: StaffRequest) -> Response:
    """Show the recovery sheet until somebody has it, then ask for the first account."""
    visit, token = with_form_token(visit)
    return remember(await _page(visit), visit.desk, token)


async def confirm_sheet(visit: StaffRequest) -> Response:
    """Take one line of the recovery sheet, as proof that somebody has it."""
    if not await _is_open(visit):
        return visit.page("first-over", 404)
    if not _is_line(visit.desk.house.sheet(), visit.form.one("line")):
        return await _page(visit, (_WRONG_LINE,))
    await visit.write(lambda tx: first_link.note_sheet(tx, now=visit.desk.now()))
    return visit.go(f"/first/{visit.path('token')}")


async def make_account(visit: StaffRequest) -> Response:
    """Make the first account, and go on to its second step."""
    if not await _is_open(visit) or not await visit.read(first_link.has_sheet):
        return visit.page("first-over", 404)
    form = visit.form
    problems = _problems(form.one("name"), form.many("role"))
    problems += passwords.faults(form.one("name"), form.text("password"), form.text("again"))
    if problems:
        return await _page(visit, problems)
    stored = await passwords.hashed(form.text("password"))
    token = await visit.write(lambda tx: _made(tx, visit, stored))
    if form.one("organisation"):
        visit.desk.house.restart()
    return remember(visit.go("/join-code"), visit.desk, token)


def _made(tx: Connection, visit: StaffRequest, stored: str) -> str:
    """Make the account, or take up one that was begun and never finished; return the token of its session."""
    form, now = visit.form, visit.desk.now()
    name, roles = form.one("name"), members.in_order([role for role in ROLES if role in form.many("role")])
    first, *further = roles
    known = members.named(tx, name=name)
    if known is None:
        members.add(tx, visit.vault, name=name, role=first, further=further, now=now)
        known = members.named(tx, name=name)
    assert known is not None  # noqa: S101 - it was made in this transaction
    members.set_roles(tx, staff_id=known.member.id, roles=roles)
    members.set_password(tx, visit.vault, staff_id=known.member.id, hashed=stored)
    audit_log.record(tx, visit.vault, AuditRecord(name, "made the first account", f"staff {name}"), now=now)
    if form.one("organisation"):
        values.put(tx, "organisation", form.one("organisation"), SettingChange(name, now))
    return sessions.begin(tx, visit.vault, staff_id=known.member.id, stage="joining", now=now)


def _problems(name: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    if not name or len(name) > _LONGEST_NAME:
        found.append(f"Give your name, of {_LONGEST_NAME} letters at most.")
    if "admin" not in roles:
        found.append("Tick admin: somebody has to keep the accounts and the set-up.")
    if not set(roles) <= set(ROLES):
        found.append("Tick roles of the list.")
    return tuple(found)


async def _page(visit: StaffRequest, problems: tuple[str, ...] = ()) -> Response:
    if not await _is_open(visit):
        return visit.page("first-over", 404)
    status, desk = 400 if problems else 200, visit.desk
    if not await visit.read(first_link.has_sheet):
        return visit.page("first-sheet", status, sheet=desk.house.sheet(), asked=_ASKED_LINE, problems=problems)
    ticked = visit.form.many("role") or ("admin",)
    return visit.page("first-account", status, roles=ROLE_MEANINGS, ticked=ticked, problems=problems)


async def _is_open(visit: StaffRequest) -> bool:
    token, now = visit.path("token"), visit.desk.now()
    return await visit.read(lambda tx: first_link.is_open(tx, visit.vault, token=token, now=now))


def _is_line(sheet: str, typed: str) -> bool:
    """Whether this is the line that is asked for, with its name before it or not; spaces and capitals do not matter."""
    line = next(one for one in sheet.splitlines() if one.startswith(_ASKED_LINE))
    wanted = _letters(line.partition(":")[2])
    return hmac.compare_digest(wanted.encode(), _letters(typed.rpartition(":")[2]).encode())


def _letters(text: str) -> str:
    return "".join(text.split()).upper()


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/first/{token}", show, stage="out"),
    StaffPage("POST", "/first/{token}", make_account, stage="out"),
    StaffPage("POST", "/first/{token}/sheet", confirm_sheet, stage="out"),
)
