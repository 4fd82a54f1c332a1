"""Several quick messages that are one thought: one of them is acknowledged, the others are kept quietly."""

import re
from dataclasses import replace
from datetime import timedelta

from feedback.conversation.chats.replies import keep_with
from feedback.conversation.events import Answered, Commented, Event, Misunderstood
from feedback.conversation.own_steps import picked_step
from feedback.conversation.prompts import open_about, question_in_hand
from feedback.conversation.remarks import is_remark
from feedback.conversation.turn import Turn, keep_comment, watch_over
from feedback.flows.model import Question
from feedback.listening.answer_parser import perhaps_command, read_answer
from feedback.listening.meaning import reading_of
from feedback.types.registry import type_of

QUICKLY = timedelta(seconds=20)
"""Within this after an answer, by the time of the message, its writer may not have read what we asked next."""
_JOINING = re.compile(
    r"(?:and|but|because|cos|coz|cuz|bc|also|plus|so|then|or|which|who|although|though|except)\b", re.IGNORECASE
)
_WORDS_OF_A_TAP = 3
"""An answer of so few words may be a label."""
_SHORT_MESSAGE = 120
"""Characters up to which a message may be a part of a sentence that is sent in bubbles."""
_NO_ACT = frozenset({"none", "unclear", "other"})


def remember(turn: Turn) -> Turn:
    """Keep the last short messages for as long as they may be parts of one."""
    conversation, text = turn.conversation, turn.inbound.text
    if conversation.stage in ("declined", "deleted") or len(text) > _SHORT_MESSAGE:
        return turn.change(lately=())
    return turn.change(lately=(*conversation.lately[-1:], text))


def take_rest_of_thought(turn: Turn) -> Turn | None:
    """Return the turn with words kept where the message before them went, for they were sent before the next question.

    None where they are clear as an answer to what is open now, or were not sent so early.
    """
    if not turn.inbound.is_crossed or _fits_what_is_open(turn):
        return None
    question = turn.flow.question(turn.inbound.seen or "")
    if question is None or question.id not in turn.conversation.answers:
        return watch_over(keep_comment(turn))
    return keep_with(turn, question)


def _fits_what_is_open(turn: Turn) -> bool:
    question = question_in_hand(turn.flow, turn.conversation)
    if question is None or turn.conversation.aside:
        return picked_step(turn) is not None
    return type_of(question).gives != "words" and read_answer(question, turn.inbound.text, turn.flow.words) is not None


def take_continuation(turn: Turn) -> Turn | None:
    """Return the turn with a text kept beside the last answer, where it reads as more of it and came quickly after; else None.

    It was begun before our next question was read: nothing is said to it, and the question stays open as it is.
    """
    inbound, question = turn.inbound, question_in_hand(turn.flow, turn.conversation)
    last = _last_answered(turn)
    if question is None or last is None or inbound.kind != "text" or inbound.whole or turn.conversation.aside:
        return None
    if turn.conversation.is_collecting or not _goes_on(turn, question, last) or _is_answer(turn, question):
        return None
    return keep_with(replace(turn, inbound=replace(inbound, is_crossed=True)), last)


def _last_answered(turn: Turn) -> Question | None:
    """Return the question that was answered last, if that was a moment ago."""
    answers = turn.conversation.answers
    name = max(reversed(tuple(answers)), key=lambda one: answers[one].at, default="")
    if not name or answers[name].state != "answered" or abs(turn.inbound.at - answers[name].at) > QUICKLY:
        return None
    return turn.flow.question(name)


def _goes_on(turn: Turn, question: Question, last: Question) -> bool:
    """Whether a text begins as the second part of a sentence does.

    Only a joining word shows it where any words are an answer, or where we have just asked again.
    """
    text, before = turn.inbound.text.strip(), turn.conversation.answers[last.id].words
    if type_of(question).gives == "words":
        return False
    is_joined = _JOINING.match(text) is not None
    if type_of(question).offers_place or is_joined or last == question:
        return is_joined
    return text[:1].islower() and len(before.split()) > _WORDS_OF_A_TAP and before.rstrip()[-1:] not in ".!?"


def _is_answer(turn: Turn, question: Question) -> bool:
    """Whether a text says something to the program, or is an answer to what is open after all.

    What joins on ("because nobody came") and only may be an answer is none.
    """
    heard = turn.heard
    if heard is None or heard.act not in _NO_ACT or perhaps_command(turn.inbound.text, turn.flow.words):
        return True
    read = read_answer(question, turn.inbound.text, turn.flow.words)
    is_told = heard.sure or _JOINING.match(turn.inbound.text.strip()) is None
    is_heard = is_told and reading_of(question, heard) is not None
    return not type_of(question).offers_place and (read is not None or is_heard)


def as_one_thought(before: Turn, after: Turn) -> Turn | None:
    """Return the turn to be kept without a word, for more of a thought that was acknowledged; None where it has to be said."""
    inbound, conversation = after.inbound, before.conversation
    is_bubble = inbound.is_crossed and inbound.kind == "text" and not (inbound.whole or inbound.is_forward)
    is_first_held = conversation.stage == "consent" and conversation.tries == 0
    is_answered = after.heard is not None and is_remark(after.heard.act)
    if not is_bubble or is_first_held or is_answered or not after.events or not _is_where_it_was(before, after):
        return None
    if not all(_only_adds_words(before, event) for event in after.events):
        return None
    kept = tuple(event for event in after.events if not isinstance(event, Misunderstood))  # nothing is asked again
    quiet = replace(after, lines=(), events=kept)
    return quiet if conversation.stage == "consent" else quiet.change(tries=conversation.tries)


def _is_where_it_was(before: Turn, after: Turn) -> bool:
    return open_about(before.flow, before.conversation) == open_about(after.flow, after.conversation)


def _only_adds_words(before: Turn, event: Event) -> bool:
    if isinstance(event, Answered):
        earlier = before.conversation.answers.get(event.question)
        return event.answer.value == (earlier.value if earlier else None)
    return isinstance(event, Commented | Misunderstood)
