"""The engine: one intake, one worker, one delivery and one scheduler for all channels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sayso.chat.sending import ChatQueue, PlainTextSender
from sayso.core.conversation_service import ConversationService
from sayso.core.intake import Intake
from sayso.core.ports import Adapter, BackgroundJob, Router, Sender
from sayso.core.standing import ALONE, Standing
from sayso.core.wakeup import Signals
from sayso.loops.clock_guard import Forgetting
from sayso.loops.delivery import Delivery
from sayso.loops.scheduler import Scheduler
from sayso.loops.worker import Worker
from storage.db.engine import Database


@dataclass
class Engine:
    """What moves conversations on, whatever the channels are. It is whole once it is made: nothing is joined later."""

    database: Database
    conversations: ConversationService
    channels: Sequence[Adapter]
    now: Callable[[], datetime]
    signals: Signals
    forgetting: Forgetting
    standing: Standing = ALONE

    def __post_init__(self) -> None:
        database, conversations, now, signals = self.database, self.conversations, self.now, self.signals
        senders = {one.channel.name: sender for one in self.channels if (sender := _sender_of(one))}
        queues = [one.queue for one in self.channels if one.queue]
        self.intake = Intake(database, conversations.vault, signals.received, now)
        self.worker = Worker(database, routers_of(self.channels), now, signals)
        self.delivery = Delivery(database, [ChatQueue(conversations, senders), *queues], now, signals, self.standing)
        self.scheduler = Scheduler(database, conversations, now, signals, self.forgetting, self.standing)

    def jobs(self) -> list[BackgroundJob]:
        """Return what runs until cancelled: the loops, and what takes the messages of each channel in."""
        loops = [
            BackgroundJob("Taking what people send", self.worker.run),
            BackgroundJob("Sending messages", self.delivery.run),
            BackgroundJob("Reminders and what else time brings", self.scheduler.run),
        ]
        return [*loops, *(job for one in self.channels for job in self._taking_in(one))]

    def _taking_in(self, channel: Adapter) -> Sequence[BackgroundJob]:
        """Return what takes in the messages of a channel. Only the service that has its lease stores what they bring."""
        database = self.standing.fenced(self.database, channel.channel.name)
        intake = Intake(database, self.conversations.vault, self.signals.received, self.now)
        return channel.jobs(intake, self.scheduler.alive)


def _sender_of(channel: Adapter) -> Sender | None:
    return channel.sender or (PlainTextSender(channel.post) if channel.post else None)


def routers_of(channels: Sequence[Adapter]) -> dict[str, Router]:
    """Return how the messages of each channel are taken, by its name: what the worker is given."""
    return {one.channel.name: one.router for one in channels}
