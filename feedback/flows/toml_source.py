"""A TOML file as its author sees it: what it says, on which line, and what is wrong with it."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from feedback.errors import Fault

Path = tuple[str | int, ...]
"""Where a key stands: ("question", 2, "choices", "yes")."""

_PART = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_NAME = rf"({_PART}(?:\s*\.\s*{_PART})*)"
_KEY = re.compile(rf"\s*{_NAME}\s*=")
_TABLE = re.compile(rf"\s*\[\s*{_NAME}\s*\]")
_ITEM = re.compile(rf"\s*\[\[\s*{_NAME}\s*\]\]")
_PARTS = re.compile(_PART)
_MARK = re.compile(r"\"\"\"|'''|\"(?:\\.|[^\"\\])*\"|'[^']*'|#.*|[\[\]{}]")
_END = {'"""': re.compile(r"(?:\\.|[^\\])*?\"{3,5}"), "'''": re.compile(r".*?'{3,5}")}
_DEPTH = {"[": 1, "{": 1, "]": -1, "}": -1}
_AT = re.compile(r" \(at line (\d+), column (\d+)\)| \(at end of document\)")
_MOST_SLIPS = 50
"""Each one found means reading the file again, and nobody mends more at once."""

_MOST_KEPT = 64
"""Texts whose reading is kept: a start reads each of its fifty files three times."""

_PLAIN = (
    (r"[“”‘’„]", "curly-quotes", "Curly quotes cannot hold a text here.", 'Use straight quotes: "like this".'),
    (r"^Invalid value", "syntax", 'What follows "=" is not a value.', 'Put the text in straight quotes: "like this".'),
    (
        r"^Illegal character '\\n'|^Unterminated string",
        "syntax",
        "This text has no closing quote.",
        'Add " at its end, or use """ around a text of several lines.',
    ),
    (r"^Expected '=' after a key", "syntax", 'There is no "=" after the key.', 'Write: key = "text".'),
    (
        r"^Expected newline or end of document after",
        "syntax",
        "There is something after the end of the value.",
        'For a quote inside a text, write \\".',
    ),
    (r"^Expected '\"\"\"'|^Expected \"'''\"", "syntax", "This text is never closed.", 'Add """ at its end.'),
    (
        r"^Unescaped",
        "syntax",
        "A \\ has a special meaning in a text.",
        'Write \\\\ for one, or use """ around several lines.',
    ),
    (r"^Unclosed array", "syntax", "This list is never closed.", "Add ] at its end."),
    (r"^Cannot (declare|overwrite|mutate)", "key-repeated", "This is here twice.", "Keep one of the two."),
    (r"^Invalid statement", "syntax", "This line is no key, no heading and no comment.", "Begin a comment with #."),
)


@dataclass(frozen=True)
class Statement:
    """One key or heading: its path and the lines (from 1, both included) on which it stands."""

    path: Path
    first: int
    last: int
    is_heading: bool


