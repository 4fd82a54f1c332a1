"""The ways through a flow as a picture: questions in a line downwards, and an arc past each that some people skip."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from markupsafe import Markup

from feedback.flows.condition_parser import spell
from feedback.flows.model import Flow, Question
from feedback.flows.route_analysis import Route

_ROW, _LANE, _EDGE, _RADIUS, _BEND = 46, 16, 14, 8, 7
_WIDTH = 620
"""Units of the picture, which are pixels where there is room: the column of text on a page."""
_LONGEST_LABEL = 52
"""Characters that fit beside the lanes at this width; the list below the picture has the whole question."""
_TITLE = (
    '<title id="routes-title">The ways through the questions; the list below tells them</title>'
    '<rect width="100%" height="100%" fill="#fff"/>'
)
_STYLE = 'font-family="system-ui, sans-serif" font-size="14" fill="#111"'


@dataclass(frozen=True)
class Arc:
    """A way from one place to a later one, past those between them. `lane` counts from the line outwards."""

    start: int
    end: int
    lane: int


def drawn(flow: Flow, routes: Sequence[Route]) -> Markup:
    """Return the ways through a flow as SVG with a title. Every step of every route is a line or an arc of it."""
    steps = _steps(flow, routes)
    arcs = _in_lanes(step for step in steps if step[1] - step[0] > 1)
    left = _EDGE + _LANE * (1 + max((arc.lane for arc in arcs), default=0))
    height = _ROW * (len(flow.questions) + 2)
    parts = [
        *(_line(left, start) for start, end in steps if end - start == 1),
        *(_arc(left, arc) for arc in arcs),
        *_places(flow, left),
    ]
    size = f'width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}"'
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="routes-title">{_TITLE}'
    return Markup(f"{whole}{''.join(parts)}</svg>")  # noqa: S704 - all words in it were escaped


def _steps(flow: Flow, routes: Sequence[Route]) -> list[tuple[int, int]]:
    """Return each step that some route takes, by the places of its two ends: 0 is the beginning."""
    places = {question.id: number for number, question in enumerate(flow.questions, start=1)}
    end, found = len(flow.questions) + 1, set()
    for one in routes:
        line = [0, *(places[question] for question in one.questions), end]
        found |= set(pairwise(line))
    return sorted(found)


def _in_lanes(steps: Iterable[tuple[int, int]]) -> list[Arc]:
    """Give each arc the innermost lane in which it meets no other; short ones first."""
    arcs: list[Arc] = []
    for start, end in sorted(steps, key=lambda step: (step[1] - step[0], step)):
        taken = {arc.lane for arc in arcs if start < arc.end and arc.start < end}
        arcs.append(Arc(start, end, next(lane for lane in range(1, len(arcs) + 2) if lane not in taken)))
    return arcs


def _y(place: int) -> int:
    return _ROW * place + _ROW // 2


def _line(x: int, start: int) -> str:
    return _path(f"M{x} {_y(start) + _RADIUS}V{_y(start + 1) - _RADIUS - 6}") + _head(
        x, _y(start + 1) - _RADIUS, "down"
    )


def _arc(x: int, arc: Arc) -> str:
    lane, top, bottom, bend = x - _LANE * arc.lane, _y(arc.start) + 3, _y(arc.end) - 3, _BEND
    way = (
        f"M{x - _RADIUS} {top}H{lane + bend}Q{lane} {top} {lane} {top + bend}V{bottom - bend}"
        f"Q{lane} {bottom} {lane + bend} {bottom}H{x - _RADIUS - 6}"
    )
    return _path(way) + _head(x - _RADIUS, bottom, "right")


def _path(way: str) -> str:
    return f'<path d="{way}" fill="none" stroke="#456" stroke-width="2"/>'


def _head(x: int, y: int, way: str) -> str:
    points = f"{x},{y} {x - 4},{y - 7} {x + 4},{y - 7}" if way == "down" else f"{x},{y} {x - 7},{y - 4} {x - 7},{y + 4}"
    return f'<polygon points="{points}" fill="#456"/>'


def _places(flow: Flow, x: int) -> Iterable[str]:
    yield _dot(x, 0, "#111") + _label(x, 0, "Begin")
    for number, question in enumerate(flow.questions, start=1):
        yield _dot(x, number, "#fff" if question.when else "#111")
        yield _label(x, number, f"{question.id}  {question.short or question.ask}", _when(question))
    yield _dot(x, len(flow.questions) + 1, "#111") + _label(x, len(flow.questions) + 1, "End")


def _when(question: Question) -> str:
    return f"when {spell(question.when)}" if question.when else ""


def _dot(x: int, place: int, fill: str) -> str:
    return f'<circle cx="{x}" cy="{_y(place)}" r="{_RADIUS}" fill="{fill}" stroke="#111" stroke-width="2"/>'


def _label(x: int, place: int, words: str, below: str = "") -> str:
    y = _y(place) + (-1 if below else 5)
    told = f'<text x="{x + 18}" y="{y}" {_STYLE}>{escape(_short(words))}</text>'
    small = _STYLE.replace('"14"', '"12"').replace("#111", "#456")
    return told + (f'<text x="{x + 18}" y="{y + 15}" {small}>{escape(_short(below))}</text>' if below else "")


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_LABEL else f"{words[: _LONGEST_LABEL - 1]}…"
