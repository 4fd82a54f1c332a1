"""Messages to chats: they go out at once, in order for each person, each channel at its own pace."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection

from feedback.conversation import plain_text
from feedback.conversation.messages import Outbound
from feedback.errors import GiveUp, TryLater
from feedback.flows.words import Words
from sayso.core.conversation_service import ConversationService
from sayso.core.limits.rate_limit import Pace
from sayso.core.ports import OutgoingMessage, Sender
from storage.messages import outbox
from storage.messages.outbox import DueMessage
from storage.people import people

AT_ONCE = 32
"""Messages on their way at the same time."""
TRIES_END = timedelta(hours=24)
"""After this a message that could not be sent is given up, and staff see it."""
_FIRST_WAIT, _LONGEST_WAIT = 2.0, 300.0
"""Seconds. Somebody is looking at their phone, so the first wait is short; the last keeps an answer at most five
minutes behind a line that is back."""


class PacedSender:
    """Sends through another sender, no faster than its pace allows. Help goes first."""

    def __init__(self, sender: Sender, pace: Pace, may_send: Callable[[], bool] = lambda: True) -> None:
        """`may_send` returns whether no other service has replaced this one: a turn may be long in coming."""
        self._sender = sender
        self._pace = pace
        self._may_send = may_send

    async def send(self, address: str, outbound: Outbound, words: Words) -> str:
        """Wait for a turn and send. When the other side asks us to wait, all that follows waits too."""
        await self._pace.turn(first=outbound.kind == "help")
        if not self._may_send():
            raise TryLater("Another service sends it.")
        try:
            return await self._sender.send(address, outbound, words)
        except TryLater as later:
            self._pace.hold(later.wait_seconds or 0)
            raise


class PlainTextSender:
    """The way out of a channel that shows plain text: whatever is sent has `Help now` and the way out beside it."""

    def __init__(self, post: Callable[[str, str], Awaitable[str]]) -> None:
        """`post` sends a text to an address and returns the provider's id. It raises TryLater or GiveUp."""
        self._post = post

    async def send(self, address: str, outbound: Outbound, words: Words) -> str:
        """Send what is said and asked, the choices numbered, and what can be typed."""
        return await self._post(address, plain_text.draw_with_words(outbound, words))


class ChatPolicy:
    """What could not be sent is tried for a day, more and more slowly. Whoever refuses us is written to no more."""

    def __init__(self, conversations: ConversationService) -> None:
        self._conversations = conversations

    def next_try(self, message: OutgoingMessage, later: TryLater, now: datetime) -> datetime | None:
        """Return when to try again: when the other side says, else after 2, 4, 8 ... up to 300 seconds."""
        if now - message.created_at > TRIES_END:
            return None
        wait = later.wait_seconds or min(_LONGEST_WAIT, _FIRST_WAIT * (1 << min(message.tries - 1, 8)))
        return now + timedelta(seconds=wait)

    def was_sent(self, tx: Connection, message: OutgoingMessage, answer: str) -> None:
        """Nothing follows: the engine has recorded it."""

    def was_refused(self, tx: Connection, message: OutgoingMessage, refusal: GiveUp, now: datetime) -> None:
        """The person has blocked us or is gone: nothing more is sent, and the conversation knows."""
        if message.contact_id is not None:
            people.set_blocked(tx, contact_id=message.contact_id, at=now)
            outbox.give_up(tx, contact_id=message.contact_id, reason=str(refusal), now=now)
        if message.conversation_id is not None:
            self._conversations.tell(tx, message.conversation_id, "blocked", now)

    def was_put_off(self, tx: Connection, message: OutgoingMessage, later: TryLater, now: datetime) -> None:
        """Nothing follows: a chat that is busy asks all that follows to wait by itself."""

    def was_given_up(self, tx: Connection, message: OutgoingMessage) -> None:
        """Nothing follows: the next message may arrive."""


class ChatQueue:
    """What waits for people in chats. `senders` has an entry for each chat that is on; the others wait for theirs."""

    at_once = AT_ONCE
    lease = ""

    def __init__(self, conversations: ConversationService, senders: Mapping[str, Sender]) -> None:
        self._conversations = conversations
        self._senders = senders
        self.policy = ChatPolicy(conversations)

    def recover(self, tx: Connection) -> int:
        """Let what was being sent when the program ended wait again, as doubtful; return how many."""
        return outbox.recover(tx)

    def claim(self, tx: Connection, now: datetime, limit: int) -> Sequence[OutgoingMessage]:
        """Mark what is due as being sent and return it, help first."""
        return [self._message(due) for due in outbox.claim_due(tx, self._conversations.vault, now=now, limit=limit)]

    def _message(self, due: DueMessage) -> OutgoingMessage:
        return OutgoingMessage(
            due.id,
            due.contact_id,
            due.conversation_id,
            due.tries,
            due.is_doubtful,
            due.created_at,
            due.address,
            partial(self._send, due),
        )

    async def _send(self, due: DueMessage) -> str:
        sender = self._senders.get(due.channel)
        if sender is None:
            raise TryLater(f"The channel {due.channel} is off.", _LONGEST_WAIT)
        words = self._conversations.registry.words
        return await sender.send(
            due.address, _told_twice(due.outbound, words) if due.is_doubtful else due.outbound, words
        )


def _told_twice(outbound: Outbound, words: Words) -> Outbound:
    """Say of a message that an earlier try of it may have arrived. Help says nothing before the numbers, and no more."""
    if outbound.kind in ("help", "alert"):
        return outbound
    return replace(outbound, text="\n\n".join(filter(None, (words.say("sent_twice"), outbound.text))))
