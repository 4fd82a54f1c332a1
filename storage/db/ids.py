"""Random names: ids and return codes."""

import base64
import secrets

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that people do not mix up when they copy them by hand."""
_TOKEN_BITS, _TOKEN_LETTERS = 128, 26
"""Of the token of a link (`storage.crypto.vault.Vault.token_of`); each letter holds five bits."""
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def new_id() -> str:
    """Return a random id: 128 bits as 26 lower-case letters and digits."""
    return base64.b32encode(secrets.token_bytes(16)).decode("ascii").rstrip("=").lower()


def new_code() -> str:
    """Return a return code: 12 characters (60 bits) in three groups of four."""
    letters = "".join(secrets.choice(CROCKFORD) for _ in range(12))
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def in_blocks(token: str) -> str:
    """Return the token of a link (128 bits in 26 letters) as people copy it by hand: blocks of four, nothing alike."""
    number = int.from_bytes(base64.b32decode(f"{token.upper()}======"))
    letters = "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def from_blocks(text: str) -> str:
    """Return the token that was copied by hand from blocks; empty for what is none."""
    letters = read_crockford(text)
    number = sum(CROCKFORD.index(letter) << 5 * place for place, letter in enumerate(reversed(letters)))
    if len(letters) != _TOKEN_LETTERS or number >> _TOKEN_BITS:
        return ""
    return base64.b32encode(number.to_bytes(_TOKEN_BITS // 8)).decode("ascii").rstrip("=").lower()


def read_crockford(text: str) -> str:
    """Return what somebody copied by hand without spaces and dashes, in capitals, with look-alikes made one."""
    return "".join(letter for letter in text.upper().translate(_ALIKE) if letter in CROCKFORD)
