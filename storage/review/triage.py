"""What waits for a person of the team: people who want to hear from somebody, and words to be read first.

`waits` is the one rule: the command, the inbox and the list of what was said before a yes all stand on it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, Table, case, func, select, union_all, update

from storage.db.compiled_statements import PreparedStatement
from storage.db.dialect import at_most
from storage.tables import consents, conversations, flags, mails, person_requests

LONGEST_WAIT = timedelta(days=3)
"""People are told that somebody reads on working days: over a weekend this is the longest that stays true."""
_LOOKED_AT = 100
"""Four times what a page shows: nearly all that waits is shown, so that a page is full with these."""
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
    return (
        select(table, conversations.c.person_id, conversations.c.flow, agreed().label("is_agreed"))
        .join(conversations, conversations.c.id == table.c.conversation_id)
        .where(is_open(table), conversations.c.state.is_not(None))
    )


def is_open(table: Table) -> ColumnElement[bool]:
    """Return the condition that nobody has dealt with a row of `person_requests` or `flags`."""
    return person_requests.c.answered_at.is_(None) if table is person_requests else flags.c.state == "open"


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


@dataclass(frozen=True)
class WaitingCount:
    """How many conversations and letters wait, and when the latest began to; None where nothing waits."""

    count: int
    latest: datetime | None


def count(tx: Connection) -> tuple[WaitingCount, WaitingCount]:
    """Return how much waits in conversations with a yes, and how much in all: what `waiting` tells, without each thing."""
    found, mailed = _counted.first(tx, {}), mails_to_see(tx)
    moments = [found.latest, *(mail.at for mail in mailed)]
    latest = max((at for at in moments if at is not None), default=None)
    return WaitingCount(found.agreed, found.latest_agreed), WaitingCount(found.every + len(mailed), latest)


def first_waiting(tx: Connection, *, table: Table) -> tuple[str, ...]:
    """Return the conversations in which something of `person_requests` or `flags` has waited longest, the first hundred."""
    return tuple(row.conversation_id for row in _first[table].rows(tx, {}))


def oldest(tx: Connection) -> dict[Literal["waiting", "flagged"], datetime]:
    """Return since when the oldest waits of those who want a person, and of what to please read; nothing for none."""
    waiting, flagged = _oldest[person_requests].value(tx, {}), _oldest[flags].value(tx, {})
    found: dict[Literal["waiting", "flagged"], datetime | None] = {"waiting": waiting, "flagged": flagged}
    return {view: at for view, at in found.items() if at is not None}


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
    latest = {row.conversation_id: row for row in _every[person_requests].rows(tx, {})}
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
        for row in _every[flags].rows(tx, {})
    ]


_TABLES = (person_requests, flags)
_every = {table: PreparedStatement(waits(table).order_by(table.c.id)) for table in _TABLES}
_oldest = {
    table: PreparedStatement(
        # What was said before a yes stands in a list of its own.
        waits(table).with_only_columns(table.c.at).where(agreed()).order_by(table.c.id).limit(at_most(1))
    )
    for table in _TABLES
}
_first = {
    table: PreparedStatement(
        select(table.c.conversation_id)
        .where(is_open(table))
        .group_by(table.c.conversation_id)
        .order_by(func.min(table.c.at), table.c.conversation_id)
        .limit(at_most(_LOOKED_AT))
    )
    for table in _TABLES
}
_both = union_all(
    *(
        waits(table).with_only_columns(table.c.conversation_id, table.c.at, agreed().label("is_agreed"))
        for table in _TABLES
    )
).subquery()
_counted = PreparedStatement(
    select(
        func.count(_both.c.conversation_id.distinct()).label("every"),
        func.max(_both.c.at).label("latest"),
        func.count(case((_both.c.is_agreed, _both.c.conversation_id)).distinct()).label("agreed"),
        func.max(case((_both.c.is_agreed, _both.c.at))).label("latest_agreed"),
    )
)
