"""Whoever wants no letters, is gone, or had everything erased gets none, whatever list they stand in later."""

import io

import openpyxl
import pytest

from config.load import load_flows, load_words
from sayso.core.flow_registry import FlowRegistry
from sayso.loops.clock_guard import Forgetting
from sayso.loops.scheduler import Scheduler
from sayso.mail.sending_policy import LetterRefused
from storage.messages import suppression_list
from storage.people import contacts, erasure, groups, invitations, people, suppression_log
from storage.people.contact_csv import read_bytes
from storage.people.contacts import ContactEntry
from storage.people.invitations import InvitationTerms
from tests.sayso.mail_service import MailService, reply

ADA = "ada@example.org"


@pytest.fixture
def room(house):
    words = load_words()
    with house.store() as opened:
        yield MailService(opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"))


def workbook() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["E-mail address", "Name"])
    book.active.append([ADA, "Ada"])
    book.save(out)
    return out.getvalue()


LISTS = {
    "the same list": b"email,name\nada@example.org,Ada\n",
    "capital letters": b"Email\nADA@Example.ORG\n",
    "a workbook": workbook(),
    "cells that were copied": b"Email\tName\nada@example.org\tAda B\n",
    "another encoding": "Email;Name\nada@example.org;Ada\n".encode("utf-16"),
    "a mail program": b"Ada Brook <ada@example.org>",
    "a link": b"email\nmailto:ada@example.org\n",
    "signs that are not seen": "email\n\u200bada@example.org\u00a0\n".encode(),
    "wide letters": "email\nada@ｅｘａｍｐｌｅ.org\n".encode(),
    "another name and work": b"email,name,organisation,role\nada@example.org,A. Brook,Example Trust,lead\n",
}


async def stops(room):
    room.invites(ADA)
    (letter,) = await room.posts()
    await room.gets(reply(letter, "STOP"))


async def is_gone(room):
    room.invites(ADA)
    room.bag.answers = [LetterRefused("Nobody has this address (550 5.1.1).", "gone", "550 5.1.1")]
    await room.posts()


async def is_forgotten(room):
    room.invites(ADA)
    await room.posts()
    contact_id = room.open(people.contact_of_address, channel="email", address=ADA)
    person_id = room.do(people.person_of, contact_id=contact_id, now=room.now)
    room.open(erasure.erase, person_id=person_id, why="asked", now=room.now)


async def tells_staff(room):
    assert room.open(contacts.no_letters, addresses=[ADA, ADA], now=room.now) == 1


@pytest.mark.parametrize("leaves", [stops, is_gone, is_forgotten, tells_staff])
async def test_no_list_brings_back_whoever_is_to_get_no_letters(room, leaves):
    await leaves(room)
    room.bag.letters.clear()

    for kind, content in LISTS.items():
        outcome = room.open(contacts.bring_in, group=kind, entries=read_bytes(content).entries, now=room.now)
        assert len(outcome.new + outcome.changed + outcome.same) == 1, kind
        assert room.do(contacts.members, group=kind) == ()
        assert room.open(invitations.invite_group, group=kind, terms=InvitationTerms("tea", room.now)) == ()
    room.reminds()
    assert [one.to for one in await room.posts()] == []


async def test_whoever_wishes_it_themselves_gets_letters_again(room):
    await tells_staff(room)
    lookup = room.vault.lookup("email", ADA)

    assert room.do(suppression_list.lift, lookup=lookup)
    assert room.open(contacts.bring_in, group="g", entries=read_bytes(LISTS["a link"]).entries, now=room.now).new == (
        0,
    )


async def test_a_restored_backup_keeps_out_again_whoever_was_forgotten(room):
    room.invites(ADA)
    contact_id = room.open(people.contact_of_address, channel="email", address=ADA)
    person_id = room.do(people.person_of, contact_id=contact_id, now=room.now)

    assert room.open(erasure.replay, person_ids=[person_id], now=room.now) == 1
    assert room.stopped() == {"forgotten": 1}


OTHER = "bea@example.org"


def row_of(address: str, name: str = "Ada") -> list[ContactEntry]:
    return [ContactEntry(address, name)]


def told_of(room, address: str) -> list[object]:
    """All that a list of one row tells, looked at, stored, looked at again, stored with another name, and undone."""
    told: list[object] = []
    for name in ("Ada", "Ada", "Ada B"):
        named = {"group": f"only {address}", "entries": row_of(address, name)}
        told += [room.open(contacts.compare, **named), room.open(contacts.bring_in, **named, now=room.now)]
        told += [one.contacts for one in room.do(groups.every) if one.name == named["group"]]
    return told


def test_a_list_of_one_row_does_not_tell_whether_that_address_gets_letters(room):
    room.open(contacts.no_letters, addresses=[ADA], now=room.now)

    assert told_of(room, ADA) == told_of(room, OTHER)
    assert [len(room.do(contacts.members, group=f"only {one}")) for one in (ADA, OTHER)] == [0, 1]


def test_nor_does_a_list_with_somebody_who_stopped_after_they_came_in(room):
    for address in (ADA, OTHER):
        room.open(contacts.bring_in, group="spring", entries=row_of(address), now=room.now)
    room.open(contacts.no_letters, addresses=[ADA], now=room.now)

    assert told_of(room, ADA) == told_of(room, OTHER)
    again = [room.open(contacts.compare, group="spring", entries=row_of(one)) for one in (ADA, OTHER)]
    assert again[0] == again[1]


def test_whoever_wants_letters_again_comes_in_with_the_next_list(room):
    room.open(contacts.no_letters, addresses=[ADA], now=room.now)
    room.open(contacts.bring_in, group="g", entries=row_of(ADA), now=room.now)
    room.do(suppression_list.lift, lookup=room.vault.lookup("email", ADA))

    room.open(contacts.bring_in, group="g", entries=row_of(ADA), now=room.now)

    assert len(room.do(contacts.members, group="g")) == 1
    assert [one.contacts for one in room.do(groups.every)] == [1]


async def test_the_service_notes_such_wishes_beside_the_key_file_and_when_they_are_taken_back(room, tmp_path):
    ledger = tmp_path / "key.erased"
    scheduler = Scheduler(room.database, room.conversations, room.clock, room.signals, Forgetting(ledger))
    lookup = room.vault.lookup("email", ADA)
    for _ in range(2):
        room.open(contacts.no_letters, addresses=[ADA], now=room.now)
        await scheduler.keep_wishes()
        assert suppression_log.read(suppression_log.beside(ledger)) == {(lookup.hex(), "told staff")}

        room.do(suppression_list.lift, lookup=lookup)
        await scheduler.keep_wishes()
        assert suppression_log.read(suppression_log.beside(ledger)) == frozenset()
