"""The likeliest choice of one piece of a text that picks several: "somebody to mind the weans" beside "no before six". It is asked back."""

from dataclasses import replace

from feedback.hearing.answers.bands import bands
from feedback.hearing.answers.weighing.likeliest import is_outweighed, likeliest, says_something
from feedback.hearing.ask import Ask
from feedback.hearing.heard import UNCLEAR, Heard

_LEAST, _FOR_ANOTHER = 0.38, 0.45
"""How likely a choice must be where rules found none in a piece, and how much likelier than the one that they found."""
_MOST_CHOICES, _MOST_WORDS = 12, 16


def likeliest_of_piece(ask: Ask, words: list[str], found: str | None) -> str | None:
    """Return the choice that a piece means most likely: that which rules found, unless another is much likelier, or None."""
    if not 1 < len(ask.choices) <= _MOST_CHOICES or len(words) > _MOST_WORDS or bands(ask) or not says_something(words):
        return found
    heard = UNCLEAR if found is None else Heard(choice=found, sure=False)
    likely = likeliest(replace(ask, type="one"), " ".join(words), heard)
    if found is not None:
        return likely.choice if is_outweighed(ask, " ".join(words), found, likely, _FOR_ANOTHER) else found
    return likely.choice if likely.is_clear(_LEAST) else None
