"""Themes in wide tables: for each place where words were sorted, one column for each theme, 1 or 0, and how far it is.

A reply whose words nobody has sorted has nothing there rather than 0. Who wrote of a part of a theme wrote of the whole,
as in the report. All words together are those of no private question.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count

from feedback.conversation.response import Response
from feedback.flows.model import Choice
from report.counting.response_state import QuestionState
from report.counting.sorted_words import ANY_WORDS, SortedText, Sorting, sorted_texts

COMMENTS = "comments"
"""The place of what was said without being asked: the name that it has among the columns."""
_NOT_IN_NAMES = re.compile("[^a-z0-9]+")
_NAME_MOST = 24
"""Characters of a theme's name in the name of a column."""


@dataclass(frozen=True)
class ThemeWords:
    """The themes in use, and what staff have sorted under them; parts stand under their whole as well."""

    themes: tuple[Choice, ...] = ()
    sorting: Sorting = field(default_factory=Sorting)

    def within(self, private: Iterable[str]) -> "ThemeWords":
        """Return the same for a flow with these private questions."""
        return replace(self, sorting=replace(self.sorting, private=frozenset(private)))

    def places(self, questions: Iterable[str]) -> tuple[str, ...]:
        """Return where somebody has sorted words of these questions: all words together first, comments last."""
        coded = {COMMENTS if question is None else question for _, question in self.sorting.coded}
        found = tuple(name for name in (*questions, COMMENTS) if name in coded)
        return (ANY_WORDS, *found) if self.themes and found else ()

    def names(self) -> Mapping[str, str]:
        """Return the name of each theme as it stands in the names of columns: small letters, figures and _."""
        found: dict[str, str] = {}
        for theme in self.themes:
            plain = unicodedata.normalize("NFKD", theme.label.casefold()).encode("ascii", "ignore").decode()
            wanted = _NOT_IN_NAMES.sub("_", plain)[:_NAME_MOST].strip("_") or "theme"
            tails = ("" if number == 1 else f"_{number}" for number in count(1))
            found[theme.id] = next(name for tail in tails if (name := wanted + tail) not in found.values())
        return found


def sorted_at(words: ThemeWords, response: Response, found: Iterable[QuestionState]) -> Mapping[str, "SortedAt"]:
    """Return what staff made of the words of one counted reply, by place; nothing for places without words."""
    if not words.themes:
        return {}
    texts = tuple(sorted_texts(words.sorting, response, found))
    at = {COMMENTS if one.question is None else one.question: SortedAt((one,)) for one in texts}
    public = tuple(one for one in texts if one.question not in words.sorting.private)
    return at | ({ANY_WORDS: SortedAt(public)} if public else {})


@dataclass(frozen=True)
class SortedAt:
    """The words of one reply at one place, at least one text."""

    texts: tuple[SortedText, ...]

    @property
    def state(self) -> str:
        """How far staff are: one of `SORTED`."""
        if all(one.is_whole for one in self.texts):
            return "sorted"
        return "partly sorted" if any(self._given()) else "not sorted"

    def has(self, theme: str) -> int | None:
        """Return 1 or 0 for a theme; None where nothing here is sorted."""
        given = [one.themes or frozenset() for one in self.texts if one.themes is not None]
        return int(any(theme in themes for themes in given)) if given else None

    def _given(self) -> Iterator[bool]:
        return (one.themes is not None for one in self.texts)
