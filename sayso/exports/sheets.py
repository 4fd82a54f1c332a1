"""Plain sheets of text cells, written and read: what an XLSForm is made of."""

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from xlsxwriter import Workbook

from feedback.errors import SaysoError

Sheets = Mapping[str, Sequence[Mapping[str, str]]]
ROW_MOST = 5000
"""A guess: forms have some hundred rows. A sheet of a few kilobytes may claim a million."""
EMPTY_MOST = 60
"""Rows without a word, one after another, after which a sheet is over, as for pyxform: a spreadsheet keeps a million
where somebody once gave a whole column a colour."""
COLUMN_MOST = 200
"""A guess: three or four for each language of a form."""


def write_sheets(sheets: Sheets, columns: Mapping[str, Sequence[str]]) -> bytes:
    """Return a workbook with these sheets, each with these columns; every cell is text."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    for name, head in columns.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate([dict(zip(head, head, strict=True)), *sheets.get(name, ())]):
            for column, key in enumerate(head):
                if cells.get(key):
                    sheet.write_string(row, column, cells[key])
    book.close()
    return file.getvalue()


def read_sheets(path: Path) -> Sheets:
    """Return the sheets of a workbook by their names (small letters), rows by the names in their first row.

    Raises SaysoError for a file that is none, and for a sheet far larger than any form.
    """
    return _sheets(path, str(path))


def read_sheets_of(content: bytes) -> Sheets:
    """Return the same of a workbook that was handed over."""
    return _sheets(io.BytesIO(content), "This file")


def _sheets(file: Path | io.BytesIO, name: str) -> Sheets:
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, OSError, ValueError) as fault:
        raise SaysoError(f"{name} is no workbook (.xlsx) that can be read. Save it again as .xlsx.") from fault
    with closing(book):
        return {sheet.title.strip().lower(): _rows(name, sheet) for sheet in book.worksheets}


def _rows(path: str, sheet: Any) -> list[Mapping[str, str]]:
    table = [[_text(cell) for cell in row[:COLUMN_MOST]] for row in _some(path, sheet)]
    if not table:
        return []
    head = [name.lower() if ":" not in name else name for name in table[0]]
    found = ({name: cell for name, cell in zip(head, row, strict=False) if name and cell} for row in table[1:])
    return list(found)


def _some(path: str, sheet: Any) -> Iterator[Sequence[object]]:
    number = empty = 0
    for row in sheet.iter_rows(values_only=True):
        is_empty = not any(map(_text, row))
        empty = empty + 1 if is_empty else 0
        if empty > EMPTY_MOST:
            return
        number += not is_empty
        if number > ROW_MOST:
            raise SaysoError(f"{path}: the sheet {sheet.title} has more than {ROW_MOST} rows. That is no form.")
        yield row


def _text(cell: object) -> str:
    """Return a cell as text: 3 for 3.0, and nothing as nothing."""
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
