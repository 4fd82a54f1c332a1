"""A list of contacts as staff keep it, in CSV: checked whole before any of it is stored."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from unicodedata import category

from feedback.errors import SaysoError
from storage.people.contacts import ContactEntry

COLUMNS = ("email", "name", "organisation", "role", "nation", "language")
NATIONS = ("", "england", "wales", "scotland", "northern ireland")
_OTHER_MARKS = {";": "semicolons", "\t": "tabs"}
_EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+")
_LANGUAGE = re.compile(r"([a-z]{2,3}(-[A-Za-z0-9]+)*)?")


class RosterFault(SaysoError):
    """A list that cannot be taken. `faults` names every faulty line and column, never what stands there."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def read_bytes(content: bytes) -> tuple[ContactEntry, ...]:
    """Return the contacts of a CSV file. Raises RosterFault, also where it is not in UTF-8."""
    try:
        return read_roster(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise RosterFault(["It is not a CSV file in UTF-8. Save it so from your spreadsheet."]) from None


def read_roster(text: str) -> tuple[ContactEntry, ...]:
    """Return the contacts of a list in CSV, whose first line names the columns. Raises RosterFault."""
    try:
        rows = list(_rows(text))
    except csv.Error as fault:
        raise RosterFault([str(fault)]) from None
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
        raise RosterFault(faults)
    return tuple(found)


def line_numbers(text: str) -> tuple[int, ...]:
    """Return the line of each contact of a list that could be read."""
    return tuple(line for line, _ in _rows(text))[1:]


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that hold something, each with the number of its first line. Raises csv.Error that names one."""
    reader, line = csv.reader(StringIO(text, newline=""), strict=True), 1
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
    unknown = [name for name in names if name not in COLUMNS]
    faults += [
        f"line 1: the column {name or '(no name)'} is not known. Known: {', '.join(COLUMNS)}." for name in unknown
    ]
    return faults + [f"line 1: the column {name} is there twice." for name in COLUMNS if names.count(name) > 1]


def _row_faults(row: Mapping[str, str], surplus: int) -> list[str]:
    entry = _entry(row)
    wrong = {
        "it has more cells than the first line.": surplus > 0,
        "it holds a line break or another hidden character.": any(
            category(letter) == "Cc" for cell in row.values() for letter in cell
        ),
        "the email is not an address.": not _EMAIL.fullmatch(entry.email),
        f"the nation is none of {', '.join(NATIONS[1:])}.": entry.nation not in NATIONS,
        "the language is no tag such as en or cy.": not _LANGUAGE.fullmatch(entry.language),
    }
    return [fault for fault, is_wrong in wrong.items() if is_wrong]


def _twice(lines: Sequence[int], entries: Sequence[ContactEntry]) -> list[str]:
    """Blame an address that is there twice: which of its rows is right, only a person knows."""
    first: dict[str, int] = {}
    return [
        f"line {line}: the same address is in line {first[entry.email]}."
        for line, entry in zip(lines, entries, strict=False)
        if first.setdefault(entry.email, line) != line
    ]


def _entry(row: Mapping[str, str]) -> ContactEntry:
    told = {name: row.get(name, "") for name in COLUMNS}
    return ContactEntry(**told | {"email": told["email"].lower(), "nation": told["nation"].lower()})
