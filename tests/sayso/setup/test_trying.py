"""A mailbox and a bot are tried with real servers before they are stored, and faults are told in plain words."""

import pytest

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
