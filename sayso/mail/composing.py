"""What a message becomes as a letter: its questions, its names, and the lines about who writes and how to stop."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from feedback.conversation.mail_replies import CONSENT
from feedback.conversation.messages import Outbound
from feedback.conversation.prompts import PROPOSED, is_proposal
from feedback.flows.model import Flow
from feedback.flows.words import Words
from mail.classify.reply_tokens import bounce_to, domain_of, message_id
from mail.model.expected_answers import LetterItem, LetterKind
from mail.outgoing.layout import Envelope
from mail.outgoing.mime_builder import ComposedLetter, compose
from mail.outgoing.text import (
    SUBJECT_LONGEST,
    Letter,
    item_of,
    items_left,
    letter_for,
    letter_for_flow,
    letter_to_staff,
)
from sayso.core.conversation_service import ConversationService
from sayso.mail.file_notes import notes_on
from storage.conversations import store
from storage.conversations.store import StoredConversation
from storage.db.errors import KeyErased
from storage.messages import outbox, outgoing_mail
from storage.messages.outgoing_mail import QueuedLetter
from storage.people import invitations
from storage.people.invitations import Invitation


@dataclass(frozen=True)
class LetterSender:
    """In whose name letters go out. `mail_address` is where replies come; `public_url` leads to the web pages."""

    mail_address: str
    organisation: str
    public_url: str


@dataclass(frozen=True)
class DraftLetter:
    """A composed letter, with its id and the version of the flow that it asks."""

    id: str
    composed: ComposedLetter
    version_id: str | None


class MailComposer:
    """Composes letters. Runs inside the caller's transaction, and keeps nothing."""

    def __init__(self, conversations: ConversationService, sign: LetterSender) -> None:
        self._conversations = conversations
        self._vault = conversations.vault
        self._words = conversations.registry.words
        self._sign = sign

    def message_id(self, letter_id: str) -> str:
        """Return the Message-ID of a letter: the same each time, and signed."""
        return message_id(letter_id, domain_of(self._sign.mail_address), self._vault.sign)

    def bounce_address(self, letter_id: str) -> str:
        """Return the envelope sender of a letter, to which failed deliveries come."""
        return bounce_to(self._sign.mail_address, self._vault.token_of(letter_id))

    def draft(self, tx: Connection, one: QueuedLetter, *, letter_id: str, to: str, now: datetime) -> DraftLetter:
        """Return the letter for a message. Raises KeyErased where its words are gone, GiveUp for a hopeless address."""
        invited = self._invitation(tx, one)
        is_first = one.conversation_id is None and invited is not None
        held = self._held(tx, one)
        letter, flow = self._invite(one, invited) if is_first and invited else self._reply(tx, one, held)
        envelope = self._envelope(tx, one, letter_id, to, now)
        envelope = replace(envelope, campaign=flow.name if flow else "feedback", nation=_nation(held, invited))
        if invited:
            page = f"{self._sign.public_url}/i/{self._vault.token_of(invited.id)}"
            envelope = replace(envelope, page_url=page)
        return DraftLetter(letter_id, compose(letter, envelope, self._words), flow.version_id if flow else None)

    def _invitation(self, tx: Connection, one: QueuedLetter) -> Invitation | None:
        return invitations.by_id(tx, invitation_id=one.invitation_id) if one.invitation_id else None

    def _invite(self, one: QueuedLetter, invited: Invitation) -> tuple[Letter, Flow | None]:
        flow = self._conversations.registry.named(invited.flow)
        if flow is None:
            raise KeyErased("The flow of this invitation is gone.")
        kind: LetterKind = "reminder" if one.kind == "reminder" else "invitation"
        named = self._sign.organisation
        letter = letter_for_flow(flow, self._words, organisation=named, place=invited.place, kind=kind)
        return (replace(letter, items=letter.items[:1]) if invited.is_series else letter), flow

    def _reply(self, tx: Connection, one: QueuedLetter, held: StoredConversation | None) -> tuple[Letter, Flow | None]:
        outbound = outbox.message(tx, self._vault, one.row)
        if outbound.kind == "alert":
            return letter_to_staff(outbound), None
        flow = self._conversations.registry.pinned(tx, held.conversation.version_id) if held else None
        items = _items(outbound, flow, held, self._words) if flow and held else ()
        letter = letter_for(outbound, self._words, organisation=self._sign.organisation, items=items)
        is_again = bool(self._earlier(tx, one))
        if len(items) > 1 and items[0].about == CONSENT and (is_again or _is_unasked(tx, held)):
            letter = self._consent_alone(outbound, items[0])
        noted = replace(letter, opening=(*letter.opening, *notes_on(tx, self._vault, self._words, one)))
        return (replace(noted, subject=self._again()) if is_again else noted), flow

    def _consent_alone(self, outbound: Outbound, consent: LetterItem) -> Letter:
        """Return a letter that asks for consent alone.

        The person has all the other questions in an earlier one, or wrote by themselves and was asked for none.
        """
        letter = letter_for(outbound, self._words, organisation=self._sign.organisation, items=(consent,))
        return replace(letter, opening=(*letter.opening, self._words.say("mail_others_wait")))

    def _again(self) -> str:
        """Return the subject of the first letter again, so that mail programs show an exchange as one."""
        asked = self._words.say(
            "mail_subject_invitation", organisation=self._sign.organisation or self._words.say("mail_us")
        )
        return f"Re: {asked}"[:SUBJECT_LONGEST]

    def _held(self, tx: Connection, one: QueuedLetter) -> StoredConversation | None:
        if one.conversation_id is None:
            return None
        return store.load(tx, self._vault, conversation_id=one.conversation_id)

    def _envelope(self, tx: Connection, one: QueuedLetter, letter_id: str, to: str, now: datetime) -> Envelope:
        token = self._vault.token_of(letter_id)
        earlier = self._earlier(tx, one)
        return Envelope(
            from_address=self._sign.mail_address,
            to=to,
            token=token,
            message_id=self.message_id(letter_id),
            at=now,
            boundary=secrets.token_hex(16),
            organisation=self._sign.organisation,
            in_reply_to=earlier,
            references=(earlier,) if earlier else (),
            public_url=self._sign.public_url,
            stop_url=f"{self._sign.public_url}/stop/{token}",
        )

    def _earlier(self, tx: Connection, one: QueuedLetter) -> str:
        """Return the Message-ID of the letter with which this exchange began, so that programs show them together."""
        found = None
        if one.conversation_id:
            found = outgoing_mail.first_of_conversation(tx, conversation_id=one.conversation_id)
        if found is None and one.invitation_id and one.kind == "reminder":
            first = outgoing_mail.by_invitation(tx, self._vault, invitation_id=one.invitation_id)
            found = first.id if first else None
        return self.message_id(found) if found else ""


def _is_unasked(tx: Connection, held: StoredConversation | None) -> bool:
    """Return whether somebody wrote by themselves: nobody asked them anything, so one question is enough."""
    return held is not None and not store.is_invited(tx, conversation_id=held.conversation.id)


def _nation(held: StoredConversation | None, invited: Invitation | None) -> str:
    """Return where the numbers for help have to be good: where the person says they are, else where we think so."""
    return (held.conversation.nation if held else "") or (invited.nation if invited else "")


def _items(outbound: Outbound, flow: Flow, held: StoredConversation, words: Words) -> tuple[LetterItem, ...]:
    """Return everything that is still open, consent first; with the questions that may yet become this person's."""
    if not outbound.rest:
        return ()
    asked = [item_of(prompt, words) for prompt in outbound.rest if prompt.about == CONSENT]
    consent = tuple(item for item in asked if item)
    left = items_left(flow, words, held.conversation.answers, place=held.conversation.place)
    told = {prompt.about: item_of(prompt, words) for prompt in outbound.rest if is_proposal(prompt.about)}
    shown = (told.get(f"{PROPOSED}{item.about}") or item for item in left)
    return tuple(replace(item, number=number) for number, item in enumerate((*consent, *shown), 1))
