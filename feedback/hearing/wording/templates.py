"""Templates of wording, matched against the normal form of a text.

A template is words with spaces between. "a/b" is either word, "a_b" two words in one place, "[a/b]" may be missing, "<name>" is
any of a named set. A text is cut at `LONGEST` letters before it is matched, so that a match takes a bounded time.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from feedback.hearing.wording.sets import SETS

LONGEST = 400
"""Letters of a text that are looked at: whoever speaks to the program is brief."""


class Match(NamedTuple):
    """What a template covered: the name of its group and the length in letters."""

    name: str
    end: int


def _piece(token: str) -> str:
    if token.startswith("["):
        return f"(?:{_piece(token[1:-1])})?"
    return f"(?:{'|'.join(_way(one) for one in sorted(token.split('/'), key=len, reverse=True))})"


def _way(way: str) -> str:
    if way == "<w>":
        return r"\S+ "
    if way.startswith("<"):
        return f"(?:{'|'.join(_way(one) for one in SETS[way[1:-1]].split())})"
    return re.escape(way).replace("_", " ") + " "


def pattern(lines: str) -> str:
    """Return the regular expression of some templates, one a line; each of its words is followed by a space."""
    return "|".join(
        "".join(_piece(token) for token in line.split())
        for line in reversed(lines.strip().splitlines())
        if line.strip()
    )


def compiled(lines: str) -> re.Pattern[str]:
    """Return templates as one expression, to be matched with a text that ends in a space."""
    return re.compile(f"(?:{pattern(lines)})")


def _first_words(lines: str) -> Iterator[str]:
    """Yield the words with which some templates begin; "" where any word may, or none has to."""
    for line in lines.strip().splitlines():
        for token in line.split():
            for way in token.strip("[]").split("/"):
                yield from _firsts_of_way(way)
            if not token.startswith("["):
                break
        else:
            yield ""


def _firsts_of_way(way: str) -> Iterator[str]:
    if way == "<w>":
        yield ""
    elif way.startswith("<"):
        for one in SETS[way[1:-1]].split():
            yield from _firsts_of_way(one)
    else:
        yield way.split("_", maxsplit=1)[0]


class Groups:
    """Named groups of templates. `covering` finds the group of a whole text, `parts` cuts a text into the groups it is made of."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._templates = groups
        self._lines: dict[str, list[re.Pattern[str]]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def _by_first(self) -> dict[str, list[str]]:
        """The groups, in order, by each word with which a template of theirs begins."""
        firsts = {name: frozenset(_first_words(lines)) for name, lines in self._templates.items()}
        return {
            word: [name for name, words in firsts.items() if word in words or "" in words]
            for word in frozenset().union(*firsts.values(), [""])
        }

    def _begun(self, text: str, at: int = 0) -> list[tuple[str, re.Pattern[str]]]:
        """Return the groups of which a template may begin here, in order, compiled when they are first needed."""
        by_first = self._by_first
        names = by_first.get(text[at : text.find(" ", at)], by_first[""])
        return [(name, self._patterns.get(name) or self._compiled(name)) for name in names]

    def _compiled(self, name: str) -> re.Pattern[str]:
        return self._patterns.setdefault(name, compiled(self._templates[name]))

    def covering(self, normal: str) -> str | None:
        """Return the first group of which a template is the whole of this normal form."""
        text = normal[:LONGEST] + " "
        return next((name for name, one in self._begun(text) if one.fullmatch(text)), None)

    def parts(self, normal: str) -> list[str]:
        """Return the groups that the words belong to, in order; a word of no group is "?". The longest match is taken."""
        text, at, found = normal[:LONGEST] + " ", 0, list[str]()
        while at < len(text):
            longest = self._longest(text, at)
            found.append(longest.name)
            at = longest.end
        return found

    def _longest(self, text: str, at: int) -> Match:
        # A group of which nothing matches is passed over at once: most are, at most words.
        begun = (name for name, group in self._begun(text, at) if group.match(text, at))
        matches = [
            Match(name, met.end())
            for name in begun
            for one in self._lines_of(name)
            if (met := one.match(text, at)) and met.end() > at
        ]
        return max(matches, key=lambda one: one.end) if matches else Match("?", text.find(" ", at) + 1)

    def _lines_of(self, name: str) -> list[re.Pattern[str]]:
        """Return the templates of a group, one by one, compiled when the first words of the group are met."""
        if name not in self._lines:
            self._lines[name] = [compiled(line) for line in self._templates[name].strip().splitlines()]
        return self._lines[name]
