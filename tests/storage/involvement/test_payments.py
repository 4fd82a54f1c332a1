"""The log of payments: sealed names, each person once in the sums, and nothing left of whoever is forgotten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from storage import subject_access
from storage.accounts import members
from storage.audit import undo
from storage.audit.undo import Act, CannotUndo
from storage.involvement import payments
from storage.involvement.payments import OfferFault, OfferTerms, PaidSum, Payee
from storage.people import erasure
from storage.people.paid import key_of
from storage.tables import payment_offers, vault_keys
from tests.storage.conftest import NOW

TODAY = NOW.date()
TERMS = OfferTerms("about an hour", 25_00, TODAY, "reading a leaflet")
PAID = replace(TERMS, state="paid", paid=25_00, expenses=3_20, settled_on=TODAY)


@pytest.fixture
def put(db, vault):
    """Change the log as somebody of the staff, and return (what came of it, the act)."""
    db.write_now(lambda tx: members.add(tx, vault, name="ada", role="admin", now=NOW))
    ada = db.read_now(lambda tx: members.named(tx, name="ada")).member.id

    def carry_out(work, *sealing, **values):
        def job(tx):
            act = Act(tx, vault, by=ada, what="paid", now=NOW)
            return work(tx, *sealing, act, **values), act.store()

        return db.write_now(job)

    carry_out.by = ada
    return carry_out


@pytest.fixture
def offered(put, vault):
    """Write an offer down and return its id."""
    return lambda payee, terms=TERMS: put(payments.add, vault, payee=payee, terms=terms, now=NOW)[0]


def listed(db, vault):
    return db.read_now(lambda tx: payments.listed(tx, vault))


def rows(db, column=payment_offers.c.id):
    return db.read_now(lambda tx: tx.execute(select(column)).scalars().all())


def keys(db):
    return [owner for owner in rows(db, vault_keys.c.owner) if owner.startswith(key_of(""))]


def test_an_offer_is_written_down_sealed_changed_and_taken_back(db, vault, put, offered):
    one = offered(Payee(name="Cal Invented"))
    assert b"Cal" not in rows(db, payment_offers.c.name)[0]
    assert b"leaflet" not in rows(db, payment_offers.c.what_for)[0]

    _, act = put(payments.edit, vault, offer_id=one, terms=PAID)
    assert [(each.name, each.terms, each.is_by_code) for each in listed(db, vault)] == [("Cal Invented", PAID, False)]
    assert put(payments.edit, vault, offer_id=one, terms=PAID)[1] == ""
    db.write_now(lambda tx: undo.undo(tx, vault, act_id=act, by=put.by, now=NOW))
    assert listed(db, vault)[0].terms == TERMS

    _, act = put(payments.take_off, offer_id=one, now=NOW)
    assert listed(db, vault) == ()
    for work, values in ((payments.take_off, {"now": NOW}), (payments.edit, {"terms": TERMS})):
        with pytest.raises(OfferFault):
            put(work, *([vault] if "terms" in values else []), offer_id=one, **values)
    db.write_now(lambda tx: undo.undo(tx, vault, act_id=act, by=put.by, now=NOW))
    assert listed(db, vault)[0].name == "Cal Invented"


@pytest.mark.parametrize(
    ("payee", "terms"),
    [
        (Payee(), TERMS),
        (Payee("p", "Cal Invented"), TERMS),
        (Payee(name="x" * 121), TERMS),
        (Payee(name="Cal"), replace(TERMS, activity="singing")),
        (Payee(name="Cal"), replace(TERMS, what_for="x" * 301)),
        (Payee(name="Cal"), replace(TERMS, offered=-1)),
        (Payee(name="Cal"), replace(TERMS, expenses=1_000_001)),
        (Payee(name="Cal"), replace(TERMS, paid=1)),
        (Payee(name="Cal"), replace(TERMS, state="declined")),
        (Payee(name="Cal"), replace(TERMS, settled_on=TODAY)),
        (Payee(name="Cal"), replace(PAID, settled_on=TODAY - timedelta(days=1))),
    ],
)
def test_an_offer_that_cannot_be_is_refused(db, vault, offered, payee, terms):
    with pytest.raises(OfferFault):
        offered(payee, terms)
    assert rows(db) == []


def test_a_person_sees_their_offers_in_their_own_copy_and_erasing_forgets_that_they_were_theirs(
    db, vault, put, offered, talk
):
    person = talk.begin().person_id
    offered(Payee(person), PAID)
    _, act = put(payments.edit, vault, offer_id=rows(db)[0], terms=replace(PAID, way="cash"))
    mine = db.read_now(lambda tx: subject_access.mydata(tx, vault, person_id=person))["payments"]
    assert [(one["what_for"], one["paid_pence"], one["way"]) for one in mine] == [("reading a leaflet", 25_00, "cash")]

    db.write_now(lambda tx: erasure.erase(tx, vault, person_id=person, why="asked", now=NOW))
    (left,) = listed(db, vault)
    assert (left.mark, left.is_by_code, left.terms.what_for, left.terms.paid) == ("", False, "", 25_00)
    assert keys(db) == []
    assert db.read_now(lambda tx: payments.of_person(tx, vault, person_id=person)) == ()
    with pytest.raises(CannotUndo):
        db.write_now(lambda tx: undo.undo(tx, vault, act_id=act, by=put.by, now=NOW))


def test_sums_count_each_person_once_keep_expenses_apart_and_hold_few_people(db, vault, offered):
    for number in range(10):
        offered(Payee(name=f"Person {number}"), replace(PAID, expenses=1_00 if number else 0))
    offered(Payee(name=" person  1"), PAID)
    offered(Payee(name="Late"), replace(PAID, offered_on=date(2025, 12, 31), settled_on=date(2026, 1, 1)))
    offered(Payee(name="No"), replace(TERMS, state="declined", settled_on=TODAY))

    now, before = db.read_now(payments.quarters)
    assert (now.year, now.number, now.offers, now.people, now.declined) == (2026, 1, 12, 11, 1)
    assert now.paid == PaidSum(12 * 25_00, 11)
    assert now.expenses == PaidSum(9_00 + 2 * 3_20, 10)
    assert (before.year, before.number, before.offers, before.paid) == (2025, 4, 1, PaidSum(0, 0))
    assert [now.paid.is_held, before.paid.is_held] == [False, True]
    assert [now.is_over(TODAY), before.is_over(TODAY)] == [False, True]


def test_old_offers_forget_to_whom_they_were_and_what_was_taken_off_goes_with_its_key(db, vault, put, offered):
    old = TODAY - payments.KEPT - timedelta(days=1)
    offered(Payee(name="Old"), replace(TERMS, offered_on=old))
    put(payments.take_off, offer_id=offered(Payee(name="Slip")), now=NOW)
    _, act = put(payments.add, vault, payee=Payee(name="Undone"), terms=TERMS, now=NOW)
    db.write_now(lambda tx: undo.undo(tx, vault, act_id=act, by=put.by, now=NOW))
    kept = offered(Payee(name="New"))
    assert len(keys(db)) == 4

    later = NOW + payments.TAKEN_OFF_KEPT + timedelta(days=1)
    assert db.write_now(lambda tx: payments.forget_old(tx, vault, now=later)) == 1
    assert [each.name for each in listed(db, vault)] == ["New", ""]
    assert keys(db) == [key_of(kept)]
    assert db.write_now(lambda tx: payments.forget_old(tx, vault, now=later)) == 0
