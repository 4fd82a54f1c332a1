"""Answers that somebody typed between the questions of a letter that their program did not mark as quoted.

The letter is not known here. Its questions are numbered; below each stand hints and choices, and then perhaps an answer.
Where it is not sure, a line is the person's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from mail.phrases.line_kinds import BLANK, LONGEST, QUOTE, RULE
from mail.phrases.own_letters import CLOSING, HINT, WAYS

_ITEM = re.compile(r"^\s{0,3}(\d{1,2})\. \S")
_NUMBERED = re.compile(r"^[ >|]{0,6}\d{1,2}\. \S", re.MULTILINE)
_OPTION = re.compile(r"^\s*(?:\d{1,2}\)|\(\d{1,2}\)|[a-z]\)|[-*•·◦])\s+\S")
_INDENT = re.compile(r"^\s{3,}\S")
_CHOICES = re.compile(r"^\s*\([^()]{1,200}/[^()]{1,200}\)\s*$")
_ASKS = re.compile(r"[?？؟;፧]")
_TOKEN = re.compile(r"(?<![a-z0-9])(?=[a-z]*\d)[a-z2-7]{26}$", re.IGNORECASE)
_MARK = re.compile(r"^\s*(?:[>|]\s?)+")
_AMONG = re.compile(r"\([^()]{1,400} / [^()]{1,400}\)")
_CHOSEN = re.compile(r"^(.*\([^()]+ / [^()]+\))[^\S\n]+([^\W_].*)$")
"""Choices of a question with words behind them: a letter has none there."""
_JOINED = re.compile(r"^((?:[>|]\s?)*\s*\S.*?\S) {2,5}(\S.*)$")
_RUN = re.compile(f"{QUOTE}[{QUOTE}{BLANK}{RULE}]*")
_PARAGRAPHS: Final = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th"))
"""Blocks of a letter that was composed. Mail programs type in others."""
_WIDTH: Final = 60
"""Characters of a line that may have been broken at its end."""
_HEADING: Final = 20
"""Characters: more than the longest heading of ours has."""
_TOKEN_LONG: Final = 26
"""Characters of a token in base32: 130 bits (`mail.classify.reply_tokens`)."""
_NUMBER: Final = 7
"""Characters in which the number of a question stands, with its point and the space behind it."""
_BARS: Final = (">", "|")
_NEAR: Final = 40
"""Lines of a paragraph that are looked at."""
_HEARD: Final = 1000
"""Characters of a question and its hints."""
_BRIEF: Final = 6
"""Words of a line with its number that may be an answer. "Tell us one thing that we should change." is more."""


@dataclass(frozen=True)
class _Item:
    """The lines of one question and of all below it, up to the next."""

    start: int
    end: int


class Questionnaire:
    """The numbered questions in lines `start` to `end`. `looks` holds the block of HTML that each line stands in."""

    def __init__(self, lines: list[str], looks: list[str], start: int, end: int) -> None:
        shown = lines[start:end]
        text = "\n".join(shown)
        is_marked = (">" in text or "|" in text) and any(">" in line[:4] or "|" in line[:4] for line in shown)
        self._lines = [_unmarked(line) if line else line for line in shown] if is_marked else shown
        self._shown = shown
        self._looks = looks[start:end]
        self._start = start
        self._chosen: dict[int, bool] = {}
        self._marked: dict[int, bool] = {}
        self._firsts: dict[int, int | None] = {}
        self._numbered = _starts(self._lines)
        self._items = self._asking()
        backwards = range(len(self._lines) - 1, -1, -1)
        self._reference = next((at for at in backwards if _is_reference(self._lines[at])), None)
        self._closing = self._find_closing()

    @property
    def is_one(self) -> bool:
        """Whether somebody asks here: several questions by number, or one of a letter of ours or with its choices."""
        if len(self._items) > 1:
            asking = sum(self._has_mark(item) for item in self._items)
            return 2 * asking >= len(self._items) and 2 * len(self._items) >= len(self._numbered)
        return any(map(self._has_mark, self._items)) and (self._is_ours or self._has_choices(self._items[0]))

    @property
    def _is_ours(self) -> bool:
        return self._reference is not None or self._closing is not None

    @property
    def is_copied(self) -> bool:
        """Whether nobody could have typed these questions as their own: most stand with their choices."""
        return self.is_one and 2 * sum(map(self._has_choices, self._items)) >= len(self._items)

    def answers(self, *, is_alone: bool) -> set[int]:
        """Return the lines that are the person's. `is_alone`: they said no more than a greeting elsewhere."""
        found = [self._typed(item) for item in self._items]
        typed = {at for one in found for at in one}
        share = sum(map(bool, found[:-1])) / max(1, len(found) - 1)
        typed |= set(self._tail(is_likely=share >= 0.5 if len(found) > 1 and typed else is_alone))
        return {self._start + at for at in typed}

    def asked(self) -> set[int]:
        """Return the lines of the questions themselves, their hints and choices."""
        typed = {at for item in self._items for at in self._typed(item)}
        last = self._last_end()
        return {
            self._start + at for item in self._items for at in range(item.start, min(item.end, last)) if at not in typed
        }

    def whole(self) -> set[int]:
        """Return all lines from the first question to the end of the last."""
        return {self._start + at for at in range(self._items[0].start, self._last_end()) if self._lines[at].strip()}

    def joined(self) -> dict[int, int]:
        """Return where in its line an answer begins that was typed at the end of a question or choice.

        It stands behind choices in brackets, or behind a gap, as nowhere else in the letter, and no more words of the
        question follow.
        """
        first, last = self._items[0].start, self._last_end()
        last += last < len(self._lines) and bool(_CHOSEN.match(self._lines[last]) or _JOINED.match(self._lines[last]))
        places = [at for at in range(first, last) if "  " in self._lines[at] or " / " in self._lines[at]]
        places = [at for at in places if _could_join(self._lines[at])]
        return self._joined(places, first, last) if places else {}

    def _joined(self, places: list[int], first: int, last: int) -> dict[int, int]:
        outside = [*self._lines[:first], *self._lines[last:]]
        shapes = (
            [_CHOSEN]
            if any("  " in line.strip() and _JOINED.match(line.strip()[:LONGEST]) for line in outside)
            else [_CHOSEN, _JOINED]
        )
        found: dict[int, int] = {}
        for at in places:
            matches = (shape.match(self._lines[at]) for shape in shapes)
            match = next((match for match in matches if match), None)
            if match and self._ends_paragraph(at):
                found[self._start + at] = len(self._shown[at]) - len(self._lines[at]) + match.start(2)
        return found

    def _ends_paragraph(self, at: int) -> bool:
        below = self._lines[at + 1 : at + 2]
        return not below or not below[0].strip() or bool(_ITEM.match(below[0]) or _OPTION.match(below[0]))

    def _asking(self) -> list[_Item]:
        """Return the questions. A line with a number that asks nothing is an answer, whose question was deleted."""
        ends = [*self._numbered[1:], len(self._lines)]
        found = [_Item(start, end) for start, end in zip(self._numbered, ends, strict=False)]
        asking = [item for item in found if self._asks(item)]
        ends = [item.start for item in asking[1:]] + [len(self._lines)]
        return [_Item(item.start, end) for item, end in zip(asking, ends, strict=False)]

    def _asks(self, item: _Item) -> bool:
        if len(self._lines[item.start].split()) > _BRIEF or self._has_choices(item):
            return True
        return self._has_mark(item)

    def _has_mark(self, item: _Item) -> bool:
        if item.start not in self._marked:
            told = (self._lines[at][:LONGEST] for at in self._paragraph(item.start))
            self._marked[item.start] = any(map(_ASKS.search, told))
        return self._marked[item.start]

    def _has_choices(self, item: _Item) -> bool:
        if item.start not in self._chosen:
            self._chosen[item.start] = self._find_choices(item)
        return self._chosen[item.start]

    def _find_choices(self, item: _Item) -> bool:
        below = [line[:LONGEST] for line in self._lines[item.start : min(item.end, item.start + _NEAR)]]
        text = " ".join(line.strip() for line in below)
        is_among = " / " in text and bool(_AMONG.search(text))
        return is_among or sum(bool(_OPTION.match(line)) for line in below) > 1

    def _paragraph(self, at: int) -> Iterator[int]:
        end = min(at + _NEAR, len(self._lines))
        while at < end and self._lines[at].strip():
            yield at
            at += 1

    def _find_closing(self) -> int | None:
        first = self._items[0].start if self._items else len(self._lines)
        short = [at for at in range(first, len(self._lines)) if 0 < len(self._lines[at]) < _HEADING]
        return next((at for at in short if self._lines[at].strip().casefold() in CLOSING), None)

    def _last_end(self) -> int:
        """Where the last question's own lines end, and the letter goes on."""
        limit = self._closing if self._closing is not None else self._reference
        end = len(self._lines) if limit is None else limit
        last = self._items[-1]
        first = self._below(last)
        return end if first is None else min(end, first)

    def _typed(self, item: _Item) -> list[int]:
        """Return the lines below a question that are not its own. Those below the last are judged apart."""
        if item is self._items[-1]:
            return []
        first = self._below(item)
        if first is None:
            return []
        return [at for at in range(first, item.end) if self._lines[at].strip()]

    def _below(self, item: _Item) -> int | None:
        """Return the first line below a question that is neither its own, nor a hint, nor a choice, if there is one."""
        if item.start not in self._firsts:
            self._firsts[item.start] = self._find_below(item)
        return self._firsts[item.start]

    def _find_below(self, item: _Item) -> int | None:
        gap = is_listed = False
        said = self._lines[item.start][:LONGEST]
        for at in range(item.start + 1, item.end):
            line = self._lines[at]
            if not line.strip():
                gap = True
                continue
            is_choice = _is_choice(line) or (is_listed and bool(_INDENT.match(line)))
            if self._is_typed_block(item, at) or not (
                is_choice or self._is_asked(item, at, said, gap=gap or is_listed)
            ):
                return at
            is_listed = is_listed or is_choice
            said = f"{said} {line[:LONGEST]}"[-_HEARD:]
        return None

    def _is_typed_block(self, item: _Item, at: int) -> bool:
        looks = self._looks
        return bool(looks) and looks[item.start] in _PARAGRAPHS and looks[at] not in _PARAGRAPHS

    def _is_asked(self, item: _Item, at: int, said: str, *, gap: bool) -> bool:
        """Whether a line that is no choice belongs to the question above: by its place, or by what it says."""
        line = self._lines[at].strip()
        if said.count("(") > said.count(")") or line.casefold() in WAYS or HINT.match(line):
            return True
        if gap:
            return self._is_paragraph_of_hints(at)
        return not self._is_tight(item) or not _ASKS.search(said) or self._is_broken(at)

    def _is_paragraph_of_hints(self, at: int) -> bool:
        paragraph = [self._lines[one] for one in self._paragraph(at)]
        return any(_CHOICES.match(line) or HINT.match(line) for line in paragraph)

    def _is_tight(self, item: _Item) -> bool:
        """Whether questions follow each other without a blank line, so that none parts an answer from its question."""
        ends = [one.end for one in self._items[:-1]]
        end = item.end if item.end in ends else ends[-1] if ends else 0
        return end > 0 and bool(self._lines[end - 1].strip())

    def _is_broken(self, at: int) -> bool:
        above = self._lines[at - 1]
        first = self._lines[at].split(maxsplit=1)[0]
        width = max((len(line) for line in self._lines if " " in line.strip()), default=0)
        return len(above) >= _WIDTH and len(above) + len(first) >= width

    def _tail(self, *, is_likely: bool) -> Iterator[int]:
        """Yield the person's lines below the last question: before the letter goes on, and below its end."""
        last = self._items[-1]
        stop = self._closing if self._closing is not None else self._reference
        first = self._below(last)
        end = len(self._lines) if stop is None else stop
        if first is not None and first < end:
            yield from self._first_words(first, end, is_likely=is_likely)
        yield from (at - self._start for at in self.below_reference())
        if self._looks and stop is not None:
            yield from (
                at for at in range(stop, len(self._lines)) if self._lines[at].strip() and self._is_typed_block(last, at)
            )

    def below_reference(self) -> set[int]:
        """Return the lines below the last one of our own letter."""
        first = len(self._lines) if self._reference is None else self._reference + 1
        return {self._start + at for at in range(first, len(self._lines)) if self._lines[at].strip()}

    def _first_words(self, first: int, end: int, *, is_likely: bool) -> Iterable[int]:
        own = [at for at in range(first, end) if self._lines[at].strip() and not self._is_way(at)]
        if self._closing is not None or (self._reference is None and is_likely):
            return own
        if self._looks and self._looks[self._items[-1].start] in _PARAGRAPHS:
            blocks = [at for at in own if self._is_typed_block(self._items[-1], at)]
            if blocks or "div" in self._looks:
                return blocks
        return list(self._paragraph(first)) if is_likely else []

    def _is_way(self, at: int) -> bool:
        """Whether a line says how to answer, or is the link below it."""
        line = self._lines[at].strip()
        return line.casefold() in WAYS or (line[:4] == "http" and " " not in line)


