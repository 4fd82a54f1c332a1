"""News that staff send to those who asked for it: what of it has not arrived, and how it is stopped at once."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select, update

from feedback.channels import registered
from storage.tables import conversations, outbox, told

STOPPED = "they said stop"
"""The reason of news that was not sent because the person wants no more: no fault of anything."""


def is_news() -> ColumnElement[bool]:
    """Return the condition that a row of `told` is news, and no answer to the person."""
    return or_(told.c.outcome_id.is_not(None), told.c.findings_id.is_not(None))


def stop_news(tx: Connection, *, person_id: str, now: datetime) -> int:
    """Send a person no news that waits, or that no page has shown them yet; return how many messages that were."""
    theirs = select(conversations.c.id).where(conversations.c.person_id == person_id)
    is_unread = exists().where(told.c.outbox_id == outbox.c.id, is_news(), told.c.read_at.is_(None))
    shown = [channel.name for channel in registered() if channel.shows_at_once]
    waits = or_(outbox.c.state == "waiting", and_(outbox.c.state == "sent", outbox.c.channel.in_(shown)))
    stopped = update(outbox).where(outbox.c.conversation_id.in_(theirs), waits, is_unread)
    return tx.execute(stopped.values(state="refused", reason=STOPPED, sent_at=now)).rowcount
