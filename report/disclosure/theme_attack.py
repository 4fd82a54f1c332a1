"""An attack on the themes of a report: what a reader can work out from those that are shown, and what may still be.

The reader knows our rules: that nobody and all are shown, so that a hidden number is neither; that a theme holds its
parts; and that who speaks of a theme at a question speaks of it in all words together. A number with fewer than five
possible values is given away, and so are one to four people who are the difference of two numbers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from report.counting.integer_bounds import Bounds
from report.counting.theme_figures import ThemeFigure
from report.disclosure.attacker import FEWEST_VALUES, SMALLEST_BASE
from report.disclosure.printed_question import PrintedReport
from report.disclosure.suppression import SMALL, SMALL_NUMBER

ALL_WORDS = "words"
"""The question of figures over all words together."""
SORTED, _OUTSIDE = "is sorted", "unasked words"
"""Names beside themes and questions, whose ids hold no spaces."""

ThemeCell = tuple[str, str]
"""A place and a theme there."""


@dataclass(frozen=True)
class ThemeContext:
    """What a reader knows beside the themes: how they hang together, and how many wrote at each question that is told.

    `most` is how many replied; `unasked` how many comments came without being asked, None where that is hidden.
    """

    most: int
    parents: Mapping[str, str] = field(default_factory=dict)
    wrote: Mapping[str, int] = field(default_factory=dict)
    unasked: int | None = None
    is_rounded: bool = False


def attack_themes(figures: Sequence[ThemeFigure], known: ThemeContext) -> tuple[ThemeCell, ...]:
    """Return every cell that is given away: hidden and narrowed to fewer than five values, or one that leaves 1 to 4."""
    bounds = Bounds(known.most)
    read_themes(bounds, figures, known, "")
    bounds.narrow()
    return (*narrowed_themes(bounds, figures, ""), *left_over(bounds, figures))


def attack_theme_pair(
    old: Sequence[ThemeFigure], new: Sequence[ThemeFigure], known: ThemeContext
) -> tuple[ThemeCell, ...]:
    """Return what an earlier report and this one give away together: of either, and of the people between them."""
    bounds = Bounds(known.most)
    read_themes(bounds, old, replace(known, unasked=None), "old")
    read_themes(bounds, new, known, "")
    before = {(one.question, one.choice): one for one in old}
    shared = [one for one in new if (one.question, one.choice) in before]
    for place, theme in {(one.question, name) for one in shared for name in (SORTED, one.choice)}:
        bounds.equal([("", place, theme)], [("old", place, theme), ("between", place, theme)])
        bounds.at_most([("between", place, theme)], [("between", place, SORTED)])
    bounds.narrow()
    between = (
        (one.question, one.choice) for one in shared if _tells_between(before[one.question, one.choice], one, bounds)
    )
    hidden = (*narrowed_themes(bounds, old, "old"), *narrowed_themes(bounds, new, ""))
    return (*(cell for cell in hidden if cell in before), *between)


def attack_theme_family(
    figures: Mapping[str, Sequence[ThemeFigure]], within: Mapping[str, Sequence[str]], known: ThemeContext
) -> tuple[tuple[str, ThemeCell], ...]:
    """Return what several reports give away together, each with the name of the report, or of the one whose rest it is.

    `within` names for each report the largest that lie within it, which lie apart from each other.
    """
    bounds = Bounds(known.most)
    for name, told in figures.items():
        read_themes(bounds, told, known, name)
    rests = [(whole, cell) for whole in within for cell in dict.fromkeys(_cells(figures[whole]))]
    for whole, parts in within.items():
        cells = _cells(figures[whole])
        for place, theme in {*cells, *((place, SORTED) for place, _ in cells)}:
            rest = (f"{whole} rest", place, theme)
            bounds.equal([(whole, place, theme)], [rest, *((part, place, theme) for part in parts)])
            bounds.at_most([rest], [(f"{whole} rest", place, SORTED)])
    bounds.narrow()
    hidden = ((name, cell) for name, told in figures.items() for cell in narrowed_themes(bounds, told, name))
    few = ((name, cell) for name, cell in rests if _is_few_left(bounds, f"{name} rest", cell))
    return (*hidden, *few)


def _cells(figures: Iterable[ThemeFigure]) -> list[ThemeCell]:
    return [(one.question, one.choice) for one in figures]


def _is_few_left(bounds: Bounds, rest: str, cell: ThemeCell) -> bool:
    """Return whether a rest tells of one to four people, or of fewer than ten whose words are sorted."""
    least, most = bounds.of((rest, cell[0], SORTED))
    low, high = bounds.of((rest, *cell))
    if 0 < least == most < SMALLEST_BASE:
        return True
    return any(first > 0 and last in SMALL for first, last in ((low, high), (least - high, most - low)))


def read_themes(bounds: Bounds, figures: Sequence[ThemeFigure], known: ThemeContext, tag: str) -> None:
    """Put everything that the themes of one report say into the bounds."""
    printed = PrintedReport((), known.most, None, known.is_rounded)
    told = {(one.question, one.choice): one for one in figures}
    for (place, theme), one in told.items():
        if one.sorted is None:
            continue
        base = printed.ends(one.sorted)
        bounds.know((tag, place, SORTED), *base)
        whole = told.get((place, known.parents.get(theme, "")))
        low, high = _ends(one, base, printed)
        is_hidden_with_whole = whole is not None and (whole.chose or 0) < SMALLEST_BASE and one.chose is None
        bounds.know((tag, place, theme), 0 if is_hidden_with_whole else low, high)
        bounds.at_most([(tag, place, theme)], [(tag, place, SORTED)])
        if whole is not None:
            bounds.at_most([(tag, place, theme)], [(tag, place, whole.choice)])
        if place != ALL_WORDS and _is_part(one, told.get((ALL_WORDS, theme))):
            bounds.equal([(tag, ALL_WORDS, theme)], [(tag, place, theme), (tag, place, f"{theme} elsewhere")])
            bounds.equal([(tag, ALL_WORDS, SORTED)], [(tag, place, SORTED), (tag, place, f"{SORTED} elsewhere")])
    _gather(bounds, figures, known, tag)


def _gather(bounds: Bounds, figures: Sequence[ThemeFigure], known: ThemeContext, tag: str) -> None:
    """Note that what is said in all words is said at one question or another, or without being asked."""
    outside = PrintedReport((), known.most, None, known.is_rounded).ends(known.unasked)
    for one in figures:
        if one.question == ALL_WORDS and one.basis != "sample":
            asked = {other.question for other in figures} - {ALL_WORDS}
            if known.unasked is not None:
                bounds.know((tag, _OUTSIDE, one.choice), 0, outside[1])
            parts = [(tag, place, one.choice) for place in sorted(asked)]
            bounds.at_most([(tag, ALL_WORDS, one.choice)], [*parts, (tag, _OUTSIDE, one.choice)])


def _ends(one: ThemeFigure, base: tuple[int, int], printed: PrintedReport) -> tuple[int, int]:
    """Return what a number can be: a hidden one is neither nobody nor all, unless few are sorted and all is hidden."""
    if one.chose is not None:
        return printed.ends(one.chose)
    return (0, base[1]) if base[0] < SMALLEST_BASE else (1, base[1] - (0 if printed.is_rounded else 1))


def _is_part(one: ThemeFigure, whole: ThemeFigure | None) -> bool:
    """Return whether those counted at a question are among those counted over all words: both in the sample, or neither."""
    return whole is not None and whole.sorted is not None and (one.basis == "sample") == (whole.basis == "sample")


def narrowed_themes(bounds: Bounds, figures: Iterable[ThemeFigure], tag: str) -> Iterator[ThemeCell]:
    """Yield the hidden cells of a report that have too few possible values."""
    for one in figures:
        if one.chose is None and one.sorted is not None:
            low, high = bounds.of((tag, one.question, one.choice))
            base = bounds.of((tag, one.question, SORTED))
            is_nobody_or_all = high == 0 or low == base[1]
            if not is_nobody_or_all and high - low + 1 < min(FEWEST_VALUES, base[1] + 1):
                yield one.question, one.choice


def left_over(bounds: Bounds, figures: Iterable[ThemeFigure], tag: str = "") -> Iterator[ThemeCell]:
    """Yield a cell of a question that leaves 1 to 4 of those who speak of the theme at all, or of all who are sorted."""
    for one in figures:
        ends = [bounds.of((tag, one.question, f"{name} elsewhere")) for name in (one.choice, SORTED)]
        if (
            one.question != ALL_WORDS
            and one.sorted is not None
            and any(low > 0 and high in SMALL for low, high in ends)
        ):
            yield one.question, one.choice


def _tells_between(old: ThemeFigure, new: ThemeFigure, bounds: Bounds) -> bool:
    """Return whether two reports tell of one to four people between them, or of fewer than ten who were sorted."""
    if new.sorted is None or old.sorted is None:
        return False
    came = abs(new.sorted - old.sorted)
    if 0 < came < SMALLEST_BASE:
        return True
    low, high = bounds.of(("between", new.question, new.choice))
    if old.chose is not None and new.chose is not None:
        low = high = abs(new.chose - old.chose)
    return any(least > 0 and most in SMALL for least, most in ((low, high), (came - high, came - low)))


def without_what_tells(figures: Sequence[ThemeFigure], found: Iterable[ThemeCell], why: str) -> tuple[ThemeFigure, ...]:
    """Return themes with more of them hidden, so that these cells are not given away: one step.

    A shown cell that is given away goes; for a hidden one the smallest that is still shown beside it, of its theme or at
    its place; else the whole place.
    """
    cells = tuple(found)
    shown = {(one.question, one.choice): one.chose for one in figures if one.chose is not None}
    gone = {other for cell in cells for other in _beside(cell, shown)}
    bare = {place for place, _ in cells} if not gone else set()
    return tuple(bare_theme(one, why) if one.question in bare else hide_theme(one, gone, why) for one in figures)


def _beside(cell: ThemeCell, shown: Mapping[ThemeCell, int]) -> list[ThemeCell]:
    """Return the cell itself where it is shown; else the smallest shown one of its theme, or at its place; nobody is never hidden."""
    if cell in shown:
        return [cell]
    beside = [other for other, number in shown.items() if number and (other[1] == cell[1] or other[0] == cell[0])]
    return sorted(beside, key=lambda other: (other[1] != cell[1], shown[other], other))[:1]


def hide_theme(one: ThemeFigure, gone: set[ThemeCell], why: str) -> ThemeFigure:
    """Return a figure without its number, where it is one of these cells."""
    if (one.question, one.choice) not in gone:
        return one
    return replace(one, chose=None, percent=None, interval=None, texts=None, people=None, shown=False, why_hidden=why)


def bare_theme(one: ThemeFigure, why: str) -> ThemeFigure:
    """Return a figure without any number, that of those who are sorted or wrote included."""
    nothing = dict.fromkeys(("answered", "asked", "skipped", "implied", "not_asked", "sorted", "wrote"))
    hidden = hide_theme(one, {(one.question, one.choice)}, one.why_hidden or why)
    return replace(hidden, **nothing)  # type: ignore[arg-type] # each of them may be None


def withstanding_themes(figures: Sequence[ThemeFigure], known: ThemeContext) -> tuple[ThemeFigure, ...]:
    """Return themes with more of them hidden, step by step, until the attack gives nothing away."""
    told = _beside_questions(figures, known)
    while found := attack_themes(told, known):
        told = without_what_tells(told, found, SMALL_NUMBER)
    return told


def _beside_questions(figures: Sequence[ThemeFigure], known: ThemeContext) -> tuple[ThemeFigure, ...]:
    """Return themes without those of all words, where how many wrote at a question leaves 1 to 4 of all who wrote."""
    wrote = next((one.wrote for one in figures if one.question == ALL_WORDS), None) or 0
    told = {one.question: one.wrote for one in figures if one.wrote is not None} | dict(known.wrote)
    is_few = any(wrote - number in SMALL for number in told.values())
    return tuple(bare_theme(one, SMALL_NUMBER) if is_few and one.question == ALL_WORDS else one for one in figures)
