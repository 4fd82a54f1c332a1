"""Which words a report prints: few for each theme, of different people, and none where the theme's own number is hidden."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal

MOST_OF_A_THEME = 3
"""A guess: enough to hear different voices; with each more of them it is easier to tell who spoke."""

Why = Literal["theme hidden", "private", "not counted", "no theme", "not kept"]
"""Why words that were agreed to and checked are not printed."""


@dataclass(frozen=True)
class Quote:
    """Words that may be printed: the person agreed, and staff have checked and confirmed the redacted text.

    `theme` is the id of the theme that they stand under, or empty; `who` a role that many hold, or empty.
    """

    words: str
    theme: str = ""
    who: str = ""


@dataclass(frozen=True)
class Quotable:
    """Words that may be quoted under a theme, and whose they are. `question` is None for a comment.

    `ref` is the reference of the text that they stand in. `who` says as what somebody speaks, where that may be told.
    """

    words: str
    theme: str
    conversation: str
    question: str | None
    person: str
    ref: str = ""
    who: str = ""


def chosen(
    said: Iterable[Quotable],
    themes: Iterable[str],
    counted: AbstractSet[tuple[str, str | None]],
    picked: AbstractSet[str] | None = None,
) -> Iterator[Quote]:
    """Yield the quotes of these themes, in their order: at most three for each, never two of one person.

    `said` comes the last coded first, and is taken in that order; but whoever stands under fewer themes already goes
    before. The same words are printed once. `counted` is where the words must be from (conversation, question): what
    the report does not count it does not print. Of a choice of staff (`picked`, by reference) only that is printed.
    """
    usable = [one for one in said if (one.conversation, one.question) in counted]
    usable = usable if picked is None else [one for one in usable if one.ref in picked]
    quoted: Counter[str] = Counter()
    printed: set[str] = set()
    for theme in themes:
        mine: dict[str, Quotable] = {}
        for one in usable:
            if one.theme == theme and same_words(one.words) not in printed:
                mine.setdefault(one.person, one)
        unlike: dict[str, Quotable] = {}
        for one in sorted(mine.values(), key=lambda one: quoted[one.person]):
            unlike.setdefault(same_words(one.words), one)
        taken = list(unlike.values())[:MOST_OF_A_THEME]
        quoted.update(one.person for one in taken)
        printed.update(map(same_words, (one.words for one in taken)))
        yield from (Quote(one.words, theme, one.who) for one in taken)


def same_words(words: str) -> str:
    """Return what is the same for two texts that differ only in case, spaces and marks."""
    return "".join(mark for mark in words.casefold() if mark.isalnum()) or words.strip()


def lifted(said: Iterable[Quotable], themes: AbstractSet[str], parents: Mapping[str, str]) -> Iterator[Quotable]:
    """Yield the words under the nearest theme whose number is shown (`themes`): their own, or one it is a part of."""
    for one in said:
        theme = one.theme
        while theme not in themes and theme in parents:
            theme = parents[theme]
        yield replace(one, theme=theme)


def kept_back(
    said: Iterable[Quotable],
    counted: AbstractSet[tuple[str, str | None]],
    private: AbstractSet[str],
    *,
    has_unsorted: bool,
) -> tuple[Why, ...]:
    """Return why words that may be quoted are not printed, where none are; `has_unsorted`: some stand under no theme."""
    found: set[Why] = {"no theme"} if has_unsorted else set()
    for one in said:
        is_counted = (one.conversation, one.question) in counted
        found.add("private" if one.question in private else "theme hidden" if is_counted else "not counted")
    return tuple(sorted(found))
