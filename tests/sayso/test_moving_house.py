"""`sayso backup` and `sayso restore`, drilled: everything comes back on an empty machine, but for whoever was erased."""

import hashlib
import shutil

import pytest
from sqlalchemy import select, update

from sayso.core.clock import now
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord
from storage.crypto import key_file
from storage.tables import METADATA, audits

NEVER_THE_SAME = {"alembic_version", "tally", "outbox"}  # what waited to be sent is held back


def rows_of(house):
    """One hash for each table that holds anything, of its rows in a steady order."""
    with house.store() as opened, opened.database.reading() as tx:
        found = {table.name: sorted(repr(tuple(row)) for row in tx.execute(select(table))) for table in tables()}
    return {name: hashlib.sha256("\n".join(rows).encode()).hexdigest() for name, rows in found.items() if rows}


def tables():
    return [table for table in METADATA.sorted_tables if table.name not in NEVER_THE_SAME]


@pytest.fixture
def elsewhere(house_on_both, tmp_path):
    """An empty machine with the same key file."""
    return house_on_both.moved(tmp_path / "elsewhere")


@pytest.mark.slow
def test_everything_comes_back_on_an_empty_machine_and_can_be_read(house_on_both, elsewhere):
    house_on_both.finishes("yes", "It is white")
    house_on_both.hears("/start", "yes", "no", person=8)
    before = rows_of(house_on_both)
    made = house_on_both.run("backup", "kept")

    done = elsewhere.run("restore", "kept")

    assert (made.code, done.code, done.err) == (0, 0, "")
    assert done.out.startswith("Restored ")
    assert rows_of(elsewhere) == before
    assert elsewhere.run("export").out == house_on_both.run("export").out
    assert "It is white" in elsewhere.run("mydata", "telegram:7").out
    elsewhere.hears("It is sweet", person=8)
    assert "It is sweet" in elsewhere.run("mydata", "telegram:8").out


@pytest.mark.slow
def test_a_backup_comes_back_into_postgresql_and_from_there(house, postgresql, tmp_path):
    house.finishes("yes", "It is white")
    before = rows_of(house)
    house.run("backup", "first")
    server = house.moved(tmp_path / "server", SAYSO_DATABASE_URL=postgresql.fresh())
    file = house.moved(tmp_path / "file")

    there, kept, back = server.run("restore", "first"), server.run("backup", "second"), file.run("restore", "second")

    assert (there.code, kept.code, back.code) == (0, 0, 0)
    assert rows_of(file) == before
    assert file.run("export").out == server.run("export").out == house.run("export").out


@pytest.mark.slow
def test_published_reports_come_back_too(house, tmp_path):
    house.finishes("yes", "It is white")
    house.run("report", "tea", "--publish", "--out", "report.formats.html")
    house.run("backup", "kept")
    elsewhere = house.moved(tmp_path / "elsewhere")

    done = elsewhere.run("restore", "kept")

    kept, back = (
        {file.name: file.read_text("utf-8") for file in (one.data / "published").iterdir()}
        for one in (house, elsewhere)
    )
    assert (done.code, len(kept)) == (0, 1)
    assert back == kept
    assert (elsewhere.data / "published").stat().st_mode & 0o777 == 0o700


@pytest.mark.slow
def test_whoever_was_erased_after_the_backup_is_erased_again(house, tmp_path):
    house.finishes("yes", "It is white", person=7)
    house.finishes("no", "It is not", person=8)
    house.run("backup", "kept")
    house.run("forget", "telegram:7", "--yes")
    elsewhere = house.moved(tmp_path / "elsewhere")
    shutil.copy2(f"{house.keys}.erased", f"{elsewhere.keys}.erased")

    done = elsewhere.run("restore", "kept")

    assert "Erased again: 1." in done.out
    assert elsewhere.run("mydata", "telegram:7").code == 1
    assert "It is white" not in elsewhere.run("export").out
    assert "It is not" in elsewhere.run("export").out
    assert b"It is white" not in (elsewhere.data / "sayso.db").read_bytes()


@pytest.mark.slow
def test_a_data_folder_that_holds_anything_is_not_touched(house):
    house.hears("/start")
    house.run("backup", "kept")
    before = (house.data / "sayso.db").read_bytes()

    done = house.run("restore", "kept")

    assert (done.code, done.err) == (
        1,
        f"The data folder {house.data} is not empty. Name an empty one in SAYSO_DATA.\n",
    )
    assert (house.data / "sayso.db").read_bytes() == before


