"""`sayso doctor`: every check is made to fail once, and says what to do."""

import json
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import delete, update

from config.load import load_words
from feedback.errors import FlowError
from sayso.core.clock import now
from sayso.doctor import checks as doctor
from storage.audit import audit_log
from storage.db import counters
from storage.messages import downtime
from storage.tables import audits, flow_versions


@pytest.fixture
def confirmed(monkeypatch):
    """All signposts are as if a person had confirmed them on this day."""

    def confirm(on=None):
        words = load_words()
        posts = tuple(replace(post, checked_on=on or now().date(), checked_by="Ada") for post in words.signposts)
        monkeypatch.setattr("sayso.core.flow_registry.load_words", lambda **_: replace(words, signposts=posts))

    confirm()
    return confirm


def checks(house):
    ran = house.run("doctor", "--format", "json")
    assert ran.err == ""
    found = json.loads(ran.out)
    assert all(list(check) == ["name", "found", "fix", "ok"] for check in found)
    assert ran.code == (0 if all(check["ok"] for check in found) else 1)
    return {check["name"]: check for check in found}


def failing(house):
    return {name: check for name, check in checks(house).items() if not check["ok"]}


def test_all_is_well_when_a_person_has_confirmed_the_signposts(house_on_both, confirmed):
    house_on_both.hears("/start")

    ran = house_on_both.run("doctor")

    assert (ran.code, ran.err, failing(house_on_both)) == (0, "", {})
    assert all(line.startswith("ok   ") for line in ran.out.splitlines())
    assert "nothing lost: received 1 = applied 1 + erased without a yes 0 + duplicate 0" in ran.out


def test_signposts_fail_until_a_person_has_confirmed_each(house):
    found = failing(house)

    assert list(found) == ["signposts checked"]
    assert found["signposts checked"]["fix"].startswith("Ring or look up each number")
    assert "Samaritans" in house.run("doctor").out


def test_signposts_fail_when_they_were_confirmed_over_90_days_ago(house, confirmed):
    confirmed(now().date() - timedelta(days=91))

    assert list(failing(house)) == ["signposts fresh"]


def test_help_has_to_be_open_day_and_night_in_every_nation():
    posts = tuple(
        replace(post, nations=tuple(nation for nation in post.nations if nation != "wales"))
        for post in load_words().signposts
    )

    found = {check.name: check for check in doctor._signposts(posts, date(2026, 3, 1))}

    assert found["help day and night"].found == "nothing open day and night in: wales."


def test_what_could_not_be_read_fails_until_it_is_dealt_with(house, confirmed):
    house.hears("/start")
    with house.store() as opened:
        opened.database.write_now(
            lambda tx: tx.exec_driver_sql("UPDATE inbox SET state = 'quarantined', done_at = NULL, raw = NULL")
        )

    assert failing(house)["set aside"]["found"] == "1 messages could not be read."


def test_a_message_that_is_nowhere_fails_with_the_sum(house, confirmed):
    house.hears("/start")
    with house.store() as opened:
        opened.database.write_now(lambda tx: counters.add(tx, name=counters.RECEIVED, day=now().date(), count=1))

    found = failing(house)

    assert list(found) == ["nothing lost"]
    assert found["nothing lost"]["found"].startswith("received 2 = applied 1 + ")


@pytest.mark.parametrize(("version", "is_well"), [("3.51.2", False), ("3.51.3", True), ("3.100.0", True)])
def test_an_sqlite_that_can_damage_its_log_fails(version, is_well):
    database = SimpleNamespace(is_sqlite=True, version=lambda: f"SQLite {version}")

    assert doctor._version(SimpleNamespace(database=database)).is_well is is_well


def test_a_damaged_database_file_fails(house, confirmed):
    house.hears("/start", "yes", "no", "Because")
    file = house.data / "sayso.db"
    content = bytearray(file.read_bytes())
    with house.store() as opened:
        page = opened.database.read_now(
            lambda tx: tx.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'outbox'").scalar_one()
        )
    start = (page - 1) * 4096
    content[start + 8 : start + 200] = bytes(192)
    file.write_bytes(content)

    assert failing(house)["integrity"]["found"] == "the database file is damaged."


