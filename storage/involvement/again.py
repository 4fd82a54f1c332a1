"""Asking the same people again, after three and six months, where they agreed to it; and who answered twice.

Two answers of one person are linked by their pseudonym alone. Whoever says no, or takes it back, is asked no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from sqlalchemy import Connection, select

from feedback.conversation.events import Consented, Event, Moved
from feedback.conversation.state import Conversation
from storage.crypto.vault import Vault
from storage.db.typed_rows import rows_as
from storage.involvement import asks
from storage.involvement.asks import NewAsk
from storage.tables import conversations, people, staff_asks

Months = Literal[3, 6]
"""A quarter and half a year: whoever asked to be asked again agreed to these two."""
AFTER: tuple[tuple[Months, timedelta], ...] = ((3, timedelta(days=91)), (6, timedelta(days=182)))
"""When the same people are asked again: a quarter and half a year after they answered first."""
_BETWEEN = timedelta(days=137)
"""Halfway from three months to six: an answer belongs to the nearer one, however long the person took."""
_WORDS = "{months} months ago you answered our questions. You said that we could ask you again."


@dataclass(frozen=True)
class AnsweredAgain:
    """Two conversations of one person in one flow, so many months apart."""

    person: str
    months: Months
    before: str
    after: str


def plan(tx: Connection, vault: Vault, *, person_id: str, talk: Conversation, events: Sequence[Event]) -> None:
    """Plan to ask somebody again who agreed to it, or plan it no longer. Asks are planned once for each first answer."""
    turned = [event.granted for event in events if isinstance(event, Consented) and event.switch == "ask_again"]
    if turned and not turned[-1]:
        asks.drop_open(tx, person_id=person_id, kinds=("again",))
    is_done = any(isinstance(event, Moved) and event.stage == "finished" for event in events) or bool(turned)
    is_wanted = talk.stage == "finished" and talk.consents.get("ask_again", False)
    if is_done and is_wanted and not _is_planned(tx, talk.id):
        for months, wait in AFTER:
            words, due_at = _WORDS.format(months=months), talk.heard_at + wait
            new = NewAsk(person_id, "again", talk.id, words, talk.heard_at, talk.flow, due_at)
            asks.tell(tx, vault, new=new)


def answered_again(tx: Connection, *, flow: str) -> tuple[AnsweredAgain, ...]:
    """Return who answered a flow again, in the order in which they began: one pair for each person and time at most."""
    first, later = conversations.alias("first"), conversations.alias("later")
    query = (
        select(first.c.person_id, staff_asks.c.made_at, later.c.started_at, first.c.id, later.c.id.label("later_id"))
        .select_from(staff_asks)
        .join(first, first.c.id == staff_asks.c.subject_id)
        .join(later, later.c.id == staff_asks.c.begun_id)
        .join(people, people.c.id == first.c.person_id)
        .where(staff_asks.c.kind == "again", first.c.flow == flow, later.c.flow == flow, people.c.erased_at.is_(None))
        .where(first.c.person_id == later.c.person_id)
    )
    found: dict[tuple[str, Months], AnsweredAgain] = {}
    for row in rows_as(_Row, tx.execute(query.order_by(later.c.started_at, later.c.id))):
        months: Months = 3 if row.started_at - row.made_at < _BETWEEN else 6
        found.setdefault((row.person_id, months), AnsweredAgain(row.person_id, months, row.id, row.later_id))
    return tuple(found.values())


class _Row(NamedTuple):
    """A first answer and the one that a yes began."""

    person_id: str
    made_at: datetime
    started_at: datetime
    id: str
    later_id: str


def _is_planned(tx: Connection, conversation_id: str) -> bool:
    """Return whether asks were planned for a conversation, or it is itself the answer to one."""
    mine = (staff_asks.c.subject_id == conversation_id) | (staff_asks.c.begun_id == conversation_id)
    return tx.execute(select(staff_asks.c.id).where(staff_asks.c.kind == "again", mine).limit(1)).first() is not None
