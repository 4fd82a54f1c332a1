"""Contacts, invitations and a person's own data."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from feedback.conversation.events import Commented, Consented, Erased
from feedback.flows.answer import Piece
from storage.conversations import flow_versions
from storage.messages import downtime
from storage.people import contacts, erasure, erasure_log, invitations, people
from storage.people.contacts import ContactEntry
from storage.people.invitations import InvitationTerms
from storage.subject_access import mydata
from storage.tables import contacts as contact_table

ADA = ContactEntry("ada@example.org", "Ada", "Example Trust", "lead", "england", "en")
BEA = ContactEntry("bea@example.org", "Bea")


def bring_in(talk, now, *entries):
    return talk.db.write_now(lambda tx: contacts.bring_in(tx, talk.vault, group="leads", entries=entries, now=now))


def test_an_import_says_what_is_new_changed_and_the_same(talk, later):
    dry = talk.db.read_now(lambda tx: contacts.compare(tx, talk.vault, group="leads", entries=(ADA, BEA)))
    first = bring_in(talk, later(0), ADA, BEA)
    again = bring_in(talk, later(1), ADA, ContactEntry("bea@example.org", "Bea", role="chair"))

    assert dry == first == contacts.ContactImport((0, 1), (), ())
    assert again == contacts.ContactImport((), (1,), (0,))
    assert len(talk.db.read_now(lambda tx: contacts.members(tx, group="leads"))) == 2


def test_names_and_addresses_are_nowhere_in_the_file_in_the_clear(sqlite_db, vault, tmp_path, later):
    sqlite_db.write_now(lambda tx: contacts.bring_in(tx, vault, group="leads", entries=(ADA,), now=later(0)))
    sqlite_db.checkpoint()

    raw = (tmp_path / "sayso.db").read_bytes()

    assert b"Example Trust" in raw
    assert b"ada@example.org" not in raw
    assert b"Ada" not in raw


def test_a_group_is_invited_once_each_and_a_second_run_gives_the_same_links(talk, later):
    bring_in(talk, later(0), ADA, BEA)
    terms = InvitationTerms("ward", later(0), expires_at=later(60))

    first = talk.db.write_now(lambda tx: invitations.invite_group(tx, talk.vault, group="leads", terms=terms))
    again = talk.db.write_now(lambda tx: invitations.invite_group(tx, talk.vault, group="leads", terms=terms))

    assert len({made.token for made in first}) == 2
    assert first == again
    assert talk.db.read_now(lambda tx: invitations.invited(tx, flow="ward")) == 2


def test_a_token_leads_to_its_invitation_until_it_expires(talk, later):
    bring_in(talk, later(0), ADA)
    terms = InvitationTerms("ward", later(0), expires_at=later(60), place="Ward 3")
    made = talk.db.write_now(lambda tx: invitations.invite_group(tx, talk.vault, group="leads", terms=terms))[0]
    printed = talk.db.write_now(lambda tx: invitations.print_links(tx, talk.vault, terms=terms, count=3))

    def resolve(token, at):
        return talk.db.read_now(lambda tx: invitations.resolve(tx, talk.vault, token=token, now=at))

    found = resolve(made.token.upper(), later(59))
    assert (found.id, found.flow, found.place, found.nation) == (made.id, "ward", "Ward 3", "england")
    assert found.organisation_id
    assert resolve(made.token, later(60)) is None
    assert resolve("unknown", later(0)) is None
    assert len({one.token for one in printed}) == 3
    assert resolve(printed[0].token, later(1)).contact_id is None


def test_a_contact_is_found_again_by_its_address(talk, later):
    def contact_id():
        return talk.db.write_now(
            lambda tx: people.contact_for(tx, talk.vault, channel="telegram", address="7001", now=later(0))
        )

    first = contact_id()
    talk.db.write_now(lambda tx: people.set_blocked(tx, contact_id=first, at=later(1)))

    found = talk.db.read_now(lambda tx: people.contact(tx, talk.vault, contact_id=first))
    assert contact_id() == first
    assert (found.address, found.blocked_at) == ("7001", later(1))
    assert talk.db.read_now(lambda tx: people.contact(tx, talk.vault, contact_id="nobody")) is None


def test_a_person_is_given_everything_that_is_kept_about_them(talk):
    held = talk.answer(talk.begin(), "q1", "o1", "my words")
    talk.save(held, Commented(Piece("m2", "a comment")), Consented("take_part", granted=True, wording="OK?"))

    found = talk.db.read_now(lambda tx: mydata(tx, talk.vault, person_id=held.person_id))
    who = talk.db.read_now(lambda tx: people.person_of_address(tx, talk.vault, channel="telegram", address="7001"))

    conversation = found["conversations"][0]
    assert who == held.person_id
    assert found["contacts"][0]["address"] == "7001"
    assert conversation["answers"][0]["words"] == ["my words"]
    assert conversation["comments"][0]["words"] == ["a comment"]
    assert conversation["consents"][0]["wording"] == "OK?"

    talk.save(talk.load(held), Erased("asked"), stage="deleted")
    assert talk.db.read_now(lambda tx: mydata(tx, talk.vault, person_id=held.person_id)) == {
        "person": held.person_id,
        "contacts": [],
        "conversations": [],
        "meeting_others": [],
        "talks_with_us": [],
        "asked_by_staff": [],
        "payments": [],
    }


def test_an_imported_contact_stays_when_a_person_only_did_not_consent(talk, later):
    bring_in(talk, later(0), ADA)
    held = talk.begin("ada@example.org", "email")

    talk.db.write_now(
        lambda tx: erasure.erase(tx, talk.vault, person_id=held.person_id, why="no consent", now=later(1))
    )

    assert len(talk.db.read_now(lambda tx: tx.execute(select(contact_table.c.id)).all())) == 1
    again = talk.begin("ada@example.org", "email")
    assert again.person_id != held.person_id


def test_flow_versions_stay_as_they_were_first_kept(talk, later):
    kept = talk.db.read_now(lambda tx: flow_versions.versions(tx, flow="ward"))

    assert [(one.version_id, one.version, one.compiled) for one in kept] == [("v2", 2, "{}")]
    assert talk.db.read_now(lambda tx: flow_versions.compiled(tx, version_id="v2")) == "{}"
    assert talk.db.read_now(lambda tx: flow_versions.compiled(tx, version_id="v9")) is None


def test_a_time_without_listening_is_written_down(talk, later):
    def beat(at):
        return talk.db.write_now(lambda tx: downtime.beat(tx, channel="telegram", now=at, longest=timedelta(minutes=2)))

    assert beat(later(0)) is None
    assert beat(later(2)) is None
    gap = beat(later(60))
    talk.db.write_now(lambda tx: downtime.asked_again(tx, gap_id=gap.id, count=3))

    found = talk.db.read_now(downtime.ledger)
    assert [(one.from_at, one.to_at, one.asked_again) for one in found] == [(later(2), later(60), 3)]
    assert talk.db.read_now(lambda tx: downtime.alive_at(tx, channel="telegram")) == later(60)
    assert talk.db.read_now(lambda tx: downtime.ledger(tx, since=later(60))) == ()


def test_the_ledger_file_keeps_everybody_once(tmp_path: Path):
    path = erasure_log.beside(tmp_path / "sayso.key")
    erasure_log.keep(path, ["ada", "bea"])
    with path.open("a") as file:
        file.write("cut")
    erasure_log.keep(path, ["bea", "cal"])

    assert erasure_log.read(path) == ("ada", "bea", "cut", "cal")
    assert erasure_log.read(tmp_path / "none") == ()
