"""A flow (a survey) as a value, and the route one person takes through it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Literal, NamedTuple, get_args

from feedback.flows.answer import Answer
from feedback.flows.condition import Condition, holds, questions_in
from feedback.flows.words import Words
from feedback.types.question_type import TypeName

ConsentSwitch = Literal[
    "take_part",
    "health_answers",
    "quote_words",
    "quote_speaker",
    "contact_next",
    "contact_more",
    "list_my_organisation",
    "about_you",
    "training",
    "case_study",
    "meet_others",
    "ask_again",
]
CONSENT_SWITCHES: tuple[ConsentSwitch, ...] = get_args(ConsentSwitch)

Queue = Literal["follow_up", "case_study", "training", "network"]
QUEUES: tuple[Queue, ...] = get_args(Queue)
"""What people ask staff for, or offer, by an answer: to hear more from us, to be written about, training, others."""
QUEUE_OF: Mapping[ConsentSwitch, Queue] = {
    "contact_more": "follow_up",
    "case_study": "case_study",
    "training": "training",
    "meet_others": "network",
}
"""The queue that a yes to being contacted puts somebody into."""

_NO_TIME = datetime.min.replace(tzinfo=UTC)
"""An implied answer was given by a rule, at no moment."""


@dataclass(frozen=True)
class Choice:
    """One thing that can be picked: its id (for ever) and its label (in the flow's language)."""

    id: str
    label: str


@dataclass(frozen=True)
class Question:
    """One question, all texts plain."""

    id: str
    ask: str
    type: TypeName
    short: str = ""
    choices: tuple[Choice, ...] = ()
    only: str = ""
    """The choice that clears all others (None of these)."""
    other: str = ""
    """The choice that takes the person's own words beside it."""
    max: int | None = None
    range: tuple[float, float] | None = None
    ends: tuple[str, str] | None = None
    when: Condition | None = None
    otherwise: str | None = None
    """The choice id that is implied when `when` fails."""
    base: str = ""
    theme: str = ""
    consent: ConsentSwitch | None = None
    """A yesno question that flips this consent switch."""
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Figures over several choices together: (name, choice ids)."""
    queues: tuple[tuple[Queue, tuple[str, ...]], ...] = ()
    """Requests that an answer makes of staff: (queue, the choice ids that ask for it)."""
    prefer_not: bool = False
    """Offers 'prefer not to say', kept apart from a skip."""
    private: bool = False
    speaker: bool = False
    """Its answer may stand below the words of whoever agreed to that (`consent = "quote_speaker"`)."""
    signpost: bool = False
    """Shows one gentle line about Help now with the question."""
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Other names that people give a choice: (choice id, names)."""
    hint: str = ""
    means: str = ""
    """What the question means in other words, for whoever asks."""
    unit: str = ""
    """What a number counts, such as minutes: then "half an hour" is 30."""
    retry: str = ""
    accept: tuple[str, ...] = ()

    @cached_property
    def as_asked(self) -> "Asked":
        """What the route does with it where it is put: made once, as most questions are on every step."""
        return Asked(self, "asked")

    def choice(self, choice_id: str) -> Choice | None:
        """Return the choice with this id, if there is one."""
        return next((choice for choice in self.choices if choice.id == choice_id), None)


@dataclass(frozen=True)
class ConsentAsk:
    """The first question of every flow: whether we may keep and use what is said."""

    ask: str
    no: str
    more: str = "privacy"
    """The name of the text block behind 'Tell me more'."""
    switches: tuple[ConsentSwitch, ...] = ("take_part",)
    """What a yes grants."""


@dataclass(frozen=True)
class Finish:
    """The end: the heading of the summary, and the thanks."""

    check: str
    thanks: str


@dataclass(frozen=True)
class Flow:
    """A compiled flow. `version_id` is the SHA-256 (hex) of its canonical JSON; `words` are not part of it."""

    name: str
    version: int
    language: str
    title: str
    start: str
    consent: ConsentAsk
    questions: tuple[Question, ...]
    finish: Finish
    expires: timedelta = timedelta(days=14)
    reminders: tuple[timedelta, ...] = ()
    level: Literal["person", "organisation"] = "person"
    """Whom a reply speaks for; it chooses the default profile for small numbers."""
    story: bool = False
    """People may tell it in one go; what that may answer is put to them, each with a yes or no."""
    version_id: str = ""
    words: Words = field(default_factory=Words, compare=False, repr=False)

    def question(self, question_id: str) -> Question | None:
        """Return the question with this id, if there is one."""
        return next((question for question in self.questions if question.id == question_id), None)


def about_person(flow: Flow) -> frozenset[str]:
    """Return the ids of the questions about who somebody is: such as age, ethnic group or health.

    They stand under the theme "about you", or are put to whoever agreed to such questions (`consent = "about_you"`),
    or to whoever answered one of them so.
    """
    agreed = {question.id for question in flow.questions if question.consent == "about_you"}
    found: set[str] = set()
    for question in flow.questions:
        named = questions_in(question.when) if question.when is not None else ()
        if not question.consent and (question.theme == "about you" or not (agreed | found).isdisjoint(named)):
            found.add(question.id)
    return frozenset(found)


class Asked(NamedTuple):
    """What the route does with one question.

    `state` is `asked` (put to this person), `implied` (not put; `implied` holds the answer it counts as) or
    `not asked`.
    """

    question: Question
    state: Literal["asked", "implied", "not asked"]
    implied: Answer | None = None


def route(flow: Flow, answers: Mapping[str, Answer]) -> tuple[Asked, ...]:
    """Return what becomes of every question of the flow for these answers, in the order of the flow.

    A question not answered yet counts as passed over for later conditions, so the route of an unfinished conversation
    is the longest that it can still be. Answers to questions off the route are not seen by any condition. The
    conversation walks this and the report counts with it.
    """
    known: dict[str, Answer | None] = {}
    result: list[Asked] = []
    for question in flow.questions:
        asked = _ask(question, known)
        if asked.state == "asked":
            known[question.id] = answers.get(question.id)
        elif asked.implied is not None:
            known[question.id] = asked.implied
        result.append(asked)
    return tuple(result)


def _ask(question: Question, known: Mapping[str, Answer | None]) -> Asked:
    if question.when is None or holds(question.when, known):
        return question.as_asked
    if question.otherwise is None:
        return Asked(question, "not asked")
    return Asked(question, "implied", Answer("implied", _NO_TIME, question.otherwise))
