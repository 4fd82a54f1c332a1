"""What would go if everything older than a day were forgotten: counted, never touched."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, distinct, func, select

from storage.tables import answers, comments, conversations, letters, mails


@dataclass(frozen=True)
class OldCounts:
    """How many of each there are. `people` are those who have said nothing since either."""

    people: int
    conversations: int
    answers: int
    comments: int
    letters: int
    mails: int


def count_older(tx: Connection, *, before: datetime) -> OldCounts:
    """Count conversations that still hold words and in which nothing was said since `before`, and what belongs to them."""
    held = conversations.c.state.is_not(None)
    old = select(conversations.c.id).where(held, conversations.c.heard_at < before)
    later = select(conversations.c.person_id).where(held, conversations.c.heard_at >= before)
    people = select(func.count(distinct(conversations.c.person_id))).where(
        held, conversations.c.heard_at < before, conversations.c.person_id.not_in(later)
    )
    return OldCounts(
        people=_count(tx, people),
        conversations=_count(tx, select(func.count()).select_from(old.subquery())),
        answers=_count(
            tx,
            select(func.count()).where(
                answers.c.is_current, answers.c.conversation_id.in_(old), answers.c.state != "withdrawn"
            ),
        ),
        comments=_count(
            tx, select(func.count()).where(comments.c.words.is_not(None), comments.c.conversation_id.in_(old))
        ),
        letters=_count(tx, select(func.count()).where(letters.c.sent.is_not(None), letters.c.conversation_id.in_(old))),
        mails=_count(tx, select(func.count()).where(mails.c.conversation_id.in_(old))),
    )


def _count(tx: Connection, query: Select[int]) -> int:
    return tx.execute(query).scalar_one()
