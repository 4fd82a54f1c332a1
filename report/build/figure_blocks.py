"""Figures as blocks: a table with a drawing in each row, so that one figure is chart and table in one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from feedback.types.registry import type_of
from report.build.headlines import sums_among
from report.build.phrases import between, notes, number, of
from report.build.report import Report
from report.counting.figures import Figure, QuestionCounts
from report.formats.blocks import Block, Heading, Points, Table, Text
from report.formats.strips import percent_scale, share_strip, split_scale, split_strip, without

FIVE_PS = ("principles", "purpose", "presence", "process", "impact")
_HEADS = ("Answer", "Chose, of those who answered", "95 % interval")
NOBODY, NOBODY_WROTE = "Nobody chose", "Nobody wrote about"
"""What is said of answers that nobody gave, and of themes that nobody wrote about."""


def charted(
    name: str, figures: Sequence[Figure], *, keeps_order: bool = False, nobody: str = NOBODY
) -> Iterator[Block]:
    """Yield figures as one table with a drawing in each row: the most first, sums of several answers after them.

    What nobody chose is named below it, after the word `nobody`.
    """
    marks, sums = notes(figures), sums_among(figures)
    by_size = sorted(figures, key=lambda one: (one.id in sums, not one.shown, -(one.chose or 0)))
    in_order = figures if keeps_order else by_size
    chosen = [one for one in in_order if one.chose != 0] or in_order
    rows = tuple((one.label, of_base(one), between(one, marks)) for one in chosen)
    strips = without([_strip_of(one) for one in chosen])
    yield Table(name, _HEADS, rows, strips, percent_scale() if strips else "")
    yield from notes_below(marks)
    gone = [one.label for one in in_order if one not in chosen]
    if gone:
        yield Text(f"{nobody}: {'; '.join(gone)}.")


def _strip_of(figure: Figure) -> str:
    return "" if figure.percent is None else share_strip(figure.percent, figure.interval)


def notes_below(marks: Mapping[str, str]) -> Iterator[Block]:
    """Yield what the marks in the cells of a table stand for."""
    if marks:
        yield Points(tuple(f"{mark.capitalize()}: {reason}" for reason, mark in marks.items()))


def of_base(figure: Figure) -> str:
    """Return a figure with its base, also where it is hidden."""
    return of(figure) if figure.shown else f"hidden of {number(figure.answered)}"


def five_ps(report: Report) -> Iterator[Block]:
    """Yield one figure over all questions that ask yes, partly or no about one of the five Ps."""
    asked = [one for name in FIVE_PS for one in report.method.questions if one.theme == name]
    bars = [
        bar for one in asked if (bar := _bar(one, [figure for figure in report.figures if figure.question == one.id]))
    ]
    if not bars:
        return
    yield Heading(2, "The five Ps")
    yield Text(
        "Principles, purpose, presence, process and impact. Yes and partly stand to the right of the line, no to the "
        "left, and all other answers at the far right."
    )
    rows = tuple((one.label, *_cells(one)) for one in bars)
    strips = tuple(split_strip(one.yes, one.partly or 0, one.no, one.other) for one in bars)
    heads = ("Question", "Yes", "Partly", "No", "Another answer")
    yield Table("The five Ps", heads, rows, strips, split_scale())


@dataclass(frozen=True)
class _Bar:
    """One question's answers in counts: yes, partly (None where it was not offered), no, and all others."""

    label: str
    yes: int
    partly: int | None
    no: int
    other: int


def _cells(bar: _Bar) -> tuple[str, ...]:
    partly = "not offered" if bar.partly is None else str(bar.partly)
    return str(bar.yes), partly, str(bar.no), str(bar.other)


def _bar(asked: QuestionCounts, figures: Sequence[Figure]) -> _Bar | None:
    """Return a question as a bar, if it asks yes or no and every answer is shown."""
    counts = {one.choice: one.chose for one in figures if one.chose is not None}
    if len(counts) < len(figures) or not {"yes", "no"} <= counts.keys() or type_of(asked).gives == "choices":
        return None
    other = (figures[0].answered or 0) - sum(counts.get(name, 0) for name in ("yes", "partly", "no"))
    label = f"{asked.theme.capitalize()}: {asked.ask}"
    return _Bar(label, counts["yes"], counts.get("partly"), counts["no"], other)
