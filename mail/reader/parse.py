"""One stored mail understood: what sort it is, the person's own words, and what the service needs to place it.

Pure. It runs in a child process with limits (`mail.reader.pool`); nothing of ours may follow a mail into the event loop.
"""

import re
from dataclasses import replace

from mail.classify.away_phrases import is_away
from mail.classify.bounces import complained, failures
from mail.classify.locked_mail import is_locked
from mail.classify.message_kind import hops, kind_of, opens_with
from mail.classify.provider_reports import report_of
from mail.classify.receipts import is_receipt
from mail.classify.unsubscribe import is_by_button
from mail.mime.file_words import read_files
from mail.mime.message import MimeMessage, read
from mail.model.authentication_results import trail
from mail.model.expected_answers import ParsedReply, SentLetter
from mail.model.parsed_mail import FileWords, Kind, ParsedMail
from mail.phrases.subject_prefixes import REPLIED
from mail.quotes.questionnaires import is_asked
from mail.replies import forwards, matching, reactions
from mail.replies.language_guess import language
from mail.replies.quoted_text import SplitText, split, split_html
from mail.replies.sender_names import names_of

_TOKEN = "[a-z2-7]{26}"  # noqa: S105 - the shape of a token, not one
_IN_ADDRESS = re.compile(rf"\+(?:bounce-)?({_TOKEN})@", re.IGNORECASE)
_IN_TEXT = re.compile(rf"(?<![A-Za-z0-9])({_TOKEN})(?![A-Za-z0-9])")
_HAS_LETTER_AND_DIGIT = re.compile(r"(?=.*[a-z])(?=.*[2-7])")
_QUOTES_IN_HTML = re.compile(
    r"<blockquote|gmail_quote|divRplyFwdMsg|appendonsend|yahoo_quoted|protonmail_quote|moz-cite|border-top:\s?solid #(?:e1e1e1|b5c4df)",
    re.IGNORECASE,
)
_TINTED = re.compile(r"<(?:span|font)\b[^<>]{0,200}\bcolor\s*[:=]", re.IGNORECASE)
_LONGEST_ENCLOSED = 64_000
"""Bytes of all enclosed mails together, searched for the token of our letter. It stands near their top."""
_TITLE = 3
"""Words of a subject that says something by itself. "Feedback" and "My feedback" are titles."""
_EVERY_PART = (
    b"From: MAILER-DAEMON@example.test\nSubject: Undeliverable: Hello\nContent-Type: text/html; charset=utf-8\n\n"
    b"<p>550 <b>&lt;ada@example.test&gt;</b></p><blockquote>Hello</blockquote>"
)


def understand(raw: bytes) -> ParsedMail:
    """Understand a mail, a bare text or bare HTML, with the words of its files. Never raises what a mail could cause."""
    mail = read(raw)
    understood = _understood(mail, raw)
    return replace(understood, files=read_files(mail.files)) if mail.files else understood


def understand_mail(raw: bytes) -> ParsedMail:
    """Understand a mail without its files; takes linear time."""
    return _understood(read(raw), raw)


def files_of(raw: bytes) -> tuple[FileWords, ...]:
    """Return the words in the files of a mail."""
    return read_files(read(raw).files)


def _understood(mail: MimeMessage, raw: bytes) -> ParsedMail:
    parts = _parts(mail)
    whole = _whole(mail, parts)
    sign = _sign(mail, parts)
    if sign:
        parts = SplitText(sign, parts.quoted)
    enclosed = "\n".join((*mail.enclosed, *mail.reports, mail.complaint))[:_LONGEST_ENCLOSED].strip()
    token = _token(mail.recipients, f"{whole}\n{enclosed}")
    report = report_of(mail)
    failed = report.failures if report else failures(mail, raw)
    forwarded = "" if token else _forwarded(mail, parts)
    if forwarded:
        note = "" if parts.reply.strip() and not parts.quoted.strip() else parts.reply
        parts = SplitText("\n\n".join(part for part in (note.strip(), forwarded) if part), "", parts.signature)
    in_subject = "" if token or parts.reply.strip() or mail.attachments else _in_subject(mail)
    parts = SplitText(in_subject, parts.quoted, parts.signature) if in_subject else parts
    has_lock = not failed and is_locked(mail, parts.reply)
    parts = SplitText("", parts.quoted, parts.signature) if has_lock else parts
    is_reply = bool(token or parts.quoted.strip())
    kind = _kind(mail, parts, is_reply=is_reply, has_failures=bool(failed))
    has_lock = has_lock and kind in ("reply", "new", "unreadable")
    originals = tuple(one.original_message_id for one in failed if one.original_message_id)
    return ParsedMail(
        kind="bounce" if report else "unreadable" if has_lock else kind,
        reply=parts.reply,
        quoted=parts.quoted,
        signature=parts.signature,
        token=token,
        language=language(parts.reply),
        problems=mail.problems,
        message_id=mail.message_id,
        references=tuple(dict.fromkeys((*mail.references, *originals))),
        sender=mail.sender,
        sender_name=mail.sender_name,
        recipients=mail.recipients,
        subject=mail.subject,
        sent_at=mail.sent_at,
        text=whole,
        enclosed=enclosed,
        attachments=mail.attachments,
        failures=failed,
        complaints=report.complaints if report else complained(mail) if mail.complaint else (),
        is_complaint=report.is_complaint if report else bool(mail.complaint),
        is_by_button=is_by_button(mail, parts.reply),
        hops=hops(mail),
        trail=trail(raw),
        is_signed=mail.is_signed,
        forwarded=forwarded,
        is_locked=has_lock,
        is_in_subject=bool(in_subject),
    )


