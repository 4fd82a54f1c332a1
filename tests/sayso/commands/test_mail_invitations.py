"""Letters that were asked for in the browser: they wait, can be taken back, and then go the way of all letters."""

from datetime import timedelta

import pytest

from config.load import load_flows, load_words
from sayso.core.flow_registry import FlowRegistry
from storage.messages import mail_invitations
from storage.messages.mail_invitations import Kind, LetterBatch
from storage.people import contacts
from storage.people.contacts import ContactEntry
from storage.people.invitations import InvitationTerms
from storage.review import overview
from tests.sayso.mail_service import MailService, reply


@pytest.fixture
def room(house):
    words = load_words()
    with house.store() as opened:
        made = MailService(opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"))
        made.open(
            contacts.bring_in,
            group="g",
            entries=[ContactEntry("ada@example.org"), ContactEntry("bea@example.com")],
            now=made.now,
        )
        yield made


def write(room: MailService, kind: Kind = "invitation") -> int:
    """Ask for letters to everybody, in ten minutes."""
    wanted = LetterBatch("g", InvitationTerms("tea", room.now), kind, room.now + timedelta(minutes=10))
    people = room.do(contacts.members, group="g")
    return room.open(mail_invitations.write, wanted=wanted, contact_ids=people)


async def test_letters_go_out_after_ten_minutes_and_their_answers_come_home(room):
    assert write(room) == 2
    assert await room.posts() == []

    room.waits(minutes=10)
    ada, bea = sorted(await room.posts(), key=lambda letter: letter.to)
    await room.gets(reply(ada, "1. yes"))

    assert (ada.to, bea.to) == ("ada@example.org", "bea@example.com")
    (standing,) = room.do(overview.asked)
    assert (standing.invited, standing.begun, standing.percent) == (2, 1, 50)
    room.waits(days=4)
    assert write(room, "reminder") == 1
    room.waits(minutes=10)
    assert [letter.to for letter in await room.posts()] == ["bea@example.com"]


async def test_what_was_taken_back_never_goes_out_and_what_went_out_stays(room):
    write(room)
    assert room.do(mail_invitations.take_back, group="g") == 2
    room.waits(minutes=20)
    assert await room.posts() == []
    assert room.do(overview.asked)[0].invited == 0

    write(room)
    room.waits(minutes=10)
    assert len(await room.posts()) == 2
    assert room.do(mail_invitations.take_back, group="g") == 0
    room.waits(days=4)
    write(room, "reminder")
    assert room.do(mail_invitations.take_back, group="g") == 2
    assert room.do(overview.asked)[0].invited == 2
