"""How many of those who asked to hear were told what came of it, as far as a report may say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from report.counting.figures import percent
from report.disclosure.attacker import SMALLEST_BASE
from report.disclosure.printed_question import PrintedQuestion
from report.disclosure.suppression import SMALL, Profile, round5

ASKED_BY = "contact_next"
"""The consent by which people ask to hear what comes of it."""


@dataclass(frozen=True)
class ToldCount:
    """How many people asked, and after how many whole days each who was told first heard, the fewest first."""

    asked: int
    days: tuple[int, ...] = ()


@dataclass(frozen=True)
class ToldBack:
    """What a report says of it; None is hidden. Half of those who were told had heard within `half_within` days."""

    asked: int | None
    told: int | None
    half_within: int | None = None

    @property
    def percent(self) -> int | None:
        """The share that was told, in whole percent, halves up; None where it is hidden or nobody asked."""
        return None if self.told is None or not self.asked else percent(self.told, self.asked)


def told_back(found: ToldCount | None, profile: Profile, sheets: Sequence[PrintedQuestion]) -> ToldBack | None:
    """Return what may be said; None where nobody asked.

    The profile `people` says nothing of fewer than ten, of one to four who were told or were not, and of one to four who
    said yes to the question of the report and have taken that back since.
    """
    if found is None or not found.asked:
        return None
    told, half = len(found.days), found.days[(len(found.days) - 1) // 2] if found.days else None
    if profile == "organisations":
        return ToldBack(found.asked, told, half)
    if profile == "nhs-round5":
        return ToldBack(round5(found.asked), round5(told))
    if found.asked < SMALLEST_BASE or abs(_agreed(sheets, found.asked) - found.asked) in SMALL:
        return ToldBack(None, None)
    if told in SMALL or found.asked - told in SMALL:
        return ToldBack(found.asked, None)
    return ToldBack(found.asked, told, half if told >= SMALLEST_BASE else None)


def _agreed(sheets: Sequence[PrintedQuestion], usual: int) -> int:
    """Return how many said yes to being told, as the report prints it; `usual` where it prints no such number."""
    asking = (figure for one in sheets if one.counts.consent == ASKED_BY for figure in one.figures)
    return next((one.chose for one in asking if one.choice == "yes" and one.chose is not None), usual)
