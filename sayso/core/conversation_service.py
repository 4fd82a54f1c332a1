"""One inbound, one conversation, one transaction (invariant I2): find whose it is, take the step, store everything."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from feedback.channels import WEB, ChannelName, channel_named
from feedback.conversation.events import Erased, Event, Moved, Renewed
from feedback.conversation.messages import Arrival, Inbound, InboundKind
from feedback.conversation.state import OPEN_STAGES, Conversation
from feedback.conversation.step import begin, step
from feedback.conversation.timeouts import due_at, waits_for_a_yes
from feedback.flows.model import Flow
from sayso.core.flow_registry import OPEN_DOOR, FlowRegistry
from storage.accounts import sessions
from storage.conversations import store
from storage.conversations.store import StepResult, StoredConversation
from storage.crypto.vault import Vault
from storage.db.ids import new_code, new_id
from storage.involvement import again, asks, settling
from storage.involvement.asks import KeptAsk
from storage.messages import outbox
from storage.people import invitations, people
from storage.people.invitations import Invitation

_CODE = re.compile(r"\s*[0-9A-Za-z]{4}[-\s]?[0-9A-Za-z]{4}[-\s]?[0-9A-Za-z]{4}\s*")
_FREE_CODES = 10
"""Wrong codes or links of one person before a wait; what is typed meanwhile is taken as words. Many words have twelve letters."""
_FREE_CODES_OF_ALL = 100
"""The same for all who type one into an answer on the web page."""
_LOST = "-"
"""Stands for a link that is not looked up: no token is so short."""
LINK_KEPT = timedelta(days=30)
"""How long after the end of a conversation we can still write to the person."""
LINK_KEPT_FOR_MORE = timedelta(days=365)
"""The same for somebody who said yes to hearing what happens next, to being asked more, or to being asked again."""
ASK_LATER = timedelta(hours=1)
"""When something is asked of somebody who is in the middle of something else: most are done within the hour."""
FLOW_PREFIX = "flow:"
"""What the web page puts before the name of a flow that anybody may begin; no token holds a colon."""


@dataclass(frozen=True)
class Opening:
    """What a new conversation begins with.

    `is_greeted`: the opening words stood in the letter that is answered. `is_apart`: nothing proves that this is the
    person whom the contact is known as. `person_id` is whose it is, where that is known. `nation` is whose help numbers
    to show without an invitation.
    """

    flow: Flow
    contact_id: str
    channel: ChannelName
    now: datetime
    invited: Invitation | None = None
    is_greeted: bool = False
    is_apart: bool = False
    person_id: str = ""
    nation: str = ""


class ConversationService:
    """Moves conversations on. Everything here runs inside the caller's transaction."""

    def __init__(self, vault: Vault, registry: FlowRegistry) -> None:
        self.vault = vault
        self.registry = registry

    def take(
        self, tx: Connection, held: StoredConversation, inbound: Inbound, now: datetime, inbox_id: int | None = None
    ) -> StoredConversation:
        """Take one step of a conversation and store it."""
        flow = self.registry.pinned(tx, held.conversation.version_id)
        after, events = step(flow, held.conversation, inbound, now)
        saved = self._save(tx, held, flow, (after, events), now, inbox_id)
        renewed = next((event for event in events if isinstance(event, Renewed)), None)
        return self._renew(tx, saved, renewed, inbound, now) if renewed else saved

    def tell(self, tx: Connection, conversation_id: str, kind: InboundKind, now: datetime) -> None:
        """Tell a conversation of something that nobody wrote: silence, a gap, a block."""
        held = store.load(tx, self.vault, conversation_id=conversation_id)
        if held is not None:
            self.take(tx, held, Inbound(held.conversation.channel, kind, now), now)

    def put(self, tx: Connection, ask_id: str, now: datetime) -> None:
        """Put to a person what staff ask, where they were heard last; later where they are in the middle of a flow."""
        kept = asks.one(tx, self.vault, ask_id=ask_id)
        talk = asks.latest_talk(tx, person_id=kept.person_id) if kept else None
        held = store.load(tx, self.vault, conversation_id=talk) if talk else None
        if kept is None or held is None or held.contact_id is None or held.conversation.stage == "stopped":
            asks.cannot_be_put(tx, ask_id=ask_id, fault="They cannot be reached, or have said stop.")
        elif held.conversation.stage in OPEN_STAGES or not _may_be_put(kept, held.conversation):
            asks.put_off(tx, ask_id=ask_id, due_at=now + ASK_LATER)
        else:
            ask = replace(kept.as_put, ends=asks.ended_by(tx, kept=kept))
            self.take(tx, held, Inbound(held.conversation.channel, "staff ask", now, ask=ask), now)
            asks.was_put(tx, ask_id=ask_id, conversation_id=held.conversation.id, now=now)

    def find(
        self, tx: Connection, contact_id: str, held: StoredConversation | None, inbound: Inbound, now: datetime
    ) -> tuple[StoredConversation, Inbound] | None:
        """Return the conversation that a message belongs to, begun if need be, and what the message means there.

        A return code leads to its conversation, whichever channel it is typed in. An invitation begins its flow, and
        for somebody who began with it before leads to that conversation. Any other first word begins the default flow,
        a link that leads nowhere the open door. None where nothing should begin (an edit by a stranger).
        """
        asked = inbound.payload
        code = asked or (inbound.text if _CODE.fullmatch(inbound.text) else "")
        tried = self._tried(contact_id, inbound) if code else ()
        if code and sessions.take_try(tx, tried=tried, now=now):
            code, asked = "", _LOST if asked else ""
        known = (self._by_code(tx, contact_id, code, now) if code else None) or (
            store.of_link(tx, self.vault, token=asked, contact_id=contact_id) if asked else None
        )
        invited = invitations.resolve(tx, self.vault, token=asked, now=now) if asked and not known else None
        if known or invited:
            sessions.give_back(tx, tried=tried)
        if known:
            return self._instead(tx, held, known, now), _start(inbound)
        flow = self._asked_for(asked, invited, now)
        came = replace(inbound, arrival="lost link") if asked and flow is None else inbound
        if held is not None and not _begins(held, flow, invited):
            return held, came
        if flow is None and inbound.kind in ("edit", "reaction", "blocked", "unblocked"):
            return None
        if held is not None and flow and invited and _may_take_up(held, flow):
            return store.take_up(tx, held=held, invited=invited, now=now), came
        opened = flow or (self.registry.named(OPEN_DOOR) if came.arrival else None) or self.registry.default_at(now)
        fresh = self.begin(tx, Opening(opened, contact_id, inbound.channel, now, invited))
        return self._instead(tx, held, fresh, now), came

    def _tried(self, contact_id: str, inbound: Inbound) -> tuple[tuple[str, int], ...]:
        """Return what tries of codes and links are counted by: who tries, and for the web page all that type them there.

        A browser is somebody new whenever it likes, and has a page for return codes with a count of its own. What that
        page, or the service itself, asks for was counted already.
        """
        if inbound.payload and (inbound.channel == WEB.name or inbound.payload.startswith(FLOW_PREFIX)):
            return ()
        own = (self.vault.stamp("code", contact_id), _FREE_CODES)
        all_here = (self.vault.stamp("code", WEB.name), _FREE_CODES_OF_ALL)
        return (own, all_here) if inbound.channel == WEB.name else (own,)

    def _instead(
        self, tx: Connection, before: StoredConversation | None, held: StoredConversation, now: datetime
    ) -> StoredConversation:
        """Return the conversation that is gone on with from here; an open one before it is left, its answers kept."""
        is_another = before is not None and before.conversation.id != held.conversation.id
        if before is not None and is_another and before.conversation.stage in OPEN_STAGES:
            self._leave(tx, before, now)
        return held

    def _by_code(self, tx: Connection, contact_id: str, code: str, now: datetime) -> StoredConversation | None:
        found = people.by_code(tx, self.vault, code=code)
        held = store.load(tx, self.vault, conversation_id=found.conversation_id) if found else None
        if found is None or held is None:
            return None
        people.move_contact(tx, contact_id=contact_id, person_id=found.person_id, now=now)
        return replace(held, contact_id=contact_id)

    def _asked_for(self, asked: str, invited: Invitation | None, now: datetime) -> Flow | None:
        """Return the flow of an invitation, or the one that was named, if that is open to everybody now."""
        if invited:
            return self.registry.named(invited.flow)
        named = self.registry.named(asked.removeprefix(FLOW_PREFIX)) if asked.startswith(FLOW_PREFIX) else None
        return named if named is not None and self.registry.is_open(named, now) else None

    def begin(self, tx: Connection, opening: Opening) -> StoredConversation:
        """Store a new conversation; its first step comes with `take`."""
        invited = opening.invited
        fresh = begin(opening.flow, conversation_id=new_id(), code=new_code(), channel=opening.channel, now=opening.now)
        fresh = replace(fresh, is_greeted=opening.is_greeted, nation=opening.nation)
        if invited:
            fresh = store.with_terms(fresh, invited)
        apart = people.person_apart(tx, contact_id=opening.contact_id, now=opening.now) if opening.is_apart else ""
        return store.begin(
            tx,
            self.vault,
            conversation=fresh,
            contact_id=opening.contact_id,
            invited=invited,
            person_id=apart or opening.person_id,
        )

    def _leave(self, tx: Connection, held: StoredConversation, now: datetime) -> None:
        """Leave an open conversation. Words that wait for a yes go on waiting, but nobody is reminded of them."""
        flow = self.registry.pinned(tx, held.conversation.version_id)
        has_words = store.has_words(tx, held=held)
        self._save(tx, held, flow, _left(held.conversation, has_words=has_words), now, None)

    def _renew(
        self, tx: Connection, held: StoredConversation, renewed: Renewed, inbound: Inbound, now: datetime
    ) -> StoredConversation:
        """Begin another conversation in the place of one that is over, and say its first words."""
        before, contact_id = held.conversation, str(held.contact_id)
        person_id = people.hand_over(tx, contact_id=contact_id, now=now) if renewed.is_somebody_else else held.person_id
        flow = self.registry.named(renewed.flow or before.flow) or self.registry.default
        nation = "" if renewed.is_somebody_else else before.nation
        fresh = self.begin(tx, Opening(flow, contact_id, inbound.channel, now, person_id=person_id, nation=nation))
        if renewed.ask:
            asks.began(tx, ask_id=renewed.ask, conversation_id=fresh.conversation.id)
        arrival: Arrival = "somebody else" if renewed.is_somebody_else else "more to tell"
        return self.take(tx, fresh, replace(_start(inbound), arrival=arrival), now)

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
        saved = store.save(tx, self.vault, held=held, step=taken)
        settling.settle(tx, self.vault, person_id=held.person_id, events=events, now=now)
        if not any(isinstance(event, Erased) for event in events):
            again.plan(tx, self.vault, person_id=held.person_id, talk=after, events=events)
        return saved

    def seen(self, tx: Connection, held: StoredConversation, inbound: Inbound) -> Inbound:
        """Return the message with what the person had been asked when they wrote it, where the chat's order shows it."""
        talk = {"conversation_id": held.conversation.id}
        asked = outbox.asked_in(tx, **talk, provider_id=inbound.reply_to) if inbound.reply_to else None
        keeps_order = channel_named(inbound.channel).keeps_order and inbound.message.isdecimal()
        if asked or not keeps_order or inbound.kind == "edit":
            return replace(inbound, seen=asked) if asked else inbound
        sight = outbox.sight_of(tx, **talk, message_id=int(inbound.message))
        return replace(inbound, seen=sight.about, is_crossed=sight.is_crossed)


