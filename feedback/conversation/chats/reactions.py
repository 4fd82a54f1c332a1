"""A reaction (a thumb, a heart) to one of our messages: a yes or no where that is asked, else kept as a remark."""

from dataclasses import replace

from feedback.conversation.answers import correct
from feedback.conversation.chats.replies import answered_by
from feedback.conversation.events import Commented
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import open_about, open_prompt
from feedback.conversation.turn import Turn, keep_comment
from feedback.flows.answer import Piece
from feedback.hearing.consent import consent_in
from feedback.types.question_type import Reading
from feedback.types.registry import type_of

_ALSO = {"no": "change"}
"""At the summary a no is a wish to change something."""


def picked_by_reaction(turn: Turn) -> Inbound | None:
    """Return a reaction as the choice that it makes at what is open; None where it makes none."""
    meant = _meant(turn)
    if turn.inbound.seen != open_about(turn.flow, turn.conversation) or not meant:
        return None
    prompt = open_prompt(turn.flow, turn.conversation)
    choices = {choice.id for choice in prompt.choices}
    picked = meant if meant in choices else _ALSO.get(meant, "")
    is_asked = "yes" in choices and type_of(prompt).gives == "choice" and picked in choices
    words = turn.inbound.text if prompt.is_question else ""
    return replace(turn.inbound, kind="choices", choices=(picked,), text=words) if is_asked else None


def keep_reaction(turn: Turn) -> Turn:
    """Return the turn with a reaction kept: as a correction, where it takes the place of one that was an answer."""
    question = turn.flow.question(answered_by(turn, turn.inbound.message))
    meant = _meant(turn)
    if question is not None and question.choice(meant) is not None:
        piece = Piece(turn.inbound.message, turn.inbound.text)
        return correct(turn, question, pieces=(piece,), reading=Reading(meant))
    return keep_comment(turn)


def is_only_kept(turn: Turn) -> bool:
    """Return whether a reaction was a remark, to which nothing is said: nobody who sends a heart waits for an answer."""
    is_told = turn.lines or any(not isinstance(event, Commented) for event in turn.events)
    return turn.inbound.kind == "reaction" and not is_told


def _meant(turn: Turn) -> str:
    said, _ = consent_in(turn.inbound.text)
    return said if said in ("yes", "no") else ""