def _starts(lines: list[str]) -> list[int]:
    """Return the lines that begin with a number, each with a higher one than the last."""
    starts: list[int] = []
    last = 0
    for at, line in [(at, line) for at, line in enumerate(lines) if ". " in line[:_NUMBER]]:
        match = _ITEM.match(line) if line[:1].isdigit() or line[:1] == " " else None
        if match and int(match[1]) > last:
            starts.append(at)
            last = int(match[1])
    return starts


def _is_choice(line: str) -> bool:
    """Whether a line is a choice of a list, or choices in brackets. Only signs and single letters begin one."""
    return not line[:2].isalpha() and bool(_OPTION.match(line) or _CHOICES.match(line))


def _unmarked(line: str) -> str:
    if line[:2] == "> " and line[2:3] not in _BARS:
        return line[2:]
    return _MARK.sub("", line) if line.lstrip()[:1] in (">", "|") else line


def _could_join(line: str) -> bool:
    """Whether words may stand behind a gap or behind choices, as far as one sign of it tells."""
    return (" / " in line or "  " in line.lstrip()) and len(line) < LONGEST


def _is_reference(line: str) -> bool:
    return len(line) >= _TOKEN_LONG and line[-26:].isalnum() and bool(_TOKEN.search(line)) and len(line.split()) <= 3


def runs(kinds: list[str]) -> Iterator[tuple[int, int]]:
    """Yield each stretch of quoted lines, from its first to behind its last."""
    for found in _RUN.finditer("".join(kinds)):
        yield found.span()


def is_asked(text: str) -> bool:
    """Whether questions by number stand in a text."""
    return bool(_NUMBERED.search(text)) and bool(_ASKS.search(text))
