"""One conversation as the report and the export see it: no name, no address, no channel id."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from feedback.flows.answer import Answer
from feedback.flows.model import ConsentSwitch


@dataclass(frozen=True)
class Comment:
    """Words that belong to no question."""

    id: int
    words: str
    at: datetime
    media: str = ""
    is_forward: bool = False
    revision: int = 1


@dataclass(frozen=True)
class Response:
    """What one conversation gave. `answers` holds current revisions only, off-route ones too.

    `person` is the random pseudonym, `organisation` the (random) id of the organisation that the invitation named, or
    empty. `history` holds every revision of every answer, oldest first, where it was asked for.
    """

    conversation: str
    person: str
    flow: str
    version: int
    version_id: str
    channel: str
    language: str
    stage: str
    started_at: datetime
    heard_at: datetime
    answers: Mapping[str, Answer]
    consents: Mapping[ConsentSwitch, bool]
    comments: tuple[Comment, ...] = ()
    organisation: str = ""
    history: tuple[tuple[str, Answer], ...] = ()
