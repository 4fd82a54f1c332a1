"""What `sayso demo` shows: invented people take part through the real inbox, worker and conversations.

Time is a clock that goes from nine weeks ago to now; people who come on the same day write side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count, groupby

from sqlalchemy import Connection

from feedback.channels import EMAIL, TELEGRAM
from feedback.conversation.messages import Inbound, Prompt
from feedback.conversation.prompts import open_prompt
from feedback.conversation.state import OPEN_STAGES
from feedback.errors import UnreadableMessage
from mail.model.parsed_mail import ParsedMail
from sayso.channels.registry import switched_off
from sayso.core.conversation_service import ConversationService
from sayso.core.flow_registry import FlowRegistry
from sayso.core.intake import Intake
from sayso.core.store import Store
from sayso.core.wakeup import Signals
from sayso.demo.organisations import tidy
from sayso.demo.payments import offer
from sayso.demo.people import EARLY, EARLY_TOO, GROUPS, DemoPerson, people
from sayso.demo.replies import DemoGuest, GuestAction, mail_of, message_of
from sayso.demo.team import DemoTeam, StaffInvitation, hire
from sayso.loops.engine import routers_of
from sayso.loops.worker import Worker
from sayso.mail.reading import MailReading, dump_reading
from storage.conversations import store as conversations
from storage.conversations.store import StoredConversation
from storage.messages import inbox, incoming_mail, outbox, outgoing_mail
from storage.messages.inbox import RawMessage
from storage.messages.incoming_mail import IncomingMail
from storage.people import contacts, invitations
from storage.people import people as addresses
from storage.people.contacts import ContactEntry
from storage.people.invitations import InvitationTerms

_BETWEEN = timedelta(seconds=25)
"""How long people take over one answer."""
_INVITED_BEFORE = timedelta(days=60)
"""More than the eight weeks over which people take part in the demo."""
_LINKS_WORK = timedelta(days=90)
"""As many as the staff pages propose, so nobody of the demo comes too late."""
_EARLY = timedelta(hours=2)
"""How long ago those wrote who have not said yes yet: well before their words would be erased."""
_SILENT = 500
"""Added to the number of somebody who answers: somebody who was invited beside them and does not."""

Heard = dict[DemoGuest, tuple[GuestAction, Prompt | None]]


@dataclass
class DemoClock:
    """The time of the demo."""

    at: datetime

    def __call__(self) -> datetime:
        """Return the moment that it is in the demo."""
        return self.at


async def fill(store: Store, registry: FlowRegistry, now: datetime) -> tuple[StaffInvitation, ...]:
    """Fill an empty store up to this moment, and return an account of each role with its one-time link."""
    await store.database.write(lambda tx: registry.keep(tx, now))
    await DemoService(store, registry, now).play()

    def work(tx: Connection) -> tuple[StaffInvitation, ...]:
        team = hire(tx, store.vault, now=now)
        DemoTeam(tx, store, team, now).work()
        tidy(tx, store.vault, member=team[0].member, now=now)
        offer(tx, store.vault, member=team[0].member, now=now)
        return team

    return await store.database.write(work)


class DemoService:
    """Where they take part: what a message goes through in the service, with the time of the demo."""

    def __init__(self, store: Store, registry: FlowRegistry, now: datetime) -> None:
        self._clock = DemoClock(now - _INVITED_BEFORE)
        self._end = now
        self._database = store.database
        self._vault = store.vault
        self._registry = registry
        self._conversations = ConversationService(store.vault, registry)
        signals, routers = Signals(), routers_of(switched_off(self._conversations, self._clock))
        self._worker = Worker(store.database, routers, self._clock, signals)
        self._intake = Intake(store.database, store.vault, signals.received, self._clock)
        self._numbers = count(1)
        self._moved_away: set[str | None] = set()

    async def play(self) -> None:
        """Let everybody come, those first whose day is longest ago."""
        tokens = await self._database.write(self._invite)
        await self._database.write(self._deliver)
        latest_last = sorted(people(), key=lambda person: -person.days_ago)
        for days_ago, group in groupby(latest_last, key=lambda person: person.days_ago):
            self._clock.at = self._end - timedelta(days=days_ago)
            await self._hear([DemoGuest(person, tokens.get(person.number, "")) for person in group])
        await self._speak_before_a_yes()
        await self._database.write(self._receive_word_of_a_death)
        await self._database.write(self._receive_what_nobody_can_read)

    def _invite(self, tx: Connection) -> dict[int, str]:
        """Invite everybody who needs a link; return the tokens by the number of the person."""
        tokens: dict[int, str] = {}
        for flow in sorted({person.flow for person in people()}):
            terms = InvitationTerms(flow, self._clock(), self._clock() + _LINKS_WORK, is_series=True)
            theirs = [person for person in people() if person.flow == flow]
            in_chats = [person for person in theirs if person.is_in_a_chat]
            links = invitations.print_links(tx, self._vault, terms=terms, count=len(in_chats))
            tokens |= {person.number: made.token for person, made in zip(in_chats, links, strict=True)}
            tokens |= self._write_to(tx, terms, [person for person in theirs if person.traits.is_letter])
        return tokens

    def _write_to(self, tx: Connection, terms: InvitationTerms, by_mail: Sequence[DemoPerson]) -> dict[int, str]:
        """Invite a group by email: those who will answer, and as many who will not."""
        if not by_mail:
            return {}
        group, now = GROUPS[terms.flow], self._clock()
        numbers = [silent + person.number for person in by_mail for silent in (0, _SILENT)]
        entries = [
            ContactEntry(f"person{number}@example.org", organisation=f"Example Trust {number}") for number in numbers
        ]
        contacts.bring_in(tx, self._vault, group=group, entries=entries, now=now)
        made = {str(one.contact_id): one for one in invitations.invite_group(tx, self._vault, group=group, terms=terms)}
        for contact_id, one in made.items():
            outgoing_mail.queue_invitation(tx, invitation_id=one.id, contact_id=contact_id, kind="invitation", at=now)
        silent = replace(by_mail[0], number=_SILENT + by_mail[0].number)
        self._moved_away.add(self._contact(tx, silent))
        return {person.number: made[self._contact(tx, person)].token for person in by_mail}

    def _contact(self, tx: Connection, person: DemoPerson) -> str:
        channel, address = person.channel, person.address
        return addresses.contact_for(tx, self._vault, channel=channel, address=address, now=self._clock())

    def _deliver(self, tx: Connection) -> None:
        """Let everything arrive that waits to go out, but for letters to whoever has moved away."""
        now = self._clock()
        while due := outbox.claim_due(tx, self._vault, now=now, limit=1000):
            for message in due:
                outbox.sent(tx, outbox_id=message.id, provider_id=str(next(self._numbers)), now=now)
        while waiting := outgoing_mail.waiting(tx, now=now, limit=1000):
            outbox.start(tx, outbox_ids=[one.outbox_id for one in waiting])
            for one in waiting:
                if one.contact_id in self._moved_away:
                    outbox.refused(tx, outbox_id=one.outbox_id, reason="There is no such mailbox.", now=now)
                else:
                    outbox.sent(tx, outbox_id=one.outbox_id, provider_id="", now=now)

    async def _hear(self, guests: Sequence[DemoGuest]) -> None:
        """Hear all that some people have to say, each one thing at a time."""
        heard: Heard = {guest: (GuestAction(command="start"), None) for guest in guests}
        while heard:
            self._clock.at += _BETWEEN
            chats = [(one, *said) for one, said in heard.items() if not one.person.traits.is_letter]
            await self._intake.keep([message_of(one, said, prompt, self._numbers) for one, said, prompt in chats])
            await self._worker.round()
            heard = await self._database.write(partial(self._go_on, heard=heard))

    def _go_on(self, tx: Connection, *, heard: Heard) -> Heard:
        """Take what came by mail, let the answers to all arrive, and return what people do next."""
        for guest, (said, prompt) in heard.items():
            if guest.person.traits.is_letter:
                self._take_mail(tx, guest, said, prompt)
        self._deliver(tx)
        found = {guest: self._next(tx, guest) for guest in heard}
        return {guest: said for guest, said in found.items() if said}

    def _take_mail(self, tx: Connection, guest: DemoGuest, said: GuestAction, prompt: Prompt | None) -> None:
        """Take one mail as the mail router does once a mail was read."""
        now, number = self._clock(), f"demo-{next(self._numbers)}"
        inbox_id = inbox.accept(tx, self._vault, RawMessage(EMAIL.name, number, guest.person.address, said.text, now))
        inbound = mail_of(guest, said, prompt, Inbound(EMAIL.name, "text", now, message=number))
        contact_id = self._contact(tx, guest.person)
        found = self._conversations.find(tx, contact_id, self._held(tx, guest.person), inbound, now)
        if found:
            self._conversations.take(tx, *found, now, inbox_id)
            self._file(tx, guest.person, inbox_id or 0, inbound.text)

    def _file(self, tx: Connection, person: DemoPerson, inbox_id: int, words: str) -> None:
        """Keep a mail beside its conversation, as it came and as it was read."""
        held = self._held(tx, person)
        if held is None or not words:
            return
        subject = "Re: Your feedback"
        read = dump_reading(MailReading(ParsedMail("reply", reply=words, subject=subject, text=words)))
        raw = f"From: {person.address}\r\nSubject: {subject}\r\n\r\n{words}\r\n"
        kept = IncomingMail(
            inbox_id,
            "reply",
            raw,
            read,
            self._clock(),
            f"{inbox_id} {raw}",
            is_verified=True,
            conversation_id=held.conversation.id,
            person_id=held.person_id,
        )
        incoming_mail.keep(tx, self._vault, kept)

    def _next(self, tx: Connection, guest: DemoGuest) -> tuple[GuestAction, Prompt] | None:
        held = self._held(tx, guest.person)
        if held is None:
            return None
        talk = held.conversation
        prompt = open_prompt(self._registry.pinned(tx, talk.version_id), talk)
        said = guest.says(prompt, is_open=talk.stage in OPEN_STAGES or talk.aside is not None)
        return (said, prompt) if said else None

    def _held(self, tx: Connection, person: DemoPerson) -> StoredConversation | None:
        sender = self._vault.lookup(person.channel, person.address)
        return conversations.for_sender(tx, self._vault, channel=person.channel, sender=sender).held

    async def _speak_before_a_yes(self) -> None:
        """Let two people write who have not said yes yet; one of them asks for somebody."""
        self._clock.at = self._end - _EARLY
        for person, said in ((EARLY, ("start", "person")), (EARLY_TOO, ("start",))):
            guest = DemoGuest(person, "")
            for one in (*(GuestAction(command=command) for command in said), GuestAction(text=person.words[0])):
                await self._intake.keep([message_of(guest, one, None, self._numbers)])
                await self._worker.round()
        await self._database.write(self._deliver)

    def _receive_word_of_a_death(self, tx: Connection) -> None:
        """Take in a letter that tells of a death: nobody is written to, and somebody of the team sees to it."""
        words = "I am sorry to say that my mother died in March. Please take her off your list."
        read = dump_reading(MailReading(ParsedMail("new", reply=words, subject="Your letter", text=words)))
        now, raw = self._clock(), f"From: family@example.org\r\nSubject: Your letter\r\n\r\n{words}\r\n"
        inbox_id = (
            inbox.accept(tx, self._vault, RawMessage(EMAIL.name, "demo-death", "family@example.org", raw, now)) or 0
        )
        incoming_mail.keep(tx, self._vault, IncomingMail(inbox_id, "new", raw, read, now, raw, leave="bereaved"))
        inbox.done(tx, inbox_id=inbox_id, state="applied", now=now)

    def _receive_what_nobody_can_read(self, tx: Connection) -> None:
        """Take in one message twice that is no message at all; it is set aside after three tries."""
        raw = RawMessage(TELEGRAM.name, "update:0", "", "{}", self._clock())
        first, _ = inbox.accept_many(tx, self._vault, (raw, raw))
        fault = UnreadableMessage("An update without a message.")
        for _ in range(inbox.MOST_TRIES):
            inbox.failed(tx, inbox_id=first or 0, error=fault, now=self._clock())
