"""What a channel tells of itself: that we were blocked, that we are not any more, that we were away."""

from collections.abc import Callable, Mapping

from feedback.conversation.asked.asking import put
from feedback.conversation.messages import InboundKind
from feedback.conversation.turn import Turn, speak


def _blocked(turn: Turn) -> Turn:
    quiet = turn.change(wants_reminders=False)
    return quiet.move("left early") if turn.conversation.stage in ("asking", "checking", "paused") else quiet


def _gap(turn: Turn) -> Turn:
    """We were away. The open question is asked again, once; nothing else is assumed."""
    if turn.conversation.stage not in ("consent", "asking", "checking"):
        return turn
    return speak(turn.say("we_were_away"))


TIDINGS: Mapping[InboundKind, Callable[[Turn], Turn]] = {
    "blocked": _blocked,
    "unblocked": lambda turn: turn,
    "gap": _gap,
    "staff ask": put,
}
"""What becomes of a conversation by what its channel tells."""
