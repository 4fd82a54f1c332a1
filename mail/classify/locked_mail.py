"""Mails whose words wait behind a lock: encrypted ones, and those of portals that only say that a message is there."""

import re

from mail.mime.message import MimeMessage

_LONGEST = 3_000
"""Characters. A notice of a portal has a page of help below it; a person's letter that speaks of one is heard."""
_FILES = re.compile(
    r"\.rpmsg$|^securedoc.{0,40}\.html?$|^(?:secure|encrypted)[-_ ]?(?:message|mail).{0,30}\.(?:html?|zip|pdf)$|^smime\.p7m$|\.(?:pgp|gpg)$|^encrypted\.asc$",
    re.IGNORECASE,
)
"""Microsoft's, Cisco's and others' envelopes, S/MIME and OpenPGP."""
_TYPES = frozenset({"application/x-microsoft-rpmsg-message", "application/pgp-encrypted"})
_NOTICE = re.compile(
    r"\b(?:sent you (?:a|an) (?:protected|encrypted|secure)[\w ]{0,20} (?:message|e-?mail)|you(?:['’]ve| have) (?:received|been sent) (?:a|an) (?:protected|encrypted|secure)[\w ]{0,20} (?:message|e-?mail)"
    r"|this is (?:a|an) (?:secure|encrypted|protected)[\w, ]{0,20} (?:message|e-?mail)|(?:read|view|open|access) (?:the|this|your) (?:secure|protected|encrypted)? ?(?:message|e-?mail)\b"
    r"|(?:verschlüsselte|geschützte|sichere) (?:nachricht|e-?mail)|message (?:chiffré|sécurisé|protégé)|mensaje (?:cifrado|seguro|protegido)|messaggio (?:crittografato|protetto|sicuro)|beveiligd bericht|versleuteld bericht"
    r"|zaszyfrowan\w+ wiadomoś\w+|neges (?:ddiogel|wedi['’]i hamgryptio))",
    re.IGNORECASE,
)
_WAY_IN = re.compile(
    r"https?://|\bclick\b|\blink\b|\battach|\bsign in\b|\bregister\b|one-time|passcode|anklicken|cliqu|haga clic|clicca|klik|clicio",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:I|my|me)\b")


def is_locked(mail: MimeMessage, reply: str) -> bool:
    """Tell whether a mail holds no words that can be read, only a lock. `reply` is what was taken for the person's words."""
    words = " ".join(reply.split())
    has_lock = mail.is_encrypted or any(_FILES.search(part.name) or part.type in _TYPES for part in mail.attachments)
    if not words:
        return has_lock
    if not (has_lock or mail.attachments or _leads_on(words) or _leads_on(mail.html or "")):
        return False
    is_notice = len(words) <= _LONGEST and bool(_NOTICE.search(words)) and not _PERSON.search(words)
    return is_notice and (has_lock or bool(_WAY_IN.search(f"{words} {mail.html or ''}"[:_LONGEST])))


def _leads_on(text: str) -> bool:
    """Tell whether a text has a link, or asks for a press on one: a notice without any leads nowhere."""
    return "://" in text[:_LONGEST] or "lick" in text[:_LONGEST]
