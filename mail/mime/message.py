"""A stored mail read into its parts: who, when, which words, which files. Pure; it never raises.

`read` takes any bytes: a mail, the text of one without headers, bare HTML, rubbish. What was wrong is told in codes.
"""

import html
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from mail.mime.attachments import Calendar, read_calendar, unsealed
from mail.mime.charset import decode
from mail.mime.headers import Address, Headers, addresses, date, first, is_head, message_ids, split_head, words
from mail.mime.parts import MimeParse, MimePart, content, is_named_file, parse, title
from mail.mime.plain_text import PGP_MESSAGE, from_enriched, unflow, without_armour, without_files
from mail.mime.rtf import text_of as rtf_text
from mail.mime.sniffing import has_tags, is_binary, is_html, is_page
from mail.mime.tnef import read_tnef
from mail.model.parsed_mail import Attachment

LONGEST_TEXT = 1_000_000
"""Words of a mail beyond this many bytes are left out of understanding; the raw mail holds them all."""
MOST_LINES = 50_000
"""Lines likewise: a mail of more has next to nothing in each."""
_LONGEST_ENCLOSED = 64_000
"""Bytes of an enclosed mail, report or complaint: its head and first lines tell whose letter it was."""
_MOST_RECIPIENTS = 100
"""Addresses looked through for the token of a letter. The list may be long where somebody wrote to many."""
_OTHER_SENDERS = ("reply-to", "return-path", "sender")
_RECIPIENTS_BY_TRUST = (
    "x-gm-original-to",
    "delivered-to",
    "x-original-to",
    "envelope-to",
    "x-envelope-to",
    "resent-to",
    "resent-cc",
    "to",
    "cc",
)
_WRITTEN = frozenset({"text/plain", "text/markdown"})
_MOST_FILES = 5
"""Text files read as an answer where a mail has no other words. A guess: who attaches more sends documents."""
_NOT_WORDS = frozenset({"text/x-amp-html", "text/watch-html", "text/css", "text/javascript"})


