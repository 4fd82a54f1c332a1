"""A reply or a quote goes to the question that its message asked, or to the answer that it was."""

from dataclasses import replace

from feedback.conversation.answers import correct, take_earlier
from feedback.conversation.prompts import asked_questions, open_about
from feedback.conversation.turn import Turn, keep_answer, keep_comment, today_of, watch_over
from feedback.flows.answer import Answer, Piece
from feedback.flows.model import Question
from feedback.hearing.hear import hear
from feedback.listening.meaning import ask_of, reading_of
from feedback.types.question_type import Reading


def replied_about(turn: Turn) -> str:
    """Return what a reply is about, where that is not what is open: a question's id, or one of our own steps.

    Empty for a message that is no reply, and for a reply to what is open.
    """
    inbound = turn.inbound
    if not inbound.reply_to:
        return ""
    about = answered_by(turn, inbound.reply_to) or inbound.seen or ""
    return "" if about in (open_about(turn.flow, turn.conversation), "closed") else about


def answered_by(turn: Turn, message: str) -> str:
    """Return the id of the question to which a message of the person is (a part of) the answer, or nothing."""
    answers = turn.conversation.answers.items()
    found = (name for name, answer in answers if any(piece.message == message for piece in answer.pieces))
    return next(found, "")


def take_reply(turn: Turn, about: str) -> Turn:
    """Return the turn with a reply to something earlier taken as what it is: an answer to that, or words beside it."""
    question = turn.flow.question(about)
    asked = {one.id for one in asked_questions(turn.flow, turn.conversation)}
    if question is None or question.id not in asked:
        return watch_over(keep_comment(turn).say("kept_words"))
    if question.id not in turn.conversation.answers:
        return _say_kept(keep_with(turn, question, _meaning(turn, question)), question)
    taken = take_earlier(turn, question)
    if taken is not None:
        return turn.say("kept_as_answer") if taken is turn else taken
    reading = _meaning(turn, question)
    if reading is None:
        return _say_kept(keep_with(turn, question), question)
    pieces = (Piece(turn.inbound.message, turn.inbound.text),)
    return correct(turn, question, pieces=pieces, reading=reading)


def keep_with(turn: Turn, question: Question, reading: Reading | None = None) -> Turn:
    """Return the turn with words kept beside what was said to a question before. What was picked stays picked."""
    before = turn.conversation.answers.get(question.id, Answer("answered", turn.now))
    pieces = (*before.pieces, Piece(turn.inbound.message, turn.inbound.text))
    longer = replace(before, state="answered", at=turn.now, pieces=pieces)
    return watch_over(keep_answer(turn, question, replace(longer, value=reading.value) if reading else longer))


def _say_kept(turn: Turn, question: Question) -> Turn:
    return turn.say("kept_with", short=question.short or question.ask)


def _meaning(turn: Turn, question: Question) -> Reading | None:
    heard = hear(ask_of(question, today_of(turn)), turn.inbound.text)
    return reading_of(question, heard) if heard.sure else None
