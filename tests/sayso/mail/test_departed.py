"""A responder tells that somebody has left: nothing more goes there, and staff are told."""

import pytest

from config.load import load_flows, load_words
from sayso.core.flow_registry import FlowRegistry
from storage.review import triage
from tests.sayso.mail_service import MailService, reply


@pytest.fixture
def room(house):
    words = load_words()
    with house.store() as opened:
        yield MailService(opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"))


@pytest.fixture
async def letter(room):
    """The letter that Ada got at work."""
    room.invites("ada@example.org")
    return (await room.posts())[0]


def told(room):
    return [call.why for call in room.do(triage.waiting)]


async def test_nothing_more_goes_to_whoever_has_left_and_staff_are_told(room, letter):
    words = "Thank you for your email. Ada no longer works here."
    assert await room.gets(reply(letter, words, Subject="Automatic reply", Auto_Submitted="auto-replied")) == []

    room.reminds()
    assert await room.posts() == []
    assert (room.stopped(), told(room)) == ({"wrong-person": 1}, ["a wrong address"])


async def test_whoever_is_only_away_keeps_their_invitation(room, letter):
    words = "I have left the office for today and am back on Monday."
    assert await room.gets(reply(letter, words, Subject="Automatic reply", Auto_Submitted="auto-replied")) == []

    assert (room.stopped(), told(room)) == ({}, [])
