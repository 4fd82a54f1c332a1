"""Whether words hold a saying of a list, whatever the endings of its words: "talked to a brick wall" is "like talking to the wall"."""

from collections.abc import Iterable
from functools import cached_property

from feedback.hearing.answers.words.stems import stem
from feedback.hearing.spellings import word_set

_LONGEST = 7
"""Words of the longest saying."""
_LEFT_OUT = word_set("a an the my our your his her their")


def bare(words: Iterable[str]) -> list[str]:
    """Return the stems of words without articles and the like; whoever says "me wits end" means "my wits' end"."""
    return [stem(word) for word in words if word not in _LEFT_OUT]


class Sayings:
    """A list of sayings. They are cut to stems when they are first needed: at start it would make every command wait."""

    def __init__(self, listed: str) -> None:
        self._listed = listed

    @cached_property
    def _known(self) -> tuple[frozenset[str], frozenset[str]]:
        """The sayings of one word as they stand ("hardly" is not "hard"), and the others in stems."""
        listed = [phrase.split() for phrase in self._listed.split(",")]
        alone = frozenset(phrase[0] for phrase in listed if len(phrase) == 1)
        return alone, frozenset(" ".join(bare(phrase)) for phrase in listed if len(phrase) > 1)

    def stand_in(self, words: list[str]) -> bool:
        """Return whether one of them stands in some words."""
        alone, longer = self._known
        form = bare(words)
        spans = ((at, at + size) for at in range(len(form)) for size in range(1, min(_LONGEST, len(form) - at) + 1))
        return not alone.isdisjoint(words) or any(" ".join(form[start:end]) in longer for start, end in spans)
