"""A report as text: JSON for programs, Markdown for people."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any, assert_never

from report.formats.blocks import Block, Chart, Document, Heading, Points, Quoted, SmallPrint, Table, Text
from report.formats.plain_words import plain

_ACTIVE = re.compile(r"[\\`*<|~$]|\](?=[(\[:])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<=www)\.|:(?=//)|(?<=\S)@")
"""What means something anywhere in a line of Markdown (CommonMark 0.31, and the tables and links of GitHub's)."""
_OPENING = re.compile(r"(?:[#+=>:-]|\[(?=[ xX]\])|\d{1,9}(?=([.)])))")
"""What means something where a line begins: a number only before a full stop or a bracket."""


def to_json(report: Any) -> str:
    """Return a report (any dataclass of ours) as indented JSON in the order of its fields; hidden numbers are null."""
    if not is_dataclass(report) or isinstance(report, type):
        raise TypeError(f"A {type(report).__name__} is no report.")
    return json.dumps(_cleaned(asdict(report)), ensure_ascii=False, indent=2, default=_plain) + "\n"


def to_markdown(document: Document) -> str:
    """Return a document as Markdown. Charts are left to the formats that can draw; their tables are here."""
    blocks = (line for block in document.blocks for line in _block(block))
    return "\n".join((f"# {_line(document.title)}", "", *_cover(document), *blocks)).rstrip("\n") + "\n"


def _cover(document: Document) -> Iterator[str]:
    """Yield what stands on the cover, as a list below the title."""
    if document.cover is None:
        return
    who = (("By", document.cover.organisation),) if document.cover.organisation else ()
    facts = [f"- {_line(f'{name}: {fact}')}" for name, fact in (*who, *document.cover.facts)]
    yield from (*facts, "") if facts else ()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"A report holds no {type(value).__name__}.")


def _cleaned(value: Any) -> Any:
    """Return a value of plain types with its words as every format can hold them."""
    match value:
        case str():
            return plain(value)
        case dict():
            return {name: _cleaned(one) for name, one in value.items()}
        case list() | tuple():
            return [_cleaned(one) for one in value]
        case _:
            return value


def _inline(words: str) -> str:
    """Return words as one line in whose middle nothing is a command of Markdown."""
    return _ACTIVE.sub(lambda sign: f"\\{sign[0]}", " ".join(words.split()))


def _line(words: str) -> str:
    """Return words as one line in which nothing is a command of Markdown, its beginning included."""
    told = _inline(words)
    opening = _OPENING.match(told)
    if opening is None:
        return told
    at = opening.end() if opening[0][0].isdigit() else 0
    return f"{told[:at]}\\{told[at:]}"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, words):
            yield f"{'#' * level} {_line(words)}"
        case Text(words):
            yield _line(words)
        case Points(items):
            yield from (f"- {_line(item)}" for item in items)
        case Table():
            yield from _table(block)
        case Chart():
            return
        case Quoted(words, who):
            yield from (f"> {_line(line)}".rstrip() for line in words.splitlines())
            yield from (">", f"> {_line(who)}") if who else ()
        case SmallPrint(words):
            yield f"*{_line(words)}*"
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(block)
    yield ""


def _table(table: Table) -> Iterator[str]:
    """Yield a table: numbers, which all columns but the first hold, stand to the right."""
    yield _row(table.heads)
    yield "|---|" + "---:|" * (len(table.heads) - 1)
    yield from map(_row, table.rows)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(map(_inline, cells))} |"
