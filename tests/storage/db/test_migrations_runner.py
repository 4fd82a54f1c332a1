"""The tables of the classes and those of the migrations are the same, and moving on loses nothing."""

import gzip
import inspect
import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from storage.db import dump, migrations_runner
from storage.db.engine import Database
from storage.db.errors import StorageError
from storage.db.revisions import FOLDER, known
from storage.tables import METADATA
from storage.tables.involvement import ASK_KINDS

LAST_BEFORE_SEVERAL = "0029"
KINDS_BEFORE = {"case study", "meeting", "again", "told"}
"""What older services put: a check may only be made wider."""
HEAD = migrations_runner.newest()

pytestmark = pytest.mark.slow


def test_models_equal_migrations(db: Database):
    differences = db.read_now(lambda tx: compare_metadata(MigrationContext.configure(tx), METADATA))

    assert differences == []
    assert migrations_runner.revision(db) == HEAD


def test_the_files_of_the_revisions_are_named_as_alembic_orders_them():
    scripts = ScriptDirectory(str(FOLDER))

    assert [step.revision for step in scripts.walk_revisions()] == sorted(known(), reverse=True)


def test_services_that_run_survive_every_migration_since_there_may_be_several():
    """Each only adds: what an older service reads and writes is there as before, until it is replaced."""
    scripts = [one for one in ScriptDirectory(str(FOLDER)).walk_revisions() if one.revision > LAST_BEFORE_SEVERAL]
    used = {act for one in scripts for act in re.findall(r"\bop\.(\w+)", inspect.getsource(one.module.upgrade))}

    assert used <= {"create_table", "create_index", "add_column", "batch_alter_table"}
    changed = {act for one in scripts for act in re.findall(r"\btable\.(\w+)", inspect.getsource(one.module.upgrade))}
    assert changed <= {"drop_constraint", "create_check_constraint"}
    assert set(ASK_KINDS) > KINDS_BEFORE
    for added in (line for one in scripts for line in inspect.getsource(one.module).split("op.add_column")[1:]):
        assert "nullable=True" in added.partition("\n")[0] or "server_default" in added


def test_migrating_twice_changes_nothing(db: Database, tmp_path):
    assert migrations_runner.upgrade(db, snapshots=tmp_path) is None


def test_a_newer_database_is_refused(db: Database):
    db.write_now(lambda tx: tx.execute(text("UPDATE alembic_version SET version_num = '9999'")))

    with pytest.raises(StorageError, match="newer sayso"):
        migrations_runner.upgrade(db)


@pytest.fixture(params=["sqlite", "postgresql"])
def older(request, tmp_path):
    """A database of an older release with a person in it."""
    is_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path / 'old.db'}" if is_sqlite else request.getfixturevalue("postgresql").fresh()
    database = Database(url)
    database.open()
    migrations_runner.upgrade(database, to="0001")
    database.write_now(lambda tx: tx.execute(text("INSERT INTO person VALUES ('ada', '2026-03-01', NULL)")))
    yield database
    database.close()


def test_a_filled_database_is_kept_as_it_was_before_it_is_moved(older: Database, tmp_path):
    kept = migrations_runner.upgrade(older, snapshots=tmp_path)

    assert migrations_runner.revision(older) == HEAD
    assert older.read_now(lambda tx: tx.execute(text("SELECT id FROM person")).scalar_one()) == "ada"
    assert kept is not None
    if older.is_sqlite:
        copy = Database(f"sqlite:///{kept}")
        copy.open()
        assert migrations_runner.revision(copy) == "0001"
        copy.close()
    else:
        with gzip.open(kept, "rt") as lines:
            assert dump.head_of(next(lines)).revision == "0001"
            assert any('"ada"' in line for line in lines)


def test_a_migration_that_fails_changes_nothing(older: Database, tmp_path):
    older.write_now(lambda tx: tx.execute(text("CREATE TABLE outbox (mine int)")))

    with pytest.raises(StorageError):
        migrations_runner.upgrade(older, snapshots=tmp_path)

    assert migrations_runner.revision(older) == "0001"
    older.write_now(lambda tx: tx.execute(text("DROP TABLE outbox")))
    migrations_runner.upgrade(older, snapshots=tmp_path)
    assert migrations_runner.revision(older) == HEAD


def test_whoever_said_that_we_may_get_in_touch_waits_in_the_queue_after_the_move(older: Database):
    migrations_runner.upgrade(older, to="0004")
    begin = text(
        "INSERT INTO conversation (id, person_id, flow, version_id, channel, language, stage, turn, started_at, heard_at) "
        "VALUES (:id, 'ada', 'f', 'v', 'web', 'en', 'finished', 1, '2026-03-01', '2026-03-01')"
    )
    consent = text(
        "INSERT INTO consent (person_id, conversation_id, switch, granted, wording, wording_hash, language, channel, at) "
        "VALUES ('ada', :id, 'contact_more', :granted, 'w', 'h', 'en', 'web', '2026-03-02 10:00:00+00')"
    )

    def say(tx, conversation: str, *answers: str) -> None:
        tx.execute(begin, {"id": conversation})
        for said in answers:
            tx.execute(consent, {"id": conversation, "granted": said == "yes"})

    def job(tx) -> None:
        tx.execute(text("INSERT INTO flow_version VALUES ('v', 'f', 1, 'en', 't', '{}', '2026-03-01')"))
        say(tx, "agreed", "no", "yes")
        say(tx, "took it back", "yes", "no")
        say(tx, "silent")

    older.write_now(job)
    migrations_runner.upgrade(older)

    rows = older.read_now(lambda tx: tx.execute(text("SELECT conversation_id, queue, state FROM request")).all())
    assert [tuple(row) for row in rows] == [("agreed", "follow_up", "new")]
