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

    @property
    def is_told(self) -> bool:
        """Whether any number of people at this question is printed."""
        return self.is_route_told or self.counts.answered is not None

    @property
    def is_route_told(self) -> bool:
        """Whether it is printed how many were asked, skipped it, were not asked and so on."""
        told = self.counts
        route = (told.asked, told.skipped, told.prefer_not_to_say, told.implied, told.not_asked, told.not_reached)
        return any(number is not None for number in route)
