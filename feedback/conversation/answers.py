"""Answers taken: clear ones, unclear ones, several messages to one question, and corrections."""

from dataclasses import replace

from feedback.conversation.events import Distressed, Misunderstood
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import asked_questions, open_about, open_question, question_in_hand, shown_value
from feedback.conversation.state import Conversation
from feedback.conversation.turn import Turn, keep_answer, keep_comment, understand, watch_over
from feedback.flows.answer import Answer, Piece
from feedback.flows.model import Question
from feedback.hearing.answers.places import is_no_place, is_time_or_amount
from feedback.hearing.ask import ASK_TYPES
from feedback.hearing.heard import Heard
from feedback.listening.answer_parser import perhaps_command, read_answer
from feedback.listening.meaning import reading_of
from feedback.types.question_type import Reading, Value
from feedback.types.registry import type_of

_MOST_TRIES = 2
"""A question is asked again at most twice; then the words are kept as they are."""
_STORY_WORDS = 6
"""From so many words on, what fits no choice is something that somebody wanted to tell: we do not say sorry for it."""


def take_answer(turn: Turn, question: Question) -> Turn:
    """Return the turn with a message taken as the answer to the open question."""
    inbound = turn.inbound
    if inbound.kind == "choices":
        return _take_form(turn, question)
    if turn.conversation.is_collecting:
        return _take_more(turn, question)
    if _is_doubtful_place(turn, question, turn.heard):
        return _ask_back(turn, question, None)
    reading = read_answer(question, inbound.text, turn.flow.words)
    if turn.heard is None or question.type not in ASK_TYPES or (reading is not None and reading.is_sure):
        return _take_clear(turn, question, reading) if reading else _take_unclear(turn, question)
    return _take_meaning(turn, question, turn.heard, reading if question.choices else None)


def _take_meaning(turn: Turn, question: Question, heard: Heard, listed: Reading | None) -> Turn:
    """Take what was sure, ask back what was likely, and keep what was neither in the person's words; `listed` is what the list says."""
    meant = reading_of(question, heard)
    if listed is not None and (meant is None or meant.value == listed.value):
        return _take_clear(turn, question, listed)
    if meant is None:
        return _take_unclear(turn, question)
    if heard.sure:
        return _take_clear(turn, question, meant)
    if perhaps_command(turn.inbound.text, turn.flow.words):
        return _take_unclear(turn, question)
    return _ask_back(turn, question, meant)


def _is_doubtful_place(turn: Turn, question: Question, heard: Heard | None) -> bool:
    """Whether words at a place question may be meant for another one: "last summer", "12", "yes"."""
    if heard is None or heard.sure or heard.choice is not None or not type_of(question).offers_place:
        return False
    text = turn.inbound.text
    return is_time_or_amount(text) if heard.place else is_no_place(text)


def _ask_back(turn: Turn, question: Question, meant: Reading | None) -> Turn:
    """Keep the words, say what was heard, and let one tap say that it is right. None: the words themselves, as a place."""
    piece = Piece(turn.inbound.message, turn.inbound.text)
    pieces = (*_not_understood(turn, question), piece)
    kept = watch_over(keep_answer(turn, question, Answer("answered", turn.now, None, pieces))).change(at=question.id)
    if any(isinstance(event, Distressed) for event in kept.events):
        return kept  # nobody who may be in distress is asked whether we guessed right
    return kept.add(Misunderstood(question.id, "asked back")).change(
        aside="is that right", guess=meant.value if meant else None
    )


def _not_understood(turn: Turn, question: Question) -> tuple[Piece, ...]:
    """Return what was said to a question before and not understood: it stays with what is understood in the end."""
    before = turn.conversation.answers.get(question.id)
    if before is None or before.state != "answered" or before.value is not None:
        return ()
    shape = type_of(question)
    return () if shape.gives == "words" or shape.offers_place else before.pieces


def accept_guess(turn: Turn) -> Turn:
    """Return the turn with what we had understood taken as the answer, in the words that were kept."""
    question = question_in_hand(turn.flow, turn.conversation)
    guess = turn.conversation.guess
    if question is not None and guess is None and type_of(question).offers_place:
        return go_on(turn)
    if question is None or guess is None:
        return turn
    before = turn.conversation.answers.get(question.id)
    answer = Answer("answered", turn.now, _settle_only(question, guess), before.pieces if before else ())
    return go_on(keep_answer(turn.change(guess=None), question, answer))


def refuse_guess(turn: Turn) -> Turn:
    """Return the turn with the question open again, in other words, because we had understood something else."""
    question = question_in_hand(turn.flow, turn.conversation)
    can_pick = question and (question.choices or type_of(question).field == "points")
    again = turn.change(guess=None, tries=turn.conversation.tries + 1)
    again = again.say("guess_wrong" if can_pick else "guess_wrong_words")
    return again.add(Misunderstood(question.id, "asked again")) if question else again