def test_keys_beside_the_data_fail(house, confirmed):
    house.keys.rename(house.data / "keys")
    house.environ["SAYSO_KEY_FILE"] = str(house.data / "keys")

    assert failing(house)["key file"]["found"] == "it lies inside the data folder."


def test_keys_that_others_can_read_fail_with_the_command_to_run(house, confirmed):
    house.keys.chmod(0o640)

    assert failing(house)["database"]["found"].endswith(f"Run: chmod 600 {house.keys}")


def test_a_disk_that_is_nearly_full_fails(house, confirmed, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=199 * 1024 * 1024))

    found = failing(house)

    assert list(found) == ["disk"]
    assert found["disk"]["found"] == "199 MB free."


def test_faulty_flow_files_fail_and_the_rest_is_looked_at_all_the_same(house):
    (house.folder / "flows" / "tea.toml").write_text("flow = ")

    assert list(failing(house)) == ["flows"]


def test_before_the_first_serve_the_database_fails_wherever_it_was_to_be(empty_house, confirmed):
    empty_house.environ["SAYSO_DATA"] = str(empty_house.folder / "no" / "such" / "data")

    found = failing(empty_house)

    assert list(found) == ["database"]
    assert "Run `sayso serve` first" in found["database"]["found"]


def test_times_when_nobody_listened_are_told_without_failing(house, confirmed):
    with house.store() as opened:
        for at in (now() - timedelta(hours=2), now()):
            opened.database.write_now(
                lambda tx, at=at: downtime.beat(tx, channel="telegram", now=at, longest=timedelta(minutes=2))
            )

    assert checks(house)["times not listened"]["found"].startswith("telegram ")


@pytest.mark.parametrize("change", ["altered", "cut off"])
def test_an_audit_that_somebody_touched_is_found(house, confirmed, change):
    with house.store() as opened:
        for number in range(3):
            deed = audit_log.AuditRecord("Ada", "read", f"conversation {number}")
            opened.database.write_now(lambda tx, deed=deed: audit_log.record(tx, opened.vault, deed, now=now()))
        touch = (
            update(audits).where(audits.c.id == 2).values(by="Bea")
            if change == "altered"
            else delete(audits).where(audits.c.id == 3)
        )
        opened.database.write_now(lambda tx: tx.execute(touch))

    found = failing(house)

    assert list(found) == ["audit untouched"]
    assert found["audit untouched"]["found"].startswith("line 2 was" if change == "altered" else "1 lines are missing")


def test_a_flow_that_would_mean_something_else_fails_with_its_line(house_on_both, confirmed):
    house_on_both.hears("/start")
    file = house_on_both.folder / "flows" / "tea.toml"
    file.write_text(file.read_text("utf-8").replace('type = "yesno"', 'type = "text"'), "utf-8")

    found = failing(house_on_both)

    assert list(found) == ["meaning of answers"]
    line = next(number for number, row in enumerate(file.read_text("utf-8").split("\n"), 1) if row == 'type = "text"')
    assert found["meaning of answers"]["found"] == (
        f'{file}:{line}: milk: "type" was "yesno" and is "text". Put back what was there. If you mean it, write: version = 2, best with a new id.'
    )
    assert "`sayso serve` does not start" in found["meaning of answers"]["fix"]


def test_a_version_that_cannot_be_read_any_more_has_nothing_to_be_compared_with(house, confirmed):
    house.hears("/start")
    with house.store() as opened:
        opened.database.write_now(lambda tx: tx.execute(update(flow_versions).values(compiled="{}")))
    file = house.folder / "flows" / "tea.toml"
    file.write_text(file.read_text("utf-8").replace('type = "yesno"', 'type = "text"'), "utf-8")

    assert "meaning of answers" not in failing(house)


def test_words_or_files_that_cannot_be_read_are_no_changed_meaning(house, monkeypatch):
    (house.folder / "flows" / "other.toml").write_bytes(b"\xff")
    assert "meaning of answers" not in failing(house)

    def unread(**_):
        raise FlowError(())

    monkeypatch.setattr("sayso.doctor.flow_checks.load_words", unread)
    assert "meaning of answers" not in failing(house)
