"""The last words to somebody erased can be found for an hour, and no session stands in the table."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from storage.messages import farewells
from storage.tables import farewells as table

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_last_words_are_found_by_their_session_until_they_are_forgotten(db, vault):
    for at, conversation_id in ((NOON, "first"), (NOON + timedelta(minutes=30), "second")):
        given = {"session": "a session", "conversation_id": conversation_id, "now": at}
        db.write_now(lambda tx, given=given: farewells.keep(tx, vault, **given))

    def found(session: str) -> str | None:
        return db.read_now(lambda tx: farewells.conversation_of(tx, vault, session=session))

    assert (found("a session"), found("another")) == ("second", None)
    (row,) = db.read_now(lambda tx: tx.execute(select(table)).all())
    assert "a session" not in row
    assert db.write_now(lambda tx: farewells.forget(tx, before=NOON)) == 0
    assert db.write_now(lambda tx: farewells.forget(tx, before=NOON + timedelta(hours=1))) == 1
    assert found("a session") is None
