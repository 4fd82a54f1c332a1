"""`sayso contacts import FILE.csv`: a list of contacts, checked whole before any of it is stored."""

import csv
import re
from pathlib import Path

import click

from sayso.clock import now
from sayso.commands.stored import store
from storage import contacts
from storage.contacts import Entry, Imported

_COLUMNS = ("email", "name", "organisation", "role", "nation", "language")
_NATIONS = ("", "england", "wales", "scotland", "northern ireland")
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
_LANGUAGE = re.compile(r"([a-z]{2,3}(-[A-Za-z0-9]+)*)?")


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


def _told(outcome: Imported, group: str, *, is_done: bool) -> str:
    counts = f"new: {len(outcome.new)}, changed: {len(outcome.changed)}, unchanged: {len(outcome.same)}"
    if is_done:
        return f"Group {group}: {counts}."
    return f"Group {group} would get: {counts}. Nothing is stored yet. To store it, add --yes."


def read_contacts(file: Path) -> tuple[Entry, ...]:
    """Return the contacts of a CSV file. Raises ClickException naming every faulty row and column, not its content."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            rows = list(csv.DictReader(source))
            header = tuple(rows[0]) if rows else ()
    except (UnicodeDecodeError, csv.Error):
        raise click.ClickException(f"{file} is not a CSV file in UTF-8. Save it so from your spreadsheet.") from None
    faults = _header_faults(header) or [fault for line, row in enumerate(rows, 2) for fault in _row_faults(line, row)]
    if not rows:
        faults = ["It holds no contacts. The first line names the columns: email, name, organisation ..."]
    if faults:
        raise click.ClickException("\n".join(f"{file}: {fault}" for fault in faults))
    return tuple(_entry(row) for row in rows)


def _header_faults(header: tuple[str, ...]) -> list[str]:
    names = [(name or "").strip().lower() for name in header]
    faults = [] if "email" in names else ["line 1: there is no column named email."]
    unknown = [name for name in names if name not in _COLUMNS]
    return faults + [
        f"line 1: the column {name or '(no name)'} is not known. Known: {', '.join(_COLUMNS)}." for name in unknown
    ]


def _row_faults(line: int, row: dict[str, str | None]) -> list[str]:
    values = _values(row)
    faults = []
    if None in row:
        faults.append("it has more cells than the first line.")
    if not _EMAIL.fullmatch(values["email"]):
        faults.append("the email is not an address.")
    if values["nation"] not in _NATIONS:
        faults.append(f"the nation is none of {', '.join(_NATIONS[1:])}.")
    if not _LANGUAGE.fullmatch(values["language"]):
        faults.append("the language is no tag such as en or cy.")
    return [f"line {line}: {fault}" for fault in faults]


def _values(row: dict[str, str | None]) -> dict[str, str]:
    told = {str(name).strip().lower(): (value or "").strip() for name, value in row.items()}
    found = {name: told.get(name, "") for name in _COLUMNS}
    return found | {"email": found["email"].lower(), "nation": found["nation"].lower()}


def _entry(row: dict[str, str | None]) -> Entry:
    return Entry(**_values(row))
