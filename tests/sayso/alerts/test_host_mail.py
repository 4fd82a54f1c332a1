"""Whoever looks after the machine is told by mail: of what lasts, once in a while, and when it is over."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from functools import partial

import pytest

from config.settings import load_settings
from feedback.errors import SaysoError
from sayso.alerts.host_mail import HostWatch, host_letter

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ENVIRON = {
    "SAYSO_IMAP_URL": "imaps://feedback:secret@mail.example.org",
    "SAYSO_SMTP_URL": "smtps://feedback:secret@mail.example.org",
    "SAYSO_MAIL_ADDRESS": "feedback@example.org",
    "SAYSO_HOST_MAIL": "host@example.org",
}


class Machine:
    """A service whose troubles and whose time the test sets."""

    def __init__(self, tmp_path):
        self.at, self.wrong, self.sent, self.is_away = NOON, (), [], False
        settings = load_settings(ENVIRON, tmp_path / "none.toml")
        self.watch = HostWatch(self.troubles, self.send, partial(host_letter, settings), lambda: self.at)

    async def troubles(self):
        return self.wrong

    async def send(self, raw):
        if self.is_away:
            raise SaysoError("The server is away.")
        self.sent.append(message_from_bytes(raw))

    async def after(self, minutes, *wrong):
        self.at += timedelta(minutes=minutes)
        self.wrong = wrong
        await self.watch.round()
        return [mail["Subject"] for mail in self.sent]


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


async def test_what_lasts_ten_minutes_is_told_once_in_six_hours_and_its_end_too(machine):
    wrong, well = "sayso: something is wrong", "sayso: all is well again"

    assert await machine.after(0, "The disk has only 90 MB free.") == []
    assert await machine.after(9, "The disk has only 80 MB free.") == []
    assert await machine.after(1, "The disk has only 70 MB free.") == [wrong]
    assert await machine.after(300, "The disk has only 60 MB free.") == [wrong]
    assert await machine.after(60, "The disk has only 50 MB free.") == [wrong, wrong]
    assert await machine.after(1) == [wrong, wrong, well]
    assert await machine.after(1) == [wrong, wrong, well]


async def test_what_passes_by_itself_is_not_told(machine):
    await machine.after(0, "Telegram is away.")
    await machine.after(5)
    assert await machine.after(6, "Telegram is away.") == []


async def test_a_mail_that_could_not_be_sent_is_sent_at_the_next_round(machine):
    await machine.after(0, "Telegram is away.")
    machine.is_away = True
    with pytest.raises(SaysoError):
        await machine.after(10, "Telegram is away.")
    machine.is_away = False

    assert await machine.after(1, "Telegram is away.") == ["sayso: something is wrong"]


async def test_the_mail_says_what_is_wrong_where_and_what_to_run(machine):
    await machine.after(0, "Telegram is away.", "The disk has only 90 MB free.")
    await machine.after(10, "Telegram is away.", "The disk has only 90 MB free.")
    mail = machine.sent[0]

    assert (mail["To"], mail["From"], mail["Auto-Submitted"]) == (
        "host@example.org",
        "feedback@example.org",
        "auto-generated",
    )
    text = mail.get_payload()
    for told in ("Telegram is away.", "90 MB free.", "http://127.0.0.1:8000", "sayso doctor"):
        assert told in text
