"""A new report beside all that were published of its flow: what no two of them tell, several may tell together.

`report.build.held_apart` sets the sum of some reports against another. But a report that hides a number does not keep
those around it and beside it from telling: a year less three quarters is the fourth. Here all are attacked at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from feedback.flows.model import Flow
from report.build.held_apart import TOO_SOON, apart_from
from report.build.release_history import printed
from report.build.report import Report
from report.build.surfaces import SURFACES, Surface
from report.disclosure.family_attack import Family
from report.disclosure.held_family import held_family
from report.disclosure.held_themes import held_themes
from report.disclosure.theme_attack import ALL_WORDS, ThemeContext

_NEW = "new"


def apart_from_all(report: Report, earlier: Iterable[Report], flows: Mapping[str, Flow]) -> Report:
    """Return the report without what, beside all those published earlier, would tell of the few between them.

    Only reports that hide small numbers are held apart; exact ones hide nothing.
    """
    old = [one for one in earlier if one.flow == report.flow and one.method.profile != "organisations"]
    report = apart_from(report, old, flows)
    if report.method.profile == "organisations" or len(old) < 2:
        return report
    reports = {**{f"{place}": one for place, one in enumerate(old)}, _NEW: report}
    within = inside(reports)
    near = _beside(within)
    if not near:
        return report
    report = _questions(reports, within, flows)
    report = _themes({**reports, _NEW: report}, within)
    for surface in SURFACES:
        if surface.without is not None and _tells(surface, report, [reports[name] for name in near]):
            report = surface.without(report)
    return report


def inside(reports: Mapping[str, Report]) -> Mapping[str, Sequence[str]]:
    """Return for each report the largest that lie within it; of those that are alike, the earlier lies within the later."""
    order = {name: place for place, name in enumerate(reports)}

    def covers(one: str, other: str) -> bool:
        mine, theirs = reports[one].method.slice, reports[other].method.slice
        return one != other and mine.covers(theirs) and (not theirs.covers(mine) or order[one] > order[other])

    found: dict[str, list[str]] = {}
    for name in reports:
        around = [other for other in reports if covers(other, name)]
        nearest = [one for one in around if not any(covers(one, other) for other in around)]
        for whole in nearest:
            found.setdefault(whole, []).append(name)
    return found


def _beside(within: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the reports whose numbers add up with those of the new one, where there are several of them."""
    near = {*within.get(_NEW, ())}
    for whole, parts in within.items():
        if _NEW in parts:
            near |= {whole, *parts}
    return sorted(near - {_NEW}) if len(near) > 1 else []


def _questions(reports: Mapping[str, Report], within: Mapping[str, Sequence[str]], flows: Mapping[str, Flow]) -> Report:
    report = reports[_NEW]
    family = Family({name: replace(printed(one, flows), people=None) for name, one in reports.items()}, within)
    told = held_family(family, frozenset({_NEW}), TOO_SOON)[_NEW]
    if told.sheets == family.reports[_NEW].sheets:
        return report
    bare = {one.counts.id for one in told.sheets if not one.is_told}
    method = replace(
        report.method,
        questions=tuple(sheet.counts for sheet in told.sheets),
        themes=tuple(one for one in report.method.themes if one.question not in bare),
        by_person=(),
        questions_by_person=(),
    )
    report = replace(report, method=method, figures=tuple(one for sheet in told.sheets for one in sheet.figures))
    for surface in SURFACES:
        report = surface.without(report) if surface.without is not None else report
    return report


def _themes(reports: Mapping[str, Report], within: Mapping[str, Sequence[str]]) -> Report:
    """Return the new report with its themes held apart, and with no words under a theme that is not told any more."""
    report = reports[_NEW]
    most = max(one.responses or 0 for one in reports.values()) + 2
    is_rounded = report.method.profile == "nhs-round5"
    known = ThemeContext(most, report.method.theme_parents, is_rounded=is_rounded)
    themes = {name: one.method.themes for name, one in reports.items()}
    told = tuple(held_themes(themes, within, frozenset({_NEW}), known, TOO_SOON)[_NEW])
    shown = {one.choice for one in told if one.shown and one.question == ALL_WORDS}
    quotes = tuple(one for one in report.method.quotes if told == report.method.themes or one.theme in shown)
    together = report.method.together if told == report.method.themes else ()
    return replace(report, method=replace(report.method, themes=told, quotes=quotes, together=together))


def _tells(surface: Surface, report: Report, near: Iterable[Report]) -> bool:
    """Return whether a table shows a number that one of the other reports hides: with the others it would tell of it."""
    mine = surface.cells(report)
    others = [surface.cells(one) for one in near]
    return any(number is not None and any(one.get(name, 0) is None for one in others) for name, number in mine.items())
