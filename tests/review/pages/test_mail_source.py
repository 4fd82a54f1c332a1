"""The mails behind a conversation: words as plain text for those who see every word, the sender only with a reason."""

import pytest

from review.http.service_port import MailRead, ServicePort
from storage.audit import audit_log
from storage.messages import incoming_mail
from storage.messages.incoming_mail import IncomingMail
from tests.review.conftest import House

RAW = "From: Ada <ada@example.org>\r\nSubject: Re: Your ward\r\n\r\n<script>alert(1)</script> It was kind.\r\n"
READ = MailRead(
    subject="Re: Your ward",
    text="<script>alert(1)</script> It was kind. > How was it?",
    words="It was kind.",
    quoted="> How was it?",
    attachments=("photo.jpg (image/jpeg, 9 bytes)",),
    files=(("mine.pdf", "I fell on the step."),),
    is_locked=True,
)


@pytest.fixture
def held(both_houses: House):
    """Somebody who answered by mail: their conversation."""
    house = both_houses
    house.service = ServicePort(read_mail=lambda heard: READ if heard == "{}" else MailRead())
    held = house.says("It was kind.", channel="email")
    mail = IncomingMail(
        1,
        "reply",
        RAW,
        "{}",
        house.clock(),
        RAW,
        grade="likely",
        conversation_id=held.conversation.id,
        person_id=held.person_id,
    )
    house.db.write_now(lambda tx: incoming_mail.keep(tx, house.vault, mail))
    return held


async def test_the_mail_stands_one_step_behind_the_conversation_as_plain_text(both_houses: House, browse_both, held):
    browser = browse_both("reviewer")
    await browser.get(f"/conversations/{held.conversation.id}")
    assert "sender not certain" in browser.text
    assert "most likely stands where it belongs" in browser.text

    await browser.get(f"/conversations/{held.conversation.id}/mails/1")

    assert "Their own words It was kind." in browser.text
    assert "photo.jpg" in browser.text
    assert "Read in files mine.pdf" in browser.text
    assert "In the file mine.pdf I fell on the step." in browser.text
    assert "We cannot read it, and told them so." in browser.text
    assert "&lt;script&gt;alert(1)" in browser.page.text
    assert "ada@example.org" not in browser.page.text
    assert (await browser.get(f"/conversations/{held.conversation.id}/mails/1/source")).status_code == 403
    for number in ("9", "x", "9" * 30):
        assert (await browser.get(f"/conversations/{held.conversation.id}/mails/{number}")).status_code == 404
    viewer = browse_both("viewer")
    assert "The mail of" not in (await viewer.get(f"/conversations/{held.conversation.id}")).text


async def test_who_wrote_a_mail_is_shown_to_safeguarding_with_a_reason_that_is_kept(
    both_houses: House, browse_both, held
):
    house, browser = both_houses, browse_both("safeguarding")
    path = f"/conversations/{held.conversation.id}/mails/1/source"
    await browser.get(path)

    await browser.send(path, reason="")
    assert "Say why you need to know" in browser.text
    await browser.send(path, reason="They may be in danger tonight")

    assert "ada@example.org" in browser.text
    noted = house.db.read_now(lambda tx: audit_log.of_target(tx, target=f"conversation {held.conversation.id}"))
    assert ("saw who wrote a mail", "They may be in danger tonight") in [(one.what, one.reason) for one in noted]


async def test_a_mail_is_gone_after_ninety_days_and_what_was_said_stays(both_houses: House, browse_both, held):
    house, browser = both_houses, browse_both("safeguarding")
    house.clock.forward(days=91)
    house.db.write_now(lambda tx: incoming_mail.wipe_old(tx, now=house.clock()))
    browser = browse_both("safeguarding")

    await browser.get(f"/conversations/{held.conversation.id}/mails/1")
    assert "This mail was wiped after 90 days." in browser.text
    await browser.get(f"/conversations/{held.conversation.id}/mails/1/source")
    assert "This mail was wiped after 90 days." in browser.text
    assert "It was kind." in (await browser.get(f"/conversations/{held.conversation.id}")).text
