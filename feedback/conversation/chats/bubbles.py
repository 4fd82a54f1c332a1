"""Several quick messages that are one thought: one of them is acknowledged, the others are kept quietly."""

from dataclasses import replace

from feedback.conversation.chats.replies import keep_with
from feedback.conversation.events import Answered, Commented, Event, Misunderstood
from feedback.conversation.own_steps import picked_step
from feedback.conversation.prompts import open_about, question_in_hand
from feedback.conversation.remarks import is_remark
from feedback.conversation.turn import Turn, keep_comment, watch_over
from feedback.listening.answer_parser import read_answer
from feedback.types.registry import type_of


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


def as_one_thought(before: Turn, after: Turn) -> Turn | None:
    """Return the turn to be kept without a word, for more of a thought that was acknowledged; None where it has to be said."""
    inbound, conversation = before.inbound, before.conversation
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
