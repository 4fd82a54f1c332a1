"""Every public storage function says in one clear line that the database is locked, and changes nothing."""

import inspect
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import create_engine

from feedback.conversation.events import Answered
from feedback.conversation.messages import Outbound
from feedback.conversation.state import Conversation
from feedback.flows.answer import Answer
from storage import subject_access
from storage.conversations import flow_versions, response_rows, store
from storage.conversations.events import EventContext, record
from storage.crypto import vault
from storage.crypto.vault import Vault
from storage.db import counters, dump
from storage.db.engine import Database
from storage.db.errors import Locked
from storage.messages import (
    downtime,
    farewells,
    held_back,
    inbox,
    incoming_mail,
    mailbox_cursors,
    outbox,
    outgoing_mail,
    suppression_list,
)
from storage.messages.inbox import QueuedMessage, RawMessage
from storage.messages.outbox import Destination
from storage.people import contacts, erasure, invitations, old_answers, people
from storage.people.contacts import ContactEntry
from storage.people.invitations import Invitation, InvitationTerms
from storage.review import before_yes, triage
from storage.services import leases
from storage.tables import METADATA, flags

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MODULES = [
    "review.before_yes",
    "review.triage",
    "messages.farewells",
    "people.contacts",
    "services.leases",
    "conversations.store",
    "people.erasure",
    "people.old_answers",
    "conversations.flow_versions",
    "messages.downtime",
    "messages.inbox",
    "people.invitations",
    "messages.outgoing_mail",
    "messages.mailbox_cursors",
    "messages.incoming_mail",
    "subject_access",
    "messages.held_back",
    "messages.outbox",
    "people.people",
    "conversations.response_rows",
    "messages.suppression_list",
    "db.counters",
    "crypto.vault",
]
TALK = Conversation("c", "ward", "v2", "telegram", "en", "ABCD-EFGH-JKMN", NOW, NOW)
HELD = store.StoredConversation(TALK, "p", "k", 0)
STEP = store.StepResult(TALK, (Answered("q1", Answer("answered", NOW, "o1")),), NOW)
RAW = RawMessage("telegram", "m1", "7001", "{}", NOW)
POST = Destination("telegram", 1, NOW, person_id="p")
TERMS = InvitationTerms("ward", NOW)
INVITED = Invitation("i", "ward", "k", None, "", "", "en")
WAITING = QueuedMessage(1, "telegram", "m1", b"s", b"\x01" + bytes(40), NOW, 0)
ENTRY = (ContactEntry("ada@example.org"),)
FAULT = ValueError()
LETTER = outgoing_mail.QueuedLetter(
    1, "talk", "k", "c", None, "p", 0, is_doubtful=False, created_at=NOW, reason="", first_tried_at=None, row=None
)
WRITTEN = outgoing_mail.WrittenLetter("l", "<l@example.org>", "{}", "raw")
MAIL = incoming_mail.IncomingMail(1, "reply", "raw", "{}", NOW, "raw")

