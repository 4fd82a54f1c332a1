"""What the two ends of a scale mean: which of them is the good one, which is "all of it", and the words that each is called."""

from dataclasses import dataclass
from functools import lru_cache

from feedback.hearing.answers.words.dimensions import DIMENSIONS
from feedback.hearing.answers.words.feelings import feeling
from feedback.hearing.answers.words.stems import stem
from feedback.hearing.answers.words.vocabulary import BAD, EXTREME, GOOD, NEGATORS
from feedback.hearing.normal import tokens
from feedback.hearing.spellings import word_set

_SAYS_NOTHING = word_set(
    "very not no at all extremely completely totally really most least a lot the of you your can imagine possible could be it is was my me i we they "
    "worst best never always none full absolutely entirely fully as ever and or too quite strongly how much do does did feel what when with to for in on today "
    "would say rate overall now where many far often well are have had get got going go about that this there than one some any made make more"
)
"""Words of an end, or of a question, that are not what the scale is about."""
_HALF = 0.5
_NONE = word_set("not no none never nothing zero isnt wasnt")


@dataclass(frozen=True)
class Axis:
    """A scale from `low` to `high`.

    `good` and `much` say at which end the good and the all of it are: 1 at the high one, -1 at the low one. `names` are the stems of the
    words that each end is called; what both are called, or only the question, is in `shared`. `is_how_much` where one end is none of it.
    """

    low: float
    high: float
    good: int
    much: int
    names: tuple[frozenset[str], frozenset[str]]
    shared: frozenset[str]
    is_how_much: bool

    def at(self, share: float) -> int:
        """Return the whole point at a share of the way up; half points go to the nearer end."""
        place = share * (self.high - self.low)
        return int(self.low + (-((0.5 - place) // 1) if share < _HALF else (place + 0.5) // 1))

    def end(self, sign: int) -> int:
        """Return the high end for 1, and the low one for -1."""
        return int(self.high if sign > 0 else self.low)


def judged(word: str) -> int:
    """Return how good (1 to 4) or bad (-1 to -4) a word is."""
    level = feeling(word)
    if level or word not in GOOD | BAD:
        return level
    return (4 if word in EXTREME else 2) * (1 if word in GOOD else -1)


_OPPOSED = word_set(" ".join(side for pair in DIMENSIONS for side in pair).replace("|", " "))


@lru_cache(maxsize=256)
def axis_of(question: str, ends: tuple[str, str] | None, low: float, high: float) -> Axis:
    """Return what the ends of a scale mean. Questions alone are kept in memory."""
    asked = tokens(question)
    named = [tokens(end) for end in ends or ("", "")]
    about = {stem(word) for word in asked if word not in _SAYS_NOTHING and (judged(word) or word in _OPPOSED)}
    words = [frozenset(stem(word) for word in end if word not in _SAYS_NOTHING) for end in named]
    shared = words[0] & words[1]
    own = (words[0] - shared, words[1] - shared)
    is_none = [not _NONE.isdisjoint(end) for end in named]
    is_how_much = is_none[0] != is_none[1] or not any(words)
    much = _much(is_none, own, about) if is_how_much or about else 0
    good = _sign(_worth(named[1]) - _worth(named[0])) or (much or 1) * (_sign(sum(map(judged, asked))) or 1)
    return Axis(low, high, good, much or good, own, shared or frozenset(about), is_how_much)


def _much(is_none: list[bool], own: tuple[frozenset[str], frozenset[str]], about: set[str]) -> int:
    """Return the end that is not "none", else the end that is called what the question asks for."""
    if is_none[0] != is_none[1]:
        return -1 if is_none[1] else 1
    return (about & own[1] != set()) - (about & own[0] != set())


def _worth(end: list[str]) -> int:
    """Return how good an end is: "no pain" is good, "not safe at all" bad."""
    turned = -1 if any(word in NEGATORS for word in end) else 1
    return turned * sum(judged(word) for word in end if word not in _NONE)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
