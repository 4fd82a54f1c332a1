"""Whose reply this is: the tokens in the addresses, Message-IDs and lines that we send out, and found again.

A token (`storage.crypto.vault`) is 26 characters of lower-case base32. It survives what happens to a mail on its way:
capitals folded, an address rewritten by a forwarder, marks of quoting, an Outlook that wraps addresses in brackets.
"""

import hmac
import re
from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

TOKEN = "[a-z2-7]{26}"  # noqa: S105 - the shape of a token, not one
BOUNCE = "bounce-"
"""Stands before the token of an envelope sender, so that a failed delivery comes to the one mailbox that we know."""
MOST_FOUND = 20
"""More clues than this in one mail are no clue: the rest is not looked at."""

Sign = Callable[[str], str]
"""A keyed hash of a letter's id, as small letters and digits. The key is the caller's."""

_BARE_TOKEN = re.compile(rf"(?<![a-z0-9]){TOKEN}(?![a-z0-9])")
_OUR_ID = re.compile(r"<?inv\.([a-z0-9-]{1,64})\.([a-z0-9]{8,64})@")
_LONG_NAME = re.compile(r"[A-Za-z0-9][\w.+=@-]{15,250}")
_ALIAS_SHORTEST = 16
"""Characters. Message-IDs that relays make are longer; a shorter name with digits may be typed, such as a room or a
username."""
_PLUS = r"(?:\+|%2b|=2b)"
_LONGEST = 100_000
"""Characters looked at in one text, from each of its ends: our line stands near the end of a letter."""


class Clue(NamedTuple):
    """One sign of the letter that a mail answers.

    `address`: the token of an address that the mail was sent to. `letter`: the id of a letter whose Message-ID, with
    our own signature, the mail refers to. `line`: a token that stands in the text.
    """

    kind: Literal["address", "letter", "line"]
    value: str


def reply_to(mail_address: str, token: str) -> str:
    """Return the address that a reply to one letter goes to: `feedback+TOKEN@example.org`."""
    return _plus(mail_address, token)


def bounce_to(mail_address: str, token: str) -> str:
    """Return the envelope sender of one letter: `feedback+bounce-TOKEN@example.org`."""
    return _plus(mail_address, f"{BOUNCE}{token}")


def _plus(mail_address: str, part: str) -> str:
    mailbox, _, domain = mail_address.rpartition("@")
    return f"{mailbox}+{part}@{domain}"


def domain_of(address: str) -> str:
    """Return the domain of an address, in small letters: what limits and Message-IDs go by."""
    return address.rpartition("@")[2].casefold().strip(" .>")


def message_id(letter_id: str, domain: str, sign: Sign) -> str:
    """Return the Message-ID of a letter, `<inv.ID.MAC@domain>`: the same each time, so that a repeat is known."""
    return f"<inv.{letter_id}.{sign(letter_id)}@{domain}>"


def tokens_in(
    addresses: Iterable[str], references: Iterable[str], text: str, *, mail_address: str, sign: Sign
) -> tuple[Clue, ...]:
    """Return the clues to the letter that a mail answers, the most trusted first, each once.

    `addresses` are those that the mail was delivered or written to; `references` its In-Reply-To and References;
    `text` its whole text, quoted parts too. A Message-ID counts only with our own signature, whatever its domain is
    now. A token in the text counts where it stands alone or in one of our addresses.
    """
    clues = [Clue("address", token) for address in addresses for token in _in_address(address, mail_address)]
    clues += [Clue("letter", letter) for reference in references for letter in _signed(reference, sign)]
    clues += [Clue("line", token) for token in _in_text(text)]
    return tuple(dict.fromkeys(clues))[:MOST_FOUND]


def alias_in(text: str) -> str:
    """Return the name that a provider gave to a letter, in small letters and without its domain; empty if none.

    `text` is a server's answer to a letter sent, where some providers name the Message-ID that they put in the place
    of ours, with its domain or without; or a Message-ID that a reply refers to. Only a long name with digits counts, so
    that no word of an answer is one.
    """
    names = (name.casefold().partition("@")[0] for name in _LONG_NAME.findall(text[:_LONGEST]))
    return next((name for name in names if len(name) >= _ALIAS_SHORTEST and len(re.findall(r"\d", name)) >= 4), "")


def _in_address(address: str, mail_address: str) -> list[str]:
    mailbox = re.escape(mail_address.rpartition("@")[0].casefold())
    ours = rf"(?:^|[\s<,;:\"'=/]){mailbox}{_PLUS}(?:{BOUNCE})?({TOKEN})(?![a-z0-9])"
    return re.findall(ours, address.casefold())


def _signed(reference: str, sign: Sign) -> list[str]:
    found = _OUR_ID.findall(reference.casefold())
    return [letter for letter, mac in found if hmac.compare_digest(mac, sign(letter).casefold())]


def _in_text(text: str) -> list[str]:
    looked_at = text if len(text) <= 2 * _LONGEST else f"{text[:_LONGEST]} {text[-_LONGEST:]}"
    return _BARE_TOKEN.findall(looked_at.casefold())
