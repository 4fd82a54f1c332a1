"""The data dictionary: every table and column with its privacy class, written from the tables themselves.

`python -m storage.db.data_dictionary` writes docs/data-dictionary.md.
"""

from pathlib import Path

from sqlalchemy import Column, Table
from sqlmodel import SQLModel

from storage.tables import METADATA
from storage.tables.privacy import PRIVACY_MEANINGS

FILE = Path("docs/data-dictionary.md")

_HEAD = """# Data dictionary

Every table and column that sayso keeps, and what may be seen of each. This file is written by
`python -m storage.db.data_dictionary` from `storage/tables/`; a test fails when it is out of date.

| privacy class | what may be seen |
|---|---|
"""


def dictionary() -> str:
    """Return the whole dictionary as Markdown."""
    classes = "".join(f"| {name} | {meaning} |\n" for name, meaning in PRIVACY_MEANINGS.items())
    return _HEAD + classes + "".join(_table(table) for table in sorted(METADATA.tables.values(), key=lambda t: t.name))


def _table(table: Table) -> str:
    head = f"\n## {table.name}\n\n{_about(table)}\n\n| column | holds | privacy |\n|---|---|---|\n"
    return head + "".join(_row(column) for column in table.columns)


def _row(column: Column[object]) -> str:
    return f"| `{column.name}` | {column.info['meaning']} | {column.info['privacy']} |\n"


def _about(table: Table) -> str:
    model = next(one for one in SQLModel.__subclasses__() if vars(one).get("__table__") is table)
    return str(model.__doc__).strip()


if __name__ == "__main__":
    FILE.write_text(dictionary(), encoding="utf-8")
