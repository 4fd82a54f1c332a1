"""A conversation played through for staff by the real engine, from what was said so far. Pure; nothing is stored."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

from feedback.conversation.events import (
    Answered,
    AskAnswered,
    Commented,
    Consented,
    Distressed,
    Erased,
    Event,
    HelpShown,
    Misunderstood,
    Moved,
    PersonAsked,
    Renewed,
    Requested,
    Said,
    TookBack,
)
from feedback.conversation.messages import Inbound, InboundKind, Outbound, Prompt
from feedback.conversation.prompts import open_about, open_prompt
from feedback.conversation.state import Conversation
from feedback.conversation.step import begin, step
from feedback.conversation.timeouts import due_at
from feedback.flows.answer import Answer
from feedback.flows.condition import atoms_of, holds
from feedback.flows.condition_parser import spell
from feedback.flows.model import Asked, Flow, route
from feedback.flows.words import COMMANDS, Command
from feedback.types.registry import type_of
from review.text import labels

MOST_TURNS = 200
"""Everything is played from its beginning each time. The longest way through the flows that come with sayso has 20
questions."""
TIME_PASSES = "time passes"
_CODE = "TRY0-TRY0-TRY0"
_BETWEEN = timedelta(minutes=1)


@dataclass(frozen=True)
class RehearsalTurn:
    """What whoever rehearses did: about which question, and what they picked, wrote or pressed."""

    about: str = ""
    choices: tuple[str, ...] = ()
    text: str = ""
    command: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was picked, written or pressed."""
        return not (self.choices or self.text.strip() or self.command)


@dataclass(frozen=True)
class Rehearsal:
    """How it stands now: what sayso said last and what happened in that step, and what is open."""

    talk: Conversation
    prompt: Prompt
    said: tuple[Outbound, ...]
    happened: tuple[Event, ...]
    waits_until: datetime | None
    """When sayso would do something by itself if nobody writes; None where it would not."""


@dataclass(frozen=True)
class ConditionPart:
    """One condition within a `when`, and whether it holds for what was said."""

    words: str
    is_so: bool


@dataclass(frozen=True)
class RouteStep:
    """One question on the way: what became of it, the `when` that decides it, and what each part of that said."""

    id: str
    short: str
    state: str
    when: str
    parts: tuple[ConditionPart, ...]
    is_open: bool


def play(flow: Flow, turns: Sequence[RehearsalTurn], now: datetime) -> Rehearsal:
    """Play a conversation from its beginning, a minute between two turns. The same turns give the same conversation."""
    talk = begin(flow, conversation_id="rehearsal", code=_CODE, channel="web", now=now)
    talk, events = step(flow, talk, Inbound("web", "command", now, command="start"), now)
    at = now
    for turn in turns[:MOST_TURNS]:
        at = _later(flow, talk, turn, at)
        talk, events = step(flow, talk, _inbound(turn, at), at)
    said = tuple(event.outbound for event in events if isinstance(event, Said))
    happened = tuple(event for event in events if not isinstance(event, Said))
    return Rehearsal(talk, open_prompt(flow, talk), said, happened, due_at(flow, talk))


def places(flow: Flow, talk: Conversation) -> tuple[RouteStep, ...]:
    """Return every question of a flow with what became of it, and why."""
    return tuple(_places(flow, talk))


def dump(turns: Sequence[RehearsalTurn]) -> str:
    """Return turns as one line, for a form to carry."""
    return json.dumps([[one.about, list(one.choices), one.text, one.command] for one in turns], ensure_ascii=False)


def load(line: str) -> tuple[RehearsalTurn, ...]:
    """Return what `dump` wrote; none for anything else: then the rehearsal begins again."""
    try:
        return tuple(_turn(*one) for one in json.loads(line or "[]"))
    except (ValueError, TypeError, RecursionError):
        return ()


def _turn(about: str, choices: list[str], text: str, command: str) -> RehearsalTurn:
    if not all(isinstance(one, str) for one in (about, text, command, *choices)):
        raise TypeError("A turn holds texts alone.")
    return RehearsalTurn(about, tuple(choices), text, command)


def _later(flow: Flow, talk: Conversation, turn: RehearsalTurn, at: datetime) -> datetime:
    due = due_at(flow, talk) if turn.command == TIME_PASSES else None
    return max(due or at, at + _BETWEEN)


def _inbound(turn: RehearsalTurn, at: datetime) -> Inbound:
    """Read a turn as the web page would read its form."""
    if turn.command == TIME_PASSES:
        return Inbound("web", "silence", at)
    command: Command | None = next((one for one in COMMANDS if one == turn.command), None)
    command = "next" if turn.is_empty else command
    kind: InboundKind = "command" if command else "choices" if turn.choices else "text"
    return Inbound("web", kind, at, turn.text, command, choices=turn.choices, seen=turn.about or None, whole=True)


def _places(flow: Flow, talk: Conversation) -> Iterator[RouteStep]:
    known: dict[str, Answer | None] = {}
    here = open_about(flow, talk)
    for asked in route(flow, talk.answers):
        question = asked.question
        when = question.when
        parts = tuple(ConditionPart(spell(atom), holds(atom, known)) for atom in atoms_of(when)) if when else ()
        yield RouteStep(
            question.id,
            question.short or question.ask,
            _state(flow, asked, talk.answers),
            spell(when) if when else "",
            parts,
            is_open=question.id == here,
        )
        if asked.state == "asked":
            known[question.id] = talk.answers.get(question.id)
        elif asked.implied is not None:
            known[question.id] = asked.implied


def _state(flow: Flow, asked: Asked, answers: Mapping[str, Answer]) -> str:
    question = asked.question
    if asked.state == "implied" and asked.implied:
        label = labels.said(flow, question.id, "answered", asked.implied.value)
        return f"not asked, counts as: {label}"
    if asked.state == "not asked":
        return "not asked, as it stands"
    answer = answers.get(question.id)
    if type_of(question).gives == "nothing":
        return "only said"
    if answer is None:
        return "not answered yet"
    return labels.said(flow, question.id, answer.state, answer.value) or "answered in words"


def tidings(flow: Flow, events: Sequence[Event]) -> tuple[str, ...]:
    """Return what a step would have stored, each in a line."""
    return tuple(_tiding(flow, event) for event in events)


def _tiding(flow: Flow, event: Event) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each kind of event
    match event:
        case Answered(question, answer):
            told = labels.said(flow, question, answer.state, answer.value) or "words"
            return f"An answer to {question} is kept: {told}."
        case Consented(switch, granted):
            return f"A {'yes' if granted else 'no'} to {switch} is kept, with the words of the question."
        case Misunderstood(question, how):
            return f"It is counted that {question} was not understood at first: {how}."
        case Distressed(tag):
            return f"Staff see: it {labels.flag(tag)}."
        case PersonAsked():
            return "Staff see that this person wants one of them."
        case Moved(stage):
            return f"The conversation is now: {stage}."
        case Renewed():
            return "Another conversation begins."
        case Erased():
            return "Everything that was said is deleted."
        case HelpShown():
            return "Help now is counted for the day, with nothing about the person."
        case Requested(queue, is_wanted):
            return f"{'Staff see a request' if is_wanted else 'A request is taken back'}: {labels.QUEUES[queue]}."
        case Commented():
            return "A comment is kept."
        case AskAnswered() | TookBack():
            return "What staff asked this person is answered, or taken back."
        case Said():
            return "A message is sent."
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(event)