@pytest.mark.slow
@pytest.mark.parametrize("spoiled", ["cut off", "another file", "another key file", "no key file"])
def test_a_restore_that_cannot_be_done_leaves_the_folder_empty_for_the_next_try(house, tmp_path, spoiled):
    house.hears("/start", "yes")
    house.run("backup", "kept")
    whole = (house.folder / "kept").read_bytes()
    elsewhere = house.moved(tmp_path / "elsewhere")
    spoil(spoiled, house.folder / "kept", elsewhere.keys)

    failed = elsewhere.run("restore", "kept")
    is_empty = not elsewhere.data.exists() or not list(elsewhere.data.iterdir())
    (house.folder / "kept").write_bytes(whole)
    shutil.copy2(house.keys, elsewhere.keys)
    again = elsewhere.run("restore", "kept")

    assert (failed.code, failed.out, failed.err.count("\n"), is_empty, again.code) == (1, "", 1, True, 0)
    assert {"cut off": "cut off", "another file": "cut off"}.get(spoiled, "key file") in failed.err


def spoil(how, backup, keys):
    if how == "cut off":
        backup.write_bytes(backup.read_bytes()[:-20])
    elif how == "another file":
        backup.write_text("a letter")
    elif how == "no key file":
        keys.unlink()
    else:
        key_file.replace(keys, key_file.new_keys())


@pytest.mark.slow
def test_a_backup_is_written_over_an_older_one_but_over_nothing_else(house):
    house.hears("/start")
    house.run("backup", "kept")
    before = house.keys.read_bytes()

    again, over_keys = house.run("backup", "kept"), house.run("backup", house.keys)
    over_database = house.run("backup", house.data / "sayso.db")

    assert (again.code, over_keys.code, over_database.code) == (0, 1, 1)
    assert over_keys.err == f"{house.keys} is there already, and is no backup. Choose another name.\n"
    assert house.keys.read_bytes() == before
    assert (house.folder / "kept").stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_written_is_named_and_leaves_no_part_behind(house):
    gone, folder = house.run("backup", "no/such/place"), house.run("backup", "flows")

    assert (gone.code, gone.err) == (
        1,
        "Cannot write no/such/place: No such file or directory. Choose another place.\n",
    )
    assert folder.code == 2
    assert not list(house.folder.glob("**/*.part"))


@pytest.mark.slow
def test_a_folder_of_backups_keeps_the_newest_and_comes_back_with_its_keys(house, tmp_path):
    house.finishes("yes", "It is white")
    made = house.run("backup", "--to", "kept", "--keep", "1")
    (file,) = (house.folder / "kept").glob("sayso-*.backup")
    elsewhere = house.moved(tmp_path / "elsewhere")

    done = elsewhere.run("restore", file)

    assert (made.code, made.out.startswith("Wrote kept/sayso-"), done.code) == (0, True, 0)
    assert "It is white" in elsewhere.run("export").out
    assert [one.stat().st_mode & 0o077 for one in (house.folder / "kept").iterdir()] == [0, 0]
    assert house.run("backup").code == house.run("backup", "kept", "--to", "kept").code == 2


@pytest.mark.slow
def test_a_restore_is_practised_beside_the_backup_and_nothing_of_it_stays(house):
    house.finishes("yes", "MARKER", person=7)
    house.run("backup", "kept")
    house.run("forget", "telegram:7", "--yes")
    before = rows_of(house), house.keys.with_name("keys.erased").read_text()
    left = house.folder / ".sayso-drill-killed"
    left.mkdir()

    tried = house.run("restore", "kept", "--try")

    assert (tried.code, tried.err) == (0, "")
    assert tried.out.startswith("It comes back whole: ")
    assert "Erased again: 1. Nothing was changed." in tried.out
    assert (rows_of(house), house.keys.with_name("keys.erased").read_text()) == before
    assert not list(house.folder.glob(".sayso-drill-*"))


@pytest.mark.slow
def test_a_backup_that_does_not_come_back_whole_says_in_what(house):
    house.hears("/start", "yes")
    with house.store() as opened:
        opened.database.write_now(
            lambda tx: audit_log.record(tx, opened.vault, AuditRecord("Bea", "looked"), now=now())
        )
        opened.database.write_now(lambda tx: tx.execute(update(audits).values(target="another")))
    house.run("backup", "kept")

    tried = house.run("restore", "kept", "--try")

    assert (tried.code, tried.err) == (1, "The backup came back, but: the audit was altered.\n")
