"""Charts as SVG of our own: text stays text, nothing hangs on colour alone, and each comes with a table of its numbers.

Every chart is 640 units wide and takes the width that it is given. Labels stand above their marks, so that they need
no room at the side and wrap nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from report.formats.blocks import Chart

WIDTH = 640
"""Units of the picture, which are pixels on a wide screen: it fits the column of text and a page of A4."""
_LEFT, _RIGHT = 16, WIDTH - 24
"""Where rows begin and end. The right margin leaves room for the half of "100 %" that stands out."""
_ROW = 44
"""The height of a row: a line of label above, a line of marks below, and air between."""
_TOP = 8
"""Air above the first row."""
_INK, _AXIS, _GRID = "#1d2528", "#595959", "#d5dadb"
_NO, _PARTLY, _YES, _OTHER = "#8a3b12", "#9cc7e4", "#1f5f8b", "#e4e7e8"
_MIDDLE = 230
"""Where no and yes meet. A hundred percent is 200 units to either side, and other answers have what is left on the
right."""
_FONT = "Arial, 'Liberation Sans', 'DejaVu Sans', 'Libertinus Serif', sans-serif"
_LABEL_MOST = 78
"""Characters of a label that fit above a row; the table has it whole."""


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
    drawn = [_grid(len(rows))]
    for place, row in enumerate(rows):
        top = _TOP + place * _ROW
        line = top + 30
        low, high = (_x(end) for end in row.interval)
        drawn += [
            _label(top + 16, row.label, row.told),
            _line(low, line, high, line, _INK, 2),
            *(_line(end, line - 6, end, line + 6, _INK, 2) for end in (low, high)),
            f'<circle cx="{_x(row.percent)}" cy="{line}" r="7" fill="#1f5f8b" stroke="{_INK}"/>',
        ]
    shows = "; ".join(f"{row.label}: {row.told}, interval {row.interval[0]} % to {row.interval[1]} %" for row in rows)
    return _chart(name, f"{shows}.", drawn, len(rows))


def dumbbells(name: str, sides: tuple[str, str], rows: Sequence[Pair]) -> Chart:
    """Return pairs of shares joined by a line: a dot for the first side, a square for the second."""
    key = (
        f'<circle cx="{_LEFT + 7}" cy="14" r="7" fill="#1f5f8b" stroke="{_INK}"/>{_text(_LEFT + 20, 19, sides[0])}'
        f"{_square(_LEFT + 327, 14)}{_text(_LEFT + 340, 19, sides[1])}"
    )
    drawn = [key, f'<g transform="translate(0 26)">{_grid(len(rows))}']
    for place, row in enumerate(rows):
        top = _TOP + place * _ROW
        line, first, second = top + 30, _x(row.first), _x(row.second)
        drawn += [
            _label(top + 16, row.label, row.told),
            _line(first, line, second, line, _AXIS, 3),
            f'<circle cx="{first}" cy="{line}" r="7" fill="#1f5f8b" stroke="{_INK}"/>',
            _square(second, line),
        ]
    shows = "; ".join(f"{row.label}: {row.first} % beside {row.second} %, {row.told}" for row in rows)
    return _chart(name, f"{sides[0]} beside {sides[1]}. {shows}.", [*drawn, "</g>"], len(rows), extra=26)


def diverging(name: str, rows: Sequence[Bar]) -> Chart:
    """Return stacked bars about a middle line: no to the left, partly and yes to the right, all else at the end.

    The length of a segment is its share of that row's answers; the count stands in it.
    """
    height = 30 + _TOP + len(rows) * _ROW
    drawn = [_key(), _line(_MIDDLE, 34, _MIDDLE, height, _AXIS, 1)]
    for place, row in enumerate(rows):
        drawn += _bar(row, 30 + _TOP + place * _ROW)
    return _drawn(name, f"{'; '.join(map(_bar_in_words, rows))}.", drawn, height + 8)


def _bar(row: Bar, top: float) -> list[str]:
    total = max(1, row.yes + (row.partly or 0) + row.no + row.other)
    no, partly, yes = (2 * 100 * count / total for count in (row.no, row.partly or 0, row.yes))
    return [
        _label(top + 14, row.label, f"{total} answers"),
        _segment((_MIDDLE - no, top + 20), no, row.no, _NO),
        _segment((_MIDDLE, top + 20), partly, row.partly or 0, _PARTLY),
        _segment((_MIDDLE + partly, top + 20), yes, row.yes, _YES),
        _segment((_MIDDLE + 220, top + 20), 1.4 * 100 * row.other / total, row.other, _OTHER),
    ]


def _bar_in_words(row: Bar) -> str:
    partly = "" if row.partly is None else f"partly {row.partly}, "
    return f"{row.label}: yes {row.yes}, {partly}no {row.no}, another answer {row.other}"


def _key() -> str:
    """Return the names of the segments, each behind its colour."""
    names = ((_NO, "No"), (_PARTLY, "Partly"), (_YES, "Yes"), (_OTHER, "Another answer"))
    return "".join(
        f'<rect x="{_LEFT + 10 + 110 * place}" y="6" width="14" height="14" fill="{colour}" stroke="{_INK}"/>'
        f"{_text(_LEFT + 30 + 110 * place, 18, name)}"
        for place, (colour, name) in enumerate(names)
    )


def run_chart(name: str, rows: Sequence[tuple[str, int]]) -> Chart:
    """Return numbers over time as a line with a dot for each moment, and a broken line at their median."""
    most = max(1, *(number for _, number in rows))
    step = (_RIGHT - _LEFT - 40) / max(1, len(rows) - 1)
    places = [(_LEFT + 20 + at * step, 150 - 120 * number / most) for at, (_, number) in enumerate(rows)]
    middle = 150 - 120 * sorted(number for _, number in rows)[len(rows) // 2] / most
    path = " ".join(f"{x:.0f},{y:.0f}" for x, y in places)
    drawn = [
        f'<line x1="{_LEFT}" y1="{middle:.0f}" x2="{_RIGHT}" y2="{middle:.0f}" stroke="{_AXIS}" stroke-dasharray="6 4"/>',
        f'<polyline points="{path}" fill="none" stroke="#1f5f8b" stroke-width="2"/>',
    ]
    for (x, y), (when, number) in zip(places, rows, strict=True):
        drawn.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="5" fill="#1f5f8b"/>')
        drawn.append(_text(x, y - 10, str(number), "middle"))
        if len(rows) <= 9 or when.endswith(("-01", "-07")):
            drawn.append(_text(x, 178, when, "middle"))
    shows = "; ".join(f"{when}: {number}" for when, number in rows)
    return _drawn(name, f"{shows}.", drawn, 188)


def people_row(name: str, chose: int, answered: int) -> Chart:
    """Return a row of round figures, some filled: each person up to 20, else how many in ten (halves up)."""
    shown = answered if answered <= 20 else 10
    filled = chose if answered <= 20 else (20 * chose + answered) // (2 * answered)
    drawn = [
        f'<circle cx="{_LEFT + 14 + 30 * place}" cy="22" r="12" fill="{"#1f5f8b" if place < filled else "#ffffff"}" '
        f'stroke="{_INK}" stroke-width="2"/>'
        for place in range(shown)
    ]
    about = "" if answered <= 20 else "about "
    return _drawn(name, f"{about}{filled} of {shown} circles are filled.", drawn, 44)


def _chart(name: str, shows: str, drawn: Sequence[str], rows: int, extra: int = 0) -> Chart:
    return _drawn(name, shows, drawn, _TOP + rows * _ROW + 28 + extra)


def _drawn(name: str, shows: str, drawn: Sequence[str], height: float) -> Chart:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'height="{height:.0f}" font-family="{_FONT}" font-size="14" fill="{_INK}">{"".join(drawn)}</svg>'
    )
    return Chart(svg, name, shows)


def _grid(rows: int) -> str:
    """Return upright lines at 0, 25, 50, 75 and 100 % with their names below."""
    bottom = _TOP + rows * _ROW + 4
    lines = (_line(_x(at), _TOP, _x(at), bottom, _AXIS if at == 0 else _GRID, 1) for at in (0, 25, 50, 75, 100))
    names = (_text(_x(at), bottom + 16, f"{at} %", "middle") for at in (0, 25, 50, 75, 100))
    return "".join((*lines, *names))


def _x(percent: float) -> float:
    return round(_LEFT + 8 + (_RIGHT - _LEFT - 16) * percent / 100, 1)


def _label(y: float, label: str, told: str) -> str:
    """Return a label on a rim of white, so that the lines behind it do not run through the words."""
    room = _LABEL_MOST - len(told)
    short = label if len(label) <= room else f"{label[: room - 1]}…"
    words = _text(_LEFT + 10, y, f"{short}: {told}")
    return f'<g paint-order="stroke" stroke="#fff" stroke-width="4">{words}</g>'


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
