"""The likeliest choice of a text of which rules are not sure: all that tells for each choice is weighed. It is asked back.

A softmax over the choices and over two outcomes without one (own words beside the list, and nothing clear), with weights learnt from
answers whose questions and authors it did not know (`scripts/training/hearing/train_choosing.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, inf
from operator import mul

from feedback.hearing.answers import labels
from feedback.hearing.answers.bands import bands
from feedback.hearing.answers.special import special
from feedback.hearing.answers.usual_scales import scale_of
from feedback.hearing.answers.weighing.fitting import fitting
from feedback.hearing.answers.weighing.likeliest_weights import OF_DEGREES, OF_THINGS
from feedback.hearing.ask import Ask
from feedback.hearing.heard import UNCLEAR, Heard
from feedback.hearing.normal import tokens

_VOID = frozenset({"none", "unclear", "other"})
_LEAST, _BESIDE_OWN, _FOR_OWN = 0.3, 0.7, 1.0
"""How likely a choice must be to be asked back: for any words, where rules found own words; and own words beside it."""
_FOR_ANOTHER, _FOR_ANOTHER_DEGREE = 0.35, 0.8
"""How much likelier another choice must be than the one that rules found."""
_FOR_ANOTHER_ALONE, _PLAIN = 0.85, 0.8
"""The same where words mean the choice that rules found and no other; and what such a word weighs at least."""
_ALL_SAID = 0.9
"""What the words of a text weigh that all mean the choice that rules found: no other stands against it."""
_SELF = frozenset({"me", "i", "my", "mine", "myself", "us", "we", "you"})
_LONGEST = 400
"""Letters of a text that are weighed."""


@dataclass(frozen=True)
class Likely:
    """The likeliest choice and how likely it is; how likely own words, nothing clear, and the choice that rules found are."""

    choice: str
    of_choice: float
    of_own: float
    of_nothing: float
    of_found: float

    @property
    def is_own(self) -> bool:
        """Return whether own words beside the list are the likeliest."""
        return self.of_own > max(_FOR_OWN * self.of_choice, self.of_nothing)

    def is_clear(self, least: float) -> bool:
        """Return whether the choice is likely enough to be asked back."""
        return not self.is_own and self.of_choice >= least


def with_likeliest(ask: Ask, text: str, heard: Heard) -> Heard:
    """Return what was heard, or the likeliest choice where that is not sure (`may_be_likely`)."""
    likely, is_scale = likeliest(ask, text[:_LONGEST], heard), scale_of(ask) is not None
    if heard.choice is not None and heard.act == "none":
        lead = _FOR_ANOTHER_DEGREE if is_scale else _FOR_ANOTHER
        is_another = is_outweighed(ask, text, heard.choice, likely, lead)
        return replace(heard, choice=likely.choice) if is_another else heard
    # Of a degree that no list has a word for nothing is guessed: a death in the family would be a yes or a no.
    least = _BESIDE_OWN if heard.act == "other" and _has_own(ask, text) else _LEAST
    words = tokens(text[:_LONGEST])
    is_said = says_something(words) or not labels.content(words)
    if not is_scale and is_said and likely.is_clear(least):
        return Heard(choice=likely.choice, sure=False)
    return Heard(act="other", choice=special(ask).own, sure=False) if likely.is_own or heard.act == "other" else UNCLEAR


def _has_own(ask: Ask, text: str) -> bool:
    """Return whether own words have a choice of their own, or are one thing that our lists know: "the radio"."""
    said = labels.content(tokens(text))
    return special(ask).own is not None or (len(said) == 1 and len(said[0]) > 1)


def says_something(words: list[str]) -> bool:
    """Return whether a text has a word of more than oneself, and of more than one letter: "me" and "zzz" pick nothing."""
    return bool(labels.content([word for word in words if word not in _SELF and len(set(word)) > 1]))


def is_outweighed(ask: Ask, text: str, choice: str, likely: Likely, lead: float) -> bool:
    """Return whether another choice is so much likelier than the one that rules found that it is asked back instead.

    `lead` is by how much; by more where words of the text mean that choice and no other.
    """
    is_alone = _is_alone(ask, text, choice)
    needed = max(lead, _FOR_ANOTHER_ALONE) if is_alone else lead
    return likely.of_choice - likely.of_found > needed and not is_borne_out(ask, text, choice)


def _is_alone(ask: Ask, text: str, choice: str) -> bool:
    """Return whether what is meant by words of a text is this choice and no other, plainly or as all that is said."""
    found = labels.matches(ask, tokens(text))
    is_one = len(found) == 1 and found[0].choice == choice
    return is_one and (found[0].weight >= _PLAIN or found[0].of_text >= 1)


def is_borne_out(ask: Ask, text: str, choice: str) -> bool:
    """Return whether a text itself bears out what rules found in it, so that no likeness stands against that."""
    words = tokens(text)
    is_with = words[:1] == ["with"] and [one for one, label in ask.choices.items() if "with" in tokens(label)] == [
        choice
    ]
    is_too = words[:1] == ["too"] and scale_of(ask) is not None
    return is_with or is_too or labels.tells_hour(ask, words) or _says_all(ask, text, choice)


def _says_all(ask: Ask, text: str, choice: str) -> bool:
    """Return whether all that a text says means one choice and no other: "kipping at a mate's" is nowhere fixed, whatever else lies near."""
    found = labels.matches(ask, tokens(text))
    if not found or found[0].choice != choice or found[0].of_text < 1 or found[0].weight < _ALL_SAID:
        return False
    return len(found) == 1 or (len(found[0].used) == 1 and found[0].depth >= found[1].depth + 1)


def may_be_likely(ask: Ask, heard: Heard) -> bool:
    """Return whether choices are weighed: two at least, no bands of numbers, and rules are not sure."""
    is_open = not heard.sure and heard.act in _VOID and ask.type in {"one", "yesno"}
    return is_open and len(ask.choices) > 1 and not bands(ask)


def likeliest(ask: Ask, text: str, heard: Heard) -> Likely:
    """Return the likeliest choice of a text. All likelihoods together are 1.

    The choice that says "something else" is no choice of its own: own words are meant by it.
    """
    found, own = fitting(ask, text, heard), special(ask).own
    weights = OF_DEGREES if scale_of(ask) is not None else OF_THINGS
    pairs = [
        _weighed(weights.pair, row) if choice != own else -inf
        for choice, row in zip(ask.choices, found.pairs, strict=True)
    ]
    without = [_weighed(row, found.without) for row in (weights.unclear, weights.other)]
    *choices, of_nothing, of_own = _softmax([*pairs, *without])
    by_choice = dict(zip(ask.choices, choices, strict=True))
    best = max(by_choice, key=lambda choice: by_choice[choice])
    return Likely(best, by_choice[best], of_own, of_nothing, by_choice.get(heard.choice or "", 0.0))


def _weighed(weights: Iterable[float], numbers: Iterable[float]) -> float:
    return float(sum(map(mul, weights, numbers)))


def _softmax(scores: Sequence[float]) -> list[float]:
    highest = max(scores)
    raised = [exp(score - highest) for score in scores]
    return [one / sum(raised) for one in raised]
