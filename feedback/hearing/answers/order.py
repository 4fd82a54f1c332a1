"""Choices found by their place in the list: "2", "b", "the second one", "number 3", "last one"."""

from feedback.hearing.normal import tokens
from feedback.hearing.numerals import numeral
from feedback.hearing.spellings import word_set

_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS = {word: n for n, word in enumerate(_PLACES.split(), 1)} | {"top": 1, "last": -1, "bottom": -1, "final": -1}
_AROUND = word_set(
    "the one option answer choice number no my id its it is i im would say go going with for pick choose please thanks think im a and "
    "letter select want thatll be put ill that thats definitely um er erm well just mate like box tick reply response ans opt nr of them these list"
)
_AFTER_NUMBER = word_set("please thanks mate then definitely i think love")


def place_in(text: str, size: int, *, last: int = 0) -> int | None:
    """Return the place (from 0) that a text names in a list of this size and nothing else, or None. `last` is where "last" counts from."""
    words = tokens(text)
    if words == ["no", "one"]:
        return None
    rest = [word for at, word in enumerate(words) if word not in _AROUND or (word == "a" and _stands_alone(words, at))]
    if not rest and "one" in words and "the" not in words and len(words) <= 3:
        rest = ["one"]
    if len(rest) == 2 and rest[0] in _ORDINALS and _ORDINALS[rest[0]] > 1 and rest[1] in {"last", "bottom"}:
        return _within((last or size) - _ORDINALS[rest[0]], size)
    if len(rest) != 1:
        return None
    if _ORDINALS.get(rest[0]) == -1:
        return (last or size) - 1
    if rest[0] == "middle":
        return size // 2 if size % 2 else None
    return place_of(rest[0], size)


def _stands_alone(words: list[str], at: int) -> bool:
    """Return whether "a" is a letter of the list: "a please", "option a"; in "a letter" it is none."""
    return all(word in _AFTER_NUMBER for word in words[at + 1 :]) and len(words) <= 4


def place_of(word: str, size: int) -> int | None:
    """Return the place (from 0) that one word names: a number, a letter, an ordinal."""
    if word in _ORDINALS:
        n = _ORDINALS[word]
        return size - 1 if n < 0 else _within(n - 1, size)
    if len(word) == 1 and "a" <= word <= "z":
        return _within(ord(word) - ord("a"), size)
    value = numeral(word)
    return None if value is None else _within(value - 1, size)


def _within(place: int, size: int) -> int | None:
    return place if 0 <= place < size else None


def is_bare_number(text: str) -> bool:
    """Return whether a text is a number alone, which may be a place in the list or an amount."""
    words = tokens(text)
    return len(words) == 1 and numeral(words[0]) is not None