def _kind(mail: MimeMessage, parts: SplitText, *, is_reply: bool, has_failures: bool) -> Kind:
    """Return the sort of a mail by its headers; one of a person may be a responder's by its words."""
    told = kind_of(mail, is_reply=is_reply, has_words=bool(parts.reply.strip()), has_failures=has_failures)
    is_by_machine = told in ("reply", "new") and (is_away(parts.reply) or is_receipt(parts.reply))
    return "auto-reply" if is_by_machine else told


def _sign(mail: MimeMessage, parts: SplitText) -> str:
    """Return the sign of a reaction, which is all that the person gave; or ""."""
    return (reactions.of_gmail(mail.reaction) if mail.reaction else "") or reactions.of_words(parts.reply)


def _forwarded(mail: MimeMessage, parts: SplitText) -> str:
    """Return the words of a mail that is handed on, where it is one."""
    is_forward = bool(forwards.FORWARDED.match(mail.subject))
    if not mail.sender:
        return ""
    if parts.quoted.strip():
        return forwards.words_of(parts.quoted, is_forward=is_forward)
    return forwards.words_of(parts.reply, is_forward=is_forward)


def _in_subject(mail: MimeMessage) -> str:
    """Return the words of a subject where the mail has no others. A reply bears the subject of ours."""
    is_answer = (
        bool(mail.references) or opens_with(mail.subject, REPLIED) or bool(forwards.FORWARDED.match(mail.subject))
    )
    return "" if is_answer or len(mail.subject.split()) < _TITLE else mail.subject


def warm_up() -> None:
    """Use every part once, so that no mail pays for what is loaded late."""
    understand(_EVERY_PART)


def hear(raw: bytes, sent: SentLetter) -> ParsedReply:
    """Return what a reply says to the letter that it answers. Never an empty reply where the mail has own words."""
    mail = read(raw)
    heard = matching.hear(mail.text, mail.html, sent)
    if sign := _sign(mail, SplitText(heard.reply)):
        return replace(heard, reply=sign, comment=sign, slots=(), grade="unsure")
    typed = _typed_in_calendar(mail)
    if heard.reply.strip() or not typed:
        return heard
    return replace(heard, reply=typed, comment=typed, slots=(), grade="unsure")


def _parts(mail: MimeMessage) -> SplitText:
    typed = _typed_in_calendar(mail)
    parts = _split(mail)
    return SplitText(typed, parts.quoted or parts.reply, parts.signature) if typed else parts


def _split(mail: MimeMessage) -> SplitText:
    """Split the words. The text goes first; HTML where there is no other, or where only its boxes show the quote.

    Words that are neither a quote nor a signature are the reply, whatever the splitter thinks of them.
    """
    name = names_of(mail.sender_name, mail.sender)
    if mail.text is None:
        return split_html(mail.html, name) if mail.html is not None else SplitText("")
    parts = split(mail.text, name)
    if mail.html is not None and _needs_html(mail.text, mail.html, parts):
        boxed = split_html(mail.html, name)
        parts = boxed if boxed.reply.strip() and boxed.quoted.strip() else parts
    is_empty = not (parts.reply.strip() or parts.quoted.strip() or parts.signature.strip())
    return SplitText(mail.text.strip()) if is_empty else parts


def _needs_html(text: str, html: str, parts: SplitText) -> bool:
    """Whether only the HTML shows what was typed: by its boxes, or between lines that the text does not mark as quoted."""
    if not parts.reply.strip() or not parts.quoted.strip():
        return bool(_QUOTES_IN_HTML.search(html) or is_asked(parts.quoted))
    if "\n>" in text or not is_asked(parts.quoted):
        return False
    return parts.quoted not in text.replace("\r\n", "\n") or bool(_TINTED.search(html))


def _typed_in_calendar(mail: MimeMessage) -> str:
    """Return what a person typed when they answered an invitation to a meeting, or ""."""
    return mail.calendar.comment if mail.calendar is not None and mail.calendar.method in {"REPLY", "COUNTER"} else ""


def _whole(mail: MimeMessage, parts: SplitText) -> str:
    if mail.text is not None:
        return mail.text
    return "\n\n".join(part for part in (parts.reply, parts.signature, parts.quoted) if part)


def _token(recipients: tuple[str, ...], text: str) -> str:
    for address in recipients:
        found = _IN_ADDRESS.search(address)
        if found:
            return found[1].lower()
    found = _IN_ADDRESS.search(text)
    if found:
        return found[1].lower()
    return next((match[1] for match in _IN_TEXT.finditer(text[:200_000]) if _HAS_LETTER_AND_DIGIT.match(match[1])), "")
