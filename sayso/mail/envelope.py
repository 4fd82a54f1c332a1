"""A mail as it stands in the inbox: one line about how it came, then its bytes, each as the Latin-1 letter of its value.

The inbox holds text. Latin-1 names every byte by one letter, so nothing is lost or changed on the way in or out.
"""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class RawMail:
    """The bytes of one mail, and how they came: from the junk folder, or cut off because the mail was too large."""

    raw: bytes
    is_junk: bool = False
    is_whole: bool = True

    @property
    def text(self) -> str:
        """Return the bytes as text that a table can hold."""
        return self.raw.decode("latin-1")


def pack(mail: RawMail) -> str:
    """Return a mail as the inbox stores it."""
    told = {name: value for name, value in asdict(mail).items() if name != "raw"}
    return f"{json.dumps(told)}\n{mail.text}"


def unpack(stored: str) -> RawMail:
    """Return what `pack` was given."""
    told, _, text = stored.partition("\n")
    return RawMail(text.encode("latin-1"), **json.loads(told))
