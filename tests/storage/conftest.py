"""Short ways to a stored conversation."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from feedback.conversation.events import Answered, Event
from feedback.conversation.messages import Outbound, Prompt
from feedback.conversation.state import Conversation
from feedback.flows.answer import Answer, Piece
from feedback.flows.model import ConsentAsk, Finish, Flow
from feedback.types.question_type import Value
from storage.conversations import flow_versions, store
from storage.conversations.store import StepResult, StoredConversation
from storage.crypto.vault import Vault
from storage.db.engine import Database
from storage.db.ids import new_code, new_id
from storage.messages import inbox
from storage.people import people

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FLOW = Flow(
    "ward", 2, "en", "Your ward", "Hello.", ConsentAsk("OK?", "Fine."), (), Finish("Right?", "Thanks."), version_id="v2"
)


def question(about: str) -> Outbound:
    return Outbound("Thank you.", Prompt(about, "How was it?", "text"))


@dataclass(frozen=True)
class Talk:
    """Stores conversations in one database."""

    db: Database
    vault: Vault

    def begin(self, address: str = "7001", channel: str = "telegram", at: datetime = NOW) -> StoredConversation:
        fresh = Conversation(
            new_id(), "ward", "v2", channel, "en", new_code(), at, at, stage="asking", consents={"take_part": True}
        )

        def job(tx):
            contact_id = people.contact_for(tx, self.vault, channel=channel, address=address, now=at)
            return store.begin(tx, self.vault, conversation=fresh, contact_id=contact_id)

        return self.db.write_now(job)

    def save(
        self, held: StoredConversation, *events: Event, now: datetime = NOW, inbox_id: int | None = None, **changes
    ) -> StoredConversation:
        step = StepResult(replace(held.conversation, **changes), events, now, inbox_id=inbox_id)
        return self.db.write_now(lambda tx: store.save(tx, self.vault, held=held, step=step))

    def answer(
        self, held: StoredConversation, about: str, value: Value = None, words: str = "", revision: int = 1
    ) -> StoredConversation:
        given = Answer("answered", NOW, value, (Piece("1", words),) if words else (), revision)
        return self.save(held, Answered(about, given), answers={**held.conversation.answers, about: given})

    def load(self, held: StoredConversation) -> StoredConversation | None:
        return self.db.read_now(lambda tx: store.load(tx, self.vault, conversation_id=held.conversation.id))

    def accept(self, external_id: str, sender: str = "7001", text: str = "{}") -> int | None:
        raw = inbox.RawMessage("telegram", external_id, sender, text, NOW)
        return self.db.write_now(lambda tx: inbox.accept(tx, self.vault, raw))


@pytest.fixture
def talk(db: Database, vault: Vault) -> Talk:
    """Conversations on each kind of database in turn."""
    db.write_now(lambda tx: flow_versions.keep(tx, flow=FLOW, compiled="{}", now=NOW))
    return Talk(db, vault)


@pytest.fixture
def later() -> Callable[[float], datetime]:
    return lambda minutes: NOW + timedelta(minutes=minutes)
