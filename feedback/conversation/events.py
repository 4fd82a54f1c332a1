"""What happened in one step, in order. Storage writes these and nothing else."""

from dataclasses import dataclass
from typing import Literal, get_args

from feedback.conversation.messages import Outbound, StaffAsk
from feedback.flows.answer import Answer, Piece
from feedback.flows.model import ConsentSwitch, Queue
from feedback.flows.words import Tag


@dataclass(frozen=True)
class Answered:
    """An answer, or a new revision of one. A skip is an answer with the state `skipped`."""

    question: str
    answer: Answer
    has_own_words: bool = True
    """False where the words are only a label, a number or a day: nobody needs to read them for names."""


How = Literal["asked back", "asked again", "kept as given", "asked what it means"]
"""How a question and a person did not meet: we said what we heard and asked if that is right; we asked in other words;
we kept the words as they are, understood or not; the person asked what the question means."""


@dataclass(frozen=True)
class Misunderstood:
    """A question was not understood, or its answer was not: counted for whoever writes the questions. Holds no words."""

    question: str
    how: How


@dataclass(frozen=True)
class Requested:
    """An answer asks something of staff, or asks for it no longer."""

    queue: Queue
    is_wanted: bool


@dataclass(frozen=True)
class Commented:
    """Words that belong to no question: unprompted, out of place, or about a picture or voice note."""

    piece: Piece
    media: str = ""
    is_forward: bool = False
    is_edit: bool = False
    """A new wording of an earlier comment with the same message id, whose old wording stays as history."""


@dataclass(frozen=True)
class Consented:
    """A consent switch was set. `wording` is the exact question shown; silence is never a yes."""

    switch: ConsentSwitch
    granted: bool
    wording: str


@dataclass(frozen=True)
class Distressed:
    """Words on the safeguarding list were heard. `matched` are the words found: for staff, never for a score."""

    tag: Tag
    matched: str


@dataclass(frozen=True)
class HelpShown:
    """Help now was used: counted by day, with nothing about the person."""


@dataclass(frozen=True)
class PersonAsked:
    """The person wants a person. `may_contact` is None until they say whether we may write to them here."""

    may_contact: bool | None = None


@dataclass(frozen=True)
class AskAnswered:
    """What staff asked was answered. `said` is a choice, or which own words `words` are."""

    ask: StaffAsk
    said: str
    words: str = ""


Agreement = Literal["story", "meeting", "again", "interview", "all"]
"""What a person can take back that they said yes to: their story, meeting others, being asked again, a talk with us, or
all of it."""
AGREEMENTS: tuple[Agreement, ...] = get_args(Agreement)


@dataclass(frozen=True)
class TookBack:
    """The person takes back what they said yes to when staff asked."""

    what: Agreement


@dataclass(frozen=True)
class Moved:
    """The conversation changed its stage (see `feedback.conversation.state.Stage`)."""

    stage: str


@dataclass(frozen=True)
class Renewed:
    """Another conversation begins now, which says the next word; this one stays as it is.

    `is_somebody_else`: for a new person, who is shown nothing of this one; otherwise for the same. `flow` names another
    flow than that of this one, and `ask` what staff asked that it answers.
    """

    is_somebody_else: bool
    flow: str = ""
    ask: str = ""


@dataclass(frozen=True)
class Erased:
    """Everything that this person said is to be erased now, the key first. `why` is `asked` or `no consent`."""

    why: Literal["asked", "no consent", "no reply"]


@dataclass(frozen=True)
class Said:
    """A message to the person."""

    outbound: Outbound


Event = (
    Answered
    | Misunderstood
    | Requested
    | Commented
    | Consented
    | Distressed
    | HelpShown
    | PersonAsked
    | AskAnswered
    | TookBack
    | Moved
    | Renewed
    | Erased
    | Said
)
