"""What staff wrote, as blocks of a report, and whether it reads easily enough for Easy Read."""

from collections.abc import Iterable, Iterator, Mapping

from feedback.flows.readability import GRADE_MOST, grade, long_sentences
from report.counting.theme_figures import ThemeFigure
from report.formats.blocks import Block, Heading, Points, SmallPrint, Text
from report.narrative.model import TEXTS, Narrative

_ITEM = "- "
_TOLD = "We were told"
_CONTACT = "What do you think?"


def prose(words: str) -> Iterator[Block]:
    """Yield paragraphs, which an empty line parts, and lists, whose lines begin with "- "."""
    for part in words.strip().split("\n\n"):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        plain = " ".join(line for line in lines if not line.startswith(_ITEM))
        items = tuple(line.removeprefix(_ITEM) for line in lines if line.startswith(_ITEM))
        if plain:
            yield Text(plain)
        if items:
            yield Points(items)


def reads_easily(words: str) -> bool:
    """Return whether a text fits Easy Read: no sentence of over 15 words, and a grade of 6 at most."""
    return bool(words) and not long_sentences(words) and grade((words,)) <= GRADE_MOST


def section(found: Narrative, *keys: str) -> Iterator[Block]:
    """Yield these texts, each under its heading; nothing of those that are empty."""
    for key in keys:
        if words := getattr(found, key):
            yield Heading(2, TEXTS[key])
            yield from prose(words)


def told_section(found: Narrative, themes: Iterable[ThemeFigure]) -> Iterator[Block]:
    """Yield what people told, in words of staff, with the texts and the people behind each paragraph.

    `themes` are those over all words together, as the report prints them: a number that it hides is hidden here.
    """
    known = {one.theme: one for one in themes}
    if found.told:
        yield Heading(2, _TOLD)
    for one in found.told:
        yield from prose(one.words)
        found_in = tuple(behind(known[theme]) for theme in one.themes if theme in known)
        if found_in:
            yield SmallPrint(f"Behind this: {'; '.join(found_in)}.")


def behind(figure: ThemeFigure) -> str:
    """Return what stands behind a theme: how many texts, and of how many people where that is told."""
    if not figure.shown or figure.texts is None:
        return f"{figure.label}, a number of texts that is hidden"
    texts = f"{figure.label}, {_many(figure.texts, 'text')}"
    return texts if figure.people is None else f"{texts} of {_many(figure.people, 'person', 'people')}"


def closing(found: Narrative) -> Iterator[Block]:
    """Yield the thanks, and how to say what one thinks of the report."""
    yield from section(found, "thanks")
    if found.contact:
        yield Heading(2, _CONTACT)
        yield Text(f"Please tell us what you think of this report: {found.contact}")


def easy_sections(found: Narrative) -> Mapping[str, tuple[Block, ...]]:
    """Return the texts that read easily enough for Easy Read, by their keys; those on what people said under `told`."""
    texts = {key: tuple(section(found, key)) for key in TEXTS if reads_easily(getattr(found, key))}
    told = tuple(block for one in found.told if reads_easily(one.words) for block in prose(one.words))
    return {**texts, "told": (Heading(2, _TOLD), *told) if told else ()}


def _many(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or f'{one}s'}"
