r"""Themes as a CSV file, for programs that read no .qdc: Taguette reads and writes it, spreadsheets hold it.

Columns are found by their names, whatever their case: programs differ. A name may be a path (`Pay > Late`, `Pay\Late`).
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from feedback.errors import SaysoError
from report.exports.long import safe_cell
from report.exports.qdpx_types import QdpxCode, QdpxProject, guid_of

COLUMNS = ("tag", "description", "parent")
"""What Taguette calls them."""
_NAMES = ("tag", "name", "path", "code", "theme", "node", "code name")
_DESCRIPTIONS = ("description", "definition", "memo", "comment", "code memo")
_PARENTS = ("parent", "parent code", "category")
_PATHS = (" > ", "\\")
_MOST = 5_000
"""Themes of a codebook at most: a guess, far beyond what a team can remember."""


def codes_csv(codes: Iterable[QdpxCode]) -> Iterator[str]:
    """Yield themes as CSV, each after the one that it is part of."""
    known = tuple(codes)
    names = {code.guid: code.name for code in known}
    rows = [COLUMNS, *((code.name, code.memo, names.get(code.parent, "")) for code in _from_the_top(known))]
    for row in rows:
        sheet = io.StringIO()
        csv.writer(sheet).writerow([safe_cell(cell) for cell in row])
        yield sheet.getvalue()


def _from_the_top(codes: Sequence[QdpxCode]) -> Iterator[QdpxCode]:
    known, told = {code.guid for code in codes}, set[str]()
    waiting = list(codes)
    while waiting:
        ready = [code for code in waiting if code.parent not in known or code.parent in told] or waiting
        yield from ready
        told |= {code.guid for code in ready}
        waiting = [code for code in waiting if code.guid not in told]


def read_codes_csv(content: bytes) -> QdpxProject:
    """Return the themes of a CSV file, in a project of no texts. Raises SaysoError where it is none."""
    rows = iter(_rows(content))
    head = [cell.strip().casefold() for cell in next(rows, [])]
    name, memo, parent = (_column(head, wanted) for wanted in (_NAMES, _DESCRIPTIONS, _PARENTS))
    if name is None:
        raise SaysoError(f"The first row names no column of themes. Call it one of: {', '.join(_NAMES)}.")
    codes: dict[tuple[str, ...], QdpxCode] = {}
    for row in rows:
        above = _cell(row, parent)
        path = (*_path(above), *_path(_cell(row, name)))
        if path:
            _add(codes, path, _cell(row, memo))
    return QdpxProject("", codes=tuple(codes.values()))


def _rows(content: bytes) -> list[list[str]]:
    text = _text(content)
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as fault:
        raise SaysoError("This is no CSV file that can be read. Save it again as CSV, in UTF-8.") from fault


def _text(content: bytes) -> str:
    """Return text as UTF-8, or as spreadsheets of old write it."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _column(head: Sequence[str], wanted: Iterable[str]) -> int | None:
    return next((head.index(name) for name in wanted if name in head), None)


def _cell(row: Sequence[str], place: int | None) -> str:
    """Return a cell, without the ' that keeps a spreadsheet from running it."""
    text = row[place].strip() if place is not None and place < len(row) else ""
    return text[1:] if text[:1] == "'" and safe_cell(text[1:]) == text else text


def _path(name: str) -> tuple[str, ...]:
    """Return the names on the way to a theme, the top first."""
    separator = next((one for one in _PATHS if one in name), None)
    parts = name.split(separator) if separator else [name]
    return tuple(part.strip() for part in parts if part.strip())


def _add(codes: dict[tuple[str, ...], QdpxCode], path: tuple[str, ...], memo: str) -> None:
    """Add a theme, and those above it that are not there yet. A theme that stands twice is one."""
    whole = _known_path(codes, path)
    for end in range(1, len(whole) + 1):
        key = whole[:end]
        above = codes[key[:-1]].guid if end > 1 else ""
        codes.setdefault(key, QdpxCode(guid_of("theme", "csv/" + "/".join(key)), key[-1], "", above))
    if len(codes) > _MOST:
        raise SaysoError(f"This file has more than {_MOST:,} themes. That is no codebook.")
    if memo and not codes[whole].memo:
        found = codes[whole]
        codes[whole] = QdpxCode(found.guid, found.name, memo, found.parent)


def _known_path(codes: Iterable[tuple[str, ...]], path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a path whose first part is a theme further down as the whole path to it: parents are named, not paths."""
    if len(path) < 2:
        return path
    known = next((one for one in codes if one[-1] == path[0]), None)
    return path if known is None else (*known, *path[1:])
