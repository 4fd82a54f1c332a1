"""`sayso contacts import FILE`: a list of contacts as people have it. Good rows are taken, the others come back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from sayso.commands.open_store import settings, store
from sayso.core.clock import now
from sayso.core.store import open_store
from storage.messages import mail_invitations
from storage.people import contact_csv, contacts, list_columns
from storage.people.contact_csv import ContactList, RosterFault
from storage.people.contacts import ContactEntry, ContactImport
from storage.people.list_files import ContactTable, read_table

_MOST_TOLD = 50
"""Faulty rows that are listed; whoever has more mends them in the file that comes back."""


@click.group("contacts")
def command() -> None:
    """Bring in lists of contacts."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--group", required=True, help="The group that they belong to; made if it is new.")
@click.option("--yes", is_flag=True, help="Store it. Without this nothing is changed.")
@click.option(
    "--column", "said", multiple=True, metavar="HEADING=FIELD", help="What a column holds, such as Post=role."
)
@click.option(
    "--refused", type=click.Path(dir_okay=False, path_type=Path), help="Write the rows that are not taken here."
)
def import_(file: Path, group: str, *, yes: bool, said: tuple[str, ...], refused: Path | None) -> None:
    """Bring in FILE: a CSV in any encoding and with any separator, or a workbook (.xlsx). Only email addresses are needed.

    Shows what would change. With --yes it is done; doing it twice changes nothing. Fields are: email, name, "first name",
    "family name", organisation, role, nation, language, "kind of organisation", place, "part of" and signed. It works before the first `sayso serve` too.
    """
    found = read_contacts(file, said)
    for fault in found.faults[:_MOST_TOLD]:
        click.echo(f"{file}: {fault}", err=True)
    if refused is not None and found.refused:
        refused.write_bytes(contact_csv.as_file(found))
    if not found.entries:
        raise click.ClickException("No row could be taken.")
    outcome = _store(group, found.entries) if yes else _compare(group, found.entries)
    click.echo(_told(outcome, group, is_done=yes))
    for line in _told_apart(found, refused):
        click.echo(line)


def _store(group: str, entries: Sequence[ContactEntry]) -> ContactImport:
    """Store contacts part by part, so that a service that runs beside it goes on."""
    with open_store(settings(), is_new_allowed=True) as opened:
        if opened.sheet:
            click.echo(opened.sheet)
        job = partial(contacts.bring_in, vault=opened.vault, group=group, now=now())
        parts = mail_invitations.parts(entries)
        outcomes = [opened.database.write_now(partial(job, entries=part)) for part in parts]
    return contacts.together(outcomes)


def _compare(group: str, entries: Sequence[ContactEntry]) -> ContactImport:
    """Return what would change; where there is no store yet, all is new."""
    if not settings().key_file.exists():
        return ContactImport(tuple(range(len(entries))), (), ())
    with store() as opened:
        return opened.database.read_now(lambda tx: contacts.compare(tx, opened.vault, group=group, entries=entries))


def _told(outcome: ContactImport, group: str, *, is_done: bool) -> str:
    counts = f"new: {len(outcome.new)}, changed: {len(outcome.changed)}, unchanged: {len(outcome.same)}"
    if is_done:
        return f"Group {group}: {counts}."
    return f"Group {group} would get: {counts}. Nothing is stored yet. To store it, add --yes."


def _told_apart(found: ContactList, refused: Path | None) -> list[str]:
    """Return a line for each kind of row or column that was not simply taken."""
    where = f"They are in {refused}." if refused else "To get them back in a file, add --refused FILE."
    told = {
        f"Merged, since their address was there before: {found.merged}.": found.merged,
        f"Columns not used: {', '.join(found.left_out)}.": found.left_out,
        f"Rows not taken: {len(found.refused)}. {where}": found.refused,
    }
    return [line for line, is_told in told.items() if is_told]


def read_contacts(file: Path, said: Sequence[str] = ()) -> ContactList:
    """Return the contacts of a list. Raises ClickException where it is none, or a column is said wrongly."""
    try:
        table = read_table(file.read_bytes())
        return contact_csv.read_list(table, _columns(table, said) if said else ())
    except RosterFault as fault:
        raise click.ClickException("\n".join(f"{file}: {line}" for line in fault.faults)) from None


def _columns(table: ContactTable, said: Sequence[str]) -> tuple[str, ...]:
    columns = list(list_columns.guess(table))
    for one in said:
        heading, _, field = one.rpartition("=")
        if heading not in table.header or not list_columns.is_known(field):
            raise click.ClickException(f"--column {one}: there is no such heading or field.")
        columns = ["" if each == field else each for each in columns]
        columns[table.header.index(heading)] = field
    return tuple(columns)
