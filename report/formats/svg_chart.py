"""Charts as SVG of our own: text stays text, nothing hangs on colour alone, and each comes with a table of its numbers.

Every chart is drawn twice, for a page and for a phone, and takes the width that it is given. What has one mark for each
row of a table stands in its rows instead (`report.formats.strips`).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from statistics import median

from report.formats.blocks import Chart

_INK, _AXIS = "#1d2528", "#595959"
_FONT = "Arial, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', 'Libertinus Serif', sans-serif"


@dataclass(frozen=True)
class _Canvas:
    """The measures of a drawing in units, which are pixels where it is shown as wide as it is drawn.

    `abreast`: how many circles stand side by side.
    """

    width: int
    abreast: int
    left: int = 16

    @property
    def right(self) -> int:
        """Where lines end: the margin leaves room for the half of a name that stands out."""
        return self.width - 24


_WIDE = _Canvas(640, abreast=20)
"""Fits a column of text on a wide screen, and a page of A4."""
_NARROW = _Canvas(288, abreast=8)
"""Fits a phone that is 320 pixels wide, so that letters are as large as all others there."""


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
        f'<circle cx="{on.left + 14 + 30 * (place % on.abreast)}" cy="{22 + 30 * (place // on.abreast)}" r="12" '
        f'fill="{"#1f5f8b" if place < filled else "#ffffff"}" stroke="{_INK}" stroke-width="2"/>'
        for place in range(shown)
    ]
    return drawn, 44 + 30 * ((shown - 1) // on.abreast)


def _chart(name: str, shows: str, draw: Callable[[_Canvas], tuple[list[str], float]]) -> Chart:
    return Chart(_svg(_WIDE, *draw(_WIDE)), name, shows, _svg(_NARROW, *draw(_NARROW)))


def _svg(on: _Canvas, drawn: Sequence[str], height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {on.width} {height:.0f}" width="{on.width}" '
        f'height="{height:.0f}" font-family="{_FONT}" font-size="14" fill="{_INK}">{"".join(drawn)}</svg>'
    )


def _square(x: float, y: float) -> str:
    return f'<rect x="{x - 6}" y="{y - 6}" width="12" height="12" fill="#f0c3a4" stroke="{_INK}" stroke-width="2"/>'


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(words)}</text>'
