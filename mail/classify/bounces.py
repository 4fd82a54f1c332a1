"""Which address a letter did not reach, and why, from whatever a mail server wrote about it.

In this order: the report that RFC 3464 asks for; X-Failed-Recipients; flufl.bounce, guarded; our own reading of the text
with the returned original as witness. Two of three 5xx are about us or about now, so the words count beside the number.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes

from mail.classify.message_kind import is_by_daemon, is_good_news, may_be_bounce, opens_with, report_type
from mail.classify.refusals import Refusal, refusal_of
from mail.mime.headers import addresses, first, message_ids
from mail.mime.message import MimeMessage
from mail.model.parsed_mail import DeliveryFailure, Klass
from mail.phrases.subject_prefixes import AUTOMATIC, BOUNCED

_MOST = 20
"""Addresses taken from one report. We write to one person at a time, so a bounce of ours names one or two."""
_LONGEST_TEXT = 20_000
"""Characters of a bounce that are searched: a report is short, and what follows is the letter that came back."""
_LONGEST_FOR_OTHERS = 16_000
"""Bytes that flufl.bounce is shown: 64,000 bytes of empty lines took it 10 s, 16,000 some 1.5 s. What it looks for
stands near the top."""
_MOST_LINES_FOR_OTHERS = 400
"""The same in lines, since it tries each of its patterns on each line."""
_FIELD = re.compile(r"^([A-Za-z-]{1,40})[ \t]*:[ \t]*([^\n]{0,1000}(?:\n[ \t][^\n]{0,1000}){0,30})", re.MULTILINE)
_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY_CODE = re.compile(r"(?<![\d.])([45])(\d)(\d)(?=[ :-]|$)")
_ADDRESS = re.compile(r"(?<![\w.+'/=-])[\w.+'/=-]{1,64}+@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}+")
_ORIGINAL = re.compile(
    r"^[ \t>*-]*(?:-{2,} ?(?:this is a copy|original message|returned message|begin (?:returned|message)|unsent message|message header"
    r"|below this line|the (?:header|following|body|message) |returned|included is|transcript of (?:the )?message|forwarded)"
    r"|received:|return-path:|message-id:|original message headers)",
    re.IGNORECASE | re.MULTILINE,
)
_TO = re.compile(
    r"^(?:to|x-original-to|delivered-to|original-recipient)[ \t]*:[ \t]*([^\n]{1,1000}(?:\n[ \t][^\n]{1,1000}){0,5})",
    re.IGNORECASE | re.MULTILINE,
)
_ID = re.compile(r"^message-id[ \t]*:[ \t]*\n?[ \t]*([^\n]{1,1000})", re.IGNORECASE | re.MULTILINE)
_DAEMONS = ("mailer-daemon", "postmaster", "mail-daemon", "abuse", "microsoftexchange")


def failures(mail: MimeMessage, raw: bytes = b"") -> tuple[DeliveryFailure, ...]:
    """Return the addresses that a mail reports as not reached, each once; nothing for a mail that is no bounce.

    `raw` is the same mail as bytes, for the reader of others' formats. Never raises.
    """
    if not may_be_bounce(mail) or report_type(mail) == "disposition-notification":
        return ()
    if mail.complaint:
        return ()
    found = list(_reported(mail)) if mail.reports else []
    if not found and not is_good_news(mail):
        found = _told(mail, raw)
    original = _original_id(mail)
    unique: dict[str, DeliveryFailure] = {}
    for one in found:
        unique.setdefault(one.address.lower(), replace(one, original_message_id=original))
    return tuple(unique.values())[:_MOST]


def complained(mail: MimeMessage) -> tuple[str, ...]:
    """Return whom a complaint (RFC 5965) is from: the recipient of our letter, where the report shows it."""
    fields = dict(_fields(mail.complaint))
    told = [
        one.address for name in ("original-rcpt-to", "removal-recipient") for one in addresses(fields.get(name, ""))
    ]
    return tuple(dict.fromkeys(told or originally_to(mail)))[:_MOST]


def _reported(mail: MimeMessage) -> Iterator[DeliveryFailure]:
    """Read the groups of a delivery report. Delayed is only for now; delivered, relayed and expanded are no failures."""
    for group in (group for report in mail.reports for group in report.split("\n\n")[: 2 * _MOST]):
        fields = dict(_fields(group))
        action = fields.get("action", "failed").partition(";")[0].strip().lower()
        address = _recipient(fields)
        if not address or action not in {"failed", "delayed", "failure", "fail"}:
            continue
        said = fields.get("diagnostic-code", "")
        status = _status(fields.get("status", ""), said)
        refusal = refusal_of(status, said or _opening(mail))
        is_late = action == "delayed" and refusal.klass != "full"
        yield _failure(address, status, replace(refusal, klass="temporary") if is_late else refusal)


def _recipient(fields: dict[str, str]) -> str:
    for name in ("original-recipient", "final-recipient", "x-actual-recipient"):
        value = fields.get(name, "").rpartition(";")[2] if ";" in fields.get(name, "") else fields.get(name, "")
        found = addresses(value) or addresses(value.replace("=", "@", 1))
        if found and not found[0].address.lower().startswith(_DAEMONS):
            return found[0].address
    return ""


def _fields(text: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of a report, the last of each name first, so that a dict keeps the first."""
    found = [(match[1].lower(), " ".join(match[2].split())) for match in _FIELD.finditer(text[:_LONGEST_TEXT])]
    yield from reversed(found)


