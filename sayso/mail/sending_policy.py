"""When a letter may go, when it is tried again, and what follows from a refusal."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection

from feedback.errors import GiveUp, TryLater
from mail.classify.reply_tokens import alias_in, domain_of
from mail.outgoing.rate_limits import DomainRateLimiter, next_try, out_of_night
from mail.outgoing.smtp_replies import LetterDeferred, LetterRefused
from sayso.core.conversation_service import ConversationService
from sayso.core.ports import OutgoingMessage
from storage.messages import outgoing_mail, suppression_list
from storage.messages.outgoing_mail import QueuedLetter
from storage.people import invitations, people

MOST_A_DAY = 30
"""Letters to one address: more than anybody needs who answers one question a letter."""
_LINE_BROKE = (10.0, 300.0)
"""Seconds to wait after a broken line, first and at most; it uses up no try."""
_NOT_OURS_TO_START = frozenset({"invitation", "reminder"})
"""What goes out by our own choice: by day only, and to nobody who has answered."""
_LAST_WORDS: Mapping[str, frozenset[str]] = {
    "stop": frozenset({"farewell", "help"}),
    "asked": frozenset({"farewell", "help", "talk"}),
    "forgotten": frozenset({"farewell", "help", "talk"}),
    "told staff": frozenset({"farewell", "help", "talk"}),
}
"""What an address gets even so, because it wrote to us. What was on its way was given up when they were asked."""


class MailPolicy:
    """The manners of writing to people: by day, at a pace that each domain bears, and never to who wants none."""

    def __init__(self, conversations: ConversationService, pace: DomainRateLimiter) -> None:
        self._vault = conversations.vault
        self._words = conversations.registry.words
        self._pace = pace
        self._line_failures = 0

    def why_barred(self, tx: Connection, one: QueuedLetter, to: str, now: datetime) -> str:
        """Return why a letter must not go out at all, empty if it may."""
        if one.kind == "alert":
            return ""  # staff asked for it on their own page; one that cannot arrive comes back, and they see it there
        why = suppression_list.why(tx, lookup=self._lookup(to))
        if why and one.kind not in _LAST_WORDS.get(why, ()):
            return f"No letters go to this address: {why}."
        if one.kind == "talk" and one.contact_id and _has_had_enough(tx, one.contact_id, now):
            return "This address has had many letters today."
        if one.kind in _NOT_OURS_TO_START and one.invitation_id:
            return invitations.why_closed(tx, invitation_id=one.invitation_id, now=now)
        return ""

    def not_before(self, one: QueuedLetter, to: str, now: datetime) -> datetime:
        """Return when a letter may leave: now, or later for the night or for the pace of its domain."""
        if one.kind == "alert":
            return (
                now  # a campaign to the same domain must not keep the team from hearing that somebody may be in danger
            )
        day = out_of_night(now, self._words) if one.kind in _NOT_OURS_TO_START else now
        return max(day, self._pace.free_at(domain_of(to), now))

    def leaves(self, to: str, now: datetime) -> None:
        """Count a letter that leaves now."""
        self._pace.take(domain_of(to), now)

    def line_works(self) -> None:
        """The mail server took a letter: the next broken line is a first one again."""
        self._line_failures = 0

    def next_try(self, message: OutgoingMessage, later: TryLater, now: datetime) -> datetime | None:
        """Return when the same letter goes out again; None after three days, or after a second unknown end."""
        asked = timedelta(seconds=later.wait_seconds) if later.wait_seconds else None
        counts = isinstance(later, LetterDeferred) and later.counts
        at = (
            next_try(message.tries, message.created_at, now, asked)
            if counts
            else self._after_broken_line(message, now, asked)
        )
        if isinstance(later, LetterDeferred) and later.scope == "domain" and at:
            self._pace.close(domain_of(message.address), at)
        return at if later.outcome_known or not message.is_doubtful else None

    def _after_broken_line(self, message: OutgoingMessage, now: datetime, asked: timedelta | None) -> datetime | None:
        first, most = _LINE_BROKE
        wait = timedelta(seconds=min(most, first * (1 << min(self._line_failures, 8))))
        self._line_failures += 1
        at = now + max(wait, asked or wait)
        # Asked only whether the three days are over: a broken line uses up no try.
        return next_try(1, message.created_at, now) and at

    def was_sent(self, tx: Connection, message: OutgoingMessage, answer: str) -> None:
        """Wipe the letter, and keep the name that the provider gave it."""
        outgoing_mail.settled(tx, self._vault, outbox_id=message.outbox_id, alias=alias_in(answer))

    def was_refused(self, tx: Connection, message: OutgoingMessage, refusal: GiveUp, now: datetime) -> None:
        """Wipe the letter, and write no more to an address that is gone."""
        outgoing_mail.settled(tx, self._vault, outbox_id=message.outbox_id)
        if not isinstance(refusal, LetterRefused):
            return
        lookup, klass = self._lookup(message.address), refusal.klass
        suppression_list.failed(tx, lookup=lookup, klass=klass, now=now, outbox_id=message.outbox_id)
        if klass == "gone" and message.contact_id:
            people.set_blocked(tx, contact_id=message.contact_id, at=now)

    def was_given_up(self, tx: Connection, message: OutgoingMessage) -> None:
        """Wipe the letter."""
        outgoing_mail.settled(tx, self._vault, outbox_id=message.outbox_id)

    def _lookup(self, address: str) -> bytes:
        return self._vault.lookup(outgoing_mail.CHANNEL, address)


def _has_had_enough(tx: Connection, contact_id: str, now: datetime) -> bool:
    """Mails in somebody's name must not make us fill their mailbox."""
    return outgoing_mail.written_since(tx, contact_id=contact_id, since=now - timedelta(days=1)) >= MOST_A_DAY
