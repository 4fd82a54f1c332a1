"""Writing to a group of contacts."""

from datetime import timedelta
from functools import partial

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.templates import is_small
from review.lists.set_up_snapshots import group_of_form
from review.pages.people import group_of, seen_of
from storage.messages import mail_invitations
from storage.messages.mail_invitations import Kind, LetterBatch
from storage.people import contacts
from storage.people.groups import Group
from storage.people.invitations import InvitationTerms
from storage.review.replies import TAKE_BACK

_DAYS = 90
"""A season: cards and letters are found again weeks later. Whoever makes the links may choose otherwise."""
_MOST_A_DAY = 100_000
"""More than any list that is written to from one mailbox."""
_LONGEST_PLACE = 80
"""Characters. It stands on one line of a table, and in the files for researchers."""


async def ask_to_invite(visit: StaffRequest) -> Response:
    """Show the ways to write to a group."""
    return await _invite_page(visit, await group_of(visit))


async def invite(visit: StaffRequest) -> Response:
    """Queue a letter for everybody in a group who has none yet. It waits ten minutes, to be taken back."""
    group = await group_of(visit)
    terms, problem = _terms(visit)
    if problem or terms is None or not visit.desk.set_up.has_mail:
        return await _invite_page(visit, group, problem or "Email is off, so nothing can be sent.")
    kind: Kind = "reminder" if visit.form.one("kind") == "reminder" else "invitation"
    a_day = int(visit.form.one("a_day") or 0)
    wanted = LetterBatch(group.name, terms, kind, terms.now + TAKE_BACK, a_day)

    def begin(tx: Connection) -> tuple[str, ...]:
        visit.audit(tx, f"wrote to a group: {kind}", f"group {group.name}", terms.flow)
        return contacts.members(tx, group=group.name)

    people = await visit.write(begin, f"/people/{group.id}")
    new = 0
    for part in mail_invitations.parts(people):
        job = partial(mail_invitations.write, vault=visit.vault, wanted=wanted, contact_ids=part, before=new)
        new += await visit.write(job)
    return visit.go(f"/people/{group.id}?new={'few' if is_small(group.contacts) else new}")


def _terms(visit: StaffRequest) -> tuple[InvitationTerms | None, str]:
    """Return what invitations carry, or what is wrong with the form."""
    form, now = visit.form, visit.desk.now()
    flow, place, days = form.one("flow"), form.one("place"), form.one("days") or str(_DAYS)
    if flow not in dict(visit.desk.titles):
        return None, "Pick the questions."
    if not (days.isascii() and days.isdecimal() and 1 <= int(days[:5]) <= 3650):
        return None, "Give the days as a number, from 1 to 3650."
    a_day = form.one("a_day") or "1"
    if not (a_day.isascii() and a_day.isdecimal() and 1 <= int(a_day[:7]) <= _MOST_A_DAY):
        return None, f"Give the letters a day as a number, from 1 to {_MOST_A_DAY}."
    if len(place) > _LONGEST_PLACE:
        return None, f"Name the place in {_LONGEST_PLACE} letters at most."
    is_series = bool(form.one("one_by_one"))
    return InvitationTerms(flow, now, now + timedelta(days=int(days)), place=place, is_series=is_series), ""


async def _invite_page(visit: StaffRequest, group: Group, problem: str = "") -> Response:
    status, days, seen = 400 if problem else 200, visit.form.one("days") or _DAYS, await seen_of(visit, group)
    return visit.page("invite", status, group=group, problem=problem, days=days, seen=seen, typed=visit.form)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/people/{id}/invite", ask_to_invite, ADMINS, needs_proof=True),
    StaffPage("POST", "/people/{id}/invite", invite, ADMINS, needs_proof=True, watch=group_of_form),
)
