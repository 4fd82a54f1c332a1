"""One question of a report with its numbers: what is protected, and what is attacked."""

from dataclasses import dataclass

from report.figures import Figure, QuestionCounts
from report.versions import Joined


@dataclass(frozen=True)
class Sheet:
    """One question of a report: its figures and its counts."""

    joined: Joined
    figures: tuple[Figure, ...]
    counts: QuestionCounts
