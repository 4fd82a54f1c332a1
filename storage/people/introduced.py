"""Forgetting who met whom: the introductions of a person, and all that was told of one to the other."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from storage.tables import introduction_sides, introductions, letters, outbox, staff_asks


def forget_of(tx: Connection, *, person_id: str) -> int:
    """Forget every introduction of a person; return how many."""
    theirs = select(introduction_sides.c.introduction_id).where(introduction_sides.c.person_id == person_id)
    return forget(tx, introduction_ids=tx.execute(theirs).scalars().all())


def forget(tx: Connection, *, introduction_ids: Sequence[str]) -> int:
    """Forget introductions, with the words of each message that told of them; return how many."""
    asked = select(staff_asks.c.conversation_id, staff_asks.c.put_at, staff_asks.c.kind)
    for row in tx.execute(asked.where(staff_asks.c.subject_id.in_(introduction_ids))):
        if row.kind == "told" and row.put_at is not None:
            _wipe_message(tx, row.conversation_id, row.put_at)
    tx.execute(delete(staff_asks).where(staff_asks.c.subject_id.in_(introduction_ids)))
    tx.execute(delete(introduction_sides).where(introduction_sides.c.introduction_id.in_(introduction_ids)))
    return tx.execute(delete(introductions).where(introductions.c.id.in_(introduction_ids))).rowcount


def _wipe_message(tx: Connection, conversation_id: str, put_at: object) -> None:
    """Wipe what was told, and the letter that carried it. What is on its way already goes on, as with an erasure."""
    sent = select(outbox.c.id).where(outbox.c.conversation_id == conversation_id, outbox.c.created_at == put_at)
    tx.execute(update(letters).where(letters.c.outbox_id.in_(sent)).values(sent=None, raw=None))
    told = update(outbox).where(outbox.c.id.in_(sent))
    tx.execute(told.where(outbox.c.state == "waiting").values(state="refused", reason="taken back", sent_at=put_at))
    tx.execute(told.values(body=None))
