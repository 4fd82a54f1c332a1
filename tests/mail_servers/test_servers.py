"""The real servers do what the tests of the product lean on."""

import imaplib
import smtplib
import ssl

import pytest
from mail_servers.dovecot import FEEDBACK, ODD_USER, PASSWORD, Dovecot, access_token
from mail_servers.machine import HOST, until
from mail_servers.postfix import Postfix

LETTER = b"From: p01@example.test\r\nSubject: hello\r\n\r\nGood.\r\n"


def test_a_mail_to_a_plus_address_lands_and_keeps_it(dovecot: Dovecot) -> None:
    dovecot.deliver(LETTER, to="feedback+token@example.test")

    (found,) = dovecot.read()
    assert b"Delivered-To: feedback+token@example.test\r\n" in found
    assert found.endswith(b"Good.\r\n")


def test_a_stranger_is_refused_and_an_odd_name_is_not(dovecot: Dovecot) -> None:
    with pytest.raises(smtplib.SMTPRecipientsRefused, match=r"5\.1\.1"):
        dovecot.deliver(LETTER, to="nobody@example.test")

    assert dovecot.fill([LETTER], user=ODD_USER) == 1
    assert len(dovecot.read(ODD_USER)) == 1


def test_numbers_change_when_the_server_has_forgotten_them(dovecot: Dovecot) -> None:
    def validity() -> bytes:
        with dovecot.mailbox() as client:
            client.select()
            return client.response("UIDVALIDITY")[1][0]

    dovecot.deliver(LETTER)
    before = validity()
    dovecot.renumber()

    assert validity() != before
    assert len(dovecot.read()) == 1


def test_a_token_opens_its_own_mailbox_only_while_it_is_valid(dovecot: Dovecot) -> None:
    trusted = ssl.create_default_context(cafile=dovecot.certificate)

    def sign_in(token: str) -> str:
        with imaplib.IMAP4_SSL(HOST, dovecot.imaps_port, ssl_context=trusted) as client:
            said = f"user={FEEDBACK}\1auth=Bearer {token}\1\1".encode()
            return client.authenticate("XOAUTH2", lambda challenge: b"" if challenge else said)[0]

    assert sign_in(access_token()) == "OK"
    for refused in (access_token(expires_at=1_700_000_001), access_token("ada@example.test"), "nonsense"):
        with pytest.raises(imaplib.IMAP4.error):
            sign_in(refused)


@pytest.mark.slow
def test_postfix_takes_mail_in_and_hands_it_on(postfix: Postfix) -> None:
    postfix.deliver(LETTER, to="feedback+token@example.test")
    postfix.settle()

    (found,) = postfix.dovecot.read()
    assert b"Delivered-To: feedback+token@example.test\r\n" in found


@pytest.mark.slow
def test_submission_wants_tls_and_a_password(postfix: Postfix) -> None:
    trusted = ssl.create_default_context(cafile=postfix.certificate)
    with smtplib.SMTP_SSL(HOST, postfix.smtps_port, context=trusted) as line:
        with pytest.raises(smtplib.SMTPRecipientsRefused):
            line.sendmail(FEEDBACK, ["p01@example.test"], LETTER)
        line.login(FEEDBACK, PASSWORD)
        line.sendmail(FEEDBACK, ["p01@example.test"], LETTER)
    with smtplib.SMTP(HOST, postfix.submission_port) as line:
        line.starttls(context=trusted)
        line.login(FEEDBACK, PASSWORD)
        line.sendmail(FEEDBACK, ["p02@example.test"], LETTER)
    with (
        smtplib.SMTP_SSL(HOST, postfix.smtps_port, context=trusted) as line,
        pytest.raises(smtplib.SMTPAuthenticationError),
    ):
        line.login(FEEDBACK, "wrong")
    postfix.settle()

    assert [len(postfix.dovecot.read(f"p0{number}@example.test")) for number in (1, 2, 3)] == [1, 1, 0]


@pytest.mark.slow
def test_mail_waits_while_the_mailboxes_are_away_and_nothing_leaves_the_machine(postfix: Postfix) -> None:
    postfix.dovecot.stop()
    postfix.deliver(LETTER)
    assert len(postfix.queue()) == 1
    postfix.dovecot.start()
    postfix.settle()
    until(lambda: len(postfix.dovecot.read()) == 1, "it was not delivered")

    with pytest.raises(smtplib.SMTPRecipientsRefused, match="554"):
        postfix.deliver(LETTER, to="somebody@example.org")
