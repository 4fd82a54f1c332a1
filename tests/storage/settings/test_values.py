"""What is set in the browser: one value for each name, secrets sealed, files as drafts and as published."""

import pytest

from storage.settings import files, values
from storage.settings.values import SettingChange
from storage.tables import setting_files


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
    row = {**place, "changed_at": change.at, "changed_by": change.by}
    rows = [{**row, "state": "published", "text": "one"}, {**row, "state": "draft", "text": "two"}]
    db.write_now(lambda tx: tx.execute(setting_files.insert(), rows))

    assert db.read_now(lambda tx: files.one(tx, **place, state="draft")).text == "two"
    assert [one.text for one in db.read_now(lambda tx: files.all_of(tx, state="published"))] == ["one"]
