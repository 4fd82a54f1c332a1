"""A restore that is killed at any point: nothing serves half of it, nobody erased is ever in it, and the next try works."""

import os
import shutil
import signal
from pathlib import Path

import pytest
from sqlalchemy import select, update

from feedback.channels import TELEGRAM
from sayso.commands import restore as command
from storage.backup import sealed_file
from storage.db import dump
from storage.messages import held_back
from storage.people import erasure
from storage.tables import outbox, vault_keys


def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)


POINTS = {
    "before the first row": (dump, "load"),
    "before the reports": (command, "_put_back"),
    "before the erasing": (erasure, "replay"),
    "at the end of the transaction": (held_back, "hold"),
    "before the mark is taken away": (Path, "unlink"),
}


def killed(house, point):
    """Run `sayso restore kept` in a process of its own that is killed at this point."""
    where, name = POINTS[point]
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    mark, plain = house.data / "restore.under-way", Path.unlink
    setattr(
        where, name, die if where is not Path else lambda path, **how: die() if path == mark else plain(path, **how)
    )
    house.run("restore", "kept")
    os._exit(0)


@pytest.fixture
def forgotten(house, tmp_path):
    """An empty machine, a backup, and somebody who was erased after it was made."""
    house.finishes("yes", "MARKER", person=7)
    house.finishes("no", "It is not", person=8)
    house.run("backup", "kept")
    house.run("forget", "telegram:7", "--yes")
    elsewhere = house.moved(tmp_path / "elsewhere")
    shutil.copy2(f"{house.keys}.erased", f"{elsewhere.keys}.erased")
    return elsewhere


@pytest.mark.slow
@pytest.mark.parametrize("point", POINTS)
def test_a_restore_killed_at_any_point_is_refused_to_every_command_and_done_by_the_next_try(forgotten, point):
    assert killed(forgotten, point) == -signal.SIGKILL

    early, doctor = forgotten.run("export"), forgotten.run("doctor")
    again = forgotten.run("restore", "kept")
    words = forgotten.run("export").out

    assert early.code == 1
    assert early.err == f"A restore into {forgotten.data} was cut off. Run `sayso restore FILE` again.\n"
    assert "A restore into" in doctor.out
    assert (again.code, "MARKER" in words, "It is not" in words) == (0, False, True)
    assert not list(forgotten.data.glob("restore.*"))


@pytest.mark.slow
def test_the_mark_of_one_backup_is_no_leave_to_take_another_for_done(forgotten):
    forgotten.run("restore", "kept")
    other = forgotten.run("backup", "other")
    (forgotten.data / "restore.under-way").write_text(sealed_file.name_of(forgotten.folder.parent / "house" / "kept"))

    done = forgotten.run("restore", "other")

    assert (other.code, done.code) == (0, 1)
    assert "This database is not empty" in done.err
    assert "It is not" in (forgotten.run("restore", "kept"), forgotten.run("export"))[1].out


@pytest.mark.slow
def test_an_older_file_put_back_by_hand_is_no_way_back_for_somebody_erased(house):
    house.finishes("yes", "MARKER", person=7)
    shutil.copy2(house.data / "sayso.db", house.folder / "older.db")
    house.run("forget", "telegram:7", "--yes")
    for part in house.data.glob("sayso.db*"):
        part.unlink()
    shutil.copy2(house.folder / "older.db", house.data / "sayso.db")

    words, doctor = house.run("export"), house.run("doctor")

    assert "MARKER" not in words.out
    assert b"MARKER" not in (house.data / "sayso.db").read_bytes()
    assert "ok   erased for good: 1 people, of whom nothing can be read." in doctor.out


@pytest.mark.slow
def test_the_doctor_sees_whose_key_came_back_and_a_list_that_was_lost(house):
    house.finishes("yes", "MARKER", person=7)
    house.run("forget", "telegram:7", "--yes")
    ledger = house.keys.with_name(f"{house.keys.name}.erased")
    whole = ledger.read_text()
    ledger.unlink()
    lost = house.run("doctor").out
    ledger.write_text(whole)
    with house.store() as opened:
        key = {"owner": whole.split()[0], "wrapped": b"key"}
        opened.database.write_now(lambda tx: tx.execute(vault_keys.insert(), key))

    found = house.run("doctor").out

    assert "FAIL erased for good: 1 people are missing in the list beside the key file." in lost
    assert "FAIL erased for good: 1 people who were erased can be read again." in found


@pytest.fixture
def waiting(house, tmp_path):
    """A machine after a restore: two questions waited to be sent, one of a talk that has gone on since."""
    house.hears("/start", person=7)
    house.hears("/start", "yes", person=8)
    house.run("backup", "kept")
    elsewhere = house.moved(tmp_path / "elsewhere")
    elsewhere.run("restore", "kept")
    return elsewhere


def states(house):
    with house.store() as opened, opened.database.reading() as tx:
        return [tuple(row) for row in tx.execute(select(outbox.c.state, outbox.c.reason).order_by(outbox.c.id))]


@pytest.mark.slow
def test_what_waited_to_be_sent_is_sent_after_a_restore_only_when_somebody_says_so(waiting):
    shown, doctor = waiting.run("unsent"), waiting.run("doctor")
    before = states(waiting)
    waiting.hears("yes", person=7)
    sent = waiting.run("unsent", "--send")

    assert set(before) == {("refused", "restored")}
    assert f"{len(before)} by {TELEGRAM.name}, " in shown.out
    assert f"FAIL held back: {len(before)} messages waited" in doctor.out
    assert sent.out.startswith("Waiting to be sent: ")
    assert "Let go, because the talk has gone on: 0." not in sent.out
    assert ("refused", "restored, not sent") in states(waiting)
    assert ("refused", "restored") not in states(waiting)
    assert waiting.run("unsent").out == "Nothing is held back.\n"


@pytest.mark.slow
def test_what_waited_to_be_sent_can_be_let_go(waiting):
    count = len(states(waiting))

    assert waiting.run("unsent", "--drop").out == f"Let go: {count}.\n"
    assert set(states(waiting)) == {("refused", "restored, not sent")}
    assert "ok   held back: nothing." in waiting.run("doctor").out


@pytest.mark.slow
def test_a_message_that_was_on_its_way_comes_back_as_one_that_may_have_arrived(house, tmp_path):
    house.hears("/start")
    with house.store() as opened:
        opened.database.write_now(lambda tx: tx.execute(update(outbox).values(state="sending", tries=1)))
    house.run("backup", "kept")
    elsewhere = house.moved(tmp_path / "elsewhere")
    elsewhere.run("restore", "kept")
    elsewhere.run("unsent", "--send")

    with elsewhere.store() as opened, opened.database.reading() as tx:
        assert set(tx.execute(select(outbox.c.is_doubtful)).scalars()) == {True}
