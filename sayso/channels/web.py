"""The web channel: what its pages ask of the service, and how its stored forms are read."""

import asyncio
import json
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from feedback.channels import WEB
from feedback.conversation.messages import Outbound, Received
from feedback.conversation.prompts import open_prompt
from feedback.errors import SaysoError, TryLater, UnreadableMessage
from feedback.flows.model import Flow
from feedback.flows.words import Words
from feedback.listening.safeguarding import help_message
from sayso.channels.heard import HeardPages, Translations
from sayso.chat.routing import ChatReading, ChatRouter
from sayso.core import log
from sayso.core.conversation_service import FLOW_PREFIX, ConversationService
from sayso.core.limits.code_rate_limit import Guesses
from sayso.core.ports import Adapter
from sayso.loops.engine import Engine
from sayso.mail.opting_out import OptOut
from storage.accounts import sessions
from storage.conversations import store
from storage.conversations.store import StoredConversation
from storage.db import counters
from storage.db.errors import StorageError
from storage.db.ids import from_blocks
from storage.involvement import case_studies
from storage.involvement.case_studies import CaseStudy
from storage.messages import farewells
from storage.organisations import artefacts
from storage.people import invitations, people
from storage.review import replies
from web import answer_form
from web.answer_form import Form, to_raw
from web.port import HeardArtefact, HeardPage, Page
from web.published.stories import Story

Found = TypeVar("Found")

_WAIT_SECONDS = 10.0
"""A step takes milliseconds. Where it takes this long, the form is stored all the same, and the page comes without the
next question."""
_COUNT_SECONDS = 0.2
"""Whoever looks for help must not wait for a number of ours; below this nobody notices."""
_FREE_WRONG = 20
"""Wrong codes or links from one place before a wait: a hospital may share one address, and its letters one slip."""


@dataclass(frozen=True)
class SiteDetails:
    """What stands on every page: whose it is, and the other ways to take part."""

    organisation: str
    public_url: str
    mail_address: str = ""
    bot_link: Callable[[], str] = lambda: ""
    """Returns the link to the bot, or nothing while it is not known."""


def read_web(raw: str, received_at: datetime) -> ChatReading:
    """Read a stored form with the session that it came from. Raises UnreadableMessage."""
    try:
        session, form = json.loads(raw)
    except (ValueError, TypeError) as fault:
        raise UnreadableMessage("A stored form is not what the web page sends.") from fault
    return ChatReading(str(session), answer_form.to_inbound(str(form), received_at))


def web_raw(session: str, form: str) -> str:
    """Return a form as it is stored: beside the session, which is the address of this channel."""
    return json.dumps([session, form], ensure_ascii=False)


def adapter(conversations: ConversationService, now: Callable[[], datetime]) -> Adapter:
    """Return the channel. What it says is shown by its pages, so nothing is delivered."""
    return Adapter(WEB, ChatRouter(conversations, read_web, now))


def _untranslated(_: str) -> Mapping[str, Flow]:
    return {}


