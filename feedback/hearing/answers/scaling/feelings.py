"""A point by what the words feel like: "petrified", "couldn't be safer", "not a twinge", "a bit tired". It is always asked back."""

import re

from feedback.hearing.answers.degrees import lookup, saying_in
from feedback.hearing.answers.scaling.axis import Axis, judged
from feedback.hearing.answers.words.dimensions import DIMENSIONS
from feedback.hearing.answers.words.sayings_of_degree import (
    HARDLY,
    MOSTLY,
    NOT_AT_ALL,
    UTTERLY_BAD,
    UTTERLY_GOOD,
    WHOLLY,
)
from feedback.hearing.answers.words.stems import stem
from feedback.hearing.answers.words.vocabulary import MILD, NEGATORS, STRONG
from feedback.hearing.spellings import word_set

_LONGEST = 40
"""Words in which a feeling is looked for; a longer text is a story."""
_UTMOST = re.compile(
    r"\b(?:couldnt|could not|cant|can not|couldn t|never|nothing)(?: \w+){0,3}? (?:(more |less )(\w+)|(\w+er|better|worse))\b(?! (?:one|me|them|it|than my)\b)"
)
_HECK = re.compile(
    r"\b(?:do|does|did|is|are|was|were|will|would|have|has|am) (?:they|it|i|he|she|we|you|that) (?:heck|hell|eck|buggery|fuck|bollocks)\b"
)
_NOT_A = re.compile(r"(?:no|not|nary|never)(?: so much as| even)? (?:a|an|one) (?:single )?[a-z]+(?: [a-z]+)?")
_AS_CAN_BE = re.compile(r"\b(\w+) as (?:it gets|they come|can be|could be|anything|you like|a \w+|hell|fuck)\b")
_NO_COMPARATIVES = word_set("ever either never other another over under after")
_FREE = re.compile(r"\b(\w+) free\b")
_THAN = re.compile(r"\b(\w+er|worse|better|more \w+) than\b")
_SIZES = {1: 0.35, 2: 0.6, 3: 0.8, 4: 1.0}
_ONE_SIDED = {1: 0.3, 2: 0.6, 3: 0.8, 4: 1.0}
"""The share of a scale from none to all that a bad word is, where the scale asks how bad it is."""
_REACH = 3
_LITTLE, _PLAIN, _VERY, _UTTER = 1, 2, 3, 4
_MILDLY = MILD | word_set(
    "little tad touch smidge fraction wee dull faint slight minor mild odd occasional small tiny manageable tolerable bearable"
)
_MUCH = STRONG | word_set(
    "pure right heavy dead properly unbelievably insanely ridiculously beyond majorly seriously all"
)
_FULLY = word_set("completely totally absolutely utterly extremely fully entirely wholly incredibly exceptionally 100")


Side = tuple[frozenset[str], frozenset[str], frozenset[str]]
"""One side of a pair of opposites: its strongest words, all of them, and their stems."""


def _side(listed: str) -> Side:
    strong, _, mild = listed.partition("|")
    words = word_set(strong + mild)
    return word_set(strong), words, frozenset(map(stem, words))


_SIDES = tuple((_side(one), _side(other)) for one, other in DIMENSIONS)
_BRIEF = 10
_NOBODY = (["nobody"], ["noone"], ["nothing"], ["never"])


def felt(axis: Axis, words: list[str], parts: list[list[str]]) -> int | None:
    """Return the point that words are like; `parts` are the words of each clause. None where they feel like nothing."""
    if len(words) > _LONGEST:
        return None
    for way in (
        _by_whole,
        _utmost,
        _by_saying,
        _by_end_words,
        _by_opposite,
        _by_strong_feeling,
        _by_amount,
        _by_nobody,
    ):
        share = way(axis, words)
        if share is not None:
            return axis.at(share)
    said = (found for part in (words, *parts) if (found := _by_phrase(axis, part)) is not None)
    share = next(said, None)
    share = _by_feeling(axis, words) if share is None else share
    return None if share is None else axis.at(share)


def _toward(sign: int, share: float) -> float:
    return share if sign > 0 else 1 - share


