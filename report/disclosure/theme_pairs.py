"""Which themes are spoken of together: shown for a set of themes of which no two, and no three, tell of the few.

Nothing is hidden within the set, so that nothing can be worked out: a theme is in it, or none of its pairs is shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from report.counting.question_counts import Counts
from report.counting.theme_figures import ThemeFigure
from report.disclosure.suppression import SMALL

MOST = 8
"""Themes in the table, the most frequent first. A guess: more columns fit on no page."""


@dataclass(frozen=True)
class ThemePair:
    """Two themes, and how many replies speak of both, of the first alone and of the second alone; over all words together.

    `sorted` is the base. The ids are those of the themes of the report.
    """

    first: str
    second: str
    first_label: str
    second_label: str
    both: int
    only_first: int
    only_second: int
    sorted: int


def theme_pairs(figures: Iterable[ThemeFigure], seen: Sequence[Counts], *, is_exact: bool) -> tuple[ThemePair, ...]:
    """Return the pairs of themes that may be shown: of figures over all words that are shown themselves.

    `seen` counts replies, then people: a pair is shown where neither tells of one to four. Where numbers are exact, all are.
    """
    told = sorted((one for one in figures if one.shown and one.chose), key=lambda one: -(one.chose or 0))
    chosen: list[ThemeFigure] = []
    for one in told:
        mine = [other.choice for other in chosen]
        if len(chosen) < MOST and (is_exact or all(_is_safe(counts, mine, one.choice) for counts in seen)):
            chosen.append(one)
    return tuple(_pair(seen[0], *two) for two in combinations(chosen, 2))


def _pair(counts: Counts, first: ThemeFigure, second: ThemeFigure) -> ThemePair:
    both = counts.both(first.choice, second.choice)
    alone = counts.chose(first.choice) - both, counts.chose(second.choice) - both
    names = first.choice, second.choice, first.label, second.label
    return ThemePair(*names, both, *alone, counts.answered)


def _is_safe(counts: Counts, chosen: Sequence[str], new: str) -> bool:
    """Return whether a theme can stand beside those: no two tell of the few, nor any three."""
    pairs = (_of_two(counts, one, new) for one in chosen)
    if any(number in SMALL for numbers in pairs for number in numbers):
        return False
    threes = (_of_three(counts, (one, other, new)) for one, other in combinations(chosen, 2))
    return not any(low > 0 and high in SMALL for ends in threes for low, high in ends)


def _of_two(counts: Counts, one: str, other: str) -> tuple[int, ...]:
    """Return how many speak of both, of each alone, and of neither."""
    both, first, second = counts.both(one, other), counts.chose(one), counts.chose(other)
    return both, first - both, second - both, counts.answered - first - second + both


def _of_three(counts: Counts, themes: tuple[str, str, str]) -> Iterator[tuple[int, int]]:
    """Yield how few and how many can speak of each combination of three themes, as a reader of their pairs works it out.

    All eight follow from how many speak of all three, which is all that is not printed.
    """
    alone = [counts.chose(one) for one in themes]
    pairs = {two: counts.both(themes[two[0]], themes[two[1]]) for two in combinations(range(3), 2)}
    fixed = [(number, -1) for number in pairs.values()]
    fixed += [(alone[at] - sum(both for two, both in pairs.items() if at in two), 1) for at in range(3)]
    fixed += [(counts.answered - sum(alone) + sum(pairs.values()), -1), (0, 1)]
    low = max(-number for number, sign in fixed if sign > 0)
    high = min(number for number, sign in fixed if sign < 0)
    for number, sign in fixed:
        yield (number + low, number + high) if sign > 0 else (number - high, number - low)
