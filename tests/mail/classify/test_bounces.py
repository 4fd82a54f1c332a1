"""Who was not reached, and why: reports, and what servers write when they write no report. All invented."""

import pytest

from mail.classify.bounce_phrases import klass_of
from mail.classify.bounces import failures
from mail.mime.message import read
from mail.model.parsed_mail import DeliveryFailure
from mail.reader.parse import understand
from tests.growth import grows_in_line

LETTER = "From: feedback@example.test\nTo: Bea <bea@example.org>\nMessage-ID: <inv.7.abcdefgh@example.test>\nSubject: How was it?\n\nHello\n"


def report(*groups: str, text: str = "Your message could not be delivered.", enclosed: str = LETTER) -> bytes:
    status = "Reporting-MTA: dns; mx.example.org\n\n" + "\n\n".join(groups)
    parts = [
        f"\n{text}",
        f"Content-Type: message/delivery-status\n\n{status}\n",
        f"Content-Type: message/rfc822\n\n{enclosed}",
    ]
    body = "".join(f"--cut\n{part}\n" for part in parts)
    return (
        "From: MAILER-DAEMON@example.org\nTo: feedback@example.test\nSubject: Undelivered Mail Returned to Sender\n"
        f"Content-Type: multipart/report; report-type=delivery-status; boundary=cut\n\n{body}--cut--\n"
    ).encode()


def notice(
    body: str, *, sender: str = "MAILER-DAEMON@example.org", subject: str = "failure notice", head: str = ""
) -> bytes:
    return f"From: {sender}\nTo: feedback@example.test\nSubject: {subject}\n{head}\n{body}\n".encode()


def told(raw: bytes) -> list[tuple[str, str, str]]:
    return [(one.address, one.status, one.klass) for one in failures(read(raw), raw)]


def test_a_report_names_the_address_the_reason_and_the_letter():
    raw = report(
        "Final-Recipient: rfc822; bea@example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User\n unknown"
    )

    assert failures(read(raw), raw) == (
        DeliveryFailure("bea@example.org", "5.1.1", "gone", "inv.7.abcdefgh@example.test"),
    )
    assert understand(raw).kind == "bounce"


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ("Action: delayed\nStatus: 4.4.1", ("4.4.1", "temporary")),
        ("Action: failed\nStatus: 5.2.2", ("5.2.2", "full")),
        ("Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 over quota", ("5.2.2", "full")),
        ("Action: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp; 550 5.7.1 listed at a block list", ("5.7.1", "policy")),
        (
            "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 refused: looks like spam",
            ("5.1.1", "policy"),
        ),
        (
            "Action: failed\nStatus: 5.4.1\nDiagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied",
            ("5.4.1", "gone"),
        ),
        ("Action: failed\nStatus: 5.4.4", ("5.4.4", "temporary")),
        ("Action: failed\nStatus: 5.4.7\nDiagnostic-Code: smtp; message expired", ("5.4.7", "temporary")),
        ("Action: failed", ("", "unknown")),
        ("Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 no such user here", ("5.0.0", "unknown")),
    ],
)
def test_the_reason_is_read_from_number_and_words(group: str, expected: tuple[str, str]):
    raw = report(f"Final-Recipient: rfc822;bea@example.org\n{group}", text="Sorry.")

    assert told(raw) == [("bea@example.org", *expected)]


def test_the_address_that_we_wrote_to_goes_before_the_one_it_was_forwarded_to():
    raw = report(
        "Original-Recipient: rfc822;bea@example.org\nFinal-Recipient: rfc822;b2@inner.example\nAction: failed\nStatus: 5.1.1"
    )

    assert told(raw) == [("bea@example.org", "5.1.1", "gone")]


def test_several_addresses_are_each_told_once():
    group = "Final-Recipient: rfc822; {}@example.org\nAction: failed\nStatus: 5.1.1"

    assert [one[0] for one in told(report(group.format("bea"), group.format("cal"), group.format("BEA")))] == [
        "bea@example.org",
        "cal@example.org",
    ]


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_good_news_is_no_failure(action: str):
    raw = report(f"Final-Recipient: rfc822; bea@example.org\nAction: {action}\nStatus: 2.0.0", text="It arrived.")

    assert told(raw) == []
    assert understand(raw).kind == "auto-reply"


