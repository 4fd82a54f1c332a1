"""An automatic answer that says that somebody is gone for good: they left, or nobody reads this mailbox any more.

It is told apart from somebody who is away: who is away comes back, and keeps their invitation.
"""

import re

_PLACE = (
    r"(?:the |our |this )?(?:company|organi[sz]ation|trust|charity|team|service|business|firm|council"
    r"|university|post|role|job|hospital|practice|department|nhs|employment)"
)
_PATTERNS = (
    rf"\b(?:has|have|'ve|’ve|is|was|'s|’s) (?:now |since |recently |already )?(?:left|leaving) {_PLACE}",
    r"\bno longer (?:works?|working|employed|with|part of|an employee|a member of|at|in post|in (?:this|the|that) (?:post|role|job))\b",
    r"\b(?:does not|doesn't|doesn’t|do not|don't|don’t) work (?:here|for us|for "
    + _PLACE
    + r"|at [a-z ]{2,30}) any ?more\b",
    r"\b(?:mailbox|inbox|account|e-?mail(?: address)?|address) (?:is|was|has been|will be) (?:no longer (?:in use|active|used|monitored|read|checked|valid)|closed)\b",
    r"\b(?:has|have|'ve|’ve) (?:now )?retired\b",
)
_GONE = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:until|till|back (?:on|in|at|from)|return(?:ing)? (?:on|in|to)|on (?:annual |maternity |sick )?leave|today|this week)\b",
    re.IGNORECASE,
)
_LONGEST = 1000
"""Characters that are looked at: an automatic answer says it early."""


def is_departed(text: str) -> bool:
    """Return whether an automatic answer says that whom we wrote to is gone for good."""
    said = " ".join(text[:_LONGEST].split())
    return bool(_GONE.search(said)) and not _BACK.search(said)
