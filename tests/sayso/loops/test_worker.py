"""The worker: whatever a message is about, its row in the inbox comes to an end."""

import pytest

from bot.update_ids import received
from config.load import load_flows, load_words
from feedback.conversation.messages import Received
from sayso.channels.registry import switched_off
from sayso.core.clock import now
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.intake import Intake
from sayso.core.wakeup import Signals
from sayso.loops.engine import routers_of
from sayso.loops.worker import Worker
from storage.messages import inbox, outbox

CHAT = {"id": 7, "type": "private"}
EDIT = {
    "edited_message": {"message_id": 5, "chat": CHAT, "date": 1_772_625_600, "edit_date": 1_772_625_660, "text": "No"}
}
LEFT = {
    "my_chat_member": {
        "chat": CHAT,
        "from": {"id": 7},
        "date": 1_772_625_600,
        "old_chat_member": {"status": "member"},
        "new_chat_member": {"status": "kicked"},
    }
}


@pytest.fixture
def worker_and_intake(empty_house, sqlite_db, vault) -> tuple[Worker, Intake]:
    """What takes messages in and applies them, with no channel switched on."""
    words = load_words()
    registry = FlowRegistry(load_flows(empty_house.folder / "flows", words), words, "tea")
    sqlite_db.write_now(lambda tx: registry.keep(tx, now()))
    signals, routers = Signals(), routers_of(switched_off(ConversationService(vault, registry), now))
    return Worker(sqlite_db, routers, now, signals), Intake(sqlite_db, vault, signals.received, now)


def said(number: int, text: str) -> Received:
    message = {"message_id": number, "chat": CHAT, "from": {"id": 7}, "date": 1_772_625_600 + number, "text": text}
    return received({"update_id": number, "message": message})


async def test_whoever_waits_here_is_told_when_another_service_took_the_message(sqlite_db, worker_and_intake):
    worker, intake = worker_and_intake
    (first,) = await intake.accept([said(1, "Hello")])
    waited = worker.settled(first)
    await worker.look()
    assert not waited.done()

    sqlite_db.write_now(lambda tx: inbox.done(tx, inbox_id=first, state="applied", now=now()))
    await worker.look()

    assert waited.done()


@pytest.mark.parametrize("update", [EDIT, LEFT], ids=["an edit", "a block"])
async def test_what_a_stranger_does_without_a_conversation_is_closed_and_begins_none(
    sqlite_db, worker_and_intake, update
):
    worker, intake = worker_and_intake
    await intake.keep([received({"update_id": 100, **update})])

    settled = [await worker.round(), await worker.round()]

    sums = sqlite_db.read_now(inbox.conservation)
    assert (settled, sums.not_feedback, sums.pending, sums.applied) == ([1, 0], 1, 0, 0)


async def test_what_comes_while_a_message_to_its_sender_is_on_its_way_waits_until_that_has_arrived(
    sqlite_db, vault, worker_and_intake
):
    worker, intake = worker_and_intake
    await intake.keep([said(1, "/start")])
    await worker.round()
    (first, *_) = sqlite_db.write_now(lambda tx: outbox.claim_due(tx, vault, now=now(), limit=1))
    await intake.keep([said(2, "yes")])

    assert await worker.round() == 0
    assert sqlite_db.read_now(inbox.conservation).pending == 1

    sqlite_db.write_now(lambda tx: outbox.sent(tx, outbox_id=first.id, provider_id="1", now=now()))
    assert await worker.round() == 1
    assert sqlite_db.read_now(inbox.conservation).pending == 0
