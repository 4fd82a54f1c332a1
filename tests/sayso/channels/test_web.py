"""The door of the web page: the real inbox, worker and conversations behind it, in this process."""

import asyncio
import secrets
from contextlib import suppress
from dataclasses import replace

import pytest

from config.load import load_flows, load_words
from feedback.errors import TryLater
from sayso.channels.registry import switched_off
from sayso.channels.web import SiteDetails, WebChannel
from sayso.core.clock import now
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.wakeup import Signals
from sayso.loops.clock_guard import Forgetting
from sayso.loops.engine import Engine
from storage.accounts import members
from storage.audit.undo import Act
from storage.conversations import store
from storage.db.errors import StorageError
from storage.db.ids import in_blocks
from storage.organisations import artefacts
from storage.organisations.artefacts import ArtefactDetails
from storage.people import invitations
from storage.people.invitations import InvitationTerms
from storage.review import case_list, replies
from web.answer_form import Form, to_raw
from web.port import HeardArtefact


@pytest.fixture
async def door(sqlite_db, vault, empty_house):
    words = load_words()
    registry = FlowRegistry(load_flows(empty_house.folder / "flows", words), words, "tea")
    sqlite_db.write_now(lambda tx: registry.keep(tx, now()))
    conversations = ConversationService(vault, registry)
    forgetting = Forgetting(empty_house.folder / "ledger")
    engine = Engine(sqlite_db, conversations, switched_off(conversations, now), now, Signals(), forgetting)
    link = "https://t.me/example_bot"
    sign = SiteDetails("Example Trust", "https://sayso.example.org", "feedback@example.org", lambda: link)
    work = asyncio.create_task(engine.worker.run())
    yield WebChannel(engine, sign)
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work


async def post(door, session, *, text="", choices=(), command=""):
    form_id = secrets.token_hex(8)
    form = Form(form_id=form_id, text=text, choices=choices, command=command)
    await door.post(session, to_raw(form), form_id)
    return await door.talk(session)


async def test_a_stranger_begins_answers_and_comes_back_on_another_machine_by_code(door):
    assert await door.talk("first") is None
    assert await door.begin("first", "tea", None)
    page = await post(door, "first", choices=("yes",))
    assert page.messages[-1].prompt.about == "milk"

    assert await door.resume("second", page.code, "address")

    there = await door.talk("second")
    assert (there.messages[-1].prompt.about, there.code) == ("milk", page.code)


async def test_an_invitation_leads_in_and_what_is_unknown_leads_nowhere(door, sqlite_db, vault):
    made = sqlite_db.write_now(
        lambda tx: invitations.print_links(tx, vault, terms=InvitationTerms("tea", now(), place="Ward 3"), count=1)
    )[0]

    assert await door.begin("invited", None, made.token)
    assert (await door.talk("invited")).stage == "consent"
    assert await door.begin("copied", None, in_blocks(made.token).lower().replace("0", "O"))
    assert (await door.talk("copied")).stage == "consent"
    assert not await door.begin("guessing", None, "nosuchtoken")
    assert not await door.begin("guessing", "nosuchflow", None)
    assert await door.talk("guessing") is None


async def test_wrong_codes_are_slowed_down(door):
    assert not await door.resume("first", "0000-0000-0000", "address")

    with pytest.raises(TryLater):
        await door.resume("first", "0000-0000-0000", "address")


async def test_the_last_words_are_shown_after_an_erasure_and_to_nobody_else(door):
    await door.begin("first", None, None)

    page = await post(door, "first", choices=("no",))

    assert (page.stage, page.code, page.messages[-1].text) == ("deleted", "", "That is fine.")
    assert await door.talk("second") is None


async def test_a_form_sent_twice_is_taken_once(door):
    await door.begin("first", "tea", None)
    form = to_raw(Form(form_id="same", choices=("yes",)))

    await door.post("first", form, "same")
    await door.post("first", form, "same")

    assert (await door.talk("first")).messages[-1].prompt.about == "milk"


async def test_help_is_there_without_a_conversation(door):
    help_ = await door.help_now()

    assert (help_.kind, "999" in help_.text) == ("help", True)


