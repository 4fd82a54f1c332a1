"""How numbers are said, always with the number that they are a part of; and by what rules they were counted."""

from collections.abc import Iterable, Mapping

from report.counting.figures import Figure, Level
from report.disclosure.suppression import Profile
from report.disclosure.told_back import ToldBack

HIDDEN = "hidden"
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""In order. The machine's own names are in whatever language it is set to."""

ONCE = (
    "Some people replied more than once. Figures that count each person once take for each question the newest of their "
    "replies that answers it: an answer counts before an implied one, that before none. Replies that nothing links count "
    "as those of different people."
)
"""What a report says where some people replied more than once."""


def number(value: int | None) -> str:
    """Return a count as it is printed."""
    return HIDDEN if value is None else str(value)


def people(value: int | None) -> str:
    """Return a number of people as it is printed."""
    if value is None:
        return "a hidden number of people"
    return f"{value} {'person' if value == 1 else 'people'}"


NO_INTERVAL = "none yet"


def of(figure: Figure) -> str:
    """Return a figure that is shown as '11 of 12 (92 %)'; what rounds to nobody or to all, without being that, says so."""
    return f"{figure.chose} of {figure.answered} ({share(figure.chose or 0, figure.answered or 0, figure.percent)})"


def share(part: int, whole: int, percent: int | None) -> str:
    """Return a whole percentage in words: neither 0 % for somebody, nor 100 % for all but somebody."""
    if percent == 0 and part:
        return "under 1 %"
    return "over 99 %" if percent == 100 and part < whole else f"{percent} %"


def notes(figures: Iterable[Figure]) -> dict[str, str]:
    """Return why numbers of one table are hidden: by the reason, the short mark that stands for it in the cells."""
    reasons = dict.fromkeys(one.why_hidden for one in figures if one.why_hidden)
    return {reason: f"note {place}" for place, reason in enumerate(reasons, 1)}


def between(figure: Figure, marks: Mapping[str, str]) -> str:
    """Return the interval of a figure in words, or the mark of the note that says why there is none."""
    if figure.interval is None:
        return NO_INTERVAL if figure.shown else marks.get(figure.why_hidden or "", HIDDEN)
    return f"{figure.interval[0]} % to {figure.interval[1]} %"


def told_in_words(found: ToldBack) -> str:
    """Return how many of those who asked to hear were told what came of it, and by when."""
    asked = f"Of everybody who answered, {people(found.asked)} asked to hear what comes of it"
    if found.told is None or not found.asked:
        return f"{asked}. How many of them were told is hidden, as it could tell of few people."
    days = found.half_within
    half = "" if days is None or found.told == 1 else f", half of them {_within(days)}"
    were = "was" if found.told == 1 else "were"
    return f"{asked}. {found.told} of them {were} told ({share(found.told, found.asked, found.percent)}){half}."


def _within(days: int) -> str:
    return f"within {days} {'day' if days == 1 else 'days'}" if days else "on the day that they asked"


def quoted(words: str) -> str:
    """Return words in quotation marks."""
    return f"“{words}”"


def signed(points: int | None) -> str:
    """Return whole points with their sign."""
    return f"{points or 0:+d}".replace("-", "−").replace("+0", "0")


COUNTING = (
    (
        "A percentage is whole, halves rounded up, of everyone who answered. Whoever skipped a question, would rather not "
        "say, was not asked or has not reached it is not among them."
    ),
    "An implied answer follows from an earlier one by a rule of the flow. It counts as an answer, and is counted apart.",
    (
        "A choice counts among those whose version of the questions offered it. A question with several picks adds up to "
        "more than 100 %."
    ),
    "An answer in words alone is among those who answered, under no choice. Staff have not sorted these words.",
    "Unfinished conversations count as far as they went. A question after the last reply is not reached.",
    (
        "An answer that a correction took off the route is kept and not counted. Without a yes to taking part, or after "
        "it was taken back, nothing is counted."
    ),
    "The interval is Wilson's, 95 %. It allows for chance, not for who chose to reply.",
    (
        "Words are printed only where the person agreed and staff have checked that they name nobody: at most three "
        "people for a theme, those first whose words were sorted last, and none where the theme's number is hidden."
    ),
    "An organisation counts once in its own figures, for whatever any of its replies chose.",
    "Numbers are counted in fixed bands, dates by year. What is behind the point is cut off.",
)

PROFILES: Mapping[Profile, str] = {
    "organisations": "All numbers are exact. Use this only where the replies speak for organisations.",
    "people": "Numbers of fewer than 10 people are hidden, and so are 1 to 4 people and all but 1 to 4. More are hidden "
    "where a hidden number could be worked out from the rest of this report. Reports that are published are held apart "
    "from those published before.",
    "nhs-round5": "Counts of 1 to 7 are hidden. All other counts are rounded to the nearest 5, each on its own. "
    "Percentages come from the rounded counts.",
}

LEVELS: Mapping[Level, str] = {
    "person": "Each reply counts once, also where several came from one person.",
    "organisation": "Each reply counts once, also where several came from one organisation, or from one person.",
}

ONCE = (
    "Some people replied more than once. Figures that count each person once take for each question the newest of their "
    "replies that answers it: an answer counts before an implied one, that before none. Replies that nothing links count "
    "as those of different people."
)
