"""Small drawings of our own that stand beside the headings of Easy Read: each says once more what the heading says.

They hold no words and are nothing that a screen reader has to read.
"""

from typing import Literal, get_args

Picture = Literal["people", "question", "speech", "quote", "next", "letter", "sides", "parts"]

_INK, _FILL = "#1d2528", "#cfe3f1"


def _person(x: int, y: int, size: float = 1) -> str:
    body = f"M {-11 * size:g} {26 * size:g} v {-8 * size:g} a {11 * size:g} {11 * size:g} 0 0 1 {22 * size:g} 0 v {8 * size:g} z"
    return f'<g transform="translate({x} {y})"><circle cx="0" cy="0" r="{7 * size:g}"/><path d="{body}"/></g>'


_BUBBLE = '<path d="M 8 10 h 48 v 32 h -26 l -12 12 v -12 h -10 z"/>'
_LINES = '<path d="M 16 20 h 32 M 16 27 h 32 M 16 34 h 20"/>'
_DRAWN: dict[Picture, str] = {
    "people": _person(18, 22, 0.8) + _person(46, 22, 0.8) + _person(32, 26),
    "question": f'{_BUBBLE}<path d="M 26 22 a 6 6 0 1 1 8 6 q -2 1 -2 5" fill="none"/><circle cx="32" cy="37" r="1.5"/>',
    "speech": _BUBBLE + _LINES,
    "quote": f'{_BUBBLE}<path d="M 20 30 q 0 -10 8 -12 q -4 4 -3 7 h 3 v 8 h -8 z M 36 30 q 0 -10 8 -12 q -4 4 -3 7 h 3 v 8 h -8 z"/>',
    "next": '<path d="M 8 26 h 28 v -12 l 20 18 l -20 18 v -12 h -28 z"/>',
    "letter": '<path d="M 8 16 h 48 v 34 h -48 z"/><path d="M 8 16 l 24 20 l 24 -20" fill="none"/>',
    "sides": f'{_person(16, 24)}{_person(48, 24)}<path d="M 32 10 v 44" stroke-dasharray="4 4"/>',
    "parts": '<path d="M 8 10 h 22 v 20 h -22 z M 34 10 h 22 v 20 h -22 z M 8 34 h 22 v 20 h -22 z M 34 34 h 22 v 20 h -22 z"/>',
}
PICTURES: tuple[Picture, ...] = get_args(Picture)


def picture(name: Picture) -> str:
    """Return a drawing as whole SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64" fill="{_FILL}" '
        f'stroke="{_INK}" stroke-width="2" stroke-linejoin="round">{_DRAWN[name]}</svg>'
    )
