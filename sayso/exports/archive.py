"""Several files of one export together: in a folder or in a zip, always with codebook and data dictionary."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal, assert_never
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from feedback.errors import optional
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

Form = Literal["jsonl", "csv", "xlsx", "parquet", "sav", "qdpx", "qdc"]
FORMS: tuple[Form, ...] = ("jsonl", "csv", "xlsx", "parquet", "sav", "qdpx", "qdc")
CODED_FORMS: frozenset[Form] = frozenset({"qdpx", "qdc"})
"""Those that need the themes and codings."""
BOM = "\ufeff"
_BEGAN = (1980, 1, 1, 0, 0, 0)
"""Every file in a zip has this time, so that the same rows give the same bytes."""

Files = Iterator[tuple[str, str, bytes]]
"""Files of an export: name, what it is, content."""


def bundle(material: ResponseDataset, forms: Sequence[Form], *, role: str, has_words: bool, made_at: datetime) -> Files:
    """Yield the files of these formats, then codebook, data dictionary and a page on top.

    Raises PartMissing where the library for one of the formats was left out.
    """
    told: list[tuple[str, str]] = []
    for form in dict.fromkeys(forms):
        for name, what, content in _MADE[form](material, made_at):
            told.append((name, what))
            yield name, what, content
    for name, what, text in (
        ("codebook.csv", "every variable of the wide tables and what its values mean", codebook_lines(material.books)),
        ("dictionary.csv", "every column", table_lines(DICTIONARY_COLUMNS, dictionary_rows())),
    ):
        told.append((name, what))
        yield name, what, (BOM + "".join(text)).encode()
    flows = tuple(book.flow for book in material.books)
    about = ExportDescription(made_at, role, has_words, flows, len(material.responses), tuple(told))
    yield "README.txt", "this page", read_me(about).encode()


def to_zip(files: Mapping[str, bytes]) -> bytes:
    """Return a zip of these files; the same files give the same bytes."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, _BEGAN)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return file.getvalue()


def _jsonl(material: ResponseDataset, _: datetime) -> Files:
    yield "answers.jsonl", "every answer and comment", "".join(jsonl(material.long())).encode()


def _csv(material: ResponseDataset, _: datetime) -> Files:
    yield "answers.csv", "every answer and comment", (BOM + "".join(csv_lines(material.long()))).encode()
    for book in material.books:
        names = [variable.name for variable in book.variables]
        table = ([_plain(cell) for cell in row] for row in material.wide(book))
        text = BOM + "".join(table_lines(names, table))
        yield f"{book.flow}.csv", f"every conversation of {book.flow}", text.encode()


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
    with optional("A workbook", "exports"):
        from sayso.exports.xlsx import to_xlsx  # noqa: PLC0415 - late, as it is slow to import

    yield "answers.xlsx", "all tables and the codebook", to_xlsx(material, made_at)


def _parquet(material: ResponseDataset, _: datetime) -> Files:
    with optional("Parquet", "exports"):
        from sayso.exports.parquet import answers_parquet, wide_parquet  # noqa: PLC0415 - late, as it is slow to import

    yield "answers.parquet", "every answer and comment", answers_parquet(material)
    for book in material.books:
        yield f"{book.flow}.parquet", f"every conversation of {book.flow}", wide_parquet(material, book)


def _sav(material: ResponseDataset, _: datetime) -> Files:
    with optional("An SPSS file", "exports"):
        from sayso.exports.spss import to_sav  # noqa: PLC0415 - late, as it is slow to import

    for book in material.books:
        yield f"{book.flow}.sav", f"every conversation of {book.flow}", to_sav(material, book)


def _qdpx(material: ResponseDataset, _: datetime) -> Files:
    yield "texts.qdpx", "every text with its codings, for qualitative analysis", to_zip(qdpx_files(material.project))


def _qdc(material: ResponseDataset, _: datetime) -> Files:
    yield "themes.qdc", "the themes, for qualitative analysis", qdc_file(material.project)


_MADE: Mapping[Form, Callable[[ResponseDataset, datetime], Files]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "xlsx": _xlsx,
    "parquet": _parquet,
    "sav": _sav,
    "qdpx": _qdpx,
    "qdc": _qdc,
}