def _by_whole(axis: Axis, words: list[str]) -> float | None:
    """Return the share of words that are as a whole a phrase of how much or how often: "very much so", "now and then"."""
    found = lookup(words, "amount")
    share = lookup(words, "frequency") if found is None else found
    return None if share is None else _toward(axis.much, share)


def _by_phrase(axis: Axis, words: list[str]) -> float | None:
    """Return the share of a phrase that says how much, how often or how much of a yes: "quite a lot", "rarely", "not really"."""
    whole = _by_whole(axis, words)
    share = lookup(words, "yesno") if whole is None else None
    return whole if share is None else _toward(axis.much, share)


def _utmost(axis: Axis, words: list[str]) -> float | None:
    """Return the end beyond which nothing is: "couldn't be safer", "never felt worse", "bad as it gets", "pain free", "worse than labour"."""
    joined = " ".join(words)
    found = _UTMOST.search(joined)
    word = (found[2] or found[3]) if found else ""
    if word and word not in _NO_COMPARATIVES:
        sign = _sign_of_word(axis, word)
        return None if sign == 0 else _toward(-sign if found and found[1] == "less " else sign, 1.0)
    found = _AS_CAN_BE.search(joined)
    sign = _sign_of_word(axis, found[1]) if found else 0
    if sign:
        return _toward(sign, 1.0)
    free = _FREE.search(joined)
    sign = _sign_of_word(axis, free[1]) if free and free[1] != "feel" else 0
    if sign:
        return _toward(-sign, 1.0)
    than = _THAN.search(joined)
    is_worst = than is not None and than[1] == "worse" and axis.is_how_much and axis.good < 0 and "before" not in words
    return _toward(-axis.good, 1.0) if is_worst else None


def _sign_of_word(axis: Axis, word: str) -> int:
    """Return towards which end a word points: the one that is called by it, or that is as good or as bad."""
    form = stem(word)
    for sign, names in zip((-1, 1), axis.names, strict=True):
        if form in names:
            return sign
    if form in axis.shared:
        return axis.much
    level = judged(word)
    return axis.good if level > 0 else -axis.good if level < 0 else 0


def _by_saying(axis: Axis, words: list[str]) -> float | None:
    """Return the end for which a saying stands, or what the everyday sayings of judging make of it."""
    is_good, is_bad = UTTERLY_GOOD.stand_in(words), UTTERLY_BAD.stand_in(words)
    if is_good or is_bad:
        return 0.5 if is_good and is_bad else _toward(axis.good if is_good else -axis.good, 1.0)
    share = saying_in(words) if len(words) <= _BRIEF else None
    return None if share is None else _toward(axis.good, share)


def _by_amount(axis: Axis, words: list[str]) -> float | None:
    """Return how much of it words say: "not a jot", "hardly any", "most of it", "every single time"."""
    joined = " ".join(words)
    if _HECK.search(joined) or (_NOT_A.fullmatch(joined) and not any(map(judged, words))):
        return _toward(axis.much, 0.0)
    for sayings, share in ((NOT_AT_ALL, 0.0), (HARDLY, 0.15), (MOSTLY, 0.8), (WHOLLY, 1.0)):
        if sayings.stand_in(words):
            return _toward(axis.much, share)
    return None


def _by_nobody(axis: Axis, words: list[str]) -> float | None:
    """Return none of it where nobody did, or nothing was: "no one cared what I thought"."""
    return _toward(axis.much, 0.0) if words[:1] in _NOBODY or words[:2] == ["no", "one"] else None


def _by_opposite(axis: Axis, words: list[str]) -> float | None:
    """Return the share by a word of the same dimension as the ends, or as the question: "like a library" on how loud it was."""
    for pair in _SIDES:
        sign = _sign_of_pair(axis, pair)
        found = (
            [(at, side) for at, word in enumerate(words) for side in (0, 1) if word in pair[side][1]] if sign else []
        )
        if found:
            at, side = found[0]
            turned = sign if side else -sign
            is_denied = any(word in NEGATORS for word in words[max(0, at - _REACH) : at])
            level = _strength(
                words[max(0, at - _REACH) : at],
                words[at + 1 : at + 4],
                _UTTER if words[at] in pair[side][0] else _PLAIN,
            )
            return _toward(-turned, 0.8) if is_denied else _toward(turned, 0.5 + _SIZES[level] / 2)
    return None


