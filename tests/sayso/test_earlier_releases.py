"""A database that an earlier release left is brought up to date by the next start, and reads as before.

It is made by running the migrations up to that release and no further, and filled by plain SQL with what its columns can hold.
"""

import pytest
from sqlalchemy import Connection, MetaData, Table, text

from storage.db import migrations_runner
from storage.db.engine import Database
from tests.samples import every
from tests.sayso.conftest import House

RELEASES = ("0010", "0015", "0020")
"""The gate takes the oldest, whose way is the longest; nightly takes all."""

pytestmark = pytest.mark.slow


def said_by_three(house: House) -> None:
    """One has said all, one is in the middle, one is forgotten again; and there is one member of staff."""
    house.finishes("yes", "It is white", person=7)
    house.hears("/start", "yes", "no", person=8)
    house.finishes("no", "It is not", person=9)
    assert house.run("forget", "telegram:9", "--yes").code == 0
    assert house.run("staff", "add", "Ada", "--role", "reviewer").code == 0


def filled_as_of(release: str, url: str, house: House) -> None:
    """Make a database of a release, and fill each of its tables with the rows that the house has in the same columns."""
    with house.store() as now:
        older = Database(url)
        older.open()
        migrations_runner.upgrade(older, to=release)
        tables = MetaData()
        older.read_now(tables.reflect)
        with now.database.reading() as held:
            older.write_now(
                lambda tx: [
                    _copied(held, tx, table) for table in tables.sorted_tables if table.name != "alembic_version"
                ]
            )
        older.close()


def _copied(held: Connection, tx: Connection, table: Table) -> None:
    names = [column.name for column in table.columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    rows = held.execute(text(f'SELECT {quoted} FROM "{table.name}"')).all()  # noqa: S608 - names of our own
    holes = ", ".join(f":v{number}" for number in range(len(names)))
    # What the last migration filled in itself goes first.
    tx.execute(text(f'DELETE FROM "{table.name}"'))  # noqa: S608 - as above
    for row in rows:
        values = {f"v{number}": value for number, value in enumerate(row)}
        tx.execute(text(f'INSERT INTO "{table.name}" ({quoted}) VALUES ({holes})'), values)  # noqa: S608 - as above
    if tx.dialect.name == "postgresql" and "id" in names and rows and isinstance(rows[0][names.index("id")], int):
        count = f"SELECT setval(pg_get_serial_sequence('\"{table.name}\"', 'id'), max(id)) FROM \"{table.name}\""  # noqa: S608
        tx.execute(text(count))


def read_of(house: House) -> tuple[str, ...]:
    """What people, researchers and staff can read."""
    commands = (("mydata", "telegram:7"), ("mydata", "telegram:8"), ("export",), ("staff", "list"))
    return tuple(house.run(*command).out for command in commands)


def is_right(older: House, before: tuple[str, ...], release: str) -> None:
    """Look at a database that was brought up to date by the first command: all is there, and all goes on."""
    assert read_of(older) == before
    assert "It is white" in before[0]
    assert "Ada" in before[-1]
    assert "It is not" not in "".join(before)
    assert older.run("mydata", "telegram:9").code == 1
    with older.store() as opened:
        assert migrations_runner.revision(opened.database) == migrations_runner.newest()
    assert len(tuple(older.data.glob(f"before-{release}.*"))) == 1
    older.hears("It is sweet", "Done", "yes", person=8)
    assert "It is sweet" in older.run("export").out


def test_each_earlier_release_is_brought_up_to_date_and_reads_as_before(house_on_both: House, request, tmp_path):
    said_by_three(house_on_both)
    before = read_of(house_on_both)
    is_server = house_on_both.environ["SAYSO_DATABASE_URL"].startswith("postgresql")

    for release in every(RELEASES, step=len(RELEASES)):
        url = request.getfixturevalue("postgresql").fresh() if is_server else f"sqlite:///{tmp_path / release}.db"
        older = house_on_both.moved(tmp_path / release, SAYSO_DATABASE_URL=url)
        older.data.mkdir(mode=0o700)
        filled_as_of(release, url, house_on_both)
        is_right(older, before, release)
