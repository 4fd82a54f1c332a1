"""Parts of the replies side by side as one value: for programs, and for every format that a report has."""

from dataclasses import dataclass

from report.build.report import Report
from report.counting.figures import Figure, QuestionCounts
from report.counting.theme_figures import ThemeFigure
from report.disclosure.suppression import Profile
from report.parts.breakdown import Breakdown
from report.parts.cuts import Cut
from report.parts.part_sizes import Path
from report.parts.side_by_side import ALL, LIMITS


@dataclass(frozen=True)
class PartNumbers:
    """What is told of one part, or of all replies (its path is empty): hidden numbers are None, as in a report."""

    name: str
    path: Path
    responses: int | None
    figures: tuple[Figure, ...]
    questions: tuple[QuestionCounts, ...]
    themes: tuple[ThemeFigure, ...]


@dataclass(frozen=True)
class PartsReport:
    """All parts of a cut; its fields are the keys of its JSON. `not_shown` is how many parts are of too few replies."""

    flow: str
    title: str
    by: str
    profile: Profile
    whole: PartNumbers
    parts: tuple[PartNumbers, ...]
    not_shown: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class SideBySide:
    """Parts of the replies as they were found, the way they were cut, and the month (2026-11) that is not over."""

    found: Breakdown
    cut: Cut
    this_month: str = ""

    @property
    def numbers(self) -> PartsReport:
        """The same without words of layout, for programs. Questions about who somebody is stand in no part."""
        found, whole = self.found, self.found.whole
        about = found.left_out
        return PartsReport(
            whole.flow,
            whole.method.title,
            self.cut.name,
            whole.method.profile,
            _numbers(ALL, (), whole, about),
            tuple(_numbers(self.cut.words(path), path, one, about) for path, one in found.parts.items()),
            len(found.too_few),
            LIMITS,
        )


def _numbers(name: str, path: Path, report: Report, about: frozenset[str]) -> PartNumbers:
    return PartNumbers(
        name,
        path,
        report.responses,
        tuple(one for one in report.figures if one.question not in about),
        tuple(one for one in report.method.questions if one.id not in about),
        tuple(one for one in report.method.themes if one.question not in about),
    )
