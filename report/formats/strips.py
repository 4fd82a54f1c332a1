"""Drawings that stand in a row of a table, under its name, so that one figure is chart and table in one.

A strip has no words: the numbers stand beside it in the row. So it is nothing that a screen reader has to read, no page
cuts it, and it fits every width. What its marks mean stands in the head of the table, in words beside the same marks.
"""

from collections.abc import Sequence
from html import escape

_WIDTH, _HEIGHT = 240, 16
"""Units of a strip. A guess at half the width of a page."""
_LEFT, _RIGHT = 12, 228
"""Where 0 and 100 percent stand: half of a mark fits beside each."""
_MIDDLE, _EACH, _END = 80.0, 0.68, 160.0
"""Of a divided strip: where no and yes meet, the length of one percent, and where other answers begin."""
_INK, _AXIS, _GRID, _DOT = "#1d2528", "#595959", "#c4cacc", "#1f5f8b"
_NO, _PARTLY, _YES, _OTHER = "#8a3b12", "#9cc7e4", "#1f5f8b", "#e4e7e8"
_LINE = 14
"""The height of a line of words in a head."""


def share_strip(percent: int, interval: tuple[int, int] | None = None) -> str:
    """Return a share as a dot on a line from 0 to 100 %, with a whisker for its interval."""
    low, high = (_x(end) for end in interval or (percent, percent))
    ends = "".join(_line(end, 3, end, 13, _INK) for end in (low, high)) if interval else ""
    return _svg(_grid() + _line(low, 8, high, 8, _INK, 2) + ends + _dot(_x(percent)))


def pair_strip(first: int, second: int) -> str:
    """Return two shares of the same thing, seen from two sides: a dot for the first, a square for the second."""
    return _svg(_grid() + _line(_x(first), 8, _x(second), 8, _AXIS, 3) + _dot(_x(first)) + _square(_x(second)))


def split_strip(yes: int, partly: int, no: int, other: int) -> str:
    """Return counts as a bar: no to the left of a line, partly and yes to the right, all else at the far right."""
    each = 100 * _EACH / max(1, yes + partly + no + other)
    at, parts = _MIDDLE - no * each, []
    for count, colour in ((no, _NO), (partly, _PARTLY), (yes, _YES)):
        parts.append(_box(at, count * each, colour))
        at += count * each
    return _svg(_line(_MIDDLE, 0, _MIDDLE, 16, _AXIS) + "".join(parts) + _box(_END, other * each, _OTHER))


def percent_scale() -> str:
    """Return the head of a table with shares: 0, 50 and 100 %."""
    return _svg(_ends(12))


def pair_scale(sides: tuple[str, str]) -> str:
    """Return the head of a table with pairs: the two marks, each with the name of its side, above 0, 50 and 100 %."""
    names = ((_dot(18), sides[0]), (_square(18).replace('y="3"', f'y="{3 + _LINE}"'), sides[1]))
    key = "".join(mark + _text(32, 12 + _LINE * row, name) for row, (mark, name) in enumerate(names))
    return _svg(key + _ends(12 + 2 * _LINE), _HEIGHT + 2 * _LINE)


def split_scale() -> str:
    """Return the head of a table with divided bars: what each colour means."""
    names = ((_NO, "No", 12), (_PARTLY, "Partly", 48), (_YES, "Yes", 104), (_OTHER, "Other", 146))
    return _svg("".join(_box(x, 10, colour) + _text(x + 13, 12, name) for colour, name, x in names))


def without(strips: Sequence[str]) -> tuple[str, ...]:
    """Return no strips at all where none of the rows has one."""
    return tuple(strips) if any(strips) else ()


def _svg(drawn: str, height: int = _HEIGHT) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f"font-family=\"Arial, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', sans-serif\" font-size=\"11\" fill=\"{_INK}\">{drawn}</svg>"
    )


def _ends(y: float) -> str:
    """Return the names of 0, 50 and 100 percent; the first and the last end at the frame."""
    return _text(0, y, "0 %") + _text(_x(50), y, "50 %", "middle") + _text(_WIDTH, y, "100 %", "end")


def _grid() -> str:
    return "".join(_line(_x(at), 1, _x(at), 15, _GRID) for at in (0, 25, 50, 75, 100))


def _x(percent: float) -> float:
    return round(_LEFT + (_RIGHT - _LEFT) * percent / 100, 1)


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: int = 1) -> str:
    return f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{colour}" stroke-width="{width}"/>'


def _dot(x: float) -> str:
    return f'<circle cx="{x:g}" cy="8" r="5" fill="{_DOT}" stroke="{_INK}"/>'


def _square(x: float) -> str:
    return f'<rect x="{x - 5:g}" y="3" width="10" height="10" fill="#f0c3a4" stroke="{_INK}" stroke-width="1.5"/>'


def _box(x: float, width: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="3" width="{width:.1f}" height="10" fill="{colour}" stroke="{_INK}"/>' if width else ""


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(words)}</text>'
