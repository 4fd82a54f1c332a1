"""One person's answer to one question, with the words it was given in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from feedback.types.question_type import Value

State = Literal["answered", "skipped", "declined", "implied"]
"""`declined` is 'prefer not to say'; `implied` comes from a rule of the flow, never from the person."""


STORY = "story:"
"""What the message id of a piece begins with where the person told a story and said yes to the answer read in it. The id of the
message that told it follows; the piece has no words of its own, for the story is kept whole."""


@dataclass(frozen=True)
class Piece:
    """One message of the person: its id at the provider (empty if none) and its words, whole."""

    message: str
    words: str


@dataclass(frozen=True)
class Answer:
    """An answer as it stands now. Earlier revisions live in storage.

    `pieces` are the messages that made it, in the order of arrival; `revision` starts at 1 and never repeats for one
    question in one conversation.
    """

    state: State
    at: datetime
    value: Value = None
    pieces: tuple[Piece, ...] = ()
    revision: int = 1

    @property
    def words(self) -> str:
        """The person's own words, one message a line."""
        return "\n".join(piece.words for piece in self.pieces if piece.words)

    @property
    def is_from_story(self) -> bool:
        """Whether it was read in a story that the person told, and confirmed by them."""
        return any(piece.message.startswith(STORY) for piece in self.pieces)

    @property
    def picked(self) -> tuple[str, ...]:
        """The choice ids given or implied; empty for words, numbers, dates and skips."""
        if isinstance(self.value, tuple):
            return self.value
        return (self.value,) if isinstance(self.value, str) else ()

    @property
    def number(self) -> float | None:
        """The number given, if it was one."""
        return self.value if isinstance(self.value, int | float) else None
