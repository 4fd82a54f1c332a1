"""Stored messages of chats: each is read by its channel and taken into the open conversation of its sender."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from feedback.conversation.messages import Inbound
from sayso.core.conversation_service import ConversationService
from sayso.core.ports import MessageOutcome
from storage.conversations import store
from storage.messages import inbox, outbox
from storage.messages.inbox import QueuedMessage
from storage.people import people


@dataclass(frozen=True)
class ChatReading:
    """What a raw message says: whose address it came from, and the inbound, or a group that we have to leave."""

    address: str
    inbound: Inbound | None = None
    leave: str = ""


Reader = Callable[[str, datetime], ChatReading]
"""Reads the raw text of a message that was received at a time. Pure. Raises UnreadableMessage."""


Claim = Callable[[Connection, str, Inbound], bool]
"""Takes a message that is no feedback, whoever sent it from this address, and returns whether it did."""


def _nobodys(_: Connection, __: str, ___: Inbound) -> bool:
    """Everything may be feedback."""
    return False


async def _stay(_: str) -> None:
    """There are no groups to leave."""


class ChatRouter:
    """Takes messages one after the other for each sender. Everything here runs inside the caller's transaction."""

    def __init__(
        self,
        conversations: ConversationService,
        read: Reader,
        now: Callable[[], datetime],
        leave: Callable[[str], Awaitable[None]] = _stay,
        claim: Claim = _nobodys,
    ) -> None:
        """`leave` leaves a group that the channel was brought into; `claim` takes what staff send to link their chat."""
        self._conversations = conversations
        self._read = read
        self._now = now
        self._leave = leave
        self._claim = claim

    def take(self, tx: Connection, row: QueuedMessage) -> MessageOutcome:
        """Apply one message. It is not settled while a message to its sender is under way."""
        vault, now = self._conversations.vault, self._now()
        sender = store.for_sender(tx, vault, channel=row.channel, sender=row.sender)
        if sender.held and sender.is_spoken_to:
            return MessageOutcome(is_settled=False)
        read = self._read(inbox.open_raw(tx, vault, row), row.received_at)
        if read.inbound is None or self._claim(tx, read.address, read.inbound):
            return self._ignore(tx, row, read)
        contact_id = sender.contact_id or people.contact_for(
            tx, vault, channel=row.channel, address=read.address, now=now
        )
        _note_block(tx, contact_id, read.inbound, now)
        found = self._conversations.find(tx, contact_id, sender.held, read.inbound, now)
        if found is None:
            return self._ignore(tx, row, read)
        held, inbound = replace(found[0], contact_id=contact_id), found[1]
        self._conversations.take(tx, held, self._conversations.seen(tx, held, inbound), now, row.id)
        return MessageOutcome()

    def _ignore(self, tx: Connection, row: QueuedMessage, read: ChatReading) -> MessageOutcome:
        """Close a message that no conversation is about, and leave the group that it came from, if any."""
        inbox.done(tx, inbox_id=row.id, state="not-feedback", now=self._now())
        return MessageOutcome(afterwards=partial(self._leave, read.leave) if read.leave else None)


def _note_block(tx: Connection, contact_id: str, inbound: Inbound, now: datetime) -> None:
    if inbound.kind == "blocked":
        people.set_blocked(tx, contact_id=contact_id, at=now)
        outbox.give_up(tx, contact_id=contact_id, reason="The person has blocked the bot.", now=now)
    elif inbound.kind == "unblocked":
        people.set_blocked(tx, contact_id=contact_id, at=None)
