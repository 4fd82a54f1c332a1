"""The door of the web page: the real inbox, worker and conversations behind it, in this process."""

import asyncio
import secrets
from contextlib import suppress

import pytest

from config.load import load_flows, load_words
from feedback.errors import TryLater
from sayso.channels.registry import switched_off
from sayso.channels.web import SiteDetails, WebChannel
from sayso.core.clock import now
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.wakeup import Signals
from sayso.loops.engine import Engine
from storage.people import invitations
from storage.people.invitations import InvitationTerms
from web.answer_form import Form, to_raw


@pytest.fixture
async def door(sqlite_db, vault, empty_house):
    words = load_words()
    registry = FlowRegistry(load_flows(empty_house.folder / "flows", words), words, "tea")
    sqlite_db.write_now(lambda tx: registry.keep(tx, now()))
    conversations = ConversationService(vault, registry)
    engine = Engine(
        sqlite_db, conversations, switched_off(conversations, now), now, Signals(), empty_house.folder / "ledger"
    )
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
