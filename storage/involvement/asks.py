"""What staff ask one person: kept, put to them when its time comes, and what they answered.

An ask waits for ten minutes before it is put, so that it can be taken back; never at night, and never in the middle of
a flow. It is put in the conversation in which the person was heard last, in whatever channel that is.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from feedback.conversation.messages import AskKind, StaffAsk
from storage.audit.undo import Act, Row
from storage.crypto.vault import Vault
from storage.db.ids import new_id
from storage.db.typed_rows import rows_as
from storage.tables import conversations, interviews, people, staff, staff_asks

WAITS = timedelta(minutes=10)
"""How long an ask can be taken back before it is put."""
KEPT = timedelta(days=365)
"""How long the words of an ask are kept after it was put: as long as a contact of somebody who wants to hear more."""
WORDS, OWN_WORDS, CHOICES = "staff_ask.words", "staff_ask.own_words", "staff_ask.choices"


@dataclass(frozen=True)
class NewAsk:
    """An ask to be kept. `subject_id` is what it is about; `due_at` when it is put, in ten minutes where not said.

    `choices` are the id and the label of each time that is offered.
    """

    person_id: str
    kind: AskKind
    subject_id: str
    words: str
    now: datetime
    flow: str = ""
    due_at: datetime | None = None
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class KeptAsk:
    """An ask as it stands. `said` is empty while nothing was answered; `own_words` what they wrote to it."""

    id: str
    person_id: str
    kind: AskKind
    subject_id: str
    flow: str
    words: str
    by: str
    made_at: datetime
    due_at: datetime | None
    put_at: datetime | None
    fault: str
    conversation_id: str | None
    said: str
    answered_at: datetime | None
    own_words: str
    begun_id: str | None
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def as_put(self) -> StaffAsk:
        """What the conversation is given."""
        return StaffAsk(self.id, self.kind, self.words, self.flow, self.choices)


def ask(tx: Connection, vault: Vault, act: Act, *, new: NewAsk) -> str:
    """Keep an ask of staff, to be put in ten minutes; undoing the act before that takes it back. Return its id."""
    row = _row(tx, vault, new) | {"by": act.by}
    act.insert(staff_asks, row)
    return str(row["id"])


def tell(tx: Connection, vault: Vault, *, new: NewAsk) -> str:
    """Keep what the program itself asks or tells, to be put at once or when the time comes; return its id."""
    row = _row(tx, vault, new) | {"by": None, "due_at": new.due_at or new.now}
    tx.execute(insert(staff_asks), row)
    return str(row["id"])


def due(tx: Connection, *, now: datetime, limit: int) -> tuple[str, ...]:
    """Return the ids of asks whose time has come, the longest due first."""
    query = select(staff_asks.c.id).where(staff_asks.c.due_at <= now).order_by(staff_asks.c.due_at, staff_asks.c.id)
    return tuple(tx.execute(query.limit(limit)).scalars())


def one(tx: Connection, vault: Vault, *, ask_id: str) -> KeptAsk | None:
    """Return an ask, or None where there is none."""
    found = _found(tx, vault, staff_asks.c.id == ask_id)
    return found[0] if found else None


def about(tx: Connection, vault: Vault, *, subject_id: str, kind: AskKind) -> tuple[KeptAsk, ...]:
    """Return what was asked about something, the latest first."""
    return _found(tx, vault, (staff_asks.c.subject_id == subject_id) & (staff_asks.c.kind == kind))


def of_person(tx: Connection, vault: Vault, *, person_id: str) -> tuple[KeptAsk, ...]:
    """Return all that one person was asked and has not had erased, the latest first."""
    return _found(tx, vault, staff_asks.c.person_id == person_id)


def latest_talk(tx: Connection, *, person_id: str) -> str | None:
    """Return the conversation in which something is put to a person: the open one, or where they were heard last."""
    theirs = select(conversations.c.id).where(
        conversations.c.person_id == person_id, conversations.c.state.is_not(None)
    )
    # What a yes began is later than what it answers, also where both were heard in the same moment.
    latest = (conversations.c.heard_at.desc(), conversations.c.started_at.desc(), conversations.c.id)
    order = (conversations.c.finished_at.is_not(None), *latest)
    return tx.execute(theirs.order_by(*order).limit(1)).scalar_one_or_none()


def ended_by(tx: Connection, *, kept: KeptAsk) -> tuple[str, ...]:
    """Return the offers of times that are open no more once something was told: those of a talk that was cancelled."""
    query = (
        select(staff_asks.c.id)
        .join(interviews, interviews.c.id == staff_asks.c.subject_id)
        .where(staff_asks.c.kind == "interview", interviews.c.id == kept.subject_id, interviews.c.state == "cancelled")
    )
    return tuple(tx.execute(query).scalars()) if kept.kind == "told" else ()


def was_put(tx: Connection, *, ask_id: str, conversation_id: str, now: datetime) -> None:
    """Note that an ask was put to the person."""
    _set(tx, ask_id, due_at=None, put_at=now, conversation_id=conversation_id)


def put_off(tx: Connection, *, ask_id: str, due_at: datetime) -> None:
    """Put an ask later."""
    _set(tx, ask_id, due_at=due_at)


def cannot_be_put(tx: Connection, *, ask_id: str, fault: str) -> None:
    """Note that an ask reaches nobody, and why."""
    _set(tx, ask_id, due_at=None, fault=fault)


def answered(tx: Connection, vault: Vault, *, kept: KeptAsk, said: str, words: str, now: datetime) -> None:
    """Note what was answered to an ask; own words stand beside it."""
    values: Row = {"said": said, "answered_at": now}
    if words:
        values["own_words"] = vault.seal(tx, kept.person_id, OWN_WORDS, words, kept.id)
    _set(tx, kept.id, **values)


def began(tx: Connection, *, ask_id: str, conversation_id: str) -> None:
    """Note which conversation a yes began."""
    _set(tx, ask_id, begun_id=conversation_id)


def drop_open(tx: Connection, *, person_id: str, kinds: tuple[AskKind, ...]) -> None:
    """Put no ask of these kinds to a person any more that was not put yet."""
    waiting = (staff_asks.c.person_id == person_id, staff_asks.c.kind.in_(kinds), staff_asks.c.due_at.is_not(None))
    tx.execute(update(staff_asks).where(*waiting).values(due_at=None, fault="They took it back."))


def drop_about(tx: Connection, *, subject_id: str, fault: str) -> None:
    """Put nothing about something to anybody any more that was not put yet."""
    waiting = (staff_asks.c.subject_id == subject_id, staff_asks.c.due_at.is_not(None))
    tx.execute(update(staff_asks).where(*waiting).values(due_at=None, fault=fault))


def forget_old(tx: Connection, *, now: datetime) -> int:
    """Remove what was asked, or could not be, more than a year ago; return how many.

    Which conversation a yes began stays, without a word: two answers of one person are counted by it.
    """
    old = (staff_asks.c.due_at.is_(None), staff_asks.c.made_at < now - KEPT)
    began = (*old, staff_asks.c.begun_id.is_not(None), staff_asks.c.words.is_not(None))
    tx.execute(update(staff_asks).where(*began).values(words=None, own_words=None, choices=None))
    return tx.execute(delete(staff_asks).where(*old, staff_asks.c.begun_id.is_(None))).rowcount


def _set(tx: Connection, ask_id: str, **values: object) -> None:
    tx.execute(update(staff_asks).where(staff_asks.c.id == ask_id).values(values))


def _row(tx: Connection, vault: Vault, new: NewAsk) -> Row:
    ask_id = new_id()
    return {
        "id": ask_id,
        "person_id": new.person_id,
        "kind": new.kind,
        "subject_id": new.subject_id,
        "flow": new.flow,
        "words": vault.seal(tx, new.person_id, WORDS, new.words, ask_id),
        "choices": vault.seal(tx, new.person_id, CHOICES, json.dumps(new.choices), ask_id) if new.choices else None,
        "made_at": new.now,
        "due_at": new.due_at or new.now + WAITS,
        "fault": "",
        "said": "",
    }


class _Row(NamedTuple):
    """An ask with the name of who asked."""

    id: str
    person_id: str
    kind: AskKind
    subject_id: str
    flow: str
    words: bytes | None
    choices: bytes | None
    by: str | None
    made_at: datetime
    due_at: datetime | None
    put_at: datetime | None
    fault: str
    conversation_id: str | None
    said: str
    answered_at: datetime | None
    own_words: bytes | None
    begun_id: str | None
    name: str | None


def _found(tx: Connection, vault: Vault, which: ColumnElement[bool]) -> tuple[KeptAsk, ...]:
    query = (
        select(staff_asks, staff.c.name)
        .join(people, people.c.id == staff_asks.c.person_id)
        .outerjoin(staff, staff.c.id == staff_asks.c.by)
        .where(which, people.c.erased_at.is_(None))
    )
    rows = rows_as(_Row, tx.execute(query.order_by(staff_asks.c.made_at.desc(), staff_asks.c.id)))
    return tuple(_kept(tx, vault, row) for row in rows)


def _kept(tx: Connection, vault: Vault, row: _Row) -> KeptAsk:
    opened = {
        "words": vault.open(tx, row.person_id, WORDS, row.words, row.id) if row.words is not None else "",
        "own_words": vault.open(tx, row.person_id, OWN_WORDS, row.own_words, row.id) if row.own_words else "",
        "choices": _choices(tx, vault, row),
        "by": row.name or "",
    }
    named = {name: value for name, value in row._asdict().items() if name != "name"}
    return KeptAsk(**(named | opened))


def _choices(tx: Connection, vault: Vault, row: _Row) -> tuple[tuple[str, str], ...]:
    if row.choices is None:
        return ()
    offered = json.loads(vault.open(tx, row.person_id, CHOICES, row.choices, row.id))
    return tuple((choice, label) for choice, label in offered)