class WebChannel:
    """Implements `web.port.WebService` with the real inbox, worker and conversations."""

    def __init__(self, engine: Engine, sign: SiteDetails, translations: Translations = _untranslated) -> None:
        """`translations` returns a flow in its other languages, for the public page of what was heard."""
        self._engine = engine
        self._opt_out = OptOut(engine.conversations)
        self._guesses = Guesses(time.monotonic, lambda: engine.standing.services)
        self._counts: set[asyncio.Task[None]] = set()
        self._sign = sign
        self._heard = HeardPages(
            engine.conversations.vault, engine.conversations.registry, translations, time.monotonic
        )

    @property
    def organisation(self) -> str:
        """Return whose page this is."""
        return self._sign.organisation

    @property
    def public_url(self) -> str:
        """Return where people open the page."""
        return self._sign.public_url

    @property
    def telegram_link(self) -> str:
        """Return the link to the bot, or nothing where there is none."""
        return self._sign.bot_link()

    @property
    def mail_address(self) -> str:
        """Return the address to write to, or nothing where there is none."""
        return self._sign.mail_address

    @property
    def words(self) -> Words:
        """Return the words all flows share."""
        return self._engine.conversations.registry.words

    def flows(self) -> tuple[tuple[str, str], ...]:
        """Return the name and title of each flow that anybody may begin, the default one first."""
        return self._engine.conversations.registry.open_titles(self._engine.now())

    def fresh_id(self) -> str:
        """Return a new unguessable id of 256 bits."""
        return secrets.token_urlsafe(32)

    async def talk(self, session: str) -> Page | None:
        """Return what the person with this session sees now, or None if they have no conversation. Raises TryLater."""
        return await self._read(lambda tx: self._page(tx, session))

    async def note_shown(self, session: str) -> None:
        """Note that the person sees now what staff wrote. Where that cannot be stored, the next page shows it."""
        held = await self._read(lambda tx: self._held_unread(tx, session))
        if held is None:
            return
        named = {"conversation_id": held.conversation.id}
        try:
            await self._engine.database.write(lambda tx: replies.note_read(tx, **named, now=self._engine.now()))
        except StorageError as fault:
            log.warn("message not shown", **log.place_of(fault))

    async def begin(self, session: str, flow: str | None, token: str | None, source: str = "") -> bool:
        """Begin or take up a conversation. False for an unknown flow or token. Raises TryLater."""
        known = await self._tried("link", source, lambda tx: self._token_of(tx, token)) if token is not None else ""
        if token is not None and not known:
            return False
        if flow is not None and flow not in dict(self.flows()):
            return False
        payload = known or (f"{FLOW_PREFIX}{flow}" if flow else "")
        await self._start(session, payload)
        return True

    async def post(self, session: str, raw: str, external_id: str) -> None:
        """Store what the person sent and wait until it is applied or set aside. Raises TryLater."""
        before = await self._read(lambda tx: self._held(tx, session))
        await self._accept(session, raw, external_id)
        if before and await self._read(lambda tx: self._held(tx, session)) is None:
            await self._keep_farewell(session, before.conversation.id)

    async def _keep_farewell(self, session: str, conversation_id: str) -> None:
        """Note where their last words are, for whichever service shows the next page. Without it, it is the first page."""
        vault, now = self._engine.conversations.vault, self._engine.now()
        named = {"session": session, "conversation_id": conversation_id}
        try:
            await self._engine.database.write(lambda tx: farewells.keep(tx, vault, **named, now=now))
        except StorageError as fault:
            log.warn("farewell not noted", **log.place_of(fault))

    async def resume(self, session: str, code: str, source: str) -> bool:
        """Go on with the conversation of a return code. False for an unknown one. Raises TryLater."""
        self._guesses.try_now(source)
        vault = self._engine.conversations.vault
        found = await self._tried("code", source, lambda tx: people.by_code(tx, vault, code=code))
        if found is None:
            self._guesses.was_wrong(source)
            return False
        self._guesses.was_right(source)
        await self._start(session, code)
        return True

    async def _tried(self, kind: str, source: str, look: Callable[[Connection], Found]) -> Found:
        """Return what is found, and count the try before it is judged, in one write; what is found is not counted.

        In the database, so that all services together count. Raises TryLater.
        """
        tried = ((self._engine.conversations.vault.stamp(f"{kind} of a place", source), _FREE_WRONG),)

        def job(tx: Connection) -> tuple[int, Found | None]:
            wait = sessions.take_try(tx, tried=tried, now=self._engine.now())
            found = None if wait else look(tx)
            if found:
                sessions.give_back(tx, tried=tried)
            return wait, found

        try:
            wait, found = await self._engine.database.write(job)
        except StorageError as fault:
            log.warn("code not looked up", **log.place_of(fault))
            raise TryLater("It could not be looked up.") from None
        if wait:
            raise TryLater("Too many were tried.", wait)
        return cast("Found", found)

    async def stop_letters(self, token: str) -> bool:
        """Send no more letters to whoever got the letter with this token. False for an unknown one. Raises TryLater."""
        now = self._engine.now()
        try:
            is_known = await self._engine.database.write(
                lambda tx: self._opt_out.stop_by_link(tx, token=token, now=now)
            )
        except StorageError as fault:
            log.warn("letters not stopped", **log.place_of(fault))
            raise TryLater("It could not be stored.") from None
        self._engine.signals.queued.set()
        return is_known

    async def letters_again(self, token: str) -> bool:
        """Let letters go again to whoever got this letter and stopped them. False for an unknown one. Raises TryLater."""
        now = self._engine.now()
        try:
            return await self._engine.database.write(lambda tx: self._opt_out.resume_by_link(tx, token=token, now=now))
        except StorageError as fault:
            log.warn("letters not resumed", **log.place_of(fault))
            raise TryLater("It could not be stored.") from None

    async def heard(self, flow: str, language: str) -> HeardPage | None:
        """Return the public page of a flow in a language; None where there is none to be seen. Raises TryLater."""
        return await self._read(lambda tx: self._heard.page(tx, flow, language, self._engine.now()))

    async def heard_flows(self) -> tuple[tuple[str, str], ...]:
        """Return the name and title of each flow that has a public page. Raises TryLater."""
        return await self._read(self._heard.titles)

    async def heard_artefacts(self) -> tuple[HeardArtefact, ...]:
        """Return the charters and papers that staff chose for the public. Raises TryLater."""
        found = await self._read(artefacts.public)
        return tuple(HeardArtefact(one.kind.replace(" ", "_"), one.title, one.link) for one in found)

    async def help_now(self) -> Outbound:
        """Return where help is, and count the use; a count that takes long, as under a lock, is not waited for."""
        count = asyncio.create_task(self._count_help())
        self._counts.add(count)
        count.add_done_callback(self._counts.discard)
        await asyncio.wait((count,), timeout=_COUNT_SECONDS)
        return Outbound(help_message(self.words), kind="help")

    async def stories(self, story_id: str | None = None) -> tuple[Story, ...]:
        """Return the stories that may be shown at this moment, or the one that is named. Raises TryLater."""
        vault = self._engine.conversations.vault

        def look(tx: Connection) -> tuple[CaseStudy, ...]:
            if story_id is None:
                return case_studies.on_page(tx, vault)
            found = case_studies.one(tx, vault, study_id=story_id)
            return (found,) if found else ()

        shown = await self._read(look)
        zone = ZoneInfo(self.words.zone)
        return tuple(
            Story(one.id, one.title, one.rest, f"{one.published_at.astimezone(zone):%-d %B %Y}") for one in shown
        )

    async def _count_help(self) -> None:
        day = self._engine.now().date()
        try:
            await self._engine.database.write(lambda tx: counters.add(tx, name=counters.HELP_SHOWN, day=day))
        except SaysoError as fault:
            log.warn("help not counted", **log.place_of(fault))

    async def _read(self, work: Callable[[Connection], Found]) -> Found:
        try:
            return await self._engine.database.read(work)
        except StorageError as fault:
            log.warn("page not read", **log.place_of(fault))
            raise TryLater("The database cannot be read.") from None

    async def _start(self, session: str, payload: str) -> None:
        form_id = self.fresh_id()
        form = Form(form_id=form_id, command="start", payload=payload)
        await self._accept(session, to_raw(form), form_id)

    async def _accept(self, session: str, raw: str, external_id: str) -> None:
        received = Received(WEB.name, external_id, session, web_raw(session, raw))
        try:
            (inbox_id,) = await self._engine.intake.accept((received,))
        except SaysoError as fault:
            log.warn("form not stored", **log.place_of(fault))
            raise TryLater("The answer could not be stored.") from None
        if inbox_id is None:
            return
        try:
            await asyncio.wait_for(self._engine.worker.settled(inbox_id), _WAIT_SECONDS)
        except TimeoutError:
            log.warn("form waits", inbox_id=inbox_id)

    def _token_of(self, tx: Connection, typed: str) -> str:
        """Return the token of an invitation, as it stands in a link or as people copy it from a card; empty for none."""
        vault, now = self._engine.conversations.vault, self._engine.now()
        tokens = (token for token in (typed, from_blocks(typed)) if token)
        return next((token for token in tokens if invitations.resolve(tx, vault, token=token, now=now)), "")

    def _held(self, tx: Connection, session: str) -> StoredConversation | None:
        vault = self._engine.conversations.vault
        return store.for_sender(tx, vault, channel=WEB.name, sender=vault.lookup(WEB.name, session)).held

    def _held_unread(self, tx: Connection, session: str) -> StoredConversation | None:
        held = self._held(tx, session)
        has_unread = held is not None and replies.has_unread(tx, conversation_id=held.conversation.id)
        return held if has_unread else None

    def _page(self, tx: Connection, session: str) -> Page | None:
        vault = self._engine.conversations.vault
        held = self._held(tx, session)
        if held is None:
            last = farewells.conversation_of(tx, vault, session=session)
            said = store.turn_messages(tx, vault, conversation_id=last) if last else ()
            return Page(said, "deleted", "") if said else None
        talk = held.conversation
        flow = self._engine.conversations.registry.pinned(tx, talk.version_id)
        said = store.turn_messages(tx, vault, conversation_id=talk.id)
        *earlier, last_said = said or (Outbound(""),)
        now_open = replace(last_said, prompt=open_prompt(flow, talk))
        is_help = any(outbound.kind == "help" for outbound in said)
        return Page((*earlier, now_open), talk.stage, talk.code, is_retry=talk.tries > 0 and not is_help)
