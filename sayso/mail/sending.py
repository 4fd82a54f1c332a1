"""Letters on their way out: what is due becomes a letter, is kept word for word, and leaves at a decent pace.

Suppression is looked up in the transaction that marks a letter as being sent, so that a STOP stored before it always
wins. The letter of a second try is the one of the first, to the byte: same Message-ID, same date.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from sqlalchemy import Connection

from feedback.channels import EMAIL
from feedback.errors import GiveUp
from mail.model.expected_answers import dump_sent
from sayso.core.conversation_service import ConversationService
from sayso.core.ports import OutgoingMessage
from sayso.mail.composing import MailComposer
from sayso.mail.sending_policy import OURS_TO_START, MailPolicy
from storage.db.errors import KeyErased
from storage.db.ids import new_id
from storage.messages import outbox, outgoing_mail
from storage.messages.outgoing_mail import QueuedLetter, WrittenLetter

_CLAIMED = 20
"""Letters on their way at the same time; most of them wait for one of the connections."""
_LOOKED_AT = 500
"""Letters that are looked at for each lot: where many wait for their provider, those behind them must not wait too."""
_PACE = timedelta(minutes=1)
"""No pace lets a letter wait for longer: those behind it are looked at in the next lot."""


class MailTransport(Protocol):
    """What carries one letter to the mail server (`mail.outgoing.smtp.SmtpSender`)."""

    async def send(self, *, sender: str, to: str, raw: bytes) -> str:
        """Return the server's answer. Raises LetterDeferred or LetterRefused."""
        ...


class MailQueue:
    """What waits to go out as letters. One claims at a time, so the pace holds."""

    at_once = _CLAIMED
    lease = EMAIL.name
    """Whoever takes mail in also sends it: one pace, one line to the mail server."""

    def __init__(
        self, conversations: ConversationService, composer: MailComposer, transport: MailTransport, policy: MailPolicy
    ) -> None:
        self._conversations = conversations
        self._composer = composer
        self._transport = transport
        self.policy = policy
        self._put_aside = 0
        """Letters that were put off for longer than the pace of a domain asks for."""

    def recover(self, tx: Connection) -> int:
        """Let letters that were being sent when the program ended wait again, as doubtful; return how many."""
        return outbox.recover_by_email(tx)

    def claim(self, tx: Connection, now: datetime, limit: int) -> Sequence[OutgoingMessage]:
        """Mark letters as being sent, composed if this is their first try; settle or put off those that may not go."""
        found: list[OutgoingMessage] = []
        for _ in range(_LOOKED_AT // _CLAIMED):
            waiting = outgoing_mail.waiting(tx, now=now, limit=limit - len(found))
            before = self._put_aside
            found += [letter for one in waiting if (letter := self._prepare(tx, one, now))]
            if self._put_aside == before or len(found) >= limit:
                break
        return found

    def _prepare(self, tx: Connection, one: QueuedLetter, now: datetime) -> OutgoingMessage | None:
        try:
            to = outgoing_mail.address(tx, self._conversations.vault, one)
            hold = self.policy.hold(tx, one, to, now)
            if why := self.policy.why_barred(tx, one, to, now):
                outbox.refused(tx, outbox_id=one.outbox_id, reason=why, now=now)
            elif hold:
                self._put_aside += hold.until - now > _PACE
                reason = hold.reason or one.reason
                outbox.put_off(tx, outbox_id=one.outbox_id, next_at=hold.until, doubtful=False, reason=reason)
            else:
                return self._start(tx, one, to, now)
        except (KeyErased, GiveUp) as gone:
            reason = "erased" if isinstance(gone, KeyErased) else str(gone)
            outbox.refused(tx, outbox_id=one.outbox_id, reason=reason, now=now)
        return None

    def _start(self, tx: Connection, one: QueuedLetter, to: str, now: datetime) -> OutgoingMessage:
        letter_id, raw = self._written(tx, one, to, now)
        self.policy.leaves(tx, one, to, now)
        outgoing_mail.start(tx, outbox_id=one.outbox_id, now=now)
        return OutgoingMessage(
            one.outbox_id,
            one.contact_id,
            one.conversation_id,
            one.tries + 1,
            one.is_doubtful,
            one.first_tried_at or now,
            to,
            partial(self._send, letter_id, to, raw),
            is_own=one.kind in OURS_TO_START,
        )

    def _written(self, tx: Connection, one: QueuedLetter, to: str, now: datetime) -> tuple[str, bytes]:
        """Return the letter of an earlier try, or compose it now and keep it before anything is sent."""
        vault = self._conversations.vault
        letter_id, raw = outgoing_mail.raw(tx, vault, outbox_id=one.outbox_id) or (new_id(), None)
        if raw is not None:
            return letter_id, raw.encode("latin-1")
        draft = self._composer.draft(tx, one, letter_id=letter_id, to=to, now=now)
        composed = draft.composed
        written = WrittenLetter(
            draft.id, composed.message_id, dump_sent(composed.sent), composed.raw.decode("latin-1"), draft.version_id
        )
        outgoing_mail.keep(tx, vault, one=one, written=written, now=now)
        return draft.id, composed.raw

    async def _send(self, letter_id: str, to: str, raw: bytes) -> str:
        answer = await self._transport.send(sender=self._composer.bounce_address(letter_id), to=to, raw=raw)
        self.policy.line_works()
        return answer
