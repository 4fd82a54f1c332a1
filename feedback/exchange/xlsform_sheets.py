"""Sheets of an XLSForm as people really write them, in the spelling that the rest of the import reads.

Older forms, and those of other programs, have `label:English` with one colon, `select one from LIST`, `caption` for
`label`. What each may be called is as pyxform has it (its module `aliases`); so is the rule for colons: where a sheet
has no column with two, one does the same.
"""

import re
from collections.abc import Iterable, Mapping

from feedback.exchange.xlsform_export import Sheets

Row = Mapping[str, str]

_COLUMNS: Mapping[str, str] = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "relevance": "relevant",
    "constraint message": "constraint_message",
    "constraining message": "constraint_message",
    "list name": "list_name",
    "form title": "form_title",
    "form id": "form_id",
    "default language": "default_language",
}
_ONE, _MANY = "select_one ", "select_multiple "
_SELECTS: tuple[tuple[str, str], ...] = (
    ("add select one prompt using ", _ONE),
    ("add select multiple prompt using ", _MANY),
    ("select all that apply from ", _MANY),
    ("select all that apply ", _MANY),
    ("select multiple from ", _MANY),
    ("select multiple ", _MANY),
    ("select one from ", _ONE),
    ("select one ", _ONE),
    ("select1 ", _ONE),
)
"""Longer ones first: the end of one is the beginning of another."""
_OTHER = re.compile(r"\s+(?:or specify other|or_other)$", re.IGNORECASE)


def tidied(sheets: Sheets) -> Sheets:
    """Return the sheets with columns and types in the usual spelling, and without empty rows."""
    return {name: [_typed(row) for row in _renamed(rows)] for name, rows in sheets.items()}


def _renamed(rows: Iterable[Row]) -> list[Row]:
    filled = [row for row in rows if any(cell.strip() for cell in row.values())]
    has_two = any("::" in column for row in filled for column in row)
    return [{_column(column, has_two=has_two): cell for column, cell in row.items()} for row in filled]


def _column(column: str, *, has_two: bool) -> str:
    """Return a column in the usual spelling; what stands behind its colons, a language, is kept as it is."""
    first, colon, language = column.partition("::" if has_two else ":")
    if first.strip().lower() in ("jr", "bind", "body", "media", "instance", "control"):
        return column
    plain = " ".join(first.lower().split())
    plain = _COLUMNS.get(plain, plain)
    return f"{plain}::{language.strip()}" if colon else plain


def _typed(row: Row) -> Row:
    """Return a row with its type in the usual spelling."""
    if "type" not in row:
        return row
    kind = _OTHER.sub(" or_other", " ".join(row["type"].split()))
    for old, new in _SELECTS:
        if kind.lower().startswith(old):
            return {**row, "type": f"{new}{kind[len(old) :]}"}
    return {**row, "type": kind}
