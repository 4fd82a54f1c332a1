"""Nothing that came in is lost, doubled, or in the way of others."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.db.errors import Stale
from storage.messages import inbox
from storage.people import erasure, people
from storage.tables import inbox as rows
from storage.tables import quarantine


def waiting(talk):
    return talk.db.write_now(lambda tx: inbox.claim(tx, limit=10))


def test_a_repeat_is_stored_once_and_counted(talk):
    first, again = talk.accept("m1"), talk.accept("m1")

    found = talk.db.read_now(inbox.conservation)
    assert first is not None
    assert again is None
    assert (found.received, found.duplicate, found.pending, found.is_balanced) == (2, 1, 1, True)


def test_the_oldest_of_each_sender_comes_first(talk):
    ids = [talk.accept(f"m{n}", sender) for n, sender in enumerate(["ada", "ada", "bea", "cal", "bea"])]

    claimed = waiting(talk)

    assert [one.id for one in claimed] == [ids[0], ids[2], ids[3]]


def test_two_workers_never_get_the_same_message(talk):
    if talk.db.is_sqlite:
        assert talk.db.is_sqlite  # One writer by construction: there is no second worker.
        return
    ids = [talk.accept(f"m{number}", f"sender {number}") for number in range(4)]
    talk.accept("m9", "sender 0")

    def first(tx):
        mine = inbox.claim(tx, limit=2)
        theirs = talk.db.write_now(lambda other: inbox.claim(other, limit=10))
        return mine, theirs

    mine, theirs = talk.db.write_now(first)

    assert [one.id for one in mine] == ids[:2]
    assert [one.id for one in theirs] == ids[2:]


def test_a_message_is_done_once_and_its_words_are_wiped(talk, later):
    inbox_id = talk.accept("m1", text="MARKER")
    one = waiting(talk)[0]
    assert talk.db.read_now(lambda tx: inbox.open_raw(tx, talk.vault, one)) == "MARKER"

    talk.db.write_now(lambda tx: inbox.done(tx, inbox_id=inbox_id, state="applied", now=later(1)))

    with pytest.raises(Stale):
        talk.db.write_now(lambda tx: inbox.done(tx, inbox_id=inbox_id, state="applied", now=later(1)))
    assert talk.db.read_now(lambda tx: tx.execute(select(rows.c.raw)).scalar_one()) is None
    assert waiting(talk) == ()


def test_poison_is_set_aside_after_three_tries_without_a_word_of_it_in_the_reason(talk, later):
    inbox_id = talk.accept("poison", "ada")
    behind = talk.accept("next", "ada")
    try:
        int("MARKER")
    except ValueError as error:
        fault = error

    outcomes = [
        talk.db.write_now(lambda tx: inbox.failed(tx, inbox_id=inbox_id, error=fault, now=later(1))) for _ in range(3)
    ]

    reason = talk.db.read_now(lambda tx: tx.execute(select(quarantine.c.reason)).scalar_one())
    assert outcomes == [False, False, True]
    assert reason.startswith("ValueError at test_inbox.py:")
    assert "MARKER" not in reason
    assert [one.id for one in waiting(talk)] == [behind]
    assert talk.db.read_now(inbox.conservation).is_balanced


def test_erasing_a_person_reaches_what_they_sent_that_was_set_aside(talk, later):
    held = talk.begin()
    address = talk.db.read_now(lambda tx: people.address_of(tx, talk.vault, contact_id=held.contact_id))
    inbox_id = talk.accept("poison", address, text="MARKER")
    for _ in range(3):
        talk.db.write_now(lambda tx: inbox.failed(tx, inbox_id=inbox_id, error=ValueError(), now=later(1)))

    talk.db.write_now(lambda tx: erasure.erase(tx, talk.vault, person_id=held.person_id, why="asked", now=later(2)))

    kept = talk.db.read_now(lambda tx: tx.execute(select(rows.c.raw, rows.c.state).where(rows.c.id == inbox_id)).one())
    assert tuple(kept) == (None, "quarantined")


def test_a_rescued_message_is_read_again(talk, later):
    inbox_id = talk.accept("m1", text="MARKER")
    fault = ValueError()
    for _ in range(3):
        talk.db.write_now(lambda tx: inbox.failed(tx, inbox_id=inbox_id, error=fault, now=later(1)))

    assert talk.db.write_now(lambda tx: inbox.rescue(tx, inbox_id=inbox_id, by="Ada", now=later(2)))
    assert not talk.db.write_now(lambda tx: inbox.rescue(tx, inbox_id=inbox_id, by="Ada", now=later(2)))

    one = waiting(talk)[0]
    assert (one.id, one.tries) == (inbox_id, 0)
    assert talk.db.read_now(lambda tx: inbox.open_raw(tx, talk.vault, one)) == "MARKER"


def test_numbers_still_add_up_after_old_shells_are_purged(talk, later):
    for number, state in enumerate(["applied", "applied", "not-feedback", "duplicate"]):
        inbox_id = talk.accept(f"m{number}")
        talk.db.write_now(lambda tx, i=inbox_id, s=state: inbox.done(tx, inbox_id=i, state=s, now=later(1)))
    talk.accept("open")

    assert talk.db.write_now(lambda tx: inbox.purge(tx, now=later(0) + timedelta(days=6))) == 0
    assert talk.db.write_now(lambda tx: inbox.purge(tx, now=later(0) + timedelta(days=8))) == 4

    found = talk.db.read_now(inbox.conservation)
    assert found == inbox.Conservation(
        received=5, applied=2, without_yes=0, duplicate=1, quarantined=0, not_feedback=1, pending=1
    )
    assert found.is_balanced
    assert talk.db.read_now(inbox.oldest_open_at) is not None
