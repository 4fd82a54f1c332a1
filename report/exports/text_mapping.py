"""A text with some parts replaced, and how places in one lead to the other.

Line ends are made one mark and names are hidden before a text leaves; codings made on what left must find their way
back to what was said. All places count Unicode code points.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Replacement(NamedTuple):
    """One part that is replaced: where it stood (the end excluded), and what stands there now (never nothing)."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True)
class EditedText:
    """A text after its parts were replaced. `_moves` are (before start, before end, after start, after end)."""

    text: str
    _moves: tuple[tuple[int, int, int, int], ...]

    def forth(self, start: int, stop: int) -> tuple[int, int]:
        """Return where a span of the text before stands now. A replaced part that it touches is in it whole."""
        moves = self._moves
        return _carried(start, moves, is_end=False), _carried(stop, moves, is_end=True)

    def back(self, start: int, stop: int) -> tuple[int, int]:
        """Return where a span of this text stood before. A replaced part that it touches is in it whole."""
        moves = tuple((after, after_end, before, end) for before, end, after, after_end in self._moves)
        return _carried(start, moves, is_end=False), _carried(stop, moves, is_end=True)


def edited(words: str, parts: Iterable[Replacement]) -> EditedText:
    """Return a text with these parts replaced. Parts that overlap become one, with the text of the first."""
    pieces: list[str] = []
    moves: list[tuple[int, int, int, int]] = []
    at = length = 0
    for part in _apart(parts, len(words)):
        pieces += [words[at : part.start], part.text]
        length += part.start - at
        moves.append((part.start, part.stop, length, length + len(part.text)))
        length += len(part.text)
        at = part.stop
    return EditedText("".join((*pieces, words[at:])), tuple(moves))


_LINE_ENDS = re.compile("\r\n?|^\ufeff|\0")
_PLAIN = {"\ufeff": "\u2060", "\0": "\ufffd"}


def line_ends(words: str) -> Iterator[Replacement]:
    """Yield what must be replaced so that every program counts the same characters.

    Line ends become one mark; a byte order mark in front, which many programs swallow, becomes another unseen mark.
    """
    for found in _LINE_ENDS.finditer(words):
        yield Replacement(found.start(), found.end(), _PLAIN.get(found.group(), "\n"))


def _apart(parts: Iterable[Replacement], length: int) -> list[Replacement]:
    result: list[Replacement] = []
    for part in sorted(Replacement(one.start, min(one.stop, length), one.text) for one in parts):
        if result and part.start < result[-1].stop:
            result[-1] = result[-1]._replace(stop=max(part.stop, result[-1].stop))
        elif part.start < part.stop:
            result.append(part)
    return result


def _carried(place: int, moves: tuple[tuple[int, int, int, int], ...], *, is_end: bool) -> int:
    shift = 0
    for start, stop, new_start, new_stop in moves:
        if place <= start:
            break
        if place < stop:
            return new_stop if is_end else new_start
        shift = new_stop - stop
    return place + shift
