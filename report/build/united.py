"""Several published reports that lie apart, as one: what a reader has who adds their numbers up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace

from report.build.report import Report
from report.build.surfaces import SURFACES, Cells
from report.counting.figures import Figure, QuestionCounts
from report.counting.theme_figures import ThemeFigure
from report.disclosure.printed_question import PrintedQuestion, PrintedReport

_NUMBERS = ("chose", "answered", "asked", "skipped", "implied", "not_asked")


def united(reports: Sequence[PrintedReport]) -> PrintedReport:
    """Return the sums of several reports, question by question; hidden where it is hidden in one of them."""
    first, *others = reports
    if not others:
        return first
    by_id = [{sheet.joined.question.id: sheet for sheet in one.sheets} for one in others]
    sheets = tuple(
        _sheet([sheet, *(known[sheet.joined.question.id] for known in by_id)])
        for sheet in first.sheets
        if all(sheet.joined.question.id in known for known in by_id)
    )
    unfinished = _total(one.unfinished for one in reports)
    return PrintedReport(sheets, _total(one.responses for one in reports), unfinished, first.is_rounded)


def _total(numbers: Iterable[int | None]) -> int | None:
    found = list(numbers)
    return None if None in found else sum(one or 0 for one in found)


def _sheet(sheets: Sequence[PrintedQuestion]) -> PrintedQuestion:
    first = sheets[0]
    by_id = [{one.id: one for one in sheet.figures} for sheet in sheets]
    figures = tuple(
        _figure([known[one.id] for known in by_id]) for one in first.figures if all(one.id in known for known in by_id)
    )
    return replace(first, figures=figures, counts=_counts([sheet.counts for sheet in sheets]))


def _figure(figures: Sequence[Figure]) -> Figure:
    told = {name: _total(getattr(one, name) for one in figures) for name in _NUMBERS}
    return replace(figures[0], **told, shown=told["chose"] is not None)  # type: ignore[arg-type] # numbers or None


def _counts(counts: Sequence[QuestionCounts]) -> QuestionCounts:
    numbers = [one.name for one in fields(QuestionCounts) if one.type in ("int | None", int | None)]
    told = {name: _total(getattr(one, name) for one in counts) for name in numbers}
    return replace(counts[0], **told, summary=None)  # type: ignore[arg-type] # the same


def united_themes(reports: Sequence[Report]) -> tuple[ThemeFigure, ...]:
    """Return the sums of the themes of several reports that all have them."""
    first, *others = reports
    by_id = [{one.id: one for one in report.method.themes} for report in others]
    return tuple(
        _theme([one, *(known[one.id] for known in by_id)])
        for one in first.method.themes
        if all(one.id in known for known in by_id)
    )


def _theme(figures: Sequence[ThemeFigure]) -> ThemeFigure:
    told = {name: _total(getattr(one, name) for one in figures) for name in ("chose", "sorted", "wrote")}
    return replace(figures[0], **told, shown=told["chose"] is not None)  # type: ignore[arg-type] # the same


def united_cells(reports: Sequence[Report]) -> Sequence[Cells]:
    """Return the sums of each table of the list of surfaces, in its order."""
    return [_cells([surface.cells(report) for report in reports]) for surface in SURFACES]


def _cells(cells: Sequence[Cells]) -> Mapping[str, int | None]:
    names = set().union(*cells)
    return {name: _total(one.get(name, 0) for one in cells) for name in names}
