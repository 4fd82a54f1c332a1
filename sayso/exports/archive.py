"""Several files of one export together: in a folder or in a zip, always with codebook and data dictionary."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Literal, assert_never, get_args

from feedback.errors import optional
from report.exports.codebook_csv import codes_csv
from report.exports.long import csv_lines, jsonl
from report.exports.qdpx_write import qdc_file, qdpx_files
from report.exports.readme import (
    DICTIONARY_COLUMNS,
    ExportDescription,
    codebook_lines,
    dictionary_rows,
    read_me,
    table_lines,
)
from report.exports.wide import Cell
from sayso.exports.dataset import ResponseDataset
from sayso.exports.tables.xlsx import to_xlsx
from sayso.exports.zipped import Chunks, encoded, zipped

Form = Literal["jsonl", "csv", "xlsx", "parquet", "sav", "dta", "qdpx", "qdc", "themes"]
FORMS: tuple[Form, ...] = get_args(Form)
CODED_FORMS: frozenset[Form] = frozenset({"qdpx", "qdc", "themes"})
"""Those that need the themes and codings."""
BOM = "\ufeff"

Files = Iterator[tuple[str, str, Chunks]]
"""Files of an export: name, what it is, content piece by piece, made while it is taken."""


def bundle(material: ResponseDataset, forms: Sequence[Form], *, role: str, has_words: bool, made_at: datetime) -> Files:
    """Yield the files of these formats, then codebook, data dictionary and a page on top.

    Nothing of a file is held but what was made of it last. Raises PartMissing where the library for one of the formats
    was left out.
    """
    told: list[tuple[str, str]] = []
    for form in dict.fromkeys(forms):
        for name, what, content in _MADE[form](material, made_at):
            told.append((name, what))
            yield name, what, content
    for name, what, text in (
        (
            "codebook.csv",
            "every variable of the wide tables and what its values mean",
            codebook_lines(material.books, material.separator),
        ),
        ("dictionary.csv", "every column", table_lines(DICTIONARY_COLUMNS, dictionary_rows(), material.separator)),
    ):
        told.append((name, what))
        yield name, what, encoded(chain([BOM], text))
    flows = tuple(book.flow for book in material.books)
    about = ExportDescription(made_at, role, has_words, flows, material.count, tuple(told))
    yield "README.txt", "this page", (read_me(about).encode(),)


def _jsonl(material: ResponseDataset, _: datetime) -> Files:
    yield "answers.jsonl", "every answer and comment", encoded(jsonl(material.long()))


def _csv(material: ResponseDataset, _: datetime) -> Files:
    yield (
        "answers.csv",
        "every answer and comment",
        encoded(chain([BOM], csv_lines(material.long(), material.separator))),
    )
    for book in material.books:
        names = [variable.name for variable in book.variables]
        table = ([_plain(cell) for cell in row] for row in material.wide(book))
        yield (
            f"{book.flow}.csv",
            f"every conversation of {book.flow}",
            encoded(chain([BOM], table_lines(names, table, material.separator))),
        )


def _plain(cell: Cell) -> str | int | float:
    match cell:
        case None:
            return ""
        case datetime():
            return cell.isoformat()
        case str() | int() | float():
            return cell
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(cell)


def _xlsx(material: ResponseDataset, made_at: datetime) -> Files:
    yield "answers.xlsx", "all tables and the codebook", to_xlsx(material, made_at)


def _parquet(material: ResponseDataset, _: datetime) -> Files:
    with optional("Parquet", "exports"):
        from sayso.exports.tables.parquet import answers_parquet, wide_parquet  # noqa: PLC0415 - late, as it is slow to import

    yield "answers.parquet", "every answer and comment", (answers_parquet(material),)
    for book in material.books:
        yield f"{book.flow}.parquet", f"every conversation of {book.flow}", (wide_parquet(material, book),)


def _sav(material: ResponseDataset, _: datetime) -> Files:
    with optional("An SPSS file", "exports"):
        from sayso.exports.tables.spss import to_sav  # noqa: PLC0415 - late, as it is slow to import

    for book in material.books:
        yield f"{book.flow}.sav", f"every conversation of {book.flow}", to_sav(material, book)


def _dta(material: ResponseDataset, _: datetime) -> Files:
    with optional("A Stata file", "exports"):
        from sayso.exports.tables.stata import to_dta  # noqa: PLC0415 - late, as it is slow to import

    for book in material.books:
        yield f"{book.flow}.dta", f"every conversation of {book.flow}", to_dta(material, book)


def _qdpx(material: ResponseDataset, _: datetime) -> Files:
    files = ((name, encoded(text)) for name, text in qdpx_files(material.project, material.sources))
    yield "texts.qdpx", "every text with its codings, for qualitative analysis", zipped(files)


def _qdc(material: ResponseDataset, _: datetime) -> Files:
    yield "themes.qdc", "the themes, for qualitative analysis", (qdc_file(material.project),)


def _themes(material: ResponseDataset, _: datetime) -> Files:
    yield "themes.csv", "the themes, for Taguette or a spreadsheet", encoded(codes_csv(material.project.codes))


_MADE: Mapping[Form, Callable[[ResponseDataset, datetime], Files]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "xlsx": _xlsx,
    "parquet": _parquet,
    "sav": _sav,
    "dta": _dta,
    "qdpx": _qdpx,
    "qdc": _qdc,
    "themes": _themes,
}
