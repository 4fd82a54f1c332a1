"""`sayso keys change`: a new key opens all that was kept, the old one opens nothing, and a broken change goes on."""

import pytest

from config.settings import load_settings
from storage.audit import audit_log
from storage.crypto import key_file
from storage.crypto.vault import Vault
from storage.db.errors import KeyFault
from storage.db.instance_lock import guard_for


def keys_of(house):
    return key_file.read(house.keys)


@pytest.mark.slow
def test_after_a_change_the_new_key_alone_opens_what_was_said(house_on_both):
    house = house_on_both
    house.finishes("yes", "It is white")
    before, old = house.run("export").out, keys_of(house)

    done = house.run("keys", "change", "--yes")

    new = keys_of(house)
    assert (done.code, new.previous, new.lookup) == (0, None, old.lookup)
    assert new.master != old.master
    assert key_file.parse(done.out.partition("\n\n")[2], "the sheet") == new
    assert "Make a new backup now" in done.out
    assert house.run("export").out == before
    with house.store() as opened:
        with pytest.raises(KeyFault):
            opened.database.write_now(Vault(old).check)
        assert "changed the keys" in [one.what for one in opened.database.read_now(audit_log.entries)]
        assert opened.database.read_now(lambda tx: audit_log.verify(tx, opened.vault)).is_whole


@pytest.mark.slow
def test_a_change_that_was_broken_off_goes_on_with_the_same_new_key(house):
    house.finishes("yes", "It is white")
    begun = key_file.changed_master(keys_of(house))
    key_file.replace(house.keys, begun)
    before = house.run("export").out
    with house.store() as opened:
        opened.database.write_now(lambda tx: opened.vault.rewrap(tx, limit=1))

    done = house.run("keys", "change", "--yes")

    assert (done.code, keys_of(house)) == (0, key_file.Keys(begun.master, begun.lookup))
    assert house.run("export").out == before


@pytest.mark.slow
def test_keys_are_not_changed_under_a_running_service_or_without_a_yes(house):
    house.finishes("yes", "It is white")
    old = keys_of(house)
    chosen = load_settings(house.environ)
    guard = guard_for(chosen.database_url.reveal(), chosen.data)

    guard.hold()
    served = house.run("keys", "change", "--yes")
    guard.release()
    unsure = house.run("keys", "change", text="n\n")

    assert (served.code, unsure.code, keys_of(house)) == (1, 1, old)
    assert "Stop it first" in served.err


@pytest.mark.slow
def test_a_backup_of_before_opens_with_the_old_sheet_only(house, tmp_path):
    house.finishes("yes", "It is white")
    house.run("backup", "kept")
    old = house.moved(tmp_path / "old")
    house.run("keys", "change", "--yes")
    new = house.moved(tmp_path / "new")

    assert new.run("restore", "kept").code == 1
    assert old.run("restore", "kept").code == 0
    assert "It is white" in old.run("export").out
