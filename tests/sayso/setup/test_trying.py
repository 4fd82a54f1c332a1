"""A mailbox and a bot are tried with real servers before they are stored, and faults are told in plain words."""

import pytest
from mail_servers.dovecot import FEEDBACK, PASSWORD
from mail_servers.machine import HOST, free_ports
from mail_servers.postfix import Postfix

from sayso.setup.stored import take_up

pytestmark = pytest.mark.slow

UNREACHED = {
    "address": "feedback@example.org",
    "host": "127.0.0.1",
    "port": "1",
    "user": "ada",
    "password": "pass word",
    "folder": "INBOX",
    "smtp_host": "",
    "smtp_port": "1",
    "smtp_tls": "start",
    "ca": "",
}


async def test_a_mailbox_that_cannot_be_reached_is_stored_only_where_somebody_says_so(setting):
    browser = setting.again()
    await browser.get("/settings/mail")
    answer = await browser.send("/settings/mail", **UNREACHED)

    assert answer.text.count("cannot be reached") + answer.text.count("could not be reached") == 2
    assert "pass word" not in answer.text
    assert take_up(setting.settings, setting.store).settings.imap is None

    await browser.send("/settings/mail", **UNREACHED, anyway="yes")
    taken = take_up(setting.settings, setting.store).settings
    assert (taken.imap.user, taken.imap.password.reveal(), taken.smtp.host) == ("ada", "pass word", "127.0.0.1")
    assert taken.mail_address == "feedback@example.org"

    browser = setting.again()
    shown = await browser.get("/settings/mail")
    assert "pass word" not in shown.text
    kept = {**UNREACHED, "password": "", "anyway": "yes", "folder": "Feedback"}
    await browser.send("/settings/mail", **kept)
    taken = take_up(setting.settings, setting.store).settings
    assert (taken.imap.folder, taken.imap.password.reveal()) == ("Feedback", "pass word")

    browser = setting.again()
    await browser.get("/settings/mail")
    await browser.send("/settings/mail", do="remove")
    assert take_up(setting.settings, setting.store).settings.imap is None


async def test_what_is_missing_for_a_mailbox_is_named(setting):
    browser = setting.again()
    await browser.get("/settings/mail")
    answer = await browser.send("/settings/mail", **{**UNREACHED, "password": "", "host": ""})

    assert "Fill in the server, the password." in answer.text
    assert setting.restarts == []


async def test_a_token_that_is_none_is_not_even_tried(setting):
    browser = setting.again()
    await browser.get("/settings/telegram")
    answer = await browser.send("/settings/telegram", token="marmalade")

    assert "This is no bot token" in answer.text
    assert "marmalade" not in answer.text


def mailbox(postfix: Postfix, **other: str) -> dict[str, str]:
    """The form as it is filled for the real servers of the tests: Dovecot to read from, Postfix to send by."""
    right = {
        "address": FEEDBACK,
        "host": HOST,
        "port": str(postfix.dovecot.imaps_port),
        "user": FEEDBACK,
        "password": PASSWORD,
        "folder": "INBOX",
        "smtp_port": str(postfix.submission_port),
        "smtp_tls": "start",
        "ca": str(postfix.certificate),
    }
    return {**right, **other}


async def tried(setting, form: dict[str, str]) -> list[str]:
    """What the page says of each server, after the button was pressed."""
    browser = setting.again()
    answer = await browser.fill("/settings/mail", **form)
    assert PASSWORD not in answer.text
    return [
        line.strip() for line in browser.text.split("Nothing was saved. ")[-1].split("How things stand")[0].split(". ")
    ]


@pytest.mark.parametrize("tls", ["start", "smtps"])
async def test_a_mailbox_whose_servers_take_the_password_is_stored_and_nothing_was_sent_or_read(
    setting, postfix: Postfix, tls: str
):
    postfix.dovecot.fill([b"Subject: one\r\n\r\nWords.\r\n"])
    port = postfix.submission_port if tls == "start" else postfix.smtps_port
    browser = setting.again()
    await browser.fill("/settings/mail", **mailbox(postfix, smtp_tls=tls, smtp_port=str(port)))

    assert "Both servers were tried just now" in browser.text
    taken = take_up(setting.settings, setting.store).settings
    assert (taken.imap.user, taken.smtp.port, setting.restarts) == (FEEDBACK, port, ["again"])
    assert (postfix.dovecot.count(), postfix.queue()) == (1, [])
    with postfix.dovecot.mailbox() as line:
        line.select("INBOX", readonly=True)
        assert line.search(None, "UNSEEN")[1] == [b"1"]


async def test_a_wrong_password_is_told_of_both_servers(setting, postfix: Postfix):
    told = await tried(setting, mailbox(postfix, password="wrong"))

    assert told[:2] == [
        f"Problem: Reading from {HOST}: the user or the password is not right",
        f"Problem: Sending by {HOST}: the user or the password is not right",
    ]
    assert take_up(setting.settings, setting.store).settings.imap is None


async def test_a_certificate_that_nobody_vouches_for_is_told_as_such(setting, postfix: Postfix):
    told = await tried(setting, mailbox(postfix, ca=""))

    assert told[0] == f"Problem: Reading from {HOST}: Its certificate is not one that this machine trusts"
    assert (
        told[2] == f"Problem: Sending by {HOST}: The mail server's certificate is not trusted, or the encryption failed"
    )


async def test_the_wrong_kind_of_encryption_is_told_with_what_to_check(setting, postfix: Postfix):
    mixed = {"smtp_tls": "smtps", "port": str(postfix.dovecot.imap_port)}
    told = await tried(setting, mailbox(postfix, **mixed))

    assert told[0] == f"Problem: Reading from {HOST}: It answers in another way than this port should"
    assert told[2].startswith(f"Problem: Sending by {HOST}: The mail server")
    assert [told[1], told[3]] == [
        "Check the port and the kind of encryption",
        "Check the name of the server, the port and the kind of encryption",
    ]


async def test_a_folder_that_is_not_there_is_named(setting, postfix: Postfix):
    told = await tried(setting, mailbox(postfix, folder="Feedback"))

    assert told[0] == f"Problem: Reading from {HOST}: there is no folder Feedback in this mailbox"
    assert told[1] == f"Works: Sending by {HOST} works"


async def test_a_port_on_which_nobody_answers_is_told_of_the_one_server(setting, postfix: Postfix):
    (nobody,) = free_ports(1)
    told = await tried(setting, mailbox(postfix, smtp_port=str(nobody)))

    assert told[0] == f"Works: Reading from {HOST} works"
    assert "The mail server could not be reached" in told[1]
