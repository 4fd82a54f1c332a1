"""Parquet files with typed columns; the codebook stands in each file's own metadata, under `sayso.codebook`."""

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

import polars as pl
from polars.datatypes import DataType, DataTypeClass

from feedback.types.question_type import QuestionType
from feedback.types.registry import type_of
from report.exports.codebook import CODEBOOK_COLUMNS, Codebook, Kind, codebook_rows
from report.exports.long import LongRow
from report.exports.wide import Cell
from sayso.exports.dataset import ResponseDataset

_TOGETHER = 5_000
"""Rows held as Python objects at once: as columns they take a fraction of that memory."""
_Shape = DataType | DataTypeClass
_TIME = pl.Datetime("us", "UTC")
_ANSWERS: Mapping[str, _Shape] = {
    "person": pl.String,
    "conversation": pl.String,
    "flow": pl.String,
    "version": pl.Int32,
    "channel": pl.String,
    "question": pl.String,
    "state": pl.String,
    "value": pl.String,
    "choices": pl.List(pl.String),
    "number": pl.Float64,
    "text": pl.String,
    "at": _TIME,
    "revision": pl.Int32,
    "language": pl.String,
}
_WIDE: Mapping[Kind, _Shape] = {
    "id": pl.String,
    "whole": pl.Int32,
    "time": _TIME,
    "choice": pl.String,
    "picked": pl.Boolean,
    "number": pl.Float64,
    "words": pl.String,
    "state": pl.String,
    "theme": pl.Boolean,
    "sorting": pl.String,
}


def answers_parquet(material: ResponseDataset) -> bytes:
    """Return every answer and comment as a row.

    `value` is text as in CSV; beside it stand `choices` (what was picked, as a list) and `number`.
    """
    types = {
        book.flow: {name: type_of(one.question) for name, one in book.questions.items()} for book in material.books
    }
    rows = (_answer(row, types[row.flow].get(row.question or "")) for row in material.long())
    return _written(_ANSWERS, rows, material.books)


def wide_parquet(material: ResponseDataset, book: Codebook) -> bytes:
    """Return every conversation of a flow as a row."""
    schema = {variable.name: _WIDE[variable.kind] for variable in book.variables}
    rows = (
        {variable.name: _typed(variable.kind, cell) for variable, cell in zip(book.variables, row, strict=True)}
        for row in material.wide(book)
    )
    return _written(schema, rows, (book,))


def _typed(kind: Kind, cell: Cell) -> Cell:
    return bool(cell) if kind in ("picked", "theme") and cell is not None else cell


def _answer(row: LongRow, kind: QuestionType | None) -> dict[str, Any]:
    value = row.value
    picked = value if isinstance(value, list) else [value] if kind and kind.variable == "choice" and value else None
    return {
        **vars(row),
        "value": " ".join(value) if isinstance(value, list) else None if value is None else str(value),
        "choices": picked,
        "number": value if isinstance(value, int | float) else None,
        "at": datetime.fromisoformat(row.at) if row.at else None,
    }


def _written(schema: Mapping[str, _Shape], rows: Iterable[Mapping[str, Any]], books: Iterable[Codebook]) -> bytes:
    table = [dict(zip(CODEBOOK_COLUMNS, row, strict=True)) for row in codebook_rows(books)]
    frames = [pl.DataFrame(some, schema=schema, orient="row") for some in _batches(schema, rows)]
    file = io.BytesIO()
    pl.concat([pl.DataFrame(schema=schema), *frames]).write_parquet(
        file, compression="zstd", metadata={"sayso.codebook": json.dumps(table, ensure_ascii=False)}
    )
    return file.getvalue()


def _batches(schema: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[list[tuple[Any, ...]]]:
    names = tuple(schema)
    source = (tuple(row[name] for name in names) for row in rows)
    while some := list(islice(source, _TOGETHER)):
        yield some
