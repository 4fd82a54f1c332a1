"""A letter to write with: an invitation, its envelope, and how it is read back."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from config.load import FLOWS, load_flows, load_words
from feedback.flows.model import Choice
from mail.outgoing.layout import Envelope
from mail.outgoing.mime_builder import ComposedLetter, compose
from mail.outgoing.text import Letter, letter_for_flow

WORDS = load_words("en")
ALL_FLOWS = {flow.name: flow for flow in load_flows(FLOWS, WORDS)}
PEOPLE = ALL_FLOWS["people"]
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TOKEN = "abcdefghijklmnopqrstuvwx23"
HARBOUR = "Harbour Trust"
ENVELOPE = Envelope(
    from_address="feedback@example.org",
    to="ada@example.net",
    token=TOKEN,
    message_id="<inv.letter.mac@example.org>",
    at=AT,
    boundary="edge0123456789",
    organisation=HARBOUR,
    campaign="people",
    public_url="https://talk.example.org",
    page_url=f"https://talk.example.org/i/{TOKEN}",
    stop_url=f"https://talk.example.org/stop/{TOKEN}",
)
INVITATION = letter_for_flow(PEOPLE, WORDS, organisation=HARBOUR)
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


def read(composed: ComposedLetter) -> EmailMessage:
    message = message_from_bytes(composed.raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk()] == [[], [], []]
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    assert part["Content-Transfer-Encoding"] == "quoted-printable"
    content: str = part.get_content()
    return content.replace("\r\n", "\n")


def made(letter: Letter = INVITATION, **changes: object) -> EmailMessage:
    return read(compose(letter, replace(ENVELOPE, **changes), WORDS))  # type: ignore[arg-type] # fields by name
