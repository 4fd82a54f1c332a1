"""A new channel is its traits, a reader and a way to post: the engine does all the rest, and shows help by itself."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from config.load import load_flows, load_words
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.wakeup import Signals
from sayso.loops.clock_guard import Forgetting
from sayso.loops.engine import Engine
from storage.conversations.response_rows import ResponseFilter, responses
from storage.messages import inbox
from tests.sayso import toy
from tests.sayso.toy import Toy

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


class ToyService:
    """The real engine and a real store, with nothing but the toy channel, moved on by hand."""

    def __init__(self, database, vault, flows: Path, folder: Path) -> None:
        self.now, self.database, self.vault, self.toy = NOON, database, vault, Toy()
        words = load_words()
        registry = FlowRegistry(load_flows(flows, words), words, "tea")
        database.write_now(lambda tx: registry.keep(tx, NOON))
        conversations = ConversationService(vault, registry)
        channels = [self.toy.adapter(conversations, self.clock)]
        self.engine = Engine(database, conversations, channels, self.clock, Signals(), Forgetting(folder / "ledger"))

    def clock(self) -> datetime:
        return self.now

    async def hears(self, text: str, address: str = "ada") -> str:
        """Somebody types a line; return what they are shown then."""
        await self.engine.intake.keep([self.toy.types(address, text)])
        while await self.engine.worker.round():
            pass
        return await self.shows(address)

    async def waits(self, address: str = "ada", **time: float) -> str:
        """Let time pass; return what is shown because of it."""
        self.now += timedelta(**time)
        await self.engine.scheduler.round()
        return await self.shows(address)

    async def shows(self, address: str) -> str:
        before = len(self.toy.screens.get(address, []))
        while await self.engine.delivery.start_due():
            await self.engine.delivery.arrived()
        return "\n".join(self.toy.screens.get(address, [])[before:])


@pytest.fixture
def service(db, vault, empty_house, tmp_path):
    return ToyService(db, vault, empty_house.folder / "flows", tmp_path)


def test_the_toy_is_a_channel_in_at_most_60_lines():
    assert len(Path(str(toy.__file__)).read_text().splitlines()) <= 60


async def test_a_whole_conversation_goes_through_a_channel_that_the_service_has_never_heard_of(service):
    opening = await service.hears("hello")
    assert "I am a computer program" in opening
    assert "Is it OK to keep your answers?" in opening
    assert "[Help now]" in opening
    first = await service.hears("yes")
    assert "Do you take milk?" in first
    assert "[Skip] [Back] [Help now] [Pause] [Stop]" in first

    assert "999" in await service.hears("Help now")
    assert "Why is that?" in await service.hears("yes")
    check = await service.hears("skip")
    assert "Milk: Yes" in check
    assert "[Help now] [Pause] [Stop]" in check
    assert "Thank you." in await service.hears("yes")

    with service.database.reading() as tx:
        (kept,) = responses(tx, service.vault, ResponseFilter(words=True))
    assert (kept.channel, kept.stage) == ("toy", "finished")
    assert {name: answer.state for name, answer in kept.answers.items()} == {"milk": "answered", "why": "skipped"}
    assert service.database.read_now(inbox.conservation).is_balanced


async def test_it_reminds_once_and_no_more_when_that_is_not_wanted(service):
    await service.hears("hello")
    await service.hears("yes")

    reminder = await service.waits(days=1, minutes=1)
    assert "Do you take milk?" in reminder
    assert "[No more reminders]" in reminder
    assert "[Help now]" in reminder

    assert "no more reminders" in await service.hears("No more reminders")
    assert await service.waits(days=1) == ""
    assert await service.waits(days=20) == ""


async def test_whoever_says_stop_is_asked_what_to_keep_and_written_to_no_more(service):
    await service.hears("hello")
    await service.hears("yes")

    stopped = await service.hears("stop")
    assert "[Help now]" in stopped
    assert await service.hears("1") != ""
    assert await service.waits(days=20) == ""


async def test_what_a_channel_cannot_read_is_set_aside_and_the_others_go_on(service):
    await service.engine.intake.keep([toy.Received("toy", "broken", "bea", "no json")])

    assert "Is it OK to keep your answers?" in await service.hears("hello")
    assert "Do you take milk?" in await service.hears("yes")

    sums = service.database.read_now(inbox.conservation)
    assert (sums.quarantined, sums.pending, sums.applied) == (1, 0, 2)
