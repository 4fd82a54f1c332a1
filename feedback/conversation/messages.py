"""The only shapes that cross an edge: what came in, and what goes out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from feedback.channels import ChannelName
from feedback.flows.model import Choice
from feedback.flows.words import Command
from feedback.types.question_type import TypeName

InboundKind = Literal[
    "text",
    "command",
    "choices",
    "letter",
    "edit",
    "media",
    "reaction",
    "blocked",
    "unblocked",
    "silence",
    "gap",
    "staff ask",
]
"""`staff ask`: staff put a question to the person, which is `ask`. `reaction`: a mark under a message of ours, whose id is `reply_to`. `letter`: a mail that answers several questions at once. `silence`: a deadline of the conversation has passed. `gap`: we were away, ask the open question again."""


Arrival = Literal["", "lost link", "more to tell", "somebody else"]
"""How somebody came to a conversation, where its first words have to say so: by a link that leads nowhere, after a
talk that is over, or on a phone where somebody else was before."""


AskKind = Literal["case study", "meeting", "again", "interview", "told"]
"""What staff ask one person: whether their story may be published, whether they want to meet somebody, whether they will
answer again, when they can talk with us. What is `told` asks nothing."""


@dataclass(frozen=True)
class StaffAsk:
    """A question that staff put to one person, beside every flow. `words` is what they are shown before it.

    `flow` is the name of the flow that a yes begins, where it begins one. `choices` are what can be picked besides the
    choices of its kind: the id and the label of each, such as a time that is offered. `ends` are the ids of asks that are
    open no more once this was told.
    """

    id: str
    kind: AskKind
    words: str
    flow: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    ends: tuple[str, ...] = ()


@dataclass(frozen=True)
class Received:
    """One message as its channel sent it, not read yet: what is stored before anything is acknowledged.

    `external_id` is the same each time the provider delivers this message again. `sender` is the address that a reply
    goes to (a chat id, a mail address, a session); empty where it cannot be told. `raw` is the whole message as text
    that UTF-8 can hold.
    """

    channel: ChannelName
    external_id: str
    sender: str
    raw: str


@dataclass(frozen=True)
class Inbound:
    """One message, tap, form or passing of time, read from a stored raw message.

    `message` is the provider's id of it (an edit carries the id of the message that it corrects). `seen` is the open
    question when the person wrote, where that is known: a form carries it, a chat shows it by the order of messages.
    """

    channel: ChannelName
    kind: InboundKind
    at: datetime
    text: str = ""
    command: Command | None = None
    payload: str = ""
    """What followed /start: an invitation token or a return code."""
    arrival: Arrival = ""
    choices: tuple[str, ...] = ()
    """Choice ids picked on a form."""
    answers: tuple[tuple[str, str], ...] = ()
    """Of a letter: a question id (or `consent`) and the words to it, as typed. `text` is all that the person wrote."""
    beside: str = ""
    """Of a letter: the words that belong to none of its questions."""
    message: str = ""
    seen: str | None = None
    reply_to: str = ""
    """The provider's id of the message that this one replies to, quotes or reacts to. `seen` is then what that asked."""
    is_crossed: bool = False
    """It was sent before our last message was there to be read: it may be more of what was said before."""
    whole: bool = False
    """A form or a mail is a whole answer; a chat message may be one of several."""
    media: str = ""
    """voice, photo, sticker, document and so on; the caption is `text`."""
    album: str = ""
    """The provider's id of the album that a picture belongs to."""
    is_forward: bool = False
    """Somebody else's words, passed on."""
    ask: StaffAsk | None = None
    """What staff ask, of the kind `staff ask`."""


@dataclass(frozen=True)
class Prompt:
    """What a person is asked, as a structure; each channel draws it in its own way.

    `about` is a question id, or the name of a step of the conversation (`consent`, `check`, `stop` ...).
    `words` are the commands offered beside the answers.
    """

    about: str
    ask: str
    type: TypeName
    choices: tuple[Choice, ...] = ()
    picked: tuple[str, ...] = ()
    progress: str = ""
    hint: str = ""
    ends: tuple[str, str] | None = None
    range: tuple[float, float] | None = None
    words: tuple[Command, ...] = ()
    draft: str = ""
    """What the person has already said to this question, for a form to show."""
    other: str = ""
    """The choice that takes the person's own words beside it, for a form to draw a line for them."""
    is_question: bool = True
    """False for a step of the conversation that is no question of the flow."""


@dataclass(frozen=True)
class Outbound:
    """One message to a person: what we say, then what we ask (if anything)."""

    text: str
    prompt: Prompt | None = None
    kind: Literal["talk", "help", "reminder", "farewell", "alert"] = "talk"
    rest: tuple[Prompt, ...] = ()
    """Everything that is still open, for a channel that asks it all at once (a letter); then `prompt` is None."""
    """`help` goes before everything else that waits; a `reminder` yields to it; `farewell` is sent after erasure.
    An `alert` goes to one of the team: its first paragraph is the subject of a letter."""
