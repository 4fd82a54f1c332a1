"""Whom a return code or a contact stands for."""

from dataclasses import dataclass

from sqlalchemy import Connection

from feedback.channels import EMAIL, Channel, registered
from feedback.errors import SaysoError
from storage.crypto.vault import Vault
from storage.people import people


class UnknownPerson(SaysoError):
    """Nobody is known by this code or contact (any more)."""


@dataclass(frozen=True)
class KnownPerson:
    """Who was found. `person_id` is None for an imported contact who has said nothing yet."""

    person_id: str | None = None
    contact_id: str | None = None


def known_by(tx: Connection, vault: Vault, code: str) -> KnownPerson:
    """Return who is behind a return code, `telegram:ID` or `email:ADDRESS`. Raises UnknownPerson."""
    channel, _, address = code.partition(":")
    known = next((one for one in registered() if one.name == channel), None)
    if address and known:
        found = _by_address(tx, vault, known, address)
    elif "@" in code:
        found = _by_address(tx, vault, EMAIL, code)  # nothing else that stands for a person holds an @
    else:
        returned = people.by_code(tx, vault, code=code)
        found = KnownPerson(returned.person_id if returned else None)
    if found == KnownPerson():
        raise UnknownPerson(
            "Nobody is known by this code or contact. It may be mistyped, or everything was erased already. "
            "A contact is written telegram:ID or email:ADDRESS."
        )
    return found


def _by_address(tx: Connection, vault: Vault, channel: Channel, text: str) -> KnownPerson:
    address = text.strip().lower() if channel.ignores_case else text.strip()
    person_id = people.person_of_address(tx, vault, channel=channel.name, address=address)
    return KnownPerson(person_id, people.contact_of_address(tx, vault, channel=channel.name, address=address))