@dataclass(frozen=True)
class MimeMessage:
    """A mail as read. `text` and `html` are the same words twice, or one of them is None.

    `author` is who From names first; where it names nobody, the sender comes from another header. `recipients` stand in
    order of trust: those that a mail server wrote come before those that the sender wrote. `references` are the ids of
    In-Reply-To, then of References. `enclosed` are mails or headers inside this one, as text; `reports` and `complaint`
    the machine-readable parts of delivery and abuse reports.
    """

    message_id: str = ""
    references: tuple[str, ...] = ()
    sender: str = ""
    sender_name: str = ""
    author: Address | None = None
    recipients: tuple[str, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    text: str | None = None
    html: str | None = None
    attachments: tuple[Attachment, ...] = ()
    files: tuple[MimePart, ...] = ()
    is_signed: bool = False
    is_encrypted: bool = False
    calendar: Calendar | None = None
    enclosed: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    complaint: str = ""
    reaction: str = ""
    type: str = ""
    headers: Headers = field(default_factory=dict)
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Block:
    """Words that stand together: as text, as HTML, or both."""

    text: str | None = None
    html: str | None = None


@dataclass
class _Found(MimeParse):
    """What has been found so far while the parts are walked."""

    attachments: list[Attachment] = field(default_factory=list)
    enclosed: list[str] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    spare: list[_Block] = field(default_factory=list)
    """Words out of winmail.dat: needed only where the mail has no others."""
    written: list[MimePart] = field(default_factory=list)
    """Files of plain text, which are the person's words where the mail has no others at all."""
    files: list[MimePart] = field(default_factory=list)
    is_of_files: bool = False
    complaint: str = ""
    reaction: str = ""
    calendar: Calendar | None = None
    is_signed: bool = False
    is_encrypted: bool = False


def read(raw: bytes) -> MimeMessage:
    """Read a mail, a bare text or bare HTML. Takes linear time; never raises.

    Problem codes: charset, damaged-encoding, broken-multipart, too-many-parts, too-deep, too-long, encrypted, no-words,
    no-mail.
    """
    data = _with_line_feeds(raw)
    headers, body = split_head(data)
    if not is_head(headers, data):
        return _bare(data)
    found = _Found()
    root = parse(headers, body, found)
    blocks = _blocks(root, found)
    if not any(_has_words(block) for block in blocks):
        found.is_of_files = not found.spare and bool(found.written)
        blocks = found.spare or [_worded(part, found) for part in found.written[:_MOST_FILES]] or blocks
    return _mail(headers, root, blocks, found)


def _mail(headers: Headers, root: MimePart, blocks: list[_Block], found: _Found) -> MimeMessage:
    author = next(iter(addresses(first(headers, "from"))), None)
    sender = author or _sender(headers)
    text, markup = _one_text(blocks, found), _one_html(blocks)
    if found.is_encrypted:
        found.complain("encrypted")
    if not (text or "").strip() and not (markup or "").strip():
        found.complain("no-words")
    return MimeMessage(
        message_id=next(iter(message_ids(first(headers, "message-id"))), ""),
        references=_references(headers),
        sender=sender.address,
        sender_name=sender.name[:200],
        author=author,
        recipients=_recipients(headers),
        subject=" ".join(words(first(headers, "subject")).split())[:998],
        sent_at=date(first(headers, "date")),
        text=text,
        html=markup,
        attachments=tuple(found.attachments),
        files=() if found.is_of_files else tuple(found.files),
        is_signed=found.is_signed,
        is_encrypted=found.is_encrypted,
        calendar=found.calendar,
        enclosed=tuple(found.enclosed),
        reports=tuple(found.reports),
        complaint=found.complaint,
        reaction=found.reaction,
        type=root.type,
        headers=headers,
        problems=tuple(found.problems),
    )


def _with_line_feeds(raw: bytes) -> bytes:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raw = decode(raw)[0].encode("utf-8", "replace")
    data = raw.replace(b"\r\n", b"\n")
    data = data.replace(b"\r", b"\n") if b"\r" in data else data
    return data.lstrip(b"\n") if data.startswith(b"\n") else data


def _bare(data: bytes) -> MimeMessage:
    """Read what has no headers: the text of a mail, or its HTML."""
    found = _Found()
    if is_binary(data):
        return MimeMessage(problems=("no-mail",))
    part = MimePart("text/plain", {}, {}, data)
    body, _ = decode(content(part, found, LONGEST_TEXT))
    if not body.strip():
        return MimeMessage(problems=(*found.problems, "no-words"))
    if is_html(body):
        return MimeMessage(html=body, type="text/html", problems=tuple(found.problems))
    text = _limited(_tidied(body, found), found)
    return MimeMessage(text=text, type="text/plain", problems=tuple(found.problems))


def _sender(headers: Headers) -> Address:
    for name in _OTHER_SENDERS:
        found = addresses(first(headers, name))
        if found:
            return found[0]
    return Address("", "")


def _recipients(headers: Headers) -> tuple[str, ...]:
    found = (
        one.address for name in _RECIPIENTS_BY_TRUST for value in headers.get(name, ())[:20] for one in addresses(value)
    )
    return tuple(dict.fromkeys(found))[:_MOST_RECIPIENTS]


def _references(headers: Headers) -> tuple[str, ...]:
    values = (*headers.get("in-reply-to", ())[:5], *headers.get("references", ())[:5])
    return tuple(dict.fromkeys(one for value in values for one in message_ids(value)))


def _blocks(part: MimePart, found: _Found) -> list[_Block]:
    """Return the words of a part in their order; whatever is no words goes into `found`."""
    if part.parts:
        return _of_many(part, found)
    return _READERS.get(part.type, _other)(part, found)


def _of_many(part: MimePart, found: _Found) -> list[_Block]:
    match part.type:
        case "multipart/alternative":
            return _alternative(part, found)
        case "multipart/signed":
            found.is_signed = True
            _note(part.parts[2:], found)
            return _blocks(part.parts[0], found)
        case "multipart/encrypted":
            found.is_encrypted = True
            return []
        case _:
            return [block for child in part.parts for block in _blocks(child, found)]


def _alternative(part: MimePart, found: _Found) -> list[_Block]:
    """Return the first form with text and the last with HTML: the same words twice."""
    forms = [_blocks(child, found) for child in part.parts]
    texts = [form for form in forms if form and all(block.html is None for block in form)]
    markups = [form for form in forms if any(block.html is not None for block in form)]
    worded = [form for form in texts if any(_has_words(block) for block in form)]
    text = _one_text(worded[0], found) if worded else None
    markup = _one_html(markups[-1]) if markups else None
    if markup and text and len(text) < 200 and "html" in text.lower():
        text = None
    return [_Block(text, markup)] if text is not None or markup is not None else []


def _plain(part: MimePart, found: _Found) -> list[_Block]:
    if is_named_file(part):
        found.written.extend([part] if part.type in _WRITTEN else [])
        return _note((part,), found)
    return [_worded(part, found)]


def _worded(part: MimePart, found: _Found) -> _Block:
    text = _decoded(part, found)
    if part.parameters.get("format", "").lower() == "flowed":
        text = unflow(text, drop_space=part.parameters.get("delsp", "").lower() == "yes")
    return _Block(html=text) if is_page(text) else _Block(text=_tidied(text, found))


def _html(part: MimePart, found: _Found) -> list[_Block]:
    if part.disposition == "attachment":
        return _note((part,), found)
    text = _decoded(part, found)
    return [_Block(html=text) if has_tags(text) else _Block(text=_tidied(html.unescape(text), found))]


def _enriched(part: MimePart, found: _Found) -> list[_Block]:
    return [_Block(text=from_enriched(_decoded(part, found)))]


def _rich(part: MimePart, found: _Found) -> list[_Block]:
    if is_named_file(part):
        return _note((part,), found)
    return [_Block(text=rtf_text(content(part, found, LONGEST_TEXT)))]


def _calendar(part: MimePart, found: _Found) -> list[_Block]:
    found.calendar = found.calendar or read_calendar(_decoded(part, found))
    return _note((part,), found) if is_named_file(part) else []


def _enclosed(part: MimePart, found: _Found) -> list[_Block]:
    inner = content(part, found, _LONGEST_ENCLOSED) if part.encoding == "base64" else part.body[:_LONGEST_ENCLOSED]
    found.enclosed.append(decode(inner)[0])
    return _note((part,), found) if part.type == "message/rfc822" else []


def _report(part: MimePart, found: _Found) -> list[_Block]:
    found.reports.append(decode(content(part, found, _LONGEST_ENCLOSED))[0])
    return []


def _complaint(part: MimePart, found: _Found) -> list[_Block]:
    found.complaint = decode(content(part, found, _LONGEST_ENCLOSED))[0]
    return []


def _reaction(part: MimePart, found: _Found) -> list[_Block]:
    found.reaction = decode(content(part, found, _LONGEST_ENCLOSED))[0]
    return []


def _winmail(part: MimePart, found: _Found) -> list[_Block]:
    wrapped = read_tnef(content(part, found, 30 * LONGEST_TEXT))
    found.attachments.extend(Attachment(name, "", size) for name, size in wrapped.files)
    if wrapped.text or wrapped.html:
        found.spare.append(_Block(wrapped.text or None, wrapped.html or None))
    return []


def _sealed(part: MimePart, found: _Found) -> list[_Block]:
    """Read the mail inside an opaque S/MIME signature; what is encrypted cannot be read."""
    inner = unsealed(content(part, found, 30 * LONGEST_TEXT))
    if inner is None:
        found.is_encrypted = True
        return []
    found.is_signed = True
    return _blocks(parse(*split_head(_with_line_feeds(inner)), found), found)


def _other(part: MimePart, found: _Found) -> list[_Block]:
    if part.name.lower() == "winmail.dat":
        return _winmail(part, found)
    if part.type.startswith("text/") and part.type not in _NOT_WORDS:
        return _plain(part, found)
    if part.type == "application/octet-stream" and not part.name and not is_binary(part.body):
        found.written.append(part)
    return [] if part.type.endswith("-signature") else _note((part,), found)


_READERS: dict[str, Callable[[MimePart, _Found], list[_Block]]] = {
    "text/plain": _plain,
    "text/html": _html,
    "text/enriched": _enriched,
    "text/richtext": _enriched,
    "text/rtf": _rich,
    "text/calendar": _calendar,
    "application/ics": _calendar,
    "application/ms-tnef": _winmail,
    "application/vnd.ms-tnef": _winmail,
    "application/pkcs7-mime": _sealed,
    "application/x-pkcs7-mime": _sealed,
    "message/rfc822": _enclosed,
    "message/global": _enclosed,
    "text/rfc822-headers": _enclosed,
    "message/delivery-status": _report,
    "message/global-delivery-status": _report,
    "message/feedback-report": _complaint,
    "text/vnd.google.email-reaction+json": _reaction,
}


def _decoded(part: MimePart, found: _Found) -> str:
    text, is_as_labelled = decode(content(part, found, LONGEST_TEXT), part.parameters.get("charset", ""))
    if not is_as_labelled:
        found.complain("charset")
    return text


def _tidied(text: str, found: _Found) -> str:
    text, files = without_files(text)
    found.attachments.extend(Attachment(name[:200], "application/octet-stream", size) for name, size in files)
    text, is_signed = without_armour(text)
    found.is_signed = found.is_signed or is_signed
    if text.lstrip().startswith(PGP_MESSAGE):
        found.is_encrypted = True
        return ""
    return text


def _note(parts: tuple[MimePart, ...], found: _Found) -> list[_Block]:
    found.attachments.extend(Attachment(title(part), part.type[:100], part.size) for part in parts)
    found.files.extend(parts)
    return []


def _has_words(block: _Block) -> bool:
    return bool((block.text or "").strip() or (block.html or "").strip())


def _one_text(blocks: list[_Block], found: _Found) -> str | None:
    """Return the words as one text, where every block with words has a text."""
    worded = [block for block in blocks if _has_words(block)]
    if any(block.text is None for block in worded) or not worded:
        return None if worded else next((block.text for block in blocks if block.text is not None), None)
    return _limited("\n".join((block.text or "").rstrip("\n") for block in worded)[:LONGEST_TEXT], found)


def _one_html(blocks: list[_Block]) -> str | None:
    """Return the words as one HTML, where any block has one: text beside it is wrapped into it."""
    worded = [block for block in blocks if _has_words(block)]
    if not any(block.html is not None for block in worded):
        return None
    wrapped = (block.html if block.html is not None else _as_html(block.text or "") for block in worded)
    return "\n".join(wrapped)[:LONGEST_TEXT]


def _as_html(text: str) -> str:
    return "<div>" + html.escape(text, quote=False).replace("\n", "<br>\n") + "</div>"


def _limited(text: str, found: _Found) -> str:
    if text.count("\n") > MOST_LINES:
        text = text[: len(text) - len(text.split("\n", MOST_LINES)[-1])]
        found.complain("too-long")
    return text
