"""Self-assessments: filled in by several people, signed off once, sealed, and gone with their key."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select

from storage.organisations import assessments
from storage.organisations.assessments import AssessmentEntry, AssessmentFault, WrittenSince
from storage.tables import organisations, self_assessment_entries, vault_keys
from tests.storage.conftest import NOW

SAID = AssessmentEntry("partly", "Our policy says so.", "https://example.org/p", "Write it", "Chair", date(2026, 9, 1))


@pytest.fixture
def begun(db):
    def job(tx):
        tx.execute(insert(organisations), {"id": "trust", "name": "Example Trust"})
        return assessments.begin(tx, organisation_id="trust", standard="4pi", version=1, now=NOW)

    return db.write_now(job)


def write(db, vault, begun, entry, statement="equals"):
    put = {"assessment_id": begun, "statement": statement, "entry": entry, "now": NOW}
    db.write_now(lambda tx: assessments.put(tx, vault, **put))


def test_what_is_written_is_sealed_and_nobody_goes_over_what_they_did_not_see(db, vault, begun):
    write(db, vault, begun, SAID)
    kept = db.read_now(lambda tx: assessments.entries(tx, vault, assessment_id=begun))
    assert kept == {"equals": replace(SAID, revision=1)}
    assert b"policy" not in db.read_now(lambda tx: tx.execute(select(self_assessment_entries.c.words)).scalar_one())

    with pytest.raises(WrittenSince):
        write(db, vault, begun, replace(SAID, standing="met"))
    write(db, vault, begun, replace(SAID, standing="met", is_done=True, revision=1))
    assert db.read_now(lambda tx: assessments.entries(tx, vault, assessment_id=begun))["equals"].standing == "met"


@pytest.mark.parametrize(
    "entry",
    [
        AssessmentEntry("perhaps"),
        AssessmentEntry("met", "x" * 5000),
        AssessmentEntry("met", owner="x" * 500),
        AssessmentEntry("met", link="javascript:alert(1)"),
        AssessmentEntry("met", link="https://example.org/a b"),
    ],
)
def test_what_cannot_be_written_is_refused(db, vault, begun, entry):
    with pytest.raises(AssessmentFault):
        write(db, vault, begun, entry)


def test_a_link_opens_it_for_a_role_until_it_is_closed_or_over(db, vault, begun):
    made = db.write_now(lambda tx: assessments.make_link(tx, vault, assessment_id=begun, role="chair", now=NOW))
    opened = lambda now=NOW: db.read_now(lambda tx: assessments.by_token(tx, vault, token=made.token, now=now))  # noqa: E731 - said once

    assert opened()[0].id == begun
    assert opened()[1] == "chair"
    assert db.read_now(lambda tx: assessments.links(tx, vault, assessment_id=begun, now=NOW)) == (made,)
    assert opened(NOW + timedelta(days=91)) is None
    db.write_now(lambda tx: assessments.close_link(tx, assessment_id=begun, link_id=made.id))
    assert opened() is None
    with pytest.raises(AssessmentFault):
        db.write_now(lambda tx: assessments.make_link(tx, vault, assessment_id=begun, role="", now=NOW))


def test_it_is_signed_off_once_and_the_next_has_it_before_it(db, vault, begun):
    later = NOW + timedelta(days=365)
    again = {"organisation_id": "trust", "standard": "4pi", "version": 2, "now": later}
    with pytest.raises(AssessmentFault):
        db.write_now(lambda tx: assessments.begin(tx, **again))
    signed = {"assessment_id": begun, "by": "chair", "now": NOW, "beside": {"equals": "8 of 12 said yes"}}
    assert db.write_now(lambda tx: assessments.sign_off(tx, **signed))
    assert not db.write_now(lambda tx: assessments.sign_off(tx, **signed))
    with pytest.raises(AssessmentFault):
        write(db, vault, begun, SAID)

    newer = db.write_now(lambda tx: assessments.begin(tx, **again))
    found = db.read_now(lambda tx: assessments.one(tx, assessment_id=newer))
    old = db.read_now(lambda tx: assessments.before(tx, found=found))
    assert (old.id, old.beside) == (begun, {"equals": "8 of 12 said yes"})
    assert db.read_now(lambda tx: assessments.before(tx, found=old)) is None


def test_deleting_takes_the_key_the_words_and_the_links(db, vault, begun):
    write(db, vault, begun, SAID)
    made = db.write_now(lambda tx: assessments.make_link(tx, vault, assessment_id=begun, role="chair", now=NOW))
    db.write_now(lambda tx: assessments.remove(tx, vault, assessment_id=begun))

    assert db.read_now(lambda tx: assessments.one(tx, assessment_id=begun)) is None
    assert db.read_now(lambda tx: assessments.by_token(tx, vault, token=made.token, now=NOW)) is None
    assert begun not in db.read_now(lambda tx: tx.execute(select(vault_keys.c.owner)).scalars().all())
