"""SPSS files: numbers with labels, and why a value is missing as a value of its own.

Missing values are -1 skipped, -2 prefer not to say, -3 not asked, -4 not reached, -5 withdrawn, -6 answered in words
only (numbers and scales). Where a number may itself be below nought they stand a million million lower.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import Any, assert_never

import polars as pl
import pyreadstat
from pyreadstat.pyclasses import MissingRange

from report.exports.codebook import OWN_WORDS, Codebook, Variable
from report.exports.wide import Cell
from sayso.exports.dataset import ResponseDataset
from sayso.exports.tables.spss_sets import with_sets

TEXT_MOST = 32_767
"""The most bytes that SPSS holds in a text."""
CUT = " [cut here: SPSS holds no more. The JSON lines hold all.]"
LABEL_MOST = 256
"""The most bytes that SPSS holds in the label of a variable."""
VALUE_LABEL_MOST = 120
"""The most bytes that SPSS holds in the label of a value."""
MISSING: Mapping[str, tuple[int, str]] = {
    "skipped": (-1, "Skipped"),
    "prefer not to say": (-2, "Prefer not to say"),
    "not asked": (-3, "Not asked"),
    "not reached": (-4, "Not reached"),
    "withdrawn": (-5, "Withdrawn"),
    "in words only": (-6, "Answered in words only"),
}
_TOGETHER = 5_000
"""Rows held as Python objects at once."""
FAR = -(10**12)
"""Added to the missing values of a number that may be below nought."""
_CODED = frozenset({"choice", "picked", "number"})
_MEASURES = dict.fromkeys(("choice", "picked", "state", "theme", "sorting"), "nominal") | dict.fromkeys(
    ("number", "whole"), "scale"
)


def to_sav(material: ResponseDataset, book: Codebook) -> Iterator[bytes]:
    """Yield every conversation of one flow as a row, with labels and missing values.

    A text longer than SPSS holds is cut, and says so. The library writes files with names alone, so it gets one that
    lies in memory and in no folder: people's words do not belong on a disk that nobody chose.
    """
    with os.fdopen(os.memfd_create("export.sav"), "rb") as file:
        pyreadstat.write_sav(
            _frame(book, material.wide(book)),
            f"/proc/self/fd/{file.fileno()}",
            file_label=shortened(book.title, 64),
            column_labels={variable.name: shortened(variable.label, LABEL_MOST) for variable in book.variables},
            variable_value_labels={one.name: found for one in book.variables if (found := value_labels(book, one))},
            missing_ranges={one.name: [_missing_range(book, one)] for one in book.variables if one.kind in _CODED},
            row_compress=True,
            variable_measure={variable.name: _MEASURES.get(variable.kind, "unknown") for variable in book.variables},
        )
        yield from with_sets(file, book.sets())


def _frame(book: Codebook, rows: Iterable[tuple[Cell, ...]]) -> pl.DataFrame:
    """Return a table as columns, which take a fraction of the memory of its rows."""
    shapes = {variable.name: shape_of(variable) for variable in book.variables}
    source = iter(rows)
    frames = [pl.DataFrame(schema=shapes)]
    while some := tuple(islice(source, _TOGETHER)):
        frames.append(pl.DataFrame(_columns(book, some), schema=shapes))
    return pl.concat(frames)


def value_labels(book: Codebook, variable: Variable) -> dict[int | float, str]:
    """Return what each number of a variable means, missing ones included."""
    told: dict[int | float, str] = {code.number: shortened(code.label, VALUE_LABEL_MOST) for code in variable.codes}
    if variable.kind == "picked":
        told = {1: "Picked", 0: "Not picked"}
    if variable.kind == "theme":
        told = {1: "Speaks of it", 0: "Does not"}
    if variable.kind in _CODED:
        far = _far(book, variable)
        told |= {far + number: label for number, label in MISSING.values()}
    return told


def shape_of(variable: Variable) -> Any:
    """Return the type of the column of a variable in a table of numbers and texts."""
    match variable.kind:
        case "id" | "words":
            return pl.String
        case "time":
            return pl.Datetime("us")
        case "whole" | "choice" | "picked" | "number" | "state" | "theme" | "sorting":
            return pl.Float64
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(variable.kind)


def _columns(book: Codebook, rows: Iterable[tuple[Cell, ...]]) -> dict[str, list[Any]]:
    """Return every variable with its column of numbers and texts."""
    columns: list[list[Any]] = [[] for _ in book.variables]
    place = {variable.question: number for number, variable in enumerate(book.variables) if variable.kind == "state"}
    for row in rows:
        for number, variable in enumerate(book.variables):
            state = row[place[variable.question]] if variable.question else ""
            columns[number].append(_coded(book, variable, row[number], state))
    return {variable.name: column for variable, column in zip(book.variables, columns, strict=True)}


def _coded(book: Codebook, variable: Variable, cell: Cell, state: Cell) -> Any:
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).replace(tzinfo=None)
    if variable.kind in ("id", "words"):
        return _fitting(str(cell or ""))
    if variable.kind in ("state", "sorting"):
        return next((code.number for code in variable.codes if code.value == cell), None)
    if variable.kind not in _CODED:
        return cell
    if cell is not None:
        return _number(book, variable, cell)
    return _absent(book, variable, str(state or "not reached"))


def _number(book: Codebook, variable: Variable, cell: Cell) -> Any:
    if variable.kind == "choice":
        return next((code.number for code in variable.codes if code.value == cell), OWN_WORDS.number)
    low, high = _bounds(book, variable)
    if variable.kind == "number" and isinstance(cell, int | float) and low <= cell <= high:
        return _far(book, variable) + MISSING["in words only"][0]
    return cell


def _absent(book: Codebook, variable: Variable, state: str) -> int:
    """Return the number for no value: why there is none, or that there were words only."""
    if state not in ("answered", "implied"):
        return _far(book, variable) + MISSING[state][0]
    match variable.kind:
        case "choice":
            return OWN_WORDS.number
        case "picked":
            return MISSING["not asked"][0]
        case _:
            return _far(book, variable) + MISSING["in words only"][0]


def _far(book: Codebook, variable: Variable) -> int:
    question = book.questions[variable.question].question
    low = (question.range or (-1, 0))[0]
    return FAR if variable.kind == "number" and low < 0 else 0


def _bounds(book: Codebook, variable: Variable) -> tuple[int, int]:
    numbers = [_far(book, variable) + number for number, _ in MISSING.values()]
    return min(numbers), max(numbers)


def _missing_range(book: Codebook, variable: Variable) -> MissingRange:
    low, high = _bounds(book, variable)
    return MissingRange(lo=low, hi=high)


def _fitting(text: str) -> str:
    """Return a text as SPSS can hold it: without NUL, and cut where it is too long."""
    clean = text.replace("\0", "")
    if len(clean.encode()) <= TEXT_MOST:
        return clean
    return clean.encode()[: TEXT_MOST - len(CUT)].decode(errors="ignore") + CUT


def shortened(text: str, most: int) -> str:
    """Return a label of at most this many bytes."""
    if len(text.encode()) <= most:
        return text
    return text.encode()[: most - 3].decode(errors="ignore") + "…"