def _may_be_put(kept: KeptAsk, conversation: Conversation) -> bool:
    """Return whether nothing else is in hand. What is only told, such as that a talk is off, waits for no answer to an ask."""
    is_told = kept.kind == "told" and conversation.aside in ("asked", "asked words")
    return conversation.aside is None or is_told


def _start(inbound: Inbound) -> Inbound:
    """Return the message as a press on Start, whatever brought the person here."""
    return Inbound(inbound.channel, "command", inbound.at, command="start", message=inbound.message)


def _left(conversation: Conversation, *, has_words: bool) -> tuple[Conversation, tuple[Event, ...]]:
    before = replace(conversation, aside=None)
    if not waits_for_a_yes(before):
        return replace(before, stage="left early"), (Moved("left early"),)
    if has_words:
        return replace(before, wants_reminders=False), ()
    return replace(before, stage="declined"), (Erased("no reply"), Moved("declined"))


def _begins(held: StoredConversation, flow: Flow | None, invited: Invitation | None) -> bool:
    """Return whether a message begins a conversation beside the one that there is: a new invitation always does."""
    return invited is not None or (flow is not None and flow.name != held.conversation.flow)


def _may_take_up(held: StoredConversation, flow: Flow) -> bool:
    """Return whether an invitation may go to the conversation that there is, where nothing was agreed to yet."""
    return waits_for_a_yes(held.conversation) and held.conversation.flow == flow.name


def _link_ends_at(conversation: Conversation, now: datetime) -> datetime | None:
    """Return until when we may know whose contact this is: longer where the person wants to hear or be asked more."""
    if conversation.stage in OPEN_STAGES:
        return None
    wants_more = any(conversation.consents.get(switch) for switch in ("contact_next", "contact_more", "ask_again"))
    return now + (LINK_KEPT_FOR_MORE if wants_more else LINK_KEPT)
