"""A point on a scale: "4 out of 5", "top marks", "in the middle", the words of its ends, stars. Half points and two points are unclear."""

import re

from feedback.hearing.answers.degrees import core, lookup, quality_in
from feedback.hearing.answers.numbers import Number
from feedback.hearing.answers.quantities import ROUGH, prepared
from feedback.hearing.answers.words.vocabulary import NEGATORS
from feedback.hearing.ask import Ask
from feedback.hearing.normal import clauses, folded, normalise, tokens
from feedback.hearing.spellings import word_set

_FRACTION = re.compile(r"^(\d+)/(\d+)$")
_TOP = word_set("top highest maximum max best full tops")
_LOW = word_set("lowest bottom minimum worst")
_MIDDLE = word_set("middle midway halfway average centre center neutral midpoint neither mid meh")
_COUNTED = "⭐🌟★❤💖👍😀😊"
_REASONS = word_set("because but as since for if when cause though only they i it so the")
_CORRECTED = word_set("mean actually sorry no wait")
_BELOW_ZERO = re.compile(r"(?:^|\s)(?:-|−|minus\s|negative\s)\s*\d")
_CANNOT_BE_WHOLE = re.compile(r"\d\.\d|\band a half\b|\bhalf\b|½")


def hear_scale(ask: Ask, text: str) -> Number | None:
    """Return the whole number on the scale that a text means, or None if none, several, or one outside the range."""
    low, high = ask.range or (1, 5)
    found = _point(ask, text, low, high)
    return found if found is not None and low <= found.value <= high and float(found.value).is_integer() else None


def _point(ask: Ask, text: str, low: float, high: float) -> Number | None:
    plain = _NUMBERED.sub(r"\1", _heard_as(folded(text)))
    if _BELOW_ZERO.search(plain):
        return None
    end = _at_an_end(ask, text, low, high)
    if end is not None:
        return end
    stars = sum(plain.count(mark) for mark in _COUNTED[:6])
    if stars and not any(letter.isdigit() for letter in plain) and len(tokens(text)) <= stars + 2 and stars > 1:
        return Number(stars)
    words = prepared(_DENIED.sub(" ", plain) if _AFTER_DENIED.search(plain) else plain)
    numbers = [word for word in words if word[0].isdigit()]
    if numbers and not _OFF_THE_TOP.search(" ".join(words)):
        return _by_figure(plain, words, low, high)
    return _in_words(words, low, high)


_SOUNDS = {"too": "2", "to": "2", "for": "4", "fore": "4", "won": "1", "ate": "8", "oh": "0", "nowt": "0", "nil": "0"}
_SOUND_OF = re.compile(r"^\W*(\w+)(?= out of \w+\W*$|\W*$)")
_NUMBERED = re.compile(r"\b(one|two|three|four|five|six|seven|eight|nine|ten)s\b")
_DENIED = re.compile(r"\bnot (?:a |an |quite |quite a )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b")
_AFTER_DENIED = re.compile(_DENIED.pattern + r".*\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b")


def _heard_as(plain: str) -> str:
    """Return a text that is one word or "X out of Y" with a word that sounds like a number as that: "ate out of ten", "too"."""
    found = _SOUND_OF.match(plain.replace("outta", "out of"))
    number = _SOUNDS.get(found[1]) if found else None
    return plain if found is None or number is None else number + plain.replace("outta", "out of")[found.end() :]


def _at_an_end(ask: Ask, text: str, low: float, high: float) -> Number | None:
    if ask.ends is None:
        return None
    normal = normalise(text)
    bare = " ".join(core(normal.split()))
    for end, value in zip(ask.ends, (low, high), strict=True):
        if normalise(end) in {normal, bare}:
            return Number(int(value))
    return _near_an_end(ask.ends, text, low, high)


_UTTERLY = re.compile(
    r"\b(?:not|no|none|nothing|never)\b.*\b(?:whatsoever|at all|in the least|in the slightest|one bit|whatever|one jot|one iota|remotely)\b"
)
_NONE = word_set("no not never nothing none")


def _near_an_end(ends: tuple[str, str], text: str, low: float, high: float) -> Number | None:
    """Return the end with which a text begins ("completely, from the first day"), or that it means ("no say whatsoever")."""
    parts = clauses(text)
    words = normalise(text).split()
    for end, value in zip(ends, (low, high), strict=True):
        if len(parts) > 1 and parts[0] == normalise(end):
            return Number(int(value), is_sure=False)
    is_none = not _NONE.isdisjoint(normalise(ends[0]).split())
    is_all_none = len(words) > 1 and set(words) <= {*_NONE, "zero", "zilch", "nil", "nada", "0"}
    if is_none and len(words) < 12 and (_UTTERLY.search(" ".join(words)) or is_all_none):
        return Number(int(low), is_sure=False)
    return None


