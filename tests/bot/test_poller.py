import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from telegram_server.person import Person
from telegram_server.server import TelegramServer

from bot.client import BotRefused, open_bot
from bot.poller import PollerHooks, poll
from feedback.conversation.messages import Received


class Inbox:
    """Keeps what it is given, as the real inbox does; `refusals` makes the next batches fail before they are kept."""

    def __init__(self) -> None:
        self.rows: dict[str, Received] = {}
        self.batches: list[int] = []
        self.refusals = 0
        self.changed = asyncio.Condition()

    async def accept(self, batch: Sequence[Received]) -> None:
        async with self.changed:
            self.changed.notify_all()
            if self.refusals:
                self.refusals -= 1
                raise OSError("The disk is full.")
            self.batches.append(len(batch))
            self.rows |= {row.external_id: row for row in batch}

    async def holds(self, number: int) -> list[Received]:
        async with asyncio.timeout(5), self.changed:
            await self.changed.wait_for(lambda: len(self.rows) >= number)
        return list(self.rows.values())

    @property
    def texts(self) -> list[str]:
        return [json.loads(row.raw)["message"]["text"] for row in self.rows.values()]


class Poller:
    """A poller on the line, with a clock that jumps over every pause."""

    def __init__(self, server: TelegramServer, inbox: Inbox) -> None:
        self.pauses: list[float] = []
        self.troubles: list[str] = []
        self.alive = asyncio.Event()
        self.stood_by = asyncio.Event()
        self._server, self._inbox = server, inbox
        self._now = datetime(2026, 3, 1, tzinfo=UTC)
        self.task: asyncio.Task[None] | None = None

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self._now += timedelta(seconds=seconds)
        self._server.clock.advance(seconds)
        await asyncio.sleep(0)

    async def _stand_by(self) -> None:
        self.stood_by.set()
        await asyncio.Event().wait()

    async def run(self, token: str = "") -> None:
        watch = PollerHooks(
            now=lambda: self._now,
            sleep=self._sleep,
            jitter=lambda: 1.0,
            alive=lambda _: self.alive.set(),
            trouble=self.troubles.append,
            stand_by=self._stand_by,
        )
        async with open_bot(token or self._server.token, self._server.url) as bot:
            await poll(bot, self._inbox.accept, watch)

    def start(self) -> None:
        self.task = asyncio.create_task(self.run())


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest_asyncio.fixture
async def poller(bot_api: TelegramServer, inbox: Inbox) -> AsyncIterator[Poller]:
    poller = Poller(bot_api, inbox)
    yield poller
    if poller.task is not None:
        poller.task.cancel()
        await asyncio.gather(poller.task, return_exceptions=True)


async def test_what_people_say_is_kept_and_then_acknowledged(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, poller: Poller
) -> None:
    bubbles = [await ada.says(text) for text in ("one", "two")]
    poller.start()

    rows = await inbox.holds(2)
    await asyncio.wait_for(poller.alive.wait(), 5)

    assert [row.external_id for row in rows] == [f"message:{ada.id}:{bubble.id}" for bubble in bubbles]
    assert {row.sender for row in rows} == {str(ada.id)}
    await ada.says("three")
    await inbox.holds(3)
    assert inbox.texts == ["one", "two", "three"]


async def test_a_message_that_could_not_be_kept_comes_again(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, poller: Poller
) -> None:
    inbox.refusals = 3
    await ada.says("the disk is full today")
    poller.start()

    await inbox.holds(1)

    assert poller.pauses == [2.0, 4.0, 8.0]
    assert "Messages could not be kept (OSError)" in poller.troubles[0]
    assert inbox.texts == ["the disk is full today"]


async def test_an_answer_that_is_broken_or_late_costs_a_pause_and_no_message(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, poller: Poller
) -> None:
    await ada.says("still here")
    bot_api.faults.add(method="getUpdates", drop="after")
    bot_api.faults.add(method="getUpdates", code=502, description="Bad Gateway")
    bot_api.faults.add(method="getUpdates", code=429, retry_after=7)
    bot_api.faults.add(method="getUpdates", body="<html>")
    poller.start()

    await inbox.holds(1)

    assert poller.pauses == [2.0, 4.0, 7.0, 8.0]
    assert inbox.texts == ["still here"]


