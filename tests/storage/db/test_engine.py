"""The database keeps what it said it kept, whatever else fails."""

import asyncio
import threading
from datetime import UTC, datetime

import pytest
import sqlcipher3.dbapi2 as sqlite_driver

from storage.db import counters
from storage.db.engine import Database
from storage.db.errors import AlreadyRunning, DiskFull, Locked, Unreachable
from storage.db.instance_lock import guard_for
from storage.db.write_queue import after_commit
from storage.messages import inbox

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def count(tx, name="things", many=1):
    counters.add(tx, name=name, day=NOW.date(), count=many)


def counted(db, name="things"):
    return db.read_now(lambda tx: counters.total(tx, name=name))


async def test_a_failing_job_undoes_only_itself(db: Database):
    def fails(tx):
        count(tx)
        raise ValueError("on purpose")

    jobs = [db.write(fails if number % 10 == 3 else count) for number in range(50)]
    outcomes = await asyncio.gather(*jobs, return_exceptions=True)

    assert sum(isinstance(outcome, ValueError) for outcome in outcomes) == 5
    assert counted(db) == 45


async def test_a_failing_commit_fails_everyone_who_waited(sqlite_db: Database):
    def breaks_a_rule_that_is_checked_at_commit(tx):
        tx.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        tx.exec_driver_sql("INSERT INTO link (contact_id, person_id, created_at) VALUES ('x', 'y', '2026-01-01')")

    begun, hold = threading.Event(), threading.Event()

    def keeps_the_writer_busy(_):
        begun.set()
        hold.wait(5)

    held = asyncio.gather(sqlite_db.write(keeps_the_writer_busy))
    await asyncio.to_thread(begun.wait, 5)
    together = asyncio.gather(
        sqlite_db.write(count),
        sqlite_db.write(breaks_a_rule_that_is_checked_at_commit),
        sqlite_db.write(count),
        return_exceptions=True,
    )
    await asyncio.sleep(0)
    hold.set()
    await held
    outcomes = await together

    assert all(isinstance(outcome, Exception) for outcome in outcomes)
    assert counted(sqlite_db) == 0


def test_what_is_to_follow_a_commit_does_not_follow_a_failure(db: Database):
    done = []

    def fails(tx):
        after_commit(tx, lambda: done.append("failed"))
        raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        db.write_now(fails)
    db.write_now(lambda tx: after_commit(tx, lambda: done.append("committed")))

    assert done == ["committed"]


def test_readers_cannot_write(db: Database):
    with pytest.raises(Exception, match=r"may not be written|ReadOnly"):
        db.read_now(count)


def test_a_reader_sees_one_moment(db: Database):
    def reads_twice(tx):
        before = counters.total(tx, name="things")
        db.write_now(count)
        return before, counters.total(tx, name="things")

    assert db.read_now(reads_twice) == (0, 0)
    assert counted(db) == 1


def test_a_full_disk_loses_nothing_that_was_confirmed(sqlite_db: Database, vault):
    def accept(number):
        raw = inbox.RawMessage("telegram", str(number), "7001", "x" * 2000, NOW)
        return sqlite_db.write_now(lambda tx: inbox.accept(tx, vault, raw))

    pages = sqlite_db.outside(lambda driver: driver.execute("PRAGMA page_count").fetchone()[0])
    sqlite_db.outside(lambda driver: driver.execute(f"PRAGMA max_page_count = {pages + 20}").fetchone()[0])
    confirmed = []

    def accept_until_full():
        confirmed.extend(accept(number) for number in range(1000))

    with pytest.raises(DiskFull, match="The disk is full"):
        accept_until_full()
    sqlite_db.outside(lambda driver: driver.execute("PRAGMA max_page_count = 100000").fetchone()[0])
    confirmed.append(accept("after making room"))

    found = sqlite_db.read_now(inbox.conservation)
    assert len(confirmed) > 5
    assert (found.received, found.pending, found.is_balanced) == (len(confirmed), len(confirmed), True)


def test_a_second_program_may_write_beside_the_first(sqlite_db: Database, sqlite_url: str):
    other = Database(sqlite_url)
    other.open()

    for _ in range(20):
        sqlite_db.write_now(count)
        other.write_now(count)
    other.close()

    assert counted(sqlite_db) == 40


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("sqlite:////nowhere/at/all/sayso.db", "Cannot open the database file"),
        ("sqlite://", "names no file"),
        ("mysql://x", "neither"),
        ("what", "not a database address"),
        ("postgresql://sayso@127.0.0.1:1/none", "Cannot reach the database server"),
    ],
)
def test_a_database_that_is_not_there_gives_one_clear_line(url, says):
    with pytest.raises(Unreachable, match=says) as caught:
        Database(url).open()

    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_gives_one_clear_line(tmp_path):
    (tmp_path / "sayso.db").write_bytes(b"this is a letter, not a database" * 100)

    with pytest.raises(Unreachable, match="Cannot open the database file"):
        Database(f"sqlite:///{tmp_path / 'sayso.db'}").open()


def test_a_locked_file_is_waited_for_and_then_said(sqlite_url: str, tmp_path):
    holder = sqlite_driver.connect(str(tmp_path / "sayso.db"), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    database = Database(sqlite_url, patience=0.1)
    database.open()

    with pytest.raises(Locked, match="locked by another program"):
        database.write_now(count)
    holder.execute("ROLLBACK")
    holder.close()
    database.write_now(count)

    assert counted(database) == 1
    database.close()


@pytest.mark.slow
def test_a_server_that_restarts_is_found_again(own_postgresql):
    database = Database(own_postgresql.url())
    database.open()
    database.write_now(lambda tx: tx.exec_driver_sql("CREATE TABLE kept (id int)"))

    own_postgresql.stop()
    with pytest.raises(Unreachable, match="Cannot reach the database server"):
        database.write_now(lambda tx: tx.exec_driver_sql("INSERT INTO kept VALUES (1)"))
    own_postgresql.start()
    database.write_now(lambda tx: tx.exec_driver_sql("INSERT INTO kept VALUES (2)"))

    assert database.read_now(lambda tx: tx.exec_driver_sql("SELECT id FROM kept").scalars().all()) == [2]
    database.close()


def test_only_one_service_for_one_set_of_data(database_url: str, tmp_path):
    first, second = guard_for(database_url, tmp_path), guard_for(database_url, tmp_path)
    first.hold()

    with pytest.raises(AlreadyRunning, match="already serves"):
        second.hold()
    assert first.is_held()
    assert not second.is_held()
    first.release()
    second.hold()

    assert second.is_held()
    second.release()


def test_the_sqlite_in_use_has_no_wal_reset_fault(sqlite_db: Database):
    numbers = tuple(int(part) for part in sqlite_db.version().removeprefix("SQLite ").split("."))

    assert numbers >= (3, 51, 3)
    assert sqlite_db.outside(lambda driver: driver.execute("PRAGMA synchronous").fetchone()[0]) == 2
    assert sqlite_db.outside(lambda driver: driver.execute("PRAGMA journal_mode").fetchone()[0]) == "wal"