def skip(turn: Turn, question: Question) -> Turn:
    """Return the turn with the open question passed over. What was said to it before stays."""
    if question.id in turn.conversation.answers:
        return go_on(turn)
    return go_on(keep_answer(turn, question, Answer("skipped", turn.now)))


def decline(turn: Turn, question: Question) -> Turn:
    """Return the turn with 'prefer not to say' kept, apart from a skip."""
    return go_on(keep_answer(turn, question, Answer("declined", turn.now)))


def go_on(turn: Turn) -> Turn:
    """Return the turn with the open question settled, and the next one (or the summary) open."""
    settled = turn.change(at=None, is_collecting=False, tries=0)
    conversation = settled.conversation
    if conversation.stage not in ("asking", "checking", "finished"):
        return settled
    if open_question(turn.flow, conversation) is not None:
        return settled.move("asking")
    if conversation.stage == "finished":
        return settled.say("changed_after_finish")
    return settled.move("checking")


def correct(turn: Turn, question: Question, *, pieces: tuple[Piece, ...], reading: Reading | None) -> Turn:
    """Return the turn with an earlier answer replaced; its history stays. The same again changes nothing."""
    before, value = turn.conversation.answers[question.id], reading.value if reading else None
    if before.state == "answered" and before.value == value and _words(pieces) == before.words:
        return turn
    corrected = keep_answer(turn, question, Answer("answered", turn.now, value, pieces))
    return _say_rerouted(turn, watch_over(corrected.say("corrected", short=question.short or question.ask)))


def _words(pieces: tuple[Piece, ...]) -> str:
    return "\n".join(piece.words for piece in pieces if piece.words)


def _say_rerouted(before: Turn, after: Turn) -> Turn:
    """Tell the person when a correction changed which questions are theirs. An open one that went is settled."""
    new = {entry.id for entry in asked_questions(after.flow, after.conversation)}
    old = {entry.id for entry in asked_questions(before.flow, before.conversation)}
    if new == old:
        return after
    is_same = open_about(after.flow, after.conversation) == open_about(before.flow, before.conversation)
    settled = after if is_same else after.change(is_collecting=False, tries=0)
    return settled.say("rerouted")


def take_edit(turn: Turn) -> Turn:
    """Return the turn with an edited message taken as a correction of what it said before."""
    for question in turn.flow.questions:
        answer = turn.conversation.answers.get(question.id)
        if answer and any(piece.message == turn.inbound.message for piece in answer.pieces):
            return _edit_answer(turn, question, answer)
    return watch_over(keep_comment(turn).say("edit_kept"))


def _edit_answer(turn: Turn, question: Question, answer: Answer) -> Turn:
    edited = Piece(turn.inbound.message, turn.inbound.text)
    pieces = tuple(edited if piece.message == edited.message else piece for piece in answer.pieces)
    if len(pieces) == 1 or answer.value is None:
        return correct(turn, question, pieces=pieces, reading=read_answer(question, _words(pieces), turn.flow.words))
    return correct(turn, question, pieces=pieces, reading=Reading(answer.value))


def take_earlier(turn: Turn, question: Question) -> Turn | None:
    """Return the turn with a message taken for an earlier question, or None if it fits the open one better.

    The person had `question` in front of them when they wrote: a tap made twice, a form posted again, or a last
    message to an open question that crossed with Next.
    """
    inbound = turn.inbound
    answer = turn.conversation.answers.get(question.id)
    if answer is None:
        return None
    piece = Piece(inbound.message, inbound.text)
    if inbound.kind == "choices" or inbound.whole:
        return correct(turn, question, pieces=_form_pieces(inbound), reading=_form_reading(turn, question))
    if type_of(question).gives == "words":
        return correct(turn, question, pieces=(*answer.pieces, piece), reading=Reading(None))
    reading = read_answer(question, inbound.text, turn.flow.words)
    if reading is None or reading.value == answer.value:
        return turn if reading else None
    if type_of(question).gives == "choices" and reading.items == 1:
        return _late_tick(turn, question, answer, reading)
    return correct(turn, question, pieces=(piece,), reading=reading)


def _late_tick(turn: Turn, question: Question, answer: Answer, reading: Reading) -> Turn:
    """A tick that crossed with Next is added to the others. One made twice is not taken away: it may be a second tap."""
    if set(_picked(reading.value)) <= set(answer.picked):
        return turn
    more = replace(reading, value=_tick(question, answer.picked, reading))
    return correct(
        turn, question, pieces=(*answer.pieces, Piece(turn.inbound.message, turn.inbound.text)), reading=more
    )


