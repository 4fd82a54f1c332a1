"""How numbers are said: always with the number that they are a part of."""

from collections.abc import Iterable, Mapping

from report.counting.figures import Figure

HIDDEN = "hidden"


def number(value: int | None) -> str:
    """Return a count as it is printed."""
    return HIDDEN if value is None else str(value)


def people(value: int | None) -> str:
    """Return a number of people as it is printed."""
    if value is None:
        return "a hidden number of people"
    return f"{value} {'person' if value == 1 else 'people'}"


def of(figure: Figure) -> str:
    """Return a figure that is shown as '11 of 12 (92 %)'."""
    return f"{figure.chose} of {figure.answered} ({figure.percent} %)"


def notes(figures: Iterable[Figure]) -> dict[str, str]:
    """Return why numbers of one table are hidden: by the reason, the short mark that stands for it in the cells."""
    reasons = dict.fromkeys(one.why_hidden for one in figures if one.why_hidden)
    return {reason: f"note {place}" for place, reason in enumerate(reasons, 1)}


def between(figure: Figure, marks: Mapping[str, str]) -> str:
    """Return the interval of a figure in words, or the mark of the note that says why there is none."""
    if figure.interval is None:
        return marks.get(figure.why_hidden or "", HIDDEN)
    return f"{figure.interval[0]} % to {figure.interval[1]} %"


def quoted(words: str) -> str:
    """Return words in quotation marks."""
    return f"“{words}”"
