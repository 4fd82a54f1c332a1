"""What a message means that was written with a proposal in view which is not the open one any more."""

from dataclasses import replace

from feedback.conversation.commands import go_on_where_left
from feedback.conversation.own_steps import picked_in
from feedback.conversation.prompts import PROPOSED, is_proposal, step_prompt
from feedback.conversation.stories.telling import put_proposal
from feedback.conversation.turn import Turn, is_by_letter


def look_at_story(turn: Turn) -> Turn:
    """Return the turn with the proposal open again that the person answers, or with its question in view for other words.

    A yes after days goes on where the conversation was left. A tap made twice says nothing: it stays with its proposal.
    """
    seen, conversation = turn.inbound.seen or "", turn.conversation
    prompt = step_prompt(turn.flow, conversation, seen) if is_proposal(seen) else None
    if prompt is None:
        return turn
    question = seen.removeprefix(PROPOSED)
    is_held = question not in conversation.answers and any(one.question == question for one in conversation.proposals)
    if is_held and is_by_letter(conversation):
        return replace(turn, inbound=replace(turn.inbound, kind="letter", answers=((seen, turn.inbound.text),)))
    if is_held and conversation.stage in ("paused", "left early"):
        return put_proposal(turn, go_on_where_left(turn.change(aside=None)))
    is_pick = turn.inbound.command is not None or picked_in(turn, prompt) is not None
    return turn if is_held or is_pick else replace(turn, inbound=replace(turn.inbound, seen=question))
