"""The loops of the service on a real database, turned by hand, with the time given and a channel that obeys."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.update_ids import received
from config.load import load_flows, load_words
from feedback.channels import channel_named
from feedback.conversation.messages import Outbound
from feedback.conversation.response import Response
from feedback.flows.words import Words
from sayso.channels.telegram import read_telegram
from sayso.chat.routing import ChatRouter
from sayso.chat.sending import PacedSender
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.limits.rate_limit import Pace
from sayso.core.ports import Adapter
from sayso.core.wakeup import Signals
from sayso.loops.clock_guard import Forgetting
from sayso.loops.engine import Engine
from sayso.loops.scheduler import Scheduler
from storage.conversations.response_rows import ResponseFilter, responses
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.tables import contacts, inbox, outbox
from tests.tea import TEA_IN_A_CUP

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


class Channel:
    """Takes messages as a provider would. `script` holds what happens to the next ones: None, or a fault to raise."""

    def __init__(self, number: Callable[[], int], now: Callable[[], datetime]) -> None:
        self._number = number
        self._now = now
        self.script: list[Exception | None] = []
        self.sent: list[tuple[str, Outbound, datetime]] = []

    async def send(self, address: str, outbound: Outbound, _words: Words) -> str:
        fault = self.script.pop(0) if self.script else None
        if fault:
            raise fault
        self.sent.append((address, outbound, self._now()))
        return str(self._number())

    def texts(self, address: str) -> list[str]:
        """What one person has been told, the question with it."""
        return [
            f"{said.text}\n{said.prompt.ask if said.prompt else ''}".strip()
            for to, said, _ in self.sent
            if to == address
        ]


class House:
    """Everything but the network. Message ids of a chat come from one row of numbers, as at Telegram."""

    def __init__(self, db: Database, vault: Vault, folder: Path, **flows: str) -> None:
        (folder / "flows").mkdir()
        for name, text in {"tea": TEA_IN_A_CUP, **flows}.items():
            (folder / "flows" / f"{name}.toml").write_text(text)
        words = load_words()
        registry = FlowRegistry(load_flows(folder / "flows", words), words, "tea")
        db.write_now(lambda tx: registry.keep(tx, NOON))
        self.db, self.vault = db, vault
        self.now, self._last = NOON, 10
        self.left: list[str] = []
        self.is_slow_to_leave = False
        self.channel = Channel(self.number, self.clock)
        self.conversations = ConversationService(vault, registry)
        router = ChatRouter(self.conversations, read_telegram, self.clock, self._leave)
        sender = PacedSender(self.channel, Pace(None, self._seconds, self._sleep))
        chat = Adapter(channel_named("telegram"), router, sender)
        self._ledger = folder / "ledger"
        engine = Engine(db, self.conversations, [chat], self.clock, Signals(), Forgetting(self._ledger))
        self.engine = engine
        self.intake, self.worker, self.delivery = engine.intake, engine.worker, engine.delivery
        self.starts_again()

    def starts_again(self) -> None:
        """Forget what only memory holds, as a start does."""
        self.scheduler = Scheduler(self.db, self.conversations, self.clock, Signals(), Forgetting(self._ledger))

    def clock(self) -> datetime:
        return self.now

    def number(self) -> int:
        self._last += 1
        return self._last

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)

    def message(self, text: str = "", person: int = 7, **content: Any) -> dict[str, Any]:
        """A message as Telegram brings it, with the next number of its chat."""
        chat = {"id": person, "type": "private"}
        said = {"text": text} if text else {}
        return {"message_id": self.number(), "chat": chat, "date": int(self.now.timestamp()), **said, **content}

    async def takes(self, *updates: dict[str, Any]) -> None:
        """Store updates and apply all that can be applied."""
        batch = [received({"update_id": self.number(), **update}) for update in updates]
        await self.intake.keep(batch)
        while await self.worker.round():
            pass

    async def hears(self, *texts: str, person: int = 7) -> None:
        """People write, and everything that is due is sent."""
        await self.takes(*({"message": self.message(text, person)} for text in texts))
        await self.delivers()

    async def delivers(self) -> None:
        while await self.delivery.start_due():
            await self.delivery.arrived()

    async def listens(self, **time: float) -> None:
        """Let time pass with the channel alive at its end, and everything done that is due then."""
        self.passes(**time)
        self.scheduler.alive("telegram", self.now)
        await self.scheduler.round()
        await self.delivers()

    async def talks_to(self, *texts: str, person: int = 7) -> None:
        """Write one after the other, each when the answer to the one before has come."""
        for text in texts:
            await self.hears(text, person=person)

    def response(self) -> Response:
        """The only conversation, as it is stored, with its words and history."""
        with self.db.reading() as tx:
            (only,) = responses(tx, self.vault, ResponseFilter(words=True, history=True))
        return only

    def states(self) -> list[str]:
        """What became of each message that came in."""
        return self.db.read_now(lambda tx: list(tx.execute(select(inbox.c.state).order_by(inbox.c.id)).scalars()))

    def posted(self) -> list[tuple[str, bool]]:
        """What became of each message that went out, and whether it may have arrived twice."""
        query = select(outbox.c.state, outbox.c.is_doubtful).order_by(outbox.c.id)
        return self.db.read_now(lambda tx: [tuple(row) for row in tx.execute(query)])

    def is_blocked(self) -> bool:
        query = select(contacts.c.blocked_at)
        return self.db.read_now(lambda tx: tx.execute(query).scalar_one()) is not None

    def _seconds(self) -> float:
        return self.now.timestamp()

    async def _leave(self, chat: str) -> None:
        if self.is_slow_to_leave:
            await asyncio.Event().wait()
        self.left.append(chat)

    async def _sleep(self, seconds: float) -> None:
        self.passes(seconds=seconds)
