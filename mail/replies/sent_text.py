"""The letter that we sent, as words with their places: what a reply is laid beside."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Final, NamedTuple

from mail.model.expected_answers import LetterItem, SentLetter

GRAM: Final = 4
"""Words in a row that make a copy sure."""
_PLACES: Final = 12
"""Places of the same four words that are looked at."""

_WORDS: Final = 20_000
"""Words that are looked at; a longer reply is the person's from there on."""

NOWHERE: Final = -1

_WORD = re.compile(r"[^\W_]+|[^\w\s\x00-\x7f]")
NUMBERING: Final = re.compile(r"^[^\w\n]*(?:(?:\d{1,2}|[A-Za-z])[.)]|o)\s+(?=\S)")
"""The number of a question or choice at the start of a line, or Outlook's sign for a list in plain text, which is an o.

Programs add, change and drop them: they are no words.
"""
_SYMBOLS: Final = frozenset(("So", "Sm"))


class LetterWord(NamedTuple):
    """One word of a text and where it stands. `key` is how it is compared."""

    key: str
    line: int
    start: int
    end: int


def words_of(lines: list[str]) -> list[LetterWord]:
    """Give the words of lines, and signs that are words of their own: faces, ticks, arrows. Numbering is left out."""
    found: list[LetterWord] = []
    for number, line in enumerate(lines):
        if not line:
            continue
        if len(found) > _WORDS:
            break
        numbered = NUMBERING.match(line[:40])
        for match in islice(_WORD.finditer(line, numbered.end() if numbered else 0), _WORDS):
            key = match[0]
            if _counts(line, match.start(), match.end()):
                continue
            if key.isalnum() or unicodedata.category(key[0]) in _SYMBOLS:
                found.append(LetterWord(key.casefold(), number, *match.span()))
    return found


def _counts(line: str, start: int, end: int) -> bool:
    """Whether a word is the number of a choice inside a line, as when a program ran lines together: "1) yes 2) no"."""
    if end - start > 2 or line[end : end + 1] != ")" or not line[end + 1 : end + 2].isspace():
        return False
    if not line[end + 1 :].strip() or (start and not (line[start - 1].isspace() or line[start - 1] == "(")):
        return False
    return line[start:end].isdigit() or (end - start == 1 and line[start].isascii())


def keys_of(text: str) -> list[str]:
    """Give the words of a text as they are compared."""
    return [word.key for word in words_of(text.split("\n"))]


@dataclass(frozen=True)
class ChoicePositions:
    """Where the choices of an item stand among the words of the letter: one pair (first, end) for each choice."""

    item: int
    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """The first word of the first choice."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """The word after the last choice."""
        return self.spans[-1][1]


@dataclass(frozen=True)
class IndexedLetter:
    """A letter ready to be laid beside replies. `owner` gives for each word the index of its item, or NOWHERE."""

    keys: list[str]
    owner: list[int]
    starts: frozenset[int]
    """Words that begin a line."""
    ends: frozenset[int]
    """Words after which a line ends (the index of the next word)."""
    options: tuple[ChoicePositions, ...]
    asks: frozenset[int]
    """The first word of each question."""
    grams: dict[tuple[str, ...], list[int]] = field(repr=False)
    whole: dict[tuple[str, ...], list[int]] = field(repr=False)
    """Whole lines, by their words."""

    def option_at(self, at: int) -> ChoicePositions | None:
        """The choices that hold word `at`."""
        return next((options for options in self.options if options.start <= at < options.end), None)


def sheet_of(sent: SentLetter) -> IndexedLetter:
    """Find every item of the letter in its text. An item that cannot be found gets no words."""
    words = words_of(sent.text.split("\n"))
    keys = [word.key for word in words]
    starts = frozenset(at for at, word in enumerate(words) if at == 0 or words[at - 1].line != word.line)
    owner = [NOWHERE] * len(keys)
    options: list[ChoicePositions] = []
    asks: set[int] = set()
    after = 0
    for index, item in enumerate(sent.items):
        start, end, spans = _found(keys, item, after)
        if start == NOWHERE:
            continue
        asks.add(start)
        owner[start:end] = [index] * (end - start)
        after = end
        if spans:
            options.append(ChoicePositions(index, spans))
    lines = _lines(keys, starts)
    ends = frozenset([*starts, len(keys)]) - {0}
    return IndexedLetter(keys, owner, starts, ends, tuple(options), frozenset(asks), _grams(keys), lines)


def _found(keys: list[str], item: LetterItem, after: int) -> tuple[int, int, tuple[tuple[int, int], ...]]:
    """Give where an item begins and ends among the words, and its choices."""
    ask = keys_of(item.ask.split("\n\n")[-1])
    start = _seek(keys, ask, after) if ask else NOWHERE
    if start == NOWHERE:
        return NOWHERE, after, ()
    end = start + len(ask)
    hint = keys_of(item.hint)
    hinted = _seek(keys, hint, end, end + 80) if hint else NOWHERE
    end = max(end, hinted + len(hint) if hinted != NOWHERE else end)
    spans: list[tuple[int, int]] = []
    at = start + len(ask)
    for choice in item.choices:
        label = keys_of(choice.label)
        found = _seek(keys, label, at, at + 80) if label else NOWHERE
        if found != NOWHERE:
            at = found + len(label)
            spans.append((found, at))
    whole = len(spans) == len(item.choices)
    return start, max(end, at if whole else end), tuple(spans) if whole else ()


def _seek(keys: list[str], wanted: list[str], after: int, before: int | None = None) -> int:
    last = min(len(keys), before if before is not None else len(keys)) - len(wanted)
    for at in range(after, last + 1):
        if keys[at] == wanted[0] and keys[at : at + len(wanted)] == wanted:
            return at
    return NOWHERE


def _grams(keys: list[str]) -> dict[tuple[str, ...], list[int]]:
    grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(keys) - GRAM + 1):
        places = grams[tuple(keys[at : at + GRAM])]
        if len(places) < _PLACES:
            places.append(at)
    return dict(grams)


def _lines(keys: list[str], starts: frozenset[int]) -> dict[tuple[str, ...], list[int]]:
    lines: dict[tuple[str, ...], list[int]] = defaultdict(list)
    marks = [*sorted(starts), len(keys)]
    for start, end in pairwise(marks):
        lines[tuple(keys[start:end])].append(start)
    return dict(lines)
