"""Opting out: no more letters for whoever wants none, has died, or was never the person we meant to write to."""

from datetime import datetime

from sqlalchemy import Connection

from feedback.conversation.messages import Outbound
from sayso.core.conversation_service import ConversationService
from sayso.mail.arrived import Arrived, tokens_of
from storage.audit import audit_log
from storage.audit.audit_log import AuditRecord
from storage.messages import outbox, outgoing_mail, suppression_list
from storage.messages.outbox import Destination
from storage.messages.outgoing_mail import CHANNEL, AnsweredLetter
from storage.messages.suppression_list import Why
from storage.people import contacts, invitations, people

_ASKED = "They may want no more letters, and were asked."
_WANTS_DELETED = "They want their words deleted, and were asked whether they are sure."


class OptOut:
    """Ends letters. Everything here runs inside the caller's transaction."""

    def __init__(self, conversations: ConversationService) -> None:
        self._conversations = conversations
        self._vault = conversations.vault
        self._words = conversations.registry.words

    def stop_by_link(self, tx: Connection, *, token: str, now: datetime) -> bool:
        """Send no more letters to whom the letter with this token was written. False for an unknown token."""
        letter = outgoing_mail.by_token(tx, self._vault, token=token)
        if letter is None:
            return False
        self.send_no_more(tx, letter, now)
        return True

    def resume_by_link(self, tx: Connection, *, token: str, now: datetime) -> bool:
        """Let letters go again to whoever got this one and stopped them. False for an unknown token."""
        letter = outgoing_mail.by_token(tx, self._vault, token=token)
        lookup = outgoing_mail.lookup_of(tx, contact_id=letter.contact_id) if letter and letter.contact_id else None
        self._resume(tx, lookup, now)
        return letter is not None

    def resume(self, tx: Connection, arrived: Arrived) -> None:
        """Let letters go again to whoever stopped them and answers one of them with START."""
        self._resume(tx, self.lookup_of(tx, arrived), arrived.now)

    def _resume(self, tx: Connection, lookup: bytes | None, now: datetime) -> None:
        if lookup is not None and suppression_list.lift(tx, lookup=lookup):
            deed = AuditRecord("whoever got the letter", "asked for letters again")
            audit_log.record(tx, self._vault, deed, now=now)

    def stop(self, tx: Connection, arrived: Arrived) -> None:
        """Act at once where our own letter is answered; else ask first, for anybody can write a name."""
        letter = arrived.letter
        if letter is not None and self._is_theirs(tx, arrived, letter):
            self.send_no_more(tx, letter, arrived.now)
        elif asked := self._contact_of(tx, arrived) or (letter and letter.contact_id):
            self._write(tx, Destination(channel=CHANNEL, turn=0, now=arrived.now, contact_id=asked), "mail_stop_sure")

    def hold(self, tx: Connection, arrived: Arrived, conversation_id: str) -> None:
        """Ask once whether letters should stop, and send no others meanwhile. The question belongs to a conversation.

        Nobody is asked who may have told us of a death: staff see to that.
        """
        letter, lookup = arrived.letter, self.lookup_of(tx, arrived)
        if letter is None or lookup is None:
            return
        if suppression_list.suppress(tx, lookup=lookup, why="asked", now=arrived.now):
            if not arrived.is_cry:  # a letter with help goes out all the same
                outbox.give_up(tx, contact_id=str(letter.contact_id), reason=_ASKED, now=arrived.now)
            if arrived.wish is not None and arrived.wish.leave == "bereaved":
                return
            post = Destination(CHANNEL, 0, arrived.now, conversation_id=conversation_id, contact_id=letter.contact_id)
            self._write(tx, post, "mail_leave_sure")

    def wait_for_deletion(self, tx: Connection, arrived: Arrived) -> bool:
        """Send nothing but replies to somebody who wants their words deleted, until they say whether they are sure.

        Returns False where this may be somebody else, who is asked in the mailbox of the letter.
        """
        letter, lookup = arrived.letter, self.lookup_of(tx, arrived)
        if letter is None or lookup is None:
            return False
        suppression_list.suppress(tx, lookup=lookup, why="asked", now=arrived.now)
        outbox.give_up(tx, contact_id=str(letter.contact_id), reason=_WANTS_DELETED, now=arrived.now)
        return True

    def leave_erased(self, tx: Connection, arrived: Arrived, lookup: bytes | None) -> None:
        """Invite nobody again who had their words deleted. `lookup` is of before: the contact may be gone."""
        if lookup is not None:
            suppression_list.suppress(tx, lookup=lookup, why="stop", now=arrived.now)

    def is_asked(self, tx: Connection, arrived: Arrived) -> bool:
        """Return whether this comes from somebody who was asked whether their letters should stop."""
        lookup = self.lookup_of(tx, arrived)
        return lookup is not None and suppression_list.why(tx, lookup=lookup) == "asked"

    def go_on(self, tx: Connection, arrived: Arrived) -> None:
        """Let letters go again to somebody who was asked, and said something else."""
        if (lookup := self.lookup_of(tx, arrived)) is not None:
            suppression_list.go_on(tx, lookup=lookup)

    def end(self, tx: Connection, arrived: Arrived, why: Why) -> None:
        """Write nothing more, not even a goodbye, after a death or to a wrong person. Staff see the mail itself.

        A mail that may be in somebody else's name changes nothing: staff alone are told, and nobody is asked.
        """
        letter, contact_id = arrived.letter, self._contact_of(tx, arrived)
        if letter is not None and self._is_theirs(tx, arrived, letter):
            contact_id = letter.contact_id
        elif arrived.reading.is_doubted:
            return
        lookup = outgoing_mail.lookup_of(tx, contact_id=contact_id) if contact_id else None
        if contact_id is None or lookup is None:
            return
        suppression_list.suppress(tx, lookup=lookup, why=why, now=arrived.now)
        outbox.give_up(tx, contact_id=contact_id, reason=f"No letters go to this address: {why}.", now=arrived.now)
        if letter is not None and letter.contact_id == contact_id:
            self._close(tx, letter, arrived.now)

    def send_no_more(self, tx: Connection, letter: AnsweredLetter, now: datetime) -> None:
        """Send no more letters to whom a letter was written, and say so once."""
        lookup = outgoing_mail.lookup_of(tx, contact_id=letter.contact_id) if letter.contact_id else None
        if lookup is None or letter.contact_id is None:
            return
        is_new = suppression_list.suppress(tx, lookup=lookup, why="stop", now=now)
        outbox.give_up(tx, contact_id=letter.contact_id, reason="No letters go to this address: stop.", now=now)
        if letter.conversation_id:
            self._conversations.tell(tx, letter.conversation_id, "blocked", now)
        if is_new:
            self._write(tx, Destination(channel=CHANNEL, turn=0, now=now, contact_id=letter.contact_id), "mail_stopped")

    def _close(self, tx: Connection, letter: AnsweredLetter, now: datetime) -> None:
        """Let nobody be reminded of what a letter was about, and nobody begin by its link."""
        if letter.invitation_id:
            invitations.close(tx, invitation_id=letter.invitation_id, now=now)
        if letter.conversation_id:
            self._conversations.tell(tx, letter.conversation_id, "blocked", now)

    def lookup_of(self, tx: Connection, arrived: Arrived) -> bytes | None:
        """Return by what the address of the letter is known, where this is surely by whom it was written to."""
        letter = arrived.letter
        if letter is None or letter.contact_id is None or not self._is_theirs(tx, arrived, letter):
            return None
        return outgoing_mail.lookup_of(tx, contact_id=letter.contact_id)

    def _contact_of(self, tx: Connection, arrived: Arrived) -> str | None:
        sender = arrived.understood.sender.casefold()
        return people.contact_of_address(tx, self._vault, channel=CHANNEL, address=sender)

    def _is_theirs(self, tx: Connection, arrived: Arrived, letter: AnsweredLetter) -> bool:
        """Return whether a mail is by whom the letter was written to, at whichever of their addresses."""
        return arrived.is_verified or self._is_by_alias(tx, arrived, letter)

    def _is_by_alias(self, tx: Connection, arrived: Arrived, letter: AnsweredLetter) -> bool:
        """From elsewhere to the very address of the letter: the same person, unless we write to that one too."""
        contact_id = self._contact_of(tx, arrived)
        is_to_it = set(tokens_of(arrived)) == {self._vault.token_of(letter.id)}
        is_another = contact_id and contact_id != letter.contact_id and contacts.is_member(tx, contact_id=contact_id)
        return is_to_it and not is_another

    def _write(self, tx: Connection, post: Destination, key: str) -> None:
        """Queue one short letter."""
        outbox.queue(tx, self._vault, post, (Outbound(self._words.say(key), kind="farewell"),))
