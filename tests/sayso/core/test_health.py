"""The health page: each trouble is said once, in plain words, and nothing of anybody's with it."""

import json
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from sayso.core.health import Health
from sayso.mail.wiring import trouble
from storage.db import counters
from storage.messages import inbox, mailbox_cursors

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def make_health(db, tmp_path):
    def make(*polled, alive_at=None, at=NOON):
        return Health(db, tmp_path, alive_at or {}, polled, lambda: at)

    return make


async def answered(health):
    response = await health.answer(None)
    told = json.loads(response.body)
    assert response.headers["cache-control"] == "no-store"
    assert (response.status_code, told["status"]) == ((503, "trouble") if told["troubles"] else (200, "ok"))
    return told["troubles"]


async def test_all_is_well_when_everything_has_just_been_heard(make_health):
    assert await answered(make_health("telegram", alive_at={"telegram": NOON - timedelta(seconds=89)})) == []


@pytest.mark.parametrize("alive_at", [{}, {"telegram": NOON - timedelta(seconds=91)}])
async def test_a_channel_that_is_silent_is_named_once(make_health, alive_at):
    assert await answered(make_health("telegram", alive_at=alive_at)) == [
        "telegram has not been heard for over 90 seconds."
    ]


async def test_a_message_that_waits_is_told_after_a_minute_and_not_before(make_health, db, vault):
    raw = inbox.RawMessage("telegram", "m1", "7", "{}", NOON)
    db.write_now(lambda tx: inbox.accept(tx, vault, raw))

    assert await answered(make_health(at=NOON + timedelta(seconds=59))) == []
    assert await answered(make_health(at=NOON + timedelta(seconds=61))) == [
        "A message has waited for over a minute to be taken."
    ]


async def test_a_sum_that_does_not_add_up_is_told_with_what_to_run(make_health, db):
    db.write_now(lambda tx: counters.add(tx, name=counters.RECEIVED, day=NOON.date()))

    assert await answered(make_health()) == [
        "What was received and what was done with it do not add up. Run: sayso doctor"
    ]


async def test_a_disk_that_is_nearly_full_is_told(make_health, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=5 * 1024 * 1024))

    assert await answered(make_health()) == ["The disk has only 5 MB free."]


async def test_a_database_that_fails_is_told_beside_the_other_troubles(sqlite_db, tmp_path):
    health = Health(sqlite_db, tmp_path, {}, ("telegram",), lambda: NOON)
    sqlite_db.write_now(lambda tx: tx.exec_driver_sql("ALTER TABLE pulse RENAME TO gone"))

    troubles = await answered(health)

    assert troubles[0].startswith("The database cannot be written: ")
    assert troubles[1:] == ["telegram has not been heard for over 90 seconds."]


@pytest.mark.parametrize(
    ("fault", "ago", "is_well"),
    [("", 14, True), ("", 16, False), ("lost", 1, True), ("sign-in refused", 1, False)],
)
async def test_a_mailbox_that_is_not_read_is_told_after_a_quarter_of_an_hour(db, tmp_path, fault, ago, is_well):
    at = NOON - timedelta(minutes=ago)
    db.write_now(lambda tx: mailbox_cursors.heard(tx, account="a", folder="INBOX", at=at, fault=fault))

    troubles = await answered(Health(db, tmp_path, {}, (), lambda: NOON, (trouble,)))

    assert troubles == ([] if is_well else ["The mailbox is not read. Run: sayso doctor"])
