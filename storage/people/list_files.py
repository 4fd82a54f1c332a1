"""A list as people have it: a CSV in any encoding and with any separator, cells that were copied, or a workbook; as a table.

What a cell holds is text on one line. The first row that names an address column is the header; what stands above it is left out.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import getaddresses
from importlib import import_module
from io import BytesIO, StringIO
from unicodedata import category, normalize
from zipfile import BadZipFile, ZipFile

from feedback.errors import SaysoError

MOST_ROWS = 50_000
"""Rows of one list: what a database takes in within about a minute."""
_MOST_COLUMNS = 60
"""A guess: more than the widest list of an involvement team; the page has a box for each."""
_LONGEST_CELL = 500
"""Characters of a cell. A guess: no name, address or job is longer; what is, is cut."""
_MOST_BYTES = 100 * 1024 * 1024
"""Of a workbook when unpacked, so that a small file made to swell is refused."""
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks, the longer first."""
_OLD_ENCODINGS = ("cp1252", "cp1250", "cp1254", "cp1257", "cp1251", "mac_roman", "cp850")
"""What spreadsheets without UTF-8 write in Europe; the first that gives the most letters that belong together is taken."""
_LINES_READ, _SAMPLE = 500, 20_000
"""Lines and bytes by which an encoding is told: names enough, and as quick for a long list as for a short one."""
_SEPARATORS = (",", ";", "\t", "|")
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_ADDRESS = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\"]+")
_BRACKETED = re.compile(r"<[^<>\s]+@[^<>\s]+>[\s,;]*$")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Signs that are not seen, and come along when cells are copied."""


class RosterFault(SaysoError):
    """A list that cannot be taken. `faults` names every faulty line and column, never what stands there."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True)
class RosterRow:
    """One row of a list, with the number of its line, and what is wrong with the line as such."""

    line: int
    cells: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True)
class ContactTable:
    """A list as it was read. `header` is empty where the first row holds an address already."""

    header: tuple[str, ...]
    rows: tuple[RosterRow, ...]
    header_line: int = 0

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max((len(self.header), *(len(row.cells) for row in self.rows)), default=0)


def read_table(content: bytes) -> ContactTable:
    """Return the table in a file or in cells that were copied. Raises RosterFault where it is none."""
    if content.startswith(_OLD_WORKBOOK):
        raise RosterFault(["This is a workbook of an old kind (.xls). Save it as .xlsx or CSV."])
    rows = list(_workbook(content) if content.startswith(b"PK\x03\x04") else _text_rows(decode(content)))
    held = [row for row in rows if any(row.cells) or row.fault]
    if len(held) > MOST_ROWS + 1:
        raise RosterFault([f"It holds over {MOST_ROWS:,} rows. Bring it in in parts."])
    if not held:
        raise RosterFault(["It holds no contacts. Put one person in each row, with their email address."])
    return _with_header(held)


