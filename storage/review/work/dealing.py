"""What was done for people who waited: why, by whom, when and what, kept in sight after it is dealt with."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from storage.audit.undo import Act
from storage.db.compiled_statements import PreparedStatement
from storage.tables import flags, person_requests


@dataclass(frozen=True)
class DealtWith:
    """Something that waited, and what was done. `why` is a tag of the safeguarding list, or `wants a person`.

    `done` is a word of ours (`review.text.labels.DEALT`); empty where nobody said.
    """

    why: str
    since: datetime
    by: str
    at: datetime
    done: str


def deal_with(tx: Connection, act: Act, *, conversation_id: str, by: str, now: datetime, did: str = "answered") -> bool:
    """Note that what was flagged was read, or who asked for a person seen to, and what was done. False if nothing waited."""
    heard = select(flags.c.id).where(flags.c.conversation_id == conversation_id, flags.c.state == "open")
    asked = select(person_requests.c.id).where(
        person_requests.c.answered_at.is_(None), person_requests.c.conversation_id == conversation_id
    )
    seen = {"state": "seen", "seen_by": by, "seen_at": now, "done": did}
    answered = {"answered_by": by, "answered_at": now, "done": did}
    changed = [act.change(flags, {"id": one}, seen) for one in tx.execute(heard).scalars().all()]
    changed += [act.change(person_requests, {"id": one}, answered) for one in tx.execute(asked).scalars().all()]
    return any(changed)


def dealt_with(tx: Connection, *, conversation_id: str) -> tuple[DealtWith, ...]:
    """Return what was dealt with in a conversation, the earliest first; what two members saw at once stands once."""
    here = {"conversation": conversation_id}
    found = [
        *(DealtWith(row.tag, row.at, row.seen_by, row.seen_at, row.done or "") for row in _heard.rows(tx, here)),
        *(
            DealtWith("wants a person", row.at, row.answered_by, row.answered_at, row.done or "")
            for row in _asked.rows(tx, here)
        ),
    ]
    first = {(one.why, one.at): one for one in sorted(found, key=lambda one: one.since, reverse=True)}
    return tuple(sorted(first.values(), key=lambda one: one.since))


_heard = PreparedStatement(
    select(flags).where(flags.c.conversation_id == bindparam("conversation"), flags.c.seen_at.is_not(None))
)
_asked = PreparedStatement(
    select(person_requests).where(
        person_requests.c.conversation_id == bindparam("conversation"), person_requests.c.answered_at.is_not(None)
    )
)