def _by_figure(plain: str, words: list[str], low: float, high: float) -> Number | None:
    fraction = _of_how_many(words)
    if fraction is not None:
        return _scaled(*fraction, low, high)
    if _CANNOT_BE_WHOLE.search(plain):
        return None
    found = [int(word) for word in words if word.isascii() and word.isdigit() and len(word) <= 3]
    if len(found) == 1 and ("%" in plain or "percent" in words):
        return _scaled(found[0], 100, low, high)
    if len(found) > 1:
        return _one_of(found, plain, words, (int(low), int(high)))
    first = next((at for at, word in enumerate(words) if word.isdigit()), 0)
    if not found or not NEGATORS.isdisjoint(words[: min(3, first)]):
        return None
    return Number(found[0], is_sure=ROUGH.isdisjoint(words) and len(words) <= 6 and "than" not in words)


def _one_of(found: list[int], plain: str, words: list[str], ends: tuple[int, int]) -> Number | None:
    """Return the point that is meant where several numbers stand: "eight/10", "was a 4 but now 6", "3 because the bus takes 2 hours"."""
    if len(found) == 2 and "/" in plain and found[1] == ends[1]:
        return Number(found[0])
    later = _after_now(words)
    if later is not None:
        return Number(later, is_sure=False)
    if words[0].isdigit() and words[1] in _REASONS:
        return Number(found[0], is_sure=False)
    if not _CORRECTED.isdisjoint(words):
        return Number(found[-1], is_sure=False)
    is_told_from = "scale" in words or "from" in words
    rest = [number for number in found if number not in ends] if is_told_from else found
    return Number(rest[0], is_sure=False) if len(set(rest)) == 1 else None


def _after_now(words: list[str]) -> int | None:
    """Return the number after "now": "was a 4 but now 6"."""
    mark = next((word for word in ("now", "today", "currently", "nowadays", "so", "actually") if word in words), None)
    rest = words[words.index(mark) + 1 :] if mark else []
    numbers = [int(word) for word in rest if word.isascii() and word.isdigit() and len(word) <= 3]
    return numbers[0] if len(numbers) == 1 else None


def _of_how_many(words: list[str]) -> tuple[int, int] | None:
    """Return (4, 5) for "4/5", "4 out of 5", "4 of 5"."""
    for at, word in enumerate(words):
        pair = _FRACTION.fullmatch(word)
        if pair:
            return int(pair[1]), int(pair[2])
        rest = words[at + 1 : at + 4]
        if word.isascii() and word.isdigit() and len(word) < 4 and "of" in rest[:2]:
            whole = rest[rest.index("of") + 1 :]
            if whole and whole[0].isascii() and whole[0].isdigit() and len(whole[0]) < 4:
                return int(word), int(whole[0])
    return None


def _scaled(part: int, whole: int, low: float, high: float) -> Number | None:
    """Return a point out of another whole on our scale, asked back; None where it falls between two points."""
    if whole == high:
        return Number(part)
    if not whole or part > whole:
        return None
    value = part / whole * high
    return Number(int(value), is_sure=False) if float(value).is_integer() and value >= low else None


_OFF = {"1": 1, "one": 1, "2": 2, "two": 2, "just": 1, "bit": 1}
_OFF_THE_TOP = re.compile(
    r"\b(one|two|1|2|just|bit) (?:off|below|under|from|short of) (?:the )?(?:top|full marks|best|highest|perfect)\b"
)


def _in_words(words: list[str], low: float, high: float) -> Number | None:
    if len(words) > 12:
        return None
    off = _OFF_THE_TOP.search(" ".join(words))
    if off:
        return Number(high - _OFF[off[1]], is_sure=False)
    denies = not NEGATORS.isdisjoint(words[:4])
    if (not _MIDDLE.isdisjoint(words) or words in (["half", "marks"], ["half"], ["half", "way"])) and not denies | (
        "upper" in words
    ):
        middle = (low + high) / 2
        return Number(int(middle)) if middle.is_integer() else None
    if not denies and not _TOP.isdisjoint(words):
        return Number(int(high), is_sure=len(words) <= 4)
    if not denies and (not _LOW.isdisjoint(words)):
        return Number(int(low), is_sure=len(words) <= 4)
    return _by_degree(words, low, high)


def _by_degree(words: list[str], low: float, high: float) -> Number | None:
    """Return the point nearest to how good, how likely or how much the words are; asked back, since it was no number."""
    amount = next(
        (value for name in ("amount", "frequency", "yesno") if (value := lookup(words, name)) is not None), None
    )
    quality = quality_in(words)
    degree = (
        amount
        if amount is not None and (quality is None or amount in {0.0, 1.0})
        else quality.value
        if quality is not None
        else None
    )
    if degree is None:
        return None
    return Number(round(low + degree * (high - low)), is_sure=False)
