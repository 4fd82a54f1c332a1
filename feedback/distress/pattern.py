"""A small language for rules over folded sentences, and the rules made ready to run in linear time.

A rule is a row of words with single spaces. `a|b` is a or b; `_` inside a word is a space ("in_front_of"); a word in capitals
stands for a class of `lexicon.CLASSES`; `x?` may be missing; `suicid*` has any ending; `#` is a number in figures; `..` is up to
two words between, `...` up to four; `^` and `$` are the ends of the sentence (`now|$`: now, or the end). Gaps are bounded and nothing nests, so that no text makes a rule slow.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

Label = TypeVar("Label")
_GAPS = {
    "..": r"(?:[^ ]+ ){0,2}?",
    "...": r"(?:[^ ]+ ){0,4}?",
    "....": r"(?:[^ ]+ ){0,8}?",
    "^": "^ ",
    "$": "$",
    "#": r"[0-9]+ ",
}
_PREFIX = 3
# Words of nearly every sentence: a rule is looked up by others where it has any.
_EVERYDAY = frozenset(
    [
        "i",
        "my",
        "me",
        "to",
        "the",
        "a",
        "is",
        "am",
        "are",
        "was",
        "not",
        "want",
        "will",
        "it",
        "do",
        "of",
        "in",
        "on",
        "and",
        "have",
        "has",
        "had",
        "be",
        "been",
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "his",
        "their",
        "with",
        "for",
        "this",
        "that",
        "no",
        "can",
        "at",
        "just",
        "so",
        "all",
        "you",
        "we",
        "going",
        "would",
        "could",
        "should",
        "im",
        "when",
        "if",
        "up",
        "out",
        "get",
        "got",
        "go",
        "because",
        "who",
        "how",
        "now",
        "by",
        "from",
        "about",
        "what",
        "or",
        "as",
        "but",
        "us",
        "again",
        "there",
        "here",
        "then",
        "after",
        "over",
        "need",
        "some",
        "one",
        "like",
    ]
)
_COMMON = 20


@dataclass(frozen=True)
class Rule(Generic[Label]):
    """One rule: what it stands for, its line and what the classes in it stand for, and words of which one must be there.

    Of each set of `needs` one must be there too: asking that first is many times quicker than to search.
    """

    label: Label
    line: str
    classes: Mapping[str, str]
    keys: frozenset[str]
    needs: tuple[frozenset[str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Its expression over " a folded sentence ", made when it is first needed: all of them at once take a second at start."""
        return re.compile(_expression(self.line, self.classes))


def words_of(element: str, classes: Mapping[str, str]) -> list[str]:
    """Return what one element of a rule stands for, each way with `*` and spaces as it is."""
    ways: list[str] = []
    for way in element.split("|"):
        ways.extend(classes[way].split() if way.isupper() else [way])
    return [way.replace("_", " ") for way in ways]


def compiled(label: Label, rule: str, classes: Mapping[str, str]) -> Rule[Label]:
    """Return one rule ready to run. Raises KeyError for a class that is not known."""
    named = (element for element in rule.split() if element not in _GAPS and not element.endswith("?"))
    needs = [need for element in named for need in _needed(words_of(element, classes))]
    keys = min(needs, key=lambda need: len(need) + _COMMON * len(need & _EVERYDAY), default=frozenset[str]())
    return Rule(label, rule, classes, keys, tuple(sorted(needs, key=len)))


def _expression(rule: str, classes: Mapping[str, str]) -> str:
    pieces: list[str] = []
    gap = ""
    for element in rule.split():
        if element in _GAPS:
            pieces.append(gap)
            gap = _GAPS[element]
            continue
        ways = words_of(element.removesuffix("?"), classes)
        pieces.append(_piece(gap, ways) + "?" * element.endswith("?"))
        gap = ""
    body = "".join([*pieces, gap])
    return body if rule.startswith("^") else f"(?<= ){body}"


def _piece(gap: str, ways: list[str]) -> str:
    """Return the expression of an element after its gap. An end that is one of its ways stands right there, with no gap."""
    known = sorted((way for way in ways if way != "$"), key=len, reverse=True)
    body = "|".join(re.escape(way).replace(r"\*", "[^ ]*").replace(r"\ ", " ") for way in known)
    return f"(?:{gap}(?:{body}) |$)" if "$" in ways else f"{gap}(?:(?:{body}) )"


def _needed(ways: list[str]) -> list[frozenset[str]]:
    """Return the words (or three letters and `*`) of which one must be there, as a list of one set, or of none."""
    firsts = frozenset(way.split()[0] if "*" not in way.split()[0] else f"{way[:_PREFIX].rstrip('*')}*" for way in ways)
    short = any(len(first) <= _PREFIX for first in firsts if first.endswith("*"))
    return [] if short or "$" in firsts else [firsts]


class Rules(Generic[Label]):
    """Rules to run together: each is looked up by the words that it needs, so that most are never tried."""

    def __init__(self, lines: Iterable[tuple[Label, str]], classes: Mapping[str, str]) -> None:
        self._lines = list(lines)
        self._classes = classes

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[int, Rule[Label]]]]:
        """The rules by each word that they need, and under "" those that need none, with their places in the order given.

        Made when it is first needed: at start it would make every command wait.
        """
        by_word: dict[str, list[tuple[int, Rule[Label]]]] = {}
        for place, (label, line) in enumerate(self._lines):
            rule = compiled(label, line, self._classes)
            for word in rule.keys or {""}:
                by_word.setdefault(word, []).append((place, rule))
        return by_word

    def candidates(self, sentence: str) -> list[Rule[Label]]:
        """Return the rules that may hold for a folded sentence, in the order in which they were given."""
        words, by_word = set(sentence.split()), self._by_word
        marks = words | {f"{word[:_PREFIX]}*" for word in words}
        found = dict(by_word.get("", ()))
        for mark in by_word.keys() & marks:
            found.update(by_word[mark])
        is_missing = marks.isdisjoint
        return [found[place] for place in sorted(found) if not any(map(is_missing, found[place].needs))]

    def matches(self, sentence: str) -> list[tuple[Label, re.Match[str]]]:
        """Return what holds for a folded sentence, and where, one match a rule."""
        padded = f" {sentence} "
        tried = ((rule.label, rule.pattern.search(padded)) for rule in self.candidates(sentence))
        return [(label, found) for label, found in tried if found]


def lines_of(text: str) -> list[str]:
    """Return the rules of a text, one a line; `#` at the start of a line begins a remark."""
    return [line.strip() for line in text.splitlines() if line.strip() and not line.strip().startswith("# ")]