async def test_a_database_that_fails_makes_the_page_ask_to_try_later(door, sqlite_db):
    await door.begin("first", "tea", None)
    sqlite_db.write_now(lambda tx: tx.exec_driver_sql("ALTER TABLE conversation RENAME TO gone"))

    with pytest.raises(TryLater):
        await door.talk("first")


def test_the_sign_says_whose_page_it_is_and_how_else_to_take_part(door):
    assert (door.organisation, door.public_url) == ("Example Trust", "https://sayso.example.org")
    assert (door.telegram_link, door.mail_address) == ("https://t.me/example_bot", "feedback@example.org")
    assert door.flows() == (("tea", "Tea"),)


def case_of(tx, session, vault):
    held = store.for_sender(tx, vault, channel="web", sender=vault.lookup("web", session)).held
    return case_list.case(tx, conversation_id=held.conversation.id)


@pytest.fixture
def writes(door, sqlite_db, vault):
    """Somebody of the staff writes to the person of a session; returns the id of the message."""

    def job(tx, session, words):
        if members.named(tx, name="Bea") is None:
            members.add(tx, vault, name="Bea", role="reviewer", now=now())
        new = replies.NewReply(words, members.named(tx, name="Bea").member.id, now())
        return replies.send(tx, vault, case=case_of(tx, session, vault), new=new)

    return lambda session, words: sqlite_db.write_now(lambda tx: job(tx, session, words))


def takes_back(db, outbox_id) -> bool:
    return db.write_now(lambda tx: replies.take_back(tx, outbox_id=outbox_id, by="Bea", now=now()))


def texts(page) -> str:
    return " ".join(message.text for message in page.messages)


async def test_what_staff_wrote_is_on_the_page_until_it_is_taken_back(door, writes, sqlite_db, vault):
    await door.begin("first", "tea", None)
    await post(door, "first", choices=("yes",))
    first, second = writes("first", "We rang the ward."), writes("first", "We did not.")
    assert takes_back(sqlite_db, second)
    assert not takes_back(sqlite_db, second)

    await door.note_shown("first")

    assert "We rang the ward." in texts(await door.talk("first"))
    assert "We did not." not in texts(await door.talk("first"))
    assert not takes_back(sqlite_db, first)
    states = sqlite_db.read_now(
        lambda tx: [one.state for one in replies.of_conversation(tx, vault, case=case_of(tx, "first", vault))]
    )
    assert states == ["read", "taken back"]


async def test_what_staff_wrote_while_the_person_answered_is_shown_with_the_next_page(door, writes):
    await door.begin("first", "tea", None)
    await post(door, "first", choices=("yes",))
    writes("first", "We rang the ward.")

    page = await post(door, "first", choices=("first",))
    assert "We rang the ward." not in texts(page)
    await door.note_shown("first")

    assert "We rang the ward." in texts(await door.talk("first"))
    assert "We rang the ward." in texts(await door.talk("first"))
    after = await post(door, "first", command="skip")
    assert "We rang the ward." not in texts(after)


async def test_a_message_that_could_not_be_noted_as_read_is_not_shown(door, writes, sqlite_db, monkeypatch):
    await door.begin("first", "tea", None)
    await post(door, "first", choices=("yes",))
    number = writes("first", "We rang the ward.")

    async def full(_):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(sqlite_db, "write", full)
    await door.note_shown("first")

    assert "We rang the ward." not in texts(await door.talk("first"))
    assert takes_back(sqlite_db, number)


async def test_charters_that_staff_choose_stand_there_until_they_are_taken_off(door, sqlite_db, vault):
    sqlite_db.write_now(lambda tx: members.add(tx, vault, name="Ada", role="analyst", now=now()))
    staff_id = sqlite_db.read_now(lambda tx: members.named(tx, name="Ada")).member.id
    chosen = ArtefactDetails("local standard", "Our standard", "https://example.org/standard", is_public=True)

    def act(work, **values):
        return sqlite_db.write_now(lambda tx: work(tx, Act(tx, vault, by=staff_id, what="tidied", now=now()), **values))

    standard = act(artefacts.add, details=chosen)
    act(artefacts.add, details=replace(chosen, title="Not for everybody", is_public=False))
    shown = (HeardArtefact("local_standard", "Our standard", "https://example.org/standard"),)
    assert await door.heard_artefacts() == shown

    act(artefacts.remove, artefact_id=standard)
    assert await door.heard_artefacts() == ()
