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
