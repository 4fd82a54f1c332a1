"""People as pseudonyms, their contacts, the link between the two, and return codes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.crypto.vault import Vault
from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import INSERTS, insert_into
from storage.db.errors import KeyErased
from storage.db.ids import new_id
from storage.tables import contacts, links, people, return_codes

ADDRESS = "contact.address"
NAME = "contact.name"


@dataclass(frozen=True)
class Contact:
    """A contact as it is stored, with its address opened."""

    id: str
    channel: str
    address: str
    nation: str
    language: str
    organisation_id: str | None
    blocked_at: datetime | None


@dataclass(frozen=True)
class ReturningPerson:
    """What a return code leads to."""

    person_id: str
    conversation_id: str


def contact_for(tx: Connection, vault: Vault, *, channel: str, address: str, now: datetime, language: str = "") -> str:
    """Return the id of the contact with this address, making it if it is new."""
    lookup = vault.lookup(channel, address)
    found = _contact_by_lookup.value(tx, {"channel": channel, "sought": lookup})
    if found:
        return str(found)
    contact_id = new_id()
    row = {
        "id": contact_id,
        "channel": channel,
        "lookup": lookup,
        "address": vault.seal(tx, contact_id, ADDRESS, address, contact_id),
        "role": "",
        "nation": "",
        "language": language,
        "created_at": now,
    }
    if _insert_contact[tx.dialect.name].change(tx, row):
        return contact_id
    # Another program has just made this contact: ours is not stored, and its key goes again.
    vault.forget(tx, contact_id)
    return str(_contact_by_lookup.value(tx, {"channel": channel, "sought": lookup}))


def contact(tx: Connection, vault: Vault, *, contact_id: str) -> Contact | None:
    """Return a contact, or None if there is none (any more)."""
    row = tx.execute(select(contacts).where(contacts.c.id == contact_id)).first()
    if row is None:
        return None
    address = vault.open(tx, contact_id, ADDRESS, row.address, contact_id)
    return Contact(row.id, row.channel, address, row.nation, row.language, row.organisation_id, row.blocked_at)


def address_of(tx: Connection, vault: Vault, *, contact_id: str) -> str:
    """Return a contact's address. Raises KeyErased if the contact is gone."""
    found = contact(tx, vault, contact_id=contact_id)
    if found is None:
        raise KeyErased("This contact is gone.")
    return found.address


def set_blocked(tx: Connection, *, contact_id: str, at: datetime | None) -> None:
    """Record that a contact blocked us at this time, or (None) does not any more."""
    tx.execute(update(contacts).where(contacts.c.id == contact_id).values(blocked_at=at))


def person_of(tx: Connection, *, contact_id: str, now: datetime) -> str:
    """Return the person that a contact is, making a new pseudonym if it is nobody yet."""
    found = _person_by_contact.value(tx, {"contact": contact_id})
    if found:
        return str(found)
    person_id = new_id()
    _insert_person.change(tx, {"id": person_id, "created_at": now})
    _insert_link.change(tx, {"contact_id": contact_id, "person_id": person_id, "created_at": now})
    return person_id


def person_apart(tx: Connection, *, contact_id: str, now: datetime) -> str:
    """Return a new pseudonym, linked to the contact only where that is nobody yet."""
    if _person_by_contact.value(tx, {"contact": contact_id}) is None:
        return person_of(tx, contact_id=contact_id, now=now)
    person_id = new_id()
    _insert_person.change(tx, {"id": person_id, "created_at": now})
    return person_id


def person_of_address(tx: Connection, vault: Vault, *, channel: str, address: str) -> str | None:
    """Return the person behind an address, or None. For `sayso mydata` and `sayso forget`."""
    query = select(links.c.person_id).join(contacts, contacts.c.id == links.c.contact_id)
    known = (contacts.c.channel == channel, contacts.c.lookup == vault.lookup(channel, address))
    return tx.execute(query.where(*known)).scalar_one_or_none()


def contact_of_address(tx: Connection, vault: Vault, *, channel: str, address: str) -> str | None:
    """Return the id of the contact with this address, or None. Makes nothing."""
    found: str | None = _contact_by_lookup.value(tx, {"channel": channel, "sought": vault.lookup(channel, address)})
    return found


def by_code(tx: Connection, vault: Vault, *, code: str) -> ReturningPerson | None:
    """Return whose return code this is and where it leads, however it was typed; None for an unknown one."""
    query = select(return_codes).where(return_codes.c.code_hash == vault.hash_code(code))
    row = tx.execute(query).first()
    return ReturningPerson(row.person_id, row.conversation_id) if row else None


def move_contact(tx: Connection, *, contact_id: str, person_id: str, now: datetime) -> None:
    """Make a contact the same person as a return code showed. What it said before stays with who it was."""
    values = {"contact_id": contact_id, "person_id": person_id, "created_at": now}
    move = {"person_id": person_id, "created_at": now, "expires_at": None}
    tx.execute(insert_into(tx, links).values(values).on_conflict_do_update(index_elements=["contact_id"], set_=move))


def hand_over(tx: Connection, *, contact_id: str, now: datetime) -> str:
    """Make a contact somebody new from here on, and return their pseudonym: another person holds the phone."""
    person_id = new_id()
    _insert_person.change(tx, {"id": person_id, "created_at": now})
    move_contact(tx, contact_id=contact_id, person_id=person_id, now=now)
    return person_id


def set_link_expiry(tx: Connection, *, person_id: str, at: datetime | None) -> None:
    """Say when the links of a person to their contacts are removed."""
    _expire.change(tx, {"expiring": person_id, "expires_at": at})


_contact_by_lookup = PreparedStatement(
    select(contacts.c.id).where(contacts.c.channel == bindparam("channel"), contacts.c.lookup == bindparam("sought"))
)
_person_by_contact = PreparedStatement(select(links.c.person_id).where(links.c.contact_id == bindparam("contact")))
_insert_contact = {name: PreparedStatement(put(contacts).on_conflict_do_nothing()) for name, put in INSERTS.items()}
_insert_person = PreparedStatement(insert(people))
_insert_link = PreparedStatement(insert(links))
_expire = PreparedStatement(update(links).where(links.c.person_id == bindparam("expiring")))
