"""Random names: ids and return codes."""

import base64
import secrets

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that people do not mix up when they copy them by hand."""
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


def new_id() -> str:
    """Return a random id: 128 bits as 26 lower-case letters and digits."""
    return base64.b32encode(secrets.token_bytes(16)).decode("ascii").rstrip("=").lower()


def new_code() -> str:
    """Return a return code: 12 characters (60 bits) in three groups of four."""
    letters = "".join(secrets.choice(CROCKFORD) for _ in range(12))
    return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"


def read_crockford(text: str) -> str:
    """Return what somebody copied by hand without spaces and dashes, in capitals, with look-alikes made one."""
    return "".join(letter for letter in text.upper().translate(_ALIKE) if letter in CROCKFORD)
