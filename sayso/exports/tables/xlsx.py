"""A workbook: every answer as a row, every conversation as a row, and the codebook. Nothing in it is a formula."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from report.exports.codebook import CODEBOOK_COLUMNS, codebook_rows, labels
from report.exports.long import COLUMNS, LongRow
from report.exports.wide import Cell
from sayso.exports.dataset import ResponseDataset
from sayso.exports.tables.spreadsheet import Sheet, workbook

_SHEET_NAME_MOST = 31
"""The most characters that Excel takes as the name of a sheet."""


def to_xlsx(material: ResponseDataset, made_at: datetime) -> Iterator[bytes]:
    """Yield the workbook: `answers` with labels, a sheet for each flow, `codebook`.

    A text longer than a cell can hold is cut, and says so. Raises SaysoError for more rows than a sheet can hold.
    """
    taken = {"answers", "codebook"}
    sheets = [Sheet("answers", (*COLUMNS, "question_label", "value_label"), _labelled(material))]
    for one in material.books:
        names = [variable.name for variable in one.variables]
        sheets.append(Sheet(_free(one.flow, taken), names, material.wide(one)))
    sheets.append(Sheet("codebook", CODEBOOK_COLUMNS, codebook_rows(material.books)))
    return workbook(sheets, title="sayso export", made_at=made_at)


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
