"""A report with its numbers, question by question: what is protected, and what is attacked."""

from dataclasses import dataclass

from report.counting.figures import Figure, QuestionCounts
from report.counting.flow_versions import JoinedQuestion

LEAST_NHS = (1, 7)
"""The numbers that the NHS rule hides; all others but 0 are rounded to the nearest 5, so by 2 at most."""

_ROUNDED_BY = 2


@dataclass(frozen=True)
class PrintedQuestion:
    """One question of a report: its figures and its counts."""

    joined: JoinedQuestion
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


@dataclass(frozen=True)
class PrintedReport:
    """All questions of one report as they are printed, and how many replied, of whom so many did not finish.

    Where it `is_rounded`, all numbers are the nearest 5, but 0 is 0, and None is 1 to 7. `people` are the same questions
    with each person counted once, and how many people replied; None where nobody replied again.
    """

    sheets: tuple[PrintedQuestion, ...]
    responses: int | None
    unfinished: int | None
    is_rounded: bool = False
    people: "PrintedReport | None" = None

    def ends(self, number: int | None) -> tuple[int, int]:
        """Return the least and the most that a number which is told, or left out as small, can be."""
        if number is None:
            return LEAST_NHS if self.is_rounded else (0, self.ends(self.responses)[1])
        if self.is_rounded and number:
            return max(LEAST_NHS[1] + 1, number - _ROUNDED_BY), number + _ROUNDED_BY
        return number, number

    @property
    def most(self) -> int:
        """How many can have replied at most."""
        return self.ends(self.responses)[1]

    @property
    def most_again(self) -> int:
        """How many replies at most came from people who had replied before."""
        return self.most - self.people.ends(self.people.responses)[0] if self.people else 0
