"""What published reports and a new one must not tell together: of one to four people, or of fewer than ten at all.

A report lies within another one, around it, or apart from it (`report.counting.slices`). Those that lie apart cannot be
subtracted, so they are not held apart. Whatever lies within one report can be taken away from it, all of it together.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from feedback.errors import SaysoError
from feedback.flows.model import Flow
from feedback.types.registry import TYPES
from report.build.release_history import printed
from report.build.report import Report
from report.build.surfaces import cells_of, told_between
from report.build.united import united, united_cells, united_themes
from report.counting.slices import crossing, widest
from report.counting.theme_figures import ThemeFigure
from report.disclosure.attacker import SMALLEST_BASE, attack_pair
from report.disclosure.printed_question import PrintedQuestion
from report.disclosure.suppression import hide_whole
from report.disclosure.theme_attack import ALL_WORDS, ThemeCell, ThemeContext, attack_theme_pair, without_what_tells

TOO_SOON = "Too few people came since an earlier report was published: the two together would tell of them."


@dataclass(frozen=True)
class _Difference:
    """What can be subtracted: the reports `within` (their sum) from one `around` them. One side holds the new report."""

    within: tuple[Report, ...]
    around: Report | None
    """None where the new report is the one around."""


def apart_from(report: Report, earlier: Iterable[Report], flows: Mapping[str, Flow]) -> Report:
    """Return the report without what, beside those published earlier, would tell of the few between them.

    Only reports that hide small numbers are held apart; exact ones hide nothing.
    """
    if report.method.profile == "organisations":
        return report
    for one in _differences(report, _of_flow(report, earlier)):
        if one.around is None:
            report = _around(report, one.within, flows)
        else:
            report = _within(report, one.within, one.around, flows)
    return report


def _of_flow(report: Report, earlier: Iterable[Report]) -> tuple[Report, ...]:
    return tuple(old for old in earlier if old.flow == report.flow)


def _differences(report: Report, old: Sequence[Report]) -> list[_Difference]:
    """Return every difference in which the new report stands: with each report within it, all of them, and those around."""
    mine = report.method.slice
    inside = [one for one in old if mine.covers(one.method.slice)]
    outside = [one for one in old if one.method.slice.covers(mine) and not mine.covers(one.method.slice)]
    found = [_Difference((one,), None) for one in inside]
    together = _widest(inside)
    if len(together) > 1:
        found.append(_Difference(together, None))
    for whole in outside:
        beside = [
            one for one in old if whole.method.slice.covers(one.method.slice) and one.method.slice.is_apart_from(mine)
        ]
        found.append(_Difference((), whole))
        if beside:
            found.append(_Difference(_widest(beside), whole))
    return found


def _widest(reports: Sequence[Report]) -> tuple[Report, ...]:
    return tuple(reports[at] for at in widest(enumerate(one.method.slice for one in reports)))


def _around(report: Report, within: Sequence[Report], flows: Mapping[str, Flow]) -> Report:
    """Return a report around others that were published, held apart from their sum."""
    before, now = united([printed(one, flows) for one in within]), printed(report, flows)
    if now.people is not None and attack_pair(before, now):
        report = replace(report, method=replace(report.method, by_person=(), questions_by_person=()))
        now = replace(now, people=None)
    gone: set[str] = set()
    while (found := attack_pair(before, now)) and (told := _still_told(now.sheets)):
        gone |= ({one.question for one in found} & told) or told
        now = replace(now, sheets=_bare(now.sheets, gone))
    report = _without(report, now.sheets, gone)
    old, known = united_themes(within), _known(report)
    report = _with_themes(report, held(report.method.themes, lambda mine: attack_theme_pair(old, mine, known)))
    for surface in tuple(told_between(united_cells(within), cells_of(report))):
        report = surface.without(report) if surface.without is not None else report
    return report


def _within(report: Report, beside: Sequence[Report], whole: Report, flows: Mapping[str, Flow]) -> Report:
    """Return a report that lies within one that was published, held apart from it with those that lie beside."""
    report = replace(report, method=replace(report.method, by_person=(), questions_by_person=()))
    others, big = [printed(one, flows) for one in beside], printed(whole, flows)
    now = printed(report, flows)
    gone: set[str] = set()
    while (found := attack_pair(united([now, *others]), big)) and (told := _still_told(now.sheets)):
        gone |= ({one.question for one in found} & told) or told
        now = replace(now, sheets=_bare(now.sheets, gone))
    report = _without(report, now.sheets, gone)
    every, known, bare = whole.method.themes, _known(whole), report
    report = _with_themes(
        report,
        held(report.method.themes, lambda mine: attack_theme_pair(_sum_of(bare, mine, beside), every, known)),
    )
    for surface in tuple(told_between(united_cells([report, *beside]), cells_of(whole))):
        report = surface.without(report) if surface.without is not None else report
    return report


def held(
    themes: tuple[ThemeFigure, ...], attack: Callable[[tuple[ThemeFigure, ...]], Sequence[ThemeCell]]
) -> tuple[ThemeFigure, ...]:
    """Return themes with more of them hidden, until an attack finds nothing or there is nothing more to hide."""
    while found := attack(themes):
        fewer = without_what_tells(themes, found, TOO_SOON)
        if fewer == themes:
            return themes
        themes = fewer
    return themes


def _sum_of(report: Report, themes: tuple[ThemeFigure, ...], beside: Sequence[Report]) -> tuple[ThemeFigure, ...]:
    return united_themes([replace(report, method=replace(report.method, themes=themes)), *beside])


def _known(report: Report) -> ThemeContext:
    method = report.method
    wrote = {one.id: one.answered for one in method.questions if one.answered and TYPES[one.type].gives == "words"}
    is_rounded = method.profile == "nhs-round5"
    return ThemeContext((report.responses or 0) + 2, method.theme_parents, wrote, None, is_rounded)


def _with_themes(report: Report, themes: tuple[ThemeFigure, ...]) -> Report:
    """Return the report with these themes, and with no words under a theme that is not told."""
    shown = {one.choice for one in themes if one.shown and one.question == ALL_WORDS}
    before = {one.choice for one in report.method.themes if one.shown and one.question == ALL_WORDS}
    quotes = tuple(one for one in report.method.quotes if one.theme not in before - shown)
    together = report.method.together if themes == report.method.themes else ()
    return replace(report, method=replace(report.method, themes=themes, quotes=quotes, together=together))


def _bare(sheets: Sequence[PrintedQuestion], gone: AbstractSet[str]) -> tuple[PrintedQuestion, ...]:
    return tuple(hide_whole(one, TOO_SOON) if one.counts.id in gone else one for one in sheets)


def _still_told(sheets: Sequence[PrintedQuestion]) -> set[str]:
    return {sheet.counts.id for sheet in sheets if sheet.is_told}


def _without(report: Report, sheets: Sequence[PrintedQuestion], gone: AbstractSet[str]) -> Report:
    """Return the report with these sheets, and with nothing more told of the questions that are gone."""
    if not gone:
        return report
    journey = replace(report.method.journey, left=(), channels=(), versions=(), months=())
    themes = tuple(one for one in report.method.themes if one.question not in gone and one.question != ALL_WORDS)
    comments = tuple(replace(one, count=None) if one.question in gone else one for one in report.comments)
    counts = tuple(sheet.counts for sheet in sheets)
    method = replace(report.method, questions=counts, journey=journey, themes=themes, quotes=(), groups=(), together=())
    figures = tuple(figure for sheet in sheets for figure in sheet.figures)
    return replace(report, figures=figures, comments=comments, method=method)


def refuse_too_soon(report: Report, earlier: Iterable[Report]) -> None:
    """Raise SaysoError where a report cannot be published beside those before.

    It crosses one (neither within it, nor around it, nor apart from it), or between one and nine more people replied.
    """
    if report.method.profile == "organisations":
        return
    old = [one for one in _of_flow(report, earlier) if one.method.profile != "organisations"]
    crossed = crossing(report.method.slice, [one.method.slice for one in old])
    if crossed is not None:
        raise SaysoError(
            f"A report of {crossed} was published, which overlaps this one in part: the two together could tell of few. "
            "Choose a period, a place and a group that lie within it, around it or apart from it."
        )
    for one in _differences(report, old):
        whole = report if one.around is None else one.around
        parts = one.within if one.around is None else (report, *one.within)
        more = abs((whole.responses or 0) - sum(part.responses or 0 for part in parts))
        if 0 < more < SMALLEST_BASE:
            raise SaysoError(
                f"Only {more} more replied since a report was published, so the two together would tell of them. "
                f"Publish again when {SMALLEST_BASE} more have replied."
            )
