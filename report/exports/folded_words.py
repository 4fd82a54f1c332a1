"""Texts compared by their words alone: programs change spaces, line ends, quotation marks and case on the way.

Places are carried between two texts whose words are the same.
"""

import unicodedata
from dataclasses import dataclass

_SAME = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass(frozen=True)
class FoldedWords:
    """A text without what programs change. `places` says where each of its characters stood."""

    text: str
    places: tuple[int, ...]

    def forth(self, start: int, stop: int) -> tuple[int, int]:
        """Return which characters of the folded text a span of the whole one holds; nothing where it holds none."""
        inside = [number for number, place in enumerate(self.places) if start <= place < stop]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def back(self, start: int, stop: int) -> tuple[int, int]:
        """Return the span of the whole text that holds these characters of the folded one, at least one."""
        return self.places[start], self.places[stop - 1] + 1


def folded(words: str) -> FoldedWords:
    """Return a text folded: no spaces or unseen marks, small letters, one kind of quotation mark and dash."""
    kept: list[str] = []
    places: list[int] = []
    for place, mark in enumerate(words):
        for one in unicodedata.normalize("NFKD", mark.translate(_SAME)).casefold():
            if not (one.isspace() or unicodedata.category(one) in ("Cc", "Cf", "Mn")):
                kept.append(one)
                places.append(place)
    return FoldedWords("".join(kept), tuple(places))
