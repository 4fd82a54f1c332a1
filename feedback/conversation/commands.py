"""The words that are always understood: back, skip, next, help, pause, stop, change, delete, person, privacy, start."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from feedback.channels import channel_named
from feedback.conversation.answers import decline, go_on, skip, went_back_to
from feedback.conversation.events import Erased, HelpShown, Moved, PersonAsked, Renewed, Said
from feedback.conversation.messages import Arrival, Outbound
from feedback.conversation.prompts import open_prompt, open_question, question_in_hand
from feedback.conversation.state import Stage
from feedback.conversation.stories.telling import begin_story, end_story
from feedback.conversation.turn import Turn, keep_answer
from feedback.flows.answer import Answer
from feedback.flows.model import Question
from feedback.flows.words import Command
from feedback.listening.safeguarding import help_message
from feedback.types.registry import type_of

_END_A_STORY: frozenset[Command] = frozenset({"next", "skip", "back"})
_ENDED = frozenset({"finished", "stopped", "left early", "declined", "deleted"})


def obey(turn: Turn, command: Command) -> Turn:
    """Return the turn with a command carried out, in whatever state the conversation is."""
    if turn.conversation.aside == "story" and command in _END_A_STORY:
        return end_story(turn)
    if command not in ("help", "privacy"):
        turn = turn.change(aside=None)
    return _ORDERS[command](turn)


def _help(turn: Turn) -> Turn:
    """Show help at once: before consent too, with nothing kept but a count."""
    text = help_message(turn.flow.words, turn.conversation.nation)
    return turn.add(HelpShown(), Said(Outbound(text, kind="help"))).say("help_words")


def _privacy(turn: Turn) -> Turn:
    return turn.say("mail_privacy" if channel_named(turn.inbound.channel).is_letter else "privacy")


def start(turn: Turn) -> Turn:
    """Return the turn with the conversation opened, or gone on with where it was left."""
    conversation, told = turn.conversation, _say_how_they_came(turn)
    if not conversation.is_greeted:
        return told.change(is_greeted=True).line(turn.flow.start.strip()).sign()
    if conversation.stage in ("paused", "left early", "stopped"):
        return welcome(go_on_where_left(told))
    return told.say("already_finished" if conversation.stage == "finished" else "here_is_your_place")


def welcome(turn: Turn) -> Turn:
    """Return the turn with a welcome back said first, once. Nothing is called safe that still waits for a yes."""
    text = turn.flow.words.say("welcome_back" if turn.conversation.consents.get("take_part") else "welcome_back_first")
    return turn if text in turn.lines else replace(turn, lines=(text, *turn.lines))


def _say_how_they_came(turn: Turn) -> Turn:
    arrival = turn.inbound.arrival
    told = turn.say(_ARRIVED[arrival]) if arrival else turn
    is_copied = channel_named(turn.inbound.channel).keeps_a_copy
    return told.say("deleted_chat") if arrival == "somebody else" and is_copied else told


_ARRIVED: Mapping[Arrival, str] = {
    "lost link": "arrived_lost",
    "more to tell": "arrived_with_more",
    "somebody else": "arrived_anew",
}


def renew(turn: Turn) -> Turn:
    """Return the turn with another conversation begun for the same person."""
    return turn.add(Renewed(is_somebody_else=False))


def hand_over(turn: Turn) -> Turn:
    """Return the turn with a conversation begun for somebody else, who must not be reminded of this one."""
    quiet = turn.change(wants_reminders=False, remind_at=None)
    left = quiet.move("left early") if quiet.conversation.stage == "paused" else quiet
    return left.add(Renewed(is_somebody_else=True))


def go_on_where_left(turn: Turn) -> Turn:
    """Return the turn with a paused, stopped or lapsed conversation open again."""
    conversation = turn.conversation
    if not conversation.consents.get("take_part"):
        return turn.move("consent")
    opened = turn.change(remind_at=None, reminders_sent=0)
    is_answered = open_question(turn.flow, conversation) is None
    return opened.move("checking" if is_answered else "asking")


def _back(turn: Turn) -> Turn:
    if turn.conversation.stage not in ("asking", "checking"):
        return turn.say("nothing_before")
    before = went_back_to(turn.conversation, turn)
    if before is None:
        return turn.say("first_question")
    return open_again(turn, before)


def open_again(turn: Turn, question: Question) -> Turn:
    """Return the turn with an earlier question open again, its answer shown."""
    opened = turn.change(at=question.id, is_collecting=False, tries=0)
    if opened.conversation.stage == "finished":
        return opened
    return opened.move("asking")


def _next(turn: Turn) -> Turn:
    question = question_in_hand(turn.flow, turn.conversation)
    if question is None:
        return start(turn) if turn.conversation.stage == "stopped" else turn.say("here_is_your_place")
    if turn.conversation.is_collecting:
        return close_answer(turn)
    return skip(turn, question)


def close_answer(turn: Turn) -> Turn:
    """Return the turn with an answer of several messages taken as complete."""
    question = question_in_hand(turn.flow, turn.conversation)
    answer = turn.conversation.answers.get(question.id) if question else None
    if question is None or answer is None:
        return go_on(turn)
    if type_of(question).gives == "choices" and answer.value == ():
        state = Answer("skipped", turn.now, pieces=answer.pieces)
        return go_on(keep_answer(turn, question, state))
    return go_on(turn)


def _skip(turn: Turn) -> Turn:
    question = question_in_hand(turn.flow, turn.conversation)
    return skip(turn, question) if question else turn.say("nothing_to_skip")


def _prefer_not(turn: Turn) -> Turn:
    question = question_in_hand(turn.flow, turn.conversation)
    return decline(turn, question) if question else turn.say("nothing_to_skip")


def _pause(turn: Turn) -> Turn:
    if turn.conversation.stage in _ENDED:
        return turn.say("nothing_to_pause")
    paused = turn.move("paused").say("paused", code=turn.conversation.code)
    return paused.change(aside="pause") if channel_named(turn.conversation.channel).can_write_first else paused


def remind(turn: Turn, choice: str) -> Turn:
    """Return the turn with the time kept at which the person wants to be reminded, if at all."""
    if choice == "none":
        return turn.change(aside=None, wants_reminders=False, remind_at=None).say("pause_quietly")
    wait = timedelta(days=1 if choice == "day" else 4)
    return turn.change(aside=None, wants_reminders=True, remind_at=turn.now + wait).say("pause_noted")


def stop(turn: Turn) -> Turn:
    """Return the turn with the conversation stopped; asks once whether to keep what was said."""
    if not turn.conversation.consents.get("take_part"):
        return erase(turn, "no consent")
    return turn.change(at=None, is_collecting=False, aside="stop", wants_reminders=False).move("stopped").say("stopped")


def erase(turn: Turn, why: Literal["asked", "no consent"]) -> Turn:
    """Return the turn with everything erased. The last message needs nothing that was erased."""
    text = turn.flow.consent.no if why == "no consent" else _deleted(turn)
    stage: Stage = "declined" if why == "no consent" else "deleted"
    gone = turn.change(stage=stage, aside=None, at=None, is_collecting=False, answers={}, consents={}, place="")
    gone = gone.change(guess=None, lately=(), proposals=())
    farewell = Outbound(text, open_prompt(turn.flow, gone.conversation), kind="farewell")
    return replace(gone, lines=()).add(Erased(why), Moved(stage), Said(farewell))


def _deleted(turn: Turn) -> str:
    """In a chat the lines already on the screen are out of our reach, and we say so."""
    words = turn.flow.words
    is_copied = channel_named(turn.inbound.channel).keeps_a_copy
    return " ".join((words.say("deleted"), *((words.say("deleted_chat"),) if is_copied else ())))


def _change(turn: Turn) -> Turn:
    if not turn.conversation.answers:
        return turn.say("nothing_to_change")
    return turn.change(aside="change")


def _delete(turn: Turn) -> Turn:
    return turn.change(aside="delete")


def _person(turn: Turn) -> Turn:
    return turn.change(aside="person").add(PersonAsked()).say("person_told")


def _no_reminders(turn: Turn) -> Turn:
    return turn.change(wants_reminders=False, remind_at=None).say("no_reminders_noted")


_ORDERS: Mapping[Command, Callable[[Turn], Turn]] = {
    "start": start,
    "back": _back,
    "skip": _skip,
    "next": _next,
    "help": _help,
    "pause": _pause,
    "stop": stop,
    "change": _change,
    "delete": _delete,
    "person": _person,
    "privacy": _privacy,
    "prefer_not": _prefer_not,
    "no_reminders": _no_reminders,
    "in_one_go": begin_story,
    "take_back": lambda turn: turn.change(aside="take back"),
}
