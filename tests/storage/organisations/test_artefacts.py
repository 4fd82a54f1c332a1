"""The register of artefacts: added, changed, removed and taken back; only three things of it are public."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from storage.accounts import members
from storage.audit import undo
from storage.audit.undo import Act
from storage.organisations import artefacts, register
from storage.organisations.artefacts import ArtefactDetails, ArtefactFault
from storage.organisations.register import OrganisationDetails
from tests.storage.conftest import NOW

CHARTER = ArtefactDetails(
    "charter", "Our charter", "https://example.org/charter", "", "people who use it", review_on=date(2026, 2, 28)
)


@pytest.fixture
def put(db, vault):
    """Change the register as somebody of the staff, and return (what came of it, the act)."""
    db.write_now(lambda tx: members.add(tx, vault, name="ada", role="analyst", now=NOW))
    ada = db.read_now(lambda tx: members.named(tx, name="ada")).member.id

    def carry_out(work, **values):
        def job(tx):
            act = Act(tx, vault, by=ada, what="tidied", now=NOW)
            return work(tx, act, **values), act.store()

        return db.write_now(job)

    carry_out.by = ada
    return carry_out


def test_an_artefact_is_named_with_its_organisation_as_it_counts_and_its_removal_is_taken_back(db, vault, put):
    trust, other = (put(register.add, details=OrganisationDetails(name))[0] for name in ("Trust", "Truste"))
    one, _ = put(artefacts.add, details=replace(CHARTER, organisation_id=other))
    put(register.join, organisation_id=other, into=trust)
    assert [each.organisation for each in db.read_now(artefacts.listed)] == ["Trust"]

    put(artefacts.edit, artefact_id=one, details=replace(CHARTER, title="New charter"))
    assert db.read_now(lambda tx: artefacts.one(tx, artefact_id=one)).details.title == "New charter"
    _, act = put(artefacts.remove, artefact_id=one)
    assert db.read_now(artefacts.listed) == ()
    with pytest.raises(ArtefactFault):
        put(artefacts.edit, artefact_id=one, details=CHARTER)
    db.write_now(lambda tx: undo.undo(tx, vault, act_id=act, by=put.by, now=NOW))
    assert [each.id for each in db.read_now(artefacts.listed)] == [one]


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": ""},
        {"title": "x" * 201},
        {"made_with": "x" * 501},
        {"kind": "song"},
        {"organisation_id": "nobody"},
        {"link": "javascript:alert(1)"},
        {"link": "", "is_public": True},
    ],
)
def test_an_artefact_that_cannot_be_is_refused(db, put, wrong):
    with pytest.raises(ArtefactFault):
        put(artefacts.add, details=replace(CHARTER, **wrong))
    assert db.read_now(artefacts.listed) == ()


def test_only_what_was_chosen_is_public_and_only_its_kind_title_and_link(db, put):
    put(artefacts.add, details=replace(CHARTER, is_public=True))
    put(artefacts.add, details=replace(CHARTER, title="Not for everybody"))
    shown = db.read_now(artefacts.public)
    assert shown == (ArtefactDetails("charter", "Our charter", "https://example.org/charter"),)


def test_what_was_to_be_looked_at_again_before_today_is_overdue_the_oldest_first(db, put):
    today = NOW.date()
    for title, days in (("Late", 1), ("Today", 0), ("Very late", 9)):
        put(artefacts.add, details=replace(CHARTER, title=title, review_on=today - timedelta(days=days)))
    put(artefacts.add, details=replace(CHARTER, review_on=None))
    late = db.read_now(lambda tx: artefacts.overdue(tx, today=today))
    assert [one.details.title for one in late] == ["Very late", "Late"]
