"""The log says what it may, and never stands in the way."""

import errno
import io
import logging
import sys

import pytest

from sayso.core import log


class FullDisk(io.StringIO):
    def write(self, _: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture(autouse=True)
def as_before():
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    log.structlog.reset_defaults()


def test_a_log_on_a_full_disk_stops_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", FullDisk())
    log.set_up()

    log.note("something small")
    log.warn("something else")
    logging.getLogger("a library").error("Something of its own")


def test_a_line_of_a_library_is_cut_down_to_its_name(monkeypatch: pytest.MonkeyPatch):
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    log.set_up()

    logging.getLogger("a library").error("Ada said something private")

    assert "a library" in written.getvalue()
    assert "private" not in written.getvalue()


def test_a_field_that_is_not_on_the_list_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    log.set_up()

    with pytest.raises(log.UnknownField, match="The log takes no field words"):
        log.note("something", words="Ada said something private")


def test_equal_lines_are_written_five_times_a_minute_and_then_counted(monkeypatch: pytest.MonkeyPatch):
    written, clock = io.StringIO(), [1000.0]
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr(log.time, "monotonic", lambda: clock[0])
    log.set_up()
    bad = logging.getLogger("uvicorn.error")

    for number in range(3_000):
        bad.warning("Invalid HTTP request received.")
        log.warn("message not taken", inbox_id=number)

    assert len(written.getvalue()) < 2_000
    assert written.getvalue().count("uvicorn.error") == 5
    clock[0] += 60
    log.note("something else")
    told = written.getvalue().splitlines()[10:]
    assert [line.split("repeated=")[1].split()[0] for line in told[:2]] == ["2995", "2995"]
    assert "something else" in told[2]
    log.warn("message not taken", inbox_id=7)
    assert "inbox_id=7" in written.getvalue().splitlines()[-1]


def test_lines_that_never_come_twice_cannot_fill_the_log_either(monkeypatch: pytest.MonkeyPatch):
    written = io.StringIO()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setattr(log.time, "monotonic", lambda: 1000.0)
    log.set_up()

    for number in range(5_000):
        log.warn("odd", reason=f"reason {number}")

    assert len(written.getvalue().splitlines()) == 205
