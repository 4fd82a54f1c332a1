"""For whoever keeps the accounts: who is on the team, and the record of what was done and read."""

from dataclasses import replace

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import BASE, StaffRequest
from review.http.roles import ADMINS, RAW, ROLE_MEANINGS, ROLES, StaffPage
from review.lists.set_up_snapshots import member_of_form, stamps_of_team
from review.lists.visibility import given_to
from storage.accounts import members as staff
from storage.accounts.members import Member, NameTaken, Role
from storage.audit import audit_log
from storage.review.work import release

_LONGEST_NAME = 80
"""Characters that stay on one line of a table."""
_NO_ROLE = "Tick at least one role."
_TOGETHER = 100
"""Lines of the record on one page: quick to open on a phone, and a link leads to older ones."""


async def show(visit: StaffRequest) -> Response:
    """Show everybody."""
    return await _page(visit)


async def add(visit: StaffRequest) -> Response:
    """Make an account and show its one-time link, once."""
    name, roles = visit.form.one("name"), _roles(visit)
    if not name or len(name) > _LONGEST_NAME:
        return await _page(visit, f"Give a name, of {_LONGEST_NAME} letters at most.")
    if not roles:
        return await _page(visit, _NO_ROLE)

    def job(tx: Connection) -> str:
        first, *further = roles
        token = staff.add(tx, visit.vault, name=name, role=first, further=further, now=visit.desk.now())
        visit.audit(tx, "made an account", f"staff {name}", ", ".join(roles))
        return token

    try:
        return await _link(visit, name, await visit.write(job, "/team"))
    except NameTaken as fault:
        return await _page(visit, str(fault))


async def set_roles(visit: StaffRequest) -> Response:
    """Give somebody other roles; nobody changes their own."""
    member, roles = await _other(visit), _roles(visit)
    if not roles:
        return await _page(visit, _NO_ROLE)

    def job(tx: Connection) -> None:
        staff.set_roles(tx, staff_id=member.id, roles=roles)
        held = release.held_by(tx, staff_id=member.id)
        first, *further = roles
        kept = given_to(tx, replace(member, role=first, further=tuple(further)), held)
        sees = not RAW.isdisjoint(roles)
        release.release(tx, staff_id=member.id, now=visit.desk.now(), kept=kept, frees_requests=not sees)
        visit.audit(tx, "changed roles", f"staff {member.name}", f"{member.role_words} to {', '.join(roles)}")

    await visit.write(job, "/team")
    return visit.go("/team")


async def invite(visit: StaffRequest) -> Response:
    """Show a new one-time link for somebody who has lost password or second step."""
    member = await _other(visit)

    def job(tx: Connection) -> str:
        visit.audit(tx, "made a one-time link", f"staff {member.name}")
        return staff.invite(tx, visit.vault, staff_id=member.id, now=visit.desk.now())

    return await _link(visit, member.name, await visit.write(job, "/team"))


async def ask_to_close(visit: StaffRequest) -> Response:
    """Ask whether an account shall be closed, and say what follows."""
    member = await _other(visit)
    held = await visit.read(lambda tx: release.held_by(tx, staff_id=member.id))
    seen = await visit.read(lambda tx: member_of_form(tx, visit=visit))
    return visit.page("close-account", member=member, held=len(held), seen=seen.stamp(visit.vault))


async def disable(visit: StaffRequest) -> Response:
    """Close an account; nobody closes their own. What they had goes to nobody."""
    member, now = await _other(visit), visit.desk.now()

    def job(tx: Connection) -> None:
        staff.disable(tx, name=member.name, now=now)
        release.release(tx, staff_id=member.id, now=now)
        visit.audit(tx, "closed an account", f"staff {member.name}")

    way = f"/team?closed={member.id}"
    await visit.write(job, way)
    return visit.go(way)


async def enable(visit: StaffRequest) -> Response:
    """Open a closed account again. Raises: HTTPException (404), where none of this name is closed."""
    member = await visit.read(lambda tx: staff.with_id(tx, staff_id=visit.path("id")))
    if member is None or member.disabled_at is None:
        raise HTTPException(404)

    def job(tx: Connection) -> None:
        staff.enable(tx, staff_id=member.id)
        visit.audit(tx, "opened an account again", f"staff {member.name}")

    await visit.write(job, "/team")
    return visit.go("/team")


async def show_audit(visit: StaffRequest) -> Response:
    """Show what was done and read, the latest first; where it is asked for, go through all of it for a fault."""
    before = visit.query.one("before")
    number = int(before) if before.isascii() and before.isdecimal() and len(before) < 18 else None

    def look(tx: Connection) -> tuple[tuple[audit_log.AuditEntry, ...], audit_log.ChainVerification | None]:
        verdict = audit_log.verify(tx, visit.vault) if visit.query.one("check") else None
        return audit_log.entries(tx, before=number, limit=_TOGETHER), verdict

    entries, verdict = await visit.read(look)
    older = entries[-1].id if len(entries) == _TOGETHER else None
    return visit.page("audit", entries=entries, verdict=verdict, older=older)


async def _page(visit: StaffRequest, problem: str = "") -> Response:
    members = await visit.read(staff.members)
    status = 400 if problem else 200
    seen, typed = stamps_of_team(visit, members), visit.form
    closed = next((one for one in members if one.disabled_at and one.id == visit.query.one("closed")), None)
    known = {"members": members, "roles": ROLE_MEANINGS, "seen": seen, "typed": typed}
    return visit.page("team", status, problem=problem, closed=closed, **known)


async def _link(visit: StaffRequest, name: str, token: str) -> Response:
    link = f"{visit.desk.public_url.rstrip('/')}{BASE}/join/{token}"
    return visit.page("link", name=name, link=link, days=staff.JOIN_DAYS)


def _roles(visit: StaffRequest) -> tuple[Role, ...]:
    """Return the roles that were ticked, those that see most first. Raises: HTTPException (400), for one that is none."""
    ticked = visit.form.many("role")
    if not set(ticked) <= set(ROLES):
        raise HTTPException(400)
    return staff.in_order([role for role in ROLES if role in ticked])


async def _other(visit: StaffRequest) -> Member:
    """Return whom the address names. Raises: HTTPException, 404 for nobody and 400 for oneself."""
    member = await visit.read(lambda tx: staff.with_id(tx, staff_id=visit.path("id")))
    if member is None or member.disabled_at is not None:
        raise HTTPException(404)
    if member.id == visit.member.id:
        raise HTTPException(400)
    return member


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/team", show, ADMINS),
    StaffPage("POST", "/team", add, ADMINS, needs_proof=True),
    StaffPage("POST", "/team/{id}/role", set_roles, ADMINS, needs_proof=True, watch=member_of_form),
    StaffPage("POST", "/team/{id}/link", invite, ADMINS, needs_proof=True, watch=member_of_form),
    StaffPage("GET", "/team/{id}/close", ask_to_close, ADMINS),
    StaffPage("POST", "/team/{id}/open", enable, ADMINS, needs_proof=True, watch=member_of_form),
    StaffPage("POST", "/team/{id}/close", disable, ADMINS, needs_proof=True, watch=member_of_form),
    StaffPage("GET", "/audit", show_audit, ADMINS),
)