def keep_beside(turn: Turn, question: Question) -> Turn:
    """Return the turn with what a form held kept as the answer, and the question still open: a button was pressed."""
    reading = _form_reading(turn, question)
    if reading is None:
        return watch_over(keep_comment(turn)) if turn.inbound.text.strip() else turn
    value, pieces = _settle_only(question, reading.value), _form_pieces(turn.inbound)
    before = turn.conversation.answers.get(question.id)
    if before is not None and before.value == value and before.words == _words(pieces):
        return turn
    kept = keep_answer(turn, question, Answer("answered", turn.now, value, pieces))
    return watch_over(kept.change(at=question.id))


def _form_pieces(inbound: Inbound) -> tuple[Piece, ...]:
    return (Piece(inbound.message, inbound.text),) if inbound.text else ()


def _form_reading(turn: Turn, question: Question) -> Reading | None:
    inbound = turn.inbound
    picked = tuple(choice for choice in inbound.choices if question.choice(choice))
    if picked and type_of(question).gives == "choice":
        return Reading(picked[0])
    if picked and type_of(question).gives == "choices":
        return Reading(picked, items=len(picked))
    if picked or not inbound.text:
        return None
    return read_answer(question, inbound.text, turn.flow.words)


def _take_form(turn: Turn, question: Question) -> Turn:
    reading = _form_reading(turn, question)
    if not turn.inbound.choices and _is_doubtful_place(turn, question, understand(turn)):
        return _ask_back(turn, question, None)
    if reading is not None:
        value = _settle_only(question, reading.value)
        return _keep_and_go_on(turn, question, replace(reading, value=value))
    if turn.inbound.text:
        return _take_unclear(turn, question)
    if turn.conversation.tries >= _MOST_TRIES:
        return skip(turn, question)
    return turn.change(tries=turn.conversation.tries + 1, at=question.id).say("form_empty")


def _keep_and_go_on(turn: Turn, question: Question, reading: Reading) -> Turn:
    before = turn.conversation.answers.get(question.id)
    if before is not None and before.is_from_story and before.value == reading.value and not turn.inbound.text:
        return go_on(turn)
    answer = Answer("answered", turn.now, reading.value, _form_pieces(turn.inbound))
    return watch_over(go_on(keep_answer(turn, question, answer)))


def _settle_only(question: Question, value: Value) -> Value:
    """`only` clears the rest, on a form as well."""
    return (question.only,) if isinstance(value, tuple) and question.only in value else value


def _take_clear(turn: Turn, question: Question, reading: Reading) -> Turn:
    piece = Piece(turn.inbound.message, turn.inbound.text)
    value = _settle_only(question, reading.value)
    earlier = _not_understood(turn, question)
    answer = Answer("answered", turn.now, value, (*earlier, piece))
    kept = keep_answer(turn, question, answer, None if earlier else reading)
    if not reading.is_sure:
        kept = kept.say("understood_as", labels=shown_value(question, value))
    if _may_have_more(turn, question, value, reading):
        return _ask_or_stop(watch_over(kept.change(at=question.id, is_collecting=True)), question)
    settled = go_on(kept)
    return watch_over(settled) if reading.has_words or not reading.is_sure else settled


def _may_have_more(turn: Turn, question: Question, value: Value, reading: Reading) -> bool:
    """A chat message may be one of several: to an open question, to a list of ticks, and behind 'Other'."""
    if turn.inbound.whole:
        return False
    if question.other and isinstance(value, str | tuple) and question.other in _picked(value):
        return not reading.has_words
    if type_of(question).gives == "choices":
        return reading.items == 1 and question.only not in _picked(value) and len(_picked(value)) != question.max
    return type_of(question).gives == "words"


