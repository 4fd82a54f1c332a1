"""Whoever stopped the letters may have them again: by the link of any letter that they got, and only they."""

import pytest

from config.load import load_flows, load_words
from sayso.channels.web import SiteDetails, WebChannel
from sayso.core.flow_registry import FlowRegistry
from storage.audit import audit_log
from storage.messages import suppression_list
from tests.sayso.mail_service import OURS, MailService


@pytest.fixture
def room(house):
    words = load_words()
    with house.store() as opened:
        yield MailService(opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"))


@pytest.fixture
def door(room):
    return WebChannel(room.engine, SiteDetails("Example Trust", "https://sayso.example.org", OURS))


def deeds(room):
    return [one.what for one in room.database.read_now(audit_log.entries)]


def token_of(letter):
    return letter.reply_to.partition("+")[2].partition("@")[0]


async def test_letters_stop_and_go_again_at_the_wish_of_whoever_got_one(room, door):
    room.invites("ada@example.org")
    token = token_of((await room.posts())[0])
    assert await door.stop_letters(token)
    room.waits(days=1)
    await room.posts()
    assert room.stopped() == {"stop": 1}

    assert await door.letters_again(token)
    assert await door.letters_again(token)

    assert (room.stopped(), deeds(room)) == ({}, ["asked for letters again"])
    room.reminds()
    assert [one.to for one in await room.posts()] == ["ada@example.org"]


async def test_an_unknown_link_lets_no_letter_go_again(room, door):
    room.invites("ada@example.org")
    await door.stop_letters(token_of((await room.posts())[0]))

    assert not await door.letters_again("a" * 26)
    assert (room.stopped(), deeds(room)) == ({"stop": 1}, [])


async def test_an_address_that_is_gone_is_not_brought_back_by_its_link(room, door):
    room.invites("ada@example.org")
    letter = (await room.posts())[0]
    gone = room.vault.lookup("email", "ada@example.org")
    room.do(suppression_list.failed, lookup=gone, klass="gone", now=room.now)

    assert await door.letters_again(token_of(letter))
    assert (room.stopped(), deeds(room)) == ({"gone": 1}, [])
