"""Who would like to meet others: their place and role, as far as an invitation or a list told them."""

from typing import NamedTuple

from sqlalchemy import Connection, select

from storage.db.typed_rows import rows_as
from storage.review import requests
from storage.review.requests import Request
from storage.tables import contacts, conversations, organisations


class Candidate(NamedTuple):
    """Somebody who would like to meet others. `place` and `role` are empty where nobody told them."""

    request: Request
    place: str
    role: str


class _Row(NamedTuple):
    id: str
    place: str | None
    role: str | None


def candidates(tx: Connection) -> tuple[Candidate, ...]:
    """Return everybody who would like to meet others at this moment; who asked first stands first."""
    wanted = [one for one in requests.listed(tx, queue="network", is_all=True) if one.is_wanted]
    query = (
        select(conversations.c.id, organisations.c.name.label("place"), contacts.c.role)
        .outerjoin(organisations, organisations.c.id == conversations.c.organisation_id)
        .outerjoin(contacts, contacts.c.id == conversations.c.contact_id)
        .where(conversations.c.id.in_([one.conversation_id for one in wanted]))
    )
    told = {row.id: row for row in rows_as(_Row, tx.execute(query))}
    return tuple(_candidate(one, told[one.conversation_id]) for one in wanted if one.state != "not possible")


def _candidate(request: Request, row: _Row) -> Candidate:
    return Candidate(request, row.place or "", row.role or "")
