"""The figures of parts of the replies beside those of all, so that no part can be worked out from the others.

Parts make a tree: a quarter holds its months, a place those that lie within it. One cut of the replies is shown at a
time: by period, or by place, and so on. Cuts of different kinds meet in nothing but the whole, whose numbers no part adds
to, so that two of them tell no more together than each alone.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from feedback.conversation.response import Response
from feedback.flows.model import Flow
from report.build.release_history import printed
from report.build.report import Findings, Report, build
from report.build.surfaces import SURFACES
from report.counting.response_state import standing
from report.counting.theme_figures import ThemeFigure
from report.disclosure.attacker import SMALLEST_BASE
from report.disclosure.family_attack import Family
from report.disclosure.held_family import held_family, kept_like, without_routes
from report.disclosure.held_themes import held_themes
from report.disclosure.printed_question import PrintedReport
from report.disclosure.suppression import Profile
from report.disclosure.theme_attack import ThemeContext

Path = tuple[str, ...]
"""Where a part stands in its tree: the names of the parts around it, then its own."""

BESIDE = "Beside the other parts, this would tell of few people."
_WHOLE = "whole"
_BETWEEN = "\x1f"


@dataclass(frozen=True)
class Breakdown:
    """All replies, and their parts by path, each after the part around it. `too_few` are those with fewer than ten replies.

    A part says how many replied, its figures and its themes, and nothing else.
    """

    whole: Report
    parts: Mapping[Path, Report]
    too_few: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Source:
    """What a breakdown is made of: the replies of one flow, its versions by id, what staff made of words, and how to hide."""

    flow: str
    replies: Sequence[Response]
    versions: Mapping[str, Flow]
    heard: Findings | None = None
    profile: Profile | None = None

    def report(self, replies: Iterable[Response]) -> Report:
        """Return the report of some of the replies."""
        return build(self.flow, replies, self.versions, profile=self.profile, heard=self.heard)


def broken_down(
    source: Source, path_of: Callable[[Response], Path], leave_out: frozenset[str] = frozenset()
) -> Breakdown:
    """Return the parts of the replies, held apart from all of them and from each other.

    `path_of` says in which part a reply is, empty for none; it is in those around that part as well. Questions in
    `leave_out` are told of no part. Where the profile is exact, nothing is hidden.
    """
    whole = source.report(source.replies)
    inside: dict[Path, list[Response]] = {}
    for reply in source.replies:
        if standing(reply) == "counted":
            path = path_of(reply)
            for length in range(1, len(path) + 1):
                inside.setdefault(path[:length], []).append(reply)
    sizes = {path: len(inside[path]) for path in sorted(inside)}
    is_exact = whole.method.profile == "organisations"
    shown = [*sizes] if is_exact else large_enough(sizes, whole.responses or 0)
    parts = {path: _as_part(source.report(inside[path]), leave_out) for path in shown}
    held = parts if is_exact else _held(whole, parts, source.versions)
    return Breakdown(whole, held, tuple(path for path in sizes if path not in held))


def large_enough(sizes: Mapping[Path, int], everybody: int) -> list[Path]:
    """Return the parts that say how many replied: ten at least, and ten at least, or nobody, in what they leave over."""
    shown: list[Path] = []
    for around in ((), *sizes):
        if around and around not in shown:
            continue
        total = sizes[around] if around else everybody
        inside = {path: size for path, size in sizes.items() if path[:-1] == around and size >= SMALLEST_BASE}
        while inside and 0 < total - sum(inside.values()) < SMALLEST_BASE:
            del inside[min(inside, key=lambda path: (inside[path], path))]
        shown += inside
    return sorted(shown)


def _as_part(report: Report, leave_out: frozenset[str]) -> Report:
    """Return a report that says how many replied, its figures and its themes, and nothing else."""
    for surface in SURFACES:
        report = surface.without(report) if surface.without is not None else report
    figures = tuple(one for one in report.figures if one.question not in leave_out)
    method = replace(
        report.method,
        questions=tuple(one for one in report.method.questions if one.id not in leave_out),
        themes=tuple(one for one in report.method.themes if one.question not in leave_out),
        by_person=(),
        questions_by_person=(),
        themes_by_person=(),
        people=None,
    )
    return replace(report, figures=figures, completed=None, method=method)


def _held(whole: Report, parts: Mapping[Path, Report], versions: Mapping[str, Flow]) -> Mapping[Path, Report]:
    names = {path: _BETWEEN.join((_WHOLE, *path)) for path in ((), *parts)}
    within: dict[str, list[str]] = {}
    for path in parts:
        within.setdefault(names[path[:-1]], []).append(names[path])
    free = frozenset(names[path] for path in parts)
    around = replace(printed(whole, versions), people=None)
    reports = {names[path]: _bare(printed(one, versions), around) for path, one in parts.items()}
    told = held_family(Family({_WHOLE: around, **reports}, within), free, BESIDE)
    known = ThemeContext(whole.responses or 0, whole.method.theme_parents)
    themes = {names[path]: one.method.themes for path, one in (((), whole), *parts.items())}
    spoken = held_themes(themes, within, free, known, BESIDE)
    return {path: _with(one, told[names[path]], tuple(spoken[names[path]])) for path, one in parts.items()}


def _bare(part: PrintedReport, whole: PrintedReport) -> PrintedReport:
    """Return a part without routes, and without what all replies together do not tell."""
    return replace(part, unfinished=None, sheets=without_routes(kept_like(part.sheets, whole.sheets, BESIDE)))


def _with(report: Report, told: PrintedReport, themes: tuple[ThemeFigure, ...]) -> Report:
    figures = tuple(figure for sheet in told.sheets for figure in sheet.figures)
    method = replace(report.method, questions=tuple(sheet.counts for sheet in told.sheets), themes=themes)
    return replace(report, figures=figures, method=method)
