"""Letters on their way through a real server: what arrives is what was composed, and what comes back leads to it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

import pytest
from mail_servers.dovecot import FEEDBACK
from mail_servers.postfix import Postfix

from config.load import FLOWS, load_flows, load_words
from mail.classify.reply_tokens import Clue, message_id, tokens_in
from mail.outgoing.layout import Envelope
from mail.outgoing.mime_builder import ComposedLetter, compose
from mail.outgoing.smtp import Relay, SmtpSender
from mail.outgoing.smtp_replies import LetterRefused
from mail.outgoing.text import letter_for_flow

WORDS = load_words("en")
PEOPLE = next(flow for flow in load_flows(FLOWS, WORDS) if flow.name == "people")
TOKEN = "abcdefghijklmnopqrstuvwx23"
ON_THE_WAY = {"Return-Path", "Delivered-To", "Received"}

pytestmark = pytest.mark.slow


def sign(letter: str) -> str:
    return f"{letter}0mac"


def letter_to(address: str) -> ComposedLetter:
    envelope = Envelope(
        from_address=FEEDBACK,
        to=address,
        token=TOKEN,
        message_id=message_id("letter", "example.test", sign),
        at=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        boundary="edge0123456789",
        organisation='Ymddiriedolaeth Môr, "Cymru"',
        campaign="people",
        public_url="https://talk.example.test",
        page_url=f"https://talk.example.test/i/{TOKEN}",
        stop_url=f"https://talk.example.test/stop/{TOKEN}",
    )
    return compose(letter_for_flow(PEOPLE, WORDS, organisation="Ymddiriedolaeth Môr"), envelope, WORDS)


async def deliver(postfix: Postfix, letter: ComposedLetter) -> str:
    sender = SmtpSender(Relay("localhost", postfix.smtp_port, ca=postfix.certificate))
    try:
        return await sender.send(sender=letter.sender, to=letter.to, raw=letter.raw)
    finally:
        await sender.close()
        await asyncio.to_thread(postfix.settle)


def read(raw: bytes) -> EmailMessage:
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def clues_of(raw: bytes) -> tuple[Clue, ...]:
    message = read(raw)
    text = "\n".join(
        str(part.get_payload()) for part in message.walk() if part.get_content_type().startswith(("text/", "message/"))
    )
    return tokens_in(
        [str(message["Delivered-To"]), str(message["To"])],
        [str(message[name] or "") for name in ("In-Reply-To", "References")],
        text,
        mail_address=FEEDBACK,
        sign=sign,
    )


async def test_every_header_and_both_forms_arrive_as_they_were_composed(postfix: Postfix):
    letter = letter_to("ada@example.test")

    await deliver(postfix, letter)
    [raw] = postfix.dovecot.read("ada@example.test")
    arrived, composed = read(raw), read(letter.raw)

    assert [field for field in arrived.items() if field[0] not in ON_THE_WAY] == composed.items()
    assert raw.endswith(letter.raw.partition(b"\r\n\r\n")[2])
    plain = arrived.get_body(("plain",))
    assert plain is not None
    assert plain.get_content().replace("\r\n", "\n") == letter.sent.text
    assert parseaddr(str(arrived["Return-Path"]))[1] == letter.sender


async def test_a_reply_comes_to_the_one_mailbox_and_names_its_letter(postfix: Postfix):
    await deliver(postfix, letter_to("ada@example.test"))
    [raw] = postfix.dovecot.read("ada@example.test")
    got = read(raw)
    answer = EmailMessage()
    answer["From"], answer["To"], answer["Subject"] = "ada@example.test", str(got["Reply-To"]), f"Re: {got['Subject']}"
    answer["In-Reply-To"] = answer["References"] = str(got["Message-ID"])
    answer.set_content("Yes")

    to = parseaddr(str(got["Reply-To"]))[1]
    await asyncio.to_thread(postfix.deliver, answer.as_bytes(policy=policy.SMTP), to, "ada@example.test")
    await asyncio.to_thread(postfix.settle)
    [reply] = postfix.dovecot.read(FEEDBACK)

    assert clues_of(reply) == (Clue("address", TOKEN), Clue("letter", "letter"))


@contextmanager
def moved_away(postfix: Postfix, user: str) -> Iterator[None]:
    """Somebody whom the first server still takes mail for, and the last one does not know any more."""
    file = postfix.dovecot.folder / "users"
    before = file.read_text()
    file.write_text("".join(line for line in before.splitlines(keepends=True) if not line.startswith(user)))
    try:
        yield
    finally:
        file.write_text(before)


async def test_a_letter_that_bounces_comes_back_to_the_one_mailbox_and_names_its_letter(postfix: Postfix):
    with moved_away(postfix, "cal@example.test"):
        await deliver(postfix, letter_to("cal@example.test"))
    [report] = postfix.dovecot.read(FEEDBACK)

    assert read(report).get_content_type() == "multipart/report"
    assert clues_of(report)[0] == Clue("address", TOKEN)


async def test_nobody_is_told_at_once_and_nothing_is_queued(postfix: Postfix):
    with pytest.raises(LetterRefused) as refused:
        await deliver(postfix, letter_to("nobody@example.test"))

    assert refused.value.klass == "gone"
    assert postfix.dovecot.read(FEEDBACK) == []
