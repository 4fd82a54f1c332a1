"""What waits for a person of the team: people who want to hear from somebody, and words to be read first.

`waits` is the one rule: the command, the inbox and the list of what was said before a yes all stand on it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, Table, select, update

from storage.tables import consents, conversations, flags, mails, person_requests

LONGEST_WAIT = timedelta(days=3)
"""People are told that somebody reads on working days: over a weekend this is the longest that stays true."""
_TOLD = {"bereaved": "a death", "wrong-person": "a wrong address"}
"""What mails tell that no letter answers: somebody of the team sees to it."""


@dataclass(frozen=True)
class TriageItem:
    """One thing that waits. `name` is its own (`p3`, `f7`, `m2`); it holds no words of anybody.

    `why` is the tag of the safeguarding list, `wants a person`, `a death` or `a wrong address`. `may_contact` is None
    until they have said. What a mail told of a death or a wrong address belongs to no conversation and to nobody: then
    `conversation`, `person` and `flow` are empty. `is_before_yes`: they have not agreed to anything being kept, so
    those who look after people in danger read it, and nobody else.
    """

    name: str
    kind: Literal["person", "please read"]
    conversation: str
    person: str
    flow: str
    why: str
    at: datetime
    may_contact: bool | None = None
    is_before_yes: bool = False


def waits(table: Table) -> Select[Any]:
    """Return the query for what nobody has dealt with: of `person_requests` or `flags`, where the talk is kept.

    Its columns are those of the table, and the conversation's `person_id`, `flow` and `is_agreed`.
    """
    is_open = person_requests.c.answered_at.is_(None) if table is person_requests else flags.c.state == "open"
    return (
        select(table, conversations.c.person_id, conversations.c.flow, agreed().label("is_agreed"))
        .join(conversations, conversations.c.id == table.c.conversation_id)
        .where(is_open, conversations.c.state.is_not(None))
    )


def agreed() -> ColumnElement[bool]:
    """Return the condition that somebody's latest answer to taking part, in the conversation of the query, was yes."""
    latest = (
        select(consents.c.granted)
        .where(consents.c.conversation_id == conversations.c.id, consents.c.switch == "take_part")
        .order_by(consents.c.id.desc())
        .limit(1)
    )
    return latest.scalar_subquery().is_(True)


def waiting(tx: Connection) -> tuple[TriageItem, ...]:
    """Return everything that nobody has dealt with, the oldest first. What was erased does not wait."""
    return tuple(sorted((*_people(tx), *_words(tx), *mails_to_see(tx)), key=lambda call: call.at))


def mails_to_see(tx: Connection) -> tuple[TriageItem, ...]:
    """Return the mails that tell of a death or a wrong address, and that nobody has dealt with."""
    is_open = (mails.c.leave.in_(_TOLD), mails.c.seen_at.is_(None))
    rows = tx.execute(select(mails.c.id, mails.c.leave, mails.c.received_at).where(*is_open).order_by(mails.c.id))
    return tuple(TriageItem(f"m{row.id}", "please read", "", "", "", _TOLD[row.leave], row.received_at) for row in rows)


def deal_with(tx: Connection, *, name: str, by: str, now: datetime, did: str | None = None) -> bool:
    """Note that somebody has dealt with it, and what they did. Returns False if nothing of this name waits."""
    kind, number = name[:1], name[1:]
    if not (number.isascii() and number.isdecimal() and len(number) < 18):
        return False
    match kind:
        case "p":
            here = update(person_requests).where(person_requests.c.answered_at.is_(None))
            done = here.where(person_requests.c.id == int(number)).values(answered_by=by, answered_at=now, done=did)
        case "f":
            open_one = update(flags).where(flags.c.id == int(number), flags.c.state == "open")
            done = open_one.values(state="seen", seen_by=by, seen_at=now, done=did)
        case "m":
            told = update(mails).where(mails.c.id == int(number), mails.c.leave.in_(_TOLD), mails.c.seen_at.is_(None))
            done = told.values(seen_by=by, seen_at=now, done=did)
        case _:
            return False
    return bool(tx.execute(done).rowcount)


def _people(tx: Connection) -> list[TriageItem]:
    rows = tx.execute(waits(person_requests).order_by(person_requests.c.id))
    latest = {row.conversation_id: row for row in rows}
    return [
        TriageItem(
            name=f"p{row.id}",
            kind="person",
            conversation=row.conversation_id,
            person=row.person_id,
            flow=row.flow,
            why="wants a person",
            at=row.at,
            may_contact=row.may_contact,
            is_before_yes=not row.is_agreed,
        )
        for row in latest.values()
    ]


def _words(tx: Connection) -> list[TriageItem]:
    return [
        TriageItem(
            name=f"f{row.id}",
            kind="please read",
            conversation=row.conversation_id,
            person=row.person_id,
            flow=row.flow,
            why=row.tag,
            at=row.at,
            is_before_yes=not row.is_agreed,
        )
        for row in tx.execute(waits(flags))
    ]
