"""Several services on one database: one does what only one may, and whoever was replaced writes nothing more."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from feedback.conversation.messages import Outbound
from storage.db.engine import Database
from storage.db.errors import Fenced
from storage.messages import outbox
from storage.messages.outbox import Destination
from storage.services import leases
from storage.services.leases import LeaseBook
from storage.tables import outbox as outbox_table

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ON_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
WANTED = ("telegram", "upkeep")


def seconds(number: float) -> datetime:
    return NOON + timedelta(seconds=number)


def heard(db: Database, at: float = 0, number: int | None = None) -> LeaseBook:
    times = {"now": seconds(at), "until": seconds(at + 8)}
    return db.write_now(lambda tx: leases.beat(tx, number=number, wanted=WANTED, **times))


def test_the_first_service_holds_everything_and_the_second_nothing(db):
    first, second = heard(db), heard(db)

    assert (first.held, second.held) == (set(WANTED), set())
    assert (first.services, second.services) == (1, 2)
    assert second.number > first.number
    assert heard(db, 2, first.number).held == set(WANTED)


def test_who_is_not_heard_for_too_long_is_replaced(db):
    first, second = heard(db), heard(db)

    assert heard(db, 7, second.number).held == set()
    replaced = heard(db, 9, second.number)

    assert replaced == LeaseBook(second.number, frozenset(WANTED), 1)
    db.write_now(lambda tx: leases.check(tx, number=second.number, name="telegram"))
    for name in ("telegram", ""):
        with pytest.raises(Fenced):
            db.write_now(lambda tx, name=name: leases.check(tx, number=first.number, name=name))


def test_who_wakes_after_being_replaced_is_given_a_new_number_and_holds_nothing(db):
    first, second = heard(db), heard(db)
    heard(db, 7, second.number)
    heard(db, 9, second.number)

    woken = heard(db, 10, first.number)

    assert woken.number > second.number
    assert woken.held == set()


def test_who_wakes_before_being_replaced_goes_on_as_before(db):
    first = heard(db)

    assert heard(db, 60, first.number) == first


def test_who_leaves_in_order_is_replaced_at_once(db):
    first, second = heard(db), heard(db)
    db.write_now(lambda tx: leases.resign(tx, number=first.number))

    assert heard(db, 1, second.number).held == set(WANTED)


def test_who_does_not_hold_a_lease_may_not_write_under_it(db):
    _, second = heard(db), heard(db)

    db.write_now(lambda tx: leases.check(tx, number=second.number))
    with pytest.raises(Fenced):
        db.write_now(lambda tx: leases.check(tx, number=second.number, name="telegram"))


@ON_POSTGRESQL
def test_who_is_in_the_middle_of_a_write_is_replaced_after_it(db):
    first, second = heard(db), heard(db)

    def slow(tx):
        leases.check(tx, number=first.number, name="telegram")
        assert heard(db, 9, second.number).held == set()

    db.write_now(slow)

    assert heard(db, 10, second.number).held == set(WANTED)


@ON_POSTGRESQL
def test_who_gives_leases_at_the_same_moment_waits_for_the_next_beat(db):
    first = heard(db)

    def at_the_same_moment(tx):
        leases.beat(tx, number=None, wanted=WANTED, now=seconds(20), until=seconds(28))
        assert heard(db, 20).held == set()

    db.write_now(at_the_same_moment)

    with pytest.raises(Fenced):
        db.write_now(lambda tx: leases.check(tx, number=first.number))


@ON_POSTGRESQL
def test_the_time_is_the_servers(db):
    assert db.read_now(leases.server_time).tzinfo is not None


@pytest.fixture
def sends(db, vault):
    """Return how to store a message that a service is sending; and how all of them stand."""

    def send(by: int | None) -> int:
        post = Destination("telegram", 1, NOON, address="7001")

        def job(tx):
            outbox.queue(tx, vault, post, [Outbound("Hello.", kind="farewell")])
            (due,) = outbox.claim_due(tx, vault, now=NOON, limit=1)
            if by is not None:
                outbox.claimed(tx, outbox_ids=[due.id], by=by)
            return due.id

        return db.write_now(job)

    return send


def states(db: Database) -> dict[int, tuple[str, bool]]:
    query = select(outbox_table.c.id, outbox_table.c.state, outbox_table.c.is_doubtful)
    return db.read_now(lambda tx: {row.id: (row.state, row.is_doubtful) for row in tx.execute(query)})


def test_what_a_service_was_sending_waits_again_once_it_is_replaced(db, sends):
    first, second = heard(db), heard(db)
    theirs, mine = sends(first.number), sends(second.number)
    heard(db, 7, second.number)
    heard(db, 9, second.number)

    assert states(db) == {theirs: ("waiting", True), mine: ("sending", False)}


def test_a_start_leaves_what_other_services_are_sending(db, sends):
    first = heard(db)
    theirs, nobodys, gone = sends(first.number), sends(None), sends(first.number + 1)

    assert db.write_now(outbox.recover) == 2
    assert states(db) == {theirs: ("sending", False), nobodys: ("waiting", True), gone: ("waiting", True)}