@dataclass
class Source:
    """A file being read. `faults` grows as it is read; nothing else changes."""

    file: str
    raw: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    headings: tuple[int, ...] = ()
    slips: tuple[int, ...] = ()
    """Lines left out because of their syntax: what they said may not really be missing."""
    is_whole: bool = True
    """False when the syntax is so broken that the rest could not be read at all."""

    def line(self, path: Path) -> int:
        """Return the line of a key, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def blame(self, path: Path, code: str, message: str, suggestion: str = "") -> None:
        """Note one fault at a key."""
        self.faults.append(Fault(self.file, self.line(path), code, message, suggestion))

    def blame_missing(self, path: Path, code: str, message: str, suggestion: str) -> None:
        """Note that something is not there, unless a line that was left out may have held it."""
        if not self._has_slip_below(path[:-1]):
            self.blame(path, code, message, suggestion)

    def _has_slip_below(self, path: Path) -> bool:
        """Return whether a line under this heading was left out."""
        start = self.line(path)
        after = min((line for line in self.headings if line > start), default=1 << 30)
        return any(start <= slip < after for slip in self.slips)


def close_to(word: str, known: Iterable[str]) -> str:
    """Return a suggestion naming what was probably meant, or what there is; empty when there is nothing."""
    names = list(known)
    if found := get_close_matches(word, names, n=1, cutoff=0.6):
        return f'Did you mean "{found[0]}"?'
    return f"There is: {', '.join(names)}." if names else ""


def read_source(file: str, text: str) -> Source:
    """Read TOML text. Lines with a fault of syntax are noted and left out, so that the rest can be read as well."""
    read = _read(text)
    return replace(read, file=file, faults=[replace(fault, file=file) for fault in read.faults])


@lru_cache(maxsize=_MOST_KEPT)
def _read(text: str) -> Source:
    """Read a text as a file without a name, whose faults nobody may add to."""
    rows = text.replace("\r\n", "\n").split("\n")
    statements = tuple(_statements(rows))
    faults: list[Fault] = []
    slips: list[int] = []
    raw: dict[str, Any] | None = None
    while raw is None and len(faults) < _MOST_SLIPS:
        try:
            raw = tomllib.loads("\n".join(rows))
        except tomllib.TOMLDecodeError as error:
            slip, fault = _slip("", str(error), rows, statements)
            faults.append(fault)
            if slip.is_heading or any(_is_heading(rows, line) for line in range(slip.first + 1, slip.last + 1)):
                break  # without its headings the rest would be misread
            slips.extend(range(slip.first, slip.last + 1))
            rows[slip.first - 1 : slip.last] = [""] * (slip.last - slip.first + 1)
    lines = {statement.path: statement.first for statement in reversed(statements)}
    headings = tuple(statement.first for statement in statements if statement.is_heading)
    return Source("", raw or {}, _with_parents(lines), faults, headings, tuple(slips), is_whole=raw is not None)


def _with_parents(lines: Mapping[Path, int]) -> Mapping[Path, int]:
    full = dict(lines)
    for path, line in sorted(lines.items(), key=lambda item: item[1]):
        for length in range(1, len(path)):
            full.setdefault(path[:length], line)
    return full


def _statements(rows: Sequence[str]) -> Iterator[Statement]:
    table: Path = ()
    counts: dict[Path, int] = {}
    number = 0
    while number < len(rows):
        first = number
        mark, depth = _open_after(rows[number], "", 0) if _KEY.match(rows[number]) else ("", 0)
        while (mark or depth > 0) and number + 1 < len(rows):
            number += 1
            mark, depth = _open_after(rows[number], mark, depth)
        number += 1
        if item := _ITEM.match(rows[first]):
            name = _path(item[1])
            counts[name] = counts.get(name, -1) + 1
            table = (*name, counts[name])
            yield Statement(table, first + 1, number, is_heading=True)
        elif heading := _TABLE.match(rows[first]):
            table = _in_items(_path(heading[1]), counts)
            yield Statement(table, first + 1, number, is_heading=True)
        elif key := _KEY.match(rows[first]):
            yield Statement((*table, *_path(key[1])), first + 1, number, is_heading=False)


def _path(name: str) -> Path:
    return tuple(part.strip("\"'") for part in _PARTS.findall(name))


def _in_items(path: Path, counts: Mapping[Path, int]) -> Path:
    """`[question.choices]` after `[[question]]` belongs to the last question."""
    for length in range(len(path), 0, -1):
        if path[:length] in counts:
            return (*path[:length], counts[path[:length]], *path[length:])
    return path


def _open_after(row: str, mark: str, depth: int) -> tuple[str, int]:
    """Return the kind of text and the depth of brackets that are still open at the end of a line."""
    at = 0
    while True:
        if mark:
            end = _END[mark].match(row, at)
            if end is None:
                return mark, depth
            mark, at = "", end.end()
        token = _MARK.search(row, at)
        if token is None:
            return "", depth
        at = token.end()
        mark = token[0] if token[0] in _END else ""
        depth += _DEPTH.get(token[0], 0)


def _slip(file: str, error: str, rows: Sequence[str], statements: Sequence[Statement]) -> tuple[Statement, Fault]:
    """Return what to leave out, and the fault. Without a line in the error, something was opened and never closed."""
    place = _AT.search(error)
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (len(rows), 0)
    if column == 1 and "'\\'" in error:
        line -= 1  # a backslash at the end of a line is only seen on the next
    slip = _statement_at(line if column else 0, rows, statements)
    code, plain, suggestion = _in_plain_words(_AT.sub("", error), rows[slip.first - 1])
    if code == "key-repeated" and slip.path:
        return slip, _repeated(file, slip, statements)
    at = f" (character {column})" if column > 1 and line == slip.first else ""
    return slip, Fault(file, slip.first, code, plain.removesuffix(".") + at + ".", suggestion)


def _statement_at(line: int, rows: Sequence[str], statements: Sequence[Statement]) -> Statement:
    kept = [statement for statement in statements if any(rows[statement.first - 1 : statement.last])]
    here = next((statement for statement in kept if statement.first <= line <= statement.last), None)
    if here is None and line and rows[line - 1].strip():
        return Statement((), line, line, _is_heading(rows, line))
    before = [statement for statement in kept if not line or statement.first <= line]
    return here or (before[-1] if before else Statement((), 1, len(rows), is_heading=True))


def _is_heading(rows: Sequence[str], line: int) -> bool:
    return rows[line - 1].lstrip().startswith("[")


def _in_plain_words(error: str, row: str) -> tuple[str, str, str]:
    curly, *others = _PLAIN
    if re.search(rf"=\s*{curly[0]}", row):
        return curly[1:]
    return next((found[1:] for found in others if re.search(found[0], error)), ("syntax", error + ".", ""))


def _repeated(file: str, again: Statement, statements: Sequence[Statement]) -> Fault:
    first = next((other.first for other in statements if other.path == again.path), again.first)
    is_choice = "choices" in again.path[:-1]
    what = "choice" if is_choice else "key" if not again.is_heading else "heading"
    name = again.path[-1] if again.path else ""
    message = f'The {what} "{name}" is here twice; it is on line {first} as well.'
    code = "choice-repeated" if is_choice else "key-repeated"
    return Fault(file, again.first, code, message, "Keep one, or give one of them a new id.")
