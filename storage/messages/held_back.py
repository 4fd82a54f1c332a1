"""What waited to be sent when a backup was made, after a restore: it may have been sent since, so staff decide.

Nobody is to get a letter twice, or a question that they answered long ago, because a machine was lost.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, or_, select, update

from storage.crypto.vault import TRANSIT
from storage.tables import conversations, outbox

REASON = "restored"
"""Stands in `outbox.reason` while nobody has decided."""
_LET_GO = "restored, not sent"

_is_held = and_(outbox.c.state == "refused", outbox.c.reason == REASON)
_has_moved_on = (
    select(conversations.c.id)
    .where(conversations.c.id == outbox.c.conversation_id, conversations.c.turn > outbox.c.turn)
    .correlate(outbox)
    .exists()
)


class HeldBack(NamedTuple):
    """Messages of one kind in one channel that nobody has decided about, and since when the oldest waited."""

    channel: str
    kind: str
    messages: int
    oldest_at: datetime


def hold(tx: Connection, *, now: datetime) -> int:
    """Let nothing that waits be sent, and return how many messages staff can decide about.

    Last words to somebody erased, and alerts, are let go: they are sealed for passage, and late they help nobody.
    """
    waiting = outbox.c.state.in_(("waiting", "sending"))
    passing = update(outbox).where(waiting, outbox.c.sealed_for == TRANSIT)
    tx.execute(passing.values(state="refused", reason=_LET_GO, sent_at=now, body=None, address=None))
    return tx.execute(update(outbox).where(waiting).values(state="refused", reason=REASON, sent_at=now)).rowcount


def held(tx: Connection) -> tuple[HeldBack, ...]:
    """Return what nobody has decided about yet, the oldest kind first."""
    oldest = func.min(outbox.c.created_at)
    kinds = select(outbox.c.channel, outbox.c.kind, func.count(), oldest).where(_is_held)
    rows = tx.execute(kinds.group_by(outbox.c.channel, outbox.c.kind).order_by(oldest, outbox.c.kind))
    return tuple(HeldBack(*row) for row in rows)


def send(tx: Connection, *, now: datetime) -> tuple[int, int]:
    """Let what is held wait to be sent again. Return how many, and how many are let go because the talk has gone on."""
    stale = let_go(tx, only_stale=True)
    again = {
        "state": "waiting",
        "reason": "",
        "sent_at": None,
        "next_at": now,
        "is_doubtful": or_(outbox.c.tries > 0, outbox.c.is_doubtful),
    }
    return tx.execute(update(outbox).where(_is_held).values(again)).rowcount, stale


def let_go(tx: Connection, *, only_stale: bool = False) -> int:
    """Decide that what is held is never sent; return how many messages. `only_stale`: those of talks that went on."""
    which = (_is_held, or_(_has_moved_on, outbox.c.body.is_(None))) if only_stale else (_is_held,)
    return tx.execute(update(outbox).where(*which).values(reason=_LET_GO)).rowcount


def total(found: Iterable[HeldBack]) -> int:
    """Return how many messages these are."""
    return sum(one.messages for one in found)
