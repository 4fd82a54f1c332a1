"""Bringing a list of contacts into a group, after a look at what it would change, and writing to the group."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.multipart import as_bytes
from review.http.request import StaffRequest
from review.http.roles import ADMINS, StaffPage
from review.http.templates import many
from review.http.undo import back
from review.lists.set_up_snapshots import group_of_form
from review.pages.people import group_of, seen_of
from storage.audit.undo import Act
from storage.messages import mail_invitations
from storage.messages.mail_invitations import LetterBatch
from storage.people import contact_csv, contacts
from storage.people.contact_csv import RosterFault
from storage.people.contacts import ContactEntry, ContactImport
from storage.people.groups import BROUGHT_IN, Group
from storage.people.invitations import InvitationTerms
from storage.review.replies import TAKE_BACK

MOST_CONTACTS = 2000
"""Contacts of one list: more take a browser longer than anybody waits."""
_DAYS = 90
"""A season: cards and letters are found again weeks later. Whoever makes the links may choose otherwise."""
_LONGEST_PLACE = 80
"""Characters. It stands on one line of a table, and in the files for researchers."""


@dataclass(frozen=True)
class PastedContacts:
    """A list as it came, and what stands in it, or what is wrong with it."""

    text: str
    entries: tuple[ContactEntry, ...] = ()
    faults: tuple[str, ...] = ()


async def ask_for_list(visit: StaffRequest) -> Response:
    """Show where a list is pasted, or a file picked."""
    return visit.page("list", group=await group_of(visit), pasted=PastedContacts(""))


async def look_through(visit: StaffRequest) -> Response:
    """Show what a list would change, or every fault in it. Nothing is stored."""
    group, pasted = await group_of(visit), _pasted(visit)
    if pasted.faults:
        return visit.page("list", 400, group=group, pasted=pasted)
    outcome = await visit.read(lambda tx: contacts.compare(tx, visit.vault, group=group.name, entries=pasted.entries))
    back_from = await visit.read(lambda tx: mail_invitations.came_back(tx, visit.vault, entries=pasted.entries))
    lines = contact_csv.line_numbers(pasted.text)
    came_back = [lines[number] for number in back_from]
    return visit.page("list-checked", group=group, pasted=pasted, outcome=outcome, came_back=came_back)


async def bring_in(visit: StaffRequest) -> Response:
    """Store a list that was looked through."""
    group, pasted = await group_of(visit), _pasted(visit)
    if pasted.faults:
        return visit.page("list", 400, group=group, pasted=pasted)
    now, act_id = visit.desk.now(), ""
    for part in mail_invitations.parts(pasted.entries):
        act_id = await visit.write(partial(_store, visit=visit, group=group, entries=part, now=now)) or act_id
    return back(f"/people/{group.id}", act_id)


def _store(tx: Connection, *, visit: StaffRequest, group: Group, entries: Sequence[ContactEntry], now: datetime) -> str:
    doing = Act(tx, visit.vault, by=visit.member.id, what=BROUGHT_IN, now=now)
    outcome = contacts.bring_in(tx, visit.vault, group=group.name, entries=entries, now=now, doing=doing)
    visit.audit(tx, BROUGHT_IN, f"group {group.name}", _told(outcome))
    return doing.store()


def _told(outcome: ContactImport) -> str:
    return f"new: {len(outcome.new)}, changed: {len(outcome.changed)}, unchanged: {len(outcome.same)}"


def _pasted(visit: StaffRequest) -> PastedContacts:
    """Return the list of a form: the file, where one was picked, else what was pasted."""
    text = visit.form.text("file") or visit.form.text("list")
    shown = as_bytes(text).decode("utf-8", "replace")
    try:
        entries = contact_csv.read_bytes(as_bytes(text))
    except RosterFault as fault:
        return PastedContacts(shown, faults=fault.faults)
    if len(entries) > MOST_CONTACTS:
        return PastedContacts(
            shown, faults=(f"It holds {many(len(entries), 'contact')}; {MOST_CONTACTS:,} at a time.",)
        )
    return PastedContacts(shown, entries)


async def ask_to_invite(visit: StaffRequest) -> Response:
    """Show the ways to write to a group."""
    return await _invite_page(visit, await group_of(visit))


async def invite(visit: StaffRequest) -> Response:
    """Queue a letter for everybody in a group who has none yet. It waits ten minutes, to be taken back."""
    group = await group_of(visit)
    terms, problem = _terms(visit)
    if problem or terms is None or not visit.desk.set_up.has_mail:
        return await _invite_page(visit, group, problem or "Email is off, so nothing can be sent.")
    kind = "reminder" if visit.form.one("kind") == "reminder" else "invitation"
    wanted = LetterBatch(group.name, terms, "reminder" if kind == "reminder" else "invitation", terms.now + TAKE_BACK)

    def begin(tx: Connection) -> tuple[str, ...]:
        visit.audit(tx, f"wrote to a group: {kind}", f"group {group.name}", terms.flow)
        return contacts.members(tx, group=group.name)

    people = await visit.write(begin, f"/people/{group.id}")
    new = 0
    for part in mail_invitations.parts(people):
        new += await visit.write(partial(mail_invitations.write, vault=visit.vault, wanted=wanted, contact_ids=part))
    return visit.go(f"/people/{group.id}?new={new}")


def _terms(visit: StaffRequest) -> tuple[InvitationTerms | None, str]:
    """Return what invitations carry, or what is wrong with the form."""
    form, now = visit.form, visit.desk.now()
    flow, place, days = form.one("flow"), form.one("place"), form.one("days") or str(_DAYS)
    if flow not in dict(visit.desk.titles):
        return None, "Pick the questions."
    if not (days.isascii() and days.isdecimal() and 1 <= int(days[:5]) <= 3650):
        return None, "Give the days as a number, from 1 to 3650."
    if len(place) > _LONGEST_PLACE:
        return None, f"Name the place in {_LONGEST_PLACE} letters at most."
    is_series = bool(form.one("one_by_one"))
    return InvitationTerms(flow, now, now + timedelta(days=int(days)), place=place, is_series=is_series), ""


async def _invite_page(visit: StaffRequest, group: Group, problem: str = "") -> Response:
    status, days, seen = 400 if problem else 200, visit.form.one("days") or _DAYS, await seen_of(visit, group)
    return visit.page("invite", status, group=group, problem=problem, days=days, seen=seen, typed=visit.form)


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/people/{id}/list", ask_for_list, ADMINS, needs_proof=True),
    StaffPage("POST", "/people/{id}/list", look_through, ADMINS, needs_proof=True, takes_file=True, writes=False),
    StaffPage("POST", "/people/{id}/list/store", bring_in, ADMINS, needs_proof=True),
    StaffPage("GET", "/people/{id}/invite", ask_to_invite, ADMINS, needs_proof=True),
    StaffPage("POST", "/people/{id}/invite", invite, ADMINS, needs_proof=True, watch=group_of_form),
)
