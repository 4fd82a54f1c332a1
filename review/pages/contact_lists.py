"""Bringing a list of contacts into a group, after a look at what it would change; and who wants no letters."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from sqlalchemy import Connection
from starlette.responses import Response

from review.http.list_progress import ListProgress
from review.http.multipart import as_bytes
from review.http.request import StaffRequest
from review.http.roles import ADMINS, TELLERS, StaffPage
from review.http.templates import many
from review.http.undo import back
from review.pages.people import group_of
from review.pages.people import show as show_people
from storage.audit.undo import Act
from storage.messages import mail_invitations
from storage.people import contact_csv, contacts, list_columns, list_files
from storage.people.contact_csv import ContactList, RosterFault
from storage.people.contacts import ContactEntry, ContactImport
from storage.people.groups import BROUGHT_IN, Group
from storage.people.list_files import ContactTable

Part = Sequence[ContactEntry]

_ANOTHER = "Another list is coming into this group now. Wait until it is in. Then send yours."
_SHOWN = 5
"""Rows shown with their letters masked, so that somebody sees that the columns are right."""
_SHOWN_FAULTS = 20
"""Faults on the page; all of them are in the file that comes back."""
_MOST_ADDRESSES = 200
"""Addresses noted at once as wanting no letters."""


@dataclass(frozen=True)
class PastedContacts:
    """A list as it came, and what stands in it, or what is wrong with it as a whole."""

    text: str
    table: ContactTable | None = None
    found: ContactList | None = None
    faults: tuple[str, ...] = ()

    @property
    def columns(self) -> list[tuple[str, str, str]]:
        """Each column: the name of its field in the form, what it is called, and what it holds."""
        if self.table is None:
            return []
        held = self.found.columns if self.found else list_columns.guess(self.table)
        return [(f"column_{at}", list_columns.label(self.table, at), held[at]) for at in range(len(held))]

    @property
    def sample(self) -> list[ContactEntry]:
        """The first rows as they were read, with the letters of names and addresses masked."""
        entries = self.found.entries[:_SHOWN] if self.found else ()
        return [_masked(entry) for entry in entries]


async def ask_for_list(visit: StaffRequest) -> Response:
    """Show where a list is pasted, or a file picked."""
    return visit.page("list", group=await group_of(visit), pasted=PastedContacts(""), faults=(), fields=())


async def look_through(visit: StaffRequest) -> Response:
    """Show what a list would change, which rows cannot be taken, and what each column holds. Nothing is stored."""
    group, pasted = await group_of(visit), await asyncio.to_thread(_pasted, visit)
    if pasted.found is None or not pasted.found.entries:
        return _refused(visit, group, pasted)
    found = pasted.found
    outcome = await visit.read(lambda tx: contacts.compare(tx, visit.vault, group=group.name, entries=found.entries))
    back_from = await visit.read(lambda tx: mail_invitations.came_back(tx, visit.vault, entries=found.entries))
    return visit.page(
        "list-checked",
        group=group,
        pasted=pasted,
        found=found,
        outcome=outcome,
        came_back=[found.lines[number] for number in back_from],
        faults=found.faults[:_SHOWN_FAULTS],
        fields=list_columns.FIELDS,
    )


async def hand_back(visit: StaffRequest) -> Response:
    """Give the rows back that cannot be taken, as a file with the reasons."""
    group, pasted = await group_of(visit), await asyncio.to_thread(_pasted, visit)
    if pasted.found is None:
        return _refused(visit, group, pasted)
    headers = {"Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="not-taken.csv"'}
    return Response(contact_csv.as_file(pasted.found), headers=headers)


async def bring_in(visit: StaffRequest) -> Response:
    """Store the good rows of a list that was looked through, part by part: others write in between.

    The page comes once the first part is in, and a moment later; a long list goes on by itself.
    """
    group, pasted = await group_of(visit), await asyncio.to_thread(_pasted, visit)
    if pasted.found is None or not pasted.found.entries:
        return _refused(visit, group, pasted)
    if visit.desk.lists.is_running(group.id):
        return _refused(visit, group, PastedContacts(pasted.text, pasted.table, pasted.found, (_ANOTHER,)))
    progress = ListProgress(len(pasted.found.entries))
    first, *rest = mail_invitations.parts(pasted.found.entries)
    store = partial(_store_part, visit, group, visit.desk.now(), progress)
    await store(first)
    await visit.desk.lists.run(group.id, progress, _store_all(store, rest))
    return back(f"/people/{group.id}", progress.act_id)


async def _store_all(store: Callable[[Part], Awaitable[None]], parts: Sequence[Part]) -> None:
    for part in parts:
        await store(part)


async def _store_part(visit: StaffRequest, group: Group, now: datetime, progress: ListProgress, part: Part) -> None:
    act_id = await visit.write(partial(_store, visit=visit, group=group, entries=part, now=now))
    progress.note(len(part), act_id)


async def want_no_letters(visit: StaffRequest) -> Response:
    """Note that whoever has an address wants no letters. Only a keyed hash of it is kept."""
    told = re.split(r"[\s,;<>]+", visit.form.text("addresses"))
    addresses = [one.lower() for one in told if one]
    if not addresses or len(addresses) > _MOST_ADDRESSES or not all(map(list_files.has_address, addresses)):
        return await show_people(visit, f"Give one email address in each line, {_MOST_ADDRESSES} at most.")
    now = visit.desk.now()

    def job(tx: Connection) -> None:
        contacts.no_letters(tx, visit.vault, addresses=addresses, now=now)
        visit.audit(tx, "noted who wants no letters", many(len(addresses), "address", "addresses"))

    await visit.write(job, "/people")
    return visit.go("/people?noted=1")


def _store(tx: Connection, *, visit: StaffRequest, group: Group, entries: Sequence[ContactEntry], now: datetime) -> str:
    doing = Act(tx, visit.vault, by=visit.member.id, what=BROUGHT_IN, now=now)
    outcome = contacts.bring_in(tx, visit.vault, group=group.name, entries=entries, now=now, doing=doing)
    visit.audit(tx, BROUGHT_IN, f"group {group.name}", _told(outcome))
    return doing.store()


def _told(outcome: ContactImport) -> str:
    return f"new: {len(outcome.new)}, changed: {len(outcome.changed)}, unchanged: {len(outcome.same)}"


def _refused(visit: StaffRequest, group: Group, pasted: PastedContacts) -> Response:
    """Show what is wrong with a list of which nothing can be taken, and let somebody say what its columns hold."""
    faults = pasted.faults or (pasted.found.faults if pasted.found else ())
    return visit.page("list", 400, group=group, pasted=pasted, faults=faults, fields=list_columns.FIELDS)


def _pasted(visit: StaffRequest) -> PastedContacts:
    """Return the list of a form: the file, where one was picked, else what was pasted."""
    text, columns = visit.form.text("file") or visit.form.text("list"), _chosen(visit)
    try:
        table = visit.desk.service.read_list(as_bytes(text))
    except RosterFault as fault:
        return PastedContacts(list_files.decode(as_bytes(text))[:10_000], faults=fault.faults)
    kept = list_files.as_text(table)
    # What was picked for another list, which stood in the form before, is no good for this one.
    fitting = columns if len(columns) == len(list_columns.guess(table)) else ()
    try:
        return PastedContacts(kept, table, contact_csv.read_list(table, fitting))
    except RosterFault as fault:
        return PastedContacts(kept, table, faults=fault.faults)


def _chosen(visit: StaffRequest) -> tuple[str, ...]:
    """Return what each column holds as somebody picked it; nothing where nobody was asked, or a new file came."""
    given = {name: visit.form.one(name) for name in visit.form.all if name.startswith("column_")}
    if visit.form.text("file") or not given:
        return ()
    told = (given.get(f"column_{at}", "") for at in range(len(given)))
    return tuple(one if list_columns.is_known(one) else "" for one in told)


def _masked(entry: ContactEntry) -> ContactEntry:
    return ContactEntry(
        contact_csv.masked(entry.email),
        contact_csv.masked(entry.name),
        entry.organisation,
        entry.role,
        entry.nation,
        entry.language,
        entry.about,
    )


PAGES: tuple[StaffPage, ...] = (
    StaffPage("GET", "/people/{id}/list", ask_for_list, ADMINS, needs_proof=True),
    StaffPage("POST", "/people/{id}/list", look_through, ADMINS, needs_proof=True, takes_file=True, writes=False),
    StaffPage("POST", "/people/{id}/list/back", hand_back, ADMINS, needs_proof=True, takes_file=True, writes=False),
    StaffPage("POST", "/people/{id}/list/store", bring_in, ADMINS, needs_proof=True, takes_file=True),
    StaffPage("POST", "/people/no-letters", want_no_letters, ADMINS | TELLERS),
)
