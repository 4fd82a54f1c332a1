"""Organisations: joined, put within others, filled in by lists, and counted as they stand then."""

import pytest

from storage.accounts import members
from storage.audit import undo
from storage.audit.undo import Act
from storage.organisations import register
from storage.organisations.register import OrganisationDetails, OrganisationFault, Ties
from storage.people import contacts
from storage.people.contacts import ContactEntry
from tests.storage.conftest import NOW


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


def known(db):
    return {one.name: one for one in db.read_now(register.listed)}


def test_names_of_one_organisation_are_joined_and_parted_and_a_part_counts_as_the_whole(db, vault, put):
    trust, _ = put(register.add, details=OrganisationDetails("Example Trust", "trust"))
    other, _ = put(register.add, details=OrganisationDetails("Example Truste"))
    team, _ = put(register.add, details=OrganisationDetails("Harbour Team", "team", part_of=trust))

    _, act = put(register.join, organisation_id=other, into=trust)
    assert list(known(db)) == ["Example Trust", "Harbour Team"]
    assert known(db)["Example Trust"].spellings == ((other, "Example Truste"),)
    assert known(db)["Harbour Team"].path == ("Example Trust", "Harbour Team")
    ties = db.read_now(register.ties)
    assert [ties.widest(one) for one in (team, other, "")] == [trust, trust, ""]
    assert ties.within(trust, (team, other, "x")) == tuple(sorted((team, other)))

    db.write_now(lambda tx: undo.undo(tx, vault, act_id=act, by=put.by, now=NOW))
    assert "Example Truste" in known(db)
    put(register.join, organisation_id=other, into=trust)
    put(register.part, organisation_id=other)
    assert "Example Truste" in known(db)


@pytest.mark.parametrize(
    ("work", "values"),
    [
        (register.add, {"details": OrganisationDetails("")}),
        (register.add, {"details": OrganisationDetails("Example Trust")}),
        (register.add, {"details": OrganisationDetails("New", "palace")}),
        (register.add, {"details": OrganisationDetails("New", part_of="nobody")}),
        (register.add, {"details": OrganisationDetails("New", promise="x" * 3000)}),
        (register.edit, {"organisation_id": "nobody", "details": OrganisationDetails("New")}),
        (register.edit, {"organisation_id": "trust", "details": OrganisationDetails("Example Trust", part_of="team")}),
        (register.join, {"organisation_id": "team", "into": "trust"}),
        (register.join, {"organisation_id": "team", "into": "nobody"}),
        (register.part, {"organisation_id": "team"}),
        (register.withdraw, {"signature_id": "none"}),
    ],
)
def test_what_cannot_be_is_refused(db, put, work, values):
    ids = {"trust": put(register.add, details=OrganisationDetails("Example Trust"))[0]}
    ids["team"] = put(register.add, details=OrganisationDetails("Harbour Team", part_of=ids["trust"]))[0]
    named = {name: ids.get(value, value) if isinstance(value, str) else value for name, value in values.items()}
    if (details := named.get("details")) and details.part_of in ids:
        named["details"] = OrganisationDetails(details.name, part_of=ids[details.part_of])

    with pytest.raises(OrganisationFault):
        put(work, **named)


def test_an_organisation_signs_a_version_once_and_takes_it_back(db, put):
    trust, _ = put(register.add, details=OrganisationDetails("Example Trust"))
    for on in (None, NOW.date()):
        put(register.sign, organisation_id=trust, standard="4pi", version=1, on=on)
    (mark,) = known(db)["Example Trust"].signed
    assert (mark.standard, mark.version, mark.signed_on) == ("4pi", 1, NOW.date())

    put(register.withdraw, signature_id=mark.id)
    assert known(db)["Example Trust"].signed == ()


def test_a_list_fills_in_what_is_not_known_and_leaves_what_staff_wrote(db, vault, put):
    put(register.add, details=OrganisationDetails("Harbour Team", "service"))
    entries = [
        ContactEntry("a@example.org", organisation="Harbour Team", about=("team", "Leeds", "Example Trust", "4Pi v2")),
        ContactEntry("b@example.org", organisation="Harbour Team", about=("", "York", "", "")),
    ]
    for _ in range(2):
        db.write_now(lambda tx: contacts.bring_in(tx, vault, group="spring", entries=entries, now=NOW))

    found = known(db)["Harbour Team"]
    assert (found.details.kind, found.details.place, found.path) == (
        "service",
        "Leeds",
        ("Example Trust", "Harbour Team"),
    )
    assert [(mark.standard, mark.version) for mark in found.signed] == [("4pi", 2)]
    assert found.contacts == 2


@pytest.mark.parametrize(
    ("told", "standard"),
    [
        ("4Pi", ("4pi", 1)),
        ("4pi v2", ("4pi", 2)),
        ("yes", ("4pi", 1)),
        ("no", None),
        ("Triangle of Care v2", ("Triangle of Care", 2)),
        ("", None),
        ("pcref version 3", ("pcref", 3)),
    ],
)
def test_a_standard_is_read_with_its_version(told, standard):
    assert register.standard_of(told) == standard


def test_a_ring_of_names_ends():
    assert Ties({"a": "b", "b": "a"}, {"a": "b"}).widest("a") in ("a", "b")
