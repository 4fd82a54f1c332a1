"""Statements that are compiled once give what SQLAlchemy's own way gives, on either database."""

import pytest
from sqlalchemy import bindparam, insert, select

from storage.db.compiled_statements import PreparedStatement
from storage.db.engine import Database
from storage.tables import themes
from tests.storage.conftest import NOW

NAMES = [f"theme {number}" for number in range(7)]
_add = PreparedStatement(insert(themes))
_among = select(themes.c.id, themes.c.created_at).where(
    themes.c.name.in_(bindparam("names", expanding=True)),
    themes.c.id.not_in(("none", "nobody")),
    themes.c.created_at <= bindparam("until"),
)
_found = PreparedStatement(_among.order_by(themes.c.id))


@pytest.fixture
def filled(db: Database) -> Database:
    for number, name in enumerate(NAMES):
        row = {"id": str(number), "name": name, "created_at": NOW}
        db.write_now(lambda tx, row=row: _add.change(tx, row))
    return db


@pytest.mark.parametrize("names", [[], NAMES[:1], NAMES[:2], NAMES[:5], NAMES[:6], [*NAMES, *map(str, range(1500))]])
def test_a_list_of_any_length_finds_what_it_names(filled: Database, names: list[str]):
    given = {"names": names, "until": NOW}
    rows = filled.read_now(lambda tx: _found.rows(tx, given))
    assert [(row.id, row.created_at) for row in rows] == [
        (str(number), NOW) for number, name in enumerate(NAMES) if name in names
    ]


def test_a_list_that_is_lengthened_is_the_same_statement(filled: Database):
    def lengths(tx):
        for length in range(1, 6):
            assert len(_found.rows(tx, {"names": NAMES[:length], "until": NOW})) == length

    filled.read_now(lengths)


def test_what_nobody_gave_is_stored_as_the_column_says(filled: Database):
    stored = filled.read_now(lambda tx: tx.execute(select(themes.c.definition, themes.c.merged_into)).all())
    assert {tuple(row) for row in stored} == {("", None)}
