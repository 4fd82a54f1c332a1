"""`sayso contacts import FILE.csv`: a list of contacts, checked whole before any of it is stored."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TextIO
from unicodedata import category

import click

from sayso.clock import now
from sayso.commands.stored import store
from storage import contacts
from storage.contacts import Entry, Imported

_COLUMNS = ("email", "name", "organisation", "role", "nation", "language")
_NATIONS = ("", "england", "wales", "scotland", "northern ireland")
_OTHER_MARKS = {";": "semicolons", "\t": "tabs"}
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
            rows = list(_rows(source))
    except UnicodeDecodeError:
        raise click.ClickException(f"{file} is not a CSV file in UTF-8. Save it so from your spreadsheet.") from None
    except csv.Error as fault:
        raise click.ClickException(f"{file}: {fault}") from None
    header = [name.strip().lower() for name in rows[0][1]] if rows else []
    entries = [(line, dict(zip(header, cells, strict=False)), len(cells)) for line, cells in rows[1:]]
    faults = _header_faults(header) or [
        f"line {line}: {fault}" for line, row, count in entries for fault in _row_faults(row, count - len(header))
    ]
    if len(rows) < 2 and not faults:
        faults = ["It holds no contacts. The first line names the columns: email, name, organisation ..."]
    found = [_entry(row) for _, row, _ in entries] if not faults else []
    faults += _twice([line for line, _, _ in entries], found)
    if faults:
        raise click.ClickException("\n".join(f"{file}: {fault}" for fault in faults))
    return tuple(found)


def _rows(source: TextIO) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold something, each with the number of its first line. Raises csv.Error that names one."""
    reader, line = csv.reader(source, strict=True), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
            line = reader.line_num + 1
    except csv.Error:
        raise csv.Error(f"line {line}: a quotation mark is in the wrong place, or is not closed.") from None


def _header_faults(names: list[str]) -> list[str]:
    mark = next((word for sign, word in _OTHER_MARKS.items() if len(names) == 1 and sign in names[0]), "")
    if mark:
        return [f"line 1: the columns are separated by {mark}. Save it with commas from your spreadsheet."]
    faults = [] if "email" in names else ["line 1: there is no column named email."]
    unknown = [name for name in names if name not in _COLUMNS]
    faults += [
        f"line 1: the column {name or '(no name)'} is not known. Known: {', '.join(_COLUMNS)}." for name in unknown
    ]
    return faults + [f"line 1: the column {name} is there twice." for name in _COLUMNS if names.count(name) > 1]


def _row_faults(row: Mapping[str, str], surplus: int) -> list[str]:
    entry = _entry(row)
    wrong = {
        "it has more cells than the first line.": surplus > 0,
        "it holds a line break or another hidden character.": any(
            category(letter) == "Cc" for cell in row.values() for letter in cell
        ),
        "the email is not an address.": not _EMAIL.fullmatch(entry.email),
        f"the nation is none of {', '.join(_NATIONS[1:])}.": entry.nation not in _NATIONS,
        "the language is no tag such as en or cy.": not _LANGUAGE.fullmatch(entry.language),
    }
    return [fault for fault, is_wrong in wrong.items() if is_wrong]


def _twice(lines: Sequence[int], entries: Sequence[Entry]) -> list[str]:
    """Blame an address that is there twice: which of its rows is right, only a person knows."""
    first: dict[str, int] = {}
    return [
        f"line {line}: the same address is in line {first[entry.email]}."
        for line, entry in zip(lines, entries, strict=False)
        if first.setdefault(entry.email, line) != line
    ]


def _entry(row: Mapping[str, str]) -> Entry:
    told = {name: row.get(name, "") for name in _COLUMNS}
    return Entry(**told | {"email": told["email"].lower(), "nation": told["nation"].lower()})
