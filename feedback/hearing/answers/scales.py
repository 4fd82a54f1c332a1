"""A point on a scale: "4 out of 5", "top marks", "two from the bottom", "petrified", stars. Half points and two points are unclear."""

import re

from feedback.hearing.answers.counting.number import Number
from feedback.hearing.answers.degrees import core
from feedback.hearing.answers.quantities import prepared
from feedback.hearing.answers.scaling.axis import Axis, axis_of
from feedback.hearing.answers.scaling.feelings import felt
from feedback.hearing.answers.scaling.figures import by_figure, counts_something
from feedback.hearing.answers.scaling.positions import position, without_steps
from feedback.hearing.ask import Ask
from feedback.hearing.normal import clauses, folded, normalise, tokens

_COUNTED = "⭐🌟★❤💖👍"
_BELOW_ZERO = re.compile(r"(?:^|\s)(?:-|−|minus\s|negative\s)\s*\d")
_SOUNDS = {"too": "2", "to": "2", "for": "4", "fore": "4", "won": "1", "ate": "8", "oh": "0", "nowt": "0", "nil": "0"}
_SOUND_OF = re.compile(r"^\W*(\w+)(?= out of \w+\W*$|\W*$)")
_NUMBER_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_NUMBERED = re.compile(rf"\b({_NUMBER_WORD})(?:s|ish)\b|\b(\d+)ish\b")
_DENIED = re.compile(rf"\bnot (?:a |an |quite |quite a )?(?:\d+|{_NUMBER_WORD})\b")
_AFTER_DENIED = re.compile(rf"{_DENIED.pattern}.*\b(?:\d+|{_NUMBER_WORD})\b")
_SEVERAL = 2
"""Figures of which none is plainly meant: words beside them do not say which."""
_NO_ONE = re.compile(
    r"\bone(?= of (?:the|my|our|them|us|those|these)\b| (?:thing|person|day|bit|word|single|jot|iota|of)\b)"
)
_OF_TO = re.compile(
    r"\b(?:on )?(?:a |the )?scale (?:of|from) (?:\d+|one|zero|nought) (?:to|-) (?:\d+|ten|five|seven)\b"
)
_ASKS = re.compile(
    r"^(?:sorry |so |and |er |um |but |hang on )*(?:is|are|does|which|what|whats|whether) (?:it |the )?(?:\d+|one|ten|five|high|low|top|a)\b"
)


def hear_scale(ask: Ask, text: str) -> Number | None:
    """Return the whole number on the scale that a text means, or None if none, several, or one outside the range."""
    low, high = ask.range or (1, 5)
    found = _point(ask, text, low, high)
    return found if found is not None and low <= found.value <= high and float(found.value).is_integer() else None


def _point(ask: Ask, text: str, low: float, high: float) -> Number | None:
    plain = _NUMBERED.sub(lambda found: found[1] or found[2], _heard_as(folded(text)))
    if _BELOW_ZERO.search(plain) or _ASKS.search(plain):
        return None
    end = _at_an_end(ask, text, low, high) or _stars(plain, text)
    if end is not None:
        return end
    axis = axis_of(ask.question, ask.ends, low, high)
    words = prepared(_DENIED.sub(" ", plain) if _AFTER_DENIED.search(plain) else plain)
    figures = sum(word[0].isdigit() for word in without_steps(axis, words))
    found = by_figure(plain, words, low, high) if figures else None
    told = _by_words(axis, text, words) if figures < _SEVERAL and (found is None or counts_something(words)) else None
    return told or found


def _by_words(axis: Axis, text: str, words: list[str]) -> Number | None:
    """Return the point that words without a figure name or feel like."""
    named = position(axis, words)
    if named is not None:
        return Number(named[0], is_sure=named[1])
    point = felt(axis, tokens(text), [part.split() for part in clauses(text)])
    return None if point is None else Number(point, is_sure=False)


def _heard_as(plain: str) -> str:
    """Return a text that is one word or "X out of Y" with a word that sounds like a number as that: "ate out of ten", "too".

    "One of the best" and "one thing" count nothing.
    """
    said = _OF_TO.sub(" ", _NO_ONE.sub("some", plain.replace("outta", "out of")))
    found = _SOUND_OF.match(said)
    number = _SOUNDS.get(found[1]) if found else None
    return said if found is None or number is None else number + said[found.end() :]


def _at_an_end(ask: Ask, text: str, low: float, high: float) -> Number | None:
    """Return the end that a text is called, or with which it begins: "completely, from the first day"."""
    if ask.ends is None:
        return None
    normal = normalise(text)
    parts, bare = clauses(text), " ".join(core(normal.split()))
    for end, value in zip(ask.ends, (low, high), strict=True):
        name = normalise(end)
        if name in {normal, bare}:
            return Number(int(value))
        if len(parts) > 1 and parts[0] == name:
            return Number(int(value), is_sure=False)
    return None


def _stars(plain: str, text: str) -> Number | None:
    """Return how many stars were sent in place of a number."""
    stars = sum(plain.count(mark) for mark in _COUNTED)
    is_alone = stars > 1 and len(tokens(text)) <= stars + 2 and not any(letter.isdigit() for letter in plain)
    return Number(stars) if is_alone else None
