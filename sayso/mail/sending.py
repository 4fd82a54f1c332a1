"""The postman: what is due by email becomes a letter, is kept word for word, and goes out at a decent pace.

Suppression is looked up in the transaction that marks a letter as being sent, so that a STOP stored before it always
wins. The letter of a second try is the one of the first, to the byte: same Message-ID, same date.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import Connection

from feedback.errors import GiveUp, TryLater
from mail.classify.reply_tokens import alias_in, domain_of
from mail.model.expected_answers import dump_sent
from mail.outgoing.rate_limits import Pace, next_try, out_of_night
from mail.outgoing.smtp_replies import Later, Refused
from sayso.core import log
from sayso.core.conversation_service import Mover
from sayso.core.loop import store_at_last, work_in_rounds
from sayso.mail.composing import Stationery
from storage.db.engine import Database
from storage.db.errors import KeyErased
from storage.db.ids import new_id
from storage.messages import outbox, outgoing_mail, suppression_list
from storage.messages.outgoing_mail import QueuedLetter, WrittenLetter
from storage.people import invitations, people

MOST_A_DAY = 30
"""Letters to one address: more than anybody needs who answers one question a letter."""
AT_ONCE = 2
"""Connections to the mail server."""
_CLAIMED = 20
_LINE_BROKE = (10.0, 300.0)
"""Seconds to wait after a broken line, first and at most; it uses up no try."""
_NOT_OURS_TO_START = frozenset({"invitation", "reminder"})
"""What goes out by our own choice: by day only, and to nobody who has answered."""
_LAST_WORDS = frozenset({"farewell", "help"})
"""What an address gets even after it said stop, because it wrote to us."""
_MAY_BE_ANSWERED = frozenset({"stop", "asked"})


class Carrier(Protocol):
    """What carries one letter to the mail server (mail.sender.Sender)."""

    async def send(self, *, sender: str, to: str, raw: bytes) -> str:
        """Return the server's answer. Raises Later or Refused."""
        ...


@dataclass(frozen=True)
class Ready:
    """A letter on its way."""

    one: QueuedLetter
    letter_id: str
    to: str
    lookup: bytes
    raw: bytes


Result = Callable[[Connection], None]