CALLS = {
    contacts.compare: {"group": "g", "entries": ENTRY},
    contacts.bring_in: {"group": "g", "entries": ENTRY, "now": NOW},
    contacts.no_letters: {"addresses": ("ada@example.org",), "now": NOW},
    contacts.is_member: {"contact_id": "c"},
    contacts.members: {"group": "g"},
    contacts.names: {"contact_ids": ["k"]},
    store.begin: {"conversation": TALK, "contact_id": "k"},
    store.of_invitation: {"invitation_id": "i", "contact_id": "k", "is_verified": True},
    store.load: {"conversation_id": "c"},
    store.of_link: {"token": "t", "contact_id": "k"},
    store.has_words: {"held": HELD},
    store.take_up: {"held": HELD, "invited": INVITED, "now": NOW},
    store.for_sender: {"channel": "telegram", "sender": b"s"},
    store.is_invited: {"conversation_id": "c"},
    store.save: {"held": HELD, "step": STEP},
    store.due: {"now": NOW, "limit": 1},
    store.put_off: {"conversation_id": "c", "due_at": NOW},
    store.open_on: {"channel": "telegram", "heard_since": NOW, "heard_before": NOW},
    store.turn_messages: {"conversation_id": "c"},
    erasure.erase: {"person_id": "p", "why": "asked", "now": NOW},
    erasure.erase_conversation: {"conversation_id": "c", "why": "asked", "now": NOW},
    erasure.replay: {"person_ids": ("p",), "now": NOW},
    erasure.erased_people: {},
    erasure.still_known: {"person_ids": ("p",)},
    erasure.readable: {"person_ids": ("p",)},
    old_answers.count_older: {"before": NOW},
    held_back.hold: {"now": NOW},
    held_back.held: {},
    held_back.send: {"now": NOW},
    held_back.let_go: {},
    erasure.remove_contact: {"contact_id": "k"},
    flow_versions.versions: {},
    flow_versions.compiled: {"version_id": "v2"},
    downtime.beat: {"channel": "telegram", "now": NOW, "longest": timedelta(1)},
    downtime.asked_again: {"gap_id": 1, "count": 1},
    downtime.ledger: {},
    downtime.unasked: {"since": NOW},
    downtime.alive_at: {"channel": "telegram"},
    inbox.accept: {"raw": RAW},
    inbox.accept_many: {"raws": (RAW,)},
    inbox.claim: {"limit": 1},
    inbox.open_raw: {"waiting": WAITING},
    inbox.done: {"inbox_id": 1, "state": "applied", "now": NOW},
    inbox.failed: {"inbox_id": 1, "error": FAULT, "now": NOW},
    triage.waiting: {},
    triage.mails_to_see: {},
    triage.count: {},
    triage.oldest: {},
    triage.first_waiting: {"table": flags},
    before_yes.early: {},
    before_yes.one: {"conversation_id": "c"},
    before_yes.unread: {},
    before_yes.count_open: {},
    before_yes.is_before_yes: {"conversation_id": "c"},
    triage.deal_with: {"name": "p1", "by": "Ada", "now": NOW},
    inbox.rescue: {"inbox_id": 1, "by": "Ada", "now": NOW},
    inbox.conservation: {},
    inbox.set_aside: {},
    inbox.oldest_open_at: {},
    inbox.taken: {"inbox_ids": (1,)},
    inbox.purge: {"now": NOW},
    inbox.unread: {"limit": 1},
    inbox.keep_reading: {"waiting": WAITING, "reading": "{}"},
    inbox.open_reading: {"waiting": WAITING},
    outgoing_mail.queue_invitation: {"invitation_id": "i", "contact_id": "k", "kind": "invitation", "at": NOW},
    outgoing_mail.waiting: {"now": NOW, "limit": 1},
    outgoing_mail.queue_again: {"outbox_ids": [1], "now": NOW},
    outgoing_mail.queue_own_again: {"outbox_id": 1, "most": 6, "now": NOW},
    outgoing_mail.start: {"outbox_id": 1, "now": NOW},
    outgoing_mail.keep: {"one": LETTER, "written": WRITTEN, "now": NOW},
    outgoing_mail.raw: {"outbox_id": 1},
    outgoing_mail.settled: {"outbox_id": 1, "alias": "<a@example.org>"},
    outgoing_mail.by_token: {"token": "t"},
    outgoing_mail.by_id: {"letter_id": "l"},
    outgoing_mail.by_alias: {"message_id": "<a@example.org>"},
    outgoing_mail.by_invitation: {"invitation_id": "i"},
    outgoing_mail.first_of_conversation: {"conversation_id": "c"},
    outgoing_mail.was_written: {"invitation_id": "i", "before": NOW},
    outgoing_mail.written_since: {"contact_id": "k", "since": NOW},
    outgoing_mail.standings: {"flow": "ward", "group": "g"},
    outgoing_mail.counted: {},
    outgoing_mail.held_up: {"since": NOW},
    outgoing_mail.lookup_of: {"contact_id": "k"},
    mailbox_cursors.place: {"account": "a", "folder": "INBOX"},
    mailbox_cursors.move_on: {"account": "a", "folder": "INBOX", "to": mailbox_cursors.StoredCursor(1, 2)},
    mailbox_cursors.heard: {"account": "a", "folder": "INBOX", "at": NOW},
    mailbox_cursors.standings: {},
    incoming_mail.keep: {"mail": MAIL},
    incoming_mail.is_known: {"copy": "m"},
    incoming_mail.of_conversation: {"conversation_id": "c"},
    incoming_mail.is_verified: {"conversation_id": "c"},
    incoming_mail.listed: {"conversation_id": "c"},
    incoming_mail.one: {"conversation_id": "c", "mail_id": 1},
    incoming_mail.about_leaving: {"mail_id": 1},
    incoming_mail.count: {},
    incoming_mail.wipe_old: {"now": NOW},
    suppression_list.suppress: {"lookup": b"l", "why": "stop", "now": NOW},
    suppression_list.go_on: {"lookup": b"l"},
    suppression_list.lift: {"lookup": b"l"},
    suppression_list.why: {"lookup": b"l"},
    suppression_list.failed: {"lookup": b"l", "klass": "gone", "now": NOW},
    suppression_list.arrived: {"lookup": b"l"},
    suppression_list.count: {},
    suppression_list.bounced: {"outbox_id": 1, "klass": "gone", "now": NOW},
    outbox.start: {"outbox_ids": (1,)},
    invitations.print_links: {"terms": TERMS, "count": 1},
    invitations.invite_group: {"group": "g", "terms": TERMS},
    invitations.invite_contacts: {"group": "g", "terms": TERMS, "contact_ids": ("k",)},
    invitations.known: {"group": "g", "flow": "ward", "contact_ids": ("k",)},
    invitations.by_id: {"invitation_id": "i"},
    invitations.why_closed: {"invitation_id": "i", "now": NOW},
    invitations.resolve: {"token": "t", "now": NOW},
    invitations.use: {"invitation_id": "i", "now": NOW},
    invitations.close: {"invitation_id": "i", "now": NOW},
    invitations.invited: {"flow": "ward"},
    subject_access.mydata: {"person_id": "p"},
    subject_access.of_contact: {"contact_id": "k"},
    outbox.queue: {"post": POST, "outbounds": (Outbound("Hello."),)},
    outbox.queue_alert: {"post": POST, "outbound": Outbound("Hello.")},
    outbox.join_latest_turn: {"conversation_id": "c", "outbox_ids": (1,)},
    outbox.claim_due: {"now": NOW, "limit": 1},
    outbox.claimed: {"outbox_ids": (1,), "by": 1},
    outbox.sent: {"outbox_id": 1, "provider_id": "1", "now": NOW},
    outbox.refused: {"outbox_id": 1, "reason": "gone", "now": NOW},
    outbox.unknown: {"outbox_id": 1, "reason": "cut", "now": NOW},
    outbox.blame: {"outbox_id": 1, "fault": "us"},
    outbox.first_tried: {"outbox_id": 1, "now": NOW},
    outbox.put_off: {"outbox_id": 1, "next_at": NOW, "doubtful": False},
    outbox.recover: {},
    outbox.recover_by_email: {},
    outbox.give_up: {"contact_id": "k", "reason": "blocked", "now": NOW},
    outbox.sight_of: {"conversation_id": "c", "message_id": 1},
    outbox.asked_in: {"conversation_id": "c", "provider_id": "1"},
    outbox.messages_of_turn: {"conversation_id": "c"},
    farewells.keep: {"session": "s", "conversation_id": "c", "now": NOW},
    farewells.conversation_of: {"session": "s"},
    farewells.forget: {"before": NOW},
    outbox.forget_farewells: {"before": NOW},
    outbox.oldest_waiting_at: {"now": NOW},
    people.contact_for: {"channel": "telegram", "address": "7001", "now": NOW},
    people.contact: {"contact_id": "k"},
    people.address_of: {"contact_id": "k"},
    people.set_blocked: {"contact_id": "k", "at": NOW},
    people.person_of: {"contact_id": "k", "now": NOW},
    people.person_apart: {"contact_id": "k", "now": NOW},
    people.person_of_address: {"channel": "telegram", "address": "7001"},
    people.contact_of_address: {"channel": "telegram", "address": "7001"},
    people.by_code: {"code": "ABCD-EFGH-JKMN"},
    people.hand_over: {"contact_id": "k", "now": NOW},
    people.move_contact: {"contact_id": "k", "person_id": "p", "now": NOW},
    people.set_link_expiry: {"person_id": "p", "at": NOW},
    erasure.expire_links: {"now": NOW},
    leases.beat: {"number": 1, "wanted": (), "now": NOW, "until": NOW},
    leases.resign: {"number": 1},
    leases.check: {"number": 1},
    leases.is_there: {"number": 1},
    counters.add: {"name": "things", "day": NOW.date()},
    counters.total: {"name": "things"},
    vault.is_claimed: {},
}
UNLISTED = {
    leases.running,
    leases.server_time,
    flow_versions.keep,
    response_rows.responses,
    outbox.message,
    outbox.address_of,
    outgoing_mail.address,
}
"""`keep` is a plain insert like the others and needs a whole flow; `responses` is a generator and read below; the
others open what a row that was read before holds, or read no table."""


