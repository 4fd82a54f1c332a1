"""One inbound, one conversation, one transaction (invariant I2): find whose it is, take the step, store everything."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from feedback.channels import ChannelName, channel_named
from feedback.conversation.events import Event, Moved
from feedback.conversation.messages import Inbound, InboundKind
from feedback.conversation.state import OPEN_STAGES, Conversation
from feedback.conversation.step import begin, step
from feedback.conversation.timeouts import due_at
from feedback.flows.model import Flow
from sayso.core.flow_registry import Catalogue
from storage.conversations import store
from storage.conversations.store import StepResult, StoredConversation
from storage.crypto.vault import Vault
from storage.db.ids import new_code, new_id
from storage.messages import outbox
from storage.people import invitations, people
from storage.people.invitations import Invitation

_CODE = re.compile(r"\s*[0-9A-Za-z]{4}[-\s]?[0-9A-Za-z]{4}[-\s]?[0-9A-Za-z]{4}\s*")
LINK_KEPT = timedelta(days=30)
"""How long after the end of a conversation we can still write to the person."""
LINK_KEPT_FOR_MORE = timedelta(days=365)
"""The same for somebody who said yes to hearing what happens next, or to being asked more."""
FLOW_PREFIX = "flow:"
"""What the web page puts before the name of a flow that anybody may begin; no token holds a colon."""


@dataclass(frozen=True)
class Opening:
    """What a new conversation begins with.

    `is_greeted`: the opening words stood in the letter that is answered. `is_apart`: nothing proves that this is the
    person whom the contact is known as.
    """

    flow: Flow
    contact_id: str
    channel: ChannelName
    now: datetime
    invited: Invitation | None = None
    is_greeted: bool = False
    is_apart: bool = False


class Mover:
    """Moves conversations on. Everything here runs inside the caller's transaction."""

    def __init__(self, vault: Vault, catalogue: Catalogue) -> None:
        self.vault = vault
        self.catalogue = catalogue

    def take(
        self, tx: Connection, held: StoredConversation, inbound: Inbound, now: datetime, inbox_id: int | None = None
    ) -> StoredConversation:
        """Take one step of a conversation and store it."""
        flow = self.catalogue.pinned(tx, held.conversation.version_id)
        after, events = step(flow, held.conversation, inbound, now)
        return self._save(tx, held, flow, (after, events), now, inbox_id)

    def tell(self, tx: Connection, conversation_id: str, kind: InboundKind, now: datetime) -> None:
        """Tell a conversation of something that nobody wrote: silence, a gap, a block."""
        held = store.load(tx, self.vault, conversation_id=conversation_id)
        if held is not None:
            self.take(tx, held, Inbound(held.conversation.channel, kind, now), now)

    def find(
        self, tx: Connection, contact_id: str, held: StoredConversation | None, inbound: Inbound, now: datetime
    ) -> tuple[StoredConversation, Inbound] | None:
        """Return the conversation that a message belongs to, begun if need be, and what the message means there.

        A return code leads to its conversation, whichever channel it is typed in; an invitation begins its flow; any
        other first word begins the default flow. None where nothing should begin (an edit by a stranger).
        """
        asked = inbound.payload
        code = asked or (inbound.text if _CODE.fullmatch(inbound.text) else "")
        if code and (returned := self._by_code(tx, contact_id, code, now)):
            return returned, Inbound(inbound.channel, "command", inbound.at, command="start", message=inbound.message)
        invited = invitations.resolve(tx, self.vault, token=asked, now=now) if asked else None
        flow = self._asked_for(asked, invited)
        if held is not None and (flow is None or flow.name == held.conversation.flow):
            return held, inbound
        if flow is None and inbound.kind in ("edit", "blocked", "unblocked"):
            return None
        if held is not None and held.conversation.stage in OPEN_STAGES:
            self._leave(tx, held, now)
        return self.begin(
            tx, Opening(flow or self.catalogue.default, contact_id, inbound.channel, now, invited)
        ), inbound

    def _by_code(self, tx: Connection, contact_id: str, code: str, now: datetime) -> StoredConversation | None:
        found = people.by_code(tx, self.vault, code=code)
        held = store.load(tx, self.vault, conversation_id=found.conversation_id) if found else None
        if found is None or held is None:
            return None
        people.move_contact(tx, contact_id=contact_id, person_id=found.person_id, now=now)
        return replace(held, contact_id=contact_id)

    def _asked_for(self, asked: str, invited: Invitation | None) -> Flow | None:
        if invited:
            return self.catalogue.named(invited.flow)
        return self.catalogue.named(asked.removeprefix(FLOW_PREFIX)) if asked.startswith(FLOW_PREFIX) else None

    def begin(self, tx: Connection, opening: Opening) -> StoredConversation:
        """Store a new conversation; its first step comes with `take`."""
        invited = opening.invited
        fresh = begin(opening.flow, conversation_id=new_id(), code=new_code(), channel=opening.channel, now=opening.now)
        fresh = replace(fresh, is_greeted=opening.is_greeted)
        if invited:
            fresh = replace(fresh, nation=invited.nation, place=invited.place, is_series=invited.is_series)
        return store.begin(
            tx,
            self.vault,
            conversation=fresh,
            contact_id=opening.contact_id,
            invited=invited,
            is_apart=opening.is_apart,
        )

    def _leave(self, tx: Connection, held: StoredConversation, now: datetime) -> None:
        """Another invitation was taken up: the open conversation is left, its answers kept."""
        flow = self.catalogue.pinned(tx, held.conversation.version_id)
        left = replace(held.conversation, stage="left early", aside=None)
        self._save(tx, held, flow, (left, (Moved("left early"),)), now, None)

    def _save(
        self,
        tx: Connection,
        held: StoredConversation,
        flow: Flow,
        outcome: tuple[Conversation, tuple[Event, ...]],
        now: datetime,
        inbox_id: int | None,
    ) -> StoredConversation:
        after, events = outcome
        if any(isinstance(event, Moved) for event in events):
            people.set_link_expiry(tx, person_id=held.person_id, at=_link_ends_at(after, now))
        taken = StepResult(after, events, now, due_at(flow, after), inbox_id)
        return store.save(tx, self.vault, held=held, step=taken)

    def seen(self, tx: Connection, held: StoredConversation, inbound: Inbound) -> Inbound:
        """Return the message with what the person had been asked when they wrote it, where the chat's order shows it."""
        keeps_order = channel_named(inbound.channel).keeps_order and inbound.message.isdecimal()
        if not keeps_order or inbound.kind == "edit":
            return inbound
        about = outbox.seen_question(tx, conversation_id=held.conversation.id, message_id=int(inbound.message))
        return replace(inbound, seen=about)


def _link_ends_at(conversation: Conversation, now: datetime) -> datetime | None:
    """Return until when we may know whose contact this is: longer where the person wants to hear more."""
    if conversation.stage in OPEN_STAGES:
        return None
    wants_more = conversation.consents.get("contact_next") or conversation.consents.get("contact_more")
    return now + (LINK_KEPT_FOR_MORE if wants_more else LINK_KEPT)
