"""A conversation as a value: everything that must survive a restart, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from feedback.channels import ChannelName
from feedback.conversation.messages import StaffAsk
from feedback.flows.answer import Answer
from feedback.flows.model import ConsentSwitch
from feedback.types.question_type import Value

Stage = Literal["consent", "asking", "checking", "finished", "paused", "stopped", "left early", "declined", "deleted"]
"""Survey practice: `asking` and `checking` are started, `finished` is completed, `left early` a break-off whose
answers are kept and counted, `declined` said no to consent."""

OPEN_STAGES: frozenset[Stage] = frozenset({"consent", "asking", "checking", "paused"})

Aside = Literal[
    "stop",
    "delete",
    "change",
    "person",
    "pause",
    "after help",
    "answer or stop",
    "is that right",
    "story",
    "from story",
    "asked",
    "asked words",
    "take back",
]
"""A question of our own that is open beside (in front of) the flow's."""


@dataclass(frozen=True)
class Proposal:
    """An answer that a story may hold: nothing until the person says yes to it. `quote` stands in the story, word for word.

    `message` is the provider's id of the message that told it.
    """

    question: str
    value: Value
    quote: str
    message: str = ""


@dataclass(frozen=True)
class Conversation:
    """One person's way through one version of one flow.

    `answers` holds the latest answer to every question ever answered, off-route ones too. The open question is `at`
    where the person went back or is changing something, else the first on the route without an answer.
    """

    id: str
    flow: str
    version_id: str
    channel: ChannelName
    language: str
    code: str
    """The return code, in three groups of four, as shown to the person."""
    started_at: datetime
    heard_at: datetime
    stage: Stage = "consent"
    at: str | None = None
    aside: Aside | None = None
    is_greeted: bool = False
    """The opening words have been sent."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    consents: Mapping[ConsentSwitch, bool] = field(default_factory=dict)
    is_collecting: bool = False
    """The open question has an answer that more messages may still be added to (until Next)."""
    tries: int = 0
    """How often the open question was asked again because the answer was not clear: two at most."""
    guess: Value = None
    """What was understood of the last words, while the person is asked whether that is right."""
    proposals: tuple[Proposal, ...] = ()
    """What was told in one go and may answer a question, each put to the person when its turn comes."""
    has_told: bool = False
    """A story was told; nobody is offered twice to tell one."""
    lately: tuple[str, ...] = ()
    """The last short messages, so that a cry in several of them is heard. At most two, for ten minutes."""
    nation: str = ""
    place: str = ""
    """The organisation or service of the invitation, offered as the answer to a `place` question."""
    reminders_sent: int = 0
    wants_reminders: bool = True
    remind_at: datetime | None = None
    """A time the person chose when pausing."""
    helped_at: datetime | None = None
    """When the calm message was last shown in full: once in 24 hours."""
    helped_in: str = ""
    """The code of the other language in which it was shown last, so that what is offered then stands in it too."""
    closes_at: datetime | None = None
    """When the invitation closes: nobody is reminded after it."""
    is_series: bool = False
    """By email, one question a letter; otherwise a letter asks everything that is open."""
    asks: tuple[StaffAsk, ...] = ()
    """What staff asked and the person has not answered, the latest last."""
    awaited: str = ""
    """Which own words the person is asked for, beside what staff asked last (`feedback.conversation.asked.asking`)."""
    album: str = ""
    """The album already thanked for."""
