"""Parquet files with typed columns; the codebook stands in each file's own metadata, under `sayso.codebook`."""

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from feedback.types.question_type import QuestionType
from feedback.types.registry import type_of
from report.exports.codebook import CODEBOOK_COLUMNS, Codebook, Kind, codebook_rows
from report.exports.long import Row
from report.exports.wide import Cell
from sayso.exports.dataset import Material

_TOGETHER = 5_000
"""Rows written at once: bounds the memory that they take."""
_TIME = pa.timestamp("us", tz="UTC")
_ANSWERS: Mapping[str, pa.DataType] = {
    "person": pa.string(),
    "conversation": pa.string(),
    "flow": pa.string(),
    "version": pa.int32(),
    "channel": pa.string(),
    "question": pa.string(),
    "state": pa.string(),
    "value": pa.string(),
    "choices": pa.list_(pa.string()),
    "number": pa.float64(),
    "text": pa.string(),
    "at": _TIME,
    "revision": pa.int32(),
    "language": pa.string(),
}
_WIDE: Mapping[Kind, pa.DataType] = {
    "id": pa.string(),
    "whole": pa.int32(),
    "time": _TIME,
    "choice": pa.string(),
    "picked": pa.bool_(),
    "number": pa.float64(),
    "words": pa.string(),
    "state": pa.string(),
}


def answers_parquet(material: Material) -> bytes:
    """Return every answer and comment as a row.

    `value` is text as in CSV; beside it stand `choices` (what was picked, as a list) and `number`.
    """
    types = {
        book.flow: {name: type_of(one.question) for name, one in book.questions.items()} for book in material.books
    }
    rows = (_answer(row, types[row.flow].get(row.question or "")) for row in material.long())
    return _written(pa.schema(list(_ANSWERS.items())), rows, material.books)


def wide_parquet(material: Material, book: Codebook) -> bytes:
    """Return every conversation of a flow as a row."""
    schema = pa.schema([(variable.name, _WIDE[variable.kind]) for variable in book.variables])
    rows = (
        {variable.name: _typed(variable.kind, cell) for variable, cell in zip(book.variables, row, strict=True)}
        for row in material.wide(book)
    )
    return _written(schema, rows, (book,))


def _typed(kind: Kind, cell: Cell) -> Cell:
    return bool(cell) if kind == "picked" and cell is not None else cell


def _answer(row: Row, kind: QuestionType | None) -> dict[str, Any]:
    value = row.value
    picked = value if isinstance(value, list) else [value] if kind and kind.variable == "choice" and value else None
    return {
        **vars(row),
        "value": " ".join(value) if isinstance(value, list) else None if value is None else str(value),
        "choices": picked,
        "number": value if isinstance(value, int | float) else None,
        "at": datetime.fromisoformat(row.at) if row.at else None,
    }


def _written(schema: pa.Schema, rows: Iterable[Mapping[str, Any]], books: Iterable[Codebook]) -> bytes:
    table = [dict(zip(CODEBOOK_COLUMNS, row, strict=True)) for row in codebook_rows(books)]
    told = schema.with_metadata({"sayso.codebook": json.dumps(table, ensure_ascii=False)})
    file = io.BytesIO()
    with pq.ParquetWriter(file, told, compression="zstd") as writer:
        for some in _batches(rows):
            writer.write_table(pa.Table.from_pylist(some, schema=told))
    return file.getvalue()


def _batches(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    source = iter(rows)
    while some := list(islice(source, _TOGETHER)):
        yield some
