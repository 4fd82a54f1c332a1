"""Which parts may say how many replied: none of few, and none that would tell of few beside what is told of all replies."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from report.counting.integer_bounds import Bounds
from report.disclosure.attacker import FEWEST_VALUES, SMALLEST_BASE

Path = tuple[str, ...]
"""Where a part stands in its tree: the names of the parts around it, then its own."""

Sizes = Mapping[Path, int]
"""How many replies are in each part, and in those around it."""


def large_enough(sizes: Sizes, everybody: int, told: Mapping[str, int | None] | None = None) -> list[Path]:
    """Return the parts that say how many replied: ten at least, and ten at least, or nobody, in what they leave over.

    `told` is what the report of all replies says of the smallest parts, by their own names. What it hides must not
    follow from the parts: those that would tell of it are left out.
    """
    barred: set[Path] = set()
    while True:
        shown = _left_over(sizes, everybody, barred)
        telling = _telling(sizes, everybody, told or {}, shown)
        if not telling:
            return shown
        barred.add(min(telling, key=lambda path: (sizes[path], path)))


def _left_over(sizes: Sizes, everybody: int, barred: AbstractSet[Path]) -> list[Path]:
    shown: list[Path] = []
    for around in ((), *sizes):
        if around and around not in shown:
            continue
        total = sizes[around] if around else everybody
        near = {path: size for path, size in sizes.items() if path[:-1] == around and path not in barred}
        inside = {path: size for path, size in near.items() if size >= SMALLEST_BASE}
        while inside and 0 < total - sum(inside.values()) < SMALLEST_BASE:
            del inside[min(inside, key=lambda path: (inside[path], path))]
        shown += inside
    return sorted(shown)


def _telling(sizes: Sizes, everybody: int, told: Mapping[str, int | None], shown: list[Path]) -> list[Path]:
    """Return the shown parts around a smallest part whose hidden size follows from them; all, where none is around it."""
    leaves = [path for path in sizes if not any(other[:-1] == path for other in sizes)]
    bounds = Bounds(everybody)
    for leaf in leaves:
        number = told.get(leaf[-1], 0)
        bounds.know(leaf, *((1, everybody) if number is None else (number, number) if number else (0, everybody)))
    bounds.equal([*leaves, ("", "in no part")], [], everybody)
    for path in shown:
        bounds.equal([leaf for leaf in leaves if leaf[: len(path)] == path], [], sizes[path])
    bounds.narrow()
    for leaf in leaves:
        low, high = bounds.of(leaf)
        if told.get(leaf[-1], 0) is None and high - low + 1 < FEWEST_VALUES and shown:
            return [path for path in shown if leaf[: len(path)] == path] or shown
    return []
