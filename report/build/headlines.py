"""What the figures let one say: sentences with their numbers, and only where chance alone would not explain them."""

from collections.abc import Iterable, Iterator, Mapping

from report.build.phrases import of, quoted
from report.counting.figures import Figure, QuestionCounts
from report.disclosure.attacker import SMALLEST_BASE

MOST_SENTENCES = 8
"""A guess: what is read at a glance before the figures."""
_HALF, _NEARLY_ALL = 50, 90
"""Percent. Only what surely more than half said is a finding, and "nearly all" is said from nine in ten on."""
_NO_HEADLINE_THEMES = frozenset({"about you"})


def headlines(figures: Iterable[Figure], questions: Iterable[QuestionCounts]) -> tuple[str, ...]:
    """Return the surest findings, at most eight, one for each question.

    A sentence is made only of a shown figure with a base of ten, and only where its whole interval lies above half: so
    none rests on a small base. Questions about consent and about the person are no findings.
    """
    by_id = {one.id: one for one in questions}
    sure = sorted(_sure(figures, by_id), key=lambda one: -(one.interval or (0, 0))[0])
    first: dict[str, Figure] = {}
    for figure in sure:
        first.setdefault(figure.question, figure)
    return tuple(_sentence(figure, by_id[figure.question]) for figure in list(first.values())[:MOST_SENTENCES])


def _sure(figures: Iterable[Figure], by_id: Mapping[str, QuestionCounts]) -> Iterator[Figure]:
    for figure in figures:
        asked = by_id[figure.question]
        is_finding = not asked.consent and asked.theme not in _NO_HEADLINE_THEMES
        if is_finding and figure.interval and (figure.answered or 0) >= SMALLEST_BASE and figure.interval[0] > _HALF:
            yield figure


def _sentence(figure: Figure, asked: QuestionCounts) -> str:
    low, high = figure.interval or (0, 0)
    how_many = "nearly all" if low >= _NEARLY_ALL else "more than half"
    return f"{asked.ask}: {how_many} said {quoted(figure.label)}. {of(figure)}, interval {low} % to {high} %."
