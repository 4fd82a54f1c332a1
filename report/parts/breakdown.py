"""The figures of parts of the replies beside those of all, so that no part can be worked out from the others.

Parts make a tree: a quarter holds its months, a place those that lie within it. One cut of the replies is shown at a
time: by period, or by place, and so on. Cuts of different kinds meet in nothing but the whole, whose numbers no part adds
to, so that two of them tell no more together than each alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property

from feedback.conversation.response import Response
from feedback.errors import SaysoError
from feedback.flows.model import Flow, about_person
from report.build.release_history import printed
from report.build.report import Findings, Report, build
from report.build.surfaces import SURFACES
from report.counting.response_state import standing
from report.counting.theme_figures import ThemeFigure
from report.disclosure.family_attack import Family
from report.disclosure.held_family import held_family, kept_like, without_routes
from report.disclosure.held_themes import held_themes
from report.disclosure.printed_question import PrintedReport
from report.disclosure.response_rates import InvitationCounts
from report.disclosure.suppression import Profile
from report.disclosure.theme_attack import ThemeContext
from report.parts.cuts import Cut
from report.parts.part_sizes import Path, large_enough

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
    left_out: frozenset[str] = frozenset()
    """Questions about who somebody is: told of no part, as cuts by their answers would tell of them a second time."""


@dataclass(frozen=True)
class ReplySource:
    """What a breakdown is made of: the replies of one flow, its versions by id, what staff made of words, and how to hide."""

    flow: str
    replies: Sequence[Response]
    versions: Mapping[str, Flow]
    heard: Findings | None = None
    profile: Profile | None = None
    invited: InvitationCounts | None = None

    @cached_property
    def whole(self) -> Report:
        """The report of all replies."""
        return build(self.flow, self.replies, self.versions, self.invited, self.profile, self.heard)

    def part(self, replies: Iterable[Response]) -> Report:
        """Return the report of some of the replies."""
        return build(self.flow, replies, self.versions, profile=self.profile, heard=self.heard)


def offered(source: ReplySource, cut: Cut) -> list[Path]:
    """Return the parts of a cut that may be shown: see `report.parts.part_sizes.large_enough`."""
    return _offered(source, cut, {path: len(mine) for path, mine in _inside(source, cut).items()})


def _offered(source: ReplySource, cut: Cut, sizes: Mapping[Path, int]) -> list[Path]:
    whole = source.whole
    return [*sizes] if _is_exact(whole) else large_enough(sizes, whole.responses or 0, cut.told(whole))


def _is_exact(whole: Report) -> bool:
    """Return whether nothing is hidden. Raises SaysoError for rounded numbers: their sums would tell more than each."""
    if whole.method.profile == "nhs-round5":
        raise SaysoError("Parts side by side cannot be rounded. Leave out the profile, or choose people.")
    return whole.method.profile == "organisations"


def _inside(source: ReplySource, cut: Cut) -> Mapping[Path, Sequence[Response]]:
    """Return the replies in each part, in the order of their paths."""
    found: defaultdict[Path, list[Response]] = defaultdict(list)
    for reply in source.replies:
        if standing(reply) == "counted":
            path = cut.path_of(reply)
            for length in range(1, len(path) + 1):
                found[path[:length]].append(reply)
    return {path: found[path] for path in sorted(found)}


def broken_down(source: ReplySource, cut: Cut) -> Breakdown:
    """Return the parts of the replies, held apart from all of them and from each other.

    A reply is in the part that the cut names, and in those around that. Where the profile is exact, nothing is hidden.
    Raises SaysoError where numbers are rounded.
    """
    whole, inside = source.whole, _inside(source, cut)
    about = frozenset(name for flow in source.versions.values() for name in about_person(flow))
    shown = _offered(source, cut, {path: len(mine) for path, mine in inside.items()})
    parts = {path: _leaving_out(_as_part(source.part(inside[path])), about) for path in shown}
    held = parts if _is_exact(whole) else _held(_leaving_out(whole, about), parts, source.versions)
    return Breakdown(whole, held, tuple(path for path in inside if path not in held), about)


def _as_part(report: Report) -> Report:
    """Return a report that says how many replied, its figures and its themes, and nothing else."""
    for surface in SURFACES:
        report = surface.without(report) if surface.without is not None else report
    nothing = {"by_person": (), "questions_by_person": (), "themes_by_person": (), "people": None}
    return replace(report, completed=None, method=replace(report.method, **nothing))  # type: ignore[arg-type] # its fields


def _leaving_out(report: Report, questions: AbstractSet[str]) -> Report:
    method = replace(
        report.method,
        questions=tuple(one for one in report.method.questions if one.id not in questions),
        themes=tuple(one for one in report.method.themes if one.question not in questions),
    )
    figures = tuple(one for one in report.figures if one.question not in questions)
    return replace(report, figures=figures, method=method)


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
