"""A letter in reply: answers to several questions at once, in the order in which they were asked."""

from dataclasses import replace

from feedback.conversation.answers import correct
from feedback.conversation.commands import erase, go_on_where_left
from feedback.conversation.events import Misunderstood
from feedback.conversation.prompts import PROPOSED, open_question, step_prompt
from feedback.conversation.stories.telling import confirm, withdraw
from feedback.conversation.turn import PLAIN_YES, Turn, keep_answer, keep_comment, keep_consent, today_of, watch_over
from feedback.flows.answer import Answer, Piece
from feedback.flows.model import Question
from feedback.hearing.ask import ASK_TYPES
from feedback.hearing.consent import consent_in, has_condition
from feedback.hearing.hear import hear
from feedback.listening.answer_parser import command_in, read_answer
from feedback.listening.meaning import ask_of, reading_of
from feedback.types.question_type import Reading
from feedback.types.registry import type_of

CONSENT = "consent"
"""What a letter calls its question about consent."""


def consent_to_all(turn: Turn) -> Turn:
    """Return the turn with every switch of the flow's consent set, with the words that asked for it."""
    agreed = turn
    for switch in turn.flow.consent.switches:
        agreed = keep_consent(agreed, switch, granted=True, wording=turn.flow.consent.ask)
    return agreed.change(tries=0, reminders_sent=0).move("asking")


def take_letter(turn: Turn) -> Turn:
    """Return the turn with every answer of a letter kept, and what belongs to no question as a comment.

    A no to consent erases all of it. Answers that came without a yes are held, uncounted, until the yes comes.
    """
    if turn.conversation.stage == "stopped":
        return watch_over(keep_comment(turn).say("kept_words"))
    opened = go_on_where_left(turn) if turn.conversation.stage in ("paused", "left early") else turn
    lines = dict(turn.inbound.answers)
    consented = _take_consent(opened, lines.pop(CONSENT, ""))
    if consented is None:
        return erase(turn, "no consent")
    taken = consented
    for question in turn.flow.questions:
        if lines.get(f"{PROPOSED}{question.id}", "").strip():
            taken = _take_proposed(taken, question, lines[f"{PROPOSED}{question.id}"])
        if lines.get(question.id, "").strip():
            taken = _take_line(taken, question, lines[question.id])
    return _close(watch_over(_keep_beside(taken)))


def _take_consent(turn: Turn, words: str) -> Turn | None:
    """Return the turn with what was said about consent; None for a no. What is not clear is kept, and is no yes."""
    prompt = step_prompt(turn.flow, turn.conversation, CONSENT)
    if turn.conversation.stage != CONSENT or not words.strip() or prompt is None:
        return turn
    match _said_of_consent(turn, Question("step", prompt.ask, "yesno", choices=prompt.choices), words):
        case "yes":
            return consent_to_all(_with_story(turn, words))
        case "no":
            return None
        case "more":
            return _with_story(turn, words).say(turn.flow.consent.more)
        case _:
            return _comment(turn, words)


def _with_story(turn: Turn, words: str) -> Turn:
    """Return the turn with what was said of consent kept whole, where that is more than a plain yes."""
    return _comment(turn, words) if len(words.split()) > PLAIN_YES else turn


def _said_of_consent(turn: Turn, asked: Question, words: str) -> str:
    """Return yes, no, more, or "" for what is neither. A yes with a condition is none, and only a sure no erases."""
    said, is_sure = consent_in(words)
    if is_sure and said in ("yes", "no"):
        return said
    reading = read_answer(asked, words, turn.flow.words)
    if reading is not None and not reading.has_words:
        return str(reading.value)
    if reading is not None and reading.value == "yes" and said != "no" and not has_condition(words):
        return "yes"
    return "more" if said == "question" else ""


def _take_proposed(turn: Turn, question: Question, words: str) -> Turn:
    """Take a yes or no to what was read in a story; other words are the answer to its question."""
    prompt = step_prompt(turn.flow, turn.conversation, f"{PROPOSED}{question.id}")
    is_held = any(one.question == question.id for one in turn.conversation.proposals)
    asked = Question("step", question.ask, "yesno", choices=prompt.choices if prompt else ())
    reading = read_answer(asked, words, turn.flow.words)
    if reading is None or reading.has_words:
        return _take_line(withdraw(turn, question), question, words)
    if reading.value == "yes" and is_held and question.id not in turn.conversation.answers:
        return confirm(turn, question)
    return withdraw(turn, question)


def _take_line(turn: Turn, question: Question, words: str) -> Turn:
    command = command_in(words, turn.flow.words)
    before = turn.conversation.answers.get(question.id)
    if command in ("skip", "prefer_not"):
        state = Answer("skipped" if command == "skip" else "declined", turn.now)
        return turn if before else keep_answer(turn, question, state)
    listed = read_answer(question, words, turn.flow.words)
    reading = _clear(question, listed) if listed else _meant(turn, question, words)
    pieces = (Piece(turn.inbound.message, words),)
    if before is not None:
        return correct(turn, question, pieces=pieces, reading=reading)
    kept = keep_answer(turn, question, Answer("answered", turn.now, reading.value if reading else None, pieces))
    return kept if reading else kept.add(Misunderstood(question.id, "kept as given"))


def _clear(question: Question, reading: Reading | None) -> Reading | None:
    """Return a reading that is no guess: nobody is told at once how a letter was understood.

    A label with more words behind it is clear ("Yes, they listened"); a slip of the finger, or one number among
    words, stays in the person's words alone.
    """
    if reading is None or reading.is_sure:
        return reading
    return reading if type_of(question).gives == "choice" and reading.has_words else None


def _meant(turn: Turn, question: Question, words: str) -> Reading | None:
    """Return what the words of a line surely mean, or None: what is only likely stays in the person's words.

    A word alone that is no label may be a slip of the finger; only yes and no are known however they are written.
    """
    if question.type not in ASK_TYPES:
        return None
    heard = hear(ask_of(question, today_of(turn)), words)
    meant = reading_of(question, heard) if heard.sure and heard.act == "none" else None
    is_slip = meant is not None and len(words.split()) == 1 and meant.value not in ("yes", "no")
    return None if is_slip else meant


def _keep_beside(turn: Turn) -> Turn:
    beside = turn.inbound.beside
    return _comment(turn, beside) if beside.strip() else turn


def _comment(turn: Turn, words: str) -> Turn:
    kept = keep_comment(replace(turn, inbound=replace(turn.inbound, text=words)))
    return replace(kept, inbound=turn.inbound)


def _close(turn: Turn) -> Turn:
    """Say where we are: consent is missing, some questions are open, or everything is answered.

    The letter back repeats no answer: somebody else may read that mailbox.
    """
    stage = turn.conversation.stage
    if stage == CONSENT:
        return turn.say("letter_needs_yes")
    if stage == "finished":
        return turn if turn.lines else turn.say("kept_words")
    if open_question(turn.flow, turn.conversation) is not None:
        return turn.say("letter_kept")
    thanked = turn.move("finished").line(turn.flow.finish.thanks.strip())
    return thanked.say("letter_done", code=turn.conversation.code)
