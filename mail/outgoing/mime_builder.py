"""A letter as the bytes that go out: text first, an HTML twin, and headers that no name or word can break out of.

Nothing here knows the time, an id or chance: all of it stands in the envelope, so that a letter made again for a
second try is the same to the byte. Sources: RFC 5322, 2047, 2369, 3834, 8058, and the rules of large providers.
"""

import re
from binascii import b2a_qp
from dataclasses import dataclass
from email.header import Header
from email.utils import format_datetime, quote

from feedback.errors import GiveUp
from feedback.flows.words import Words
from mail.classify.reply_tokens import bounce_to, domain_of, reply_to
from mail.model.expected_answers import SentLetter
from mail.outgoing.layout import Envelope, blocks, html, plain
from mail.outgoing.text import Letter

_ADDRESS = re.compile(r"[^\s@<>(),;:\\\"\[\]\x00-\x20\x7f]{1,64}@[a-z0-9.-]{1,255}", re.IGNORECASE)
_HEADER_COLUMNS = 76
"""Characters of a header line with encoded words in it (RFC 2047 section 2)."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_LINE_FROM = re.compile(rb"(?m)^From ")
_MOST_REFERENCES = 10
"""The first and the latest stay, as RFC 5537 section 3.4.4 asks where such a list is cut. Ten keep any program's thread
together."""


@dataclass(frozen=True)
class ComposedLetter:
    """A letter ready to leave. `sent` is what a reply is read against; `sender` the envelope sender of bounces."""

    raw: bytes
    sent: SentLetter
    message_id: str
    sender: str
    to: str


def compose(letter: Letter, envelope: Envelope, words: Words) -> ComposedLetter:
    """Return a letter as the bytes that go out.

    Raises GiveUp for an address that no letter can be sent to.
    """
    to = _address(envelope.to)
    parts = blocks(letter, envelope, words)
    text, page = plain(parts), html(parts, letter.language)
    head = "".join(_line(name, value) for name, value in _headers(letter, envelope, to) if value)
    raw = head.encode("ascii") + _body(text, page, envelope.boundary)
    sender = bounce_to(envelope.from_address, envelope.token) if envelope.has_plus else envelope.from_address
    return ComposedLetter(raw, SentLetter(text, letter.items), envelope.message_id, sender, to)


def _headers(letter: Letter, envelope: Envelope, to: str) -> list[tuple[str, str]]:
    domain = domain_of(envelope.from_address)
    answers_to = reply_to(envelope.from_address, envelope.token) if envelope.has_plus else envelope.from_address
    is_answer = bool(envelope.in_reply_to) and not letter.is_campaign
    return [
        ("From", _mailbox(envelope.organisation, envelope.from_address)),
        ("Reply-To", _mailbox(envelope.organisation, answers_to)),
        ("To", to),
        ("Subject", _encoded(_one_line(letter.subject), "Subject")),
        ("Date", format_datetime(envelope.at)),
        ("Message-ID", _one_line(envelope.message_id)),
        ("In-Reply-To", _ids([envelope.in_reply_to])),
        ("References", _ids([*envelope.references, envelope.in_reply_to])),
        ("Auto-Submitted", "auto-replied" if is_answer else "auto-generated"),
        ("X-Auto-Response-Suppress", "OOF, AutoReply"),
        ("Precedence", "bulk" if letter.is_campaign else ""),
        *_list_headers(letter, envelope, answers_to, domain),
        ("Feedback-ID", f"{_word(envelope.campaign)}:{domain}:{letter.kind}:sayso"),
        ("MIME-Version", "1.0"),
        ("Content-Language", _word(letter.language)),
        ("Content-Type", f'multipart/alternative; boundary="{_word(envelope.boundary)}"'),
    ]


def _list_headers(letter: Letter, envelope: Envelope, answers_to: str, domain: str) -> list[tuple[str, str]]:
    """Return how to stop, for programs that show a button. After a last word there is nothing to stop.

    The team chooses its alerts on a page of its own.
    """
    if letter.kind in ("farewell", "alert"):
        return []
    page = f"<{_one_line(envelope.stop_url)}>, " if envelope.stop_url.startswith("https://") else ""
    word = "STOP" if envelope.has_plus else f"STOP%20{_word(envelope.token)}"
    return [
        ("List-Id", f"<{_word(envelope.campaign)}.{domain}>"),
        ("List-Unsubscribe", f"{page}<mailto:{answers_to}?subject={word}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click" if page else ""),
    ]


def _address(address: str) -> str:
    """Return an address as it can stand in a header and an envelope, the domain in ASCII."""
    mailbox, _, domain = address.strip().rpartition("@")
    try:
        plain_address = f"{mailbox}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        plain_address = ""
    if not plain_address.isascii() or not _ADDRESS.fullmatch(plain_address):
        raise GiveUp("This is no mail address that a letter can be sent to.")
    return plain_address


def _mailbox(name: str, address: str) -> str:
    shown = _one_line(name)
    if not shown:
        return address
    encoded = _encoded(shown, "Reply-To")
    return f"{encoded} <{address}>" if encoded != shown else f'"{quote(shown)}" <{address}>'


def _encoded(text: str, header: str) -> str:
    if text.isascii() and "=?" not in text:
        return text
    return Header(text, "utf-8", maxlinelen=_HEADER_COLUMNS - 1, header_name=header).encode(linesep="")


def _ids(ids: list[str]) -> str:
    """Return Message-IDs, each once, the latest last; anything that is none is left out."""
    whole = (_one_line(one) for one in ids)
    kept = [one for one in dict.fromkeys(whole) if re.fullmatch(r"<[!-;=?-~]{3,250}>", one)]
    return " ".join(kept if len(kept) <= _MOST_REFERENCES else [kept[0], *kept[1 - _MOST_REFERENCES :]])


def _one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())


def _word(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.=-]+", "-", text)


def _line(name: str, value: str) -> str:
    """Return one header, folded at its spaces where it is long."""
    folded, column = f"{name}:", len(name) + 1
    for word in value.split(" "):
        if column + 1 + len(word) > _HEADER_COLUMNS and column > len(name) + 1:
            folded, column = f"{folded}\r\n", 0
        folded, column = f"{folded} {word}", column + 1 + len(word)
    return f"{folded}\r\n"


def _body(text: str, page: str, boundary: str) -> bytes:
    edge = f"--{_word(boundary)}"
    parts = b"".join(
        f"{edge}\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n".encode(
            "ascii"
        )
        + _quoted(content)
        + b"\r\n"
        for kind, content in (("plain", text), ("html", page))
    )
    return b"\r\n" + parts + f"{edge}--\r\n".encode("ascii")


def _quoted(content: str) -> bytes:
    """Return a text as quoted-printable. A line that begins with From would be changed on the way, so it is hidden."""
    raw = content.replace("\n", "\r\n").encode("utf-8", "replace")
    return _LINE_FROM.sub(b"=46rom ", b2a_qp(raw))
