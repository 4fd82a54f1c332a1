"""What a sender may sign with: the names of From, those that the address is made of, and the initials of either."""

import re

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


def names_of(name: str, address: str) -> str:
    """Return all names in one text; the address counts only where the mail gives no name."""
    told = name.strip()
    if not told:
        parts = _OF_ADDRESS.findall(address.partition("@")[0].casefold())
        told = " ".join(part for part in parts if part not in _NO_NAME)
    initials = "".join(part[0] for part in told.split() if part[:1].isalpha())
    return f"{told} {initials}" if len(initials) > 1 else told