async def test_an_update_that_cannot_be_parsed_is_kept_as_it_is_and_delays_nobody(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, poller: Poller
) -> None:
    await ada.says("before")
    bot_api.push_raw('{"update_id": {id}, "message": ' + "[" * 100_000 + "]" * 100_000 + "}")
    await ada.says("after")
    poller.start()

    rows = await inbox.holds(3)

    assert poller.pauses == []
    assert rows[1].external_id.startswith("unreadable:")
    assert rows[1].raw.count("[") >= 100_000
    assert [json.loads(row.raw)["message"]["text"] for row in (rows[0], rows[2])] == ["before", "after"]


@pytest.mark.slow
async def test_updates_of_any_depth_are_kept_without_a_pause(
    bot_api: TelegramServer, inbox: Inbox, poller: Poller
) -> None:
    for depth in range(700, 1000, 10):
        bot_api.push_raw('{"update_id": {id}, "hologram": ' + "[" * depth + "]" * depth + "}")
    poller.start()

    await inbox.holds(30)

    assert poller.pauses == []


async def test_a_batch_that_cannot_be_acknowledged_is_not_asked_for_in_a_rush(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, poller: Poller
) -> None:
    bot_api.push_raw('{"update_id": null}')
    poller.start()
    await inbox.holds(1)
    await ada.says("after")

    await inbox.holds(2)

    assert poller.pauses
    assert len(inbox.rows) == 2


async def test_a_strange_update_is_kept_like_any_other(bot_api: TelegramServer, inbox: Inbox, poller: Poller) -> None:
    bot_api.push_raw('{"update_id": {id}, "hologram": {"chat": {"id": 5}, "from": 17}}')
    bot_api.push_raw('{"update_id": {id}, "message": "no object", "other": null}')
    poller.start()

    rows = await inbox.holds(2)

    assert [row.sender for row in rows] == ["5", ""]
    assert all(row.external_id.startswith("update:") for row in rows)


async def test_two_programs_on_one_bot_make_ours_stand_by(
    bot_api: TelegramServer, inbox: Inbox, poller: Poller
) -> None:
    bot_api.faults.add(method="getUpdates", code=409, description="Conflict: terminated", times=3)
    poller.start()

    await asyncio.wait_for(poller.stood_by.wait(), 5)

    assert "Another program fetches this bot's messages" in poller.troubles[-1]


async def test_conflicts_that_are_far_apart_are_no_reason_to_stand_by(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, poller: Poller
) -> None:
    for _ in range(2):
        bot_api.faults.add(method="getUpdates", code=409, description="Conflict: terminated")
        bot_api.faults.add(method="getUpdates", code=429, retry_after=61)
    bot_api.faults.add(method="getUpdates", code=409, description="Conflict: terminated")
    await ada.says("hello")
    poller.start()

    await inbox.holds(1)

    assert not poller.stood_by.is_set()


async def test_a_wrong_token_ends_with_one_clear_line(poller: Poller) -> None:
    with pytest.raises(BotRefused, match="SAYSO_TELEGRAM_TOKEN") as caught:
        await poller.run("4200:wrong")

    assert "4200" not in str(caught.value)


async def test_a_webhook_that_was_left_on_is_taken_away_and_loses_nothing(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, poller: Poller
) -> None:
    bot_api.webhook.set("http://127.0.0.1:9/hook", "")
    bot_api.faults.add(method="deleteWebhook", code=500)
    await ada.says("first")
    poller.start()

    await inbox.holds(1)

    assert bot_api.webhook.url == ""


async def test_edits_of_one_message_have_ids_of_their_own(
    bot_api: TelegramServer, ada: Person, inbox: Inbox, poller: Poller
) -> None:
    bubble = await ada.says("here")
    await ada.edits(bubble, "there")
    await ada.edits(bubble, "there, there")
    await ada.blocks()
    poller.start()

    rows = await inbox.holds(4)

    assert len({row.external_id for row in rows}) == 4
    assert {row.sender for row in rows} == {str(ada.id)}
