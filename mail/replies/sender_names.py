"""What a sender may sign with: the names of From, those that the address is made of, and the initials of either."""

import re
from typing import Final

_OF_ADDRESS = re.compile(r"[^\W\d_]{2,}")
_NO_NAME = frozenset(
    [
        "info",
        "contact",
        "hello",
        "mail",
        "email",
        "office",
        "admin",
        "enquiries",
        "feedback",
        "team",
        "support",
        "help",
        "reception",
        "the",
        "me",
        "my",
        "noreply",
        "no",
        "reply",
        "web",
        "post",
    ]
)
"""What stands in addresses that are nobody's."""

SHORT: Final = 80
"""Characters of a line with a name or a leave-taking, and marks that say nothing."""
_NAMES: Final = 5
"""Words of a name with its titles, as in "Dr Ana Maria de Souza". More is a sentence that holds a name."""


def names_of(name: str, address: str) -> str:
    """Return all names in one text; the address counts only where the mail gives no name."""
    told = name.strip()
    if not told:
        parts = _OF_ADDRESS.findall(address.partition("@")[0].casefold())
        told = " ".join(part for part in parts if part not in _NO_NAME)
    initials = "".join(part[0] for part in told.split() if part[:1].isalpha())
    return f"{told} {initials}" if len(initials) > 1 else told


def parts_of(name: str) -> frozenset[str]:
    """Return the words of a name in lower case, without single letters."""
    return frozenset(re.findall(r"\w{2,}", name.casefold()))


def may_hold(line: str, own: frozenset[str]) -> bool:
    """Tell whether a line is short and holds one of these parts of a name."""
    return 0 < len(line) <= SHORT and any(part in line.casefold() for part in own)


def is_own(told: list[str], own: frozenset[str], line: str) -> bool:
    """Tell whether the words of a line (`told`) are the sender's own name: two of its parts, the only one, or one of two people's."""
    least = 1 if len(told) <= 3 and any(mark in line for mark in "&+") else 2
    return bool(told) and len(told) <= _NAMES and len(own.intersection(told)) >= min(least, len(told))
