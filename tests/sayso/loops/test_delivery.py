"""Delivery: each message comes to its own end, however long the others take."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from config.load import load_flows, load_words
from feedback.channels import TELEGRAM
from feedback.conversation.messages import Outbound
from feedback.errors import GiveUp, TryLater
from sayso.chat.sending import ChatQueue, PacedSender
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.limits.rate_limit import Pace
from sayso.core.wakeup import Signals
from sayso.loops.delivery import Delivery
from storage.messages import outbox
from storage.messages.outbox import Destination
from storage.services import leases

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


class GatedSender:
    """Takes each message when its gate is opened; the first message waits at the first gate."""

    def __init__(self) -> None:
        self.gates = [asyncio.Event() for _ in range(3)]
        self.faults: list[Exception | None] = [None] * 3
        self._free = iter(range(3))

    async def send(self, *_: object) -> str:
        number = next(self._free)
        await self.gates[number].wait()
        if fault := self.faults[number]:
            raise fault
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


class Place:
    """A standing that a test sets."""

    services = 2

    def __init__(self, number: int) -> None:
        self.number: int | None = number
        self.is_there = True

    def is_current(self) -> bool:
        return self.is_there

    def holds(self, _: str) -> bool:
        return self.is_there

    def fenced(self, database, _: str):
        return database

    def kept(self, job):
        return job


@pytest.fixture
def among_others(sqlite_db, make_delivery):
    """A delivery of one service of several, its sender, signals and standing; and how to replace it by another."""
    delivery, sender, signals = make_delivery(3)
    times = {"now": NOON, "until": NOON + timedelta(seconds=8)}
    number = sqlite_db.write_now(lambda tx: leases.beat(tx, number=None, wanted=(), **times)).number
    delivery._standing = place = Place(number)
    return delivery, sender, signals, place, lambda: sqlite_db.write_now(lambda tx: leases.resign(tx, number=number))


async def test_a_service_that_was_replaced_tells_what_arrived_and_leaves_the_rest_to_others(
    sqlite_db, among_others, queue_messages
):
    delivery, sender, _, _, replace_it = among_others
    queue_messages(2)
    assert await delivery.start_due() == 2

    replace_it()
    assert states(sqlite_db) == ["waiting", "waiting"]
    sender.faults[1] = GiveUp("They are gone.")
    for gate in sender.gates:
        gate.set()
    await delivery.arrived()

    assert states(sqlite_db) == ["sent", "waiting"]


async def test_a_service_that_may_have_been_replaced_begins_to_send_nothing(sqlite_db, among_others, queue_messages):
    delivery, _, _, place, _ = among_others
    queue_messages(1)
    place.is_there = False

    assert await delivery.start_due() == 0
    assert states(sqlite_db) == ["waiting"]


async def test_a_service_that_was_struck_off_can_claim_nothing(sqlite_db, among_others, queue_messages):
    delivery, _, _, _, replace_it = among_others
    queue_messages(1)
    replace_it()

    assert await delivery.start_due() == 0
    assert states(sqlite_db) == ["waiting"]


async def test_what_waited_for_its_turn_is_not_sent_by_a_service_that_slept_meanwhile():
    class Never:
        async def send(self, *_: object) -> str:
            return pytest.fail("another service sends it")

    with pytest.raises(TryLater):
        await PacedSender(Never(), Pace(None, lambda: 0.0), lambda: False).send("7", Outbound("Hello"), load_words())
