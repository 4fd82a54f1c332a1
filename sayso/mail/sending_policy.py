"""When a letter may go, when it is tried again, and what follows from a refusal."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from feedback.errors import GiveUp, TryLater
from mail.classify.reply_tokens import alias_in, domain_of
from mail.outgoing.rate_limits import DomainRateLimiter, next_try, out_of_night
from mail.outgoing.smtp_replies import LetterDeferred, LetterRefused
from sayso.core.conversation_service import ConversationService
from sayso.core.ports import OutgoingMessage
from sayso.mail.pausing import Hold, Pauses
from storage.messages import outbox, outgoing_mail, suppression_list
from storage.messages.outgoing_mail import QueuedLetter
from storage.people import invitations, people

MOST_A_DAY = 30
"""Letters to one address: more than anybody needs who answers one question a letter."""
_AFTER_PAUSE = timedelta(minutes=1)
"""A letter that was not taken for a reason that is not its own: the pause of its provider says how long it really waits."""
_LINE_BROKE = (10.0, 300.0)
"""Seconds to wait after a broken line, first and at most; it uses up no try."""
OURS_TO_START = frozenset({"invitation", "reminder"})
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

    def __init__(self, conversations: ConversationService, pace: DomainRateLimiter, a_day: int = 0) -> None:
        """`a_day` is the most letters that leave in a day; 0 for no limit of ours."""
        self._pauses = Pauses(conversations.vault, a_day)
        self._vault = conversations.vault
        self._words = conversations.registry.words
        self._pace = pace
        self._line_failures = 0
        self._line_opens_at = datetime.min.replace(tzinfo=UTC)

    def why_barred(self, tx: Connection, one: QueuedLetter, to: str, now: datetime) -> str:
        """Return why a letter must not go out at all, empty if it may."""
        if one.kind == "alert":
            return ""  # staff asked for it on their own page; one that cannot arrive comes back, and they see it there
        why = suppression_list.why(tx, lookup=self._lookup(to))
        if why and one.kind not in _LAST_WORDS.get(why, ()):
            return f"No letters go to this address: {why}."
        if one.kind == "talk" and one.contact_id and _has_had_enough(tx, one.contact_id, now):
            return "This address has had many letters today."
        if one.kind in OURS_TO_START and one.invitation_id:
            return invitations.why_closed(tx, invitation_id=one.invitation_id, now=now)
        return ""

    def hold(self, tx: Connection, one: QueuedLetter, to: str, now: datetime) -> Hold | None:
        """Return until when a letter waits, and why: for the night, the pace, the line, a day's limit or a pause."""
        if one.kind == "alert":
            return (
                None  # a campaign to the same domain must not keep the team from hearing that somebody may be in danger
            )
        is_ours = one.kind in OURS_TO_START
        day = out_of_night(now, self._words) if is_ours else now
        at = max(day, self._pace.free_at(domain_of(to), now), self._line_opens_at if one.kind != "help" else now)
        paused = self._pauses.hold(tx, to, now, is_limited=is_ours) if one.kind != "help" else None
        if paused and paused.until >= at:
            return paused
        return Hold(at) if at > now else None

    def leaves(self, tx: Connection, one: QueuedLetter, to: str, now: datetime) -> None:
        """Count a letter that leaves now."""
        self._pace.take(domain_of(to), now)
        self._pauses.leaves(tx, one.outbox_id, to, now)

    def line_works(self) -> None:
        """The mail server took a letter: the next broken line is a first one again."""
        self._line_failures = 0
        self._line_opens_at = datetime.min.replace(tzinfo=UTC)

    def next_try(self, message: OutgoingMessage, later: TryLater, now: datetime) -> datetime | None:
        """Return when the same letter goes out again; None after three days, or after a second unknown end.

        What is no fault of the address ends no letter that we begin with: it waits for as long as its invitation holds.
        """
        if not later.outcome_known and message.is_doubtful:
            return None
        asked = timedelta(seconds=later.wait_seconds) if later.wait_seconds else None
        if isinstance(later, LetterDeferred) and later.counts:
            return next_try(message.tries, message.created_at, now, asked)
        is_answer = isinstance(later, LetterDeferred) and bool(later.fault)
        at = now + _AFTER_PAUSE if is_answer else self._after_broken_line(now, asked)
        # Asked only whether the three days are over: what is no fault of the address uses up no try.
        is_over = next_try(1, message.created_at, now) is None and not message.is_own
        return None if is_over else at

    def _after_broken_line(self, now: datetime, asked: timedelta | None) -> datetime:
        first, most = _LINE_BROKE
        wait = timedelta(seconds=min(most, first * (1 << min(self._line_failures, 8))))
        self._line_failures += 1
        self._line_opens_at = max(self._line_opens_at, now + wait)
        return now + max(wait, asked or wait)

    def was_sent(self, tx: Connection, message: OutgoingMessage, answer: str) -> None:
        """Wipe the letter, and keep the name that the provider gave it."""
        outgoing_mail.settled(tx, self._vault, outbox_id=message.outbox_id, alias=alias_in(answer))
        self._pauses.answered(tx, message.outbox_id, message.address)

    def was_refused(self, tx: Connection, message: OutgoingMessage, refusal: GiveUp, now: datetime) -> None:
        """Wipe the letter, and write no more to an address that is gone."""
        outgoing_mail.settled(tx, self._vault, outbox_id=message.outbox_id)
        self._pauses.not_sent(tx, message.address, now)
        if not isinstance(refusal, LetterRefused):
            return
        outbox.blame(tx, outbox_id=message.outbox_id, fault="address")
        self._pauses.answered(tx, message.outbox_id, message.address)
        lookup, klass = self._lookup(message.address), refusal.klass
        suppression_list.failed(tx, lookup=lookup, klass=klass, now=now, outbox_id=message.outbox_id)
        if klass == "gone" and message.contact_id:
            people.set_blocked(tx, contact_id=message.contact_id, at=now)

    def was_put_off(self, tx: Connection, message: OutgoingMessage, later: TryLater, now: datetime) -> None:
        """Note whose fault it is, and let all letters to a provider wait that takes none of ours."""
        self._pauses.not_sent(tx, message.address, now)
        if not isinstance(later, LetterDeferred) or not later.fault:
            return
        outbox.blame(tx, outbox_id=message.outbox_id, fault=later.fault)
        if later.fault == "address" and not later.status.startswith("5"):
            self._pauses.answered(tx, message.outbox_id, message.address)
        else:
            self._pauses.refused(tx, message.outbox_id, message.address, later, now)

    def was_given_up(self, tx: Connection, message: OutgoingMessage) -> None:
        """Wipe the letter."""
        outgoing_mail.settled(tx, self._vault, outbox_id=message.outbox_id)

    def _lookup(self, address: str) -> bytes:
        return self._vault.lookup(outgoing_mail.CHANNEL, address)


def _has_had_enough(tx: Connection, contact_id: str, now: datetime) -> bool:
    """Mails in somebody's name must not make us fill their mailbox."""
    return outgoing_mail.written_since(tx, contact_id=contact_id, since=now - timedelta(days=1)) >= MOST_A_DAY