def _sign_of_pair(axis: Axis, pair: tuple[Side, Side]) -> int:
    """Return 1 where the second side of a pair of opposites is at the high end, -1 where it is at the low one, 0 where neither is."""
    for side, sign in ((1, 1), (0, -1)):
        stems = pair[side][2]
        if not axis.names[1].isdisjoint(stems):
            return sign
        if not axis.names[0].isdisjoint(stems):
            return -sign
        if not axis.shared.isdisjoint(stems):
            return sign * axis.much
    return 0


def _by_end_words(axis: Axis, words: list[str]) -> float | None:
    """Return the share by a word that an end is called, how strongly it is said, and whether it is denied: "not that clear"."""
    for at, word in enumerate(words):
        form = stem(word)
        sign = -1 if form in axis.names[0] else 1 if form in axis.names[1] else axis.much if form in axis.shared else 0
        if sign and len(form) > 2:
            is_none = NOT_AT_ALL.stand_in(words)
            return _toward(-sign, 1.0) if is_none else _weighed(axis, words, at, sign)
    return None


def _weighed(axis: Axis, words: list[str], at: int, sign: int) -> float:
    before, after = words[max(0, at - _REACH) : at], words[at + 1 : at + 4]
    denied = any(word in NEGATORS for word in before)
    size = (
        _UTTER
        if WHOLLY.stand_in(words) or any(word in _MUCH for word in before[-2:])
        else _strength(before, after, _PLAIN)
    )
    if denied:
        is_utter = "all" in after or before[-1:] == ["no"] or not {"whatsoever", "remotely"}.isdisjoint(words)
        is_soft = not {"very", "too", "that", "so", "really", "particularly", "overly", "especially"}.isdisjoint(before)
        return _toward(-sign, 1.0 if is_utter else 0.75 if is_soft else 0.92 if axis.is_how_much else 0.8)
    if axis.is_how_much and sign == axis.much:
        return _toward(sign, {_LITTLE: 0.25, _PLAIN: 0.75, _VERY: 0.9, _UTTER: 0.95}[size])
    return _toward(sign, 0.5 + _SIZES[size] / 2)


def _strength(before: list[str], after: list[str], level: int) -> int:
    """Return a level made stronger or weaker by the words around it: "bit tired", "dead tired", "tired out completely"."""
    near = before[-2:]
    if any(word in _MILDLY for word in near) and "not" not in near:
        return max(1, level - 1)
    if any(word in _FULLY for word in near) or after[:2] in (["as", "hell"], ["as", "fuck"], ["beyond", "belief"]):
        return _UTTER
    return min(_UTTER, level + 1) if any(word in _MUCH for word in near) else level


def _by_strong_feeling(axis: Axis, words: list[str]) -> float | None:
    """Return the share of a strong feeling, which stands before any amount: "a nightmare from start to finish"."""
    levels = [_level(words, at, word) for at, word in enumerate(words)]
    return _by_feeling(axis, words) if max(map(abs, levels), default=0) >= _VERY else None


def _by_feeling(axis: Axis, words: list[str]) -> float | None:
    """Return the share of the strongest feeling in the words; the middle where strong ones contradict each other."""
    levels = [found for at, word in enumerate(words) if (found := _level(words, at, word))]
    if not levels:
        return None
    if min(levels) <= -_PLAIN and max(levels) >= _PLAIN:
        return 0.5
    strongest = max(levels, key=abs)
    if axis.is_how_much and axis.much != axis.good:
        return _toward(axis.much, _ONE_SIDED[-strongest] if strongest < 0 else 0.1 if strongest < _VERY else 0.0)
    return _toward(axis.good if strongest > 0 else -axis.good, 0.5 + _SIZES[abs(strongest)] / 2)


def _level(words: list[str], at: int, word: str) -> int:
    level = judged(word)
    if not level:
        return 0
    before, after = words[max(0, at - _REACH) : at], words[at + 1 : at + 4]
    size = _strength(before, after, abs(level))
    if not any(name in NEGATORS for name in before):
        return size if level > 0 else -size
    if level < 0:
        return _UTTER if before[-1:] in (["no"], ["without"], ["never"]) or "at" in after else _LITTLE
    return -(_UTTER if "all" in after[:2] else 2)