BELOW = "\n--- Below this line is a copy of the message.\n\nReturn-Path: <feedback@example.test>\n" + LETTER


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            notice(
                f"Hi. I could not deliver it.\n\n<bea@example.org>:\nSorry, no mailbox here by that name. (#5.1.1)\n{BELOW}"
            ),
            "gone",
        ),
        (notice(f"The mailbox of bea@example.org is full.\n{BELOW}", subject="Mail delivery failed"), "full"),
        (
            notice(
                f"A message that you sent could not be delivered.\n\n  bea@example.org\n    SMTP error: 550 Unrouteable address\n{BELOW}",
                subject="Mail delivery failed: returning message to sender",
            ),
            "gone",
        ),
        (
            notice(
                "Delivery to bea@example.org has been delayed. It will be tried again.",
                sender="Mail Delivery System <x@example.org>",
                subject="Warning: message delayed 24 hours",
            ),
            "temporary",
        ),
        (
            notice(
                "550 5.7.1 Refused by policy", head="X-Failed-Recipients: bea@example.org\n", sender="x@example.org"
            ),
            "policy",
        ),
        (
            notice(
                "Der Empfänger bea@example.org ist unbekannt.",  # codespell:ignore
                subject="Unzustellbar: How was it?",
            ),
            "gone",
        ),
        (
            notice(
                "L'adresse bea@example.org : utilisateur inconnu.",
                subject="Non remis : How was it?",
                sender="postmaster@example.org",
            ),
            "gone",
        ),
        (
            notice(
                "<html><p>Your message to <b>bea@example.org</b> couldn't be delivered.</p><p>550 5.1.10 not found</p></html>",
                subject="Undeliverable: How was it?",
                head="Content-Type: text/html\n",
                sender="Microsoft Outlook <MicrosoftExchange329e71ec@example.org>",
            ),
            "gone",
        ),
    ],
)
def test_a_notice_without_a_report_is_read_by_its_words(raw: bytes, expected: str):
    assert [(one[0], one[2]) for one in told(raw)] == [("bea@example.org", expected)]
    assert understand(raw).kind == "bounce"


def test_the_letter_that_came_back_is_named():
    got = failures(read(notice(f"<bea@example.org>: user unknown\n{BELOW}")))

    assert got[0].original_message_id == "inv.7.abcdefgh@example.test"
    assert understand(notice(f"<bea@example.org>: user unknown\n{BELOW}")).references == (
        "inv.7.abcdefgh@example.test",
    )


@pytest.mark.parametrize(
    "raw",
    [
        notice(
            "My old address bea@example.org is full, user unknown.", sender="ada@example.org", subject="Re: How was it?"
        ),
        notice(
            "bea@example.org says: no such user. 550 5.1.1", sender="ada@example.org", subject="Delivery of my letter"
        ),
        notice("I felt blocked. Write to bea@example.org.", sender="ada@example.org", subject="Blocked by the surgery"),
        notice(
            "I am away. Ask bea@example.org. My mailbox is full.",
            sender="ada@example.org",
            subject="Away",
            head="X-A: b\n",
        ),
        notice("Thank you. The mailbox outside is full.", sender="", subject="Re: How was it?"),
    ],
)
def test_a_person_who_writes_like_a_bounce_is_no_bounce(raw: bytes):
    assert told(raw) == []
    assert understand(raw).kind in {"reply", "new"}


def test_a_responder_without_a_return_path_is_an_automatic_reply():
    raw = notice(
        "Out until 5.1.2027. My mailbox is full, ask bea@example.org.",
        sender="a@b.c",
        subject="Away",
        head="Return-Path: <>\n",
    )

    assert (told(raw), understand(raw).kind) == ([], "auto-reply")


def test_words_of_a_server_are_classed():
    said = {
        "Mailbox quota exceeded": "full",
        "The recipient's inbox is out of storage space": "full",
        "User bea does not exist": "gone",
        "unknown user account": "gone",
        "Host or domain name not found": "gone",
        "account has been disabled": "gone",
        "rejected due to DMARC policy": "policy",
        "Relay access denied": "policy",
        "message too large": "policy",
        "greylisted, please try again later": "temporary",
        "connection timed out": "temporary",
        "It was done": "unknown",
    }

    assert {words: klass_of("", words) for words in said} == said


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["\n", "user ", "over ", "<a@b.c> ", "mailbox ", "Final-Recipient:\n ", "----- ", "a", "not "]
)
def test_a_hurtful_notice_of_eight_times_the_size_takes_about_eight_times_as_long(piece: str):
    small, large = (notice(piece * (size // len(piece))) for size in (100_000, 800_000))

    assert grows_in_line(lambda: failures(read(small), small), lambda: failures(read(large), large), times=8)
