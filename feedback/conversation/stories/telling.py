"""A story in one go: told, read for what it may answer, and each of that put to the person, who says yes or no."""

from feedback.conversation.answers import go_on
from feedback.conversation.events import Answered, Commented
from feedback.conversation.messages import Inbound
from feedback.conversation.prompts import may_tell, proposal_in_hand, question_in_hand, shown_value
from feedback.conversation.state import Proposal
from feedback.conversation.stories.topics import story_questions
from feedback.conversation.turn import Turn, is_by_letter, is_helped, keep_answer, keep_comment, today_of, watch_over
from feedback.flows.answer import STORY, Answer, Piece
from feedback.flows.model import Question
from feedback.hearing.story.told import told_in
from feedback.hearing.wording.all_said import is_all_said
from feedback.listening.meaning import value_of
from feedback.types.question_type import Reading
from feedback.types.registry import type_of

LONG = 40
"""A message of more words is a story, wherever it was written."""
MOST = 5
"""So many answers are proposed at most."""


def may_offer(turn: Turn) -> bool:
    """Return whether the person is asked if they would rather tell it in one go: at the start, and once."""
    return may_tell(turn.flow, turn.conversation) and not is_by_letter(turn.conversation)


def begin_story(turn: Turn) -> Turn:
    """Return the turn with the person asked to tell it in one go, where the flow has it and questions are open."""
    if not turn.flow.story or question_in_hand(turn.flow, turn.conversation) is None:
        return turn.say("here_is_your_place")
    return turn.change(aside="story")


def has_told_all(turn: Turn) -> bool:
    """Return whether somebody who may write more says that this was all, in words that elsewhere might end the talk."""
    conversation = turn.conversation
    may_write_more = conversation.aside == "story" or (conversation.is_collecting and conversation.aside is None)
    return may_write_more and conversation.stage == "asking" and is_all_said(turn.inbound.text)


def take_story(turn: Turn) -> Turn:
    """Return the turn with part of a story, or all of it, kept whole. It is read for answers when the step ends."""
    if not turn.inbound.text.strip():
        return turn
    kept = watch_over(keep_comment(turn))
    return end_story(kept) if turn.inbound.whole else kept.say("write_more")


def end_story(turn: Turn) -> Turn:
    """Return the turn with the questions open again. Whoever told something is thanked for it."""
    closed = turn.change(aside=None)
    return closed.say("story_kept") if turn.conversation.has_told or turn.events else closed


def hear_story(before: Turn, after: Turn) -> Turn:
    """Return the turn with what a message of many words may answer kept as proposals. Nothing is answered by it."""
    message = after.inbound
    if not after.flow.story or message.kind not in ("text", "choices", "edit", "letter"):
        return after
    fresh = _without_edited(after)
    is_edited_story = message.kind == "edit" and fresh.conversation.proposals != after.conversation.proposals
    is_told = before.conversation.aside == "story" and message.kind != "edit"
    story = message.text if is_told or is_edited_story else _long_words(message)
    if not story or not _is_kept(before, after):
        return fresh
    return _propose(fresh.change(has_told=True), story)


def _long_words(message: Inbound) -> str:
    """Return the words of a message that are long enough for a story: of a letter those that stand together in it."""
    together = (
        (message.beside, *(words for _, words in message.answers)) if message.kind == "letter" else (message.text,)
    )
    longest = max(together, key=len)
    return longest if message.kind != "edit" and len(longest.split()) > LONG else ""


def _without_edited(turn: Turn) -> Turn:
    """Take back what was read in a message that was edited since: its words may not stand there any more."""
    held, message = turn.conversation.proposals, turn.inbound.message
    if turn.inbound.kind != "edit" or not any(one.message == message for one in held):
        return turn
    return turn.change(proposals=tuple(one for one in held if one.message != message))


def _is_kept(before: Turn, after: Turn) -> bool:
    """Whether the words were kept, and nobody in distress wrote them: they are asked plainly, if at all."""
    fresh = after.events[len(before.events) :]
    is_kept = any(isinstance(event, Answered | Commented) for event in fresh)
    return is_kept and not is_helped(after) and after.conversation.stage in ("consent", "asking")


def _propose(turn: Turn, story: str) -> Turn:
    conversation = turn.conversation
    unanswered = frozenset(one.id for one in turn.flow.questions if one.id not in conversation.answers)
    return turn.change(proposals=_joined(conversation.proposals, _read(turn, story, unanswered)))


def _read(turn: Turn, story: str, unanswered: frozenset[str]) -> tuple[Proposal, ...]:
    asked, message = story_questions(turn.flow, unanswered, today_of(turn)), turn.inbound
    told = told_in([one.topic for one in asked], story)
    found = ((asked[one.topic].question, one) for one in told)
    proposals = (
        Proposal(question.id, value_of(question, one.heard), one.quote, message.message) for question, one in found
    )
    return tuple(one for one in proposals if one.value is not None)


def _joined(held: tuple[Proposal, ...], new: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Return both together. Where two messages say different things of one question, it is asked plainly."""
    before = {one.question: one.value for one in held}
    doubted = {one.question for one in new if before.get(one.question, one.value) != one.value}
    fresh = (one for one in new if one.question not in before)
    return tuple(one for one in (*held, *fresh) if one.question not in doubted)[:MOST]


def put_proposal(before: Turn, turn: Turn) -> Turn:
    """Return the turn with the person asked whether what they told answers the open question, if it may.

    Once, when the questions go on after a story, they are told that this will come.
    """
    conversation, earlier = turn.conversation, before.conversation
    if conversation.aside is not None or conversation.stage != "asking" or not conversation.proposals:
        return turn
    is_first = not earlier.proposals or earlier.aside == "story" or earlier.stage == "consent"
    told = turn.say("story_may_answer") if is_first else turn
    is_put = proposal_in_hand(turn.flow, conversation) is not None and not is_by_letter(conversation)
    return told.change(aside="from story") if is_put else told


def accept_proposal(turn: Turn) -> Turn:
    """Return the turn with the answer stored to which the person said yes, with a mark of where it came from."""
    question = question_in_hand(turn.flow, turn.conversation)
    if question is None or proposal_in_hand(turn.flow, turn.conversation) is None:
        return turn
    kept = confirm(turn, question)
    picked = kept.conversation.answers[question.id].picked
    if type_of(question).gives != "choices" or len(picked) == question.max:
        return go_on(kept)
    more = kept.change(at=question.id, is_collecting=True)  # a story names one thing, and there may be others to tick
    return more.say("picked_so_far", labels=shown_value(question, picked))


def confirm(turn: Turn, question: Question) -> Turn:
    """Return the turn with what was proposed for a question stored as its answer. Whoever calls it has heard the yes."""
    proposal = next(one for one in turn.conversation.proposals if one.question == question.id)
    origin = Piece(f"{STORY}{proposal.message}", "")
    answer = Answer("answered", turn.now, proposal.value, (origin,))
    return keep_answer(withdraw(turn, question), question, answer, Reading(proposal.value))


def refuse_proposal(turn: Turn) -> Turn:
    """Return the turn with the question asked plainly, as it would have been without a story."""
    question = question_in_hand(turn.flow, turn.conversation)
    return withdraw(turn, question) if question else turn


def withdraw(turn: Turn, question: Question) -> Turn:
    """Return the turn with nothing proposed for a question any more."""
    return turn.change(proposals=tuple(one for one in turn.conversation.proposals if one.question != question.id))
