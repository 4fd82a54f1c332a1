"""How many of those who asked to hear were told, and how long they waited for it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from storage.db.typed_rows import rows_as
from storage.messages.news import is_news
from storage.review.outcomes import wants_news
from storage.tables import consents, conversations, outbox, told


@dataclass(frozen=True)
class ToldShare:
    """How many people asked to hear what comes of it, and after how many whole days each who was told first heard."""

    asked: int
    days: tuple[int, ...]

    @property
    def told(self) -> int:
        """How many were told of something since they asked."""
        return len(self.days)

    @property
    def half_within(self) -> int | None:
        """The days within which half of those who were told had heard; None where nobody was."""
        return self.days[(len(self.days) - 1) // 2] if self.days else None

    def within(self, days: int) -> int:
        """Return how many had heard within so many days."""
        return sum(one <= days for one in self.days)


def told_share(tx: Connection, *, flow: str | None = None) -> ToldShare:
    """Return it for one flow, or for all (None). A message counts once it has gone out, or stands on the person's page."""
    asked = _asked(tx, flow, wants_news(tx))
    heard = _heard(tx, flow)
    days = (max(0, (heard[one] - at).days) for one, at in asked.items() if one in heard)
    return ToldShare(len(asked), tuple(sorted(days)))


class _Moment(NamedTuple):
    """When something happened for a person."""

    person_id: str
    at: datetime


def _asked(tx: Connection, flow: str | None, who: set[str]) -> dict[str, datetime]:
    """Return when each of these people last said that they want to hear."""
    query = (
        select(consents.c.person_id, func.max(consents.c.at).label("at"))
        .join(conversations, conversations.c.id == consents.c.conversation_id)
        .where(consents.c.switch == "contact_next", consents.c.granted)
        .group_by(consents.c.person_id)
    )
    rows = rows_as(_Moment, tx.execute(query if flow is None else query.where(conversations.c.flow == flow)))
    return {row.person_id: row.at for row in rows if row.person_id in who}


def _heard(tx: Connection, flow: str | None) -> dict[str, datetime]:
    """Return when each person first got news."""
    query = (
        select(conversations.c.person_id, func.min(told.c.at).label("at"))
        .join(told, told.c.conversation_id == conversations.c.id)
        .join(outbox, outbox.c.id == told.c.outbox_id)
        .where(is_news(), told.c.taken_back_at.is_(None), outbox.c.state == "sent")
        .group_by(conversations.c.person_id)
    )
    rows = rows_as(_Moment, tx.execute(query if flow is None else query.where(conversations.c.flow == flow)))
    return {row.person_id: row.at for row in rows}
