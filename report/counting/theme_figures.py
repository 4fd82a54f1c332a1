"""Themes in figures: of those whose words staff have sorted, how many wrote of each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from feedback.flows.model import Choice, Question
from report.counting.figures import Figure, Level, figure
from report.counting.question_counts import Counts
from report.counting.sorted_words import SortedWords

Basis = Literal["all", "sample", "part"]
"""What is sorted: the words of all who wrote, of all of a random sample of them, or of some of them so far."""

BASES: dict[Basis, str] = {
    "all": "everyone who wrote something; all of it is sorted",
    "sample": "a random sample of those who wrote something",
    "part": "those whose words are sorted so far",
}


@dataclass(frozen=True)
class ThemeFigure(Figure):
    """How many replies speak of a theme at a place (`question`; `words` for all words together).

    `texts` is `chose`, as one reply's words at a place are one text, and `sorted` is `answered`, the base. `wrote` is how
    many wrote there; `people` is whose the texts are, each person once; None where that is hidden, or not known.
    """

    theme: str = ""
    texts: int | None = None
    people: int | None = None
    sorted: int | None = None
    wrote: int | None = None
    basis: Basis = "all"


def basis_of(words: SortedWords, sampled: SortedWords | None) -> tuple[Basis, SortedWords]:
    """Return on what the figures of a place rest, and its counts: a sample counts once all of it is sorted."""
    if not words.unsorted:
        return "all", words
    if sampled is not None and sampled.wrote and not sampled.unsorted:
        return "sample", sampled
    return "part", words


def theme_figures(
    where: str, themes: Iterable[Choice], found: tuple[Basis, SortedWords], wrote: int, level: Level
) -> tuple[tuple[ThemeFigure, ...], tuple[ThemeFigure, ...]]:
    """Return the exact figures of each theme at a place (a question, or ANY_WORDS), by reply and by person.

    `wrote` is how many replies wrote there. Where only a part is sorted there is no interval: whoever chose the texts to
    begin with may have chosen them for what they say.
    """
    basis, words = found
    asked = Question(where or "words", "", "text", base=BASES[basis])
    replies: list[ThemeFigure] = []
    people: list[ThemeFigure] = []
    for theme in themes:
        persons = words.people.chose(theme.id)
        for counts, made in ((words.replies, replies), (words.people, people)):
            made.append(_theme_figure(asked, theme, counts, level, (basis, wrote, persons)))
    return tuple(replies), tuple(people)


def _theme_figure(
    asked: Question, theme: Choice, counts: Counts, level: Level, about: tuple[Basis, int, int]
) -> ThemeFigure:
    basis, wrote, persons = about
    exact = figure(asked, (theme.id, theme.label), counts.chose(theme.id), counts, level)
    told = ThemeFigure(
        **vars(exact),
        theme=theme.id,
        texts=exact.chose,
        people=persons,
        sorted=exact.answered,
        wrote=wrote,
        basis=basis,
    )
    return told if basis != "part" else replace(told, interval=None)
