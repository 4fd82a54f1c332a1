"""The choice nearest in meaning to a text of which no list has the words. It is a guess, and is asked back."""

from collections.abc import Sequence

from feedback.hearing.answers.labels import names_of
from feedback.hearing.answers.meaning.nearness import nearest_labels
from feedback.hearing.ask import Ask
from feedback.hearing.normal import tokens

_LEAST, _LEAD = 0.4, 0.02
"""How near a guess must be, and by how much nearer than the next choice."""


def nearest_choice(ask: Ask, words: list[str], special: Sequence[str | None] = ()) -> str | None:
    """Return the choice nearest in meaning to some words, or None if none is near, or two are. `special` ones are no things."""
    names = {
        choice: [tuple(tokens(name)) for name in names_of(ask, choice)]
        for choice in ask.choices
        if choice not in special
    }
    ranked = nearest_labels(words, names)
    if not ranked or ranked[0][0] < _LEAST:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _LEAD else None
