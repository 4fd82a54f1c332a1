"""The contacts in a list: good rows are taken, the others come back with what is wrong with them.

A row whose address stood in a row before is merged into that one: it fills what was left empty there.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from unicodedata import normalize

from storage.organisations.register import KINDS
from storage.people import list_columns
from storage.people.contacts import ContactEntry
from storage.people.list_files import ContactTable, RosterFault, RosterRow, read_table

__all__ = ["ContactList", "RefusedRow", "RosterFault", "as_file", "masked", "read_bytes", "read_list"]

NATIONS = ("", "england", "wales", "scotland", "northern ireland")
_NATIONS_SAID = {
    "cymru": "wales", "ni": "northern ireland", "n ireland": "northern ireland", "n. ireland": "northern ireland", "eng": "england",
    "alba": "scotland", "lloegr": "england",
}  # fmt: skip
_LANGUAGES_SAID = {
    "english": "en", "welsh": "cy", "cymraeg": "cy", "polish": "pl", "romanian": "ro", "urdu": "ur", "punjabi": "pa", "bengali": "bn",
    "gujarati": "gu", "arabic": "ar", "somali": "so", "turkish": "tr", "portuguese": "pt", "spanish": "es", "french": "fr", "italian": "it",
    "german": "de", "chinese": "zh", "mandarin": "zh", "cantonese": "yue", "tamil": "ta", "hindi": "hi", "farsi": "fa", "persian": "fa",
    "ukrainian": "uk", "russian": "ru", "lithuanian": "lt", "bulgarian": "bg", "hungarian": "hu", "irish": "ga", "gaelic": "gd",
}  # fmt: skip
"""Languages as people write them, with their tags (BCP 47)."""
_EMAIL = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\"]+")
_LANGUAGE = re.compile(r"([a-z]{2,3}(-[A-Za-z0-9]+)*)?")
_FORMULA = ("=", "+", "-", "@", "\t")
_NONE = "It holds no contacts. Put one person in each row, with their email address."
_NO_ADDRESSES = "No column holds email addresses. Say which one does."


@dataclass(frozen=True)
class RefusedRow:
    """A row that was not taken, with what is wrong with it."""

    row: RosterRow
    faults: tuple[str, ...]


@dataclass(frozen=True)
class ContactList:
    """What a list holds: contacts with the line of each, rows that were refused, and how many were merged into others."""

    table: ContactTable
    columns: tuple[str, ...]
    entries: tuple[ContactEntry, ...]
    lines: tuple[int, ...]
    refused: tuple[RefusedRow, ...] = ()
    merged: int = 0

    @property
    def left_out(self) -> tuple[str, ...]:
        """What the columns are called that are not used."""
        return list_columns.left_out(self.table, self.columns)

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong, line by line, never with what stands there."""
        return tuple(f"line {one.row.line}: {fault}" for one in self.refused for fault in one.faults)


def read_bytes(content: bytes, columns: Sequence[str] = ()) -> ContactList:
    """Return the contacts of a file. `columns` says what each column holds, where somebody has said so. Raises RosterFault."""
    return read_list(read_table(content), columns)


def read_list(table: ContactTable, columns: Sequence[str] = ()) -> ContactList:
    """Return the contacts of a table. Raises RosterFault where no column holds addresses, or no row any contact."""
    columns = tuple(columns) or list_columns.guess(table)
    if columns.count("email") != 1:
        raise RosterFault([_NO_ADDRESSES])
    if not table.rows:
        raise RosterFault([_NONE])
    entries: dict[str, tuple[int, ContactEntry]] = {}
    refused, merged = [], 0
    for row in table.rows:
        entry = _entry(row, columns)
        faults = tuple(_faults(row, entry, len(columns)))
        if faults:
            refused.append(RefusedRow(row, faults))
            continue
        line, before = entries.get(entry.email, (row.line, entry))
        merged += entry.email in entries
        entries[entry.email] = line, _filled(before, entry)
    lines, found = zip(*entries.values(), strict=True) if entries else ((), ())
    return ContactList(table, columns, tuple(found), tuple(lines), tuple(refused), merged)


def as_file(found: ContactList) -> bytes:
    """Return the rows that were refused as a CSV file that spreadsheets open (UTF-8 with a mark), each with its reasons."""
    out = StringIO()
    writer = csv.writer(out)
    width = found.table.width
    names = [list_columns.label(found.table, at) for at in range(width)]
    writer.writerow([*names, "line", "what is wrong"])
    for one in found.refused:
        cells = [*one.row.cells, *[""] * (width - len(one.row.cells))]
        writer.writerow([*map(_harmless, cells), one.row.line, " ".join(one.faults)])
    return out.getvalue().encode("utf-8-sig")


def masked(text: str) -> str:
    """Return a name or an address with only the first letter of each part of it."""
    return re.sub(r"(\w)[\w'’-]*", r"\1•••", text)


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (CWE-1236)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _filled(first: ContactEntry, later: ContactEntry) -> ContactEntry:
    empty = {name: value for name, value in vars(later).items() if value and not getattr(first, name)}
    kept, new = first.about, later.about
    about = (kept[0] or new[0], kept[1] or new[1], kept[2] or new[2], kept[3] or new[3])
    return replace(first, **empty | {"about": about})


def _faults(row: RosterRow, entry: ContactEntry, width: int) -> Iterator[str]:
    if row.fault:
        yield row.fault
        return
    if any(row.cells[width:]):
        yield "it has more cells than the first line."
    if not entry.email:
        yield "there is no email address."
    elif not _EMAIL.fullmatch(entry.email):
        is_more = len(_EMAIL.findall(entry.email)) > 1
        yield "it has more than one email address." if is_more else "the email is not an address."
    if entry.nation not in NATIONS:
        yield f"the nation is none of {', '.join(NATIONS[1:])}."
    if entry.about[0] not in KINDS:
        yield f"the kind of organisation is none of {', '.join(KINDS[1:])}."
    if not _LANGUAGE.fullmatch(entry.language):
        yield "the language is no tag such as en or cy."


def _entry(row: RosterRow, columns: Sequence[str]) -> ContactEntry:
    told = {field: cell for field, cell in zip(columns, row.cells, strict=False) if field}
    email, named = _address(told.get("email", ""))
    parts = [told.get("first name", ""), told.get("family name", "")]
    nation, language = told.get("nation", "").lower(), told.get("language", "")
    return ContactEntry(
        email,
        told.get("name", "") or " ".join(filter(None, parts)) or named,
        told.get("organisation", ""),
        told.get("role", ""),
        _NATIONS_SAID.get(nation, nation),
        _LANGUAGES_SAID.get(language.lower(), language),
        (
            told.get("kind of organisation", "").lower(),
            told.get("place", ""),
            told.get("part of", ""),
            told.get("signed", ""),
        ),
    )


def _address(cell: str) -> tuple[str, str]:
    """Return the address in a cell in small letters, and the name beside it (`Ada Brook <ada@example.org>`)."""
    plain = normalize("NFKC", cell).strip().strip("'\"").removeprefix("mailto:").removeprefix("MAILTO:")
    bracketed = re.fullmatch(r"(.*)<\s*([^<>]+?)\s*>[,;.]*", plain)
    name, address = (bracketed[1].strip().strip("'\""), bracketed[2]) if bracketed else ("", plain)
    return address.strip(" .,;<>").removeprefix("mailto:").lower(), name
