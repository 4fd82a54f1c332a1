"""What the answer of a mail server means for one letter: sent, later, refused for ever, or not known.

Half of all answers that call themselves permanent are about us or about now (limits, lists, a broken route), so only a
refusal that is about the address ends a letter: `mail.classify.refusals` says which are.
"""

import re
from typing import Literal, NamedTuple

from feedback.errors import GiveUp, TryLater
from mail.classify.refusals import Refusal, of_message, refusal_of
from mail.model.parsed_mail import Fault, Klass

Stage = Literal["connect", "encrypt", "sign in", "sender", "recipient", "text", "end"]
"""How far a letter came. `text`: we asked to send it; `end`: all of it is out and the answer is awaited."""
Scope = Literal["address", "domain", "server"]
"""Who has to wait: one address, all of its provider, or all letters."""

_STATUS = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
_ASKED = re.compile(r"\b(?:in|after|for|wait)\s+(\d{1,4})\s*(s|m|h)(?:ec|in|our|\b)", re.IGNORECASE)
_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0}
_SIGN_IN_CODES = frozenset({530, 534, 535, 538})
_FULL_CODE = 552
"""RFC 5321 4.2.2: exceeded storage allocation."""
_LOOKED_AT = 500
"""Characters of an answer that are looked at."""
_SCOPES: dict[str, Scope] = {"address": "address", "provider": "domain", "all": "server"}
_ENDS = frozenset({"gone", "full", "policy"})
"""What an address refuses for good, or for longer than three days."""


class Blame(NamedTuple):
    """Whose fault it is, empty where only a line broke; the code as the server gave it; whether a limit ends with the day."""

    fault: Fault | Literal[""] = ""
    status: str = ""
    is_daily: bool = False


class LetterDeferred(TryLater):
    """A letter that was not taken for now. `scope` says who has to wait; `counts` is False where it uses up no try."""

    def __init__(
        self,
        reason: str,
        wait_seconds: float | None = None,
        *,
        outcome_known: bool = True,
        scope: Scope = "server",
        counts: bool = False,
        blame: Blame = Blame(),  # noqa: B008 - it cannot be changed
    ) -> None:
        super().__init__(reason, wait_seconds, outcome_known=outcome_known)
        self.scope = scope
        self.counts = counts
        self.fault, self.status, self.is_daily = blame


class SmtpSignInRefused(LetterDeferred):
    """The server does not take our name and password (or token). Only staff can mend that."""

    def __init__(self, status: str) -> None:
        super().__init__(f"The mail server refuses our sign-in ({status}).", blame=Blame("us", status))


class LetterRefused(GiveUp):
    """A letter that this address does not take. `klass` says why; `status` is the code as the server gave it."""

    def __init__(self, reason: str, klass: Klass, status: str) -> None:
        super().__init__(reason)
        self.klass = klass
        self.status = status


def judge(stage: Stage, code: int, answer: str) -> LetterDeferred | LetterRefused:
    """Return what an answer other than yes means. Its own words may hold an address: they are never kept.

    A refusal before the recipient was named is about us, not about the person: the letter waits.
    """
    told = answer[:_LOOKED_AT]
    status = _status(code, told)
    if stage == "sign in" and code >= 500:
        return SmtpSignInRefused(status)
    if stage not in ("recipient", "text", "end") or code in _SIGN_IN_CODES:
        return _before_recipient(stage, code, told, status)
    refusal = _refusal(stage, code, told)
    if code >= 500 and refusal.fault == "address" and refusal.klass in _ENDS:
        return LetterRefused(f"{_REASONS[refusal.klass]} ({status}).", refusal.klass, status)
    return LetterDeferred(
        f"{_WAITS[refusal.fault]} ({status}).",
        _asked(told),
        scope=_SCOPES[refusal.reach],
        counts=refusal.fault in ("address", "message"),
        blame=Blame(refusal.fault, status, refusal.is_daily),
    )


def _before_recipient(stage: Stage, code: int, told: str, status: str) -> LetterDeferred:
    """A refusal for now may pass in a moment, like a broken line. One that is no such is about us."""
    found = refusal_of(_enhanced(told), told, code=code)
    return LetterDeferred(
        f"The mail server refuses us at the stage '{stage}' ({status}).",
        _asked(told),
        blame=Blame("us" if code >= 500 or found.is_daily else "", status, found.is_daily),
    )


def _refusal(stage: Stage, code: int, told: str) -> Refusal:
    found = refusal_of(_enhanced(told), told, code=code)
    if code == _FULL_CODE and found.klass == "unknown":
        return Refusal("address", "full")
    return of_message(found) if stage != "recipient" and code >= 500 else found


_REASONS: dict[Klass, str] = {
    "gone": "The mail server says that nobody has this address",
    "full": "The mail server says that the mailbox is full",
    "policy": "This address does not take letters from us",
}
_WAITS: dict[Fault, str] = {
    "address": "The mail server asks us to wait",
    "message": "The mail server does not take this letter",
    "us": "The mail server takes no letters from us now",
    "provider": "The mail server takes nothing for now",
}


def _status(code: int, told: str) -> str:
    found = _enhanced(told)
    return f"{code} {found}" if found else str(code)


def _enhanced(told: str) -> str:
    found = _STATUS.search(told)
    return found[0] if found else ""


def _asked(told: str) -> float | None:
    found = _ASKED.search(told)
    return float(found[1]) * _UNITS[found[2].casefold()] if found else None
