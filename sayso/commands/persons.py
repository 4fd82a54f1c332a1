"""Whom a return code or a contact stands for."""

from sqlalchemy import Connection

from feedback.errors import SaysoError
from storage import people
from storage.vault import Vault

_CHANNELS = ("telegram", "email", "web")


class UnknownPerson(SaysoError):
    """Nobody is known by this code or contact (any more)."""


def person_of(tx: Connection, vault: Vault, code: str) -> str:
    """Return the pseudonym behind a return code, `telegram:ID` or `email:ADDRESS`. Raises UnknownPerson."""
    channel, _, address = code.partition(":")
    if address and channel in _CHANNELS:
        person_id = people.person_of_address(tx, vault, channel=channel, address=_address(channel, address))
    elif "@" in code:
        person_id = people.person_of_address(tx, vault, channel="email", address=_address("email", code))
    else:
        found = people.by_code(tx, vault, code=code)
        person_id = found.person_id if found else None
    if person_id is None:
        raise UnknownPerson(
            "Nobody is known by this code or contact. It may be mistyped, or everything was erased already. "
            "A contact is written telegram:ID or email:ADDRESS."
        )
    return person_id


def _address(channel: str, text: str) -> str:
    return text.strip().lower() if channel == "email" else text.strip()
