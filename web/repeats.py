"""Forms that were just sent, so that one sent twice (a button pressed twice) is not taken for one from an old page."""

from collections import OrderedDict

_MOST = 10_000
"""A guess: some MB of memory, and hours of a busy day. Twice pressed means within seconds."""


class Repeats:
    """The ids of the last forms that were sent. A restart forgets them; storing once does not hang on it."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._sent: OrderedDict[str, None] = OrderedDict()

    def __contains__(self, form_id: str) -> bool:
        """Whether this form was sent before."""
        return form_id in self._sent

    def add(self, form_id: str) -> None:
        """Keep the id of a form that is being stored."""
        self._sent[form_id] = None
        while len(self._sent) > self._most:
            self._sent.popitem(last=False)

    def discard(self, form_id: str) -> None:
        """Forget a form that could not be stored: it may be sent once more."""
        self._sent.pop(form_id, None)
