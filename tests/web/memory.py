"""The service behind the page, in memory: the real engine, one flow, and no database."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from config.load import load_words
from feedback.conversation.events import Answered, Commented, Event, Said
from feedback.conversation.messages import Inbound, Outbound
from feedback.conversation.state import Conversation
from feedback.conversation.step import begin, step
from feedback.errors import TryLater
from feedback.flows.flow_parser import parse
from feedback.flows.model import Flow
from feedback.flows.words import Phrase, Words
from feedback.listening.safeguarding import help_message
from web.answer_form import to_inbound
from web.port import HeardArtefact, HeardPage, Page

EVERY_TYPE = Path(__file__).with_name("every_type.toml")
NOW = datetime(2026, 5, 4, 10, tzinfo=UTC)
INVITATION = "invitation-of-ada"


@dataclass
class MemoryService:
    """Keeps one conversation for each session; `events` is what a database would hold."""

    words: Words
    flow: Flow
    organisation: str = "Harbour Trust"
    public_url: str = "http://127.0.0.1:8000"
    telegram_link: str = "https://t.me/harbour_example_bot"
    mail_address: str = "feedback@example.org"
    conversations: dict[str, Conversation] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    raw: list[str] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    helped: int = 0
    stopped: list[str] = field(default_factory=list)
    resumed: list[str] = field(default_factory=list)
    is_down: bool = False
    is_away: bool = False
    """Not even reading works."""
    is_pressed: bool = False
    is_broken: bool = False
    pages_heard: dict[tuple[str, str], HeardPage] = field(default_factory=dict)
    artefacts: tuple[HeardArtefact, ...] = ()
    _made: int = 0

    def flows(self) -> tuple[tuple[str, str], ...]:
        return ((self.flow.name, self.flow.title), ("open_door", "Tell us what happened"))

    def fresh_id(self) -> str:
        self._made += 1
        return hashlib.sha256(str(self._made).encode()).hexdigest()[:43]

    async def heard(self, flow: str, language: str) -> HeardPage | None:
        return self.pages_heard.get((flow, language))

    async def heard_artefacts(self) -> tuple[HeardArtefact, ...]:
        return self.artefacts

    async def heard_flows(self) -> tuple[tuple[str, str], ...]:
        if self.is_away:
            raise TryLater("The database cannot be reached.")
        return tuple((flow, one.title) for (flow, language), one in self.pages_heard.items() if not language)

    async def note_shown(self, session: str) -> None:
        """There is no staff."""

    async def talk(self, session: str) -> Page | None:
        if self.is_broken:
            raise RuntimeError("Ada said something private.")
        if self.is_away:
            raise TryLater("The database cannot be reached.")
        return self.pages.get(session)

    async def begin(self, session: str, flow: str | None, token: str | None, source: str = "") -> bool:  # noqa: ARG002 - not counted here
        if self.is_down:
            raise TryLater("The disk is full.")
        if flow not in (None, self.flow.name) or token not in (None, INVITATION):
            return False
        code = f"AAAA-BBBB-{len(self.conversations):04}"
        self.conversations[session] = begin(self.flow, conversation_id=session, code=code, channel="web", now=NOW)
        self._step(session, Inbound("web", "command", NOW, command="start"))
        return True

    async def post(self, session: str, raw: str, external_id: str) -> None:
        if self.is_down:
            raise TryLater("The disk is full.")
        if external_id in self.taken:
            return
        self.taken.add(external_id)
        self.raw.append(raw)
        self._step(session, to_inbound(raw, NOW))

    async def resume(self, session: str, code: str, source: str) -> bool:
        self.sources.append(source)
        if self.is_pressed:
            raise TryLater("Too many codes were tried.", 1)
        found = next((known for known, kept in self.conversations.items() if kept.code == code.upper()), None)
        if found is None:
            return False
        self.conversations[session] = self.conversations.pop(found)
        self._step(session, Inbound("web", "command", NOW, command="start"))
        return True

    async def stop_letters(self, token: str) -> bool:
        self.stopped.append(token)
        return token == "known"

    async def letters_again(self, token: str) -> bool:
        self.resumed.append(token)
        return token == "known"

    async def help_now(self) -> Outbound:
        self.helped += 1
        return Outbound(help_message(self.words), kind="help")

    def _step(self, session: str, inbound: Inbound) -> None:
        before = self.conversations[session]
        after, events = step(self.flow, before, inbound, NOW)
        self.conversations[session] = after
        self.events.extend(events)
        said = tuple(event.outbound for event in events if isinstance(event, Said))
        if said:
            self.pages[session] = Page(said, after.stage, after.code, is_retry=after.tries > before.tries)

    def answers(self) -> dict[str, object]:
        """Return what was answered, question by question: the coded value, or the words."""
        kept = [event for event in self.events if isinstance(event, Answered)]
        return {event.question: event.answer.value or event.answer.words or event.answer.state for event in kept}

    def comments(self) -> list[str]:
        return [event.piece.words for event in self.events if isinstance(event, Commented)]


def memory_service(flow_file: Path = EVERY_TYPE) -> MemoryService:
    phrase = Phrase("self_harm_or_suicide", re.compile(" kill myself(?= )"))
    words = replace(load_words(), phrases=(phrase,))
    return MemoryService(words, parse(str(flow_file), flow_file.read_text("utf-8"), words))