def decode(content: bytes) -> str:
    """Return a text in whatever encoding it came."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace").removeprefix("\ufeff")
    if content[:200].count(0) * 4 > len(content[:200]):
        return content.decode("utf-16-le" if content[1:2] == b"\x00" else "utf-16-be", "replace")
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return content.decode(_old_encoding(content), "replace")


def _old_encoding(content: bytes) -> str:
    """Return the encoding in which the first lines with letters of their own read most like words."""
    odd = [line for line in content.splitlines() if not line.isascii()][:_LINES_READ]
    sample = b"\n".join(odd)[:_SAMPLE]
    return max(_OLD_ENCODINGS, key=lambda encoding: _likeness(sample.decode(encoding, "replace")))


def clean(cell: str) -> str:
    """Return what a cell holds on one line, without signs that are not seen."""
    plain = _HIDDEN.sub("", normalize("NFC", cell.replace("\u00a0", " ")))
    return " ".join("".join(" " if category(sign) == "Cc" else sign for sign in plain).split())[:_LONGEST_CELL]


def as_text(table: ContactTable) -> str:
    """Return a table as CSV with every row in the line that it came from, to be read again."""
    out, at = StringIO(), 1
    writer = csv.writer(out, lineterminator="\n")
    lines = [(table.header_line, table.header)] if table.header else []
    for line, cells in (*lines, *((row.line, row.cells) for row in table.rows)):
        out.write("\n" * max(0, line - at))
        writer.writerow(cells)
        at = max(line, at) + 1
    return out.getvalue()


def has_address(cell: str) -> bool:
    """Return whether a cell holds an address of mail."""
    return _ADDRESS.search(cell) is not None


def names_address(cell: str) -> bool:
    """Return whether the heading of a column says that addresses of mail stand below it."""
    return re.fullmatch(
        r".{0,30}\b(?:e[- ]?mails?|ebost|mail|adres e-mail)\b.{0,30}", cell.lower()
    ) is not None and not has_address(cell)


def _with_header(rows: list[RosterRow]) -> ContactTable:
    """Find the row that names the columns: one that names addresses, or the one above the first address, if it is no title."""
    for number, row in enumerate(rows[:20]):
        if any(map(has_address, row.cells)):
            above = rows[number - 1] if number else None
            if above is None or len([*filter(None, above.cells)]) < min(2, len([*filter(None, row.cells)])):
                return ContactTable((), tuple(rows[number:]))
            return ContactTable(above.cells, tuple(rows[number:]), above.line)
        if any(map(names_address, row.cells)):
            return ContactTable(row.cells, tuple(rows[number + 1 :]), row.line)
    return ContactTable(rows[0].cells, tuple(rows[1:]), rows[0].line)


def _text_rows(text: str) -> Iterator[RosterRow]:
    if _is_of_mail_program(text):
        yield from _mail_rows(text)
        return
    told = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    separator = told[1] if told else _separator(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    try:
        found = list(_parsed(lines, separator))
    except csv.Error:
        found = list(_line_by_line(lines, separator))
    yield from found[1:] if told else found


def _is_of_mail_program(text: str) -> bool:
    """Return whether a text is what a mail program has in its To field: names with addresses, or many in one line."""
    lines = [line for line in text.splitlines() if line.strip()]
    is_one = len(lines) == 1 and text.count("@") > 1
    return (
        bool(lines)
        and all("@" in line for line in lines)
        and (is_one or all(_BRACKETED.search(line) for line in lines))
    )


def _mail_rows(text: str) -> Iterator[RosterRow]:
    for number, line in enumerate(text.splitlines(), start=1):
        for name, address in getaddresses([line.replace(";", ",")]):
            if address:
                yield RosterRow(number, (clean(address), clean(name)))


def _parsed(text: str, separator: str) -> Iterator[RosterRow]:
    """Yield the rows of a text whose quotation marks are all in their place. Raises csv.Error."""
    reader, line = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), 1
    for cells in reader:
        yield RosterRow(line, tuple(map(clean, cells)))
        line = reader.line_num + 1


def _line_by_line(text: str, separator: str) -> Iterator[RosterRow]:
    """Yield each line as a row of its own, so that a quotation mark in the wrong place costs one row alone."""
    for number, line in enumerate(text.split("\n"), start=1):
        try:
            yield from (RosterRow(number, row.cells) for row in _parsed(line, separator))
        except csv.Error:
            cells = tuple(clean(cell) for cell in line.split(separator))
            yield RosterRow(number, cells, "a quotation mark is in the wrong place, or is not closed.")


def _separator(text: str) -> str:
    """Return what separates the cells: what stands most often outside quotation marks in the rows with an address."""
    lines = [re.sub(r'"[^"]*"', "", line) for line in text.splitlines()[:200]]
    told = [line for line in lines if "@" in line] or lines
    return max(
        _SEPARATORS, key=lambda sign: (sum(sign in line for line in told), sum(line.count(sign) for line in told))
    )


def _likeness(text: str) -> float:
    """Return how much a text reads like words: letters beside letters of the same kind, and no odd signs within."""
    score = 0.0
    for before, sign, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        if sign.isascii():
            continue
        beside = [one for one in (before, after) if one.isalpha()]
        is_odd = not sign.isalpha() or any(one.isascii() != (sign < "\u0370") for one in beside if one.isascii())
        is_mixed = sign.isupper() and before.islower()
        score += -2 if is_odd or is_mixed else 1 if beside else 0.5
    return score


def _workbook(content: bytes) -> Iterator[RosterRow]:
    """Yield the rows of the first sheet that holds an address, or of the first."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            is_too_large = sum(one.file_size for one in packed.infolist()) > _MOST_BYTES
            is_workbook = "xl/workbook.xml" in packed.namelist()
    except BadZipFile:
        raise RosterFault(["This file is damaged. Save it again from your spreadsheet."]) from None
    if is_too_large or not is_workbook:
        raise RosterFault(["This is no workbook that sayso reads. Save it as .xlsx or CSV."])
    sheets = _sheets(content)
    yield from next(
        (rows for rows in sheets if any(has_address(cell) for row in rows for cell in row.cells)), sheets[0]
    )


def _sheets(content: bytes) -> list[list[RosterRow]]:
    """Return the rows of each sheet. Raises RosterFault, also where the reader of workbooks is not installed."""
    try:
        reader = import_module("openpyxl")
    except ImportError:
        raise RosterFault(["Workbooks are not read here. Save it as CSV."]) from None
    try:
        book = reader.load_workbook(BytesIO(content), read_only=True, data_only=True)
        return [
            list(_sheet_rows(sheet.iter_rows(max_row=2 * MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)))
            for sheet in book.worksheets
        ]
    except Exception:  # noqa: BLE001 - a damaged workbook raises nearly anything
        raise RosterFault(["This workbook cannot be read. Save it again, or as CSV."]) from None


def _sheet_rows(rows: Iterable[Sequence[object]]) -> Iterator[RosterRow]:
    for line, row in enumerate(rows, start=1):
        cells = [clean(_cell_text(value)) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        yield RosterRow(line, tuple(cells))


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)
