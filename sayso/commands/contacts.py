"""`sayso contacts import FILE.csv`: a list of contacts, checked whole before any of it is stored."""

from pathlib import Path

import click

from sayso.commands.open_store import store
from sayso.core.clock import now
from storage.people import contacts
from storage.people.contact_csv import RosterFault, read_bytes
from storage.people.contacts import ContactEntry, ContactImport


@click.group("contacts")
def command() -> None:
    """Bring in lists of contacts."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--group", required=True, help="The group that they belong to; made if it is new.")
@click.option("--yes", is_flag=True, help="Store it. Without this nothing is changed.")
def import_(file: Path, group: str, *, yes: bool) -> None:
    """Bring in FILE, a CSV with the columns email, name, organisation, role, nation, language (only email is needed).

    Shows what would change. With --yes it is done; doing it twice changes nothing.
    """
    entries = read_contacts(file)
    with store() as opened:
        if yes:
            outcome = opened.database.write_now(
                lambda tx: contacts.bring_in(tx, opened.vault, group=group, entries=entries, now=now())
            )
        else:
            outcome = opened.database.read_now(
                lambda tx: contacts.compare(tx, opened.vault, group=group, entries=entries)
            )
    click.echo(_told(outcome, group, is_done=yes))


def _told(outcome: ContactImport, group: str, *, is_done: bool) -> str:
    counts = f"new: {len(outcome.new)}, changed: {len(outcome.changed)}, unchanged: {len(outcome.same)}"
    if is_done:
        return f"Group {group}: {counts}."
    return f"Group {group} would get: {counts}. Nothing is stored yet. To store it, add --yes."


def read_contacts(file: Path) -> tuple[ContactEntry, ...]:
    """Return the contacts of a CSV file. Raises ClickException naming every faulty row and column, not its content."""
    try:
        return read_bytes(file.read_bytes())
    except RosterFault as fault:
        raise click.ClickException("\n".join(f"{file}: {line}" for line in fault.faults)) from None
