"""A report as a row of plain blocks, which every format draws in its own way, so that all of them hold the same numbers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import assert_never

from report.formats.plain_words import plain


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 to 4 (the title of the document is level 1).

    `picture` is a drawing beside it, as whole SVG without words, or empty (`report.formats.pictures`).
    """

    level: int
    words: str
    picture: str = ""


@dataclass(frozen=True)
class Text:
    """One paragraph."""

    words: str


@dataclass(frozen=True)
class Points:
    """A list of short lines."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption and one row of column heads; the first cell of each row is the head of that row.

    `strips` are drawings (whole SVG without words) for each row, under its first cell; empty for a row without one.
    `scale` is the drawing of what they mean, in the first head. See `report.formats.strips`.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    strips: tuple[str, ...] = ()
    scale: str = ""

    @property
    def drawn(self) -> tuple[str, ...]:
        """The drawing of each row; empty where there is none."""
        return self.strips or ("",) * len(self.rows)


@dataclass(frozen=True)
class Chart:
    """A drawing as whole SVG, with its name and what it shows in words. The table with the same numbers comes after it.

    `narrow` is the same, drawn for a phone.
    """

    svg: str
    name: str
    shows: str
    narrow: str


@dataclass(frozen=True)
class Quoted:
    """Somebody's words, and who said them as far as that may be told."""

    words: str
    who: str = ""


@dataclass(frozen=True)
class SmallPrint:
    """Small print: a footnote, or what stands behind a paragraph."""

    words: str


Block = Heading | Text | Points | Table | Chart | Quoted | SmallPrint


def rewritten(block: Block, change: Callable[[str], str]) -> Block:  # noqa: PLR0911 - one for each kind of block
    """Return a block with every text in it changed, the labels in its drawing as well."""
    match block:
        case Heading(words=words):
            return replace(block, words=change(words))
        case Text(words):
            return Text(change(words))
        case Points(items):
            return Points(tuple(map(change, items)))
        case Table(caption, heads, rows, strips, scale):
            told = tuple(tuple(map(change, row)) for row in rows)
            return Table(change(caption), tuple(map(change, heads)), told, strips, change(scale))
        case Chart(svg, name, shows, narrow):
            return Chart(change(svg), change(name), change(shows), change(narrow))
        case Quoted(words, who):
            return Quoted(change(words), change(who))
        case SmallPrint(words):
            return SmallPrint(change(words))
        case _:  # pragma: no cover - mypy proves that there is no other
            assert_never(block)


_NO_WORDS = "[no words]"


def _headed(words: str) -> str:
    """Return the words of a heading on one line: PDF/UA-1 refuses one without any."""
    return " ".join(plain(words).split()) or _NO_WORDS


def _cleaned(block: Block) -> Block:
    return rewritten(block, _headed if isinstance(block, Heading) else plain)


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with a number before the name of each drawing and each table."""
    figures, tables = count(1), count(1)
    for block in blocks:
        match block:
            case Chart(name=name):
                yield replace(block, name=f"Figure {next(figures)}. {name}")
            case Table(caption=caption, strips=()):
                yield replace(block, caption=f"Table {next(tables)}. {caption}")
            case Table(caption=caption):
                yield replace(block, caption=f"Figure {next(figures)}. {caption}")
            case _:
                yield block


@dataclass(frozen=True)
class Cover:
    """What stands on the first page beside the title: who made the report, and facts of one line, each with its name."""

    organisation: str
    facts: tuple[tuple[str, str], ...]

    def rewritten(self, change: Callable[[str], str]) -> "Cover":
        """Return the cover with every text in it changed."""
        return Cover(change(self.organisation), tuple((change(name), change(fact)) for name, fact in self.facts))


@dataclass(frozen=True)
class Document:
    """A whole report. `language` is a BCP 47 tag; `is_easy` asks for large print. With a cover it has contents, too.

    Its words are cleaned as it is made (`report.formats.plain_words.plain`), so that no format meets what it cannot hold.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    is_easy: bool = False
    cover: Cover | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", _headed(self.title))
        object.__setattr__(self, "cover", self.cover and self.cover.rewritten(plain))
        object.__setattr__(self, "blocks", tuple(map(_cleaned, self.blocks)))

    def rewritten(self, change: Callable[[str], str]) -> "Document":
        """Return the document with every text in it changed."""
        blocks = tuple(rewritten(block, change) for block in self.blocks)
        cover = self.cover and self.cover.rewritten(change)
        return Document(change(self.title), blocks, self.language, self.is_easy, cover)

    @property
    def contents(self) -> tuple[tuple[int, str], ...]:
        """The parts of the document, each with its place among the blocks."""
        blocks = enumerate(self.blocks)
        return tuple((at, one.words) for at, one in blocks if isinstance(one, Heading) and one.level == 2)