def _picked(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _ask_or_stop(turn: Turn, question: Question) -> Turn:
    """After part of an open answer: ask for more, or ask whether a stop was meant, once the words are safe."""
    if turn.conversation.aside == "after help":
        return turn
    if turn.conversation.aside is None and perhaps_command(turn.inbound.text, turn.flow.words):
        return turn.change(aside="answer or stop")
    if type_of(question).gives == "choices":
        answer = turn.conversation.answers[question.id]
        if question.other in answer.picked:
            return turn.say("other_in_own_words")
        if not answer.picked:
            return turn.say("nothing_picked")
        return turn.say("picked_so_far", labels=shown_value(question, answer.value))
    return turn.say("other_in_own_words" if type_of(question).gives != "words" else "write_more")


def _take_more(turn: Turn, question: Question) -> Turn:
    """Add a message to an answer that is still open: more words, or one more tick (or one tick less)."""
    answer = turn.conversation.answers[question.id]
    piece = Piece(turn.inbound.message, turn.inbound.text)
    reading = read_answer(question, turn.inbound.text, turn.flow.words)
    if type_of(question).gives == "choice" and reading and reading.is_sure:
        return _take_clear(turn, question, reading)
    if type_of(question).gives != "choices" or reading is None or reading.has_words:
        longer = replace(answer, at=turn.now, pieces=(*answer.pieces, piece))
        return _ask_or_stop(watch_over(keep_answer(turn, question, longer)), question)
    value = _tick(question, answer.picked, reading)
    kept = keep_answer(turn, question, Answer("answered", turn.now, value, (*answer.pieces, piece)))
    if _may_have_more(turn, question, value, reading):
        return _ask_or_stop(kept, question)
    return go_on(kept)


def _tick(question: Question, picked: tuple[str, ...], reading: Reading) -> Value:
    new = _picked(reading.value)
    if question.only in new:
        return (question.only,)
    if len(new) == 1 and new[0] in picked:
        return tuple(choice for choice in picked if choice != new[0])
    together = tuple(dict.fromkeys((*picked, *new)))
    return together if question.max is None else together[: question.max]


def _take_unclear(turn: Turn, question: Question) -> Turn:
    """Keep words that are not clear as an answer in the person's own words; ask again at most twice."""
    conversation = turn.conversation
    before = conversation.answers.get(question.id)
    is_again = conversation.tries > 0 and before is not None
    earlier = before.pieces if before and is_again else _not_understood(turn, question)
    pieces = (*earlier, Piece(turn.inbound.message, turn.inbound.text))
    if before is not None and not is_again and before.picked:
        return _take_unclear_change(turn, question, before)
    value = _own_words_value(question) if conversation.tries >= _MOST_TRIES else None
    kept = keep_answer(turn, question, Answer("answered", turn.now, value, pieces))
    if conversation.tries >= _MOST_TRIES:
        given = kept.add(Misunderstood(question.id, "kept as given"))
        return watch_over(go_on(given.say("kept_as_given")))
    asked_again = watch_over(kept.change(at=question.id, tries=conversation.tries + 1))
    if asked_again.events != kept.events:
        return asked_again
    if perhaps_command(turn.inbound.text, turn.flow.words):
        return asked_again.change(aside="answer or stop")
    return _ask_again(asked_again, turn, question)


def _ask_again(kept: Turn, turn: Turn, question: Question) -> Turn:
    """Return the turn, its words kept, with the question put again. `turn` is the one before they were."""
    return kept.add(Misunderstood(question.id, "asked again")).line(_ask_in_other_words(turn, question))


def _ask_in_other_words(turn: Turn, question: Question) -> str:
    """Say how to answer; the second time in other words, with the few things that are enough."""
    words = turn.flow.words
    if turn.conversation.tries > 0:
        return question.means or words.say(f"{type_of(question).retry}_again")
    is_story = bool(question.choices) and len(turn.inbound.text.split()) >= _STORY_WORDS
    usual = words.say("retry_story" if is_story else type_of(question).retry)
    return question.retry or _out_of_range(turn, question) or usual


def _out_of_range(turn: Turn, question: Question) -> str:
    """A number that is not among those that can be is told which can be."""
    if question.range is None or not any(letter.isdigit() for letter in turn.inbound.text):
        return ""
    low, high = question.range
    return turn.flow.words.say("out_of_range", low=f"{low:g}", high=f"{high:g}")


def _take_unclear_change(turn: Turn, question: Question, before: Answer) -> Turn:
    """Keep a clear earlier answer when its replacement is not clear; the new words stand beside it."""
    piece = Piece(turn.inbound.message, turn.inbound.text)
    kept = keep_answer(turn, question, replace(before, at=turn.now, pieces=(*before.pieces, piece)))
    asked_again = watch_over(kept.change(at=question.id, tries=turn.conversation.tries + 1))
    return asked_again if asked_again.events != kept.events else _ask_again(asked_again, turn, question)


def _own_words_value(question: Question) -> Value:
    if not question.other:
        return None
    return (question.other,) if type_of(question).gives == "choices" else question.other


def went_back_to(conversation: Conversation, turn: Turn) -> Question | None:
    """Return the question before the open one on the route; the last one when all are answered; None at the start."""
    asked = asked_questions(turn.flow, conversation)
    current = open_question(turn.flow, conversation)
    if current is None:
        return asked[-1] if asked else None
    place = next(i for i, question in enumerate(asked) if question.id == current.id)
    return asked[place - 1] if place else None
