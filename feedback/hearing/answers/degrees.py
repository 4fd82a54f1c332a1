"""How much of a yes, how often, how good: a phrase as a number from 0 (never, no, very bad) to 1 (always, yes, very good)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from feedback.hearing.answers.words.vocabulary import (
    AMOUNT,
    BAD,
    EXTREME,
    FILLERS,
    FREQUENCY,
    GOOD,
    IDIOMS,
    MILD,
    NEGATORS,
    NEUTRAL,
    STRONG,
    UNSURE,
    YES_NO,
)
from feedback.hearing.normal import NO_MARKS, UNSURE_MARKS, YES_MARKS
from feedback.hearing.spellings import word_set

Dimension = Literal["yesno", "frequency", "amount", "quality", "unsure"]
Phrased = Literal["yesno", "frequency", "amount"]
"""The dimensions whose phrases stand in a table."""
_TABLES: dict[Phrased, dict[str, float]] = {"yesno": YES_NO, "frequency": FREQUENCY, "amount": AMOUNT}
_LONGEST = 6
"""Words in the longest phrase of a table."""
_UTMOST = re.compile(
    r" (?:couldnt|could not|cant|can not) (?:really |possibly )?(?:have been |be |get |have felt |feel )?(?:any |much )?(more |less )?(\w+)(?: more)? (?:$|than|if)"
)
"""Beyond which nothing is: "couldnt be better", "couldnt disagree more"."""
_REACH = 4
"""A "not" turns the next so many words round."""
_VERBS = word_set(
    "did was were is are do does have has had would could can am will they it he she we i you there should been them people everyone"
)
_SMILES = dict.fromkeys("😀😃😄😁😊😍🥰😻❤💖💚💙😎🎉⭐🌟", 0.9) | {"🙂": 0.8} | dict.fromkeys("😐😑😶", 0.5)
_FROWNS = dict.fromkeys("🙁☹😞😔😢😟", 0.2) | dict.fromkeys("😭😣😠😡🤬💩🤮", 0.1)
_AT_ALL = frozenset({"at", "all"})
_NEITHER = (0.45, 0.55)
_FACES = _SMILES | _FROWNS


@dataclass(frozen=True)
class Degree:
    """How much: `value` from 0 to 1, on which kind of scale, and whether it stands for the whole text."""

    value: float
    dimension: Dimension
    is_whole: bool = True


def core(words: list[str]) -> list[str]:
    """Return words without those at the edges that say nothing ("well yes mate" is "yes"); all of them if none says more."""
    start, end = 0, len(words)
    while start < end and words[start] in FILLERS:
        start += 1
    while end > start and words[end - 1] in FILLERS:
        end -= 1
    return words[start:end] or words


def lookup(words: list[str], dimension: Phrased) -> float | None:
    """Return the value of words that are, as a whole, a phrase of one scale."""
    table = _TABLES[dimension]
    for form in (words, core(words)):
        found = table.get(" ".join(form))
        if found is not None:
            return found
    return None


def is_unsure(words: list[str]) -> bool:
    """Return whether the words say that somebody does not know."""
    if any(word in UNSURE_MARKS for word in words):
        return True
    joined = f" {' '.join(words)} "
    opening = [at for at, word in enumerate(words) if word in _OF_DOUBT]
    return (
        any(" ".join(words[at : at + size]) in UNSURE for at in opening for size in range(1, _LONGEST))
        and " sure but " not in joined
    )


_OF_DOUBT = frozenset(phrase.split(" ")[0] for phrase in UNSURE)
"""Words with which it begins that somebody does not know."""


@lru_cache(maxsize=512)
def degree_of_label(label: str) -> Degree | None:
    """Return the degree that a label in the normal form is, or None: it is of another kind. Labels alone are kept."""
    words = label.split()
    is_doubt = words[:2] in (["not", "sure"], ["dont", "know"]) or words[:1] in (["unsure"], ["maybe"])
    if (
        " ".join(words) in UNSURE
        or is_doubt
        or (len(words) < 6 and words[:1] not in (["yes"], ["no"]) and is_unsure(words))
    ):
        return Degree(0.5, "unsure")
    first = words[0] if words else ""
    if first in {"yes", "no"}:
        return _label_with_yes(first, words[1:])
    for dimension in ("frequency", "amount", "yesno"):
        found = lookup(words, dimension)
        if found is not None:
            return Degree(found, dimension)
    return quality_in(words)


def _label_with_yes(first: str, rest: list[str]) -> Degree | None:
    """Return the degree of "Yes, definitely", "Yes, to some extent", "No, not at all"; None where other words follow."""
    if not rest:
        return Degree(1.0 if first == "yes" else 0.0, "yesno")
    degree = lookup(rest, "yesno")
    if first == "no":
        return Degree(0.0, "yesno")
    return Degree(1.0 if degree is None else max(degree, 0.3), "yesno")


def quality_in(words: list[str]) -> Degree | None:
    """Return how good, easy, likely, satisfied or agreeing the words are: 1 is best, 0.5 is neither, 0 is worst."""
    joined = " ".join(core(words))
    if joined in NEUTRAL:
        return Degree(0.5, "quality")
    saying = saying_in(words)
    if saying is not None:
        return Degree(saying, "quality", is_whole=len(words) <= 6)
    values = _judgements(words)
    if not values:
        return Degree(0.5, "quality", is_whole=False) if _has_neutral(words) else None
    if min(values) < _NEITHER[0] and max(values) > _NEITHER[1]:
        return Degree(0.5, "quality", is_whole=False)
    return Degree(max(values, key=lambda value: abs(value - 0.5)), "quality", is_whole=len(words) <= 4)


def saying_in(words: list[str]) -> float | None:
    """Return what the longest saying in the words judges: "piece of cake", "couldnt be better"."""
    joined = f" {' '.join(words)} "
    utmost = _UTMOST.search(joined)
    if utmost:
        is_less, word = utmost[1] == "less ", utmost[2]
        return None if word not in GOOD | BAD else 1.0 if (word in GOOD) != is_less else 0.0
    opening = [at for at, word in enumerate(words) if word in _OF_SAYINGS]
    for size in range(min(_LONGEST, len(words)), 1, -1):
        for at in (at for at in opening if at + size <= len(words)):
            value = IDIOMS.get(" ".join(words[at : at + size]))
            if value is not None:
                return value
    bare = core(words)
    return IDIOMS.get(bare[0]) if len(bare) == 1 else None


_OF_SAYINGS = frozenset(saying.split(" ")[0] for saying in IDIOMS)
"""Words with which a saying begins."""


def _has_neutral(words: list[str]) -> bool:
    return any(" ".join(words[at : at + size]) in NEUTRAL for at in range(len(words)) for size in range(1, 5))


def _judgements(words: list[str]) -> list[float]:
    """Return each judgement in the words, in order, from 0 to 1."""
    found: list[float] = []
    for at, word in enumerate(words):
        sign = 1 if word in GOOD else -1 if word in BAD else 0
        if word in _FACES:
            found.append(_FACES[word])
        if sign:
            found.append(_judged(words, at, sign))
    return found


def _judged(words: list[str], at: int, sign: int) -> float:
    before = words[max(0, at - _REACH) : at]
    after = words[at + 1 : at + 3]
    size = 0.5 if words[at] in EXTREME else 0.32
    if any(word in STRONG for word in before[-2:]) or after == ["as", "hell"] or "indeed" in after[-1:]:
        size = 0.5 if words[at] in EXTREME else 0.42
    elif any(word in MILD for word in before[-2:]) or after[:1] == ["ish"]:
        size = 0.22
    if any(word in NEGATORS for word in before):
        is_mild = words[at] in {"bad", "terrible", "awful"} or "too" in before
        sign, size = -sign, 0.2 if is_mild else 0.5 if set(words) >= _AT_ALL else 0.3
    return 0.5 + sign * size


def yes_or_no(words: list[str]) -> Degree | None:
    """Return how much of a yes the words are. "Yes but", "yes and no" are partly; "they did" is yes; "it wasnt" is no."""
    whole = next((value for name in _WHOLE if (value := lookup(words, name)) is not None), None)
    if whole is not None:
        return Degree(whole, "yesno", is_whole=_HEDGED.isdisjoint(words))
    if words in (["ok"], ["fine"], ["all", "right"]):
        return Degree(1.0, "yesno", is_whole=False)
    marks = [1.0 if word in YES_MARKS else 0.0 for word in words if word in YES_MARKS or word in NO_MARKS]
    if marks and len(set(marks)) == 1 and len(words) <= len(marks) + 3:
        return Degree(marks[0], "yesno")
    return _mocked(words) or _led(words) or _echoed(words) or _late(words)


_WHOLE: tuple[Phrased, ...] = ("yesno", "frequency", "amount")
_HEDGED = word_set("probably suppose guess maybe perhaps")
_NONE_AT_ALL = word_set("nobody noone nothing never none nowt neither nor nae")


def _mocked(words: list[str]) -> Degree | None:
    """Return no for "did they heck", "not a sausage", "not one person"; for words that begin with nobody or never."""
    if len(words) <= 5 and words[-1] in {"heck", "hell", "eck", "chuff", "buggery"}:
        return Degree(0.0, "yesno")
    if (
        words[0] == "not"
        and words[1:2]
        and words[1] in {"a", "one", "any", "even", "had", "been", "single"}
        and words[1:3] != ["a", "bad"]
    ):
        return Degree(0.0, "yesno")
    is_none = words[0] in _NONE_AT_ALL or words[:2] in (["no", "one"], ["no", "need"])
    turned = words[0] == "never" and words[1:2] and (words[1] in BAD or words[1] in {"late", "a", "any", "had"})
    is_double = any(word in BAD for word in words[1:]) and words[0] in {"never", "no", "nothing"}
    if is_none and is_double:
        return Degree(1.0, "yesno", is_whole=False)
    return Degree(0.0, "yesno", is_whole=not turned and len(words) <= 6) if is_none else None


def _late(words: list[str]) -> Degree | None:
    """Return the yes or no that comes at the end: "to be fair, yes", "I need, yes"."""
    if 1 < len(words) <= 8 and words[-1] in {"yes", "no"} and not {"yes", "no"} & set(words[:-1]):
        return Degree(1.0 if words[-1] == "yes" else 0.0, "yesno", is_whole=NEGATORS.isdisjoint(words[:-1]))
    return None


def _led(words: list[str]) -> Degree | None:
    """Return the degree that the words begin with, and what comes after it makes of it."""
    if words[0] == "only" and len(words) > 1:
        return Degree(0.5, "yesno", is_whole=False)
    bare = core(words)
    for form in (words, bare):
        for size in range(min(_LONGEST, len(form)), 0, -1):
            found = YES_NO.get(" ".join(form[:size]))
            if found is not None:
                return _weighed(found, form[size:])
    return None


def _weighed(first: float, rest: list[str]) -> Degree | None:
    """Return what the rest of a text makes of a yes or no that it began with."""
    if first == 0.5 or not rest:
        return Degree(first, "yesno", is_whole=len(rest) < 6)
    if "but" in rest[:4] or rest[0] in {"though", "although", "except", "apart", "until"}:
        after = rest[rest.index("but") + 1 :] if "but" in rest else rest
        return Degree(0.5 if after else first, "yesno", is_whole=bool(after) and first == 1.0)
    return _followed(first, rest)


_NO_MATTER = (["problem"], ["problems"], ["worries"], ["doubt"], ["question"], ["bother"], ["issues"])


def _followed(first: float, rest: list[str]) -> Degree | None:
    """Return the degree of two answers in a row: "yes mostly" is partly; "yes i mean no" is none; "no yes" stays no, not sure."""
    if first == 1.0 and (rest[:3] == ["i", "mean", "no"] or (rest[0] == "no" and rest[1:2] not in _NO_MATTER)):
        return None
    spans = (" ".join(rest[:size]) for size in range(min(_LONGEST, len(rest)), 0, -1))
    later = next((YES_NO[span] for span in spans if span in YES_NO), None)
    if later is None or rest[0] == "no":
        return Degree(first, "yesno", is_whole=rest[0] != "no" and not _is_turned(first, rest))
    if first == 1.0:
        return Degree(1.0 if later == 1.0 else 0.5, "yesno", is_whole=later > 0.0)
    return Degree(0.5 if later == 0.5 else 0.0, "yesno", is_whole=later != 1.0)


def _is_turned(first: float, rest: list[str]) -> bool:
    """Return whether words after a yes deny it or after a no affirm it: "yes they never asked"."""
    denies = any(word in NEGATORS for word in rest[:6])
    return (first == 1.0 and denies and "problem" not in rest) or (
        first == 0.0 and rest[:2] in (["they", "did"], ["it", "was"], ["i", "did"])
    )


def _echoed(words: list[str]) -> Degree | None:
    """Return yes or no for an answer that repeats the verb: "they did", "it wasnt", "i do yes", "did not"."""
    bare = [
        word
        for word in words
        if word not in {"yes", "well", "so", "just", "mate", "indeed", "all", "both", "certainly", "really"}
    ]
    if not bare or len(bare) > 4:
        return None
    if bare[-1] in {
        "did",
        "was",
        "were",
        "is",
        "are",
        "do",
        "does",
        "have",
        "has",
        "had",
        "would",
        "could",
        "can",
        "am",
        "will",
        "should",
    } and all(word in _VERBS for word in bare):
        return Degree(1.0, "yesno")
    auxiliaries = [word for word in bare if word.endswith("nt") and word in NEGATORS | {"dont", "neednt"}]
    if (auxiliaries or "not" in bare or "never" in bare) and all(
        word in _VERBS or word in NEGATORS or word in {"at", "all", "really"} for word in bare
    ):
        return Degree(0.0, "yesno")
    is_echo = 1 < len(bare) <= 4 and bare[-1] in {"did", "was", "does", "has", "were"} and NEGATORS.isdisjoint(bare)
    return Degree(1.0, "yesno", is_whole=False) if is_echo else None
