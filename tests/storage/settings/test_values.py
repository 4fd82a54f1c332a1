"""What is set in the browser: one value for each name, secrets sealed, files as drafts and as published."""

import pytest

from storage.settings import files, values
from storage.settings.values import SettingChange


@pytest.fixture
def change(later) -> SettingChange:
    return SettingChange("Ada", later(0))


def test_a_setting_has_one_value_and_can_be_forgotten(db, vault, change, later):
    db.write_now(lambda tx: values.put(tx, "organisation", "Harbour", change))
    db.write_now(lambda tx: values.put(tx, "organisation", "Harbour House", SettingChange("Bea", later(5))))

    assert db.read_now(lambda tx: values.stored(tx, vault, ("organisation", "public_url"))) == {
        "organisation": "Harbour House"
    }
    assert db.read_now(values.changed_at) == later(5)
    db.write_now(lambda tx: values.drop(tx, ("organisation",)))
    assert db.read_now(lambda tx: values.one(tx, vault, "organisation")) == ""


def test_a_secret_is_sealed(sqlite_db, vault, change, tmp_path):
    sqlite_db.write_now(lambda tx: values.put_secret(tx, vault, "telegram_token", "123:marmalade", change))
    sqlite_db.checkpoint()

    assert sqlite_db.read_now(lambda tx: values.one(tx, vault, "telegram_token")) == "123:marmalade"
    assert b"marmalade" not in (tmp_path / "sayso.db").read_bytes()


def test_a_draft_and_what_is_published_stand_side_by_side(db, change):
    place = {"path": "flows/tea.toml"}
    db.write_now(lambda tx: files.put(tx, **place, state="published", text="one", change=change))
    db.write_now(lambda tx: files.put(tx, **place, state="draft", text="two", change=change))
    db.write_now(lambda tx: files.put(tx, **place, state="draft", text="three", change=change))

    assert db.read_now(lambda tx: files.one(tx, **place, state="draft")).text == "three"
    assert [one.text for one in db.read_now(lambda tx: files.all_of(tx, state="published"))] == ["one"]
    assert db.write_now(lambda tx: files.drop(tx, **place, state="draft"))
    assert not db.write_now(lambda tx: files.drop(tx, **place, state="draft"))
    assert db.read_now(lambda tx: files.one(tx, **place, state="draft")) is None