def public(module):
    functions = inspect.getmembers(module, inspect.isfunction)
    return {f for name, f in functions if not name.startswith("_") and f.__module__ == module.__name__}


def test_every_public_function_is_tried():
    all_public = {f for name in MODULES for f in public(import_module(f"storage.{name}"))}
    with_tx = {f for f in all_public if "tx" in inspect.signature(f).parameters}

    assert with_tx == set(CALLS) | UNLISTED


@pytest.fixture
def locked(database_url: str, vault: Vault) -> Iterator[Database]:
    """A database that another program holds."""
    database = Database(database_url, patience=0.02)
    database.open()
    database.write_now(vault.check)
    if database.file is not None:
        holder = sqlite_driver.connect(str(database.file), isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        yield database
        holder.close()
    else:
        engine = create_engine(database_url.replace("postgresql:", "postgresql+psycopg:"))
        with engine.begin() as holder:
            tables = ", ".join(f'"{name}"' for name in METADATA.tables)
            holder.exec_driver_sql(f"LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE")
            yield database
        engine.dispose()
    database.close()


@pytest.mark.slow
def test_a_locked_database_is_said_in_one_line_by_every_function(locked: Database, vault: Vault):
    def job(function, given):
        takes_vault = "vault" in inspect.signature(function).parameters
        return lambda tx: function(tx, vault, **given) if takes_vault else function(tx, **given)

    calls = [job(function, given) for function, given in CALLS.items()]
    calls.append(lambda tx: tuple(response_rows.responses(tx, vault, response_rows.ResponseFilter())))
    calls.append(lambda tx: tuple(dump.lines(tx)))
    calls.append(lambda tx: record(tx, vault, EventContext(TALK, "p", NOW), STEP.events))
    calls.append(vault.rewrap)
    for call in calls:
        with pytest.raises(Locked) as caught:
            locked.write_now(call)
        assert str(caught.value).startswith("The database is locked by another program")
        assert "\n" not in str(caught.value)
