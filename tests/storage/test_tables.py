"""What every table promises: a privacy class on each column, sealed words, pairs that stand together."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, LargeBinary, insert

from storage.db.data_dictionary import FILE, dictionary
from storage.db.engine import Database
from storage.db.errors import RowRefused
from storage.tables import METADATA
from storage.tables.privacy import PRIVACY_MEANINGS

_MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
_SAMPLE = {int: 1, str: "x", bool: True, bytes: b"x"}
TABLES = sorted(METADATA.tables.values(), key=lambda table: table.name)
PAIRS = [
    (table, constraint)
    for table in TABLES
    for constraint in table.constraints
    if isinstance(constraint, CheckConstraint) and "IS NULL) = (" in str(constraint.sqltext)
]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_has_a_privacy_class_and_a_meaning(table):
    unclassed = [column.name for column in table.columns if column.info.get("privacy") not in PRIVACY_MEANINGS]

    assert unclassed == []
    assert all(column.info["meaning"] for column in table.columns)


def test_personal_words_are_always_sealed_bytes():
    words = [c for table in TABLES for c in table.columns if c.info["privacy"] == "personal words"]

    assert words
    assert all(isinstance(column.type, LargeBinary) for column in words)


def test_the_data_dictionary_is_current():
    kept = (Path(__file__).parents[2] / FILE).read_text(encoding="utf-8")

    assert kept == dictionary(), "Run: python -m storage.db.data_dictionary"


@pytest.mark.parametrize(("table", "constraint"), PAIRS, ids=lambda item: getattr(item, "name", ""))
def test_who_and_when_stand_together(sqlite_db: Database, table, constraint):
    first, second = str(constraint.name).split("_with_")

    for alone, absent in ((first, second), (second, first)):
        row = insert(table).values(_filled(table, alone, absent))
        with pytest.raises(RowRefused, match=constraint.name):
            sqlite_db.write_now(lambda tx, row=row: tx.execute(row))


def _filled(table, alone: str, absent: str) -> dict[str, object]:
    """Return a row that is right but for one half of the pair."""
    columns = [c for c in table.columns if c.name != absent and (not c.nullable or c.name == alone)]
    return {c.name: _SAMPLE.get(c.type.python_type, _MOMENT) if c.name != "state" else "open" for c in columns}
