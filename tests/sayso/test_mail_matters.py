"""What a host sees of email: the doctor, the invitations, imported files, tokens, and mails as they are stored."""

import json
import stat
from datetime import timedelta

import pytest
from sqlalchemy import update

from sayso.core.clock import now
from sayso.mail.envelope import RawMail, pack, unpack
from sayso.mail.oauth_token_file import KeptToken
from sayso.mail.wiring import rate_of
from storage.messages import inbox, mailbox_cursors
from storage.tables import outbox

MAIL = {
    "SAYSO_IMAP_URL": "imaps://feedback:hushhush@localhost:1/INBOX",
    "SAYSO_SMTP_URL": "smtps://feedback:hushhush@localhost:1",
    "SAYSO_MAIL_ADDRESS": "feedback@example.org",
}
LETTER = b"From: ada@example.org\r\nTo: feedback@example.org\r\nSubject: Hello\r\n\r\nIt was good tea.\r\n"


@pytest.fixture
def office(house):
    """A house with email switched on and two people in a group."""
    house.environ |= MAIL
    (house.folder / "people.csv").write_text("email,name\nada@example.org,Ada\nbea@example.org,Bea\n")
    assert house.run("contacts", "import", "people.csv", "--group", "ward", "--yes").code == 0
    return house


def checks(house):
    return {check["name"]: check for check in json.loads(house.run("doctor", "--format", "json").out)}


def note(house, fault="", ago=timedelta(0)):
    at = now() - ago
    with house.store() as opened:
        opened.database.write_now(lambda tx: mailbox_cursors.heard(tx, account="a", folder="INBOX", at=at, fault=fault))


def test_inviting_by_email_queues_one_letter_each_and_tells_how_they_stand(office):
    first = office.run("invite", "--group", "ward", "--flow", "tea", "--by", "email")
    second = office.run("invite", "--group", "ward", "--flow", "tea", "--by", "email")

    assert (first.code, second.code) == (0, 0)
    assert "New letters: 2." in first.out
    assert "New letters: 0." in second.out
    assert "invitation waiting: 2" in second.out
    rows = office.run("invite", "--group", "ward", "--flow", "tea", "--by", "email", "--format", "jsonl").out
    assert [json.loads(row)["state"] for row in rows.splitlines()] == ["waiting", "waiting"]


def test_nobody_is_reminded_of_a_letter_that_has_not_gone_out(office):
    office.run("invite", "--group", "ward", "--flow", "tea", "--by", "email")

    assert (
        "New letters: 0." in office.run("invite", "--group", "ward", "--flow", "tea", "--by", "email", "--remind").out
    )


def test_inviting_says_what_is_missing(house, office):
    nobody = office.run("invite", "--group", "nobody", "--flow", "tea", "--by", "email")
    no_group = office.run("invite", "--print", "1", "--flow", "tea", "--by", "email")
    for name in MAIL:
        office.environ.pop(name)
    off = office.run("invite", "--group", "ward", "--flow", "tea", "--by", "email")

    assert (nobody.code, no_group.code, off.code) == (1, 2, 1)
    assert "nobody in a group named nobody" in nobody.err
    assert "Email is off" in off.err


def test_mails_from_files_are_taken_in_once(office):
    (office.folder / "one.eml").write_bytes(LETTER)

    first, second = office.run("mail", "import", "one.eml"), office.run("mail", "import", office.folder)

    assert first.out == "Stored 1 mails. 0 were stored before.\n"
    assert second.out == "Stored 0 mails. 1 were stored before.\n"
    with office.store() as opened:
        (waiting,) = opened.database.read_now(lambda tx: inbox.unread(tx, limit=9))
        stored = opened.database.read_now(lambda tx: inbox.open_raw(tx, opened.vault, waiting))
    assert unpack(stored).raw == LETTER


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_stored(office):
    (office.folder / "mails").mkdir()
    (office.folder / "mails" / "one.eml").write_bytes(LETTER)
    (office.folder / "mails" / "two.eml").write_bytes(b"")

    done = office.run("mail", "import", "mails")

    assert done.code == 1
    assert "two.eml: It is empty." in done.err
    assert "Stored 1 mails." in done.out


def test_mails_are_not_taken_in_where_nobody_would_read_them(house):
    (house.folder / "one.eml").write_bytes(LETTER)

    done = house.run("mail", "import", "one.eml")

    assert done.code == 1
    assert "Email is off" in done.err


@pytest.mark.slow
def test_the_doctor_is_red_for_a_mailbox_that_is_not_read(office):
    assert not checks(office)["mailbox"]["ok"]
    note(office)
    assert checks(office)["mailbox INBOX"]["ok"]
    note(office, ago=timedelta(minutes=16))
    assert not checks(office)["mailbox INBOX"]["ok"]


def test_the_doctor_says_what_to_do_about_a_refused_sign_in(office):
    note(office, "sign-in refused")

    check = checks(office)["mailbox INBOX"]

    assert not check["ok"]
    assert "SAYSO_IMAP_URL" in check["fix"]


def test_the_doctor_tells_of_letters_and_mails(office):
    office.run("invite", "--group", "ward", "--flow", "tea", "--by", "email")

    found = checks(office)

    assert found["letters"]["found"] == "waiting 2"
    assert found["mails taken in"]["found"] == "none yet."


def test_the_doctor_is_red_for_letters_that_a_mail_server_puts_off(office):
    office.run("invite", "--group", "ward", "--flow", "tea", "--by", "email")
    ago = now() - timedelta(hours=2)
    with office.store() as opened:
        opened.database.write_now(
            lambda tx: tx.execute(update(outbox).values(created_at=ago, reason="The mail server could not be reached."))
        )

    check = checks(office)["letters"]

    assert not check["ok"]
    assert "2 held up: The mail server could not be reached." in check["found"]
    assert "SAYSO_SMTP_URL" in check["fix"]


def test_the_doctor_looks_at_no_mailbox_where_email_is_off(house):
    assert not [name for name in checks(house) if name.startswith("mail")]


def test_every_byte_of_a_mail_comes_back():
    mail = RawMail(bytes(range(256)) + b"\r\n", is_junk=True, is_whole=False)

    assert unpack(pack(mail)) == mail


async def test_the_newest_refresh_token_is_kept_for_its_owner_alone(tmp_path):
    kept = KeptToken(tmp_path / "keys.mail", "hash of the first")

    assert kept.read() == ""
    await kept.keep("newer")

    assert kept.read() == "newer"
    assert KeptToken(tmp_path / "keys.mail", "hash of another").read() == ""
    assert stat.S_IMODE((tmp_path / "keys.mail").stat().st_mode) == 0o600


def test_a_slow_pace_is_still_one_a_second_at_the_most():
    assert (rate_of(20).per_second, rate_of(20).per_minute) == (1, 20)
    assert rate_of(600).per_second == 10
