"""Reports in the forms of single providers: JSON of Amazon SES, and complaints of Microsoft's JMRP."""

import json

import pytest

from mail.reader.parse import understand

HEAD = "From: no-reply@sns.amazonaws.com\nTo: feedback@example.test\nSubject: AWS Notification Message\nContent-Type: text/plain; charset=utf-8\n\n"
MAIL = {"source": "feedback@example.test", "commonHeaders": {"messageId": "<inv.7.abcdefgh@example.test>"}}


def sns(told: dict, *, wrapped: bool = False) -> bytes:
    text = json.dumps({"Type": "Notification", "Message": json.dumps(told)} if wrapped else told)
    return f"{HEAD}{text}\n\n--\nIf you wish to stop receiving notifications, visit this link.\n".encode()


def bounce(kind: str, status: str, said: str = "") -> dict:
    named = {"emailAddress": "bea@example.org", "status": status, "diagnosticCode": said}
    return {"notificationType": "Bounce", "bounce": {"bounceType": kind, "bouncedRecipients": [named]}, "mail": MAIL}


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_bounce_in_json_names_the_address_the_reason_and_our_letter(*, wrapped: bool):
    found = understand(sns(bounce("Permanent", "5.1.1", "smtp; 550 5.1.1 user unknown"), wrapped=wrapped))

    assert found.kind == "bounce"
    assert [(one.address, one.status, one.klass) for one in found.failures] == [("bea@example.org", "5.1.1", "gone")]
    assert "inv.7.abcdefgh@example.test" in found.references


@pytest.mark.parametrize(
    ("told", "klass"),
    [
        (bounce("Transient", "4.4.7", "message expired"), "temporary"),
        (bounce("Transient", "5.2.2", "552 5.2.2 over quota"), "full"),
        (bounce("Permanent", "5.7.1", "550 5.7.1 blocked"), "policy"),
        (bounce("Permanent", "", "smtp; 550 5.1.1 no such user"), "gone"),
    ],
)
def test_the_reason_is_read_from_the_number_and_the_words(told: dict, klass: str):
    assert [one.klass for one in understand(sns(told)).failures] == [klass]


def test_a_complaint_in_json_is_no_persons_mail():
    told = {"eventType": "Complaint", "complaint": {"complainedRecipients": [{"emailAddress": "bea@example.org"}]}}
    found = understand(sns(told))

    assert (found.kind, found.is_complaint, found.complaints) == ("bounce", True, ("bea@example.org",))


def test_good_news_in_json_is_no_persons_mail_and_no_failure():
    found = understand(sns({"notificationType": "Delivery", "delivery": {}}))

    assert (found.kind, found.failures, found.is_complaint) == ("bounce", (), False)


def test_a_complaint_of_microsoft_names_whom_the_letter_was_written_to():
    raw = (
        b"From: staff@hotmail.test\nTo: feedback@example.test\nSubject: complaint about message from 192.0.2.1\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <inv.7.abcdefgh@example.test>\n'
        b"To: bea@example.org\nSubject: A few questions\n\nHello\n--b--\n"
    )
    found = understand(raw)

    assert (found.kind, found.is_complaint, found.complaints) == ("bounce", True, ("bea@example.org",))


@pytest.mark.parametrize(
    "text",
    [
        'They wrote notificationType in {"my": "letter"}.',
        '{"notificationType": "Something"}',
        '{"notificationType": ',
        '{"notificationType": "Bounce"',
        "eventType {" * 50,
    ],
)
def test_words_that_only_look_like_a_report_are_a_persons(text: str):
    raw = f"From: Ada <ada@people.test>\nSubject: Hello\n\n{text}".encode()

    assert understand(raw).kind == "new"


@pytest.mark.parametrize(
    "told", [{"notificationType": "Bounce"}, {"notificationType": "Bounce", "bounce": {"bouncedRecipients": ["x"]}}]
)
def test_a_report_without_an_address_names_nobody(told: dict):
    assert understand(sns(told)).failures == ()
