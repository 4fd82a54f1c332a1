"""What the answer of a mail server means for one letter: sent, later, refused for ever, or not known.

Half of all answers that call themselves permanent are about us or about now (spam rules, a full mailbox, a broken
route), so the number alone never makes an address dead: its class does.
"""

import re
from typing import Literal

from feedback.errors import GiveUp, TryLater

Stage = Literal["connect", "encrypt", "sign in", "sender", "recipient", "text", "end"]
"""How far a letter came. `text`: we asked to send it; `end`: all of it is out and the answer is awaited."""
Klass = Literal["gone", "full", "policy", "temporary", "unknown"]
"""Why an address was refused. Only `gone` says that nobody is there."""
Scope = Literal["address", "domain", "server"]
"""Who has to wait: one address, all of its domain, or all letters."""

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_GONE = frozenset({"1.0", "1.1", "1.2", "1.10", "2.1"})
_FULL = frozenset({"2.2"})
_CLASSES: dict[str, Klass] = {"2": "policy", "3": "temporary", "4": "temporary", "6": "policy", "7": "policy"}
_PHRASES: tuple[tuple[Klass, re.Pattern[str]], ...] = (
    ("policy", re.compile(r"spam|block|black ?list|reputation|policy|relay|spf|dkim|dmarc|authenticat|not allowed")),
    ("full", re.compile(r"quota|full|storage|insufficient|exceeded")),
    (
        "gone",
        re.compile(
            r"(?:user|recipient|address|mailbox|account)\W+(?:\S+\s+){0,4}?"
            r"(?:unknown|not found|not exist|n't exist|invalid|disabled|inactive|unavailable)"
            r"|(?:no such|unknown|invalid) (?:user|recipient|address|mailbox|account)"
        ),
    ),
)
_ASKED = re.compile(r"\b(?:in|after|for|wait)\s+(\d{1,4})\s*(s|m|h)(?:ec|in|our|\b)", re.IGNORECASE)
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0}
_SIGN_IN_CODES = frozenset({530, 534, 535, 538})
_LOOKED_AT = 500
"""Characters of an answer that are looked at."""


class LetterDeferred(TryLater):
    """A letter that was not taken for now. `scope` says who has to wait; `counts` is False where only a line broke."""

    def __init__(
        self,
        reason: str,
        wait_seconds: float | None = None,
        *,
        outcome_known: bool = True,
        scope: Scope = "server",
        counts: bool = False,
    ) -> None:
        super().__init__(reason, wait_seconds, outcome_known=outcome_known)
        self.scope = scope
        self.counts = counts


class SmtpSignInRefused(LetterDeferred):
    """The server does not take our name and password (or token). Only staff can mend that."""


class LetterRefused(GiveUp):
    """A letter that this address will never take. `klass` says why; `status` is the code as the server gave it."""

    def __init__(self, reason: str, klass: Klass, status: str) -> None:
        super().__init__(reason)
        self.klass = klass
        self.status = status


def judge(stage: Stage, code: int, answer: str) -> LetterDeferred | LetterRefused:
    """Return what an answer other than yes means. Its own words may hold an address: they are never kept.

    A refusal before the recipient was named is about us, not about the person: the letter waits. 421 and 451 put off
    the whole domain (or all letters, when no recipient was named yet).
    """
    told = answer[:_LOOKED_AT]
    status = _status(code, told)
    if stage == "sign in" and code >= 500:
        return SmtpSignInRefused(f"The mail server refuses our sign-in ({status}).")
    if stage not in ("recipient", "text", "end") or code in _SIGN_IN_CODES:
        return LetterDeferred(f"The mail server refuses us at the stage '{stage}' ({status}).", _asked(told))
    if code >= 500:
        klass = _klass(code, told) if stage == "recipient" else _klass_of_text(code, told)
        return LetterRefused(f"{_REASONS[klass]} ({status}).", klass, status)
    scope: Scope = "domain" if code in (421, 451) else "address"
    return LetterDeferred(f"The mail server asks us to wait ({status}).", _asked(told), scope=scope, counts=True)


_REASONS: dict[Klass, str] = {
    "gone": "The mail server says that nobody has this address",
    "full": "The mail server says that the mailbox is full",
    "policy": "The mail server does not take this letter, by a rule of its own",
    "temporary": "The mail server could not deliver it",
    "unknown": "The mail server refuses this letter",
}


def _status(code: int, told: str) -> str:
    found = _STATUS.search(told)
    return f"{code} {found[0]}" if found else str(code)


def _klass(code: int, told: str) -> Klass:
    found = _STATUS.search(told)
    if found:
        detail = f"{found[2]}.{found[3]}"
        if detail in _GONE:
            return "gone"
        if detail in _FULL:
            return "full"
        if found[2] in _CLASSES:
            return _CLASSES[found[2]]
    said = told.casefold()
    by_words = next((klass for klass, phrase in _PHRASES if phrase.search(said)), None)
    return by_words or ("full" if code == 552 else "unknown")


def _klass_of_text(code: int, told: str) -> Klass:
    """A letter refused for what it is tells nothing about the address, unless it names a full or missing mailbox."""
    klass = _klass(code, told)
    return "policy" if klass == "unknown" else klass


def _asked(told: str) -> float | None:
    found = _ASKED.search(told)
    return float(found[1]) * _UNITS[found[2].casefold()] if found else None
