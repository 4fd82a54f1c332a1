"""A backup comes back whole, in either kind of database, and forgets whoever was forgotten."""

from datetime import UTC, datetime

import pytest

from feedback.conversation.events import Commented, Erased
from feedback.flows.answer import Piece
from storage import backup
from storage.conversations import response_rows
from storage.crypto.key_file import Keys, changed_master, new_keys
from storage.crypto.vault import Vault
from storage.db import migrations_runner
from storage.db.engine import Database
from storage.db.errors import KeyFault, StorageError
from storage.messages import inbox, suppression_list
from storage.people import contacts, erasure, erasure_log, people, suppression_log

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
KEYS = Keys(bytes(range(32)), bytes(range(32, 64)))

pytestmark = pytest.mark.slow


@pytest.fixture(params=["into sqlite", "into postgresql"])
def empty(request, tmp_path):
    """An empty database to restore into."""
    is_sqlite = request.param == "into sqlite"
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
    return backup.restore(file, database=database, keys=keys, ledger_file=beside, now=NOW)


def test_a_backup_comes_back_whole_and_goes_on(talk, empty, tmp_path):
    held = talk.answer(talk.begin(), "q1", ("o1", "o2"), "MARKER")
    talk.save(held, Commented(Piece("m2", "MARKER")))
    talk.accept("m1")
    backup.backup(talk.db, KEYS, tmp_path / "backup")

    restored = restore(tmp_path, empty)

    assert restored.rows > 10
    assert read(empty, Vault(KEYS)) == read(talk.db, talk.vault)
    assert empty.read_now(inbox.conservation) == talk.db.read_now(inbox.conservation)
    raw = inbox.RawMessage("telegram", "m2", "7001", "{}", NOW)
    assert empty.write_now(lambda tx: inbox.accept(tx, Vault(KEYS), raw)) == 2
    assert b"MARKER" not in (tmp_path / "backup").read_bytes()


def test_somebody_erased_after_the_backup_stays_unreadable(talk, empty, tmp_path):
    ada, bea = talk.answer(talk.begin("ada"), "q1", "o1", "MARKER"), talk.answer(talk.begin("bea"), "q1", "o1", "kept")
    backup.backup(talk.db, KEYS, tmp_path / "backup")
    talk.save(ada, Erased("asked"), stage="deleted")
    erasure_log.keep(tmp_path / "key.erased", talk.db.read_now(erasure.erased_people))

    restored = restore(tmp_path, empty)

    assert restored.erased == 1
    assert [response.answers["q1"].words for response in read(empty, Vault(KEYS))] == ["kept"]
    assert read(empty, Vault(KEYS))[0].person == bea.person_id
    found = empty.read_now(lambda tx: people.person_of_address(tx, Vault(KEYS), channel="telegram", address="ada"))
    assert found is None


def test_whoever_told_staff_after_the_backup_that_they_want_no_letters_gets_none(talk, empty, tmp_path):
    backup.backup(talk.db, KEYS, tmp_path / "backup")
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
    backup.backup(talk.db, KEYS, tmp_path / "backup")
    whole = (tmp_path / "backup").read_bytes()
    broken = [whole[:-1], whole[:-200], whole[:60] + bytes([whole[60] ^ 1]) + whole[61:], whole[:35], b"", b"a letter"]

    for content in broken:
        (tmp_path / "backup").write_bytes(content)
        with pytest.raises(StorageError, match="not a whole sayso backup"):
            restore(tmp_path, empty)

    assert migrations_runner.revision(empty) is None


def test_a_backup_needs_the_key_file_of_its_time(talk, empty, tmp_path):
    talk.answer(talk.begin(), "q1", "o1", "MARKER")
    backup.backup(talk.db, KEYS, tmp_path / "backup")

    with pytest.raises(KeyFault, match="another key file"):
        restore(tmp_path, empty, new_keys())
    restore(tmp_path, empty, changed_master(KEYS))

    assert len(read(empty, Vault(KEYS))) == 1


def test_a_database_that_holds_something_is_never_restored_over(talk, tmp_path):
    backup.backup(talk.db, KEYS, tmp_path / "backup")

    with pytest.raises(StorageError, match="not empty"):
        restore(tmp_path, talk.db)


def test_a_missing_backup_gives_one_clear_line(empty, tmp_path):
    with pytest.raises(StorageError, match="Cannot read the backup: No such file"):
        restore(tmp_path, empty)


def test_a_large_backup_is_written_in_many_chunks(talk, empty, tmp_path, monkeypatch):
    monkeypatch.setattr(backup, "_CHUNK", 1000)
    for number in range(30):
        talk.accept(f"m{number}", text="x" * 500)
    assert backup.backup(talk.db, KEYS, tmp_path / "backup") > 10 * backup._CHUNK

    restore(tmp_path, empty)

    assert empty.read_now(inbox.conservation).pending == 30
