"""A conversation played in memory, saved and loaded again between every two messages."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from config.load import load_flows, load_words
from feedback.channels import ChannelName
from feedback.conversation.events import Event, Said
from feedback.conversation.messages import Inbound, Outbound, StaffAsk
from feedback.conversation.plain_text import draw, word_labels
from feedback.conversation.serialisation import dump_conversation, dump_outbound, load_conversation, load_outbound
from feedback.conversation.state import Conversation
from feedback.conversation.step import begin, step
from feedback.flows.answer import Answer
from feedback.flows.flow_parser import parse
from feedback.flows.model import Flow

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
CODE = "ABCD-EFGH-JKMN"
QUESTIONS = ("came", "food", "sky", "best", "again", "where")
USUAL = {"came": "yes", "food": "cake and soup", "sky": "blue", "best": "The cake", "again": "yes", "where": "Leeds"}
ROOT = Path(__file__).parent.parent.parent


@dataclass
class Play:
    """One person's conversation. `says`, `taps` and so on return what sayso said back, drawn as plain text."""

    flow: Flow
    channel: ChannelName = "telegram"
    now: datetime = NOON
    events: list[Event] = field(default_factory=list)
    sent: int = 0
    asked: int = 0
    conversation: Conversation | None = None

    def __post_init__(self) -> None:
        if self.conversation is None:
            self.conversation = begin(self.flow, conversation_id="one", code=CODE, channel=self.channel, now=self.now)

    @property
    def state(self) -> Conversation:
        assert self.conversation is not None
        return self.conversation

    def says(self, text: str, **more: object) -> str:
        return self.hears(Inbound(self.channel, "text", self.now, text=text, **more))  # type: ignore[arg-type]

    def edits(self, number: int, text: str) -> str:
        return self.hears(Inbound(self.channel, "edit", self.now, text=text, message=str(number)))

    def picks(self, *choices: str, text: str = "", seen: str | None = None) -> str:
        return self.hears(Inbound("web", "choices", self.now, text=text, choices=choices, seen=seen, whole=True))

    def sends(self, media: str, text: str = "", **more: object) -> str:
        return self.hears(Inbound(self.channel, "media", self.now, text=text, media=media, **more))  # type: ignore[arg-type]

    def waits(self, **time: float) -> str:
        self.now += timedelta(**time)
        return self.hears(Inbound(self.channel, "silence", self.now))

    def is_asked(self, kind: str, words: str, **more: object) -> str:
        self.asked += 1
        ask = StaffAsk(f"ask{self.asked}", kind, words, **more)  # type: ignore[arg-type]
        return self.hears(Inbound(self.channel, "staff ask", self.now, ask=ask))

    def hears(self, inbound: Inbound) -> str:
        self.sent += 1
        if not inbound.message:
            inbound = replace(inbound, message=str(self.sent))
        after, events = step(self.flow, self.state, inbound, self.now)
        self.conversation = load_conversation(dump_conversation(after))
        assert self.conversation == after
        self.events.extend(events)
        said = [event.outbound for event in events if isinstance(event, Said)]
        assert [load_outbound(dump_outbound(outbound)) for outbound in said] == said
        return "\n".join(self.drawn(outbound) for outbound in said)

    def drawn(self, outbound: Outbound) -> str:
        beside = (
            " ".join(f"[{label}]" for label in word_labels(outbound.prompt, self.flow.words)) if outbound.prompt else ""
        )
        return "\n".join(part for part in (draw(outbound), beside) if part)

    def to_first_question(self) -> "Play":
        self.says("/start")
        self.says("Yes")
        return self

    def answer(self, question: str) -> Answer:
        return self.state.answers[question]

    def of(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture(scope="session")
def flows() -> dict[str, Flow]:
    words = load_words("en")
    return {flow.name: flow for flow in load_flows(ROOT / "config" / "flows", words)}


@pytest.fixture(scope="session")
def all_flows(flows: dict[str, Flow]) -> dict[str, Flow]:
    """The shipped flows, and those that show question types."""
    files = sorted((ROOT / "tests" / "data" / "flows").glob("*.toml"))
    return {**flows, **{file.stem: parse(file.name, file.read_text(), flows["people"].words) for file in files}}


@pytest.fixture
def play() -> Callable[[Flow], Play]:
    return Play


@pytest.fixture
def people(flows: dict[str, Flow]) -> Play:
    return Play(flows["people"]).to_first_question()


@pytest.fixture(scope="session")
def picnic(flows):
    """A small flow with a question of most kinds."""
    file = ROOT / "tests" / "data" / "flows" / "picnic.toml"
    return parse(file.name, file.read_text(), flows["people"].words)


@pytest.fixture
def at(picnic, play):
    """Give a person who has answered everything before this question (`check`: everything; `done`: and said yes)."""

    def go(question, **given):
        person = play(picnic).to_first_question()
        for name in QUESTIONS:
            if name == question:
                return person
            if name != "again" or given.get("came", "yes") == "yes":
                person.says({**USUAL, **given}[name])
            if person.state.is_collecting:
                person.says("Done")
        if question == "done":
            person.says("Yes")
        return person

    return go
