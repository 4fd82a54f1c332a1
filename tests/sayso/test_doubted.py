"""What our own mail server does not believe is kept, but never as the words of whom it names."""

import pytest

from config.load import load_flows, load_words
from sayso.core.flow_registry import FlowRegistry
from storage.people import invitations
from storage.people.invitations import InvitationTerms
from tests.sayso.mail_service import OURS, Letter, MailService, fresh, reply

SERVER = "mx.example.org"
ALL = "1. yes\n2. yes\n3. It is white"
ADA = "ada@example.org"


@pytest.fixture
def room(house):
    words = load_words()
    with house.store() as opened:
        yield MailService(
            opened, FlowRegistry(load_flows(house.folder / "flows", words), words, "tea"), server_name=SERVER
        )


@pytest.fixture
async def letter(room):
    room.invites(ADA)
    return (await room.posts())[0]


def checked(mail: bytes, result: str, server: str = SERVER) -> bytes:
    """A mail as our server takes it in, with what it found out."""
    return (
        f"Received: from mx.example.net by {SERVER}; Mon, 2 Mar 2026 12:00:00 +0000\r\n"
        f"Authentication-Results: {server}; dmarc={result} header.from=example.org\r\n"
    ).encode() + mail


def doubted(letter: Letter, text: str, **headers: str) -> bytes:
    return checked(reply(letter, text, **headers), "fail")


async def test_a_reply_that_fails_is_kept_apart_from_the_person_it_names(room, letter):
    await room.gets(checked(reply(letter, ALL), "pass"))
    (back,) = await room.gets(doubted(letter, "1. yes\n2. no\n3. I never said that"))

    assert sorted(str(found["why"]) for found in room.answers()) == ["I never said that", "It is white"]
    assert len({response.person for response in room.responses()}) == 2
    assert back.to == ADA


async def test_a_proved_reply_after_a_doubted_one_begins_anew_and_only_it_answers_the_invitation(room, letter):
    await room.gets(doubted(letter, "1. yes\n2. no\n3. I never said that"))
    assert room.states() == [("sent", "")]
    assert [one.used_at for one in room.standings()] == [None]
    await room.gets(checked(reply(letter, ALL), "pass"))

    assert sorted(str(found["why"]) for found in room.answers()) == ["I never said that", "It is white"]
    assert all(one.used_at for one in room.standings())


async def test_somebody_whose_mail_always_fails_can_go_on_with_what_they_began(room, letter):
    (asked,) = await room.gets(doubted(letter, "2. yes"))
    await room.gets(doubted(asked, "Yes"))
    await room.gets(doubted(letter, "2. no\n3. It is white"))

    assert room.answers() == [{"milk": "no", "why": "It is white"}]


async def test_stop_acts_at_once_even_in_doubt_where_the_letters_own_token_is_in_the_address(room, letter):
    (told,) = await room.gets(doubted(letter, "STOP"))

    assert (told.to, room.stopped()) == (ADA, {"stop": 1})


async def test_stop_in_doubt_that_only_refers_to_a_letter_asks_first(room, letter):
    (sure,) = await room.gets(doubted(letter, "STOP", To="feedback@example.org"))

    assert (sure.to, room.stopped()) == (ADA, {})


@pytest.mark.slow
async def test_delete_in_doubt_asks_in_the_persons_own_mailbox_and_an_old_letter_says_no_yes_to_it(room, letter):
    await room.gets(checked(reply(letter, ALL), "pass"))
    (sure,) = await room.gets(doubted(letter, "DELETE"))
    assert (sure.to, "Delete everything you told us?" in sure.text) == (ADA, True)
    await room.gets(doubted(letter, "DELETE", Message_ID="<again@example.org>"))
    await room.gets(doubted(letter, "Yes, delete it all", Message_ID="<old@example.org>"))
    assert {"milk": "yes", "why": "It is white"} in room.answers()

    await room.gets(doubted(sure, "Yes, delete it all"))
    assert {"milk": "yes", "why": "It is white"} not in room.answers()


async def test_a_result_that_another_server_wrote_says_nothing(room, letter):
    await room.gets(checked(reply(letter, ALL), "fail", server="mx.example.com"))

    assert all(one.used_at for one in room.standings())


async def test_a_sender_who_writes_a_pass_of_our_server_below_its_own_fail_is_doubted(room, letter):
    forged = checked(reply(letter, ALL), "pass").partition(b"\r\n")[2]
    await room.gets(checked(forged, "fail"))

    assert [one.used_at for one in room.standings()] == [None]


def to_card(room, token: str, text: str, result: str) -> bytes:
    """A mail of Ada's to the address on a printed card."""
    return checked(fresh(text, ADA).replace(OURS.encode(), f"feedback+{token}@example.org".encode()), result)


async def test_a_printed_invitation_that_is_answered_in_doubt_does_not_begin_anew_each_time(room):
    card = room.open(invitations.print_links, terms=InvitationTerms("tea", room.now), count=1)[0]

    await room.gets(to_card(room, card.token, "yes", "fail"))
    await room.gets(to_card(room, card.token, "It was fine, I think", "fail"))

    assert len(room.responses()) == 1


async def test_a_mail_in_doubt_to_a_printed_address_joins_nothing_that_was_not_begun_in_doubt(room):
    card = room.open(invitations.print_links, terms=InvitationTerms("tea", room.now), count=1)[0]

    await room.gets(to_card(room, card.token, "yes", "pass"))
    await room.gets(to_card(room, card.token, "I never said that", "fail"))

    assert len(room.responses()) == 2
