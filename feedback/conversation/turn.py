"""One turn of a conversation under way: the conversation so far, what happened, and what will be said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Literal, TypeVar
from zoneinfo import ZoneInfo

from feedback.channels import channel_named
from feedback.conversation.events import Answered, Commented, Consented, Distressed, Event, Moved, Requested, Said
from feedback.conversation.messages import Inbound, Outbound
from feedback.conversation.prompts import open_prompt, open_prompts, question_in_hand
from feedback.conversation.state import Conversation, Stage
from feedback.distress.notice import Kind
from feedback.distress.noticing import denied, notices
from feedback.flows.answer import Answer, Piece
from feedback.flows.model import QUEUES, Flow, Question, Queue
from feedback.hearing.ask import Ask
from feedback.hearing.hear import hear
from feedback.hearing.heard import Heard
from feedback.listening.answer_parser import has_own_words
from feedback.listening.meaning import ask_of
from feedback.listening.safeguarding import Noticed, calm_words, signs_of_distress
from feedback.types.question_type import Reading
from feedback.types.registry import type_of

_HELP_AGAIN_AFTER = timedelta(hours=24)
"""The words that fit are said in full once a day; after that in short, each time."""


_GIVES_WAY = ("is that right", "story", "from story")
"""Questions of our own that wait behind help."""
_SAID_ONCE: frozenset[Kind] = frozenset({"about-me-now", "help-now"})
"""Kinds whose full words come once a day; what happened before, to a child or by staff is new each time."""


Shape = TypeVar("Shape")


@dataclass(frozen=True)
class Turn:
    """A turn so far. Every function takes one and returns the next; nothing is changed in place."""

    flow: Flow
    conversation: Conversation
    inbound: Inbound
    now: datetime
    heard: Heard | None = None
    """What the words of the message mean where the conversation stands, where it was words."""
    events: tuple[Event, ...] = ()
    lines: tuple[str, ...] = ()

    def change(self, **changes: Any) -> "Turn":
        """Return the turn with the conversation changed."""
        return _changed(self, conversation=_changed(self.conversation, **changes))

    def add(self, *events: Event) -> "Turn":
        """Return the turn with more having happened."""
        return _changed(self, events=self.events + events)

    def say(self, key: str, **fill: str) -> "Turn":
        """Return the turn with one of our texts to be said before the open prompt."""
        return self.line(self.flow.words.say(key, **fill))

    def line(self, text: str) -> "Turn":
        """Return the turn with a line to be said before the open prompt."""
        return _changed(self, lines=(*self.lines, text))

    def sign(self) -> "Turn":
        """Return the turn with who signs for us, where the host named somebody."""
        return self.line(self.flow.words.signature) if self.flow.words.signature else self

    def move(self, stage: Stage) -> "Turn":
        """Return the turn with the conversation in another stage; nothing happens where it is there already."""
        if self.conversation.stage == stage:
            return self
        aside = None if self.conversation.aside == "from story" else self.conversation.aside
        return self.change(stage=stage, aside=aside).add(Moved(stage))


def _changed(value: Shape, **changes: Any) -> Shape:
    """Return a frozen value with some fields changed. `replace` builds it field by field, at a dozen times the cost.

    Raises TypeError for a name that is no field.
    """
    if not changes.keys() <= vars(value).keys():
        raise TypeError(f"{type(value).__name__} has no field named so: {', '.join(changes)}.")
    made = object.__new__(type(value))
    vars(made).update(vars(value), **changes)
    return made


def speak(turn: Turn, kind: Literal["talk", "reminder"] = "talk") -> Turn:
    """Return the turn with its lines and the open prompt said, as one message.

    Between two messages to one open question in a chat, the question itself is not said again.
    """
    if is_by_letter(turn.conversation):
        return _write(turn, kind)
    prompt = open_prompt(turn.flow, turn.conversation)
    has_added = any(isinstance(event, Answered) and event.question == prompt.about for event in turn.events)
    if turn.conversation.is_collecting and turn.inbound.kind == "text" and has_added:
        choices = prompt.choices if type_of(prompt).gives == "choices" else ()
        prompt = replace(prompt, progress="", ask="", hint="", choices=choices)
    if turn.conversation.aside == "story" and any(isinstance(event, Commented) for event in turn.events):
        prompt = replace(prompt, ask="", hint="")
    if kind == "reminder":
        prompt = replace(prompt, words=("no_reminders", *prompt.words))
    return _changed(turn, lines=()).add(Said(Outbound("\n\n".join(turn.lines), prompt, kind)))


def is_by_letter(conversation: Conversation) -> bool:
    """Return whether this person is asked by letters that hold everything that is open."""
    return channel_named(conversation.channel).is_letter and not conversation.is_series


def _write(turn: Turn, kind: Literal["talk", "reminder"]) -> Turn:
    """Say it all in one letter. Help that was shown takes our other lines with it, and asks nothing."""
    text, conversation = "\n\n".join(turn.lines), turn.conversation
    for place, event in enumerate(turn.events):
        if isinstance(event, Said) and event.outbound.kind == "help":
            together = replace(event.outbound, text="\n\n".join(part for part in (event.outbound.text, text) if part))
            return replace(turn, lines=(), events=(*turn.events[:place], Said(together), *turn.events[place + 1 :]))
    if conversation.aside or conversation.stage == "checking":
        letter = Outbound(text, open_prompt(turn.flow, conversation), kind)
    elif conversation.stage in ("consent", "asking"):
        letter = Outbound(text, None, kind, rest=open_prompts(turn.flow, conversation, is_reply=kind == "talk"))
    else:
        letter = Outbound(text, None, kind)
    return replace(turn, lines=()).add(Said(letter))


def keep_answer(turn: Turn, question: Question, answer: Answer, reading: Reading | None = None) -> Turn:
    """Return the turn with an answer stored as the newest revision, and a consent flipped where it is one.

    `reading` is how its only message was read, where that is known: then it is not read again.
    """
    answers = turn.conversation.answers
    before = answers.get(question.id)
    newest = replace(answer, revision=before.revision + 1 if before else 1)
    own = reading.is_own if reading else has_own_words(question, newest, turn.flow.words)
    kept = turn.change(answers={**answers, question.id: newest}).add(Answered(question.id, newest, own))
    if question.queues:
        kept = kept.add(*_requested(turn.flow, answers, kept.conversation.answers))
    if question.consent and newest.state == "answered" and newest.picked:
        return keep_consent(kept, question.consent, granted=newest.value == "yes", wording=question.ask)
    return kept


def _requested(flow: Flow, before: Mapping[str, Answer], after: Mapping[str, Answer]) -> tuple[Requested, ...]:
    """Return what is asked of staff now and was not, or the other way round. Several questions may ask for one thing."""
    was, now = _queues(flow, before), _queues(flow, after)
    return tuple(Requested(queue, is_wanted=queue in now) for queue in QUEUES if (queue in was) is not (queue in now))


def _queues(flow: Flow, answers: Mapping[str, Answer]) -> frozenset[Queue]:
    return frozenset(
        queue
        for question in flow.questions
        for queue, choices in question.queues
        if question.id in answers and not set(choices).isdisjoint(answers[question.id].picked)
    )


def keep_consent(turn: Turn, switch: Any, *, granted: bool, wording: str) -> Turn:
    """Return the turn with a consent switch set, with the exact words that asked for it."""
    consents = {**turn.conversation.consents, switch: granted}
    return turn.change(consents=consents).add(Consented(switch, granted, wording))


def keep_comment(turn: Turn) -> Turn:
    """Return the turn with the message stored as words that belong to no question, whole."""
    inbound = turn.inbound
    piece = Piece(inbound.message, inbound.text)
    return turn.add(Commented(piece, inbound.media, inbound.is_forward, inbound.kind == "edit"))


PLAIN_YES = 6
"""A yes or no of up to so many words says nothing else ("yes, that is fine, thanks")."""


def keep_what_else_was_said(turn: Turn) -> Turn:
    """Return the turn with a yes or no in many words kept whole, and what was written beside a button: it is feedback."""
    is_more = len(turn.inbound.text.split()) > (0 if turn.inbound.choices else PLAIN_YES)
    return watch_over(keep_comment(turn)) if is_more else turn


def watch_over(turn: Turn) -> Turn:
    """Return the turn with help offered, if the words of the message speak of distress.

    Comes after the words are stored. Never changes the route and never blocks: the open question stays open. Words that
    only may be distress get one soft line, and nothing else changes.
    """
    if is_helped(turn):
        return turn
    is_answer = turn.heard is not None and turn.heard.is_answer
    found = signs_of_distress(turn.flow.words, turn.inbound.text, turn.conversation.lately, is_answer=is_answer)
    flagged = turn.add(*(Distressed(entry.tag, entry.matched) for entry in found))
    plain = [entry for entry in found if entry.kind != "possible"]
    if plain:
        return _show_help(flagged, plain[0])
    if denied(turn.inbound.text):
        return flagged.say("distress_denied")
    return flagged.say("distress_possible") if found else turn


def is_helped(turn: Turn) -> bool:
    """Return whether the words of this very message were answered with help: once is enough."""
    return any(isinstance(event, Said) and event.outbound.kind == "help" for event in turn.events)


def _show_help(turn: Turn, noticed: Noticed) -> Turn:
    """Say what fits the kind of distress, with two numbers; the words come again, shorter, each time they are needed."""
    conversation = turn.conversation
    helped_at = conversation.helped_at
    is_lately = helped_at is not None and turn.now - helped_at < _HELP_AGAIN_AFTER
    is_again = is_lately and noticed.kind in _SAID_ONCE
    calm = calm_words(turn.flow.words, noticed, conversation.nation, is_again=is_again)
    helped_in = noticed.language if noticed.language in turn.flow.words.distress else ""
    shown = turn.add(Said(Outbound(calm, kind="help"))).change(helped_at=turn.now, helped_in=helped_in)
    may_ask = conversation.aside in (None, *_GIVES_WAY) and not is_by_letter(conversation)
    return shown.change(aside="after help", guess=None) if may_ask else shown


def answer_any_cry(turn: Turn) -> Turn:
    """Answer a cry that came beside a button, in a form, a letter or after the end, where nothing else has."""
    is_over = turn.conversation.stage in ("declined", "deleted")
    is_passed_by = turn.inbound.text.strip() and (turn.inbound.kind != "text" or is_over)
    if not is_passed_by or is_helped(turn) or not is_in_distress(turn):
        return turn
    if not is_over:
        return watch_over(turn)
    alone = watch_over(replace(turn, events=(), lines=()))
    told = [event for event in alone.events if isinstance(event, Said)]
    return replace(turn, events=(*told, *turn.events))


def is_in_distress(turn: Turn) -> bool:
    """Return whether the words plainly speak of distress, alone or with the last short messages. A soft sign is none."""
    return any(noticed.kind != "possible" for noticed in notices(turn.inbound.text, turn.conversation.lately))


_ASIDES_OF_YES_AND_NO = frozenset({"person", "is that right", "from story", "asked"})


def understand(turn: Turn) -> Heard:
    """Return what the words of a message mean where the conversation stands."""
    return hear(_ask_here(turn), turn.inbound.text)


def _ask_here(turn: Turn) -> Ask:
    conversation = turn.conversation
    if conversation.aside in ("story", "asked words"):
        return Ask("text", question=open_prompt(turn.flow, conversation).ask)
    if conversation.aside:
        return Ask("yesno" if conversation.aside in _ASIDES_OF_YES_AND_NO else "any", choices=_YES_NO)
    if conversation.stage in ("consent", "checking"):
        return Ask("consent" if conversation.stage == "consent" else "summary")
    question = question_in_hand(turn.flow, conversation)
    return ask_of(question, today_of(turn)) if question else Ask("any")


_YES_NO = {"yes": "Yes", "no": "No"}


def today_of(turn: Turn) -> date:
    """Return the day on which the person writes, by the flow's clock."""
    return turn.now.astimezone(ZoneInfo(turn.flow.words.zone)).date()
