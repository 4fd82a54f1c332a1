"""A text cut into words and sentences, so that a part of it can be named by numbers. Pure.

Words carry the positions of the text as it came (code points); numbers alone go to the browser and back, so that a
hidden name does not even give away its length.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.review.texts import TextSpan

_WORD = re.compile(r"\S+")
_END = re.compile(r"[.!?…][\"'”’)]*$")
_LONGEST_SENTENCE = 60
"""Words. Who writes without full stops still gets parts that fit on a phone."""


@dataclass(frozen=True)
class Token:
    """One word. `number` counts from 1; `space` is what stands before it; `is_hidden`: its place is taken by a kind."""

    number: int
    space: str
    text: str
    span: TextSpan
    is_hidden: bool = False
    is_coded: bool = False


@dataclass(frozen=True)
class Sentence:
    """Words that belong together: the numbers of the first and the last."""

    first: int
    last: int
    text: str

    @property
    def value(self) -> str:
        """What stands for it in a form."""
        return f"{self.first}-{self.last}"


def words_of(text: str, hidden: Iterable[TextSpan] = (), marked: Iterable[TextSpan] = ()) -> tuple[Token, ...]:
    """Return the words of a text; what is `hidden` becomes one word each, words in `marked` spans are coded."""
    spans = tuple(marked)
    found: list[Token] = []
    end = 0
    for span, shown in _pieces(text, sorted(hidden)):
        space, end = text[end : span.start], span.stop
        is_coded = any(one.start < span.stop and span.start < one.stop for one in spans)
        found.append(Token(len(found) + 1, space, shown, span, span.kind != "", is_coded))
    return tuple(found)


def sentences_of(words: Sequence[Token]) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a very long one is cut."""
    found: list[Sentence] = []
    first = 0
    for place, word in enumerate(words):
        is_last = place + 1 == len(words)
        breaks = is_last or "\n" in words[place + 1].space or _END.search(word.text) is not None
        if breaks or place - first + 1 >= _LONGEST_SENTENCE:
            part = words[first : place + 1]
            text = "".join(one.space + one.text for one in part).strip()
            found.append(Sentence(part[0].number, part[-1].number, text))
            first = place + 1
    return tuple(found)


def chosen(words: Sequence[Token], parts: Iterable[str], ends: tuple[str, str]) -> tuple[TextSpan, ...]:
    """Return the spans of what was ticked (`3-7`) and of the words from one number to another.

    Parts that touch become one span. Raises ValueError for numbers that the text does not have.
    """
    ranges = [tuple(int(number) for number in part.split("-")) for part in parts]
    if any(ends):
        first, last = (int(end) for end in (ends[0] or ends[1], ends[1] or ends[0]))
        ranges.append((min(first, last), max(first, last)))
    if any(len(one) != 2 or not 1 <= one[0] <= one[1] <= len(words) for one in ranges):
        raise ValueError("There is no such word.")
    joined: list[tuple[int, int]] = []
    for first, last in sorted((one[0], one[1]) for one in ranges):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(TextSpan(words[first - 1].span.start, words[last - 1].span.stop) for first, last in joined)


def _pieces(text: str, hidden: Sequence[TextSpan]) -> Iterable[tuple[TextSpan, str]]:
    """Yield each word, and each hidden span as one."""
    at = 0
    for span in hidden:
        if span.start < at:
            continue
        yield from _plain(text, at, span.start)
        yield span, f"[{span.kind}]"
        at = span.stop
    yield from _plain(text, at, len(text))


def _plain(text: str, start: int, stop: int) -> Iterable[tuple[TextSpan, str]]:
    for match in _WORD.finditer(text, start, stop):
        yield TextSpan(match.start(), match.end()), match.group()
