"""Sealing: what goes in comes out, only there, only for its owner, and never again once erased."""

import contextlib
import stat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from storage.crypto import key_file
from storage.crypto.key_file import changed_master, new_keys
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.db.errors import KeyErased, KeyFault, StorageError

ANY_TEXT = some.text(some.characters(codec=None), max_size=200)


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=ANY_TEXT, owner=some.sampled_from(["ada", "bea"]))
def test_every_text_comes_back_as_it_was(sqlite_db: Database, vault: Vault, text: str, owner: str):
    sealed = sqlite_db.write_now(lambda tx: vault.seal(tx, owner, "answer.words", text, "1"))

    assert sqlite_db.read_now(lambda tx: vault.open(tx, owner, "answer.words", sealed, "1")) == text


@pytest.mark.parametrize(
    ("owner", "place", "row"),
    [("bea", "answer.words", "1"), ("ada", "comment.words", "1"), ("ada", "answer.words", "2")],
)
def test_what_is_sealed_cannot_be_moved(db: Database, vault: Vault, owner, place, row):
    sealed = db.write_now(lambda tx: vault.seal(tx, "ada", "answer.words", "MARKER", "1"))
    db.write_now(lambda tx: vault.seal(tx, "bea", "answer.words", "other", "1"))

    with pytest.raises(StorageError, match="changed or moved"):
        db.read_now(lambda tx: vault.open(tx, owner, place, sealed, row))


def test_a_forgotten_owner_is_forgotten_by_every_program(db: Database, vault: Vault):
    sealed = db.write_now(lambda tx: vault.seal(tx, "ada", "answer.words", "MARKER"))
    db.write_now(lambda tx: vault.forget(tx, "ada"))

    for reader in (vault, Vault(key_file.Keys(bytes(range(32)), bytes(range(32, 64))))):
        with pytest.raises(KeyErased):
            db.read_now(lambda tx, reader=reader: reader.open(tx, "ada", "answer.words", sealed))
    with pytest.raises(KeyErased):
        db.write_now(lambda tx: vault.seal(tx, "ada", "answer.words", "more"))


def test_what_is_remembered_is_recalled_until_it_is_sealed_anew_or_forgotten(db: Database, vault: Vault):
    first, second = (db.write_now(lambda tx: vault.seal(tx, "ada", "answer.words", "MARKER")) for _ in range(2))

    vault.remember("ada", first, "MARKER")
    assert (vault.recall("ada", first), vault.recall("ada", second), vault.recall("bea", first)) == (
        "MARKER",
        None,
        None,
    )

    db.write_now(lambda tx: vault.forget(tx, "ada"))
    vault.remember("ada", second, "MARKER")
    assert (vault.recall("ada", first), vault.recall("ada", second)) == (None, None)


def test_only_those_who_talk_now_are_remembered(vault: Vault):
    for number in range(1000):
        vault.remember(str(number), b"sealed", number)

    assert (vault.recall("0", b"sealed"), vault.recall("999", b"sealed")) == (None, 999)


def test_a_key_that_was_undone_seals_nothing(db: Database, vault: Vault):
    def fails(tx):
        vault.seal(tx, "ada", "answer.words", "lost")
        raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        db.write_now(fails)
    sealed = db.write_now(lambda tx: vault.seal(tx, "ada", "answer.words", "kept"))

    fresh = Vault(key_file.Keys(bytes(range(32)), bytes(range(32, 64))))
    assert db.read_now(lambda tx: fresh.open(tx, "ada", "answer.words", sealed)) == "kept"


def test_forgetting_that_was_undone_forgets_nothing(db: Database, vault: Vault):
    sealed = db.write_now(lambda tx: vault.seal(tx, "ada", "answer.words", "kept"))

    def fails(tx):
        vault.forget(tx, "ada")
        raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        db.write_now(fails)

    assert db.read_now(lambda tx: vault.open(tx, "ada", "answer.words", sealed)) == "kept"


