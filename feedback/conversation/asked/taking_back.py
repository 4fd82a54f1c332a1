"""Taking back what one said yes to: at once, without a reason, whatever staff have done with it since."""

from collections.abc import Callable, Mapping
from functools import partial

from feedback.conversation.asked.asking import no_more_asking
from feedback.conversation.events import AGREEMENTS, Agreement, TookBack
from feedback.conversation.state import Aside
from feedback.conversation.turn import Turn


def _take_back(turn: Turn, *, what: Agreement) -> Turn:
    """Return the turn with something taken back; what staff asked about it is open no more."""
    kinds = {"case study": "story", "meeting": "meeting", "again": "again", "interview": "interview"}
    asks = tuple(one for one in turn.conversation.asks if what not in ("all", kinds[one.kind]))
    taken = turn.change(asks=asks).add(TookBack(what))
    return (no_more_asking(taken) if what in ("again", "all") else taken).say("take_back_done")


TAKE_BACK: Mapping[tuple[Aside, str], Callable[[Turn], Turn]] = {
    **{("take back", what): partial(_take_back, what=what) for what in AGREEMENTS},
    ("take back", "nothing"): lambda turn: turn.say("take_back_nothing_done"),
}
"""What each choice of the step does in which the person is asked what they take back."""
