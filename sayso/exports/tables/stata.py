"""Stata files: numbers with labels, and the wording of each question as the label of its variable.

A missing value says nothing here: why there is none stands in the variable `QUESTION_state` beside it. Texts may be as
long as they are.
"""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import count, islice
from typing import Any

import polars as pl
import pyreadstat

from report.exports.codebook import OWN_WORDS, Codebook, Variable
from report.exports.wide import Cell
from sayso.exports.dataset import ResponseDataset
from sayso.exports.tables.spss import shape_of, shortened

NAME_MOST = 32
"""The most characters that Stata takes as the name of a variable."""
LABEL_MOST = 80
"""The most characters of a label, here counted as bytes so that older versions can read it."""
_TOGETHER = 5_000
"""Rows held as Python objects at once."""
_AT_ONCE = 1 << 20
"""Bytes of a file handed on at once."""
_NOT_IN_NAMES = re.compile("[^A-Za-z0-9_]")
_TAKEN = frozenset(
    {"_all", "_b", "byte", "_coef", "_cons", "double", "float", "if", "in", "int", "long", "_n", "_pi", "_pred"}
    | {"_rc", "_skip", "str", "strl", "using", "with"}
)
"""Words of Stata that no variable may be called."""


def to_dta(material: ResponseDataset, book: Codebook) -> Iterator[bytes]:
    """Yield every conversation of one flow as a row. It lies in memory while it is written, and in no folder."""
    names = stata_names(book)
    labels: dict[str, str | None] = {names[one.name]: shortened(_label(one), LABEL_MOST) for one in book.variables}
    with os.fdopen(os.memfd_create("export.dta"), "rb") as file:
        pyreadstat.write_dta(
            _frame(book, names, material.wide(book)),
            f"/proc/self/fd/{file.fileno()}",
            file_label=shortened(book.title, LABEL_MOST),
            column_labels=labels,
            variable_value_labels={names[one.name]: found for one in book.variables if (found := _values(one))},
            version=15,
        )
        while some := file.read(_AT_ONCE):
            yield some


def stata_names(book: Codebook) -> dict[str, str]:
    """Return the name of each variable in Stata, which takes letters, figures and _ and no dots."""
    found: dict[str, str] = {}
    taken = set(_TAKEN)
    for variable in book.variables:
        plain = _NOT_IN_NAMES.sub("_", variable.name)
        wanted = plain if plain[:1].isalpha() or plain.startswith("_") else f"_{plain}"
        tails = ("" if number == 1 else f"_{number}" for number in count(1))
        name = next(one for tail in tails if (one := wanted[: NAME_MOST - len(tail)] + tail).lower() not in taken)
        taken.add(name.lower())
        found[variable.name] = name
    return found


def _label(variable: Variable) -> str:
    """Return the wording of the question where it fits, else the label in fewer words."""
    fits = len(variable.label.encode()) <= LABEL_MOST
    return variable.label if fits else variable.short or variable.label


def _values(variable: Variable) -> dict[int | float, str]:
    match variable.kind:
        case "picked":
            return {1: "Picked", 0: "Not picked"}
        case "theme":
            return {1: "Speaks of it", 0: "Does not"}
        case _:
            return {code.number: code.label for code in variable.codes}


def _frame(book: Codebook, names: dict[str, str], rows: Iterable[tuple[Cell, ...]]) -> pl.DataFrame:
    shapes = {names[variable.name]: shape_of(variable) for variable in book.variables}
    source = iter(rows)
    frames = [pl.DataFrame(schema=shapes)]
    while some := tuple(islice(source, _TOGETHER)):
        told = [[_cell(*of) for of in zip(book.variables, row, _states(book, row), strict=True)] for row in some]
        frames.append(pl.DataFrame(told, schema=shapes, orient="row"))
    return pl.concat(frames)


def _states(book: Codebook, row: tuple[Cell, ...]) -> Iterator[Cell]:
    """Yield for each variable what became of its question."""
    by_question = {one.question: cell for one, cell in zip(book.variables, row, strict=True) if one.kind == "state"}
    return (by_question.get(variable.question) for variable in book.variables)


def _cell(variable: Variable, cell: Cell, state: Cell) -> Any:
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).replace(tzinfo=None)
    match variable.kind:
        case "id" | "words":
            return str(cell or "").replace("\0", "")
        case "choice" if cell is None:
            return OWN_WORDS.number if state in ("answered", "implied") else None
        case "choice" | "state" | "sorting":
            return next((code.number for code in variable.codes if code.value == cell), None)
        case _:
            return cell
