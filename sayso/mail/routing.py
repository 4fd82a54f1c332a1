"""Routing mail: each mail that was read goes where it belongs, in one transaction with its row in the inbox.

Who is answering comes from the letter's own token, never from the sender's address. A reply from another address than
the one written to is that person's own conversation; a mail without a token never joins one that exists.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from feedback.conversation.mail_replies import CONSENT
from feedback.conversation.messages import Inbound
from feedback.flows.model import Flow
from feedback.folding import fold
from feedback.hearing.consent import consent_in
from feedback.listening.answer_parser import command_in
from mail.classify.reply_tokens import BOUNCE
from mail.model.expected_answers import ParsedReply, SentLetter, load_sent
from mail.model.parsed_mail import DeliveryFailure
from sayso.core.conversation_service import ConversationService, Opening
from sayso.core.flow_registry import OPEN_DOOR
from sayso.core.ports import MessageOutcome
from sayso.mail.arrived import Arrived, tokens_of
from sayso.mail.envelope import unpack
from sayso.mail.opting_out import OptOut
from sayso.mail.pausing import came_back
from sayso.mail.reading import dump_reading, load_reading
from sayso.mail.wishes import Wish, wish_in
from storage.alerts import alert_log
from storage.conversations import store
from storage.conversations.store import StoredConversation
from storage.messages import inbox, incoming_mail, outgoing_mail, suppression_list
from storage.messages.inbox import QueuedMessage
from storage.messages.incoming_mail import IncomingMail
from storage.messages.outgoing_mail import CHANNEL, AnsweredLetter
from storage.people import invitations, people

MOST_HOPS = 25
"""Servers on the way of a mail, after which it runs in a circle."""
_ASKED_BACK = ("delete", "stop")
"""What a conversation asks before it deletes."""


class MailRouter:
    """Takes mails in. Everything here runs inside the caller's transaction."""

    def __init__(self, conversations: ConversationService, now: Callable[[], datetime]) -> None:
        self._conversations = conversations
        self._vault = conversations.vault
        self._words = conversations.registry.words
        self._opt_out = OptOut(conversations)
        self._now = now

    def take(self, tx: Connection, row: QueuedMessage) -> MessageOutcome:
        """Apply one mail, or file it as no feedback. Nothing is thrown away: the original is kept beside it."""
        arrived = self._arrived(tx, row)
        if incoming_mail.is_known(tx, self._vault, copy=arrived.copy):
            inbox.done(tx, inbox_id=row.id, state="duplicate", now=arrived.now)
        # Before what is unwanted: a bounce may name no sender, and would be filed unread.
        elif arrived.understood.kind == "bounce":
            self._came_back(tx, arrived)
        elif self._is_unwanted(arrived) or (self._is_to_staff(tx, arrived) and not arrived.is_cry):
            self._file(tx, arrived)
        elif arrived.wish and arrived.wish.leave != "delete" and arrived.wish.is_sure:
            self._leave(tx, arrived, arrived.wish)
        elif arrived.understood.kind not in ("reply", "new") and not arrived.is_locked:
            self._file(tx, arrived)
        else:
            self._hear(tx, arrived)
        return MessageOutcome()

    def _leave(self, tx: Connection, arrived: Arrived, wish: Wish) -> None:
        """Do at once what a mail about leaving asks for. What may be a cry is heard as well, and answered."""
        match wish.leave:
            case "bereaved" | "wrong-person":
                self._opt_out.end(tx, arrived, wish.leave)
            case _:
                self._opt_out.stop(tx, arrived)
        if wish.leave == "stop" and arrived.is_cry:
            self._hear(tx, arrived)
        else:
            self._file(tx, arrived, state="applied")

    def _arrived(self, tx: Connection, row: QueuedMessage) -> Arrived:
        reading = load_reading(inbox.open_reading(tx, self._vault, waiting=row))
        mail = unpack(inbox.open_raw(tx, self._vault, row))
        letter = outgoing_mail.by_id(tx, self._vault, letter_id=reading.letter_id) if reading.letter_id else None
        invitation_id = letter.invitation_id if letter else reading.invitation_id
        invited = invitations.by_id(tx, invitation_id=invitation_id) if invitation_id else None
        contact_id = self._same_contact(tx, letter, reading.understood.sender)
        arrived = Arrived(row, mail, reading, letter, invited, contact_id, self._now())
        wish = wish_in(reading, arrived.asked, self._words)
        return replace(arrived, wish=wish or self._wish_asked_back(tx, arrived))

    def _wish_asked_back(self, tx: Connection, arrived: Arrived) -> Wish | None:
        """Return what a plain yes means to whoever was asked whether their letters should stop."""
        is_yes = self._words.yesno.get(fold(arrived.asked)) == "yes"
        return Wish("stop", is_sure=True) if is_yes and self._opt_out.is_asked(tx, arrived) else None

    def _same_contact(self, tx: Connection, letter: AnsweredLetter | None, sender: str) -> str | None:
        if letter is None or letter.contact_id is None or not sender:
            return None
        lookup = outgoing_mail.lookup_of(tx, contact_id=letter.contact_id)
        return letter.contact_id if lookup == self._lookup(sender) else None

    def _lookup(self, address: str) -> bytes:
        return self._vault.lookup(CHANNEL, address.casefold())

    def _is_unwanted(self, arrived: Arrived) -> bool:
        """Mail that nobody asked for and nobody answers: from the junk folder, going in circles, or from no address."""
        is_ours = arrived.letter is not None or arrived.invited is not None
        is_lost = not arrived.understood.sender or arrived.understood.hops > MOST_HOPS
        return is_lost or (arrived.mail.is_junk and not is_ours)

    def _is_to_staff(self, tx: Connection, arrived: Arrived) -> bool:
        """Whether a mail answers an alert to one of the team: that is nobody's feedback, unless it may be a cry."""
        return arrived.letter is not None and alert_log.is_alert(tx, outbox_id=arrived.letter.outbox_id)

    def _came_back(self, tx: Connection, arrived: Arrived) -> None:
        """A report that our letter did not arrive, or was unwanted. Without our token it says nothing about anybody."""
        letter, told = arrived.letter, arrived.understood
        lookup = outgoing_mail.lookup_of(tx, contact_id=letter.contact_id) if letter and letter.contact_id else None
        if letter is not None and lookup is not None:
            if told.is_complaint and self._is_about(told.complaints, lookup):
                suppression_list.suppress(tx, lookup=lookup, why="complaint", now=arrived.now)
            if failure := self._failure(arrived, letter, lookup):
                self._note_failure(tx, letter, lookup, failure, arrived.now)
        elif letter is not None and arrived.understood.failures and self._is_to_staff(tx, arrived):
            klass = arrived.understood.failures[0].klass
            if klass != "temporary":
                suppression_list.bounced(tx, outbox_id=letter.outbox_id, klass=klass, now=arrived.now)
        self._file(tx, arrived)

    def _is_about(self, addresses: tuple[str, ...], lookup: bytes) -> bool:
        """Return whether a report is about whom the letter was written to. Many providers name nobody."""
        return not addresses or any(self._lookup(address) == lookup for address in addresses)

    def _failure(self, arrived: Arrived, letter: AnsweredLetter, lookup: bytes) -> DeliveryFailure | None:
        """Return why a letter came back: by a report that names whom it was written to, or that came to its own address.

        Servers forward, and then name others: that those are gone says only that this letter did not arrive.
        """
        failures = arrived.understood.failures
        for named in failures:
            if self._lookup(named.address) == lookup:
                return named
        if not failures or f"{BOUNCE}{self._vault.token_of(letter.id)}" not in tokens_of(arrived):
            return None
        is_gone = failures[0].klass == "gone"
        return replace(failures[0], address="", klass="unknown" if is_gone else failures[0].klass)

    def _note_failure(
        self, tx: Connection, letter: AnsweredLetter, lookup: bytes, failure: DeliveryFailure, now: datetime
    ) -> None:
        suppression_list.failed(tx, lookup=lookup, klass=failure.klass, now=now, outbox_id=letter.outbox_id)
        if failure.klass == "temporary" and failure.fault != "provider":
            return
        if failure.fault == "provider" and not failure.status.startswith("5"):
            return  # it is still being tried there
        back = suppression_list.bounced(
            tx, outbox_id=letter.outbox_id, klass=failure.klass, now=now, fault=failure.fault
        )
        if back and failure.address and failure.fault in ("us", "provider"):
            came_back(tx, self._vault, letter.outbox_id, failure, now)
        if failure.klass == "gone" and letter.contact_id:
            people.set_blocked(tx, contact_id=letter.contact_id, at=now)

    def _hear(self, tx: Connection, arrived: Arrived) -> None:
        """A person's words: into their conversation, which begins with them if need be."""
        sender = arrived.understood.sender.casefold()
        if arrived.is_verified:
            suppression_list.arrived(tx, lookup=self._lookup(sender))
        is_told = self._says_delete(arrived) and self._opt_out.wait_for_deletion(tx, arrived)
        if arrived.wish is None and not is_told:
            self._opt_out.go_on(tx, arrived)
        if command_in(arrived.asked, self._words) == "start":
            self._opt_out.resume(tx, arrived)
        held, lookup = self._conversation(tx, arrived, sender), self._opt_out.lookup_of(tx, arrived)
        inbound = self._inbound(arrived, held)
        after = self._conversations.take(tx, held, inbound, arrived.now, arrived.row.id)
        is_kept = store.load(tx, self._vault, conversation_id=after.conversation.id) is not None
        if is_kept:
            self._keep(tx, arrived, after)
        elif held.conversation.aside in _ASKED_BACK:
            self._opt_out.leave_erased(tx, arrived, lookup)
        if arrived.wish and not arrived.wish.is_sure and arrived.wish.leave != "delete":
            self._opt_out.hold(tx, arrived, after.conversation.id)

    def _conversation(self, tx: Connection, arrived: Arrived, sender: str) -> StoredConversation:
        contact_id = arrived.contact_id or people.contact_for(
            tx, self._vault, channel=CHANNEL, address=sender, now=arrived.now
        )
        held = self._known(tx, arrived, contact_id) or self._begin(tx, arrived, contact_id)
        return replace(held, contact_id=contact_id)

    def _known(self, tx: Connection, arrived: Arrived, contact_id: str) -> StoredConversation | None:
        """Return the conversation that this letter is about, or that this link began, with this very contact.

        What our mail server doubts joins nothing that was proved, but may ask there for everything to be deleted.
        """
        letter = arrived.letter
        if letter and letter.conversation_id:
            held = store.load(tx, self._vault, conversation_id=letter.conversation_id)
            if held and contact_id in (letter.contact_id, held.contact_id) and self._may_join(tx, arrived, held):
                return held
        if arrived.invited is None:
            return None
        theirs = {"invitation_id": arrived.invited.id, "contact_id": contact_id}
        if not arrived.reading.is_doubted:
            return store.of_invitation(tx, self._vault, **theirs, is_verified=arrived.is_verified or None)
        proved = store.of_invitation(tx, self._vault, **theirs, is_verified=True)
        if proved and self._may_delete(arrived, proved):
            return proved
        begun = store.of_invitation(tx, self._vault, **theirs, is_verified=False)
        return begun if begun and (letter or self._is_all_in_doubt(tx, begun)) else None

    def _is_all_in_doubt(self, tx: Connection, held: StoredConversation) -> bool:
        """Whether every mail of a conversation was in doubt: one to a printed link may go on there, and nowhere else."""
        stored = incoming_mail.of_conversation(tx, self._vault, conversation_id=held.conversation.id)
        return stored != () and all(mail.heard and load_reading(mail.heard).is_doubted for mail in stored)

    def _may_join(self, tx: Connection, arrived: Arrived, held: StoredConversation) -> bool:
        """Whether a mail may go on with a conversation that its letter is about."""
        if not arrived.reading.is_doubted or self._may_delete(arrived, held):
            return True
        return not incoming_mail.is_verified(tx, conversation_id=held.conversation.id)

    def _may_delete(self, arrived: Arrived, held: StoredConversation) -> bool:
        """Whether a mail in doubt is about deleting all: it may ask, and it may say yes to the letter that asks back.

        That letter went to the person's own mailbox: whoever has its token reads there.
        """
        if arrived.contact_id is None:
            return False
        if held.conversation.aside in _ASKED_BACK:
            return any(item.about in _ASKED_BACK for item in _sent(arrived.letter).items)
        return self._says_delete(arrived)

    def _says_delete(self, arrived: Arrived) -> bool:
        is_wish = arrived.wish is not None and arrived.wish.leave == "delete"
        return is_wish or command_in(arrived.asked, self._words) == "delete"

    def _begin(self, tx: Connection, arrived: Arrived, contact_id: str) -> StoredConversation:
        flow = self._flow(tx, arrived)
        has_letter = arrived.letter is not None and arrived.letter.sent is not None
        opening = Opening(flow, contact_id, CHANNEL, arrived.now, arrived.invited, has_letter, not arrived.is_verified)
        return self._conversations.begin(tx, opening)

    def _flow(self, tx: Connection, arrived: Arrived) -> Flow:
        registry = self._conversations.registry
        if arrived.letter and arrived.letter.version_id:
            return registry.pinned(tx, arrived.letter.version_id)
        named = registry.named(arrived.invited.flow if arrived.invited else OPEN_DOOR)
        return named or registry.default

    def _inbound(self, arrived: Arrived, held: StoredConversation) -> Inbound:
        words, told = arrived.words, arrived.understood
        name = self._vault.hash_message(CHANNEL, told.message_id) if told.message_id else ""  # it may hold an address
        plain = Inbound(CHANNEL, "text", arrived.row.received_at, text=words, message=name, whole=True)
        if not words:
            return replace(plain, kind="media", media="document" if told.attachments else "mail")
        if command_in(arrived.asked, self._words):
            return replace(plain, text=arrived.asked)
        if self._says_delete(arrived):
            return replace(plain, kind="command", command="delete", text=words if arrived.is_cry else "")
        return self._answering(arrived, held, plain)

    def _answering(self, arrived: Arrived, held: StoredConversation, plain: Inbound) -> Inbound:
        """Return the words of a mail with what each of them answers."""
        words, heard, sent = arrived.words, arrived.reading.heard, _sent(arrived.letter)
        if len(sent.items) == 1 and heard and heard.grade != "unsure":
            # "1. yes" to the only question.
            is_numbered = len(heard.slots) == 1 and not heard.comment and not arrived.in_files
            return replace(plain, seen=sent.items[0].about, text=heard.slots[0].text if is_numbered else words)
        if not held.conversation.is_greeted and self._is_late_yes(arrived):
            return plain
        if heard is None or not held.conversation.is_greeted:
            return replace(plain, kind="letter", beside=words)
        if not heard.slots and self._is_about_consent(arrived.asked, sent, held):
            return replace(plain, kind="letter", answers=((CONSENT, arrived.asked),), beside=arrived.in_files)
        beside = "\n\n".join(part for part in (heard.comment, arrived.in_files) if part)
        return replace(plain, kind="letter", answers=_answers(heard), beside=beside)

    def _is_late_yes(self, arrived: Arrived) -> bool:
        """Return whether a yes answers a letter about words that are erased by now: whoever wrote is told so."""
        return bool(arrived.letter and arrived.letter.conversation_id) and consent_in(arrived.asked)[0] == "yes"

    def _is_about_consent(self, words: str, sent: SentLetter, held: StoredConversation) -> bool:
        """A yes or no alone answers the first question, where that is whether we may keep the answers at all.

        A letter with help says that we need a yes, and asks nothing: a no to it may mean anything.
        """
        is_first = not sent.items or sent.items[0].about == CONSENT
        said, is_sure = consent_in(words)
        said = self._words.yesno.get(fold(words), said if is_sure else "")
        return (
            held.conversation.stage == CONSENT and is_first and (said == "yes" or (said == "no" and bool(sent.items)))
        )

    def _file(self, tx: Connection, arrived: Arrived, state: inbox.Done = "not-feedback") -> None:
        self._keep(tx, arrived, None)
        inbox.done(tx, inbox_id=arrived.row.id, state=state, now=arrived.now)

    def _keep(self, tx: Connection, arrived: Arrived, held: StoredConversation | None) -> None:
        heard = arrived.reading.heard
        incoming_mail.keep(
            tx,
            self._vault,
            IncomingMail(
                inbox_id=arrived.row.id,
                kind=arrived.understood.kind,
                original=arrived.mail.text,
                heard=dump_reading(replace(arrived.reading, taken_at=arrived.now)),
                received_at=arrived.row.received_at,
                copy=arrived.copy,
                message_id=arrived.understood.message_id,
                grade=heard.grade if heard else "exact",
                is_verified=arrived.is_verified,
                is_junk=arrived.mail.is_junk,
                is_whole=arrived.mail.is_whole,
                letter_id=arrived.letter.id if arrived.letter else None,
                conversation_id=held.conversation.id if held else None,
                person_id=held.person_id if held else None,
                leave=arrived.told,
            ),
        )


def _sent(letter: AnsweredLetter | None) -> SentLetter:
    return load_sent(letter.sent) if letter and letter.sent else SentLetter("")


def _answers(heard: ParsedReply) -> tuple[tuple[str, str], ...]:
    return tuple((slot.about, slot.text) for slot in heard.slots)
