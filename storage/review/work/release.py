"""Work that goes back to nobody: of an account that was closed, or of a role that no longer sees it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select, update

from storage.tables import readings, requests


def held_by(tx: Connection, *, staff_id: str) -> tuple[str, ...]:
    """Return the conversations that somebody has and that are not closed."""
    query = select(readings.c.conversation_id).where(readings.c.assigned_to == staff_id, readings.c.state != "closed")
    return tuple(tx.execute(query.order_by(readings.c.conversation_id)).scalars())


def release(
    tx: Connection, *, staff_id: str, now: datetime, kept: Collection[str] = (), frees_requests: bool = True
) -> int:
    """Give what somebody has to nobody, but for what is `kept`; return how many conversations that were."""
    freed = [one for one in held_by(tx, staff_id=staff_id) if one not in kept]
    nobody = {"assigned_to": None, "changed_at": now}
    for conversation_id in freed:
        tx.execute(update(readings).where(readings.c.conversation_id == conversation_id).values(nobody))
    if frees_requests:
        tx.execute(update(requests).where(requests.c.assigned_to == staff_id).values(assigned_to=None))
    return len(freed)
