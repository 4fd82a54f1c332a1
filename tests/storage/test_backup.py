"""A backup comes back whole, in either kind of database, and forgets whoever was forgotten."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from feedback.conversation.events import Commented, Erased
from feedback.flows.answer import Piece
from storage.backup import restoring, saving, sealed_file
from storage.conversations import response_rows
from storage.crypto.key_file import Keys, changed_master, new_keys
from storage.crypto.vault import Vault
from storage.db import migrations_runner
from storage.db.engine import Database
from storage.db.errors import KeyFault, StorageError
from storage.messages import inbox, suppression_list
from storage.people import contacts, erasure, erasure_log, people, suppression_log
from tests.samples import every

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
KEYS = Keys(bytes(range(32)), bytes(range(32, 64)))

pytestmark = pytest.mark.slow


@pytest.fixture(params=every(("into the same kind", "into the other kind"), 2, 1))
def empty(request, database_url, tmp_path):
    """An empty database to restore into: of the kind of the backup's own, or of the other."""
    is_sqlite = database_url.startswith("sqlite") == (request.param == "into the same kind")
    url = f"sqlite:///{tmp_path / 'new.db'}" if is_sqlite else request.getfixturevalue("postgresql").fresh()
    database = Database(url)
    database.open()
    yield database
    database.close()


def read(database, vault):
    wanted = response_rows.ResponseFilter(words=True, history=True)
    return database.read_now(lambda tx: tuple(response_rows.responses(tx, vault, wanted)))


def restore(tmp_path, database, keys=KEYS):
    file, beside = tmp_path / "backup", tmp_path / "key.erased"
    return restoring.restore(restoring.source_of(file, keys), database=database, ledger_file=beside, now=NOW)


def test_a_backup_comes_back_whole_and_goes_on(talk, empty, tmp_path):
    held = talk.answer(talk.begin(), "q1", ("o1", "o2"), "MARKER")
    talk.save(held, Commented(Piece("m2", "MARKER")))
    talk.accept("m1")
    saving.save(talk.db, KEYS, tmp_path / "backup")

    restored = restore(tmp_path, empty)

    assert restored.rows > 10
    assert read(empty, Vault(KEYS)) == read(talk.db, talk.vault)
    assert empty.read_now(inbox.conservation) == talk.db.read_now(inbox.conservation)
    raw = inbox.RawMessage("telegram", "m2", "7001", "{}", NOW)
    assert empty.write_now(lambda tx: inbox.accept(tx, Vault(KEYS), raw)) == 2
    assert b"MARKER" not in (tmp_path / "backup").read_bytes()


def test_somebody_erased_after_the_backup_stays_unreadable(talk, empty, tmp_path):
    ada, bea = talk.answer(talk.begin("ada"), "q1", "o1", "MARKER"), talk.answer(talk.begin("bea"), "q1", "o1", "kept")
    saving.save(talk.db, KEYS, tmp_path / "backup")
    talk.save(ada, Erased("asked"), stage="deleted")
    erasure_log.keep(tmp_path / "key.erased", talk.db.read_now(erasure.erased_people))

    restored = restore(tmp_path, empty)

    assert restored.erased == 1
    assert [response.answers["q1"].words for response in read(empty, Vault(KEYS))] == ["kept"]
    assert read(empty, Vault(KEYS))[0].person == bea.person_id
    found = empty.read_now(lambda tx: people.person_of_address(tx, Vault(KEYS), channel="telegram", address="ada"))
    assert found is None


def test_whoever_told_staff_after_the_backup_that_they_want_no_letters_gets_none(talk, empty, tmp_path):
    saving.save(talk.db, KEYS, tmp_path / "backup")
    told = {"addresses": ["ada@example.org", "bea@example.org"], "now": NOW}
    talk.db.write_now(lambda tx: contacts.no_letters(tx, talk.vault, **told))
    path = suppression_log.beside(tmp_path / "key.erased")
    held = talk.db.read_now(suppression_log.wishes)
    suppression_log.keep(path, held)
    lookups = [talk.vault.lookup("email", address) for address in told["addresses"]]
    suppression_log.keep(path, held, [(lookups[1].hex(), "told staff")])

    restore(tmp_path, empty)

    why = [empty.read_now(lambda tx, one=one: suppression_list.why(tx, lookup=one)) for one in lookups]
    assert why == ["told staff", ""]  # the second wished to have letters again
    with path.open("a") as file:
        file.write("\nabc")
    assert [lookup for lookup, _ in suppression_log.read(path)] == [lookups[0].hex()]


