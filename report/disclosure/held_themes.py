"""Themes of several reports held apart from each other: more is hidden in those still free, until an attack finds nothing."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from report.counting.theme_figures import ThemeFigure
from report.disclosure.theme_attack import ThemeCell, ThemeContext, attack_theme_family, bare_theme, hide_theme

Themes = Mapping[str, Sequence[ThemeFigure]]
"""Themes of several reports, by the name of the report."""


def held_themes(
    figures: Themes, within: Mapping[str, Sequence[str]], free: AbstractSet[str], known: ThemeContext, why: str
) -> Themes:
    """Return themes with more hidden in the free reports, for this reason.

    Where a number is given away, the smallest that is added up with it goes; else the whole place where it stands.
    Where nothing of a free report is left to hide, what is still given away stays so.
    """
    told = {name: tuple(mine) for name, mine in figures.items()}
    while found := attack_theme_family(told, within, known):
        name, cell = found[0]
        near = [one for one in _near(within, name) if one in free]
        step = _smallest(told, near, cell) or _smallest_place(told, near, cell) or _smallest_place(told, free, None)
        if step is None:
            break
        where, gone = step
        told[where] = tuple(_without(one, gone, why) for one in told[where])
    return told


def _near(within: Mapping[str, Sequence[str]], name: str) -> Sequence[str]:
    beside = [(*parts, whole) for whole, parts in within.items() if name in parts]
    return tuple(dict.fromkeys((*within.get(name, ()), *(one for parts in beside for one in parts), name)))


def _smallest(told: Themes, near: Sequence[str], cell: ThemeCell) -> tuple[str, ThemeCell] | None:
    """Return the smallest shown number of this cell; nobody and all are never hidden alone."""
    shown = (
        (one.chose, name)
        for name in near
        for one in told[name]
        if (one.question, one.choice) == cell and one.chose and one.chose < (one.sorted or 0)
    )
    number, name = min(shown, default=(0, ""))
    return (name, cell) if number else None


def _smallest_place(
    told: Themes, names: Sequence[str] | AbstractSet[str], cell: ThemeCell | None
) -> tuple[str, ThemeCell] | None:
    """Return the place that the fewest were sorted at: that of this cell, or any (None)."""
    places = (
        (one.sorted, name, one.question)
        for name in names
        for one in told[name]
        if one.sorted is not None and cell in (None, (one.question, one.choice))
    )
    found = min(places, default=None)
    return None if found is None else (found[1], (found[2], ""))


def _without(one: ThemeFigure, gone: ThemeCell, why: str) -> ThemeFigure:
    place, theme = gone
    if theme:
        return hide_theme(one, {gone}, why)
    return bare_theme(one, why) if one.question == place else one