def _told(mail: MimeMessage, raw: bytes) -> list[DeliveryFailure]:
    """Read a bounce without a report: by the header for it, by others' readers, by its text and the original."""
    text = _opening(mail)
    if not is_by_daemon(mail) and (opens_with(mail.subject, AUTOMATIC) or not (_status("", text) or _originals(mail))):
        return []
    named = [one.address for value in mail.headers.get("x-failed-recipients", ())[:_MOST] for one in addresses(value)]
    status = _status("", text)
    # A plain 550 is shown as 5.0.0, but no server said so: then its words alone count.
    refusal = refusal_of(status if _STATUS.search(text) else "", text)
    klass = refusal.klass
    if named:
        return [_failure(address, status, refusal) for address in named]
    temporary, permanent = _by_others(raw)
    own = _by_words(mail, text, klass)
    if not temporary and not permanent:
        return [_failure(address, status, refusal) for address in own]
    chosen = [address for address in own if address.lower() in {one.lower() for one in (*temporary, *permanent)}]
    rest = [one for one in (*permanent, *temporary) if one.lower() not in {address.lower() for address in chosen}]
    for_now = replace(refusal, klass="temporary")
    return [
        _failure(one, status, for_now if klass == "unknown" and one in temporary else refusal)
        for one in (*chosen, *rest)
    ]


def _failure(address: str, status: str, refusal: Refusal) -> DeliveryFailure:
    return DeliveryFailure(
        address, status, refusal.klass, fault=refusal.fault, reach=refusal.reach, is_daily=refusal.is_daily
    )


def _by_words(mail: MimeMessage, text: str, klass: Klass) -> list[str]:
    """Return the address that a text is about: the one the original went to, or the first that is nobody's of ours."""
    is_told = bool(mail.enclosed or _status("", text)) or opens_with(mail.subject, BOUNCED)
    if klass == "unknown" and not is_told:
        return []
    originally = originally_to(mail)
    ours = {address.lower() for address in (*mail.recipients, mail.sender)}
    seen = [one.strip(".'=/") for one in _ADDRESS.findall(text)]
    named = [one for one in seen if one.lower() not in ours and not one.lower().startswith(_DAEMONS)]
    both = [one for one in named if one.lower() in {address.lower() for address in originally}]
    return both[:1] or named[:1] or originally[:1]


def _by_others(raw: bytes) -> tuple[list[str], list[str]]:
    """Return what flufl.bounce finds: temporary and permanent failures. It raises on odd mail, so its errors are nothing.

    It gets little: it takes seconds for many empty lines. Its log is off: it would tell addresses.
    """
    if not raw:
        return [], []
    from flufl.bounce import all_failures  # noqa: PLC0415 - takes longer to import than a mail takes to read

    logging.getLogger("flufl.bounce").disabled = True
    lines = raw[:_LONGEST_FOR_OTHERS].replace(b"\r\n", b"\n").split(b"\n")[:_MOST_LINES_FOR_OTHERS]
    try:
        temporary, permanent = all_failures(message_from_bytes(b"\n".join(lines)))
    except Exception:  # noqa: BLE001 - whatever another's reader raises on a mail means that it cannot read it
        return [], []
    return _plain(temporary), _plain(permanent)


def _plain(found: object) -> list[str]:
    told = found if isinstance(found, (set, frozenset)) else ()
    texts = sorted(one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one) for one in told)
    return [one.address for text in texts for one in addresses(text)]


def _opening(mail: MimeMessage) -> str:
    """Return what the server says in its own words, before the original that it sends back."""
    text = _words(mail)
    original = _ORIGINAL.search(text)
    return text[: original.start()] if original and original.start() > 100 else text


def _words(mail: MimeMessage) -> str:
    if mail.text is not None:
        return mail.text[:_LONGEST_TEXT]
    from mail.mime.html import to_text  # noqa: PLC0415 - only for a bounce that has nothing but HTML

    return to_text((mail.html or "")[: 5 * _LONGEST_TEXT])[:_LONGEST_TEXT]


def _status(stated: str, said: str) -> str:
    found = _STATUS.search(stated) or _STATUS.search(said)
    told = ".".join(found.groups()) if found else ""
    better = _STATUS.search(said) if told.endswith(".0.0") else None
    if better:
        return ".".join(better.groups())
    if told:
        return told
    code = _REPLY_CODE.search(said)
    return f"{code[1]}.0.0" if code else ""


def _originals(mail: MimeMessage) -> list[str]:
    text = _words(mail) if mail.text is not None else ""
    begins = _ORIGINAL.search(text)
    return [*mail.enclosed, *([text[begins.start() :]] if begins else [])]


def originally_to(mail: MimeMessage) -> list[str]:
    """Return whom the letter was written to that a report sends back."""
    found = (match for text in _originals(mail) for match in _TO.finditer(text[:_LONGEST_TEXT]))
    return [one.address for match in found for one in addresses(match[1])][:_MOST]


def _original_id(mail: MimeMessage) -> str:
    for text in _originals(mail):
        for match in _ID.finditer(text[:_LONGEST_TEXT]):
            return next(iter(message_ids(match[1])), "")
    stated = [*mail.references, *message_ids(first(mail.headers, "x-original-message-id"))]
    return stated[0] if stated else ""
