"""What was said before a yes: nobody is unseen, and nobody reads what there is no reason to read.

Words that wait for a yes are erased when it does not come. Those who look after people in danger read them meanwhile,
where the words were flagged or the person asked for somebody. All others are only counted.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, exists, func, or_, select, union

from feedback.channels import channel_named
from feedback.conversation.timeouts import CONSENT_WAITS, CONSENT_WAITS_BY_LETTER
from storage.db.compiled_statements import PreparedStatement
from storage.review.triage import agreed, waits
from storage.tables import answers, comments, conversations, flags, person_requests


@dataclass(frozen=True)
class UnconsentedConversation:
    """A conversation without a yes that may be read. `reasons` are tags of the safeguarding list.

    `erased_at` is the earliest time at which it is erased if no yes comes; None where no time is set. `is_open`:
    something in it waits for somebody.
    """

    conversation_id: str
    person_id: str
    flow: str
    channel: str
    heard_at: datetime
    erased_at: datetime | None
    reasons: tuple[str, ...]
    wants_person: bool
    is_open: bool


@dataclass(frozen=True)
class UnconsentedCount:
    """How many others wait for a yes, and between which times they are erased if it does not come."""

    count: int = 0
    first_erased_at: datetime | None = None
    last_erased_at: datetime | None = None


def early(tx: Connection) -> tuple[UnconsentedConversation, ...]:
    """Return what may be read before a yes: what waits for somebody first, then the earliest to be erased."""
    reasons: dict[str, list[str]] = {}
    for conversation_id, tag in tx.execute(select(flags.c.conversation_id, flags.c.tag).order_by(flags.c.id)):
        reasons.setdefault(conversation_id, []).append(tag)
    asked = set(tx.execute(select(person_requests.c.conversation_id)).scalars())
    still_open = {row.conversation_id for table in (flags, person_requests) for row in tx.execute(waits(table))}
    rows = tx.execute(select(*_COLUMNS).where(*_before_yes(), _has_reason())).all()
    found = [
        UnconsentedConversation(
            conversation_id=row.id,
            person_id=row.person_id,
            flow=row.flow,
            channel=row.channel,
            heard_at=row.heard_at,
            erased_at=_erased_at(row),
            reasons=tuple(dict.fromkeys(reasons.get(row.id, ()))),
            wants_person=row.id in asked,
            is_open=row.id in still_open,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_open, one.erased_at or one.heard_at)))


def one(tx: Connection, *, conversation_id: str) -> UnconsentedConversation | None:
    """Return one conversation that may be read before a yes, or None."""
    if not is_before_yes(tx, conversation_id=conversation_id):
        return None
    return next((found for found in early(tx) if found.conversation_id == conversation_id), None)


def unread(tx: Connection) -> UnconsentedCount:
    """Return how many others wait, with words that nobody may read."""
    query = select(*_COLUMNS).where(*_before_yes(), _has_words(), ~_has_reason())
    times = [_erased_at(row) for row in tx.execute(query)]
    known = sorted(at for at in times if at is not None)
    return UnconsentedCount(len(times), known[0], known[-1]) if known else UnconsentedCount(len(times))


def count_open(tx: Connection) -> int:
    """Return how many conversations without a yes have something in them that waits for somebody."""
    waiting = [waits(table).where(~agreed()).with_only_columns(table.c.conversation_id) for table in _REASONS]
    return tx.execute(select(func.count()).select_from(union(*waiting).subquery())).scalar_one()


def is_before_yes(tx: Connection, *, conversation_id: str) -> bool:
    """Return whether a conversation is kept that nobody has agreed to."""
    return _kept_before_yes.first(tx, {"conversation": conversation_id}) is not None


def _before_yes() -> tuple[ColumnElement[bool], ...]:
    return (conversations.c.stage.in_(_STAGES), conversations.c.state.is_not(None), ~agreed())


def _has_reason() -> ColumnElement[bool]:
    ids = (select(table.c.conversation_id) for table in _REASONS)
    return or_(*(conversations.c.id.in_(found) for found in ids))


def _has_words() -> ColumnElement[bool]:
    said = exists().where(comments.c.conversation_id == conversations.c.id, comments.c.words.is_not(None))
    answered = exists().where(answers.c.conversation_id == conversations.c.id, answers.c.words.is_not(None))
    return or_(said, answered)


def _erased_at(row: Any) -> datetime | None:
    """Return from when on silence erases it: not before a reminder that is still due. None where no time is set."""
    if row.due_at is None:
        return None
    due_at: datetime = row.due_at
    heard_at: datetime = row.heard_at
    waits = CONSENT_WAITS_BY_LETTER if channel_named(row.channel).is_letter else CONSENT_WAITS
    return max(due_at, heard_at + waits)


_STAGES = ("consent", "paused", "left early", "stopped")
"""Where a conversation can be that nobody has agreed to; this part of the condition stands in an index."""
_REASONS = (flags, person_requests)
_kept_before_yes = PreparedStatement(
    select(conversations.c.id).where(conversations.c.id == bindparam("conversation"), *_before_yes())
)
_COLUMNS = tuple(conversations.c[name] for name in ("id", "person_id", "flow", "channel", "heard_at", "due_at"))
