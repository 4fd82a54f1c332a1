"""The words that staff write around the figures of a report."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

LONGEST_TEXT = 6000
"""Characters of one text: about two pages. A guess."""
LONGEST_LINE = 200
"""Characters of a title, a name or a way to get in touch: two or three lines of a cover."""
MOST_PARAGRAPHS = 30
"""Paragraphs on what people said. A guess: more than anybody reads."""

LINES = {
    "title": "Title",
    "organisation": "Organisation",
    "contact": "Contact",
    "heard_from": "Who replied, in a report of several surveys",
}
"""Texts of one line, as people call them."""
TEXTS = {
    "introduction": "Introduction",
    "asked": "Whom we asked and how",
    "next": "What next",
    "thanks": "Thanks",
}
"""Texts of several paragraphs, in the order in which they are written; they are headed so in the report."""


@dataclass(frozen=True)
class ToldParagraph:
    """What staff write that people told them, and the ids of the themes whose words stand behind it."""

    words: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Narrative:
    """All words of staff in one report. Empty texts are left out of it; `version` 0 was never kept.

    `heard_from` is who replied ("signatories"), for a report of several surveys. `organisations_asked` is how many
    organisations were asked, where replies speak for them ("15 of 56").
    """

    title: str = ""
    organisation: str = ""
    contact: str = ""
    heard_from: str = ""
    introduction: str = ""
    asked: str = ""
    organisations_asked: int | None = None
    told: tuple[ToldParagraph, ...] = ()
    next: str = ""
    thanks: str = ""
    version: int = 0

    def renamed(self, names: Mapping[str, str]) -> "Narrative":
        """Return it with another name for each theme that has one here: ids for names, or names for ids."""
        told = (replace(one, themes=tuple(names.get(theme, theme) for theme in one.themes)) for one in self.told)
        return replace(self, told=tuple(told))


def too_long(found: Narrative) -> tuple[str, ...]:
    """Return what cannot be kept of it, each in one sentence: texts that are too long, and too many paragraphs."""
    lines = [(name, getattr(found, key), LONGEST_LINE) for key, name in LINES.items()]
    texts = [(name, getattr(found, key), LONGEST_TEXT) for key, name in TEXTS.items()]
    told = [
        (f"Paragraph {number} of “We were told”", one.words, LONGEST_TEXT) for number, one in enumerate(found.told, 1)
    ]
    faults = [
        f"{name} has over {most:,} characters." for name, words, most in (*lines, *texts, *told) if len(words) > most
    ]
    if len(found.told) > MOST_PARAGRAPHS:
        faults.append(f"“We were told” has over {MOST_PARAGRAPHS} paragraphs.")
    return tuple(faults)