def test_a_backup_that_is_cut_off_changed_or_another_file_is_refused_before_anything_is_stored(talk, empty, tmp_path):
    talk.answer(talk.begin(), "q1", "o1", "MARKER")
    saving.save(talk.db, KEYS, tmp_path / "backup")
    whole = (tmp_path / "backup").read_bytes()
    broken = [whole[:-1], whole[:-200], whole[:60] + bytes([whole[60] ^ 1]) + whole[61:], whole[:35], b"", b"a letter"]

    for content in broken:
        (tmp_path / "backup").write_bytes(content)
        with pytest.raises(StorageError, match="not a whole sayso backup"):
            restore(tmp_path, empty)

    assert migrations_runner.revision(empty) is None


def test_a_backup_needs_the_key_file_of_its_time(talk, empty, tmp_path):
    talk.answer(talk.begin(), "q1", "o1", "MARKER")
    saving.save(talk.db, KEYS, tmp_path / "backup")

    with pytest.raises(KeyFault, match="another key file"):
        restore(tmp_path, empty, new_keys())
    restore(tmp_path, empty, changed_master(KEYS))

    assert len(read(empty, Vault(KEYS))) == 1


def test_a_database_that_holds_something_is_never_restored_over(talk, tmp_path):
    saving.save(talk.db, KEYS, tmp_path / "backup")

    with pytest.raises(StorageError, match="not empty"):
        restore(tmp_path, talk.db)


def test_a_missing_backup_gives_one_clear_line(empty, tmp_path):
    with pytest.raises(StorageError, match="Cannot read the backup: No such file"):
        restore(tmp_path, empty)


def test_a_large_backup_is_written_in_many_chunks(talk, empty, tmp_path, monkeypatch):
    monkeypatch.setattr(sealed_file, "_CHUNK", 1000)
    for number in range(30):
        talk.accept(f"m{number}", text="x" * 500)
    assert saving.save(talk.db, KEYS, tmp_path / "backup") > 10 * sealed_file._CHUNK

    restore(tmp_path, empty)

    assert empty.read_now(inbox.conservation).pending == 30


def test_three_backups_after_an_erasure_no_backup_of_the_folder_can_be_opened_for_that_person(talk, empty, tmp_path):
    ada = talk.answer(talk.begin("ada"), "q1", "o1", "MARKER")
    talk.answer(talk.begin("bea"), "q1", "o1", "kept")
    first = saving.save_apart(talk.db, KEYS, tmp_path, now=NOW)
    talk.save(ada, Erased("asked"), stage="deleted")
    for day in range(1, 4):
        saving.save_apart(talk.db, KEYS, tmp_path, now=NOW + timedelta(days=day))

    # The list beside the key file is lost with the machine.
    done = restore_from(first, empty, tmp_path)

    wrapped = [json.loads(line) for file in saving.keys_in(tmp_path) for line in sealed_file.read(file, KEYS)]
    assert [response.answers["q1"].words for response in read(empty, Vault(KEYS))] == ["kept"]
    assert done.erased == 1
    assert not [row for row in wrapped if isinstance(row, list) and row[0] == ada.person_id and len(row) == 2]
    assert len(saving.keys_in(tmp_path)) == 3
    assert ada.person_id in erasure_log.read(tmp_path / "key.erased")


def test_a_backup_without_its_keys_or_with_older_ones_says_what_to_put_beside_it(talk, empty, tmp_path):
    talk.answer(talk.begin(), "q1", "o1", "kept")
    saving.save_apart(talk.db, KEYS, tmp_path, now=NOW)
    second = saving.save_apart(talk.db, KEYS, tmp_path, now=NOW + timedelta(days=1))
    newest, older = saving.keys_in(tmp_path)

    with pytest.raises(StorageError, match="holds keys alone"):
        restore_from(newest, empty, tmp_path)
    newest.unlink()
    with pytest.raises(StorageError, match=f"{older.name} is older than this backup"):
        restore_from(second, empty, tmp_path)
    older.unlink()
    with pytest.raises(StorageError, match="keys of people are missing"):
        restore_from(second, empty, tmp_path)

    assert migrations_runner.revision(empty) is None


def test_a_backup_of_a_newer_sayso_is_refused(talk, empty, tmp_path):
    sealed_file.write(tmp_path / "backup", KEYS, ['{"sayso":1,"revision":"9999"}\n', '{"end":true}\n'])

    with pytest.raises(StorageError, match="newer sayso"):
        restore(tmp_path, empty)


def test_the_newest_backups_of_a_folder_stay(talk, tmp_path):
    made = [saving.save_apart(talk.db, KEYS, tmp_path, now=NOW + timedelta(days=day)) for day in range(4)]

    assert saving.keep_newest(tmp_path, 2) == 2
    assert saving.backups_in(tmp_path) == (made[3], made[2])
    assert saving.keep_newest(tmp_path, 0) == 1


def restore_from(file, database, tmp_path):
    source = restoring.source_of(file, KEYS)
    return restoring.restore(source, database=database, ledger_file=tmp_path / "key.erased", now=NOW)