class Postman:
    """Sends letters. One claims at a time, so the pace holds."""

    def __init__(
        self,
        database: Database,
        mover: Mover,
        stationery: Stationery,
        carrier: Carrier,
        now: Callable[[], datetime],
        pace: Pace,
    ) -> None:
        self._database = database
        self._mover = mover
        self._stationery = stationery
        self._carrier = carrier
        self._now = now
        self._pace = pace
        self._line_failures = 0
        self.wake = asyncio.Event()

    async def run(self) -> None:
        """Send until cancelled; then let what is on its way arrive."""
        await self._database.write(outbox.recover_by_email)
        await work_in_rounds("postman", self.round, self.wake)

    async def round(self) -> int:
        """Send what is due, a few at a time; return how many letters were tried."""
        ready = await self._database.write(self._claim)
        sends = [asyncio.ensure_future(self._send(letter)) for letter in ready]
        try:
            for send in sends:
                await asyncio.shield(send)
        except asyncio.CancelledError:
            await asyncio.wait(sends)
            raise
        return len(ready)

    async def _send(self, letter: Ready) -> None:
        await store_at_last("postman", self._database, await self._try(letter))

    def _claim(self, tx: Connection) -> list[Ready]:
        now = self._now()
        prepared = [self._prepare(tx, one, now) for one in outgoing_mail.waiting(tx, now=now, limit=_CLAIMED)]
        return [letter for letter in prepared if letter]

    def _prepare(self, tx: Connection, one: QueuedLetter, now: datetime) -> Ready | None:
        """Mark one letter as being sent, composed if this is its first try; or settle or put off what may not go."""
        try:
            to = outgoing_mail.address(tx, self._mover.vault, one)
            lookup = self._mover.vault.lookup(outgoing_mail.CHANNEL, to)
            not_before = self._not_before(one, to, now)
            if why := self._barred(tx, one, lookup, now):
                outbox.refused(tx, outbox_id=one.outbox_id, reason=why, now=now)
            elif not_before > now:
                outbox.put_off(tx, outbox_id=one.outbox_id, next_at=not_before, doubtful=False)
            else:
                return self._start(tx, one, to, lookup, now)
        except (KeyErased, GiveUp) as gone:
            reason = "erased" if isinstance(gone, KeyErased) else str(gone)
            outbox.refused(tx, outbox_id=one.outbox_id, reason=reason, now=now)
        return None

    def _start(self, tx: Connection, one: QueuedLetter, to: str, lookup: bytes, now: datetime) -> Ready:
        letter_id, raw = self._written(tx, one, to, now)
        self._pace.take(domain_of(to), now)
        outgoing_mail.start(tx, outbox_id=one.outbox_id)
        return Ready(one, letter_id, to, lookup, raw)

    def _barred(self, tx: Connection, one: QueuedLetter, lookup: bytes, now: datetime) -> str:
        """Return why a letter must not go out at all, empty if it may."""
        why = suppression_list.why(tx, lookup=lookup)
        if why and not (why in _MAY_BE_ANSWERED and one.kind in _LAST_WORDS):
            return f"No letters go to this address: {why}."
        if one.kind == "talk" and one.contact_id and self._has_had_enough(tx, one.contact_id, now):
            return "This address has had many letters today."
        if one.kind in _NOT_OURS_TO_START and one.invitation_id:
            return invitations.why_closed(tx, invitation_id=one.invitation_id, now=now)
        return ""

    def _has_had_enough(self, tx: Connection, contact_id: str, now: datetime) -> bool:
        """Mails in somebody's name must not make us fill their mailbox."""
        return outgoing_mail.written_since(tx, contact_id=contact_id, since=now - timedelta(days=1)) >= MOST_A_DAY

    def _not_before(self, one: QueuedLetter, to: str, now: datetime) -> datetime:
        day = out_of_night(now, self._mover.catalogue.words) if one.kind in _NOT_OURS_TO_START else now
        return max(day, self._pace.free_at(domain_of(to), now))

    def _written(self, tx: Connection, one: QueuedLetter, to: str, now: datetime) -> tuple[str, bytes]:
        """Return the letter of an earlier try, or compose it now and keep it before anything is sent."""
        vault = self._mover.vault
        if known := outgoing_mail.raw(tx, vault, outbox_id=one.outbox_id):
            return known[0], known[1].encode("latin-1")
        draft = self._stationery.draft(tx, one, letter_id=new_id(), to=to, now=now)
        composed = draft.composed
        written = WrittenLetter(
            draft.id, composed.message_id, dump_sent(composed.sent), composed.raw.decode("latin-1"), draft.version_id
        )
        outgoing_mail.keep(tx, vault, one=one, written=written, now=now)
        return draft.id, composed.raw

    async def _try(self, letter: Ready) -> Result:
        """Send one letter and return how to store what became of it."""
        try:
            sender = self._stationery.bounce_address(letter.letter_id)
            answer = await self._carrier.send(sender=sender, to=letter.to, raw=letter.raw)
        except Refused as refusal:
            return self._refused(letter, refusal)
        except TryLater as later:
            return self._put_off(letter, later)
        except Exception as error:  # noqa: BLE001 - one letter that cannot be sent must not stop the others
            log.warn("letter not sent", outbox_id=letter.one.outbox_id, **log.place_of(error))
            return self._put_off(letter, Later("A fault of ours.", outcome_known=False))
        self._line_failures = 0
        return self._sent(letter, answer)

    def _sent(self, letter: Ready, answer: str) -> Result:
        now, alias = self._now(), alias_in(answer)

        def settle(tx: Connection) -> None:
            outbox.sent(tx, outbox_id=letter.one.outbox_id, provider_id=answer, now=now)
            outgoing_mail.settled(tx, self._mover.vault, outbox_id=letter.one.outbox_id, alias=alias)

        return settle

    def _refused(self, letter: Ready, refusal: Refused) -> Result:
        now, one = self._now(), letter.one

        def settle(tx: Connection) -> None:
            outbox.refused(tx, outbox_id=one.outbox_id, reason=str(refusal), now=now)
            outgoing_mail.settled(tx, self._mover.vault, outbox_id=one.outbox_id)
            suppression_list.failed(tx, lookup=letter.lookup, klass=refusal.klass, now=now, outbox_id=one.outbox_id)
            if refusal.klass == "gone" and one.contact_id:
                people.set_blocked(tx, contact_id=one.contact_id, at=now)

        return settle

    def _put_off(self, letter: Ready, later: TryLater) -> Result:
        """Wait and try the same letter again; after three days, or a second unknown end, leave it at that."""
        now, one = self._now(), letter.one
        counts = isinstance(later, Later) and later.counts
        asked = timedelta(seconds=later.wait_seconds) if later.wait_seconds else None
        at = next_try(one.tries + 1, one.created_at, now, asked) if counts else self._after_broken_line(one, now, asked)
        if isinstance(later, Later) and later.scope == "domain" and at:
            self._pace.close(domain_of(letter.to), at)
        is_over = at is None or (not later.outcome_known and one.is_doubtful)

        def settle(tx: Connection) -> None:
            if not is_over and at is not None:
                doubtful = not later.outcome_known
                outbox.put_off(tx, outbox_id=one.outbox_id, next_at=at, doubtful=doubtful, reason=str(later))
                return
            end = outbox.unknown if one.is_doubtful or not later.outcome_known else outbox.refused
            end(tx, outbox_id=one.outbox_id, reason=str(later), now=now)
            outgoing_mail.settled(tx, self._mover.vault, outbox_id=one.outbox_id)

        return settle

    def _after_broken_line(self, one: QueuedLetter, now: datetime, asked: timedelta | None) -> datetime | None:
        first, most = _LINE_BROKE
        wait = timedelta(seconds=min(most, first * (1 << min(self._line_failures, 8))))
        self._line_failures += 1
        at = now + max(wait, asked or wait)
        return next_try(1, one.created_at, now) and at
