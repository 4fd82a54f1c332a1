"""A workbook: every answer as a row, every conversation as a row, and the codebook. Nothing in it is a formula."""

import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import assert_never

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from feedback.errors import SaysoError
from report.exports.codebook import CODEBOOK_COLUMNS, codebook_rows, labels
from report.exports.long import COLUMNS, LongRow
from report.exports.wide import Cell
from sayso.exports.dataset import ResponseDataset

CELL_MOST = 32_767
"""The most characters that Excel holds in a cell, counted as UTF-16 does."""
ROW_MOST = 1_048_576
"""The most rows that Excel holds in a sheet, the head among them."""
CUT = " [cut here: this cell holds no more. The JSON lines hold all.]"
_SHEET_NAME_MOST = 31
"""The most characters that Excel takes as the name of a sheet."""
_WITHOUT_GUESSING = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def to_xlsx(material: ResponseDataset, made_at: datetime) -> bytes:
    """Return the workbook: `answers` with labels, a sheet for each flow, `codebook`.

    A text longer than a cell can hold is cut, and says so. Raises SaysoError for more rows than a sheet can hold.
    """
    file = io.BytesIO()
    book = Workbook(file, _WITHOUT_GUESSING)
    book.set_properties({"title": "sayso export", "created": made_at.replace(tzinfo=None)})
    head = book.add_format({"bold": True})
    _fill(book.add_worksheet("answers"), (*COLUMNS, "question_label", "value_label"), _labelled(material), head)
    taken = {"answers", "codebook"}
    for one in material.books:
        names = [variable.name for variable in one.variables]
        _fill(book.add_worksheet(_free(one.flow, taken)), names, material.wide(one), head)
    _fill(book.add_worksheet("codebook"), CODEBOOK_COLUMNS, codebook_rows(material.books), head)
    book.close()
    return file.getvalue()


def _free(flow: str, taken: set[str]) -> str:
    """Return a name for the sheet of a flow that is free and short enough."""
    name = next(
        name
        for tail in ("", *(f"_{number}" for number in range(2, len(taken) + 3)))
        if (name := flow[: _SHEET_NAME_MOST - len(tail)] + tail) not in taken
    )
    taken.add(name)
    return name


def _labelled(material: ResponseDataset) -> Iterable[tuple[Cell, ...]]:
    known = {book.flow: labels(book) for book in material.books}
    for row in material.long():
        asked, picked = known[row.flow]
        ids = [str(value) for value in (row.value if isinstance(row.value, list) else [row.value])]
        told = "; ".join(picked[row.question or "", name] for name in ids if (row.question or "", name) in picked)
        yield (*_cells(row), asked.get(row.question or "", ""), told)


def _cells(row: LongRow) -> tuple[Cell, ...]:
    return tuple(" ".join(value) if isinstance(value, list) else value for value in vars(row).values())


def _fill(sheet: Worksheet, columns: Sequence[str], table: Iterable[Sequence[Cell]], head: object) -> None:
    for column, name in enumerate(columns):
        sheet.write_string(0, column, name, head)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(table, start=1):
        if number == ROW_MOST:
            raise SaysoError(f"A sheet holds {ROW_MOST:,} rows at most, and there are more. Use csv or parquet.")
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell)


def _write(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    match cell:
        case None | "":
            return
        case int() | float():
            sheet.write_number(row, column, cell)
        case datetime():
            sheet.write_string(row, column, cell.isoformat())
        case str():
            sheet.write_string(row, column, _fitting(cell))
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(cell)


def _fitting(text: str) -> str:
    """Return a text as a cell can hold it: with the line ends of a sheet, and cut where it is too long."""
    text = text.replace("\r\n", "\n")
    if 2 * len(text) <= CELL_MOST:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CELL_MOST:
        return text
    return units[: 2 * (CELL_MOST - len(CUT))].decode("utf-16-le", errors="ignore") + CUT
