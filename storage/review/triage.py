"""What waits for a person of the team: people who want to hear from somebody, and words to be read first."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, select, update

from storage.tables import conversations, flags, mails, person_requests

LONGEST_WAIT = timedelta(days=3)
"""People are told that somebody reads on working days: over a weekend this is the longest that stays true."""

_TOLD = {"bereaved": "a death", "wrong-person": "a wrong address"}
"""What mails tell that no letter answers: somebody of the team sees to it."""


@dataclass(frozen=True)
class Call:
    """One thing that waits. `name` is its own (`p3`, `f7`, `m2`); it holds no words of anybody.

    `why` is the tag of the safeguarding list, `wants a person`, `a death` or `a wrong address`. `may_contact` is None
    until they have said. What a mail told of a death or a wrong address belongs to no conversation and to nobody: then
    `conversation`, `person` and `flow` are empty.
    """

    name: str
    kind: Literal["person", "please read"]
    conversation: str
    person: str
    flow: str
    why: str
    at: datetime
    may_contact: bool | None = None


def waiting(tx: Connection) -> tuple[Call, ...]:
    """Return everything that nobody has dealt with, the oldest first. What was erased does not wait."""
    return tuple(sorted((*_people(tx), *_words(tx), *_mails(tx)), key=lambda call: call.at))


def deal_with(tx: Connection, *, name: str, by: str, now: datetime) -> bool:
    """Note that somebody has dealt with it. Returns False if nothing of this name waits."""
    kind, number = name[:1], name[1:]
    if not number.isdecimal():
        return False
    if kind == "p":
        asked = update(person_requests).where(
            person_requests.c.id == int(number), person_requests.c.answered_at.is_(None)
        )
        return bool(tx.execute(asked.values(answered_by=by, answered_at=now)).rowcount)
    if kind == "m":
        told = update(mails).where(mails.c.id == int(number), mails.c.leave.in_(_TOLD), mails.c.seen_at.is_(None))
        return bool(tx.execute(told.values(seen_by=by, seen_at=now)).rowcount)
    heard = update(flags).where(flags.c.id == int(number), flags.c.state == "open")
    return kind == "f" and bool(tx.execute(heard.values(state="seen", seen_by=by, seen_at=now)).rowcount)


def _mails(tx: Connection) -> list[Call]:
    query = select(mails.c.id, mails.c.leave, mails.c.received_at).where(
        mails.c.leave.in_(_TOLD), mails.c.seen_at.is_(None)
    )
    return [
        Call(f"m{row.id}", "please read", "", "", "", _TOLD[row.leave], row.received_at) for row in tx.execute(query)
    ]


def _people(tx: Connection) -> list[Call]:
    query = (
        select(person_requests, conversations.c.person_id, conversations.c.flow)
        .join(conversations, conversations.c.id == person_requests.c.conversation_id)
        .where(person_requests.c.answered_at.is_(None), conversations.c.state.is_not(None))
    )
    latest = {row.conversation_id: row for row in tx.execute(query.order_by(person_requests.c.id))}
    return [
        Call(
            f"p{row.id}",
            "person",
            row.conversation_id,
            row.person_id,
            row.flow,
            "wants a person",
            row.at,
            row.may_contact,
        )
        for row in latest.values()
    ]


def _words(tx: Connection) -> list[Call]:
    query = (
        select(flags, conversations.c.person_id, conversations.c.flow)
        .join(conversations, conversations.c.id == flags.c.conversation_id)
        .where(flags.c.state == "open", conversations.c.state.is_not(None))
    )
    return [
        Call(f"f{row.id}", "please read", row.conversation_id, row.person_id, row.flow, row.tag, row.at)
        for row in tx.execute(query)
    ]
