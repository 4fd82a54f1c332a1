"""Groups of contacts: who is invited and what became of it. No page shows a name or an address (decision 0015)."""

from collections import Counter
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection
from starlette.exceptions import HTTPException
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import ADMINS, RAW, TELLERS, StaffPage
from review.http.templates import is_few, is_small
from review.http.undo import just_done
from review.lists.list_query import number_of
from review.lists.set_up_snapshots import group_of_form, of_group
from review.text import labels
from storage.audit.undo import CannotUndo
from storage.messages import mail_invitations
from storage.messages import outgoing_mail as letters
from storage.messages.mail_invitations import UnsentLetters
from storage.people import groups
from storage.people.groups import Group, GroupTaken
from storage.review import overview
from storage.review.overview import GroupProgress

_MOST_SHOWN = 500
"""Letters on one page: a table that an old phone still lays out in a second."""
_LONGEST_NAME = 80
"""Characters that stay on one line of a table."""


@dataclass(frozen=True)
class InvitedFlow:
    """One flow that a group was invited to: who began, and what became of the letters, by state."""

    asked: GroupProgress
    letters: dict[str, int]


async def show(visit: StaffRequest, problem: str = "") -> Response:
    """Show every group with how many are in it."""
    found = await visit.read(groups.every)
    noted = bool(visit.query.one("noted"))
    return visit.page("people", 400 if problem else 200, groups=found, problem=problem, noted=noted, typed=visit.form)


async def add(visit: StaffRequest) -> Response:
    """Make a group. Nobody is in it yet."""
    name = visit.form.one("name")
    if not name or len(name) > _LONGEST_NAME:
        return await show(visit, f"Give the group a name, of {_LONGEST_NAME} letters at most.")

    def job(tx: Connection) -> str:
        visit.audit(tx, "made a group", f"group {name}")
        return groups.add(tx, name=name, now=visit.desk.now())

    try:
        return visit.go(f"/people/{await visit.write(job, '/people')}")
    except GroupTaken as fault:
        return await show(visit, str(fault))


async def show_group(visit: StaffRequest) -> Response:
    """Show one group: what it was invited to, what became of that, and letters that can still be taken back."""
    # Before anything is counted: whoever is told that a list is in must see all of it.
    coming = visit.desk.lists.of(visit.path("id"))
    group = await group_of(visit)

    def look(tx: Connection) -> tuple[tuple[InvitedFlow, ...], tuple[UnsentLetters, ...]]:
        visit_to = [one for one in overview.asked(tx) if one.group == group.name and one.flow]
        standings = (InvitedFlow(one, _states(tx, one)) for one in visit_to)
        return tuple(standings), mail_invitations.held(tx, group=group.name)

    standings, held = await visit.read(look)
    return visit.page(
        "group",
        group=group,
        standings=standings,
        held=held,
        new=visit.query.one("new"),
        taken_back=visit.query.one("back"),
        coming=coming,
        done=None if coming and not coming.is_over else await just_done(visit),
        titles=dict(visit.desk.titles),
        wording=labels,
    )


async def invited(visit: StaffRequest) -> Response:
    """Show what became of each letter to a group. Nobody is named, and nothing says when somebody began.

    Where few began, or all but a few, only those who see every word are told who did. Of a group of few people nobody is
    told anything: it would show who of them wants no letters.
    """
    flow, name, skipped = visit.query.one("flow"), visit.query.one("group"), number_of(visit.query.one("from"))
    rows = await visit.read(lambda tx: letters.standings(tx, flow=flow, group=name))
    asked = await visit.read(overview.asked)
    if any(is_small(one.contacts) for one in await visit.read(groups.every) if one.name == name):
        return visit.page("invited-few", group=name)
    of_group = next((one for one in asked if (one.group, one.flow) == (name, flow)), None)
    if of_group is None or not name:
        raise HTTPException(404)
    numbers = {
        contact: number
        for number, contact in enumerate(sorted({row.contact_id for row in rows if row.contact_id}), start=1)
    }
    sees_each = visit.member.has_one_of(RAW) or not is_few(of_group.begun, of_group.invited)
    return visit.page(
        "invited",
        of_group=of_group,
        rows=rows[skipped : skipped + _MOST_SHOWN],
        later=skipped + _MOST_SHOWN if len(rows) > skipped + _MOST_SHOWN else 0,
        numbers=numbers,
        sees_each=sees_each,
        titles=dict(visit.desk.titles),
        wording=labels,
    )


