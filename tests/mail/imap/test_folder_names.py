"""Folder names as they go over the wire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mail.imap.folder_names import decoded, encoded, quoted, unquoted


@pytest.mark.parametrize(
    ("name", "wire"),
    [
        ("INBOX", "INBOX"),
        ("Rückmeldung", "R&APw-ckmeldung"),
        ("A & B", "A &- B"),
        ("台北", "&U,BTFw-"),
        ("~peter/mail/日本語", "~peter/mail/&ZeVnLIqe-"),
        ("\N{CAT FACE}", "&2D3cMQ-"),
        ("a\tb", "a&AAk-b"),
    ],
)
def test_a_name_has_one_way_to_be_written(name: str, wire: str) -> None:
    assert encoded(name) == wire
    assert decoded(wire) == name


@given(st.text())
def test_every_name_comes_back(name: str) -> None:
    wire = encoded(name)

    assert wire.isascii()
    assert wire.isprintable()
    assert decoded(wire) == name


@pytest.mark.parametrize("broken", ["&", "A & B", "&A-", "&AP-", "&2D0-"])
def test_what_is_no_such_writing_stays_as_it_came(broken: str) -> None:
    assert decoded(broken) == broken


@given(st.text().filter(lambda text: not set(text) & set("\0\r\n")))
def test_marks_around_a_text_come_off_again(text: str) -> None:
    assert unquoted(quoted(text)) == text


@pytest.mark.parametrize("text", ["a\r\nb", "a\nb", "a\0b"])
def test_what_would_end_a_command_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="line end"):
        quoted(text)


def test_a_bare_word_has_no_marks_to_lose() -> None:
    assert unquoted("INBOX") == "INBOX"
