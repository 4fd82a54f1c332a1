"""What staff ask reaches people by letter as well, and a reply in plain words answers it."""

import pytest

from config.load import load_flows, load_words
from sayso.core.flow_registry import FlowRegistry
from storage.involvement import asks
from storage.people import people
from tests.sayso.mail_service import MailService, reply

ADA = "ada@example.org"
STORY = "This is what we would publish:\n\nThe group changed the form."


@pytest.fixture
async def room(house):
    words = load_words()
    with house.store() as opened:
        made = MailService(opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"))
        made.invites(ADA)
        (letter,) = await made.posts()
        await made.gets(reply(letter, "1 yes\n2 red\n3 yes\n4 I like it"))
        yield made


def person_of(room: MailService) -> str:
    contact = room.open(people.contact_of_address, channel="email", address=ADA)
    return room.do(people.person_of, contact_id=contact, now=room.now)


async def asked(room: MailService, kind: str = "case study"):
    new = asks.NewAsk(person_of(room), kind, "it", STORY, room.now)
    room.open(asks.tell, new=new)
    await room.engine.scheduler.put_asks()
    (letter,) = await room.posts()
    return letter


def said(room: MailService) -> list[tuple[str, str]]:
    return [(one.said, one.own_words) for one in room.open(asks.of_person, person_id=person_of(room))]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Yes", "yes"),
        ("Yes, you can.\n\nBest wishes\nAda", "yes"),
        ("1", "yes"),
        ("No, keep it private", "no"),
        ("Who will be able to read it?", "words"),
        ("Yes but only if you leave out the town", "words"),
    ],
)
async def test_a_plain_reply_answers_and_anything_else_is_read_by_a_person(room, text, taken):
    letter = await asked(room)
    assert "The group changed the form." in letter.text
    assert "Can we put these words on our page" in letter.text

    await room.gets(reply(letter, text))

    assert said(room) == [(taken, "")]


async def test_own_words_are_asked_for_by_letter_one_after_the_other(room):
    letter = await asked(room, "meeting")
    (letter,) = await room.gets(reply(letter, "Yes, tell them this"))
    assert "How can they reach you?" in letter.text

    await room.gets(reply(letter, "Write to me at ada.b@example.org"))

    assert ("way", "") in said(room)


async def test_a_yes_is_taken_back_by_letter(room):
    letter = await asked(room)
    (letter,) = await room.gets(reply(letter, "Yes"))

    (letter,) = await room.gets(reply(letter, "take back"))
    assert "What do you want to take back?" in letter.text
    (letter,) = await room.gets(reply(letter, "My story"))

    assert "It is taken back." in letter.text
