"""What a person typed or tapped, read as a command or as an answer.

Rules: numbers, labels and typed words are alike; a command is understood only when the whole
message is one, so that "I had to stop my tablets" stays an answer; what is not clear is never guessed from far away.
"""

import difflib
import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from feedback.flows.answer import Answer, Value
from feedback.flows.model import Choice, Question
from feedback.flows.words import Command, Words
from feedback.folding import fold

_SEPARATOR = r"(?:\s*(?:[,;&+/]|\band\b))+\s*|\s+"
_COMMAS = re.compile(r"\s*(?:[,;&+\n]|\band\b)\s*")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%d %m %Y")
_MONTHS = ("%Y-%m", "%B %Y", "%b %Y", "%m/%Y", "%m %Y")
_TYPING_SLIP = 0.8
"""How alike (0 to 1, difflib) a slip of the finger must be to a label: 'Not srue' is 0.88 of 'Not sure'."""
_SHORT = 4
"""Up to so many words, a message with a command word in it may be meant as one."""


@dataclass(frozen=True)
class Reading:
    """An answer as it was understood.

    `is_sure` is False when it was not exactly a number or label, so the reply names what was understood.
    `has_words` says that the message holds more than the label itself. `items` counts what was picked in this message.
    """

    value: Value
    is_sure: bool = True
    has_words: bool = False
    items: int = 1

    @property
    def is_own(self) -> bool:
        """Whether the message is more than a label, a number or a day. A slip of the finger may be a name."""
        return self.has_words or not self.is_sure


@lru_cache(maxsize=4096)
def _folded_label(label: str) -> str:
    """Return a label of a flow as it is compared. Labels come again with every answer; words of people are not kept."""
    return fold(label)


def command_in(text: str, words: Words) -> Command | None:
    """Return the command that the whole message is, if it is one."""
    return words.commands.get(fold(text))


def perhaps_command(text: str, words: Words) -> Command | None:
    """Return `stop` or `delete` where a short message holds such a word beside others, so that we ask what is meant."""
    folded = fold(text).split(" ")
    if not 1 < len(folded) <= _SHORT:
        return None
    found = (words.commands.get(word) for word in folded)
    return next((command for command in found if command in ("stop", "delete")), None)


def read_answer(question: Question, text: str, words: Words) -> Reading | None:
    """Return a typed or tapped message as an answer to a question, or None if it is not clear."""
    match question.type:
        case "one" | "yesno":
            return _read_one(question.choices, text, words if question.type == "yesno" else None)
        case "many":
            return _read_many(question, text)
        case "place":
            return _read_one(question.choices, text, None) or Reading(None, has_words=True)
        case "scale" | "number":
            return _read_number(question, text)
        case "date":
            return _read_date(text)
        case "text" | "info":  # pragma: no branch - there is no other
            return Reading(None, has_words=True)


def has_own_words(question: Question, answer: Answer, words: Words) -> bool:
    """Return whether any message of an answer is more than a label, a number or a day."""
    readings = (read_answer(question, piece.words, words) for piece in answer.pieces if piece.words)
    return any(reading is None or reading.is_own for reading in readings)


def _read_one(choices: tuple[Choice, ...], text: str, yesno: Words | None) -> Reading | None:
    folded = fold(text)
    by_label = {_folded_label(choice.label): choice.id for choice in choices}
    exact = _by_number(choices, folded) or by_label.get(folded) or _by_first_clause(choices, folded)
    if exact is None and yesno is not None and folded and yesno.yesno.get(folded) in by_label.values():
        exact = yesno.yesno[folded]
    if exact is not None:
        return Reading(exact)
    first, rest = _first_clause(folded)
    if rest and first in by_label:
        return Reading(by_label[first], is_sure=False, has_words=True)
    alike = _alike(folded, by_label)
    return Reading(by_label[alike], is_sure=False) if alike else None


def _by_number(choices: tuple[Choice, ...], folded: str) -> str | None:
    """Return the id of the choice with this number in the list shown (1 is the first)."""
    bare = folded.removeprefix("option ").removeprefix("number ")
    if not (bare.isascii() and bare.isdigit() and len(bare) <= 3):
        return None
    place = int(bare)
    return choices[place - 1].id if 1 <= place <= len(choices) else None


