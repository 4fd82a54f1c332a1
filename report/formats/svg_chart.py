"""Charts as SVG of our own: text stays text, nothing hangs on colour alone, and each comes with a table of its numbers.

Every chart is drawn twice, for a page and for a phone, and takes the width that it is given. Labels stand above their
marks, so that they need no room at the side.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from statistics import median
from textwrap import wrap

from report.formats.blocks import Chart

_ROW = 28
"""The height of a row without its lines of label: a line of marks below them, and air between."""
_LINE = 16
"""The height of a line of label."""
_TOP = 8
"""Air above the first row."""
_INK, _AXIS, _GRID = "#1d2528", "#595959", "#d5dadb"
_NO, _PARTLY, _YES, _OTHER = "#8a3b12", "#9cc7e4", "#1f5f8b", "#e4e7e8"
_FONT = "Arial, 'Liberation Sans', 'DejaVu Sans', 'Libertinus Serif', sans-serif"


@dataclass(frozen=True)
class _Canvas:
    """The measures of a drawing in units, which are pixels where it is shown as wide as it is drawn.

    `letters`: so many of them fit into a line of label. `lines`: so many lines a label may take; what does not fit is cut,
    and the table below has it whole. `each`: the length of one percent either side of the middle line. `abreast`: how
    many names of a key, and how many circles, stand side by side.
    """

    width: int
    letters: int
    lines: int
    each: float
    abreast: tuple[int, int]
    left: int = 16

    @property
    def right(self) -> int:
        """Where rows end: the margin leaves room for the half of "100 %" that stands out."""
        return self.width - 24

    @property
    def row(self) -> int:
        """The height of a row."""
        return _LINE * self.lines + _ROW

    @property
    def middle(self) -> float:
        """Where no and yes meet."""
        return self.left + 14 + 100 * self.each


_WIDE = _Canvas(640, letters=78, lines=1, each=2, abreast=(4, 20))
"""Fits a column of text on a wide screen, and a page of A4."""
_NARROW = _Canvas(288, letters=32, lines=3, each=0.9, abreast=(2, 8))
"""Fits a phone that is 320 pixels wide, so that letters are as large as all others there."""


@dataclass(frozen=True)
class Dot:
    """One share with its interval, in whole percent; `told` is how the number is printed (11 of 12, 92 %)."""

    label: str
    percent: int
    interval: tuple[int, int]
    told: str


@dataclass(frozen=True)
class Bar:
    """One question's answers in counts: yes, partly (None where it was not offered), no, and all others."""

    label: str
    yes: int
    partly: int | None
    no: int
    other: int


@dataclass(frozen=True)
class Pair:
    """Two shares of the same thing, in whole percent, seen from two sides."""

    label: str
    first: int
    second: int
    told: str


def dots(name: str, rows: Sequence[Dot]) -> Chart:
    """Return shares as dots on a line from 0 to 100 %, each with a whisker for its interval."""
    shows = "; ".join(f"{row.label}: {row.told}, interval {row.interval[0]} % to {row.interval[1]} %" for row in rows)
    return _chart(name, f"{shows}.", lambda on: (_dots(on, rows), _height(on, len(rows))))


def _dots(on: _Canvas, rows: Sequence[Dot]) -> list[str]:
    drawn = [_grid(on, len(rows))]
    for place, row in enumerate(rows):
        top = _TOP + place * on.row
        line = top + on.row - 14
        low, high = (_x(on, end) for end in row.interval)
        drawn += [
            _label(on, top + 16, row.label, row.told),
            _line(low, line, high, line, _INK, 2),
            *(_line(end, line - 6, end, line + 6, _INK, 2) for end in (low, high)),
            f'<circle cx="{_x(on, row.percent)}" cy="{line}" r="7" fill="#1f5f8b" stroke="{_INK}"/>',
        ]
    return drawn


def dumbbells(name: str, sides: tuple[str, str], rows: Sequence[Pair]) -> Chart:
    """Return pairs of shares joined by a line: a dot for the first side, a square for the second."""
    shows = "; ".join(f"{row.label}: {row.first} % beside {row.second} %, {row.told}" for row in rows)
    return _chart(name, f"{sides[0]} beside {sides[1]}. {shows}.", lambda on: _dumbbells(on, sides, rows))