async def take_back(visit: StaffRequest) -> Response:
    """Take back every letter to a group that nobody has tried to send."""
    group = await group_of(visit)
    told = "few" if is_small(group.contacts) else ""

    def job(tx: Connection) -> int:
        count = mail_invitations.take_back(tx, group=group.name)
        visit.audit(tx, "took letters back" if told else f"took {count} letters back", f"group {group.name}")
        return count

    count = await visit.write(job, f"/people/{group.id}")
    return visit.go(f"/people/{group.id}?back={told or count}")


async def ask_to_empty(visit: StaffRequest) -> Response:
    """Ask whether the addresses of a group should go."""
    group = await group_of(visit)
    return visit.page("empty-group", group=group, seen=await seen_of(visit, group))


async def empty(visit: StaffRequest) -> Response:
    """Forget the addresses of a group."""
    group = await group_of(visit)

    def job(tx: Connection) -> None:
        count = groups.remove_contacts(tx, visit.vault, group_id=group.id)
        visit.audit(tx, f"forgot {count} addresses", f"group {group.name}")

    await visit.write(job, "/people")
    return visit.go("/people")


async def undo(visit: StaffRequest) -> Response:
    """Take a list back that was brought in just now, part by part. Raises: HTTPException (404, 409)."""
    group = await group_of(visit)
    act_ids = await visit.read(lambda tx: groups.acts_of_list(tx, act_id=visit.form.one("act")))
    try:
        for act_id in act_ids:
            await visit.write(partial(_undo_part, visit=visit, group=group, act_id=act_id))
    except CannotUndo as fault:
        raise HTTPException(409) from fault
    return visit.go(f"/people/{group.id}")


def _undo_part(tx: Connection, *, visit: StaffRequest, group: Group, act_id: str) -> None:
    done = groups.undo(tx, visit.vault, act_id=act_id, by=visit.member.id, now=visit.desk.now())
    visit.audit(tx, f"undid: {done.what}", f"group {group.name}")


async def seen_of(visit: StaffRequest, group: Group) -> str:
    """Return what a form about a group carries."""
    held = await visit.read(lambda tx: mail_invitations.held(tx, group=group.name))
    return of_group(group, held).stamp(visit.vault)


async def group_of(visit: StaffRequest) -> Group:
    """Return the group that the address names. Raises: HTTPException (404)."""
    group = await visit.read(lambda tx: groups.with_id(tx, group_id=visit.path("id")))
    if group is None:
        raise HTTPException(404)
    return group


def _states(tx: Connection, asked: GroupProgress) -> dict[str, int]:
    rows = letters.standings(tx, flow=asked.flow, group=asked.group)
    return dict(Counter(row.state for row in rows if row.kind == "invitation"))


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/people", show, ADMINS | TELLERS),
    StaffPage("POST", "/people", add, ADMINS),
    StaffPage("GET", "/people/{id}", show_group, ADMINS | TELLERS),
    StaffPage("GET", "/invited", invited, ADMINS | TELLERS),
    StaffPage("POST", "/people/{id}/take-back", take_back, ADMINS),
    StaffPage("GET", "/people/{id}/empty", ask_to_empty, ADMINS, needs_proof=True),
    StaffPage("POST", "/people/{id}/empty", empty, ADMINS, needs_proof=True, watch=group_of_form),
    StaffPage("POST", "/people/{id}/undo", undo, ADMINS),
)