def _by_first_clause(choices: tuple[Choice, ...], folded: str) -> str | None:
    """Return the one choice whose label begins so, up to its comma: 'Other' for 'Other, my own words'."""
    begun = [choice.id for choice in choices if _folded_label(choice.label.partition(",")[0]) == folded]
    return begun[0] if len(begun) == 1 else None


def _first_clause(folded: str) -> tuple[str, str]:
    first, _, rest = re.sub(r"[,.;:\n-]+", "\n", folded, count=1).partition("\n")
    return first.strip(), rest.strip()


def _alike(folded: str, by_label: dict[str, str]) -> str | None:
    """Return the one label that this may be a slip of; a number, or a text like two labels, is never taken so."""
    if not folded or folded.isdigit():
        return None
    close = difflib.get_close_matches(folded, list(by_label), n=2, cutoff=_TYPING_SLIP)
    return close[0] if len(close) == 1 else None


def _read_many(question: Question, text: str) -> Reading | None:
    by_label = {_folded_label(choice.label): choice.id for choice in question.choices}
    folded = fold(_keep_breaks(text))
    picked = _listed(question, folded, by_label)
    if picked is not None:
        return _many(question, picked)
    pieces = [fold(piece) for piece in _COMMAS.split(folded) if fold(piece)]
    labels = [_alike(piece, by_label) or (piece if piece in by_label else None) for piece in pieces]
    understood = tuple(by_label[label] for label in labels if label)
    if not understood:
        return None
    whole = len(understood) == len(pieces)
    if not whole and question.other:
        understood = (*understood, question.other)
    return _many(question, understood, is_sure=False, has_words=not whole)


def _keep_breaks(text: str) -> str:
    return ", ".join(line for line in text.splitlines() if line.strip())


def _listed(question: Question, folded: str, by_label: dict[str, str]) -> tuple[str, ...] | None:
    """Read a message made of nothing but numbers and labels; longest labels first, since a label may hold 'and'."""
    longest_first = sorted(by_label, key=len, reverse=True)
    item = "|".join([*(re.escape(label) for label in longest_first), r"\d{1,3}"])
    if not re.fullmatch(rf"(?:{item})(?:(?:{_SEPARATOR})(?:{item}))*", folded):
        return None
    items = re.findall(rf"(?<![^\s,;&+/])(?:{item})(?![^\s,;&+/])", folded)
    ids = [by_label.get(found) or _by_number(question.choices, found) for found in items]
    return tuple(choice for choice in ids if choice) if ids and all(ids) else None


def _many(
    question: Question, picked: tuple[str, ...], *, is_sure: bool = True, has_words: bool = False
) -> Reading | None:
    unique = tuple(dict.fromkeys(picked))
    if question.max is not None and len(unique) > question.max:
        return None
    return Reading(unique, is_sure=is_sure, has_words=has_words, items=len(unique))


def _read_number(question: Question, text: str) -> Reading | None:
    folded = fold(text)
    for end, number in zip(question.ends or (), question.range or (), strict=False):
        if folded == _folded_label(end):
            return Reading(_whole(number))
    plain = _NUMBER.fullmatch(folded)
    found = [plain.group()] if plain else _NUMBER.findall(text)
    if len(found) != 1:
        return None
    number = _number(found[0])
    low, high = question.range or (number, number)
    if not low <= number <= high or (question.type == "scale" and not float(number).is_integer()):
        return None
    return Reading(number, is_sure=plain is not None, has_words=plain is None)


def _number(text: str) -> float:
    return _whole(float(text.replace(",", ".")))


def _whole(value: float) -> float:
    """Return 5 for 5.0, so that a number is stored and shown as people write it."""
    return int(value) if float(value).is_integer() else value


def _read_date(text: str) -> Reading | None:
    """Read a day, a month or a year as ISO 8601 text (2026-05-03, 2026-05, 2026): nobody has to know the day."""
    folded = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", fold(text)).replace(",", "")
    for formats, shown in ((_DATES, "%Y-%m-%d"), (_MONTHS, "%Y-%m"), (("%Y",), "%Y")):
        for form in formats:
            try:
                return Reading(datetime.strptime(folded, form).strftime(shown))  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
    return None
