"""Numbers in what people type, and in forms of other programs."""

import re

from feedback.folding import fold
from feedback.types.choices import folded_label
from feedback.types.question_type import Asked, Reading

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def read_number(question: Asked, text: str, *, is_whole: bool = False) -> Reading | None:
    """Return the one number of a message, or that of an end of the scale, if it is within the range."""
    folded = fold(text)
    for end, number in zip(question.ends or (), question.range or (), strict=False):
        if folded == folded_label(end):
            return Reading(_plain(number))
    plain = _NUMBER.fullmatch(folded)
    found = [plain.group()] if plain else _NUMBER.findall(text)
    if len(found) != 1:
        return None
    number = _plain(float(found[0].replace(",", ".")))
    low, high = question.range or (number, number)
    if not low <= number <= high or (is_whole and not float(number).is_integer()):
        return None
    return Reading(number, is_sure=plain is not None, has_words=plain is None)


def _plain(value: float) -> float:
    """Return 5 for 5.0, so that a number is stored and shown as people write it."""
    return int(value) if float(value).is_integer() else value


def number_of(number: float) -> str:
    """Return a number as every program reads it."""
    return str(int(number)) if float(number).is_integer() else repr(number)