@pytest.mark.parametrize("part", ["master", "lookup"])
def test_a_wrong_key_file_is_refused_at_the_door(db: Database, part: str):
    right, wrong = key_file.Keys(bytes(range(32)), bytes(range(32, 64))), new_keys()
    mixed = key_file.Keys(
        wrong.master if part == "master" else right.master, wrong.lookup if part == "lookup" else right.lookup
    )

    with pytest.raises(KeyFault, match="does not belong to this database"):
        db.write_now(Vault(mixed).check)


def test_a_change_of_the_master_key_may_be_cut_off_anywhere(db: Database):
    old = key_file.Keys(bytes(range(32)), bytes(range(32, 64)))
    before = Vault(old)
    owners = [f"person {number}" for number in range(7)]
    sealed = {o: db.write_now(lambda tx, o=o: before.seal(tx, o, "answer.words", f"of {o}")) for o in owners}
    new = changed_master(old)

    def cut_off(tx):
        Vault(new).rewrap(tx, limit=3)
        raise ValueError("killed")

    with contextlib.suppress(ValueError):
        db.write_now(cut_off)
    assert db.write_now(lambda tx: Vault(new).rewrap(tx, limit=3)) == 3
    for owner in owners:
        half_way = Vault(new)
        assert db.read_now(lambda tx, o=owner, v=half_way: v.open(tx, o, "answer.words", sealed[o])) == f"of {owner}"
    while db.write_now(lambda tx: Vault(new).rewrap(tx, limit=3)):
        pass

    alone = Vault(key_file.Keys(new.master, new.lookup))
    db.write_now(alone.check)
    for owner in owners:
        assert db.read_now(lambda tx, o=owner: alone.open(tx, o, "answer.words", sealed[o])) == f"of {owner}"


def test_look_ups_keep_channels_apart_and_read_codes_as_people_copy_them(vault: Vault):
    assert vault.lookup("telegram", "7001") != vault.lookup("web", "7001")
    assert vault.hash_code("ab1o-22lu-zzzz") == vault.hash_code("AB10 221V ZZZZ")
    assert vault.hash_token("ABC") == vault.hash_token("abc")


def test_a_key_file_is_made_once_for_this_user_only(tmp_path):
    path = tmp_path / "sayso.key"
    made = key_file.make(path)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert key_file.read(path) == made
    with pytest.raises(KeyFault, match="Cannot make the key file"):
        key_file.make(path)


def test_a_recovery_sheet_typed_in_by_hand_gives_the_keys_back(tmp_path):
    keys = new_keys()
    sheet = key_file.sheet(keys, tmp_path / "sayso.key")

    typed = sheet.lower().replace("0", "o").replace("1", "l")
    typed = typed.replace("lookup", "lookup").splitlines()
    typed = [line.replace("lookup", "lookup") for line in typed]

    assert key_file.parse("\n".join(typed), "the sheet") == keys


def test_a_slip_on_the_sheet_is_named_by_its_line(tmp_path):
    lines = key_file.sheet(new_keys(), tmp_path / "k").splitlines()
    lines[2] = lines[2][:-1] + ("2" if lines[2][-1] != "2" else "3")

    with pytest.raises(KeyFault, match="line 3: a letter of this key is wrong"):
        key_file.parse("\n".join(lines), "the sheet")


def test_a_key_file_that_others_can_read_or_that_is_missing_is_refused(tmp_path):
    path = tmp_path / "sayso.key"
    with pytest.raises(KeyFault, match="is missing"):
        key_file.read(path)
    key_file.make(path)
    path.chmod(0o644)

    with pytest.raises(KeyFault, match="chmod 600"):
        key_file.read(path)


def test_replacing_a_key_file_leaves_one_whole_file(tmp_path):
    path = tmp_path / "sayso.key"
    new = changed_master(key_file.make(path))
    key_file.replace(path, new)

    assert key_file.read(path) == new
    assert list(tmp_path.iterdir()) == [path]
