"""Delivery: each message comes to its own end, however long the others take."""

import asyncio
from datetime import UTC, datetime

import pytest

from config.load import load_flows, load_words
from feedback.channels import TELEGRAM
from feedback.conversation.messages import Outbound
from sayso.chat.sending import ChatQueue
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.wakeup import Signals
from sayso.loops.delivery import Delivery
from storage.messages import outbox
from storage.messages.outbox import Destination

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


class GatedSender:
    """Takes each message when its gate is opened; the first message waits at the first gate."""

    def __init__(self) -> None:
        self.gates = [asyncio.Event() for _ in range(3)]
        self._free = iter(self.gates)

    async def send(self, *_: object) -> str:
        await next(self._free).wait()
        return "1"


@pytest.fixture
def make_delivery(sqlite_db, vault, empty_house):
    """A delivery for so many messages at once, its sender, and the signals that it gives."""
    words = load_words()
    registry = FlowRegistry(load_flows(empty_house.folder / "flows", words), words, "tea")

    def make(at_once: int) -> tuple[Delivery, GatedSender, Signals]:
        sender, signals = GatedSender(), Signals()
        queue = ChatQueue(ConversationService(vault, registry), {TELEGRAM.name: sender})
        queue.at_once = at_once
        return Delivery(sqlite_db, [queue], lambda: NOON, signals), sender, signals

    return make


@pytest.fixture
def queue_messages(sqlite_db, vault):
    def queue(count: int) -> None:
        post = Destination(TELEGRAM.name, 0, NOON, address="7")
        messages = [Outbound("Hello", kind="farewell")] * count
        sqlite_db.write_now(lambda tx: outbox.queue(tx, vault, post, messages))

    return queue


def states(db) -> list[str]:
    query = "SELECT state FROM outbox ORDER BY id"
    return db.read_now(lambda tx: [row[0] for row in tx.exec_driver_sql(query)])


async def opens(sender: GatedSender, number: int, signals: Signals) -> None:
    """Let one message arrive, and wait until that is stored."""
    signals.queued.clear()
    sender.gates[number].set()
    await signals.queued.wait()


async def test_a_message_that_takes_longer_than_others_is_recorded_when_it_has_arrived(
    sqlite_db, make_delivery, queue_messages
):
    delivery, sender, signals = make_delivery(10)
    queue_messages(3)
    assert await delivery.start_due() == 3

    await opens(sender, 1, signals)
    assert states(sqlite_db) == ["sending", "sent", "sending"]
    await opens(sender, 2, signals)
    await opens(sender, 0, signals)

    assert states(sqlite_db) == ["sent", "sent", "sent"]


async def test_a_queue_that_is_full_takes_no_more_until_one_has_arrived(sqlite_db, make_delivery, queue_messages):
    delivery, sender, signals = make_delivery(1)
    queue_messages(2)
    assert await delivery.start_due() == 1
    assert await delivery.start_due() == 0

    await opens(sender, 0, signals)

    assert await delivery.start_due() == 1
    await opens(sender, 1, signals)
    await delivery.arrived()
    assert states(sqlite_db) == ["sent", "sent"]
