"""A report as text: JSON for programs, Markdown for people."""

import json
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any, assert_never

from report.formats.blocks import Block, Chart, Document, Heading, Points, Quoted, Table, Text


def to_json(report: Any) -> str:
    """Return a report (any dataclass of ours) as indented JSON in the order of its fields; hidden numbers are null."""
    if not is_dataclass(report) or isinstance(report, type):
        raise TypeError(f"A {type(report).__name__} is no report.")
    return json.dumps(asdict(report), ensure_ascii=False, indent=2, default=_plain) + "\n"


def to_markdown(document: Document) -> str:
    """Return a document as Markdown. Charts are left to the formats that can draw; their tables are here."""
    blocks = (line for block in document.blocks for line in _block(block))
    return "\n".join((f"# {document.title}", "", *blocks)).rstrip("\n") + "\n"


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"A report holds no {type(value).__name__}.")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words):
            yield f"{'#' * level} {words}"
        case Text(words):
            yield words
        case Points(items):
            yield from (f"- {item}" for item in items)
        case Table():
            yield from _table(block)
        case Chart():
            return
        case Quoted(words, who):
            yield from (f"> {line}" for line in words.splitlines())
            yield from (">", f"> {who}") if who else ()
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(block)
    yield ""


def _table(table: Table) -> Iterator[str]:
    """Yield a table: numbers, which all columns but the first hold, stand to the right."""
    yield _row(table.heads)
    yield "|---|" + "---:|" * (len(table.heads) - 1)
    yield from map(_row, table.rows)


def _row(cells: tuple[str, ...]) -> str:
    told = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(told)} |"