def _dumbbells(on: _Canvas, sides: tuple[str, str], rows: Sequence[Pair]) -> tuple[list[str], float]:
    (first, _), (second, depth) = _sides(on)
    key = (
        f'<circle cx="{first + 7}" cy="14" r="7" fill="#1f5f8b" stroke="{_INK}"/>{_text(first + 20, 19, sides[0])}'
        f"{_square(second + 7, 14 + depth)}{_text(second + 20, 19 + depth, sides[1])}"
    )
    below = 26 + depth
    drawn = [key, f'<g transform="translate(0 {below})">{_grid(on, len(rows))}']
    for place, row in enumerate(rows):
        drawn += _pair(on, row, _TOP + place * on.row)
    return [*drawn, "</g>"], _height(on, len(rows)) + below


def _sides(on: _Canvas) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return where the two names of a key begin: side by side, or one below the other."""
    return ((on.left, 0), (on.left + 320, 0)) if on.lines == 1 else ((on.left, 0), (on.left, 20))


def _pair(on: _Canvas, row: Pair, top: float) -> list[str]:
    line, first, second = top + on.row - 14, _x(on, row.first), _x(on, row.second)
    return [
        _label(on, top + 16, row.label, row.told),
        _line(first, line, second, line, _AXIS, 3),
        f'<circle cx="{first}" cy="{line}" r="7" fill="#1f5f8b" stroke="{_INK}"/>',
        _square(second, line),
    ]


def diverging(name: str, rows: Sequence[Bar]) -> Chart:
    """Return stacked bars about a middle line: no to the left, partly and yes to the right, all else at the end.

    The length of a segment is its share of that row's answers; the count stands in it.
    """
    return _chart(name, f"{'; '.join(map(_bar_in_words, rows))}.", lambda on: _diverging(on, rows))


def _diverging(on: _Canvas, rows: Sequence[Bar]) -> tuple[list[str], float]:
    below = 30 + 22 * (4 // on.abreast[0] - 1)
    height = below + _TOP + len(rows) * on.row
    drawn = [_key(on), _line(on.middle, below + 4, on.middle, height, _AXIS, 1)]
    for place, row in enumerate(rows):
        drawn += _bar(on, row, below + _TOP + place * on.row)
    return drawn, height + 8


def _bar(on: _Canvas, row: Bar, top: float) -> list[str]:
    total = max(1, row.yes + (row.partly or 0) + row.no + row.other)
    no, partly, yes = (on.each * 100 * count / total for count in (row.no, row.partly or 0, row.yes))
    line, end = top + on.row - 24, on.middle + 110 * on.each
    return [
        _label(on, top + 14, row.label, f"{total} answers"),
        _segment((on.middle - no, line), no, row.no, _NO),
        _segment((on.middle, line), partly, row.partly or 0, _PARTLY),
        _segment((on.middle + partly, line), yes, row.yes, _YES),
        _segment((end, line), 0.7 * on.each * 100 * row.other / total, row.other, _OTHER),
    ]


def _bar_in_words(row: Bar) -> str:
    partly = "" if row.partly is None else f"partly {row.partly}, "
    return f"{row.label}: yes {row.yes}, {partly}no {row.no}, another answer {row.other}"


def _key(on: _Canvas) -> str:
    """Return the names of the segments, each behind its colour."""
    names = ((_NO, "No"), (_PARTLY, "Partly"), (_YES, "Yes"), (_OTHER, "Another answer"))
    drawn = ""
    for number, (colour, name) in enumerate(names):
        down, across = divmod(number, on.abreast[0])
        x, y = on.left + 10 + 110 * across, 6 + 22 * down
        drawn += f'<rect x="{x}" y="{y}" width="14" height="14" fill="{colour}" stroke="{_INK}"/>'
        drawn += _text(x + 20, y + 12, name)
    return drawn


def run_chart(name: str, rows: Sequence[tuple[str, int]]) -> Chart:
    """Return numbers over time as a line with a dot for each moment, and a broken line at their median."""
    shows = "; ".join(f"{when}: {number}" for when, number in rows)
    return _chart(name, f"{shows}.", lambda on: (_run(on, rows), 188))


def _run(on: _Canvas, rows: Sequence[tuple[str, int]]) -> list[str]:
    most = max(1, *(number for _, number in rows))
    step = (on.right - on.left - 40) / max(1, len(rows) - 1)
    places = [(on.left + 20 + at * step, 150 - 120 * number / most) for at, (_, number) in enumerate(rows)]
    middle = 150 - 120 * median(number for _, number in rows) / most
    path = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    drawn = [
        f'<line x1="{on.left}" y1="{middle:.0f}" x2="{on.right}" y2="{middle:.0f}" stroke="{_AXIS}" stroke-dasharray="6 4"/>',
        f'<polyline points="{path}" fill="none" stroke="#1f5f8b" stroke-width="2"/>',
    ]
    named = _named(on, rows, step)
    for at, ((x, y), (when, number)) in enumerate(zip(places, rows, strict=True)):
        drawn.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="5" fill="#1f5f8b"/>')
        if on is _WIDE or at in named:
            drawn.append(_text(x, y - 10, str(number), "middle"))
        if at in named:
            drawn.append(_text(x, 178, when, "middle"))
    return drawn


@dataclass(frozen=True)
class Moment:
    """One point over time with its limits, in the units of the chart; `told` is how its number is printed."""

    label: str
    value: float
    low: float
    high: float
    told: str
    signs: tuple[str, ...] = ()
    """What it is a sign of, in words."""


def control_chart(name: str, mean: float, rows: Sequence[Moment]) -> Chart:
    """Return numbers over time with their mean and limits; what is a sign of change is a square, all else a dot."""
    shows = "; ".join(f"{one.label}: {one.told}{''.join(f' ({sign})' for sign in one.signs)}" for one in rows)
    return _chart(name, f"{shows}.", lambda on: (_control(on, mean, rows), 188))


def _control(on: _Canvas, mean: float, rows: Sequence[Moment]) -> list[str]:
    low, high = min(min(one.low, one.value) for one in rows), max(max(one.high, one.value) for one in rows)
    step = (on.right - on.left - 40) / max(1, len(rows) - 1)
    across = [on.left + 20 + at * step for at in range(len(rows))]

    def y(value: float) -> float:
        return 150 - 120 * (value - low) / ((high - low) or 1)

    def path(values: Sequence[float], stroke: str) -> str:
        places = " ".join(f"{x:.0f},{y(value):.0f}" for x, value in zip(across, values, strict=True))
        return f'<polyline points="{places}" fill="none" {stroke}/>'

    limits = f'stroke="{_AXIS}" stroke-dasharray="2 4"'
    drawn = [path([one.low for one in rows], limits), path([one.high for one in rows], limits)]
    drawn.append(path([mean] * len(rows), f'stroke="{_AXIS}" stroke-dasharray="6 4"'))
    drawn.append(path([one.value for one in rows], 'stroke="#1f5f8b" stroke-width="2"'))
    named = _named(on, [(one.label, 0) for one in rows], step)
    for at, (x, one) in enumerate(zip(across, rows, strict=True)):
        dot = f'<circle cx="{x:.0f}" cy="{y(one.value):.0f}" r="5" fill="#1f5f8b"/>'
        drawn.append(_square(round(x), round(y(one.value))) if one.signs else dot)
        if one.signs:
            drawn.append(_text(x, y(one.value) - 10, one.told, "middle"))
        if at in named:
            drawn.append(_text(x, 178, one.label, "middle"))
    return drawn


_NAME = 62
"""Units that the name of a month takes, with air."""


def _named(on: _Canvas, rows: Sequence[tuple[str, int]], step: float) -> frozenset[int]:
    """Return which moments are named: all where there is room, else the half-years, or as many as fit on a narrow page."""
    if on is _WIDE:
        return frozenset(at for at, (when, _) in enumerate(rows) if len(rows) <= 9 or when.endswith(("-01", "-07")))
    apart = max(1, math.ceil(_NAME / step)) if len(rows) > 1 else 1
    return frozenset(range(len(rows) - 1, -1, -apart))


def people_row(name: str, chose: int, answered: int) -> Chart:
    """Return a row of round figures, some filled: each person up to 20, else how many in ten (halves up)."""
    shown = answered if answered <= 20 else 10
    filled = chose if answered <= 20 else (20 * chose + answered) // (2 * answered)
    about = "" if answered <= 20 else "about "
    return _chart(name, f"{about}{filled} of {shown} circles are filled.", lambda on: _people(on, filled, shown))


def _people(on: _Canvas, filled: int, shown: int) -> tuple[list[str], float]:
    drawn = [
        f'<circle cx="{on.left + 14 + 30 * (place % on.abreast[1])}" cy="{22 + 30 * (place // on.abreast[1])}" r="12" '
        f'fill="{"#1f5f8b" if place < filled else "#ffffff"}" stroke="{_INK}" stroke-width="2"/>'
        for place in range(shown)
    ]
    return drawn, 44 + 30 * ((shown - 1) // on.abreast[1])


def _height(on: _Canvas, rows: int) -> float:
    return _TOP + rows * on.row + 28


def _chart(name: str, shows: str, draw: Callable[[_Canvas], tuple[list[str], float]]) -> Chart:
    return Chart(_svg(_WIDE, *draw(_WIDE)), name, shows, _svg(_NARROW, *draw(_NARROW)))


def _svg(on: _Canvas, drawn: Sequence[str], height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {on.width} {height:.0f}" width="{on.width}" '
        f'height="{height:.0f}" font-family="{_FONT}" font-size="14" fill="{_INK}">{"".join(drawn)}</svg>'
    )


def _grid(on: _Canvas, rows: int) -> str:
    """Return upright lines at 0, 25, 50, 75 and 100 % with their names below."""
    bottom = _TOP + rows * on.row + 4
    lines = (_line(_x(on, at), _TOP, _x(on, at), bottom, _AXIS if at == 0 else _GRID, 1) for at in (0, 25, 50, 75, 100))
    names = (_text(_x(on, at), bottom + 16, f"{at} %", "middle") for at in (0, 25, 50, 75, 100))
    return "".join((*lines, *names))


def _x(on: _Canvas, percent: float) -> float:
    return round(on.left + 8 + (on.right - on.left - 16) * percent / 100, 1)


def _label(on: _Canvas, y: float, label: str, told: str) -> str:
    """Return a label on a rim of white, so that the lines behind it do not run through the words."""
    lines = _label_lines(on, label, told)
    words = "".join(_text(on.left + 10, y + _LINE * place, line) for place, line in enumerate(lines))
    return f'<g paint-order="stroke" stroke="#fff" stroke-width="4">{words}</g>'


def _label_lines(on: _Canvas, label: str, told: str) -> Sequence[str]:
    """Return a label and its number in one line; where lines are short, the number has one of its own below."""
    if on.lines == 1:
        room = on.letters - len(told)
        return (f"{label if len(label) <= room else f'{label[: room - 1]}…'}: {told}",)
    return (*wrap(label, on.letters, max_lines=on.lines - 1, placeholder="…"), told)


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(words)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: int) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{width}"/>'


def _square(x: float, y: float) -> str:
    return f'<rect x="{x - 6}" y="{y - 6}" width="12" height="12" fill="#f0c3a4" stroke="{_INK}" stroke-width="2"/>'


def _segment(corner: tuple[float, float], width: float, count: int, colour: str) -> str:
    """Return one segment with its count, if there is anybody in it and room for the number."""
    if not count:
        return ""
    x, y = corner
    ink = "#ffffff" if colour in (_NO, _YES) else _INK
    number = (
        f'<text x="{x + width / 2:.0f}" y="{y + 15:.0f}" text-anchor="middle" fill="{ink}">{count}</text>'
        if width >= 9 * len(str(count))
        else ""
    )
    return f'<rect x="{x:.1f}" y="{y:.0f}" width="{width:.1f}" height="20" fill="{colour}" stroke="{_INK}"/>{number}'
